import { ScrollMap } from './scroll-map.js';
import { indexOf, NO_ROWS, slotOf, slotsInOrder, windowFor, type RowWindow } from './window.js';

/** Which rows are drawn, where, and by which row element. All sizes in CSS px. */
export class DrawnRows {
  readonly map = new ScrollMap();
  /** Height of what scrolls, the header included; before it is known, the most that it may be. */
  viewport = 0;
  /** Rows drawn beyond those that are seen, on either side. */
  overscan = 0;
  #rowHeight = 36;
  #head = 0;
  #window: RowWindow = NO_ROWS;
  #slots: readonly number[] = [];

  /** Rows that are seen at once. */
  get seen(): number {
    return Math.ceil(this.viewport / this.#rowHeight);
  }

  /** Rows of a page of the keyboard. */
  get page(): number {
    return Math.max(1, Math.floor(this.viewport / this.#rowHeight) - 2);
  }

  /** The rows to draw now, of so many; `head` is the height of the header above them. */
  draw(rowCount: number, head: number): { readonly start: number; readonly size: number } {
    this.#head = head;
    this.map.configure(rowCount * this.#rowHeight, this.viewport - head);
    this.#window = windowFor(
      this.map.top,
      this.viewport,
      this.#rowHeight,
      rowCount,
      this.#window,
      this.overscan,
    );
    return this.#window;
  }

  /**
   * The row elements as they stand in the document. They are put in the order of their rows when the scrolling pauses: moved, they would be
   * styled and laid out anew.
   */
  slots(isScrolling: boolean): readonly number[] {
    if (!isScrolling || this.#slots.length !== this.#window.size) this.#slots = slotsInOrder(this.#window);
    return this.#slots;
  }

  /** The element of a row; of none that is drawn, the one in the middle. */
  slotOf(index: number): number {
    const { start, size } = this.#window;
    return slotOf(this.#window, this.isDrawn(index) ? index : start + (size >> 1));
  }

  indexOf(slot: number): number {
    return indexOf(this.#window, slot);
  }

  /** From the top of the canvas. */
  topOf(index: number): number {
    return index * this.#rowHeight - this.map.offset;
  }

  /** Put aside while the list flies by. */
  isParked(index: number): boolean {
    const { isJump, seen } = this.#window;
    return isJump && (index < seen.from || index >= seen.to);
  }

  isDrawn(index: number): boolean {
    const { start, size } = this.#window;
    return index >= start && index < start + size && !this.isParked(index);
  }

  /** Rows of another height, the first that is seen staying where it is: where to scroll to then; null: nothing changes. */
  setRowHeight(height: number, rowCount: number): number | null {
    if (height === this.#rowHeight) return null;
    const first = this.map.top / this.#rowHeight;
    this.#rowHeight = height;
    this.map.configure(rowCount * height, this.viewport);
    return this.map.go(first * height);
  }

  /** Where to scroll to for a row to be seen; null: it is. */
  bring(index: number): number | null {
    const top = index * this.#rowHeight;
    const bottom = top + this.#rowHeight;
    const seen = this.viewport - this.#head;
    const first = this.map.top;
    if (top < first) return this.map.go(top);
    return bottom > first + seen ? this.map.go(bottom - seen) : null;
  }
}
