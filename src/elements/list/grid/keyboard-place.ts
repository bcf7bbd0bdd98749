import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Client, Id } from '../../../contract/index.js';
import type { ActiveCell } from './active-cell.js';
import type { GridColumn } from './columns.js';
import { placeOf } from './press.js';

/** What keeping the keyboard's place needs of the grid. */
interface PlacedGrid extends ReactiveControllerHost, HTMLElement {
  readonly active: ActiveCell;
  readonly isScrolling: boolean;
  /** Takes the focus while the row of the keyboard is not drawn. */
  readonly scroller: HTMLElement;
  /** The cell, if its row is drawn and can be seen. */
  drawnCell(at: ActiveCell): HTMLElement | null;
}

/**
 * Keeps the keyboard where it was while rows and columns change below it. Row elements draw other rows in time, come and go: whenever an
 * update leaves the focus on another cell than the active one, or on none, the active cell gets it, or the grid as long as that cell is not
 * drawn. So the focus never falls to the page.
 */
export class KeyboardPlace implements ReactiveController {
  readonly #grid: PlacedGrid;
  #before: HTMLElement | null = null;
  /** The grid holds the focus for a cell that is not drawn. */
  #isHeld = false;
  /** The row that the keyboard was on when rows were last drawn, and its client. */
  #stood: { readonly row: number; readonly id: Id } | null = null;
  #columns: readonly GridColumn[] = [];

  constructor(grid: PlacedGrid) {
    this.#grid = grid;
    grid.addController(this);
  }

  /** The element of the grid that has the focus. */
  get focused(): HTMLElement | null {
    const focused = this.#grid.shadowRoot?.activeElement;
    return focused instanceof HTMLElement ? focused : null;
  }

  /**
   * Where the keyboard is once these rows and columns are drawn: with its column when columns come, go or move; with its client when others
   * moved it to another row that is drawn; not past the last row.
   */
  follow(columns: readonly GridColumn[], total: number | null, rowOf: (id: Id) => number | null): ActiveCell {
    const { row, column } = this.#grid.active;
    return {
      row: this.#followRow(total === null ? row : Math.min(row, Math.max(0, total - 1)), rowOf),
      column: this.#followColumn(column, columns),
    };
  }

  #followRow(row: number, rowOf: (id: Id) => number | null): number {
    if (this.#stood?.row !== row || this.#grid.isScrolling || !this.focused) return row;
    const moved = rowOf(this.#stood.id);
    return moved !== null && this.#grid.drawnCell({ row: moved, column: 0 }) ? moved : row;
  }

  #followColumn(column: number, columns: readonly GridColumn[]): number {
    const before = this.#columns;
    this.#columns = columns;
    const own = before[column];
    if (before === columns || !own) return Math.max(0, Math.min(columns.length - 1, column));
    const now = columns.findIndex((each) => keyOf(each) === keyOf(own));
    return now >= 0 ? now : Math.max(0, Math.min(columns.length - 1, column));
  }

  /** The client on whose row the keyboard is now; undefined: of another question, or not there yet. */
  stand(client: Client | undefined): void {
    this.#stood = client ? { row: this.#grid.active.row, id: client.id } : null;
  }

  /** Gives the active cell the focus, or the grid for as long as it is not drawn. */
  take(): void {
    const { active, scroller } = this.#grid;
    const cell = this.#grid.drawnCell(active);
    this.#isHeld = cell === null;
    (cell ?? scroller).focus({ preventScroll: active.row >= 0 });
  }

  hostUpdate(): void {
    this.#before = this.focused;
  }

  hostUpdated(): void {
    const before = this.#before;
    if (!before) return;
    const { active, scroller, isScrolling } = this.#grid;
    const isLost = this.focused === null;
    if (before === scroller && !isLost) {
      if (this.#isHeld && !isScrolling && this.#grid.drawnCell(active)) this.take();
      return;
    }
    const at = placeOf(before);
    const isThere = before.isConnected && at?.row === active.row && at.column === active.column;
    if (!isThere || !this.#grid.drawnCell(active)) this.take();
    else if (isLost) before.focus({ preventScroll: true });
  }
}

const keyOf = (column: GridColumn): string => (column.kind === 'field' ? column.field.id : `:${column.kind}`);
