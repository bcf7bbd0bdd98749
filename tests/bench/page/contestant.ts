import type { ColumnKey, Row } from '../data.js';

/** One table, as the harness drives it. */
export interface Contestant {
  /** Puts the data where its data lives before it is shown (for ours: the adapter). Not timed as "first rows". */
  prepare?(rows: readonly Row[]): Promise<void> | void;
  /** The call that gives it its data: "first rows" begins here. */
  show(room: HTMLElement, rows: readonly Row[]): Promise<void> | void;
  /** What a click on the header does. */
  sort(key: ColumnKey): void;
  scroller(): HTMLElement;
  /** Matches an element that is a row. */
  rowSelector: string;
  /** Rows are as tall as this, in px. */
  rowHeight: number;
}

declare global {
  interface Window {
    contestant: Contestant;
    bench: typeof import('./measure.js').bench;
  }
}
