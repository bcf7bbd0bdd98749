import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ChevronDown, ChevronUp, GripVertical, Lock, Pin, RotateCcw, Search } from 'lucide';
import type { Field, FieldId } from '../../../contract/index.js';
import { FIELD_GROUPS } from '../../../contract/plain/names.js';
import { MAX_PINNED } from '../../../contract/plain/query.js';
import { catalogue } from '../../../locales/en/catalogue.js';
import { columns } from '../../../locales/en/columns.js';
import { list } from '../../../locales/en/list.js';
import { fold } from '../../../text/fold.js';
import { TermsController } from '../../locale.js';
import { AnnounceController } from '../../parts/announce.js';
import { icon } from '../../parts/icon.js';
import type { ClientelePopover } from '../../parts/popover.js';
import { ReorderController } from '../../parts/reorder.js';
import type { ClienteleSegmented } from '../../parts/segmented.js';
import { base, iconStyles } from '../../parts/styles/base.js';
import { buttonStyles } from '../../parts/styles/button.js';
import { choiceStyles } from '../../parts/styles/choice.js';
import { fieldStyles } from '../../parts/styles/field.js';
import { columnFields, isShown, type LayoutRefusal } from '../model/layout.js';
import type { Density, ListModel } from '../model/list-model.js';
import { ModelController } from '../model/model-controller.js';
import { columnsPanelStyles } from './columns-panel.styles.js';

const DENSITIES: readonly Density[] = ['comfortable', 'regular', 'compact'];

/**
 * The settings of the columns: which are shown, in which order, which are pinned, how high the rows are. Every change shows at once.
 *
 * @summary Popover of the gear (internal).
 * @tag clientele-list-columns-panel-0
 */
export class ListColumnsPanel extends LitElement {
  static override styles = [base, iconStyles, buttonStyles, fieldStyles, choiceStyles, columnsPanelStyles];

  @property({ attribute: false }) model: ListModel | null = null;
  @property({ attribute: false }) labelOf: (field: Field) => string = (field) => field.id;
  @property() density: Density = 'regular';

  @state() private typed = '';
  /** Why the last change was refused; null: it was not. */
  @state() private refusal: LayoutRefusal | null = null;
  @query('clientele-popover-0') private popoverElement!: ClientelePopover;

  #words = new TermsController(this, { columns, catalogue, list });
  #announcer = new AnnounceController(this);
  #reorder: ReorderController;

  constructor() {
    super();
    new ModelController(this);
    this.#reorder = new ReorderController(this, {
      axis: 'y',
      items: () => [...this.renderRoot.querySelectorAll<HTMLElement>('.shown')],
      scroller: () => this.popoverElement.shadowRoot?.querySelector<HTMLElement>('.body') ?? null,
      canMove: (from, to) => Math.min(from, to) >= (this.model?.layout.pinned ?? 0),
      onMove: (from, to) => this.#move(from, to, 'grip'),
    });
  }

  async toggle(anchor: Element): Promise<void> {
    await this.#words.whenReady();
    this.refusal = null;
    this.typed = '';
    this.popoverElement.toggle(anchor);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { model } = this;
    if (!model) return nothing;
    const { columns } = this.#words.terms;
    return html`${this.#announcer.render()}
      <clientele-popover-0 aria-label=${columns.title} placement="bottom-end" @keydown=${this.#handleKey}>
        <div class="head" slot="header">
          <div class="input-group">
            ${icon(Search)}
            <input
              type="search"
              autocomplete="off"
              spellcheck="false"
              aria-label=${columns.search}
              placeholder=${columns.search}
              .value=${this.typed}
              @input=${(event: Event) => (this.typed = (event.target as HTMLInputElement).value)}
            />
          </div>
          <p class="lock">${icon(Lock)}<span>${columns.pinned(model.layout.pinned, MAX_PINNED)}</span></p>
          <p class="error" role="alert" ?hidden=${this.refusal === null}>
            ${this.refusal ? this.#words.terms.columns.refused[this.refusal] : nothing}
          </p>
        </div>
        ${this.typed.trim() === '' ? this.#renderShown(model) : nothing} ${this.#renderAll(model)}
        <div class="foot" slot="footer">
          <span class="label">${columns.density}</span>
          <button class="button small quiet" type="button" @click=${this.#handleReset}>
            ${icon(RotateCcw)}${columns.reset}
          </button>
          <clientele-segmented-0
            label=${columns.density}
            .options=${DENSITIES.map((value) => ({ value, label: columns.densities[value] }))}
            value=${this.density}
            @change=${(event: Event) =>
              model.setDensity((event.target as ClienteleSegmented).value as Density)}
          ></clientele-segmented-0>
        </div>
      </clientele-popover-0>`;
  }

  #renderShown(model: ListModel): TemplateResult {
    const { columns } = this.#words.terms;
    return html`<h3 id="shown">${columns.shown}</h3>
      <ul aria-labelledby="shown">
        ${repeat(
          model.layout.columns,
          ({ field }) => field,
          ({ field: id }, index) => {
            const field = model.fields.get(id);
            return field ? this.#renderShownColumn(model, field, index) : nothing;
          },
        )}
      </ul>`;
  }

  #renderShownColumn(model: ListModel, field: Field, index: number): TemplateResult {
    const { columns } = this.#words.terms;
    const { layout } = model;
    const label = this.labelOf(field);
    const isPinned = index < layout.pinned;
    const mover = (by: -1 | 1): TemplateResult => {
      const to = index + by;
      const isPossible = !isPinned && to >= layout.pinned && to < layout.columns.length;
      const name = by < 0 ? columns.moveUp(label) : columns.moveDown(label);
      return html`<button
        class="tool"
        type="button"
        data-control=${by < 0 ? 'up' : 'down'}
        aria-label=${name}
        title=${name}
        aria-disabled=${isPossible ? nothing : 'true'}
        @click=${() => this.#move(index, to, by < 0 ? 'up' : 'down')}
      >
        ${icon(by < 0 ? ChevronUp : ChevronDown)}
      </button>`;
    };
    return html`<li class="shown ${isPinned ? 'pinned' : ''}" data-field=${field.id}>
      <button
        class="tool grip"
        type="button"
        data-control="grip"
        aria-label=${columns.grip(label)}
        aria-disabled=${isPinned ? 'true' : nothing}
        title=${isPinned ? this.#words.terms.columns.refused.pinned_order_is_fixed : columns.grip(label)}
        @pointerdown=${isPinned ? nothing : this.#reorder.handlePointerDown}
        @keydown=${this.#reorder.handleKey}
      >
        ${icon(GripVertical)}
      </button>
      <span class="truncate" title=${label}>${label}</span>
      ${mover(-1)}${mover(1)}
      <button
        class="tool pin"
        type="button"
        data-control="pin"
        aria-pressed=${isPinned ? 'true' : 'false'}
        aria-label=${columns.pinColumn(label)}
        title=${columns.pinColumn(label)}
        @click=${() => this.#pin(field)}
      >
        ${icon(Pin, { filled: isPinned })}
      </button>
    </li>`;
  }

  #renderAll(model: ListModel): TemplateResult {
    const { columns, catalogue } = this.#words.terms;
    const needle = fold(this.typed);
    const found = columnFields(model.fields).filter((field) => fold(this.labelOf(field)).includes(needle));
    if (found.length === 0) return html`<p class="nothing" role="status">${columns.noSuchColumn}</p>`;
    return html`<h3 class=${needle === '' ? 'all' : 'visually-hidden'}>${columns.available}</h3>
      ${FIELD_GROUPS.map((group) => {
        const fields = found.filter((field) => field.group === group);
        if (fields.length === 0) return nothing;
        return html`<fieldset>
          <legend>${catalogue.groups[group]}</legend>
          ${fields.map(
            (field) =>
              html`<label class="choice"
                ><input
                  class="checkbox"
                  type="checkbox"
                  data-column=${field.id}
                  .checked=${isShown(model.layout, field.id)}
                  @change=${(event: Event) => this.#toggle(field, event.target as HTMLInputElement)}
                /><span>${this.labelOf(field)}</span></label
              >`,
          )}
        </fieldset>`;
      })}`;
  }

  #refuse(reason: LayoutRefusal | null): boolean {
    // The same reason twice is said twice: an alert speaks when its text changes.
    this.refusal = null;
    if (reason) void this.updateComplete.then(() => (this.refusal = reason));
    return reason !== null;
  }

  #toggle(field: Field, box: HTMLInputElement): void {
    const { model } = this;
    if (!model) return;
    if (this.#refuse(model.toggleColumn(field))) {
      box.checked = true;
      return;
    }
    const { columns } = this.#words.terms;
    const label = this.labelOf(field);
    this.#announcer.announce(box.checked ? columns.nowShown(label) : columns.nowHidden(label));
  }

  #move(from: number, to: number, control: 'up' | 'down' | 'grip'): void {
    const { model } = this;
    const id = model?.layout.columns[from]?.field;
    const field = id === undefined ? undefined : model?.fields.get(id);
    if (!model || !field || to < 0 || to >= model.layout.columns.length) return;
    if (this.#refuse(model.moveColumn(field.id, to))) return;
    const { columns } = this.#words.terms;
    this.#announcer.announce(columns.placed(this.labelOf(field), to + 1, model.layout.columns.length));
    this.#refocus(field.id, control);
  }

  #pin(field: Field): void {
    const { model } = this;
    if (!model || this.#refuse(model.togglePin(field.id))) return;
    const { columns } = this.#words.terms;
    const label = this.labelOf(field);
    const { layout } = model;
    const isPinned = layout.columns.findIndex(({ field: id }) => id === field.id) < layout.pinned;
    this.#announcer.announce(
      isPinned ? columns.nowPinned(label, layout.pinned, MAX_PINNED) : columns.nowUnpinned(label),
    );
    this.#refocus(field.id, 'pin');
  }

  /** A row that has moved in the document has lost the focus on the way. */
  #refocus(field: FieldId, control: string): void {
    void this.updateComplete.then(() => {
      const row = [...this.renderRoot.querySelectorAll<HTMLElement>('.shown')].find(
        (each) => each.dataset['field'] === field,
      );
      row?.querySelector<HTMLElement>(`[data-control='${control}']`)?.focus();
    });
  }

  readonly #handleReset = (): void => {
    this.model?.resetColumns();
    this.refusal = null;
    this.#announcer.announce(this.#words.terms.columns.wasReset);
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.typed === '' || event.isComposing) return;
    event.preventDefault();
    this.typed = '';
  };
}
