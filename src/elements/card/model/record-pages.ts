import type { ClienteleError, ClientRecord, Id, Node, SortKey } from '../../../contract/index.js';
import { toError } from '../../../sdk/now.js';
import type { Session } from '../../../sdk/types.js';

const PAGE = 50;

/** Records of one kind of one client, page after page, in one order. What changes elsewhere is read again in place. */
export class RecordPages {
  items: readonly ClientRecord[] = [];
  total: number | null = null;
  state: 'loading' | 'ready' | 'error' = 'loading';
  error: ClienteleError | null = null;
  sort: SortKey;

  readonly #session: Session;
  readonly #client: Id;
  readonly #record: string;
  readonly #where: Node | undefined;
  readonly #changed: () => void;
  readonly #stop: () => void;
  #asked = 0;

  constructor(
    session: Session,
    question: { client: Id; record: string; sort: SortKey; where?: Node },
    changed: () => void,
  ) {
    this.#session = session;
    this.#client = question.client;
    this.#record = question.record;
    this.#where = question.where;
    this.sort = question.sort;
    this.#changed = changed;
    this.#stop = session.on('records', ({ record, clients }) => {
      if (record === this.#record && (clients === 'many' || clients.includes(this.#client))) void this.load();
    });
    void this.load();
  }

  close(): void {
    this.#asked++;
    this.#stop();
  }

  get hasMore(): boolean {
    return this.total !== null && this.items.length < this.total;
  }

  /** Another field, or the same one the other way round. */
  sortBy(field: string): void {
    const dir = this.sort.field === field && this.sort.dir === 'desc' ? 'asc' : 'desc';
    this.sort = { field, dir };
    void this.load();
  }

  /** Reads what is shown again; at least one page. */
  async load(): Promise<void> {
    await this.#read(0, Math.min(1000, Math.max(PAGE, this.items.length)));
  }

  async more(): Promise<void> {
    if (this.hasMore && this.state === 'ready') await this.#read(this.items.length, PAGE);
  }

  async #read(at: number, size: number): Promise<void> {
    const asked = ++this.#asked;
    try {
      const page = await this.#session.records({
        record: this.#record,
        client: this.#client,
        sort: [this.sort],
        window: { at, size },
        ...(this.#where ? { where: this.#where } : {}),
      });
      if (asked !== this.#asked) return;
      this.items = [...this.items.slice(0, at), ...page.items];
      this.total = page.total;
      this.state = 'ready';
      this.error = null;
    } catch (cause) {
      if (asked !== this.#asked) return;
      this.state = 'error';
      this.error = toError(cause, 'records.find');
    }
    this.#changed();
  }
}
