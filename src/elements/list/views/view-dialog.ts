import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { v7 } from 'uuid';
import type { SavedView } from '../../../contract/index.js';
import { isClienteleError } from '../../../contract/plain/errors.js';
import { common } from '../../../locales/en/common.js';
import { views } from '../../../locales/en/views.js';
import { TermsController } from '../../locale.js';
import type { ClienteleDialog } from '../../parts/dialog.js';
import { base } from '../../parts/styles/base.js';
import { buttonStyles } from '../../parts/styles/button.js';
import { choiceStyles } from '../../parts/styles/choice.js';
import { fieldStyles } from '../../parts/styles/field.js';
import type { ListModel } from '../model/list-model.js';

const SCOPES = ['personal', 'role', 'shared'] as const;

/**
 * Names a view: a new one, with who gets it, or the chosen one anew. What was typed survives every error.
 *
 * @summary Dialog that saves or renames a view (internal).
 * @tag clientele-list-view-dialog-0
 * @event clientele-view-saved-0 - `CustomEvent<SavedView>`. Does not bubble.
 */
export class ListViewDialog extends LitElement {
  static override styles = [
    base,
    buttonStyles,
    fieldStyles,
    choiceStyles,
    css`
      form {
        display: grid;
        gap: var(--_space-4);
      }
      legend {
        margin-block-end: var(--_space-1);
      }
    `,
  ];

  @property({ attribute: false }) model: ListModel | null = null;

  @state() private what: 'save' | 'rename' = 'save';
  @state() private scope: SavedView['scope'] = 'personal';
  @state() private problem = '';
  @state() private isSaving = false;
  @query('clientele-dialog-0') private dialog!: ClienteleDialog;
  @query('input[type="text"]') private input!: HTMLInputElement;

  #words = new TermsController(this, { views, common });
  /** Stays the same until the view is saved, so that a second try makes no second view. */
  #id = '';

  async show(what: 'save' | 'rename'): Promise<void> {
    await this.#words.whenReady();
    this.what = what;
    this.scope = 'personal';
    this.problem = '';
    this.#id = v7();
    this.input.value = what === 'rename' ? (this.model?.view?.name ?? '') : '';
    this.dialog.open = true;
    await this.dialog.updateComplete;
    this.input.focus();
    this.input.select();
  }

  protected override render(): TemplateResult {
    const { views, common } = this.#words.terms;
    const canShare = this.model?.session.can('views.share') ?? false;
    const title = this.what === 'save' ? views.saveTitle : views.renameTitle;
    return html`<clientele-dialog-0 label=${title} close-label=${common.close}>
      <form id="form" novalidate @submit=${this.#handleSubmit}>
        <label class="field">
          <span class="label">${views.name}</span>
          <input
            class="input"
            type="text"
            dir="auto"
            autocomplete="off"
            maxlength="100"
            aria-invalid=${this.problem === '' ? nothing : 'true'}
            aria-describedby="problem"
            @input=${() => (this.problem = '')}
          />
          <span class="error" id="problem" role="alert" ?hidden=${this.problem === ''}>${this.problem}</span>
        </label>
        ${
          this.what === 'save' && canShare
            ? html`<fieldset>
                <legend class="label">${views.who}</legend>
                ${SCOPES.map(
                  (scope) =>
                    html`<label class="choice"
                      ><input
                        class="radio"
                        type="radio"
                        name="scope"
                        .checked=${this.scope === scope}
                        @change=${() => (this.scope = scope)}
                      />${views.scopes[scope]}</label
                    >`,
                )}
              </fieldset>`
            : nothing
        }
        ${this.what === 'save' ? html`<p class="hint">${views.keeps}</p>` : nothing}
      </form>
      <button class="button" type="button" slot="footer" @click=${() => this.dialog.requestClose()}>
        ${common.cancel}
      </button>
      <button
        class="button primary"
        type="submit"
        form="form"
        slot="footer"
        aria-disabled=${this.isSaving ? 'true' : nothing}
      >
        ${this.what === 'save' ? views.save : common.save}
      </button>
    </clientele-dialog-0>`;
  }

  readonly #handleSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#save();
  };

  async #save(): Promise<void> {
    const { model } = this;
    const { views } = this.#words.terms;
    const name = this.input.value.trim();
    if (name === '') {
      this.problem = views.nameMissing;
      this.input.focus();
      return;
    }
    const view = this.#view(name);
    if (!model || !view || this.isSaving) return;
    this.isSaving = true;
    try {
      const detail = await model.session.saveView(view);
      this.dialog.open = false;
      this.dispatchEvent(new CustomEvent<SavedView>('clientele-view-saved-0', { detail }));
    } catch (error) {
      const isStale = isClienteleError(error) && error.code === 'stale_version';
      this.problem = isStale ? views.stale : views.notSaved;
    } finally {
      this.isSaving = false;
    }
  }

  #view(name: string): (Omit<SavedView, 'owner' | 'version'> & { version: number | null }) | null {
    const { model } = this;
    if (!model) return null;
    if (this.what === 'save') {
      const role = model.session.description?.actor.role;
      return {
        id: this.#id,
        version: null,
        name,
        scope: this.scope,
        ...(this.scope === 'role' && role !== undefined ? { role } : {}),
        state: model.viewState,
      };
    }
    if (!model.view) return null;
    const { owner: _owner, ...view } = model.view;
    return { ...view, name };
  }
}
