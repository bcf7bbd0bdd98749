import type { Dialect } from 'kysely';
import { sql, Kysely } from 'kysely';
import {
  postgresAdapter,
  type PostgresAdapter,
  type PostgresOptions,
} from '../../../src/adapters/postgres/index.js';
import type { Seed } from '../../../src/testing/index.js';

const TENANT = 'conformance';

/** Leaves the tables, and nothing in them. */
export async function emptied(dialect: Dialect, schema = 'clientele'): Promise<void> {
  const kysely = new Kysely<Record<never, never>>({ dialect });
  const tables = ['tenants', 'clients', 'records', 'documents', 'changes'].map((name) =>
    sql.id(schema, name),
  );
  await sql`truncate ${sql.join(tables)}`.execute(kysely);
}

/** An adapter over tables that hold the seed of the conformance suite alone. */
export async function seededAdapter(
  { clients, records, fields, lists, settings, rights, now }: Seed,
  options: PostgresOptions,
): Promise<PostgresAdapter> {
  await emptied(options.dialect, options.schema);
  const adapter = postgresAdapter({
    ...options,
    keepOpen: true,
    base: { fields, lists, settings },
    rights,
    now: () => now,
  });
  await adapter.loadClients(clients, { tenant: TENANT });
  const of = (kind: string) => records.filter(({ record }) => record === kind);
  await adapter.loadRecords({ bookings: of('bookings'), sales: of('sales'), points: [] }, { tenant: TENANT });
  return adapter;
}
