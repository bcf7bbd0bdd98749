import type { Action, Permission } from '../contract/actions.js';
import type { Adapter, Context, Now } from '../contract/adapter.js';
import type { Catalogue } from '../contract/catalogue.js';
import type { Change } from '../contract/changes.js';
import type { Client } from '../contract/client.js';
import type { Description } from '../contract/description.js';
import { DEFAULT_SETTINGS } from '../contract/plain/description.js';
import type { ClienteleError } from '../contract/plain/errors.js';
import type { Aggregate, Found, Table } from '../contract/query.js';
import type { SegmentDocument } from '../contract/segment.js';
import type { Day, FieldId, Id } from '../contract/values.js';
import { catalogueOf, isForSame, NOTHING } from './describe.js';
import { Deeds } from './deeds.js';
import { Emitter } from './emitter.js';
import { createFormatter, pageLocale } from './format.js';
import { Gate, need } from './gate.js';
import type { Doing, DoingHost } from './doing.js';
import { idle } from './idle.js';
import { Live } from './live.js';
import { Mirror } from './mirror.js';
import { isLater, rejecting, settle } from './now.js';
import { dayInZone } from './zone-day.js';
import type { Formatter, ListQuestion, ResultSet, Session, SessionEvents, SessionOptions } from './types.js';

export interface ClienteleOptions extends SessionOptions {
  adapter: Adapter;
  /** Whether `end` closes the adapter too; true by default. */
  closesAdapter?: boolean;
}

/** What a session is put together of, so that a page can load it by and by. */
export interface SessionParts {
  /** Puts the host's settings and the user's rights in front of an adapter within the page; a server has done so itself. */
  guard(adapter: Adapter, options: () => SessionOptions): Adapter;
  doing(host: DoingHost): Now<Doing>;
}

export class AdapterSession extends Deeds implements Session {
  description: Description | null = null;
  catalogue: Catalogue = NOTHING;
  format: Formatter;
  ready: Promise<Description>;

  #options: SessionOptions;
  readonly #adapter: Adapter;
  readonly #closesAdapter: boolean;
  readonly #emitter = new Emitter<SessionEvents>();
  readonly #gate: Gate;
  readonly #mirror: Mirror;
  readonly #live: Live;
  readonly #parts: SessionParts;
  #doing: Now<Doing> | null = null;
  /** Milliseconds by which the base's clock is ahead of ours. */
  #skew = 0;
  /** Counts the descriptions asked for: only the newest counts. */
  #asked = 0;

  constructor({ adapter, closesAdapter = true, ...options }: ClienteleOptions, parts: SessionParts) {
    super();
    this.#parts = parts;
    this.#closesAdapter = closesAdapter;
    this.#options = options;
    this.#adapter = adapter.remote ? adapter : parts.guard(adapter, () => this.#options);
    const gate = (this.#gate = new Gate(this.#adapter, {
      who: () => this.#who(),
      online: (online) => this.#emitter.emit('online', online),
      recovered: () => this.#recovered(),
      failed: (error) => this.#failed(error),
    }));
    this.#mirror = new Mirror({
      gate,
      today: () => this.today || undefined,
      gone: (id) => void this.#quietly(({ changes }) => changes.gone([id])),
      reread: (ids, fields) => void this.#quietly(({ changes }) => void changes.reread(ids, fields)),
    });
    this.#live = new Live({ gate, changed: (changes) => this.#changed(changes) });
    this.format = this.#formatter();
    this.ready = this.#describe();
    this.ready.catch(() => undefined);
    globalThis.addEventListener?.('online', this.#hurry);
  }

  get locale(): string {
    return this.#options.locale ?? pageLocale();
  }

  get online(): boolean {
    return this.#gate.online;
  }

  get today(): Day {
    const { description } = this;
    return description ? dayInZone(Date.now() + this.#skew, description.settings.timeZone) : '';
  }

  on<K extends keyof SessionEvents>(type: K, listener: (event: SessionEvents[K]) => void): () => void {
    return this.#emitter.on(type, listener);
  }

  can(permission: Permission): boolean {
    return this.description?.rights.permissions.includes(permission) ?? false;
  }

  action(id: string): Action | null {
    return (this.#adapter.jobs && this.catalogue.actions.get(id)) ?? null;
  }

  open(question: ListQuestion): ResultSet {
    const result = this.#mirror.open(question);
    if (this.description) result.start();
    return result;
  }

  peek(id: Id): Client | null {
    return this.#mirror.clients.entry(id)?.view ?? null;
  }

  get(id: Id, options: { fields?: FieldId[]; signal?: AbortSignal } = {}): Now<Client> {
    const { fields = null, signal } = options;
    const { clients } = this.#mirror;
    const entry = clients.entry(id);
    // Without a live stream nothing says that what is kept still stands.
    if (entry && this.#live.isUp && clients.has(id, fields)) return entry.view;
    return rejecting(() => this.#mirror.read(id, fields, signal));
  }

  count(where: SegmentDocument, options: { token?: true; signal?: AbortSignal } = {}): Now<Found> {
    const { today } = this;
    const more = {
      ...(today === '' ? {} : { today }),
      ...(options.token ? { token: options.token } : {}),
    };
    return rejecting(() =>
      this.#gate.read('count', (adapter, context) => adapter.count(where, context, more), options.signal),
    );
  }

  aggregate(input: Aggregate, options: { signal?: AbortSignal } = {}): Now<Table> {
    const ask = (adapter: Adapter, context: Context): Now<Table> =>
      need(adapter.aggregate, 'aggregate').call(adapter, input, context);
    return rejecting(() => this.#gate.read('aggregate', ask, options.signal));
  }

  update(options: Partial<Pick<SessionOptions, 'locale' | 'permissions' | 'onError'>>): void {
    this.#options = { ...this.#options, ...options };
    if ('locale' in options) {
      this.format = this.#formatter();
      if (this.description) this.#emitter.emit('description', this.description);
    }
    const keys = Object.keys(options);
    if (keys.length > 0 && keys.every((key) => key === 'locale' || key === 'onError')) return;
    this.ready = this.#describe();
    this.ready.catch(() => undefined);
  }

  end(): void {
    if (this.#gate.signal.aborted) return;
    this.#gate.end();
    globalThis.removeEventListener?.('online', this.#hurry);
    this.#mirror.end();
    this.#emitter.clear();
    if (this.#closesAdapter) void this.#adapter.close?.();
  }

  /** Asks who may do what; then, where that is news, for everything shown again: rights may have become fewer. */
  async #describe(): Promise<Description> {
    const asked = ++this.#asked;
    const answer = settle(
      () => this.#gate.read('describe', (adapter, context) => adapter.describe(context)),
      (description) => {
        // A newer question was asked meanwhile: its answer is the one that counts.
        if (asked !== this.#asked) return this.ready;
        this.#learn(description);
        return description;
      },
      (error) => {
        if (asked === this.#asked && !this.description) this.#mirror.failed(error);
        throw error;
      },
    );
    return answer;
  }

  #learn(description: Description): void {
    const before = this.description;
    this.description = description;
    this.catalogue = catalogueOf(description);
    this.#skew = Date.parse(description.now) - Date.now();
    this.format = this.#formatter();
    if (!before) {
      this.#mirror.start();
      // While the first rows are on their way: the device's calendar takes milliseconds to begin.
      void this.today;
      if (this.#adapter.watch && description.capabilities.watch) void this.#live.run();
      if (this.#adapter.jobs && description.capabilities.actions.length > 0) this.#pump();
    } else if (isForSame(before, description)) {
      for (const result of this.#mirror.results) result.refresh();
    } else {
      this.#mirror.reset();
    }
    this.#emitter.emit('description', description);
  }

  #changed(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.kind === 'clients') this.#keep(({ changes: kept }) => kept.take(change));
      else if (change.kind === 'job') this.#heard(change.id);
      else if (change.kind === 'views') this.#emitter.emit('views', null);
      else if (change.kind === 'description') this.update({});
      else if (change.kind === 'lost') this.#keep(({ changes: kept }) => kept.lost());
      else {
        this.#keep(({ changes: kept }) => kept.take(change));
        this.#emitter.emit('records', { record: change.record, clients: change.clients });
      }
    }
    // What changed may concern the rules of a base that nobody else works on.
    if (!this.#adapter.remote && this.description?.capabilities.library)
      void this.#quietly((doing) => doing.pump());
  }

  protected with<T>(work: (doing: Doing) => Now<T>): Now<T> {
    const doing = this.#load();
    return isLater(doing) ? doing.then(work) : work(doing);
  }

  #load(): Now<Doing> {
    if (this.#doing) return this.#doing;
    const made = this.#parts.doing({
      gate: this.#gate,
      mirror: this.#mirror,
      told: (event) => this.#emitter.emit('clients', event),
      nameOrder: () => this.description?.settings.nameOrder ?? 'firstLast',
      isEmbedded: this.#adapter.remote !== true && this.#adapter.jobs !== undefined,
      now: () => this.#now(),
      jobTold: (job) => this.#emitter.emit('job', job),
      viewsChanged: () => this.#emitter.emit('views', null),
      libraryChanged: () => this.update({}),
      recordsChanged: (record, clients) => this.#emitter.emit('records', { record, clients }),
    });
    if (!isLater(made)) return (this.#doing = made);
    return (this.#doing = made.then(
      (doing) => (this.#doing = doing),
      (cause: unknown) => {
        this.#doing = null;
        throw this.#gate.fail(cause, 'load');
      },
    ));
  }

  /** Goes on with what was queued before; a server does so by itself, and what writes is then loaded when there is time. */
  #pump(): void {
    if (!this.#adapter.remote) void this.#quietly((doing) => doing.pump());
    else idle(() => void this.#quietly(() => undefined));
  }

  /** Takes a change in. Where what does so cannot be loaded, no row may be taken for current. */
  #keep(work: (doing: Doing) => void): void {
    void this.#quietly(work, () => {
      for (const result of this.#mirror.results) result.outdate();
    });
  }

  #heard(job: Id): void {
    void this.#quietly((doing) => doing.heard(job));
  }

  async #quietly(work: (doing: Doing) => void, failed?: () => void): Promise<void> {
    if (this.#gate.signal.aborted) return;
    try {
      await this.with(work);
    } catch {
      // Told by the gate; the next who needs it tries again.
      failed?.();
    }
  }

  #now(): string {
    return new Date(Date.now() + this.#skew).toISOString();
  }

  #failed(error: ClienteleError): void {
    this.#emitter.emit('error', error);
    this.#options.onError?.(error);
  }

  #recovered(): void {
    this.#live.hurry();
    this.#mirror.retry();
  }

  /** The device is on a network again: whether that reaches the adapter is seen by asking. */
  readonly #hurry = (): void => {
    if (!this.description) this.update({});
    this.#recovered();
  };

  /** A server knows by itself who asks. */
  #who(): { tenant: Id; actor: Id; role: string } {
    if (this.#adapter.remote) return { tenant: 'local', actor: 'me', role: 'user' };
    const actor = this.description?.actor ?? this.#options.actor;
    return { tenant: 'local', actor: actor?.id ?? 'anonymous', role: actor?.role ?? 'owner' };
  }

  #formatter(): Formatter {
    const { description } = this;
    const { timeZone = 'UTC', currency = 'EUR' } = this.#options;
    return createFormatter({
      locale: this.locale,
      settings: description?.settings ?? { ...DEFAULT_SETTINGS, timeZone, currency },
      lists: description?.lists ?? {},
      today: () => this.today || dayInZone(Date.now(), timeZone),
    });
  }
}
