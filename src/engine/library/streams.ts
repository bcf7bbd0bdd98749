import type { Context, Id, SegmentDocument } from '../../contract/index.js';
import type { Store } from '../store.js';

export interface Row {
  id: Id;
  version: number;
}

/** Those whom a document finds, in the order of their ids, read as they are needed. */
export class Stream {
  #rows: readonly Row[] = [];
  #at = 0;
  #after: Id | null = null;
  #isOver = false;

  constructor(
    readonly store: Store,
    readonly document: SegmentDocument,
    readonly today: string,
    readonly size: number,
    readonly context: Context,
  ) {}

  /** The next ones that are there, at most a page of them; none: it is over. */
  async page(): Promise<readonly Row[]> {
    await this.#fill();
    const page = this.#rows.slice(this.#at);
    this.#at = this.#rows.length;
    return page;
  }

  /** True when the id is among them. Ids must be asked in their order. */
  async has(id: Id): Promise<boolean> {
    for (;;) {
      await this.#fill();
      const row = this.#rows[this.#at];
      if (!row || row.id > id) return false;
      if (row.id === id) return true;
      this.#at++;
    }
  }

  async #fill(): Promise<void> {
    if (this.#isOver || this.#at < this.#rows.length) return;
    const selection = { found: this.document, except: [], count: 0, token: '', today: this.today };
    this.#rows = await this.store.walk(selection, this.#after, this.size, this.context);
    this.#at = 0;
    this.#after = this.#rows.at(-1)?.id ?? this.#after;
    this.#isOver = this.#rows.length < this.size;
  }
}
