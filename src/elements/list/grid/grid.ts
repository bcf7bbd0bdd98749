import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Client, Field, Id } from '../../../contract/index.js';
import type { Formatter, ResultSet } from '../../../sdk/types.js';
import { afterPaint } from '../../parts/after-paint.js';
import { Late } from '../../parts/late.js';
import { setStyle } from '../../parts/set-style.js';
import { avatarStyles } from '../../parts/styles/avatar.js';
import { base, iconStyles, scrollStyles } from '../../parts/styles/base.js';
import { badgeStyles } from '../../parts/styles/badge.js';
import { checkboxStyles } from '../../parts/styles/checkbox.js';
import { skeletonStyles } from '../../parts/styles/skeleton.js';
import type { ListModel } from '../model/list-model.js';
import { ModelController } from '../model/model-controller.js';
import type { ActiveCell } from './active-cell.js';
import type { CellTitles } from './cell-titles.js';
import type { CellContext } from './cells.js';
import { CARD_COLUMNS, rememberedColumns, type GridColumn, type GridColumns } from './columns.js';
import { DrawnRows } from './drawn-rows.js';
import { GridFrame } from './frame.js';
import { gridStyles } from './grid.styles.js';
import { renderHead } from './head.js';
import type { HeadTools } from './head-tools.js';
import { HostCells } from './host-cells.js';
import { inOrder } from './in-order.js';
import type { GridInteraction, InteractiveGrid } from './interaction.js';
import { KeyboardPlace } from './keyboard-place.js';
import { holdBack, placeOf, pressOf } from './press.js';
import { parkRow, renderRow, type RowContext } from './row.js';
import type { GridTerms } from './terms.js';

const SETTLE_MS = 160;
/** The header row with its hairline. */
const HEAD_HEIGHT = 35;

/**
 * The rows of the client list: only those seen are drawn, however many there are.
 *
 * @summary Virtual rows with header, keyboard grid and ticks (internal).
 * @tag clientele-list-grid-0
 * @csspart row - A row; `selected` beside it when ticked.
 * @csspart cell - A cell.
 * @csspart name - The client's name.
 */
export class ListGrid extends LitElement implements InteractiveGrid {
  static override styles = [
    base,
    iconStyles,
    scrollStyles,
    checkboxStyles,
    badgeStyles,
    avatarStyles,
    skeletonStyles,
    gridStyles,
  ];

  @property({ attribute: false }) model: ListModel | null = null;
  @property({ attribute: false }) terms!: GridTerms;
  /** Values in the language of the list. */
  @property({ attribute: false }) format!: Formatter;
  @property({ attribute: false }) hrefOf: ((id: Id) => string) | null = null;
  /** Label of a field in the language of the list. */
  @property({ attribute: false }) labelOf: (field: Field) => string = (field) => field.id;
  /** The row height is read anew when it changes. */
  @property({ attribute: false }) density = 'regular';
  /** Rows as cards. */
  @property({ type: Boolean, reflect: true }) narrow = false;
  /** The client whose card or panel is open. */
  @property({ attribute: false }) openId: Id | null = null;

  @state() active: ActiveCell = { row: 0, column: 0 };
  @query('.scroller') scroller!: HTMLElement;

  readonly #drawn = new DrawnRows();
  readonly frame = new GridFrame(this.#drawn, () => {
    this.requestUpdate();
    this.performUpdate();
  });
  #isScrolling = false;
  #result: ResultSet | null = null;
  /** Where the rows have been put by the update that is on its way: scrolled to once they are that tall. */
  #scrollTo: number | null = null;
  readonly #interaction = new Late<GridInteraction>(
    this,
    async () => new (await import('./interaction.js')).GridInteraction(this),
  );
  #place = new KeyboardPlace(this);
  #pointerIsInside = false;
  #settleTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #hostCells = new HostCells();
  readonly #columnsOf = rememberedColumns();
  #tools: HeadTools | null = null;
  readonly #titles = new Late<CellTitles>(
    this,
    async () => new (await import('./cell-titles.js')).CellTitles(this),
  );
  /** Scrolled sideways, or about to be. Only then do pinned cells have to be held: every one held costs a layer. */
  #isAside = false;

  constructor() {
    super();
    new ModelController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.frame.observe(this.scroller);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.frame.disconnect();
    clearTimeout(this.#settleTimer);
    this.#isScrolling = false;
  }

  /** Brings a row into view and puts the keyboard there. */
  focusRow(row: number, column = this.active.column): void {
    this.activate({ row, column });
  }

  /** Gives the keyboard's cell the focus, where it is: nothing scrolls. */
  takeFocus(): void {
    this.#place.take();
  }

  get total(): number | null {
    return this.model?.result.total ?? null;
  }

  /** Rows that the keyboard can come to; while they are not counted, the skeletons. */
  get rowCount(): number {
    return this.total ?? this.#drawn.seen;
  }

  /** Keys and clicks are answered at once; before, they wait. */
  get isAnswering(): boolean {
    return this.#interaction.value !== null;
  }

  get isScrolling(): boolean {
    return this.#isScrolling;
  }

  get columns(): readonly GridColumn[] {
    return this.#layout.columns;
  }

  get page(): number {
    return this.#drawn.page;
  }

  get isRtl(): boolean {
    return getComputedStyle(this).direction === 'rtl';
  }

  get isDragging(): boolean {
    return this.#tools?.reorder.isDragging ?? false;
  }

  settled(): Promise<unknown> {
    return this.updateComplete;
  }

  get #layout(): GridColumns {
    const { model } = this;
    return model && !this.narrow ? this.#columnsOf(model) : CARD_COLUMNS;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { model } = this;
    if (!model) return;
    if (!this.hasUpdated) this.frame.guess();
    if (changed.has('density') || changed.has('narrow')) this.#measureRow();
    if (model.result !== this.#result) {
      const isOther =
        this.#result === null ||
        JSON.stringify([model.result.question.where, model.result.question.sort]) !==
          JSON.stringify([this.#result.question.where, this.#result.question.sort]);
      this.#result = model.result;
      if (isOther) this.#toTop();
    }
    const { result } = model;
    // Rows under the pointer stay where they are; what others changed moves rows only when nobody points at one.
    if (result.stale && !this.#pointerIsInside && result.state === 'ready') result.refresh();
    this.#moveTo(this.#place.follow(this.columns, result.total, (id) => result.positionOf(id)));
    if (this.narrow && this.active.row < 0) this.#moveTo({ row: 0, column: this.active.column });
  }

  #moveTo({ row, column }: ActiveCell): void {
    if (row !== this.active.row || column !== this.active.column) this.active = { row, column };
  }

  #toTop(): void {
    this.#interaction.value?.reset();
    this.#place.stand(undefined);
    this.active = { row: Math.min(this.active.row, 0), column: this.active.column };
    if (!this.hasUpdated) return;
    this.scroller.scrollTop = this.#drawn.map.go(0);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { model, terms } = this;
    if (!model) return nothing;
    const { columns, template, width, pinned } = this.#layout;
    const { total, rowCount } = this;
    const isUnknown = total === null;
    const { start, size } = this.#drawn.draw(rowCount, this.narrow ? 0 : HEAD_HEIGHT);
    const rows = isUnknown ? [] : model.result.rows(start, size);
    this.#place.stand(rows[this.active.row - start]);
    const hasTabStop = this.active.row < 0 || this.#drawn.isDrawn(this.active.row);
    return html`<div
      class=${`scroller scrolls${width > this.frame.width ? ' wide' : ''}${this.#isAside ? ' aside' : ''}`}
      role="grid"
      aria-label=${terms.clients}
      aria-rowcount=${isUnknown ? -1 : total + 1}
      aria-colcount=${columns.length}
      aria-multiselectable="true"
      aria-busy=${String(model.result.state === 'loading')}
      tabindex=${hasTabStop && rowCount > 0 ? -1 : 0}
      ${setStyle({
        '--_columns': template,
        '--_inline-size': this.narrow ? null : `${width}px`,
        '--_row-width': this.frame.width > 0 ? `${Math.max(width, this.frame.width)}px` : null,
        '--_pinned': this.narrow ? null : `${pinned}px`,
      })}
      @scroll=${this.#handleScroll}
      @wheel=${this.#handleWheel}
      @keydown=${this.#handlePress}
      @click=${this.#handlePress}
      @contextmenu=${this.#handlePress}
      @focusin=${this.#handleFocus}
    >
      ${this.narrow ? nothing : this.#renderHead(columns)}
      <div
        class="canvas"
        role="rowgroup"
        ${setStyle({ 'block-size': `${this.#drawn.map.height}px` })}
        @pointerenter=${this.#handlePointer}
        @pointerleave=${this.#handlePointer}
        @pointerover=${this.#handleOver}
      >
        ${this.#renderRows(rows, start, columns)}
      </div>
    </div>`;
  }

  #renderHead(columns: readonly GridColumn[]): TemplateResult {
    const model = this.model as ListModel;
    const { sort } = model.session.description?.capabilities ?? { sort: true };
    return html`<div class="head" role="rowgroup" @pointerenter=${this.#loadTools}>
      ${renderHead({
        columns,
        sort: model.sort,
        ticks: model.ticks,
        total: this.total ?? 0,
        terms: this.terms,
        isSortable: (field) => field.sort && (sort === true || sort.includes(field.id)),
        labelOf: this.labelOf,
        activeColumn: this.active.row < 0 ? this.active.column : -1,
        onGrab: (event) => this.#tools?.reorder.handlePointerDown(event),
        onResizeStart: (event) => this.#tools?.resize.handlePointerDown(event),
        onResizeKey: (event) => this.#tools?.resize.handleKey(event),
      })}
    </div>`;
  }

  #renderRows(rows: readonly (Client | undefined)[], start: number, columns: readonly GridColumn[]): unknown {
    const model = this.model as ListModel;
    const context: RowContext = {
      ...(this.cellContext as CellContext),
      terms: this.terms,
      columns,
      ticks: model.ticks,
      active: this.active,
      hasTools: this.frame.isComplete,
      elementOf: this.#hostCells.elementOf,
    };
    const drawn = this.#drawn;
    const held = this.#place.focused ? this.active.row : -1;
    return inOrder(drawn.slots(this.#isScrolling), drawn.slotOf(held), (slot) => {
      const index = drawn.indexOf(slot);
      return drawn.isParked(index)
        ? parkRow(index)
        : renderRow(rows[index - start], index, drawn.topOf(index), context);
    });
  }

  get cellContext(): CellContext | null {
    const { model, format, terms, hrefOf } = this;
    return model && { session: model.session, format, terms, hrefOf };
  }

  protected override firstUpdated(): void {
    this.frame.observe(this.scroller);
    afterPaint(() => this.#interaction.wanted);
    afterPaint(this.#loadTools);
  }

  readonly #loadTools = async (): Promise<void> => {
    const { createHeadTools } = await import('./head-tools.js');
    this.#tools ??= createHeadTools(
      this,
      () => this.scroller,
      (from, to) => this.#interaction.with((interaction) => interaction.moveColumn(from, to)),
    );
  };

  protected override updated(): void {
    if (this.#scrollTo !== null) this.scroller.scrollTop = this.#scrollTo;
    this.#scrollTo = null;
    if (this.total !== null) this.#interaction.value?.counted(this.#place.focused !== null);
  }

  /** The tokens decide how tall a row is; the row under the eye stays where it is. */
  #measureRow(): void {
    const token = this.narrow ? '--_card-height' : '--_row-height';
    const height = Number.parseFloat(getComputedStyle(this).getPropertyValue(token)) || 36;
    this.#scrollTo = this.#drawn.setRowHeight(height, this.rowCount) ?? this.#scrollTo;
  }

  /** Before the scroll that it asks for, so that what is pinned does not move with its first frame. */
  readonly #handleWheel = {
    passive: true,
    handleEvent: (event: WheelEvent): void => {
      if (event.deltaX !== 0 || event.shiftKey) this.#setAside(true);
    },
  };

  #setAside(isAside: boolean): void {
    if (isAside === this.#isAside) return;
    this.#isAside = isAside;
    this.requestUpdate();
  }

  readonly #handleScroll = (): void => {
    this.#drawn.map.scrolled(this.scroller.scrollTop);
    if (this.scroller.scrollLeft !== 0) this.#setAside(true);
    this.#isScrolling = true;
    clearTimeout(this.#settleTimer);
    this.#settleTimer = setTimeout(this.#settle, SETTLE_MS);
    this.#titles.value?.clear();
    // In the same frame as the scroll, so that no frame is painted without its rows.
    this.frame.draw();
  };

  readonly #settle = (): void => {
    this.#setAside(this.scroller.scrollLeft !== 0);
    this.#isScrolling = false;
    const top = this.#drawn.map.settle();
    if (top !== null) this.scroller.scrollTop = top;
    this.frame.draw();
  };

  readonly #handlePointer = (event: PointerEvent): void => {
    this.#pointerIsInside = event.type === 'pointerenter' && event.pointerType === 'mouse';
    if (!this.#pointerIsInside && this.model?.result.stale) this.requestUpdate();
  };

  readonly #handleOver = ({ target }: PointerEvent): void => {
    this.#titles.with((titles) => titles.show(target));
  };

  /** What is pressed before what answers it is there waits for it. */
  readonly #handlePress = (event: Event): void => {
    const press = pressOf(event);
    if (!this.#interaction.value) holdBack(press);
    this.#interaction.with((interaction) => interaction.handle(press));
  };

  readonly #handleFocus = (event: FocusEvent): void => {
    const at = placeOf(event.target);
    if (at) this.#moveTo(at);
  };

  clientAt(row: number): Client | null {
    return row < 0 ? null : (this.model?.result.rows(row, 1)[0] ?? null);
  }

  /** Moves the keyboard to a cell, scrolling it into view. */
  activate(to: ActiveCell): void {
    this.active = to;
    const top = to.row < 0 ? null : this.#drawn.bring(to.row);
    if (top !== null) this.scroller.scrollTop = top;
    this.frame.draw();
    this.#place.take();
    this.cellAt(to)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  drawnCell(at: ActiveCell): HTMLElement | null {
    return at.row < 0 || this.#drawn.isDrawn(at.row) ? this.cellAt(at) : null;
  }

  cellAt({ row, column }: ActiveCell): HTMLElement | null {
    const scope = row < 0 ? '.head' : `.canvas > [data-index="${row}"]`;
    return this.renderRoot.querySelector<HTMLElement>(`${scope} [data-column="${column}"]`);
  }
}
