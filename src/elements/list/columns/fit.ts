/** Around the words of a cell: its padding, and a hair so that nothing ends in an ellipsis. */
const PADDING = 22;

/** How wide the column of a head cell must be for all of its rows that are drawn, in CSS pixels; null where nothing can be measured. */
export function fittingWidth(head: Element): number | null {
  const cell = head.closest<HTMLElement>('[data-column]');
  const column = cell?.dataset['column'];
  const root = cell?.getRootNode();
  if (!cell || column === undefined || !(root instanceof ShadowRoot)) return null;
  const cells = [...root.querySelectorAll<HTMLElement>(`.canvas [data-column="${column}"]`)];
  const label = cell.querySelector<HTMLElement>('.label > .truncate');
  const widths = [...cells.map(contentWidth), label ? label.scrollWidth + 26 : 0];
  return Math.ceil(Math.max(...widths)) + PADDING;
}

/** The width of what a cell holds if it had all the room it wants: ellipses are undone by `scrollWidth`. */
function contentWidth(cell: HTMLElement): number {
  let hidden = 0;
  for (const part of cell.querySelectorAll<HTMLElement>('*')) {
    // An inline box has no client width, and hides nothing of its own.
    if (part.clientWidth > 0) hidden = Math.max(hidden, part.scrollWidth - part.clientWidth);
  }
  const range = document.createRange();
  range.selectNodeContents(cell);
  const { width } = range.getBoundingClientRect();
  return width + hidden;
}
