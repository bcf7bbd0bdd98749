import './contestant.js';

/** What a user sees at a point, through shadow roots. */
function elementAt(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  while (found?.shadowRoot) {
    const inner = found.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
}

function rowOf(element: Element | null): Element | null {
  let at: Node | null = element;
  while (at) {
    if (at instanceof Element && at.matches(window.contestant.rowSelector)) return at;
    at =
      at instanceof ShadowRoot
        ? at.host
        : at instanceof Element && at.assignedSlot
          ? at.assignedSlot
          : at.parentNode;
  }
  return null;
}

/** The e-mail of the row at a height of the page; '' where its row shows nothing yet, null where there is no row. */
export function emailAt(y: number): string | null {
  let element = elementAt(window.contestant.probeX, y);
  const row = rowOf(element);
  if (!row) return null;
  // The line between two rows: the cell is a little above.
  if (element === row) element = elementAt(window.contestant.probeX, y - 3);
  return (element?.textContent ?? '').trim();
}

/** The middle of the first row that is seen, when the table is at its top. */
export function firstRowY(): number {
  const { top } = window.contestant.scroller()?.getBoundingClientRect() ?? { top: 0 };
  for (let y = top; y < top + 120; y += 4)
    if (rowOf(elementAt(window.contestant.probeX, y))) return y + window.contestant.rowHeight / 2;
  return top + 60;
}
