import { v7 } from 'uuid';
import type { Client, Patch } from '../contract/client.js';
import { isClienteleError } from '../contract/plain/errors.js';
import type { FieldId, Id } from '../contract/values.js';
import type { ClientCache } from './clients.js';
import type { Gate } from './gate.js';
import type { SaveOptions } from './types.js';
import { lay, markRemoved } from './overlay.js';

export interface WritesHost {
  readonly gate: Gate;
  readonly clients: ClientCache;
  /** The cache's view of these clients changed by our own doing. `fields` undefined: any. */
  wrote(op: 'created' | 'updated' | 'removed', ids: readonly Id[], fields?: readonly FieldId[]): void;
  /** Only the look changed: an edit was laid over, or taken back. */
  shown(ids: readonly Id[]): void;
  now(): string;
}

/** Edits of one client go one after another; what each replaced is known to the next, so that two quick edits do not collide. */
interface Queue {
  last: Promise<unknown>;
  length: number;
  /** Versions that our own writes moved on, while the queue lasts. */
  moved: Map<number, number>;
}

/** Single clients: an edit shows at once, and is taken back if it is refused. */
export class Writes {
  readonly #host: WritesHost;
  readonly #queues = new Map<Id, Queue>();

  constructor(host: WritesHost) {
    this.#host = host;
  }

  async create(patch: Patch, options: SaveOptions = {}): Promise<Client> {
    const { gate, clients } = this.#host;
    const key = gate.own(v7(), true);
    // The key of the first try is also the id: sent again, it can make no second client.
    const asOf = clients.tick();
    const made = await gate.write('save', key, (adapter, context) =>
      adapter.save({ id: key, version: null, patch, ...options }, context),
    );
    clients.take(made, null, asOf);
    this.#host.wrote('created', [made.id]);
    return made;
  }

  async save(id: Id, version: number, patch: Patch, options: SaveOptions = {}): Promise<Client> {
    const { gate, clients } = this.#host;
    const takeBack = lay(clients, id, patch);
    if (takeBack) this.#host.shown([id]);
    try {
      return await this.#inTurn(id, async (queue) => {
        const current = follow(queue.moved, version);
        const saved = await gate.write('save', gate.own(v7(), true), (adapter, context) =>
          adapter.save({ id, version: current, patch, ...options }, context),
        );
        if (saved.version !== current) queue.moved.set(current, saved.version);
        takeBack?.();
        clients.take(saved, null, clients.tick());
        this.#host.wrote('updated', [id], Object.keys(patch));
        return saved;
      });
    } catch (error) {
      takeBack?.();
      this.#host.shown([id]);
      if (isClienteleError(error) && error.code === 'stale_version') await this.#reread(id);
      throw error;
    }
  }

  async remove(id: Id, version: number): Promise<void> {
    const { gate, clients } = this.#host;
    await this.#inTurn(id, async (queue) => {
      const current = follow(queue.moved, version);
      await gate.write('remove', gate.own(v7(), true), (adapter, context) =>
        adapter.remove(id, current, context),
      );
      markRemoved(clients, id, this.#host.now());
      clients.forget(id);
      this.#host.wrote('removed', [id]);
    });
  }

  /** Somebody else was first: what stands now is in the cache before the caller hears of it. */
  async #reread(id: Id): Promise<void> {
    const { gate, clients } = this.#host;
    const asOf = clients.tick();
    try {
      clients.take(await gate.read('get', (adapter, context) => adapter.get(id, context)), null, asOf);
      this.#host.shown([id]);
    } catch {
      // The refusal itself is what the caller must hear.
    }
  }

  async #inTurn<T>(id: Id, work: (queue: Queue) => Promise<T>): Promise<T> {
    let queue = this.#queues.get(id);
    if (!queue) this.#queues.set(id, (queue = { last: Promise.resolve(), length: 0, moved: new Map() }));
    const own = queue;
    own.length++;
    const turn = own.last.then(async () => work(own));
    own.last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      if (--own.length === 0) this.#queues.delete(id);
    }
  }
}

function follow(moved: ReadonlyMap<number, number>, version: number): number {
  let current = version;
  for (let next = moved.get(current); next !== undefined; next = moved.get(current)) current = next;
  return current;
}
