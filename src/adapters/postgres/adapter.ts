import { ClienteleError, type Adapter, type Context, type Id } from '../../contract/index.js';
import { unsafeReason } from '../../text/index.js';
import { createCore, type Core } from './core.js';
import { Database } from './database.js';
import { describe } from './describe.js';
import { aggregateClients } from './aggregate.js';
import { isolateTenant } from './isolate.js';
import { loadClients } from './load.js';
import { loadRecords } from './load-records.js';
import { ChangeLog } from './log.js';
import {
  setupOf,
  type BaseOptions,
  type ClientLike,
  type Loaded,
  type LoadOptions,
  type PostgresOptions,
  type RecordLike,
} from './options.js';
import { rekeyAll } from './rework.js';
import { sortedFields } from './schema/indexes.js';
import { migrate } from './schema/migrate.js';

type Source<T> = Iterable<T> | AsyncIterable<T>;

export interface PostgresAdapter extends Adapter {
  /** Makes the tables or brings them up to date: safe when several servers do it at once; a failure leaves what was there. */
  migrate(): Promise<void>;
  /** Puts many clients into the base of a tenant: for a vendor's first million. */
  loadClients(source: Source<ClientLike>, options: LoadOptions): Promise<Loaded>;
  /** Puts many records into the base, by kind; the kinds that are given make the totals of all clients from then on. Call it once. */
  loadRecords(sources: Readonly<Record<string, Source<RecordLike>>>, options: LoadOptions): Promise<Loaded>;
  /** Stores anew what is found and sorted by: after a change of the collation, of the order of names, or of a field's type. */
  rekey(options: LoadOptions): Promise<void>;
  /** Gives a large tenant tables of its own, where the tables are `partitioned`. */
  isolate(tenant: Id): Promise<void>;
  close(): Promise<void>;
}

/** A text that the database tells from all others. */
function isName(tenant: unknown): boolean {
  return typeof tenant === 'string' && tenant !== '' && unsafeReason(tenant) === null;
}

/**
 * Bases of many tenants in PostgreSQL, over whatever connection the host has: it hands in a dialect of Kysely, and no driver is imported
 * here.
 * @throws TypeError when a definition of the options is not valid
 */
export function postgresAdapter(options: PostgresOptions): PostgresAdapter {
  const database = new Database(options);
  const log = new ChangeLog(database, options);
  const { base: given = {}, now = Date.now } = options;
  const staticFields = typeof given === 'function' ? [] : (given.fields ?? []);
  const sorted = sortedFields(options.sorted, staticFields);
  // Definitions that are not valid are the developer's mistake, told at once.
  if (typeof given !== 'function') setupOf(given, now);
  const cores = new Map<Id, { options: BaseOptions; core: Core }>();
  let isClosed = false;

  const migrateOnce = () => migrate(database, { partitioned: options.partitioned ?? false, sorted });
  let migrating: Promise<void> | null = null;
  const migrated = (): Promise<void> => {
    migrating ??= migrateOnce().catch((error: unknown) => {
      migrating = null;
      throw error;
    });
    return migrating;
  };

  const coreOf = async (tenant: Id): Promise<Core> => {
    const made = typeof given === 'function' ? await given(tenant) : given;
    const known = cores.get(tenant);
    if (known?.options === made) return known.core;
    const core = createCore(database, log, setupOf(made, now), tenant);
    cores.set(tenant, { options: made, core });
    return core;
  };

  /** The base of the context's tenant, ready to be asked. */
  const enter = async (operation: string, context: Context): Promise<Core> => {
    if (isClosed) throw new ClienteleError('unavailable', 'the adapter was closed', { operation });
    if (context.signal?.aborted)
      throw new ClienteleError('aborted', 'the question was withdrawn', { operation });
    if (!isName(context.tenant)) throw new ClienteleError('invalid', 'this names no tenant', { operation });
    if (options.tenant !== undefined && context.tenant !== options.tenant)
      throw new ClienteleError('forbidden', 'this base belongs to another tenant', { operation });
    if (options.migrate) await migrated();
    const core = await coreOf(context.tenant);
    await core.base.ready(context);
    return core;
  };
  const loader = (operation: string, { tenant }: LoadOptions) =>
    enter(operation, { tenant, actor: 'loader', role: 'loader' });

  return {
    migrate: migrateOnce,
    async loadClients(source, asked) {
      const { base, store } = await loader('load', asked);
      return loadClients(base, store, source, asked);
    },
    async loadRecords(sources, asked) {
      const { base, store } = await loader('load', asked);
      return loadRecords(base, store, sources, asked);
    },
    async rekey(asked) {
      const { base, store } = await coreOf(asked.tenant);
      return rekeyAll(base, store, asked);
    },
    isolate: (tenant) => isolateTenant(database, tenant),

    describe: async (c) => describe((await enter('describe', c)).base, options, c),
    find: async (query, c) => (await enter('find', c)).finder.find(query, c),
    count: async (where, c, asked) => (await enter('count', c)).finder.count(where, c, asked),
    get: async (id, c, fields) => (await enter('get', c)).get(id, c, fields),
    save: async (input, c) => (await enter('save', c)).save(input, c),
    remove: async (id, version, c) => (await enter('remove', c)).remove(id, version, c),
    async *watch(since, c) {
      const { base } = await enter('watch', c);
      yield* log.watch(base, since, c);
    },
    aggregate: async (input, c) => aggregateClients((await enter('aggregate', c)).base, input, c),
    ingest: async (items, c) => (await enter('ingest', c)).ingest(items, c),
    reviews: {
      list: async (c) => (await enter('reviews.list', c)).reviews.list(c),
      settle: async (id, version, how, c) =>
        (await enter('reviews.settle', c)).reviews.settle(id, version, how, c),
    },
    records: {
      find: async (query, c) => (await enter('records.find', c)).records.find(query, c),
      counts: async (client, c) => (await enter('records.counts', c)).records.counts(client, c),
      save: async (input, c) => (await enter('records.save', c)).records.save(input, c),
      remove: async (input, c) => (await enter('records.remove', c)).records.remove(input, c),
    },
    jobs: {
      plan: async (request, c) => (await enter('jobs.plan', c)).jobs.plan(request, c),
      run: async (plan, c) => (await enter('jobs.run', c)).jobs.run(plan, c),
      get: async (job, c) => (await enter('jobs.get', c)).jobs.get(job, c),
      list: async (c) => (await enter('jobs.list', c)).jobs.list(c),
      rows: async (job, window, c, outcome) =>
        (await enter('jobs.rows', c)).jobs.rows(job, window, c, outcome),
      cancel: async (job, c) => (await enter('jobs.cancel', c)).jobs.cancel(job, c),
      retry: async (job, c) => (await enter('jobs.retry', c)).jobs.retry(job, c),
      undo: async (job, c) => (await enter('jobs.undo', c)).jobs.undo(job, c),
      work: async (asked, c) => (await enter('jobs.work', c)).jobs.work(asked, c),
    },
    views: {
      list: async (c) => (await enter('views.list', c)).views.list(c),
      save: async (view, c) => (await enter('views.save', c)).views.save(view, c),
      remove: async (id, version, c) => (await enter('views.remove', c)).views.remove(id, version, c),
    },
    library: {
      list: async (kind, c) => (await enter('library.list', c)).library.list(kind, c),
      save: async (kind, item, c) => (await enter('library.save', c)).library.save(kind, item, c),
      remove: async (kind, id, version, c) =>
        (await enter('library.remove', c)).library.remove(kind, id, version, c),
      uses: async (kind, id, c) => (await enter('library.uses', c)).library.uses(kind, id, c),
      sizes: async (segment, c) => (await enter('library.sizes', c)).library.sizes(segment, c),
    },
    explain: async (input, c) => (await enter('explain', c)).explain(input, c),
    async close() {
      isClosed = true;
      await log.close();
      if (!options.keepOpen) await database.kysely.destroy();
    },
  };
}
