import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Options {
  /** Of what the event is about: its width now and its bounds, in px; null if it cannot be resized. */
  readonly sizeOf: (
    key: string,
  ) => { readonly width: number; readonly min: number; readonly max: number } | null;
  /** While it changes, once a frame at most. */
  readonly onResize: (key: string, width: number) => void;
  /** When it is settled; not after Escape, which calls `onResize` with the width it began with. */
  readonly onSettle: (key: string, width: number) => void;
}

const STEP = 8;
const LARGE_STEP = 40;

interface Drag {
  readonly key: string;
  readonly pointerId: number;
  readonly handle: HTMLElement;
  readonly start: number;
  readonly width: number;
  readonly min: number;
  readonly max: number;
  readonly sign: number;
  now: number;
  frame: number;
}

/**
 * Changes widths by dragging an edge, or by arrows on it (Shift for larger steps, Home and End for the bounds). The edge is an element with
 * `role="separator"`, `tabindex="0"`, `aria-valuenow` and `data-resize="KEY"`, with `touch-action: none`; call `handlePointerDown` and `handleKey`
 * on its events.
 */
export class ResizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: Options;
  #drag: Drag | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#end();
  }

  get isResizing(): boolean {
    return this.#drag !== null;
  }

  readonly handlePointerDown = (event: PointerEvent): void => {
    const handle = event.currentTarget;
    if (event.button !== 0 || this.#drag || !(handle instanceof HTMLElement)) return;
    const key = handle.dataset['resize'];
    const size = key === undefined ? null : this.#options.sizeOf(key);
    if (key === undefined || !size) return;
    event.preventDefault();
    event.stopPropagation();
    handle.setPointerCapture(event.pointerId);
    handle.toggleAttribute('data-resizing', true);
    this.#drag = {
      ...size,
      key,
      pointerId: event.pointerId,
      handle,
      start: event.clientX,
      sign: this.#sign(),
      now: size.width,
      frame: 0,
    };
    handle.addEventListener('pointermove', this.#handleMove);
    handle.addEventListener('pointerup', this.#handleUp);
    handle.addEventListener('pointercancel', this.#handleCancel);
    document.addEventListener('keydown', this.#handleEscape, { capture: true });
  };

  /** True if the key was one of its own; then it is used up. */
  readonly handleKey = (event: KeyboardEvent): boolean => {
    const handle = event.currentTarget;
    if (!(handle instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return false;
    const key = handle.dataset['resize'];
    const size = key === undefined ? null : this.#options.sizeOf(key);
    if (key === undefined || !size) return false;
    const step = (event.shiftKey ? LARGE_STEP : STEP) * this.#sign();
    const wanted: Record<string, number> = {
      ArrowRight: size.width + step,
      ArrowLeft: size.width - step,
      Home: size.min,
      End: size.max,
    };
    const next = wanted[event.key];
    if (next === undefined) return false;
    event.preventDefault();
    event.stopPropagation();
    const width = Math.round(Math.max(size.min, Math.min(size.max, next)));
    if (width === size.width) return true;
    this.#options.onResize(key, width);
    this.#options.onSettle(key, width);
    return true;
  };

  #sign(): number {
    return getComputedStyle(this.#host).direction === 'rtl' ? -1 : 1;
  }

  readonly #handleMove = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (event.pointerId !== drag?.pointerId) return;
    const wanted = drag.width + (event.clientX - drag.start) * drag.sign;
    drag.now = Math.round(Math.max(drag.min, Math.min(drag.max, wanted)));
    drag.frame ||= requestAnimationFrame(() => {
      drag.frame = 0;
      if (this.#drag === drag) this.#options.onResize(drag.key, drag.now);
    });
  };

  readonly #handleUp = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (event.pointerId !== drag?.pointerId) return;
    this.#end();
    if (drag.now === drag.width) return;
    this.#options.onResize(drag.key, drag.now);
    this.#options.onSettle(drag.key, drag.now);
  };

  readonly #handleCancel = (event: PointerEvent): void => {
    if (event.pointerId === this.#drag?.pointerId) this.#cancel();
  };

  readonly #handleEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#cancel();
  };

  #cancel(): void {
    const drag = this.#drag;
    this.#end();
    if (drag && drag.now !== drag.width) this.#options.onResize(drag.key, drag.width);
  }

  #end(): void {
    const drag = this.#drag;
    if (!drag) return;
    this.#drag = null;
    cancelAnimationFrame(drag.frame);
    drag.handle.removeAttribute('data-resizing');
    drag.handle.removeEventListener('pointermove', this.#handleMove);
    drag.handle.removeEventListener('pointerup', this.#handleUp);
    drag.handle.removeEventListener('pointercancel', this.#handleCancel);
    document.removeEventListener('keydown', this.#handleEscape, { capture: true });
  }
}
