import type { Adapter, Context, Now } from '../contract/adapter.js';
import type { Client } from '../contract/client.js';
import { isClienteleError } from '../contract/plain/errors.js';
import type { FieldId, Id } from '../contract/values.js';
import { ClientCache } from './clients.js';
import type { Gate } from './gate.js';
import { isLater, settle } from './now.js';
import { Result } from './result.js';
import type { ListQuestion } from './types.js';

export interface MirrorHost {
  readonly gate: Gate;
  /** The base's day now; undefined before the description. */
  today(): string | undefined;
  /** The adapter does not have this client any more. */
  gone(id: Id): void;
  /** Reads shown clients anew, each for itself. */
  reread(ids: readonly Id[], fields: readonly FieldId[]): void;
}

/** What the session knows of the base: clients and open results. `changes.ts` keeps it current. */
export class Mirror {
  readonly clients = new ClientCache();
  readonly #host: MirrorHost;
  readonly results = new Set<Result>();
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
      reread: (ids, fields) => this.#host.reread(ids, fields),
      today: () => this.#host.today(),
      closed: (closed) => this.results.delete(closed),
    });
    this.results.add(result);
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
        if (isClienteleError(error) && error.code === 'not_found') this.#host.gone(id);
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

  start(): void {
    for (const result of this.results) result.start();
  }

  failed(error: unknown): void {
    for (const result of this.results) result.failed(error);
  }

  /** Forgets everything, for what was shown may no longer be seen; then asks again. */
  reset(): void {
    this.#reading.clear();
    this.clients.tick();
    for (const result of this.results) result.empty();
    this.clients.clear();
    for (const result of this.results) result.refresh();
  }

  /** The adapter answers again: asks for what it owed. */
  retry(): void {
    for (const result of this.results) result.retry();
  }

  end(): void {
    for (const result of [...this.results]) result.close();
    this.clients.clear();
    this.#reading.clear();
  }

  #pinned(): { today?: string } {
    const today = this.#host.today();
    return today === undefined ? {} : { today };
  }
}
