import type { Adapter, Context, Now } from '../contract/adapter.js';
import type { Change } from '../contract/changes.js';
import type { Client } from '../contract/client.js';
import { isClienteleError } from '../contract/plain/errors.js';
import type { FieldId, Id } from '../contract/values.js';
import { ClientCache } from './clients.js';
import type { Gate } from './gate.js';
import { isLater, settle } from './now.js';
import { Result } from './result.js';
import type { ListQuestion, SessionEvents } from './types.js';

type ClientsEvent = SessionEvents['clients'];

export interface MirrorHost {
  readonly gate: Gate;
  /** The base's day now; undefined before the description. */
  today(): string | undefined;
  now(): string;
  told(event: ClientsEvent): void;
}

/** What the session knows of the base: clients and open results, kept current by its own writes and by the changes of others. */
export class Mirror {
  readonly clients = new ClientCache();
  readonly #host: MirrorHost;
  readonly #results = new Set<Result>();
  readonly #reading = new Map<string, Promise<Client>>();

  constructor(host: MirrorHost) {
    this.#host = host;
  }

  open(question: ListQuestion): Result {
    const { gate } = this.#host;
    const result = new Result(question, {
      clients: this.clients,
      find: (query, signal) => gate.read('find', (adapter, context) => adapter.find(query, context), signal),
      count: ({ where }, signal) =>
        settle(
          () =>
            gate.read('count', (adapter, context) => adapter.count(where, context, this.#pinned()), signal),
          ({ count }) => count,
          () => null,
        ),
      reread: (ids, fields) => void this.reread(ids, fields),
      today: () => this.#host.today(),
      closed: (closed) => this.#results.delete(closed),
    });
    this.#results.add(result);
    return result;
  }

  /** Asks the adapter for one client; the same question twice at a time is asked once. */
  read(id: Id, fields: readonly FieldId[] | null, signal?: AbortSignal): Now<Client> {
    const question = `${id} ${fields?.join() ?? '*'}`;
    const twin = signal ? undefined : this.#reading.get(question);
    if (twin) return twin;
    const asOf = this.clients.tick();
    const ask = (adapter: Adapter, context: Context): Now<Client> =>
      fields ? adapter.get(id, context, [...fields]) : adapter.get(id, context);
    const answer = settle(
      () => this.#host.gate.read('get', ask, signal),
      (client) => this.clients.take(client, fields && new Set(fields), asOf).view,
      (error) => {
        if (isClienteleError(error) && error.code === 'not_found') this.#gone([id]);
        throw error;
      },
    );
    if (isLater(answer) && !signal) {
      this.#reading.set(question, answer);
      const forget = (): void => void this.#reading.delete(question);
      answer.then(forget, forget);
    }
    return answer;
  }

  /** Reads shown clients anew, with the fields that the cache holds of each. */
  async reread(ids: readonly Id[], fields: readonly FieldId[]): Promise<void> {
    await Promise.all(
      ids.map(async (id) => {
        const known = this.clients.entry(id)?.known;
        try {
          await this.read(id, known === null ? null : [...(known ?? fields)]);
        } catch {
          // Told by the gate; the row keeps what it shows.
        }
      }),
    );
    this.redraw(ids);
  }

  /** Reads those of these clients anew that the cache holds, wherever they are shown. */
  async rereadHeld(ids: readonly Id[]): Promise<void> {
    await this.reread(
      ids.filter((id) => this.clients.entry(id)),
      [],
    );
  }

  /** Values changed: what draws these clients is told. */
  redraw(ids: readonly Id[]): void {
    if (ids.length === 0) return;
    const set = new Set(ids);
    for (const result of this.#results) if (result.holds(set)) result.redraw();
    this.#host.told({ ids, op: 'updated', own: true });
  }

  /** A write of our own, whose answer is in the cache. */
  wrote(op: ClientsEvent['op'], ids: readonly Id[], fields?: readonly FieldId[]): void {
    const set = new Set(ids);
    for (const result of this.#results) {
      if (op === 'updated' && result.holds(set)) result.redraw();
      result.moved(fields);
    }
    this.#host.told({ ids, op, own: true });
  }

  /** Changes of others, and echoes of our own. */
  take(change: Extract<Change, { kind: 'clients' | 'records' }>): void {
    if (change.kind === 'records') {
      for (const result of this.#results) result.recordsChanged(change.record);
      return;
    }
    const { op, ids, fields, key } = change;
    const { gate } = this.#host;
    if (gate.isApplied(key)) return;
    const changed = ids === 'many' ? ids : new Set(ids);
    if (op === 'removed' && changed !== 'many') this.#gone([...changed]);
    if (changed === 'many') this.clients.forgetIdle();
    else for (const id of changed) this.clients.forget(id);
    for (const result of this.#results) {
      if (op === 'updated' || changed === 'many') result.changed(changed);
      result.moved(op === 'updated' ? fields : undefined);
    }
    this.#host.told({ ids, op, own: gate.isOwn(key) });
  }

  /** Anything may have changed. */
  lost(): void {
    this.take({ kind: 'clients', at: '', op: 'updated', ids: 'many' });
  }

  start(): void {
    for (const result of this.#results) result.start();
  }

  failed(error: unknown): void {
    for (const result of this.#results) result.failed(error);
  }

  /** Forgets everything, for what was shown may no longer be seen; then asks again. */
  reset(): void {
    this.#reading.clear();
    this.clients.tick();
    for (const result of this.#results) result.empty();
    this.clients.clear();
    for (const result of this.#results) result.refresh();
  }

  /** The adapter answers again: asks for what it owed. */
  retry(): void {
    for (const result of this.#results) result.retry();
  }

  end(): void {
    for (const result of [...this.#results]) result.close();
    this.clients.clear();
    this.#reading.clear();
  }

  #pinned(): { today?: string } {
    const today = this.#host.today();
    return today === undefined ? {} : { today };
  }

  #gone(ids: readonly Id[]): void {
    const at = this.#host.now();
    for (const id of ids) this.clients.markRemoved(id, at);
    const set = new Set(ids);
    for (const result of this.#results) if (result.holds(set)) result.redraw();
  }
}
