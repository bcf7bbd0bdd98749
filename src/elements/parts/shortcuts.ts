import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A key that does something. */
export interface Shortcut {
  /** `'/'`, `'?'`, `'j'`, `'Shift+ArrowDown'`, `'Mod+k'` (Command on a Mac, Control elsewhere). Letters by what they type. */
  readonly keys: string;
  /** What it does, for the list of shortcuts. */
  readonly label: string;
  readonly run: (event: KeyboardEvent) => void;
  /** False leaves the key alone for now; true unless told. */
  readonly when?: () => boolean;
  /** Also while typing in a field; a key with Mod does so anyway. */
  readonly whileTyping?: boolean;
  /** Anywhere on the page, unless another widget or field has the focus; else only with the focus inside the host. */
  readonly everywhere?: boolean;
}

const isMac = (): boolean => /Mac|iP(hone|ad)/.test(navigator.userAgent);

const TYPING =
  'input:not([type="checkbox"], [type="radio"], [type="button"], [type="range"]), textarea, select';

function isTyping([target]: readonly EventTarget[]): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(TYPING));
}

function matches(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split(/\+(?=.)/);
  const key = parts.pop() ?? '';
  const wants = (name: string): boolean => parts.includes(name);
  const mod = wants('Mod');
  const isLetter = [...key].length === 1;
  if (event.key.toLowerCase() !== key.toLowerCase() && !isSamePlace(key, event)) return false;
  if (event.altKey !== wants('Alt')) return false;
  // Shift is how "?" is typed on some keyboards and not on others; it counts for named keys and letters only.
  if ((!isLetter || /\p{L}/u.test(key)) && event.shiftKey !== wants('Shift')) return false;
  if (event.metaKey !== (wants('Meta') || (mod && isMac()))) return false;
  return event.ctrlKey === (wants('Control') || (mod && !isMac()));
}

/** With a Cyrillic layout the key of "k" types "л": a Latin letter also counts by its place. */
function isSamePlace(key: string, event: KeyboardEvent): boolean {
  return /^[a-z]$/i.test(key) && !/[a-z]/i.test(event.key) && event.code === `Key${key.toUpperCase()}`;
}

/** Runs shortcuts of its host: never while an input method composes, nor while someone types, nor twice for one press. */
export class ShortcutsController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #shortcuts: () => readonly Shortcut[];

  constructor(host: ReactiveControllerHost & HTMLElement, shortcuts: () => readonly Shortcut[]) {
    this.#host = host;
    this.#shortcuts = shortcuts;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#handleKeyDown);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#handleKeyDown);
  }

  /** What to show in a list of shortcuts: the keys as this machine names them, and what they do. */
  get list(): { keys: readonly string[]; label: string }[] {
    return this.#shortcuts().map(({ keys, label }) => ({ keys: keyNames(keys), label }));
  }

  readonly #handleKeyDown = (event: KeyboardEvent): void => this.answer(event);

  /** Runs what a press of a key stands for. `path` is the way of the event, where it was pressed before this was there. */
  answer(event: KeyboardEvent, path: readonly EventTarget[] = event.composedPath()): void {
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
    const isInside = path.includes(this.#host);
    const isNowhere = path[0] === document.body || path[0] === document.documentElement;
    const typing = isTyping(path);
    const found = this.#shortcuts().find(
      (shortcut) =>
        (isInside || (shortcut.everywhere === true && isNowhere)) &&
        (!typing || shortcut.whileTyping === true || shortcut.keys.includes('Mod+')) &&
        matches(shortcut.keys, event) &&
        (shortcut.when?.() ?? true),
    );
    if (!found) return;
    event.preventDefault();
    found.run(event);
  }
}

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Escape: 'Esc',
};

/** The keys of a shortcut as they are written on this machine: `['Ctrl', 'K']`, `['⌘', 'K']`. */
export function keyNames(keys: string): readonly string[] {
  const mac: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Control: '⌃' };
  const other: Record<string, string> = { Mod: 'Ctrl', Control: 'Ctrl' };
  return keys.split(/\+(?=.)/).map((key) => {
    const name = (isMac() ? mac[key] : other[key]) ?? NAMES[key] ?? key;
    return name.length === 1 ? name.toUpperCase() : name;
  });
}
