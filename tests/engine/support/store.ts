import {
  ClienteleError,
  createCatalogue,
  setValue,
  valueOf,
  type Client,
  type Context,
  type Id,
  type Patch,
  type Selection,
  type WriteContext,
} from '../../../src/contract/index.js';
import { fold } from '../../../src/text/index.js';
import { isInBranches } from '../../../src/engine/branches.js';
import type { DocumentWrite, Store, Write, WriteOutcome } from '../../../src/engine/store.js';

const { fields } = createCatalogue();

/** Where a commit is to break: before anything of it stands, or after all of it does. */
export type Fault = 'before' | 'after' | null;

/**
 * The least store that keeps the promises of `Store`, over maps. A found selection holds every client, or with a field condition
 * those whose city is its value. `fault` is asked before each commit.
 */
export class TestStore implements Store {
  clients = new Map<Id, Client>();
  kept = new Map<string, object>();
  time = Date.parse('2026-03-10T12:00:00Z');
  commits = 0;
  fault: (commit: number) => Fault = () => null;
  /** Ids whose writes fail as if the disk refused them. */
  broken = new Set<Id>();
  /** Called within a commit, before its writes: somebody else's edit that comes in between. */
  meanwhile: (() => void) | null = null;

  constructor(clients: readonly Client[] = []) {
    for (const client of clients) this.clients.set(client.id, structuredClone(client));
  }

  now(): number {
    return this.time;
  }

  revision(): string {
    return String(this.commits);
  }

  walk(selection: Selection, after: Id | null, size: number, context: Context) {
    const isWanted = (client: Client): boolean => {
      if (client.removedAt !== undefined || !isInBranches(client, context)) return false;
      if ('ids' in selection) return selection.ids.includes(client.id);
      const { where } = selection.found;
      if (where.kind === 'field' && where.field === 'city' && client.city !== where.value) return false;
      return !selection.except.includes(client.id);
    };
    return [...this.clients.values()]
      .filter((client) => (after === null || client.id > after) && isWanted(client))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .slice(0, size)
      .map(({ id, version }) => ({ id, version }));
  }

  read(ids: readonly Id[]) {
    return ids.map((id) => structuredClone(this.clients.get(id) ?? null));
  }

  match(key: { phone: string } | { email: string } | { name: string; birthday: string }) {
    const fits = (client: Client): boolean => {
      if (client.removedAt !== undefined) return false;
      const has = (list: Client['phones'], value: string) =>
        (list ?? []).some((contact) => 'value' in contact && contact.value.toLowerCase() === value);
      if ('phone' in key) return has(client.phones, key.phone);
      if ('email' in key) return has(client.emails, key.email);
      const name = fold(`${client.firstName ?? ''} ${client.lastName ?? ''}`);
      return name === key.name && client.birthday === key.birthday;
    };
    return [...this.clients.values()].filter(fits).map(({ id }) => id);
  }

  async commit(
    writes: readonly Write[],
    documents: Parameters<Store['commit']>[1],
    context: WriteContext,
    guards: Parameters<Store['commit']>[3] = [],
  ): Promise<WriteOutcome[]> {
    // Lets twins overlap.
    await Promise.resolve();
    const fault = this.fault(this.commits++);
    if (fault === 'before') throw new ClienteleError('storage', 'killed before');
    this.meanwhile?.();
    for (const { kind, id, rev } of guards) {
      const stands = this.kept.get(this.#key(kind, id, context)) as { rev?: number } | undefined;
      if ((stands?.rev ?? null) !== rev) throw new ClienteleError('conflict', `${kind} moved`);
    }
    const outcomes = writes.map((write) => this.#write(write));
    const told: readonly DocumentWrite[] = typeof documents === 'function' ? documents(outcomes) : documents;
    for (const { kind, id, value } of told) {
      const key = this.#key(kind, id, context);
      this.kept.delete(key);
      if (value !== null) this.kept.set(key, structuredClone(value));
    }
    if (fault === 'after') throw new ClienteleError('storage', 'killed after');
    return outcomes;
  }

  document(kind: string, id: Id, context: Context) {
    return structuredClone(this.kept.get(this.#key(kind, id, context)) ?? null);
  }

  documents(kind: string, context: Context, limit: number) {
    const start = `${context.tenant}/${kind}/`;
    const found = [...this.kept].filter(([key]) => key.startsWith(start)).map(([, value]) => value);
    return structuredClone(found.reverse().slice(0, limit));
  }

  /** What an edit by a person does: a patch that moves the version. */
  edit(id: Id, patch: Patch): void {
    this.#write({ id, version: null, patch });
  }

  #key(kind: string, id: Id, { tenant }: Context): string {
    return `${tenant}/${kind}/${id}`;
  }

  #write({ id, version, patch, create, remove }: Write): WriteOutcome {
    const failed = (reason: WriteOutcome['reason'], at = 0): WriteOutcome => ({
      id,
      ok: false,
      reason,
      version: at,
      before: null,
    });
    if (this.broken.has(id)) return failed('storage');
    const old = this.clients.get(id);
    if (create ? old : !old) return failed(create ? 'changed' : 'gone');
    const client: Client = structuredClone(old ?? { id, version: 0 });
    if (version !== null && client.version !== version) return failed('changed', client.version);
    const before: Record<string, Patch[string]> = {};
    let moves = create === true || remove !== undefined;
    for (const [field, value] of Object.entries(patch ?? {})) {
      before[field] = (valueOf(client, field) as Patch[string] | undefined) ?? null;
      const { origin } = fields.get(field) ?? { origin: 'stored' };
      moves ||= origin === 'stored';
      setValue(client, field, value);
    }
    if (remove === true) client.removedAt = new Date(this.time).toISOString();
    if (remove === false) delete client.removedAt;
    if (moves) client.version++;
    this.clients.set(id, client);
    return { id, ok: true, reason: null, version: client.version, before: patch ? before : null };
  }
}

/** The same data seen by another process. */
export function elsewhere(store: TestStore): Store {
  return {
    now: () => store.now(),
    revision: () => store.revision(),
    walk: (selection, after, size, context) => store.walk(selection, after, size, context),
    read: (ids) => store.read(ids),
    match: (key) => store.match(key),
    commit: (writes, documents, context, guards) => store.commit(writes, documents, context, guards),
    document: (kind, id, context) => store.document(kind, id, context),
    documents: (kind, context, limit) => store.documents(kind, context, limit),
  };
}

let keys = 0;

/** A context with a key of its own; `more` overrides. */
export function writer(more: Partial<WriteContext> = {}): WriteContext {
  return { tenant: 't1', actor: 'ann', role: 'owner', key: `key-${++keys}`, ...more };
}

/** Clients c0000 … with a name. */
export function people(count: number, more: (index: number) => Partial<Client> = () => ({})): Client[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `c${String(index).padStart(5, '0')}`,
    version: 1,
    firstName: `Name${index}`,
    ...more(index),
  }));
}
