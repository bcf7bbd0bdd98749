import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Lock, Pin, PinOff, Trash2, TriangleAlert } from 'lucide';
import { v7 } from 'uuid';
import type { ClienteleError, ClientRecord, Id, Patch } from '../../../contract/index.js';
import { toError } from '../../../sdk/now.js';
import { badge } from '../../parts/badge.js';
import { emptyState } from '../../parts/empty-state.js';
import { icon } from '../../parts/icon.js';
import { badgeStyles } from '../../parts/styles/badge.js';
import { base, iconStyles } from '../../parts/styles/base.js';
import { buttonStyles } from '../../parts/styles/button.js';
import { choiceStyles } from '../../parts/styles/choice.js';
import { emptyStateStyles } from '../../parts/styles/empty-state.js';
import { fieldStyles } from '../../parts/styles/field.js';
import type { Toast } from '../../parts/toasts.js';
import type { CardContext } from '../context.js';
import { RecordPages } from '../model/record-pages.js';
import { notesStyles } from './notes.styles.js';

/**
 * Notes about a client, those pinned first: write, pin, mark as an alert, keep for oneself, delete with a way back. What was typed survives
 * every error.
 *
 * @summary Notes tab of the client card (internal).
 * @tag clientele-card-notes-0
 */
export class CardNotes extends LitElement {
  static override styles = [
    base,
    iconStyles,
    buttonStyles,
    fieldStyles,
    choiceStyles,
    badgeStyles,
    emptyStateStyles,
    notesStyles,
  ];

  @property({ attribute: false }) context!: CardContext;
  @property({ attribute: false }) toast: (toast: Toast) => void = () => undefined;

  @state() private pages: RecordPages | null = null;
  @state() private failure: ClienteleError | null = null;
  @state() private isSaving = false;
  @query('textarea') private textarea!: HTMLTextAreaElement;
  @query('[name="alert"]') private alertBox!: HTMLInputElement;
  @query('[name="own"]') private ownBox!: HTMLInputElement;
  #client: Id = '';
  /** Stays the same until the note is saved, so that a second try makes no second note. */
  #id: Id = v7();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pages?.close();
    this.pages = null;
    this.#client = '';
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const { model } = this.context;
    if (model.id === this.#client || !this.isConnected) return;
    this.#client = model.id;
    this.pages?.close();
    this.pages = new RecordPages(
      model.session,
      { client: model.id, record: 'notes', sort: { field: 'at', dir: 'desc' } },
      () => this.requestUpdate(),
    );
  }

  protected override render(): TemplateResult | typeof nothing {
    const { pages, context } = this;
    if (!pages) return nothing;
    const { notes, records } = context.terms.card;
    const items = [...pages.items].sort((a, b) => Number(isOn(b, 'pinned')) - Number(isOn(a, 'pinned')));
    return html`${context.model.session.can('edit') ? this.#renderForm() : nothing}
      ${pages.error ? html`<p class="failure" role="alert">${records.failed}</p>` : nothing}
      ${pages.total === 0 ? emptyState({ sign: 'empty', text: notes.empty }) : nothing}
      <ul class="notes">
        ${repeat(
          items,
          ({ id }) => id,
          (note) => this.#renderNote(note),
        )}
      </ul>
      ${
        pages.hasMore
          ? html`<div>
              <button class="button small" type="button" @click=${() => void pages.more()}>
                ${records.more}
              </button>
            </div>`
          : nothing
      }`;
  }

  #renderForm(): TemplateResult {
    const { card, errors } = this.context.terms;
    const { notes } = card;
    return html`<form novalidate @submit=${this.#handleSubmit} @keydown=${this.#handleKey}>
      <label class="field">
        <span class="label">${notes.write}</span>
        <textarea
          class="input"
          rows="2"
          dir="auto"
          maxlength="10000"
          placeholder=${notes.placeholder}
        ></textarea>
      </label>
      <div class="choices">
        <label class="choice"><input class="checkbox" type="checkbox" name="alert" />${notes.alert}</label>
        <label class="choice"><input class="checkbox" type="checkbox" name="own" />${notes.forMe}</label>
        <span class="grow"></span>
        <button class="button primary small" aria-disabled=${this.isSaving ? 'true' : nothing}>
          ${notes.add}
        </button>
      </div>
      ${
        this.failure
          ? html`<p class="failure" role="alert">${notes.notSaved} ${errors[this.failure.code].hint}</p>`
          : nothing
      }
    </form>`;
  }

  #renderNote(note: ClientRecord): TemplateResult {
    const { context } = this;
    const { notes } = context.terms.card;
    const { text, author, at } = note.values;
    const isPinned = isOn(note, 'pinned');
    const when = typeof at === 'string' ? context.format.instant(at) : '';
    const canEdit = context.model.session.can('edit');
    return html`<li
      class="note ${isPinned ? 'pinned' : ''} ${isOn(note, 'alert') ? 'alert' : ''}"
      data-note=${note.id}
    >
      <p class="text" dir="auto">${text}</p>
      <div class="by">
        <span>${typeof author === 'string' && author !== '' ? notes.by(author, when) : when}</span>
        ${isOn(note, 'alert') ? badge(context.terms.records.notes.fields.alert, { icon: TriangleAlert, tone: 'danger' }) : nothing}
        ${note.values['audience'] === 'author' ? badge(notes.forMe, { icon: Lock }) : nothing}
        <span class="grow"></span>
        ${
          canEdit
            ? html`<button
                  class="button quiet icon-only small"
                  type="button"
                  aria-label=${isPinned ? notes.unpin : notes.pin}
                  title=${isPinned ? notes.unpin : notes.pin}
                  @click=${() => void this.#pin(note, !isPinned)}
                >
                  ${icon(isPinned ? PinOff : Pin)}
                </button>
                <button
                  class="button quiet icon-only small"
                  type="button"
                  aria-label=${notes.remove}
                  title=${notes.remove}
                  @click=${() => void this.#remove(note)}
                >
                  ${icon(Trash2)}
                </button>`
            : nothing
        }
      </div>
    </li>`;
  }

  readonly #handleSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#add();
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    void this.#add();
  };

  async #add(): Promise<void> {
    const text = this.textarea.value.trim();
    if (text === '' || this.isSaving) {
      this.textarea.focus();
      return;
    }
    const { session } = this.context.model;
    this.isSaving = true;
    this.failure = null;
    try {
      await this.#save(this.#id, null, {
        at: new Date().toISOString(),
        text,
        author: session.description?.actor.name ?? '',
        audience: this.ownBox.checked ? 'author' : 'all',
        alert: this.alertBox.checked,
        pinned: false,
      });
      this.#id = v7();
      this.textarea.value = '';
      this.alertBox.checked = false;
      this.ownBox.checked = false;
    } catch (cause) {
      this.failure = toError(cause, 'records.save');
    } finally {
      this.isSaving = false;
    }
  }

  async #pin(note: ClientRecord, pinned: boolean): Promise<void> {
    await this.#try(() => this.#save(note.id, note.version, { pinned }));
  }

  async #remove(note: ClientRecord): Promise<void> {
    const { notes } = this.context.terms.card;
    const { session } = this.context.model;
    await this.#try(async () => {
      await session.removeRecord('notes', note.id, note.version);
      const values = Object.fromEntries(Object.entries(note.values).filter(([, value]) => value !== null));
      this.toast({
        text: notes.removed,
        actionLabel: this.context.terms.common.undo,
        // Under an id of its own: the removed one's stays taken.
        onAction: () => void this.#try(() => this.#save(v7(), null, values as Patch)),
      });
    });
  }

  async #save(id: Id, version: number | null, patch: Patch): Promise<void> {
    const { session, id: client } = this.context.model;
    await session.saveRecord({ record: 'notes', id, version, client, patch });
  }

  /** Does what may be refused, says so, and shows what stands now. */
  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (cause) {
      const { title, hint } = this.context.terms.errors[toError(cause, 'records.save').code];
      this.toast({ text: `${title}. ${hint}`, tone: 'danger' });
      await this.pages?.load();
    }
  }
}

function isOn({ values }: ClientRecord, field: 'pinned' | 'alert'): boolean {
  return values[field] === true;
}
