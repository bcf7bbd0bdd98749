import type { Client, Patch } from '../contract/client.js';
import { setValue, valueOf } from '../contract/plain/client.js';
import type { FieldId, Id } from '../contract/values.js';

/** How many clients are kept that nothing shows. */
const IDLE = 500;

/** One client as the session knows it. `view` is what widgets see: the last answer with the edits on their way laid over it. */
export interface Entry {
  readonly id: Id;
  view: Client;
  /** What the adapter said last. */
  base: Client;
  /** The fields that `base` holds; null: all that the user may see. */
  known: ReadonlySet<FieldId> | null;
  /** The tick at which `base` was asked for: an answer to an older question never replaces it. */
  asOf: number;
  /** Edits on their way, oldest first. */
  pending: Patch[];
  holders: number;
}

/**
 * Clients by id, one copy for all results and panels. Those that a result holds stay; of the others the least recently used go.
 */
export class ClientCache {
  /** What a client with edits on their way looks like; comes with what makes edits. */
  overlay: (entry: Entry) => Client = ({ base }) => base;
  readonly #entries = new Map<Id, Entry>();
  readonly #idle = new Map<Id, Entry>();
  #tick = 0;

  /** Marks a moment: of two questions the later one has the greater tick. */
  tick(): number {
    return ++this.#tick;
  }

  get size(): number {
    return this.#entries.size;
  }

  entry(id: Id): Entry | undefined {
    return this.#entries.get(id);
  }

  /** Takes in an answer to a question asked at `asOf` for `fields` (null: all). */
  take(client: Client, fields: ReadonlySet<FieldId> | null, asOf: number): Entry {
    const { id } = client;
    const entry = this.#entries.get(id);
    if (!entry) {
      const made = { id, view: client, base: client, known: fields, asOf, pending: [], holders: 0 };
      this.#entries.set(id, made);
      this.#rest(made);
      return made;
    }
    if (entry.holders === 0) this.#rest(entry);
    if (asOf < entry.asOf || client.version < entry.base.version) return entry;
    const sameFields = fields === entry.known || fields === null;
    if (sameFields && entry.pending.length === 0 && isSame(entry.base, client)) {
      entry.asOf = asOf;
      return entry;
    }
    if (sameFields) {
      entry.known = fields;
      entry.base = client;
    } else {
      const isNewer = client.version !== entry.base.version;
      entry.base = merge(entry.base, client, fields);
      if (isNewer) entry.known = fields;
      else if (entry.known) entry.known = new Set([...entry.known, ...fields]);
    }
    entry.asOf = asOf;
    this.look(entry);
    return entry;
  }

  /** True when the cache holds all of these fields (null: everything) of a client. */
  has(id: Id, fields: readonly FieldId[] | null): boolean {
    const entry = this.#entries.get(id);
    if (!entry) return false;
    const { known } = entry;
    return known === null || (fields !== null && fields.every((field) => known.has(field)));
  }

  hold(entry: Entry): void {
    if (entry.holders++ === 0) this.#idle.delete(entry.id);
  }

  release(entry: Entry): void {
    if (--entry.holders === 0 && this.#entries.get(entry.id) === entry) this.#rest(entry);
  }

  /** Lets go of a client that nothing shows, so that it is asked for again. Those shown are the caller's to read anew. */
  forget(id: Id): void {
    const entry = this.#idle.get(id);
    if (!entry || entry.pending.length > 0) return;
    this.#idle.delete(id);
    this.#entries.delete(id);
  }

  forgetIdle(): void {
    for (const id of [...this.#idle.keys()]) this.forget(id);
  }

  clear(): void {
    this.#entries.clear();
    this.#idle.clear();
  }

  /** Works out what widgets see. */
  look(entry: Entry): void {
    entry.view = entry.pending.length === 0 ? entry.base : this.overlay(entry);
  }

  #rest(entry: Entry): void {
    this.#idle.delete(entry.id);
    this.#idle.set(entry.id, entry);
    if (this.#idle.size <= IDLE) return;
    for (const oldest of this.#idle.values()) {
      if (oldest.pending.length > 0) continue;
      this.#idle.delete(oldest.id);
      this.#entries.delete(oldest.id);
      return;
    }
  }
}

function merge(old: Client, client: Client, fields: ReadonlySet<FieldId>): Client {
  const merged: Client = { ...old, version: client.version };
  if (old.custom) merged.custom = { ...old.custom };
  if (client.removedAt === undefined) delete merged.removedAt;
  else merged.removedAt = client.removedAt;
  for (const field of fields) setValue(merged, field, valueOf(client, field) as never);
  return merged;
}

/** Two answers that say the same: then the old object stays, and what is drawn from it too. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  for (const key of keys) {
    if (!Object.hasOwn(b, key) || !isSame(Reflect.get(a, key), Reflect.get(b, key))) return false;
  }
  return true;
}
