/** The rows that are drawn, and which row element draws each. */
export interface RowWindow {
  /** Position of the first drawn row. */
  start: number;
  /** How many are drawn. */
  size: number;
  /** Row `index` is drawn by element `(index - base) mod size`. */
  base: number;
}

export const NO_ROWS: RowWindow = { start: 0, size: 0, base: 0 };

/**
 * The window for what is seen, with some rows more on either side. A row element keeps its row while the row stays in the window (so that focus,
 * hover and photos stay); after a jump the elements begin anew in document order, which spares moving them.
 */
export function windowFor(
  top: number,
  viewport: number,
  rowHeight: number,
  total: number,
  previous: RowWindow,
  overscan = 4,
): RowWindow {
  const size = Math.min(total, Math.ceil(viewport / rowHeight) + 1 + 2 * overscan);
  const start = Math.max(0, Math.min(total - size, Math.floor(top / rowHeight) - overscan));
  const overlaps = previous.size === size && Math.abs(start - previous.start) < size;
  return { start, size, base: overlaps ? previous.base : start };
}

/** The key of the row element that draws a row. */
export function slotOf({ base, size }: RowWindow, index: number): number {
  return (((index - base) % size) + size) % size;
}
