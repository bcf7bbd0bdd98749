/** What is open above the page, the topmost last: Escape closes one at a time. */
const open: Element[] = [];

export function pushOverlay(overlay: Element): void {
  removeOverlay(overlay);
  open.push(overlay);
}

export function removeOverlay(overlay: Element): void {
  const at = open.indexOf(overlay);
  if (at >= 0) open.splice(at, 1);
}

/** True if nothing of ours is open above it. */
export function isTopOverlay(overlay: Element): boolean {
  return open.at(-1) === overlay;
}

/** True if anything of ours is open above the page. */
export function hasOverlay(): boolean {
  return open.length > 0;
}

/** The element that has the focus, through shadow roots. */
export function deepActiveElement(): HTMLElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement && active !== document.body ? active : null;
}

const FOCUSABLE =
  'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex], [contenteditable="true"]';

/** True if the keyboard can reach it now: enabled, visible, not taken out of the tab order. */
export function isTabbable(element: Element): element is HTMLElement {
  return (
    element instanceof HTMLElement &&
    element.matches(FOCUSABLE) &&
    element.tabIndex >= 0 &&
    !element.matches(':disabled') &&
    !element.closest('[inert]') &&
    element.checkVisibility({ visibilityProperty: true })
  );
}

/** The first element below `root` that takes the focus, through slots and shadow roots; one with `autofocus` goes first. */
export function firstTabbable(root: Element | ShadowRoot): HTMLElement | null {
  const all = [...tabbables(root)];
  return all.find((element) => element.hasAttribute('autofocus')) ?? all[0] ?? null;
}

function* tabbables(root: Element | ShadowRoot): Generator<HTMLElement> {
  const children = root instanceof HTMLSlotElement ? root.assignedElements({ flatten: true }) : root.children;
  for (const child of children) {
    if (isTabbable(child)) yield child;
    yield* tabbables(child.shadowRoot ?? child);
  }
}
