import { sql } from 'kysely';
import { ClienteleError, type Id } from '../../contract/index.js';
import { tokenOf } from '../../engine/index.js';
import type { Database } from './database.js';
import { ROOM } from './schema/tables.js';

/**
 * Gives a tenant's clients and records tables of their own, with what is there. The tables of all others are locked while rows move.
 * @throws ClienteleError `unsupported` where the tables are not parted by tenant
 */
export function isolateTenant(database: Database, tenant: Id): Promise<void> {
  const operation = 'isolate';
  const { schema } = database;
  const context = { tenant, actor: 'loader', role: 'loader' };
  return database.write(operation, context, async (run) => {
    for (const name of ['clients', 'records'] as const) {
      const rest = sql.id(schema, `${name}_rest`);
      const own = `${name}_${tokenOf([tenant]).slice(2)}`;
      const [found] = await run(
        sql<{
          rest: string | null;
          own: string | null;
        }>`select to_regclass(${`${schema}.${name}_rest`})::text as rest, to_regclass(${`${schema}.${own}`})::text as own`,
      );
      if (!found?.rest)
        throw new ClienteleError('unsupported', 'the tables are not partitioned', { operation });
      if (found.own) continue;
      const table = sql.id(schema, own);
      await run(sql`create table ${table} (like ${rest} including all)${name === 'clients' ? ROOM : sql``}`);
      await run(
        sql`with moved as (delete from ${rest} where tenant = ${tenant} returning *) insert into ${table} select * from moved where tenant = ${tenant}`,
      );
      await run(
        sql`alter table ${database.tables[name]} attach partition ${table} for values in (${sql.lit(tenant)})`,
      );
    }
  });
}
