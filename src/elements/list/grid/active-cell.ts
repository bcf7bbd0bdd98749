/** Where the keyboard is: row −1 is the header. Columns count the tick box, the star, the fields and the row menu. */
export interface ActiveCell {
  readonly row: number;
  readonly column: number;
}

interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** Rows of a page. */
  readonly page: number;
  readonly isRtl: boolean;
}

/** Where a key of the ARIA grid pattern leads; null for other keys. */
export function moveBy(
  event: KeyboardEvent,
  { row, column }: ActiveCell,
  { rows, columns, page, isRtl }: Extent,
): ActiveCell | null {
  if (event.altKey) return null;
  const isFar = event.ctrlKey || event.metaKey;
  const lastRow = rows - 1;
  const lastColumn = columns - 1;
  const forward = isRtl ? -1 : 1;
  switch (event.key) {
    case 'ArrowDown':
      return { row: isFar ? lastRow : Math.min(lastRow, row + 1), column };
    case 'ArrowUp':
      return { row: isFar ? -1 : Math.max(-1, row - 1), column };
    case 'ArrowRight':
      return { row, column: clamp(column + forward, lastColumn) };
    case 'ArrowLeft':
      return { row, column: clamp(column - forward, lastColumn) };
    case 'Home':
      return { row: isFar ? Math.min(0, lastRow) : row, column: 0 };
    case 'End':
      return { row: isFar ? lastRow : row, column: lastColumn };
    case 'PageDown':
      return { row: Math.min(lastRow, row + page), column };
    case 'PageUp':
      return { row: row < 0 ? row : Math.max(0, row - page), column };
    default:
      return null;
  }
}

function clamp(value: number, last: number): number {
  return Math.max(0, Math.min(last, value));
}
