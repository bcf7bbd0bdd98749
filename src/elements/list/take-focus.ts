import { firstTabbable } from '../parts/overlays.js';

/** Gives the rows of a list the focus, or what stands in their place; false while it is on its way. `root`: of the list. */
export function takeFocus(root: ParentNode): boolean {
  const grid = root.querySelector('clientele-list-grid-0');
  if (grid) void grid.updateComplete.then(() => grid.takeFocus());
  const state = root.querySelector<HTMLElement>('.state');
  (state && (firstTabbable(state) ?? state))?.focus();
  return grid !== null || state?.firstElementChild != null;
}
