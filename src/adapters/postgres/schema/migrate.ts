import { sql } from 'kysely';
import { ClienteleError, type Context, type Field } from '../../../contract/index.js';
import type { Database, Run } from '../database.js';
import { createSearchIndexes, createSortIndexes } from './indexes.js';
import { MIGRATIONS, TABLES, type Migration } from './tables.js';

/** Any two servers agree on it, and nobody else uses it: 'clntl'. */
const LOCK = 0x636c6e746c;

export interface MigrateOptions {
  partitioned: boolean;
  sorted: readonly Field[];
  /** Steps of the schema; the product's own. */
  migrations?: readonly Migration[];
}

/**
 * Brings the schema up to date: all of it in one transaction, so that a failure leaves what was there, under a lock, so that two servers
 * that start together do it once. Distributes the tables by tenant where Citus is installed.
 */
export function migrate(database: Database, options: MigrateOptions): Promise<void> {
  const { schema } = database;
  const { migrations = MIGRATIONS } = options;
  // The lock and the list of steps belong to no tenant.
  const nobody: Context = { tenant: '', actor: '', role: '' };
  return database.write('migrate', nobody, async (run) => {
    await run(sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`);
    await run(sql`create schema if not exists ${sql.id(schema)}`);
    const log = sql.id(schema, 'migrations');
    await run(
      sql`create table if not exists ${log} (id int primary key, name text not null, at timestamptz not null default now())`,
    );
    const done = await run(sql<{ id: number }>`select id from ${log} order by id`);
    const newest = migrations.at(-1)?.id ?? 0;
    if (done.some(({ id }) => id > newest))
      throw new ClienteleError('unavailable', 'the tables were made by a newer version of Clientele', {
        operation: 'migrate',
      });
    const isDone = (id: number) => done.some((step) => step.id === id);
    const distributed = await isDistributed(run);
    const partitioned = options.partitioned && !distributed;
    for (const step of migrations.filter(({ id }) => !isDone(id))) {
      for (const statement of step.up({ schema, partitioned })) await run(statement);
      await run(sql`insert into ${log} (id, name) values (${step.id}, ${step.name})`);
    }
    if (distributed) await distribute(run, database);
    await createSearchIndexes(run, database);
    await createSortIndexes(run, database, options.sorted);
  });
}

async function isDistributed(run: Run): Promise<boolean> {
  return (await run(sql`select from pg_extension where extname = 'citus'`)).length > 0;
}

/** All tables by tenant, side by side, so that every statement of a tenant goes to one node. What is there moves with them. */
async function distribute(run: Run, { schema }: Database): Promise<void> {
  const [first, ...others] = TABLES.map((name) => `${schema}.${name}`) as [string, ...string[]];
  const isPlaced = async (table: string): Promise<boolean> =>
    (await run(sql`select from pg_dist_partition where logicalrelid = ${table}::regclass`)).length > 0;
  if (!(await isPlaced(first))) await run(sql`select create_distributed_table(${first}::regclass, 'tenant')`);
  for (const table of others) {
    if (await isPlaced(table)) continue;
    await run(sql`select create_distributed_table(${table}::regclass, 'tenant', colocate_with => ${first})`);
  }
}
