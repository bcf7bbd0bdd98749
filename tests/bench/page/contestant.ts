import type { ColumnKey, Row } from '../data.js';
import type { bench } from './measure.js';

export const DENSITIES = ['compact', 'regular', 'comfortable'] as const;
export type Density = (typeof DENSITIES)[number];

/** One table, as the harness drives it. */
export interface Contestant {
  /** Puts the data where it lives before it is shown (for ours: the adapter). Not timed as "first rows". */
  prepare?(rows: readonly Row[]): Promise<void> | void;
  /** The call that gives it its data: "first rows" begins here, and waits for nothing but what is seen. */
  show(room: HTMLElement, rows: readonly Row[]): void;
  /** What a click on the header does. */
  sort(key: ColumnKey): void;
  /** Null: it is not there yet. */
  scroller(): HTMLElement | null;
  /** Matches an element that is a row. */
  rowSelector: string;
  /** Rows are as tall as this, in px. */
  rowHeight: number;
  /** A point within the e-mail column, from the left of the page: no two rows show the same there. */
  probeX: number;
  /** The order of its rows while nothing is sorted, where that is not the order they came in. */
  unsorted?(one: Row, other: Row): number;
  /** For a table with densities. */
  setDensity?(density: Density): void;
}

declare global {
  interface Window {
    contestant: Contestant;
    bench: typeof bench;
  }
}
