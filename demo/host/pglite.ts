import { PGliteWorker } from '@electric-sql/pglite/worker';
import { PGliteDialect, postgresAdapter, type PostgresAdapter } from '../../src/adapters/postgres/index.js';
import type { Adapter } from '../../src/contract/index.js';
import { sampleBase } from '../../src/sample/index.js';
import type { Shared, Watcher } from './adapters.js';
import type { Settings } from './settings.js';

/** A context of the session's tenant, which is the only one in a page. */
const TENANT = 'local';
/** Rows of one transaction: few enough for the bar to move, many enough that keeping each does not take most of the time. */
const CLIENTS = 500;
const RECORDS = 2500;

/** One for the page, whatever is switched: to close it and open it anew would make the tabs choose anew which of them serves the others. */
let database: Promise<PGliteWorker> | null = null;

function openDatabase(): Promise<PGliteWorker> {
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), {
    type: 'module',
    name: 'lilac-pglite',
  });
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
  });
  return Promise.race([PGliteWorker.create(worker, { dataDir: 'idb://lilac' }), failed]).catch(
    (error: unknown) => {
      database = null;
      worker.terminate();
      throw error;
    },
  );
}

/**
 * PostgreSQL in the browser: the adapter in the page, the database in a worker that all tabs share, kept in IndexedDB. Each size of base has
 * a schema of its own, filled with the sample the first time.
 */
export async function openPglite(
  { size }: Settings,
  { lists, settings, fields, rights, actor }: Shared,
  { progress, signal }: Watcher,
): Promise<Adapter> {
  progress(null, 'database');
  const pglite = await (database ??= openDatabase());
  const schema = `lilac_${size}`;
  const adapter = postgresAdapter({
    dialect: new PGliteDialect({ pglite }),
    schema,
    base: { lists, settings, fields },
    rights,
    actor: () => actor,
    listen: (channel, onNotify) => pglite.listen(channel, onNotify),
    keepOpen: true,
  });
  try {
    await adapter.migrate();
    const filled = `create table if not exists ${schema}.filled (at timestamptz not null default now())`;
    await pglite.exec(filled);
    const { rows } = await pglite.query(`select from ${schema}.filled`);
    if (rows.length === 0) {
      await fill(adapter, Number(size), { progress, signal });
      await pglite.exec(`insert into ${schema}.filled default values`);
    }
    return adapter;
  } catch (error) {
    await adapter.close();
    throw error;
  }
}

/** What was filled before the tab was closed is left as it stands, so that it may be begun again. */
async function fill(
  adapter: PostgresAdapter,
  count: number,
  { progress, signal }: Pick<Watcher, 'progress' | 'signal'>,
): Promise<void> {
  const base = sampleBase({ clients: count });
  await adapter.loadClients(base.clients, {
    tenant: TENANT,
    batch: CLIENTS,
    signal,
    onProgress: (rows) => progress(rows / count, 'clients'),
  });
  // About so many records does a client of the sample have.
  const records = count * 11.5;
  await adapter.loadRecords(base.records, {
    tenant: TENANT,
    batch: RECORDS,
    signal,
    onProgress: (rows) => progress(Math.min(1, rows / records), 'records'),
  });
}
