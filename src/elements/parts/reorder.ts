import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Options {
  readonly axis: 'x' | 'y';
  /** The movable items in their order, as rendered now. */
  readonly items: () => HTMLElement[];
  /** What scrolls when the pointer is at its edge; nothing unless told. */
  readonly scroller?: () => HTMLElement | null;
  /** Whether an item may move to a place; anywhere unless told. */
  readonly canMove?: (from: number, to: number) => boolean;
  /** The pointer or a key has moved an item: render the new order. */
  readonly onMove: (from: number, to: number, how: 'pointer' | 'key') => void;
  /** Where the item would land while it is dragged, for an announcement; null when the drag ends. */
  readonly onHover?: (from: number, to: number | null) => void;
}

const THRESHOLD = 4;
const EDGE = 32;
const FASTEST = 14;

interface Drag {
  readonly pointerId: number;
  readonly item: HTMLElement;
  readonly handle: HTMLElement;
  readonly from: number;
  readonly start: number;
  readonly spans: readonly { readonly start: number; readonly size: number }[];
  readonly scrollStart: number;
  to: number;
  at: number;
  isActive: boolean;
  frame: number;
}

/**
 * Moves items of a row or a column by pointer and by keys, within shadow roots, without HTML drag and drop. Call `handlePointerDown` on
 * pointerdown of a grip (give it `touch-action: none`) and `handleKey` on its keydown: Alt and an arrow move one
 * place, Alt+Home and Alt+End to either end. While dragging the item has the attribute `data-dragging`, and those that make room are shifted with
 * `transform`. Escape puts everything back.
 */
export class ReorderController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: Options;
  #drag: Drag | null = null;
  #suppressesClick = false;

  constructor(host: ReactiveControllerHost & HTMLElement, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#end(false);
  }

  get isDragging(): boolean {
    return this.#drag?.isActive === true;
  }

  readonly handlePointerDown = (event: PointerEvent): void => {
    if (event.button !== 0 || this.#drag) return;
    const items = this.#options.items();
    const from = this.#indexOf(event, items);
    const item = items[from];
    const handle = event.currentTarget;
    if (!item || !(handle instanceof HTMLElement)) return;
    const isAcross = this.#options.axis === 'x';
    this.#drag = {
      pointerId: event.pointerId,
      item,
      handle,
      from,
      start: isAcross ? event.clientX : event.clientY,
      spans: items.map((each) => {
        const box = each.getBoundingClientRect();
        return isAcross ? { start: box.left, size: box.width } : { start: box.top, size: box.height };
      }),
      scrollStart: this.#scrolled(),
      to: from,
      at: isAcross ? event.clientX : event.clientY,
      isActive: false,
      frame: 0,
    };
    document.addEventListener('pointermove', this.#handleMove);
    document.addEventListener('pointerup', this.#handleUp);
    document.addEventListener('pointercancel', this.#handleCancel);
    document.addEventListener('keydown', this.#handleEscape, { capture: true });
  };

  /** True if the key moved an item, or would have but for an end; then it is used up. */
  readonly handleKey = (event: KeyboardEvent): boolean => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false;
    const items = this.#options.items();
    const from = this.#indexOf(event, items);
    if (from < 0) return false;
    const to = this.#target(event.key, from, items.length);
    if (to === null) return false;
    event.preventDefault();
    event.stopPropagation();
    if (to !== from && this.#mayMove(from, to)) this.#options.onMove(from, to, 'key');
    return true;
  };

  #target(key: string, from: number, count: number): number | null {
    const isAcross = this.#options.axis === 'x';
    const isRtl = isAcross && getComputedStyle(this.#host).direction === 'rtl';
    const clamp = (index: number): number => Math.max(0, Math.min(count - 1, index));
    if (key === 'Home') return 0;
    if (key === 'End') return count - 1;
    if (key === (isAcross ? 'ArrowRight' : 'ArrowDown')) return clamp(from + (isRtl ? -1 : 1));
    if (key === (isAcross ? 'ArrowLeft' : 'ArrowUp')) return clamp(from - (isRtl ? -1 : 1));
    return null;
  }

  #indexOf(event: Event, items: HTMLElement[]): number {
    const path = event.composedPath();
    return items.findIndex((item) => path.includes(item));
  }

  #mayMove(from: number, to: number): boolean {
    return this.#options.canMove?.(from, to) ?? true;
  }

  #scrolled(): number {
    const scroller = this.#options.scroller?.();
    if (!scroller) return 0;
    return this.#options.axis === 'x' ? scroller.scrollLeft : scroller.scrollTop;
  }

  readonly #handleMove = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (event.pointerId !== drag?.pointerId) return;
    drag.at = this.#options.axis === 'x' ? event.clientX : event.clientY;
    if (!drag.isActive) {
      if (Math.abs(drag.at - drag.start) < THRESHOLD) return;
      drag.isActive = true;
      // Not before: a captured press would take the click away from a button within the handle.
      drag.handle.setPointerCapture(drag.pointerId);
      drag.item.toggleAttribute('data-dragging', true);
    }
    event.preventDefault();
    this.#follow(drag);
    if (!drag.frame) drag.frame = requestAnimationFrame(this.#handleFrame);
  };

  readonly #handleFrame = (): void => {
    const drag = this.#drag;
    if (!drag) return;
    drag.frame = 0;
    const scroller = this.#options.scroller?.();
    if (!scroller) return;
    const isAcross = this.#options.axis === 'x';
    const box = scroller.getBoundingClientRect();
    const before = drag.at - (isAcross ? box.left : box.top);
    const after = (isAcross ? box.right : box.bottom) - drag.at;
    const speed = before < EDGE ? -(EDGE - before) : after < EDGE ? EDGE - after : 0;
    if (speed === 0) return;
    const step = Math.sign(speed) * Math.min(FASTEST, Math.ceil(Math.abs(speed) / 3));
    const was = this.#scrolled();
    scroller.scrollBy({ [isAcross ? 'left' : 'top']: step, behavior: 'instant' });
    if (this.#scrolled() === was) return;
    this.#follow(drag);
    drag.frame = requestAnimationFrame(this.#handleFrame);
  };

  /** Moves the item with the pointer and makes room where it would land. */
  #follow(drag: Drag): void {
    const { axis, items, onHover } = this.#options;
    const own = drag.spans[drag.from];
    if (!own) return;
    const offset = drag.at - drag.start + this.#scrolled() - drag.scrollStart;
    const middle = own.start + own.size / 2 + offset;
    const nearest = drag.spans.reduce((best, span, index) => {
      const distance = Math.abs(span.start + span.size / 2 - middle);
      const held = drag.spans[best];
      return held && distance < Math.abs(held.start + held.size / 2 - middle) ? index : best;
    }, drag.from);
    if (nearest !== drag.to && (nearest === drag.from || this.#mayMove(drag.from, nearest))) {
      drag.to = nearest;
      onHover?.(drag.from, nearest);
    }
    const isRightToLeft = (drag.spans[0]?.start ?? 0) > (drag.spans.at(-1)?.start ?? 0);
    const room = own.size * (isRightToLeft ? -1 : 1);
    for (const [index, item] of items().entries()) {
      let shift = 0;
      if (index === drag.from) shift = offset;
      else if (index > drag.from && index <= drag.to) shift = -room;
      else if (index < drag.from && index >= drag.to) shift = room;
      item.style.setProperty('transform', axis === 'x' ? `translateX(${shift}px)` : `translateY(${shift}px)`);
    }
  }

  readonly #handleUp = (event: PointerEvent): void => {
    if (event.pointerId === this.#drag?.pointerId) this.#end(true);
  };

  readonly #handleCancel = (event: PointerEvent): void => {
    if (event.pointerId === this.#drag?.pointerId) this.#end(false);
  };

  readonly #handleEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.isDragging) return;
    event.preventDefault();
    event.stopPropagation();
    this.#end(false);
  };

  /** A press that became a drag is no click on what it started on. */
  readonly #handleClick = (event: MouseEvent): void => {
    if (!this.#suppressesClick) return;
    event.preventDefault();
    event.stopPropagation();
  };

  #end(commits: boolean): void {
    const drag = this.#drag;
    if (!drag) return;
    this.#drag = null;
    cancelAnimationFrame(drag.frame);
    document.removeEventListener('pointermove', this.#handleMove);
    document.removeEventListener('pointerup', this.#handleUp);
    document.removeEventListener('pointercancel', this.#handleCancel);
    document.removeEventListener('keydown', this.#handleEscape, { capture: true });
    drag.item.removeAttribute('data-dragging');
    for (const item of this.#options.items()) item.style.removeProperty('transform');
    if (!drag.isActive) return;
    this.#options.onHover?.(drag.from, null);
    this.#suppressesClick = true;
    // On the document, as WebKit clicks what is below the pointer by then.
    document.addEventListener('click', this.#handleClick, { capture: true });
    setTimeout(() => {
      this.#suppressesClick = false;
      document.removeEventListener('click', this.#handleClick, { capture: true });
    });
    if (commits && drag.to !== drag.from) this.#options.onMove(drag.from, drag.to, 'pointer');
  }
}
