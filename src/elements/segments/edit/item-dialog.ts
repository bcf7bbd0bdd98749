import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { ClienteleError, Field, LibraryItem, LibraryKind, Option } from '../../../contract/index.js';
import { EVERYONE } from '../../../contract/plain/segment.js';
import { toError } from '../../../sdk/now.js';
import type { ClienteleSegmentBuilder } from '../../segment-builder/segment-builder.js';
import type { ClienteleDialog } from '../../parts/dialog.js';
import { huePicker } from '../../parts/hue-picker.js';
import { fieldLabel, wordsOf, type SegmentsContext } from '../context.js';
import { draftOf, faultsOf, givableFields, saveOf, type DraftFault, type ItemDraft } from './draft.js';
import { itemDialogStyles } from './item-dialog.styles.js';

/**
 * Makes or changes a group, a category, a tier or a rule. What was typed survives every error.
 *
 * @summary Dialog of an item of the library (internal).
 * @tag clientele-segments-item-0
 */
export class SegmentsItemDialog extends LitElement {
  static override styles = itemDialogStyles;

  @property({ attribute: false }) context!: SegmentsContext;
  @property({ attribute: false }) saved: (item: LibraryItem) => void = () => undefined;

  @state() private draft: ItemDraft | null = null;
  @state() private faults: readonly DraftFault[] = [];
  @state() private failure: ClienteleError | null = null;
  @state() private isSaving = false;
  @state() private isChoosing = false;
  @state() private isSound = true;
  @query('#dialog') private dialog!: ClienteleDialog;
  @query('#conditions') private conditions!: ClienteleDialog;
  @query('clientele-segment-builder') private builder!: ClienteleSegmentBuilder | null;

  async show(kind: LibraryKind, item: LibraryItem | null): Promise<void> {
    this.draft = draftOf(kind, item, this.context.model.session);
    this.faults = [];
    this.failure = null;
    this.isChoosing = false;
    await this.updateComplete;
    this.dialog.open = true;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { draft } = this;
    if (!draft) return nothing;
    const { library, common } = this.context.terms;
    const title = (draft.from ? library.edit : library.add)[draft.kind];
    return html`<clientele-dialog-0 id="dialog" label=${title} close-label=${common.close}>
        <form id="form" novalidate @submit=${this.#handleSubmit}>
          ${this.#renderName(draft)}
          ${draft.kind === 'rules' ? this.#renderRule(draft) : this.#renderListItem(draft)}
          ${this.#renderFailure()}
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
          ${common.save}
        </button>
      </clientele-dialog-0>
      ${this.#renderConditions(draft)}`;
  }

  #renderName(draft: ItemDraft): TemplateResult {
    const { fields } = this.context.terms.library;
    const isMissing = this.faults.includes('name');
    return html`<label class="field">
        <span class="label">${fields.name}</span>
        <input
          class="input"
          id="name"
          type="text"
          dir="auto"
          autocomplete="off"
          maxlength="100"
          autofocus
          .value=${draft.name}
          aria-invalid=${isMissing ? 'true' : nothing}
          aria-describedby="name-fault"
          @input=${(event: Event) => this.#set({ name: valueIn(event) })}
        />
        ${fault('name-fault', isMissing && fields.nameMissing)}
      </label>
      ${
        draft.kind === 'rules'
          ? nothing
          : html`<label class="field">
              <span class="label">${fields.description}</span>
              <textarea
                class="input"
                dir="auto"
                rows="2"
                maxlength="1000"
                .value=${draft.description}
                @input=${(event: Event) => this.#set({ description: valueIn(event) })}
              ></textarea>
            </label>`
      }`;
  }

  #renderListItem(draft: ItemDraft): TemplateResult {
    const { library, builder } = this.context.terms;
    const { save } = builder;
    const isWrong = this.faults.includes('discount');
    return html`${huePicker({
      label: save.hue,
      none: save.noHue,
      names: save.hues,
      chosen: draft.hue,
      choose: (hue) => this.#set({ hue }),
    })}
    ${
      draft.kind === 'tiers'
        ? html`<label class="field">
              <span class="label">${library.fields.discount}</span>
              <input
                class="input number short"
                type="text"
                inputmode="decimal"
                .value=${draft.discount}
                aria-invalid=${isWrong ? 'true' : nothing}
                aria-describedby="discount-fault"
                @input=${(event: Event) => this.#set({ discount: valueIn(event) })}
              />
              ${fault('discount-fault', isWrong && library.fields.discountWrong)}
            </label>
            ${this.#renderWho(draft)}`
        : nothing
    }`;
  }

  #renderRule(draft: ItemDraft): TemplateResult {
    const { session } = this.context.model;
    const { fields } = this.context.terms.library;
    const givable = givableFields(session);
    const field = session.catalogue.fields.get(draft.field);
    return html`${this.#renderWho(draft)}
      <div class="pair">
        <label class="field">
          <span class="label">${fields.gives}</span>
          <select class="input" @change=${(event: Event) => this.#set({ field: valueIn(event), value: '' })}>
            ${givable.map(
              (each) =>
                html`<option value=${each.id} ?selected=${each.id === draft.field}>
                  ${fieldLabel(each, this.context)}
                </option>`,
            )}
          </select>
        </label>
        ${field ? this.#renderValue(draft, field) : nothing}
      </div>
      <fieldset>
        <legend class="label">${fields.keep}</legend>
        ${(['given', 'while'] as const).map(
          (keep) =>
            html`<label class="choice"
              ><input
                class="radio"
                type="radio"
                name="keep"
                .checked=${draft.keep === keep}
                @change=${() => this.#set({ keep })}
              />${fields.keeps[keep]}</label
            >`,
        )}
      </fieldset>
      <label class="choice"
        ><input
          class="switch"
          type="checkbox"
          role="switch"
          .checked=${draft.enabled}
          @change=${(event: Event) => this.#set({ enabled: (event.target as HTMLInputElement).checked })}
        />${fields.enabled}</label
      >`;
  }

  #renderValue(draft: ItemDraft, field: Field): TemplateResult {
    const { terms, format } = this.context;
    const { library, common } = terms;
    const isMissing = this.faults.includes('value');
    const options = this.#optionsOf(field);
    const invalid = isMissing ? 'true' : nothing;
    const change = (event: Event): void => this.#set({ value: valueIn(event) });
    return html`<label class="field">
      <span class="label">${library.fields.value}</span>
      ${
        options || field.type === 'boolean'
          ? html`<select
              class="input"
              aria-invalid=${invalid}
              aria-describedby="value-fault"
              @change=${change}
            >
              <option value="" ?selected=${draft.value === ''}>${library.fields.choose}</option>
              ${
                options
                  ? options.map(
                      ({ id }) =>
                        html`<option value=${id} ?selected=${draft.value === id}>
                          ${format.field(field, field.type === 'choices' ? [id] : id)}
                        </option>`,
                    )
                  : (['true', 'false'] as const).map(
                      (value) =>
                        html`<option value=${value} ?selected=${draft.value === value}>
                          ${value === 'true' ? common.yes : common.no}
                        </option>`,
                    )
              }
            </select>`
          : html`<input
              class="input"
              type="text"
              dir="auto"
              inputmode=${field.type === 'text' ? 'text' : 'decimal'}
              .value=${draft.value}
              aria-invalid=${invalid}
              aria-describedby="value-fault"
              @input=${change}
            />`
      }
      ${fault('value-fault', isMissing && library.fields.givesMissing)}
    </label>`;
  }

  #optionsOf({ options, list }: Field): readonly Pick<Option, 'id'>[] | undefined {
    return options ?? (list && (this.context.model.session.description?.lists[list] ?? []));
  }

  /** Whom it is given to: conditions in words, and the way to change them. */
  #renderWho(draft: ItemDraft): TemplateResult {
    const { fields, editConditions } = this.context.terms.library;
    const isMissing = this.faults.includes('where');
    const isTier = draft.kind === 'tiers';
    return html`<div class="field" role="group" aria-labelledby="who" aria-describedby="where-fault">
      <span class="label" id="who">${isTier ? fields.whoTier : fields.who}</span>
      ${
        draft.where
          ? html`<p class="words" dir="auto">${wordsOf(draft.where, this.context)}</p>`
          : isTier
            ? html`<p class="hint">${fields.noWho}</p>`
            : nothing
      }
      <div class="button-group">
        <button class="button small" type="button" @click=${() => void this.#choose()}>
          ${draft.where ? editConditions : fields.chooseWho}
        </button>
        ${
          isTier && draft.where
            ? html`<button
                class="button quiet small"
                type="button"
                @click=${() => this.#set({ where: null })}
              >
                ${fields.takeWhoAway}
              </button>`
            : nothing
        }
      </div>
      ${fault('where-fault', isMissing && fields.whoMissing)}
    </div>`;
  }

  #renderConditions(draft: ItemDraft): TemplateResult {
    const { library, common } = this.context.terms;
    return html`<clientele-dialog-0
      id="conditions"
      class="wide"
      label=${library.fields.conditionsOf(draft.name)}
      close-label=${common.close}
      without-backdrop-close
      @clientele-dialog-closed=${() => (this.isChoosing = false)}
    >
      ${
        this.isChoosing
          ? html`<clientele-segment-builder
              .session=${this.context.model.session}
              .value=${draft.where ?? EVERYONE}
              without-save
              @clientele-segment-change=${() => (this.isSound = this.builder?.issues.length === 0)}
            ></clientele-segment-builder>`
          : nothing
      }
      <button class="button" type="button" slot="footer" @click=${() => this.conditions.requestClose()}>
        ${common.cancel}
      </button>
      <button
        class="button primary"
        type="button"
        slot="footer"
        aria-disabled=${this.isSound ? nothing : 'true'}
        @click=${this.#handleChosen}
      >
        ${library.fields.use}
      </button>
    </clientele-dialog-0>`;
  }

  #renderFailure(): TemplateResult | typeof nothing {
    if (!this.failure) return nothing;
    const { library, errors } = this.context.terms;
    const isStale = this.failure.code === 'stale_version';
    return html`<p class="failure" role="alert">
      ${isStale ? library.stale : `${library.notSaved} ${errors[this.failure.code].hint}`}
    </p>`;
  }

  #set(change: Partial<ItemDraft>): void {
    if (!this.draft) return;
    this.draft = { ...this.draft, ...change };
    if (this.faults.length > 0) this.faults = faultsOf(this.draft, this.#field);
  }

  get #field(): Field | undefined {
    return this.context.model.session.catalogue.fields.get(this.draft?.field ?? '');
  }

  async #choose(): Promise<void> {
    await import('../../segment-builder/segment-builder.define.js');
    if (!this.isConnected) return;
    this.isChoosing = true;
    this.isSound = true;
    await this.updateComplete;
    this.conditions.open = true;
  }

  readonly #handleChosen = (): void => {
    const { builder } = this;
    if (!builder || builder.issues.length > 0) return;
    this.#set({ where: builder.value });
    this.conditions.open = false;
  };

  readonly #handleSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#save();
  };

  async #save(): Promise<void> {
    const { draft } = this;
    if (!draft || this.isSaving) return;
    this.faults = faultsOf(draft, this.#field);
    if (this.faults.length > 0) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    this.isSaving = true;
    this.failure = null;
    const { model } = this.context;
    try {
      const saved = await model.save(draft.kind, saveOf(draft, this.#field));
      this.dialog.open = false;
      this.saved(saved);
    } catch (cause) {
      this.failure = toError(cause, 'library.save');
      if (this.failure.code === 'stale_version') await this.#takeTheirs(draft);
    } finally {
      this.isSaving = false;
    }
  }

  /** Shows what stands now, so that nobody's change is overwritten unseen. */
  async #takeTheirs(draft: ItemDraft): Promise<void> {
    const { model } = this.context;
    await model.load();
    const theirs = model.item(draft.id);
    if (theirs) this.draft = draftOf(draft.kind, theirs, model.session);
  }
}

function valueIn(event: Event): string {
  return (event.target as HTMLInputElement).value;
}

function fault(id: string, text: string | false): TemplateResult {
  return html`<span class="error" id=${id} role="alert" ?hidden=${text === false}>${text || nothing}</span>`;
}
