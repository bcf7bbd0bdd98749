import type { ClienteleError, ClientRecord, Id, RecordKind } from '../../../contract/index.js';
import { toError } from '../../../sdk/now.js';
import type { Session } from '../../../sdk/types.js';

const PAGE = 30;

/** Something that happened, or will. */
export interface Entry {
  readonly kind: RecordKind;
  readonly record: ClientRecord;
  /** Its day or instant; what has none is not in the stream. */
  readonly at: string;
}

interface Source {
  readonly kind: RecordKind;
  readonly waiting: Entry[];
  next: number;
  isDone: boolean;
}

/**
 * Records of all kinds of one client in one order, the latest first. Each kind is read page by page, and no further than the stream has
 * come, so that a client of ten years costs no more than one of a month.
 */
export class TimelineStream {
  readonly entries: Entry[] = [];
  state: 'loading' | 'ready' | 'error' = 'loading';
  error: ClienteleError | null = null;

  readonly #session: Session;
  readonly #client: Id;
  readonly #sources: readonly Source[];
  #isClosed = false;

  constructor(session: Session, client: Id, kinds: readonly RecordKind[]) {
    this.#session = session;
    this.#client = client;
    this.#sources = kinds.map((kind) => ({ kind, waiting: [], next: 0, isDone: false }));
  }

  get hasMore(): boolean {
    return this.#sources.some(({ waiting, isDone }) => waiting.length > 0 || !isDone);
  }

  close(): void {
    this.#isClosed = true;
  }

  /** Adds the next entries to the stream. */
  async more(): Promise<void> {
    this.state = 'loading';
    try {
      for (let taken = 0; taken < PAGE; taken++) {
        // What a kind has next must be known before the latest of all can be.
        await Promise.all(
          this.#sources
            .filter(({ waiting, isDone }) => waiting.length === 0 && !isDone)
            .map((source) => this.#fill(source)),
        );
        if (this.#isClosed) return;
        const latest = this.#sources
          .filter(({ waiting }) => waiting.length > 0)
          .sort((a, b) => compare(b.waiting[0]!.at, a.waiting[0]!.at))[0];
        const entry = latest?.waiting.shift();
        if (!entry) break;
        this.entries.push(entry);
      }
      this.state = 'ready';
      this.error = null;
    } catch (cause) {
      this.state = 'error';
      this.error = toError(cause, 'records.find');
    }
  }

  async #fill(source: Source): Promise<void> {
    const { kind } = source;
    const { items } = await this.#session.records({
      record: kind.id,
      client: this.#client,
      sort: [{ field: kind.date, dir: 'desc' }],
      window: { at: source.next, size: PAGE },
    });
    source.next += items.length;
    source.isDone = items.length < PAGE;
    for (const record of items) {
      const at = record.values[kind.date];
      if (typeof at === 'string') source.waiting.push({ kind, record, at });
    }
  }
}

/** A day is before the instants of its day: what has no hour comes last of it. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
