import {
  ClienteleError,
  type Adapter,
  type Client,
  type Context,
  type FieldId,
  type Id,
  type JobStore,
  type SegmentDocument,
  type ReviewStore,
  type ViewStore,
} from '../../contract/index.js';
import {
  createExplain,
  createIngest,
  createJobs,
  createLibrary,
  createReviews,
  createUpkeep,
  createViews,
  isInBranches,
  type Library,
} from '../../engine/index.js';
import { Base } from './base.js';
import type { Database } from './database.js';
import { Finder } from './find.js';
import type { ChangeLog } from './log.js';
import type { Setup } from './options.js';
import { createRecords, keepHistory, type Records } from './records.js';
import { removeClient, saveClient } from './save.js';
import { PostgresStore } from './store.js';

/** All that answers about the base of one tenant under one setup. */
export interface Core {
  base: Base;
  store: PostgresStore;
  finder: Finder;
  records: Records;
  jobs: JobStore;
  reviews: ReviewStore;
  views: ViewStore;
  library: Library;
  ingest: NonNullable<Adapter['ingest']>;
  get(id: Id, context: Context, fields?: FieldId[]): Promise<Client>;
  explain: NonNullable<Adapter['explain']>;
  save: Adapter['save'];
  remove: Adapter['remove'];
}

export function createCore(database: Database, log: ChangeLog, setup: Setup, tenant: Id): Core {
  const base = new Base(database, setup, tenant);
  const store = new PostgresStore(base, log);
  const records = createRecords(base, store);
  const { catalogue, settings, behaviours, words } = setup;
  const finder = new Finder(base);
  const count = async (where: SegmentDocument, context: Context) =>
    (await finder.count(where, context)).count;
  const library = createLibrary(store, {
    catalogue,
    settings,
    lists: setup.lists,
    segments: setup.options.segments,
    rules: setup.options.rules,
    count,
  });
  const upkeep = createUpkeep(store, {
    library,
    catalogue,
    settings,
    count,
    keepHistory: (changes, context) => keepHistory(store, changes, context),
  });
  base.library = library;
  const lists = async (context: Context) => (await library.state(context)).lists;
  return {
    base,
    store,
    finder,
    library,
    records,
    jobs: createJobs(store, { catalogue, behaviours, words, lists, upkeep }),
    views: createViews(store),
    ingest: createIngest(store, { catalogue, settings, lists, records }),
    reviews: createReviews(store, { catalogue, settings, lists, records }),
    explain: createExplain(store, {
      catalogue,
      settings,
      segments: async (context) => (await library.state(context)).segment,
      today: () => base.today,
      records: (client, kinds, context) => records.ofClient(client, kinds, context),
    }),
    save: (input, context) => saveClient(base, store, input, context),
    remove: (id, version, context) => removeClient(base, store, id, version, context),
    async get(id, context, fields) {
      const asked = fields && context.branches ? [...fields, 'branch'] : fields;
      const [client] = await store.read([id], context, asked);
      const mayRestore = context.permissions?.includes('restore') ?? true;
      const isThere =
        client && isInBranches(client, context) && (client.removedAt === undefined || mayRestore);
      if (!isThere) throw new ClienteleError('not_found', 'no such client', { operation: 'get' });
      if (asked !== fields && !fields!.includes('branch')) delete client.branch;
      return client;
    },
  };
}
