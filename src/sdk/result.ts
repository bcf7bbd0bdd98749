import type { Now } from '../contract/adapter.js';
import type { Client } from '../contract/client.js';
import type { ClienteleError } from '../contract/plain/errors.js';
import type { Page, Query } from '../contract/query.js';
import type { FieldId, Id } from '../contract/values.js';
import type { ClientCache } from './clients.js';
import { settle, toError } from './now.js';
import { PAGE, Pages } from './pages.js';
import type { ListQuestion, ResultSet } from './types.js';

/** How long a window must stay wanted before it is asked for, once an earlier one was dropped unseen. */
const SETTLE_MS = 60;

/** What a result needs of its session. */
export interface ResultHost {
  readonly clients: ClientCache;
  find(query: Query, signal: AbortSignal): Now<Page<Client>>;
  count(question: ListQuestion, signal: AbortSignal): Now<number | null>;
  /** Reads clients anew into the cache. */
  reread(ids: readonly Id[], fields: readonly FieldId[]): void;
  today(): string | undefined;
  closed(result: Result): void;
}

interface Flight {
  from: number;
  to: number;
  round: number;
  control: AbortController;
}

/** See README.md of this folder: which window is asked for when, and which answer counts. */
export class Result implements ResultSet {
  readonly question: ListQuestion;
  state: 'loading' | 'ready' | 'error' = 'loading';
  error: ClienteleError | null = null;
  total: number | null = null;
  stale = false;

  readonly #host: ResultHost;
  readonly #fields: ReadonlySet<FieldId>;
  readonly #listeners = new Set<() => void>();
  readonly pages: Pages;
  readonly #flights = new Set<Flight>();
  readonly #failed = new Set<number>();
  #counting: AbortController | null = null;
  #wanted = { from: 0, to: 0 };
  #direction = 1;
  #lastAt = 0;
  #round = 0;
  #revision: string | null = null;
  #newest = 0;
  #moment = 0;
  #isStarted = false;
  #isInPage = false;
  #isClosed = false;
  /** Inside `rows`: what arrives at once is in its answer, nobody needs telling. */
  #isReading = false;
  #isTelling = false;
  #settle: ReturnType<typeof setTimeout> | undefined;
  #droppedAt = Number.NEGATIVE_INFINITY;

  constructor(question: ListQuestion, host: ResultHost) {
    this.question = question;
    this.#host = host;
    this.pages = new Pages(host.clients);
    this.#fields = new Set(question.fields);
  }

  /** Called by the session once the adapter has described itself. */
  start(): void {
    if (this.#isClosed) return;
    this.#isStarted = true;
    this.#fill();
  }

  rows(at: number, size: number): readonly (Client | undefined)[] {
    const first = Math.max(0, Math.floor(at));
    if (first !== this.#lastAt) this.#direction = first > this.#lastAt ? 1 : -1;
    this.#lastAt = first;
    const last = Math.max(first, first + Math.max(1, size) - 1);
    this.#isReading = true;
    this.#want(Math.floor(first / PAGE), Math.floor(last / PAGE));
    this.#fill();
    this.#isReading = false;
    const end = Math.max(first, Math.min(first + size, this.total ?? Number.POSITIVE_INFINITY));
    const rows: (Client | undefined)[] = [];
    for (let index = first; index < end; index++) {
      rows.push(this.pages.row(index));
    }
    return rows;
  }

  refresh(): void {
    if (this.#isClosed) return;
    this.#round++;
    this.#failed.clear();
    this.#drop(() => true);
    this.#droppedAt = Number.NEGATIVE_INFINITY;
    if (this.pages.size === 0) this.#set({ state: 'loading', error: null });
    this.#fill();
  }

  /** Forgets every row at once: what was shown may no longer be seen. */
  empty(): void {
    this.#round++;
    this.#drop(() => true);
    this.pages.clear();
    this.#revision = null;
    this.#set({ total: null, stale: false, state: 'loading', error: null });
    this.#tell();
  }

  /** The session could not start. */
  failed(cause: unknown): void {
    if (!this.#isClosed) this.#set({ state: 'error', error: toError(cause, 'describe') });
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  positionOf(id: Id): number | null {
    return this.pages.positionOf(id);
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    clearTimeout(this.#settle);
    this.#drop(() => true);
    this.#counting?.abort();
    this.pages.clear();
    this.#listeners.clear();
    this.#host.closed(this);
  }

  /** Values of clients in the cache changed: those who draw them are told. */
  redraw(): void {
    this.#tell();
  }

  /** The rows may stand elsewhere now. */
  outdate(): void {
    this.#set({ stale: true });
  }

  /** Forgives failures: what is wanted and missing is asked for again. */
  retry(): void {
    if (this.#failed.size === 0) return;
    this.#failed.clear();
    this.#fill();
  }

  #want(from: number, to: number): void {
    if (from === this.#wanted.from && to === this.#wanted.to) return;
    this.#wanted = { from, to };
    if (!this.#isInPage) this.#drop((flight) => flight.to < from - 1 || flight.from > to + 1);
  }

  /** Asks for what is wanted and missing; then, of an adapter that answers later, for the next page ahead. */
  #fill(): void {
    if (this.#isClosed || !this.#isStarted) return;
    this.#moment++;
    const { from, to } = this.#wanted;
    const limit = this.total === null ? to : Math.min(to, Math.max(0, Math.ceil(this.total / PAGE) - 1));
    let start = -1;
    for (let at = from; at <= limit + 1; at++) {
      const page = this.pages.get(at);
      if (page) page.used = this.#moment;
      const isMissing = at <= limit && this.#isMissing(at);
      if (isMissing && start < 0) start = at;
      if (start >= 0 && (!isMissing || at - start >= 10)) {
        this.#ask(start, at - 1);
        start = isMissing ? at : -1;
      }
    }
    if (!this.#isInPage && this.#flights.size === 0 && this.state === 'ready') {
      const ahead = this.#direction > 0 ? to + 1 : from - 1;
      if (ahead >= 0 && ahead * PAGE < (this.total ?? 0) && this.#isMissing(ahead)) this.#ask(ahead, ahead);
    }
  }

  #isMissing(at: number): boolean {
    if (this.pages.get(at)?.round === this.#round || this.#failed.has(at)) return false;
    for (const flight of this.#flights) if (flight.from <= at && flight.to >= at) return false;
    return true;
  }

  #ask(from: number, to: number): void {
    const wait = this.#droppedAt + SETTLE_MS - performance.now();
    if (wait > 0) {
      clearTimeout(this.#settle);
      this.#settle = setTimeout(() => {
        this.#droppedAt = Number.NEGATIVE_INFINITY;
        this.#fill();
      }, wait);
      return;
    }
    const flight: Flight = { from, to, round: this.#round, control: new AbortController() };
    const asOf = this.#host.clients.tick();
    this.#flights.add(flight);
    let isAtOnce = true;
    void settle(
      () => this.#find(from, to, flight.control.signal),
      (page) => {
        this.#isInPage = isAtOnce;
        this.#absorb(flight, page, asOf);
      },
      (error) => this.#fail(flight, error),
    );
    isAtOnce = false;
  }

  #find(from: number, to: number, signal: AbortSignal): Now<Page<Client>> {
    const { where, sort, fields } = this.question;
    const today = this.#host.today();
    const query: Query = {
      where,
      sort: [...sort],
      fields: [...fields],
      window: { at: from * PAGE, size: (to - from + 1) * PAGE },
      ...(today === undefined ? {} : { today }),
    };
    return this.#host.find(query, signal);
  }

  #absorb(flight: Flight, page: Page<Client>, asOf: number): void {
    this.#flights.delete(flight);
    if (this.#isClosed || flight.round !== this.#round || flight.control.signal.aborted) return;
    const isOlder = asOf < this.#newest && page.revision !== this.#revision;
    if (isOlder) return this.#fill();
    const isFirstOfRound = !this.pages.hasRound(this.#round);
    const hasMoved = !isFirstOfRound && page.revision !== this.#revision;
    this.#newest = Math.max(this.#newest, asOf);
    this.#revision = page.revision;
    if (isFirstOfRound) this.pages.clear();
    else if (hasMoved)
      this.pages.keepOnly(({ revision }, at) => revision === page.revision || this.isShown(at));
    for (let at = flight.from; at <= flight.to; at++) {
      const start = (at - flight.from) * PAGE;
      this.#put(at, page.items.slice(start, start + PAGE), asOf, page.revision);
    }
    this.#failed.clear();
    this.pages.evict((at) => this.isShown(at));
    if (page.total === null && isFirstOfRound) this.#countAll();
    this.#set({
      state: 'ready',
      error: null,
      stale: (this.stale && !isFirstOfRound) || hasMoved,
      ...(page.total === null ? {} : { total: page.total }),
    });
    if (this.#isReading) return;
    this.#tell();
    this.#fill();
  }

  #put(at: number, items: readonly Client[], asOf: number, revision: string): void {
    const { clients } = this.#host;
    const entries = items.map((item) => clients.take(item, this.#fields, asOf));
    this.pages.put(at, { entries, round: this.#round, revision, used: this.#moment });
  }

  #fail(flight: Flight, cause: unknown): void {
    this.#flights.delete(flight);
    const error = toError(cause, 'find');
    if (this.#isClosed || flight.round !== this.#round || error.code === 'aborted') return;
    for (let at = flight.from; at <= flight.to; at++) this.#failed.add(at);
    this.#set({ state: 'error', error });
  }

  #countAll(): void {
    this.#counting?.abort();
    const control = (this.#counting = new AbortController());
    void settle(
      () => this.#host.count(this.question, control.signal),
      (total) => {
        if (!control.signal.aborted && total !== null) this.#set({ total });
      },
      () => undefined,
    );
  }

  /** Reads the shown windows once more and takes their values, not their order. */
  readShown(ids: ReadonlySet<Id>): void {
    const { from, to } = this.#wanted;
    const asOf = this.#host.clients.tick();
    const flight: Flight = { from, to: from - 1, round: this.#round, control: new AbortController() };
    this.#flights.add(flight);
    void settle(
      () => this.#find(from, Math.min(to, from + 9), flight.control.signal),
      ({ items }) => {
        this.#flights.delete(flight);
        if (this.#isClosed) return;
        const missing = new Set(ids);
        for (const item of items) {
          if (missing.delete(item.id)) this.#host.clients.take(item, this.#fields, asOf);
        }
        this.#tell();
        this.#host.reread([...missing], this.question.fields);
      },
      () => {
        this.#flights.delete(flight);
        if (!this.#isClosed) this.#set({ stale: true });
      },
    );
  }

  isShown(at: number): boolean {
    return at >= this.#wanted.from && at <= this.#wanted.to;
  }

  #drop(isUnwanted: (flight: Flight) => boolean): void {
    for (const flight of [...this.#flights]) {
      if (!isUnwanted(flight)) continue;
      this.#flights.delete(flight);
      flight.control.abort();
      this.#droppedAt = performance.now();
    }
  }

  #set(next: Partial<Pick<Result, 'state' | 'error' | 'total' | 'stale'>>): void {
    let isChanged = false;
    for (const key of Object.keys(next) as (keyof typeof next)[]) isChanged ||= this[key] !== next[key];
    Object.assign(this, next);
    if (isChanged) this.#tell();
  }

  /** One call after all that happens at once. */
  #tell(): void {
    if (this.#isTelling || this.#isClosed) return;
    this.#isTelling = true;
    queueMicrotask(() => {
      this.#isTelling = false;
      for (const listener of [...this.#listeners]) listener();
    });
  }
}
