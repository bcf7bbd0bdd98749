import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { fold } from '../../text/fold.js';

interface Options {
  /** The items in their order, disabled ones included: a screen reader must be able to find them. */
  readonly items: () => HTMLElement[];
  readonly orientation: 'horizontal' | 'vertical' | 'both';
  /** Past the last comes the first; true unless told. */
  readonly loop?: boolean;
  /** A letter goes to the next item that starts with what was typed. */
  readonly typeahead?: boolean;
  /** A selector of the item that is the Tab stop while the focus is elsewhere; the last focused one unless told. */
  readonly selected?: string;
  readonly onMove?: (item: HTMLElement) => void;
}

const TYPEAHEAD_MS = 600;

/** One Tab stop for a group of items; arrows, Home and End move within it. Call `handleKey` on keydown of the group. */
export class RovingFocusController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: Options;
  #current: HTMLElement | null = null;
  #typed = '';
  #typedAt = -Infinity;

  constructor(host: ReactiveControllerHost & HTMLElement, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdated(): void {
    const { selected, items } = this.#options;
    const isFocused = this.#current?.matches(':focus') === true;
    if (selected && !isFocused)
      this.#current = items().find((item) => item.matches(selected)) ?? this.#current;
    this.#settle();
  }

  /** Moves the focus to an item, and makes it the group's Tab stop. */
  focus(item: HTMLElement | undefined): void {
    if (!item) return;
    this.#current = item;
    this.#settle();
    item.focus();
    this.#options.onMove?.(item);
  }

  focusFirst(): void {
    this.focus(this.#options.items()[0]);
  }

  focusLast(): void {
    this.focus(this.#options.items().at(-1));
  }

  /** True if the key was one of its own; then it is used up. */
  handleKey(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
    const items = this.#options.items();
    const at = items.findIndex((item) => event.composedPath().includes(item));
    const target = items[this.#indexFor(event, at, items)];
    if (!target) return false;
    event.preventDefault();
    event.stopPropagation();
    this.focus(target);
    return true;
  }

  #indexFor(event: KeyboardEvent, at: number, items: HTMLElement[]): number {
    const { orientation, loop = true } = this.#options;
    const isRtl = getComputedStyle(this.#host).direction === 'rtl';
    const step = (by: number): number =>
      loop ? (at + by + items.length) % items.length : Math.max(0, Math.min(items.length - 1, at + by));
    const isAcross = orientation !== 'vertical';
    const isDown = orientation !== 'horizontal';
    switch (event.key) {
      case 'Home':
        return 0;
      case 'End':
        return items.length - 1;
      case 'ArrowDown':
        return isDown ? step(1) : -1;
      case 'ArrowUp':
        return isDown ? (at < 0 ? items.length - 1 : step(-1)) : -1;
      case 'ArrowRight':
        return isAcross ? step(isRtl ? -1 : 1) : -1;
      case 'ArrowLeft':
        return isAcross ? step(isRtl ? 1 : -1) : -1;
      default:
        return this.#options.typeahead ? this.#indexByLetter(event.key, at, items) : -1;
    }
  }

  #indexByLetter(key: string, at: number, items: HTMLElement[]): number {
    if ([...key].length !== 1) return -1;
    const isFresh = performance.now() - this.#typedAt > TYPEAHEAD_MS;
    // A space opens an item; within a word it is a letter of it.
    if (key === ' ' && (isFresh || this.#typed === '')) return -1;
    this.#typed = (isFresh ? '' : this.#typed) + key.toLocaleLowerCase('und');
    this.#typedAt = performance.now();
    const repeats = [...this.#typed].every((letter) => letter === this.#typed[0]);
    const wanted = repeats ? (this.#typed[0] ?? '') : this.#typed;
    const from = repeats ? at + 1 : Math.max(0, at);
    for (let step = 0; step < items.length; step += 1) {
      const index = (from + step) % items.length;
      if (fold(items[index]?.textContent?.trim() ?? '').startsWith(fold(wanted))) return index;
    }
    return -1;
  }

  #settle(): void {
    const items = this.#options.items();
    if (!this.#current || !items.includes(this.#current)) {
      this.#current = items[0] ?? null;
    }
    for (const item of items) item.tabIndex = item === this.#current ? 0 : -1;
  }
}
