/** All of a cell's value as its title, made for the one cell that is pointed at. */
export class CellTitles {
  readonly #titleAt: (cell: HTMLElement) => string | null;
  #titled: HTMLElement | null = null;

  /** @param titleAt the title of a cell; null: it has none. */
  constructor(titleAt: (cell: HTMLElement) => string | null) {
    this.#titleAt = titleAt;
  }

  /** For `pointerover`. */
  readonly handleOver = (event: PointerEvent): void => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('.cell') : null;
    const title = cell && this.#titleAt(cell);
    if (title === null) return;
    this.clear();
    this.#titled = cell;
    cell?.setAttribute('title', title);
  };

  /** The cell is about to show something else. */
  clear(): void {
    this.#titled?.removeAttribute('title');
    this.#titled = null;
  }
}
