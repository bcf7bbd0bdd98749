import type { ActiveCell } from './active-cell.js';

/** A key or a click with where it went, which an event forgets once it is over. */
export interface Press {
  readonly event: Event;
  readonly target: EventTarget | null;
  readonly path: readonly EventTarget[];
}

export const pressOf = (event: Event): Press => ({
  event,
  target: event.target,
  path: event.composedPath(),
});

/** The cell that an event happened in; null: in none. */
export function placeOf(target: EventTarget | null): ActiveCell | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  if (!cell) return null;
  const row = cell.closest<HTMLElement>('[data-index]');
  return { row: row ? Number(row.dataset['index']) : -1, column: Number(cell.dataset['column']) };
}

const KEYS = /^(?:Arrow|Page|Home$|End$|Enter$| $)/;

/** Keeps the browser from doing of itself what the grid will do once what answers its keys and clicks is there. */
export function holdBack({ event, target }: Press): void {
  if (!(event instanceof MouseEvent || event instanceof KeyboardEvent)) return;
  const { ctrlKey, metaKey, shiftKey } = event;
  const element = target instanceof Element ? target : null;
  const isOurs =
    event instanceof KeyboardEvent
      ? !event.altKey &&
        !event.isComposing &&
        event.keyCode !== 229 &&
        (KEYS.test(event.key) || (event.key === 'a' && (ctrlKey || metaKey)))
      : event.type === 'contextmenu'
        ? !shiftKey && placeOf(target) !== null
        : element?.closest('[data-tick-all]') ||
          (element?.closest('a[href]') && !ctrlKey && !metaKey && !shiftKey);
  if (isOurs) event.preventDefault();
}
