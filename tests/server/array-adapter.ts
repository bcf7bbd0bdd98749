import {
  ClienteleError,
  DEFAULT_SETTINGS,
  PERMISSIONS,
  type Adapter,
  type Change,
  type Client,
  type Description,
  type Patch,
  type Save,
  type WriteContext,
} from '../../src/contract/index.js';

const NOW = '2026-03-14T09:30:00Z';
export const TODAY = '2026-03-14';

export function descriptionOf(
  actor: { actor: string; role: string },
  parts: Partial<Adapter> = {},
): Description {
  return {
    contract: 1,
    capabilities: {
      filter: true,
      sort: true,
      search: true,
      write: true,
      token: false,
      watch: true,
      records: parts.records ? ['bookings', 'sales'] : [],
      ingest: parts.ingest !== undefined,
      actions: parts.jobs ? ['favourite', 'block'] : [],
      views: parts.views !== undefined,
      files: false,
      aggregate: parts.aggregate !== undefined,
    },
    fields: [{ id: 'custom.hasCat', type: 'boolean' }],
    records: [],
    actions: [],
    tabs: [],
    lists: {},
    settings: DEFAULT_SETTINGS,
    rights: {
      permissions: [...PERMISSIONS],
      hidden: [],
      masked: [],
      branches: null,
    },
    actor: { id: actor.actor, name: 'Anna', role: actor.role },
    now: NOW,
    today: TODAY,
  };
}

export interface ArrayAdapter extends Adapter {
  /** Every call, oldest first, with what it was given. */
  readonly seen: { operation: string; input: unknown; context: object }[];
  readonly stored: Map<string, Client>;
  emit(change: Change): void;
  /** Watches that have neither been aborted nor returned. */
  watching: number;
}

/** The least adapter that keeps its promises on writing, and remembers what it was asked: what a handler is tested against at its edges. `parts` replace its own or add to them. */
export function arrayAdapter(parts: Partial<Adapter> = {}): ArrayAdapter {
  const stored = new Map<string, Client>();
  const answers = new Map<string, { input: string; client: Client | null }>();
  const seen: ArrayAdapter['seen'] = [];
  const log: Change[] = [];
  const wakers = new Set<() => void>();

  const once = async (name: string, input: object, context: WriteContext, write: () => Client | null) => {
    seen.push({ operation: name, input, context });
    const key = [context.tenant, context.actor, name, context.key].join('|');
    const text = JSON.stringify(input);
    const before = answers.get(key);
    if (before && before.input !== text)
      throw new ClienteleError('conflict', 'the key was used for another input');
    if (before) return before.client;
    const client = write();
    answers.set(key, { input: text, client: client && structuredClone(client) });
    return client;
  };
  const standing = (id: string, version: number) => {
    const client = stored.get(id);
    if (!client) throw new ClienteleError('not_found', 'no such client');
    if (client.version !== version) {
      throw new ClienteleError('stale_version', 'edited since', {
        version: client.version,
        changed: ['firstName'],
      });
    }
    return client;
  };
  const write = ({ id, version, patch }: Save): Client => {
    if (version === null && stored.has(id)) throw new ClienteleError('conflict', 'the id is taken');
    const before = version === null ? { id, version: 0 } : standing(id, version);
    const after = { ...before, ...clean(patch), version: before.version + 1 } as Client;
    stored.set(id, after);
    return after;
  };

  const adapter: ArrayAdapter = {
    seen,
    stored,
    watching: 0,
    emit(change) {
      log.push(change);
      for (const wake of wakers) wake();
    },
    describe(context) {
      seen.push({ operation: 'describe', input: null, context });
      return descriptionOf(context, parts);
    },
    find(query, context) {
      seen.push({ operation: 'find', input: query, context });
      const all = [...stored.values()];
      const at = 'at' in query.window ? query.window.at : 0;
      return {
        items: all.slice(at, at + query.window.size),
        at,
        next: null,
        total: all.length,
        today: TODAY,
        revision: String(all.length),
      };
    },
    count(where, context, options) {
      seen.push({ operation: 'count', input: { where, options }, context });
      return { count: stored.size, today: TODAY };
    },
    get(id, context, fields) {
      seen.push({ operation: 'get', input: { id, fields }, context });
      const client = stored.get(id);
      if (!client) throw new ClienteleError('not_found', 'no such client');
      return client;
    },
    async save(input, context) {
      const saved = await once('save', input, context, () => write(input));
      if (!saved) throw new Error('nothing was saved');
      return saved;
    },
    async remove(id, version, context) {
      await once('remove', { id, version }, context, () => {
        stored.delete(standing(id, version).id);
        return null;
      });
    },
    async *watch(since, context) {
      seen.push({ operation: 'watch', input: since, context });
      const signal = context.signal;
      let at = since === null ? log.length : log.findIndex((change) => change.at === since) + 1;
      adapter.watching++;
      try {
        while (!signal?.aborted) {
          const change = log[at];
          if (change) {
            at++;
            yield change;
            continue;
          }
          await new Promise<void>((resolve) => {
            const wake = () => {
              wakers.delete(wake);
              resolve();
            };
            wakers.add(wake);
            signal?.addEventListener('abort', wake, { once: true });
          });
        }
      } finally {
        adapter.watching--;
      }
    },
  };
  return Object.assign(adapter, parts);
}

function clean(patch: Patch): object {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== null));
}

export function changed(at: string, ...ids: string[]): Change {
  return { kind: 'clients', at, op: 'updated', ids, fields: ['firstName'] };
}
