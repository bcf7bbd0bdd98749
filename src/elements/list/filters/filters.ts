import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ListFilter } from 'lucide';
import type { Field, FieldId, Node } from '../../../contract/index.js';
import { common } from '../../../locales/en/common.js';
import { filters } from '../../../locales/en/filters.js';
import { list } from '../../../locales/en/list.js';
import type { Formatter } from '../../../sdk/types.js';
import { TermsController } from '../../locale.js';
import { AnnounceController } from '../../parts/announce.js';
import { icon } from '../../parts/icon.js';
import { base, iconStyles } from '../../parts/styles/base.js';
import { buttonStyles } from '../../parts/styles/button.js';
import { listEvent, type Offer } from '../list.events.js';
import { conditionsOf, type ListModel } from '../model/list-model.js';
import { ModelController } from '../model/model-controller.js';
import type { ChipOpenEvent, ChipRemovedEvent, ListChips } from './chips.js';
import type { ListFilterEditor } from './filter-editor.js';
import type { ListFilterNote } from './filter-note.js';
import { filtersStyles } from './filters.styles.js';

/**
 * The row of filters: chips of what is asked, a button for more, and how many are found. Chips and editors load when they are first wanted.
 *
 * @summary Filters of the list as chips (internal).
 * @tag clientele-list-filters-0
 * @slot - At the row's end.
 */
export class ListFilters extends LitElement {
  static override styles = [base, iconStyles, buttonStyles, filtersStyles];

  @property({ attribute: false }) model: ListModel | null = null;
  @property({ attribute: false }) format!: Formatter;
  @property({ attribute: false }) labelOf: (field: Field) => string = (field) => field.id;
  @property({ attribute: false }) offers: ReadonlySet<Offer> = new Set();
  @property({ type: Boolean, reflect: true }) narrow = false;

  /** What the condition being made would find. */
  @state() private drafted: number | null = null;
  @state() private hasEditor = false;
  /** The place of the condition that is said in words, as no editor here keeps it. */
  @state() private noted: number | null = null;
  @query('.add') private addButton!: HTMLButtonElement;
  @query('clientele-list-chips-0') private chips!: ListChips | null;
  @query('clientele-list-filter-editor-0') private editor!: ListFilterEditor | null;

  @query('clientele-list-filter-note-0') private note!: ListFilterNote | null;

  #words = new TermsController(this, { filters, list, common });
  #announcer = new AnnounceController(this);
  #hasChips = false;

  constructor() {
    super();
    new ModelController(this);
  }

  /** Opens the menu of filters. */
  async addFilter(): Promise<void> {
    await (await this.#load()).add(this.addButton);
  }

  /** Opens the editor of a field. */
  async addField(field: FieldId): Promise<void> {
    await (await this.#load()).addField(field, this.addButton);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (!this.#hasChips && this.model && conditionsOf(this.model.filters).length > 0) {
      this.#hasChips = true;
      void import('./chips.define.js');
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { model } = this;
    if (!model) return nothing;
    const { terms } = this.#words;
    const count = conditionsOf(model.filters).length;
    return html`${this.#announcer.render()}
      <div class="row ${count > 0 ? 'holds' : ''}" part="filters">
        <div class="chips">
          ${
            this.#hasChips
              ? html`<div
                  class="list"
                  role=${count > 0 ? 'list' : nothing}
                  aria-label=${terms.filters.filters}
                >
                  <clientele-list-chips-0
                    .model=${model}
                    .format=${this.format}
                    .labelOf=${this.labelOf}
                    @clientele-chip-open-0=${this.#handleOpen}
                    @clientele-chip-removed-0=${this.#handleRemoved}
                    @clientele-chips-empty-0=${() => this.addButton.focus()}
                  ></clientele-list-chips-0>
                </div>`
              : nothing
          }
          <button
            class="button small quiet add"
            type="button"
            aria-haspopup="dialog"
            aria-expanded="false"
            @click=${this.addFilter}
          >
            ${icon(ListFilter)}${terms.filters.filter}
          </button>
          ${
            count > 1
              ? html`<button class="button small quiet" type="button" @click=${this.#handleClear}>
                  ${terms.filters.clearAll}
                </button>`
              : nothing
          }
        </div>
        ${this.#renderFound(model)}
        <slot></slot>
      </div>
      ${
        this.hasEditor
          ? html`<clientele-list-filter-editor-0
              .model=${model}
              .format=${this.format}
              .labelOf=${this.labelOf}
              .onCount=${this.#handleCount}
              .onAdd=${this.#handleAdded}
            ></clientele-list-filter-editor-0>`
          : nothing
      }${
        this.noted === null
          ? nothing
          : html`<clientele-list-filter-note-0
              .onBuild=${this.offers.has('segments') ? this.#handleSave : null}
              .onRemove=${() => this.chips?.removeChip(this.noted ?? -1)}
            ></clientele-list-filter-note-0>`
      }`;
  }

  /** Always there, so that a screen reader knows the region before it speaks. */
  #renderFound(model: ListModel): TemplateResult {
    const { terms } = this.#words;
    const { result } = model;
    const isAsked = model.where.where.kind !== 'everyone' || this.drafted !== null;
    const total = this.drafted ?? (result.state === 'error' ? null : result.total);
    const canSave =
      this.offers.has('segments') && model.filters.where.kind !== 'everyone' && result.state === 'ready';
    return html`<div class="found">
      <span role="status">${isAsked && total !== null ? terms.list.found(total) : nothing}</span>
      ${
        canSave
          ? html`<span aria-hidden="true">·</span
              ><button class="link-button" type="button" @click=${this.#handleSave}>
                ${terms.filters.saveAsSegment}
              </button>`
          : nothing
      }
    </div>`;
  }

  async #load(): Promise<ListFilterEditor> {
    await import('./filter-editor.define.js');
    this.hasEditor = true;
    await this.updateComplete;
    const editor = this.editor as ListFilterEditor;
    await editor.updateComplete;
    return editor;
  }

  async #handleOpen({ index, anchor, text }: ChipOpenEvent): Promise<void> {
    const editor = await this.#load();
    if (await editor.edit(index, anchor)) return;
    await import('./filter-note.define.js');
    this.noted = index;
    await this.updateComplete;
    await this.note?.show(text, anchor);
  }

  #handleRemoved(event: ChipRemovedEvent): void {
    this.#announcer.announce(event.text);
  }

  readonly #handleAdded = (condition: Node): void => {
    void import('./chips.define.js').then(async () => {
      await this.updateComplete;
      if (!this.isConnected) return;
      this.#announcer.announce(this.chips?.addedText(condition) ?? '');
    });
  };

  readonly #handleCount = (count: number | null): void => {
    this.drafted = count;
  };

  readonly #handleClear = (): void => {
    this.model?.clearFilters();
    this.addButton.focus();
  };

  readonly #handleSave = (): void => {
    const { model } = this;
    if (model) this.dispatchEvent(listEvent('clientele-list-segments', { document: model.filters }));
  };
}
