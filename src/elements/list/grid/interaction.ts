import type { Client, Field } from '../../../contract/index.js';
import type { ListModel } from '../model/list-model.js';
import { isTicked, tickedCount } from '../model/selection.js';
import { moveBy, type ActiveCell } from './active-cell.js';
import type { GridColumn } from './columns.js';
import { gridEvent } from './grid.events.js';
import { placeOf, type Press } from './press.js';

/** Most rows that Shift ticks at once. */
const MOST_RANGE = 1000;
const RESIZE_STEP = 8;

/** What the keys and clicks of the grid need of it. */
export interface InteractiveGrid extends EventTarget {
  readonly model: ListModel | null;
  readonly narrow: boolean;
  readonly active: ActiveCell;
  readonly columns: readonly GridColumn[];
  /** Null: not counted yet. */
  readonly total: number | null;
  /** Rows that the keyboard can come to; while they are not counted, the skeletons. */
  readonly rowCount: number;
  /** Rows that are seen at once. */
  readonly page: number;
  readonly isRtl: boolean;
  readonly isDragging: boolean;
  activate(to: ActiveCell): void;
  cellAt(at: ActiveCell): HTMLElement | null;
  clientAt(row: number): Client | null;
  settled(): Promise<unknown>;
}

const isModifier = ({ key }: KeyboardEvent): boolean => /^(Control|Shift|Alt|Meta)$/.test(key);

const opensMenu = (event: KeyboardEvent): boolean =>
  event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);

/** What opens under a held button would be dismissed by letting go. */
function whenReleased(event: MouseEvent, open: () => void): void {
  if (event.buttons === 0) open();
  else addEventListener('pointerup', () => setTimeout(open), { capture: true, once: true });
}

/** Keys and clicks of the grid, by the ARIA grid pattern; what they ask for leaves as the grid's events. It loads after the first rows. */
export class GridInteraction {
  readonly #grid: InteractiveGrid;
  #lastTicked: number | null = null;
  /** Wanted to the last row before there was one: to be in this column. */
  #toLast: number | null = null;
  /** The last key asked for a menu: the browser's own request for one may follow it. */
  #askedByKey = false;

  constructor(grid: InteractiveGrid) {
    this.#grid = grid;
  }

  /** Another question: the row that Shift would tick from is gone. */
  reset(): void {
    this.#lastTicked = null;
    this.#toLast = null;
  }

  /** The rows are counted. @param isHere whether the keyboard is still in the grid. */
  counted(isHere: boolean): void {
    const column = this.#toLast;
    this.#toLast = null;
    if (column === null || !isHere) return;
    const grid = this.#grid;
    void grid.settled().then(() => grid.activate({ row: grid.rowCount - 1, column }));
  }

  handle({ event, target, path }: Press): void {
    if (event instanceof KeyboardEvent) this.#handleKey(event);
    else if (event.type === 'click') this.#handleClick(event as MouseEvent, target, path);
    else this.#handleContextMenu(event as MouseEvent, target);
  }

  #handleKey(event: KeyboardEvent): void {
    const grid = this.#grid;
    const { model, active } = grid;
    if (!model || event.isComposing || event.keyCode === 229) return;
    if (!isModifier(event)) this.#toLast = null;
    this.#askedByKey = opensMenu(event);
    if (active.row < 0 && this.#handleHeadKey(event, model)) return;
    const to = moveBy(event, active, {
      rows: grid.rowCount,
      columns: grid.columns.length,
      page: grid.page,
      isRtl: grid.isRtl,
    });
    if (to && !(grid.narrow && to.row < 0)) {
      event.preventDefault();
      if (event.shiftKey && to.row !== active.row && to.row >= 0) this.#tickRange(active.row, to.row);
      const isFar = event.ctrlKey || event.metaKey;
      if (isFar && grid.total === null && to.row === grid.rowCount - 1) this.#toLast = to.column;
      grid.activate(to);
    } else if (active.row >= 0) this.#handleRowKey(event, model);
  }

  #handleRowKey(event: KeyboardEvent, model: ListModel): void {
    const { active, columns } = this.#grid;
    const client = this.#grid.clientAt(active.row);
    if (!client) return;
    const kind = columns[active.column]?.kind;
    const isTool = kind === 'star' || kind === 'menu';
    if (event.key === ' ' && !isTool) {
      if (event.shiftKey) this.#tickRange(this.#lastTicked ?? active.row, active.row);
      else this.#tick(client, active.row, !isTicked(model.ticks, client.id));
    } else if ((event.key === 'Enter' || event.key === ' ') && isTool) {
      this.#grid.cellAt(active)?.querySelector('button')?.click();
    } else if (event.key === 'Enter') this.#open(client, active.row, 'key');
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) this.#askForAll();
    else if (event.key === 'Escape' && tickedCount(model.ticks) > 0) model.clearTicks();
    else if (opensMenu(event)) this.#openRowMenu(client, active.row, this.#grid.cellAt(active));
    else return;
    event.preventDefault();
  }

  #handleHeadKey(event: KeyboardEvent, model: ListModel): boolean {
    const grid = this.#grid;
    const column = grid.columns[grid.active.column];
    const isPress = event.key === 'Enter' || event.key === ' ';
    if (column?.kind === 'tick' && isPress) this.#toggleAll();
    else if (column?.kind !== 'field') return false;
    else if (event.altKey && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) {
      const step = (event.key === 'ArrowRight') === grid.isRtl ? -1 : 1;
      if (event.shiftKey) model.resizeColumn(column.field.id, column.width + step * RESIZE_STEP);
      else this.#moveBy(column.field, step);
    } else if ((event.altKey && event.key === 'ArrowDown') || opensMenu(event)) {
      this.#openColumnMenu(column.field.id, grid.cellAt(grid.active));
    } else if (isPress) this.#sort(column.field, event.shiftKey);
    else return false;
    event.preventDefault();
    return true;
  }

  #moveBy(field: Field, step: 1 | -1): void {
    const grid = this.#grid;
    const columns = grid.model?.layout.columns ?? [];
    const from = columns.findIndex((each) => each.field === field.id);
    const to = from + step;
    if (to < 0 || to >= columns.length || !this.moveColumn(from, to)) return;
    const active = { row: -1, column: grid.active.column + step };
    void grid.settled().then(() => grid.activate(active));
  }

  /** Moves a column; false and a word to the user when that is refused. */
  moveColumn(from: number, to: number): boolean {
    const { model } = this.#grid;
    const field = model?.layout.columns[from]?.field;
    if (!model || field === undefined) return false;
    const reason = model.moveColumn(field, to);
    if (reason) this.#grid.dispatchEvent(gridEvent('clientele-grid-refused-0', { reason }));
    return reason === null;
  }

  #handleClick(event: MouseEvent, target: EventTarget | null, path: readonly EventTarget[]): void {
    this.#toLast = null;
    const at = placeOf(target);
    if (!(target instanceof Element) || !at) return;
    if (at.row < 0) return this.#handleHeadClick(event, target);
    const client = this.#grid.clientAt(at.row);
    if (!client) return;
    if (target.closest('[data-star]'))
      this.#grid.dispatchEvent(gridEvent('clientele-grid-favourite-0', { client }));
    else if (target.closest('[data-row-menu]')) this.#openRowMenu(client, at.row, target.closest('button'));
    else if (this.#grid.columns[at.column]?.kind === 'tick') {
      if (event.shiftKey && this.#lastTicked !== null) this.#tickRange(this.#lastTicked, at.row);
      else this.#tick(client, at.row, !isTicked((this.#grid.model as ListModel).ticks, client.id));
    } else this.#openByClick(event, target, path, client, at.row);
  }

  #openByClick(
    event: MouseEvent,
    target: Element,
    path: readonly EventTarget[],
    client: Client,
    row: number,
  ): void {
    const link = target.closest('a[href]');
    // A modified click on the link is the browser's: another tab, another window, a download.
    if (link && (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0)) return;
    const other = path.some(
      (node) => node instanceof Element && node !== link && node.matches('button, input, a[href]'),
    );
    const isSelecting = !link && document.getSelection()?.isCollapsed === false;
    if (other || isSelecting) return;
    event.preventDefault();
    this.#open(client, row, target.closest('.name') ? 'name' : 'row');
  }

  #handleHeadClick(event: MouseEvent, target: Element): void {
    const id = target.closest<HTMLElement>('[data-field]')?.dataset['field'];
    if (target.closest('[data-tick-all]')) {
      event.preventDefault();
      // The browser takes back what the press has ticked once the event is over; the box is drawn after that.
      setTimeout(() => this.#toggleAll());
    } else if (id === undefined || target.closest('[data-resize]') || this.#grid.isDragging) return;
    else if (target.closest('[data-column-menu]')) this.#openColumnMenu(id, target.closest('button'));
    else {
      const field = this.#grid.model?.fields.get(id);
      if (field) this.#sort(field, event.shiftKey);
    }
  }

  #handleContextMenu(event: MouseEvent, target: EventTarget | null): void {
    const isByKey = this.#askedByKey && event.button !== 2;
    const at = placeOf(target);
    const client = at && this.#grid.clientAt(at.row);
    // With Shift the browser's own menu is a right that everyone has.
    if (!isByKey && (!client || event.shiftKey)) return;
    event.preventDefault();
    if (isByKey || !client) return;
    whenReleased(event, () => this.#openRowMenu(client, at.row, this.#grid.cellAt(at)));
  }

  #open(client: Client, index: number, from: 'name' | 'row' | 'key'): void {
    this.#grid.dispatchEvent(gridEvent('clientele-grid-open-0', { client, index, from }));
  }

  #openRowMenu(client: Client, index: number, anchor: HTMLElement | null): void {
    if (anchor) this.#grid.dispatchEvent(gridEvent('clientele-grid-row-menu-0', { client, index, anchor }));
  }

  #openColumnMenu(field: string, anchor: HTMLElement | null): void {
    if (anchor) this.#grid.dispatchEvent(gridEvent('clientele-grid-column-menu-0', { field, anchor }));
  }

  #sort(field: Field, isAdded: boolean): void {
    const { model } = this.#grid;
    const able = model?.session.description?.capabilities.sort ?? true;
    if (field.sort && (able === true || able.includes(field.id))) model?.toggleSort(field.id, isAdded);
  }

  #tick(client: Client, row: number, isOn: boolean): void {
    this.#lastTicked = row;
    this.#grid.model?.tick([client.id], isOn);
  }

  #tickRange(from: number, to: number): void {
    const { model } = this.#grid;
    if (!model) return;
    this.#lastTicked = to;
    const rows = model.result.rows(
      Math.max(0, Math.min(from, to)),
      Math.min(MOST_RANGE, Math.abs(to - from) + 1),
    );
    model.tick(
      rows.flatMap((client) => (client ? [client.id] : [])),
      true,
    );
  }

  #toggleAll(): void {
    const { model } = this.#grid;
    if (model && tickedCount(model.ticks) > 0) model.clearTicks();
    else this.#askForAll();
  }

  #askForAll(): void {
    this.#grid.dispatchEvent(gridEvent('clientele-grid-tick-all-0', null));
  }
}
