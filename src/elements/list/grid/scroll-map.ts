/** The tallest canvas that every engine lays out exactly (Firefox stops at 17.9 M px, Chromium at 33.5 M). */
export const MAX_CANVAS = 15_000_000;
/** At both ends so many pixels are shown one to one, so that the first and the last rows scroll as in any page. */
const EXACT = 1_000_000;

/**
 * Where rows are when there are more pixels of them than an element can be tall. A scroll position is mapped to a virtual one by a line
 * of three pieces: one to one at the ends, stretched between. Small steps move one to one everywhere (the map then drifts, until `settle`), so that
 * a wheel feels the same at row 500,000 as at row 5; a jump (dragging the bar) lands where the line says.
 */
export class ScrollMap {
  #total = 0;
  #viewport = 0;
  #virtual = 0;
  #scroll = 0;

  /** @param total height of all rows, in px. @param viewport height of the part that is seen. */
  configure(total: number, viewport: number): void {
    this.#total = Math.max(0, total);
    this.#viewport = Math.max(0, viewport);
    this.#virtual = this.#clamp(this.#virtual);
  }

  /** How tall the scrolled element has to be. */
  get height(): number {
    return Math.min(this.#total, MAX_CANVAS);
  }

  /** The first pixel that is seen, among all. */
  get top(): number {
    return this.#virtual;
  }

  /** What to subtract from a virtual position to place it on the canvas. */
  get offset(): number {
    return this.#virtual - this.#scroll;
  }

  get #isStretched(): boolean {
    return this.#total > MAX_CANVAS;
  }

  get #end(): number {
    return Math.max(0, this.#total - this.#viewport);
  }

  get #scrollEnd(): number {
    return Math.max(0, this.height - this.#viewport);
  }

  #clamp(virtual: number): number {
    return Math.max(0, Math.min(this.#end, virtual));
  }

  #toVirtual(scroll: number): number {
    if (!this.#isStretched || scroll <= EXACT) return this.#clamp(scroll);
    const fromEnd = this.#scrollEnd - scroll;
    if (fromEnd <= EXACT) return this.#clamp(this.#end - fromEnd);
    return EXACT + ((scroll - EXACT) * (this.#end - 2 * EXACT)) / (this.#scrollEnd - 2 * EXACT);
  }

  #toScroll(virtual: number): number {
    if (!this.#isStretched || virtual <= EXACT) return virtual;
    const fromEnd = this.#end - virtual;
    if (fromEnd <= EXACT) return this.#scrollEnd - fromEnd;
    return EXACT + ((virtual - EXACT) * (this.#scrollEnd - 2 * EXACT)) / (this.#end - 2 * EXACT);
  }

  /** The element was scrolled to here, by whatever means. */
  scrolled(scroll: number): void {
    const step = scroll - this.#scroll;
    this.#scroll = scroll;
    const isExact = scroll <= EXACT || this.#scrollEnd - scroll <= EXACT;
    const isSmall = Math.abs(step) <= this.#viewport;
    this.#virtual =
      this.#isStretched && isSmall && !isExact ? this.#clamp(this.#virtual + step) : this.#toVirtual(scroll);
  }

  /** Shows a virtual position; answers where the element is to be scrolled. */
  go(virtual: number): number {
    this.#virtual = this.#clamp(virtual);
    this.#scroll = this.#toScroll(this.#virtual);
    return this.#scroll;
  }

  /** Takes the drift out while nothing moves: answers where the element is to be scrolled, null when it is there already. */
  settle(): number | null {
    const wanted = this.#toScroll(this.#virtual);
    if (Math.abs(wanted - this.#scroll) < 1) return null;
    this.#scroll = wanted;
    return wanted;
  }
}
