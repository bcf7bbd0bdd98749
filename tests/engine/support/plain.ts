import {
  ClienteleError,
  createCatalogue,
  DEFAULT_SETTINGS,
  LIBRARY_KINDS,
  PERMISSIONS,
  setValue,
  valueOf,
  type Adapter,
  type Change,
  type Client,
  type ClientRecord,
  type Context,
  type Description,
  type FieldId,
  type Id,
  type Query,
  type SavedView,
  type SegmentDocument,
} from '../../../src/contract/index.js';
import {
  createExplain,
  createJobs,
  createLibrary,
  createViews,
  tokenOf,
  type LibraryState,
} from '../../../src/engine/index.js';
import {
  compareBy,
  evaluate,
  hasBit,
  readSegment,
  resolveSort,
  sourceOf,
} from '../../../src/segments/index.js';
import { TestStore, writer } from './store.js';

export const TODAY = '2026-03-10';

export interface PlainOptions {
  description?: Partial<Description>;
  clients?: readonly Client[];
  records?: readonly ClientRecord[];
}

/**
 * A host's adapter at its plainest: it answers whatever it is asked, by scanning an array, and knows nothing of rights. Everything it was
 * asked stands in `asked`.
 */
export function plainAdapter(options: PlainOptions = {}) {
  const store = new TestStore(options.clients ?? []);
  const records = [...(options.records ?? [])];
  const asked: { operation: string; input: unknown; context: Context }[] = [];
  const description = (): Description => ({
    contract: 1,
    capabilities: {
      filter: true,
      sort: true,
      search: true,
      write: true,
      token: true,
      watch: true,
      records: ['bookings', 'sales'],
      ingest: true,
      actions: ['favourite', 'block', 'unblock', 'delete', 'restore'],
      views: true,
      files: false,
      aggregate: true,
      explain: true,
      library: [...LIBRARY_KINDS],
    },
    fields: [],
    records: [],
    actions: [],
    tabs: [],
    lists: state().lists,
    segments: [...state().items.segments],
    settings: DEFAULT_SETTINGS,
    rights: { permissions: [...PERMISSIONS], hidden: [], masked: [], branches: null },
    actor: { id: 'ann', name: 'Ann', role: 'owner' },
    now: new Date(store.now()).toISOString(),
    today: TODAY,
    ...options.description,
  });
  const { fields = [], records: kinds = [], actions = [] } = options.description ?? {};
  const catalogue = () => createCatalogue({ fields, records: kinds, actions });
  const library = createLibrary(store, {
    catalogue: () => catalogue(),
    settings: DEFAULT_SETTINGS,
    lists: options.description?.lists ?? {},
    count: (where) => select(where).length,
  });
  const explainer = createExplain(store, {
    catalogue: () => catalogue(),
    settings: DEFAULT_SETTINGS,
    segments: () => state().segment,
    today: () => TODAY,
    records: (client, kinds) =>
      records.filter((each) => each.client === client && kinds.includes(each.record)),
  });
  const state = () => library.state(writer()) as LibraryState;
  const note = (operation: string, input: unknown, context: Context) => {
    asked.push({ operation, input, context });
  };
  const select = (document: SegmentDocument): Client[] => {
    const all = [...store.clients.values()].filter((client) => client.removedAt === undefined);
    const resolved = readSegment(document, {
      catalogue: catalogue(),
      settings: DEFAULT_SETTINGS,
      today: TODAY,
      segments: state().segment,
    });
    const source = sourceOf(all, {
      catalogue: catalogue(),
      records: (client, kind) => records.filter((each) => each.client === client.id && each.record === kind),
    });
    const { bits } = evaluate(resolved, source);
    return all.filter((_, row) => hasBit(bits, row));
  };
  const project = (client: Client, fields: readonly FieldId[] | undefined): Client => {
    if (!fields) return structuredClone(client);
    const kept: Client = { id: client.id, version: client.version };
    if (client.removedAt !== undefined) kept.removedAt = client.removedAt;
    for (const field of fields) setValue(kept, field, valueOf(client, field) as never);
    return kept;
  };
  const one = (id: Id): Client => {
    const client = store.clients.get(id);
    if (!client) throw new ClienteleError('not_found', `no client ${id} in table clients`);
    return client;
  };

  const adapter: Required<Omit<Adapter, 'remote' | 'close'>> = {
    describe: description,
    find(query: Query, context) {
      note('find', query, context);
      const sort = resolveSort(query.sort, { catalogue: catalogue(), settings: DEFAULT_SETTINGS });
      const found = select(query.where).sort(compareBy(sort));
      const at = 'at' in query.window ? query.window.at : Number(query.window.after ?? 0);
      const items = found.slice(at, at + query.window.size).map((client) => project(client, query.fields));
      const next = at + items.length < found.length ? String(at + items.length) : null;
      const isWalk = 'after' in query.window;
      return {
        items,
        at: isWalk ? null : at,
        next: isWalk ? next : null,
        total: found.length,
        today: TODAY,
        revision: String(store.commits),
      };
    },
    count(where, context, more) {
      note('count', where, context);
      const ids = select(where).map(({ id }) => id);
      return { count: ids.length, today: TODAY, ...(more?.token ? { token: tokenOf(ids) } : {}) };
    },
    get(id, context, fields) {
      note('get', fields, context);
      return project(one(id), fields);
    },
    async save({ id, version, patch }, context) {
      note('save', patch, context);
      const write = { id, version, patch, ...(version === null ? { create: true as const } : {}) };
      const [outcome] = await store.commit([write], [], context);
      if (!outcome?.ok) {
        const detail = { version: outcome?.version ?? 0, changed: ['city', 'allergies', 'custom.secret'] };
        throw new ClienteleError('stale_version', 'changed', detail);
      }
      return project(one(id), undefined);
    },
    async remove(id, version, context) {
      note('remove', id, context);
      one(id);
      await store.commit([{ id, version, remove: true }], [], context);
    },
    async *watch(_since, context) {
      note('watch', null, context);
      yield* plain.changes;
    },
    aggregate(input, context) {
      note('aggregate', input, context);
      return { rows: [], today: TODAY };
    },
    async ingest(items, context) {
      note('ingest', items, context);
      return items.map(({ id }) => ({
        id,
        outcome: 'matched' as const,
        client: 'c1',
        candidates: ['c1', 'c2'],
      }));
    },
    reviews: {
      list: () => [],
      async settle(id) {
        return { id, outcome: 'unchanged' as const, client: null };
      },
    },
    records: {
      find(query, context) {
        note('records.find', query, context);
        const items = structuredClone(records.filter((record) => record.record === query.record));
        return { items, at: 0, next: null, total: items.length, today: TODAY, revision: '1' };
      },
      async save(input, context) {
        note('records.save', input, context);
        const { id, record, client, patch } = input;
        return { id, record, client, version: 1, at: null, values: { ...patch } };
      },
      async remove(input, context) {
        note('records.remove', input, context);
      },
    },
    jobs: createJobs(store, { catalogue: () => catalogue() }),
    views: createViews(store),
    explain(input, context) {
      note('explain', input, context);
      return explainer(input, context);
    },
    library,
  };
  const plain = {
    adapter,
    store,
    asked,
    changes: [] as Change[],
    /** What the adapter was asked last. */
    last: (operation: string) => asked.findLast((entry) => entry.operation === operation)?.input,
  };
  return plain;
}

export function everyoneView(
  name: string,
  more: Partial<SavedView> = {},
): Omit<SavedView, 'version' | 'owner'> & {
  version: null;
} {
  return {
    id: name,
    version: null,
    name,
    scope: 'personal',
    state: {
      v: 1,
      columns: [{ field: 'name' }],
      pinned: 0,
      sort: [],
      where: { v: 1, where: { kind: 'everyone' } },
    },
    ...more,
  } as never;
}
