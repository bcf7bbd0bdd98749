/** The rows that are drawn, and which row element draws each. */
export interface RowWindow {
  /** Position of the first drawn row. */
  start: number;
  /** How many are drawn. */
  size: number;
  /** Row `index` is drawn by element `(index - base) mod size`. */
  base: number;
  /** The rows that are seen, `from` to before `to`. After a jump only these are drawn, the others when the scrolling pauses. */
  seen: { from: number; to: number };
  /** No row of the window before is in this one. */
  isJump: boolean;
}

export const NO_ROWS: RowWindow = { start: 0, size: 0, base: 0, seen: { from: 0, to: 0 }, isJump: false };

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
  overscan: number,
): RowWindow {
  const size = Math.min(total, Math.ceil(viewport / rowHeight) + 1 + 2 * overscan);
  const start = Math.max(0, Math.min(total - size, Math.floor(top / rowHeight) - overscan));
  const overlaps = previous.size === size && Math.abs(start - previous.start) < size;
  const from = Math.floor(top / rowHeight);
  return {
    start,
    size,
    base: overlaps ? previous.base : start,
    seen: { from, to: from + Math.ceil(viewport / rowHeight) + 1 },
    isJump: !overlaps && previous.size === size,
  };
}

/** The key of the row element that draws a row. */
export function slotOf({ base, size }: RowWindow, index: number): number {
  return (((index - base) % size) + size) % size;
}

/** The row that a row element draws. */
export function indexOf({ start, base, size }: RowWindow, slot: number): number {
  return start + ((((slot - (start - base)) % size) + size) % size);
}

/** The row elements as their rows follow each other. */
export function slotsInOrder(window: RowWindow): number[] {
  return Array.from({ length: window.size }, (_, at) => slotOf(window, window.start + at));
}
