import type { DrawnRows } from './drawn-rows.js';

/** Rows drawn beyond those that are seen. */
const OVERSCAN = 4;

/** Watches how large the part of the grid is that scrolls, and says when its rows are to be drawn for that. */
export class GridFrame {
  /** In px; 0: not known yet. */
  width = 0;
  /** Draws at once. */
  readonly draw: () => void;
  readonly #drawn: DrawnRows;
  #observer: ResizeObserver | null = null;

  constructor(drawn: DrawnRows, draw: () => void) {
    this.#drawn = drawn;
    this.draw = draw;
  }

  /** What waits until the first rows have been painted is there too. */
  get isComplete(): boolean {
    return this.#drawn.overscan > 0;
  }

  /** As long as nothing is known, a grid is taken to be as tall as the window. */
  guess(): void {
    this.#drawn.viewport = globalThis.innerHeight || 0;
  }

  observe(scroller: HTMLElement): void {
    this.#observer ??= new ResizeObserver(([seen]) => seen && this.#measure(seen.target));
    this.#observer.observe(scroller);
  }

  disconnect(): void {
    this.#observer?.disconnect();
  }

  #measure({ clientHeight, clientWidth }: Element): void {
    const drawn = this.#drawn;
    const { isComplete } = this;
    if (isComplete && clientHeight === drawn.viewport && clientWidth === this.width) return;
    const isCovered = clientHeight <= drawn.viewport;
    drawn.viewport = clientHeight;
    this.width = clientWidth;
    // What is seen is drawn already: more rows, and what shows under the pointer, wait until it has been painted.
    if (!isComplete && isCovered) requestAnimationFrame(this.#complete);
    else this.#complete();
  }

  readonly #complete = (): void => {
    this.#drawn.overscan = OVERSCAN;
    this.draw();
  };
}
