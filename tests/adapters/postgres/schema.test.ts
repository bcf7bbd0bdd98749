import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import {
  postgresAdapter,
  rowSecurityScript,
  type PostgresOptions,
} from '../../../src/adapters/postgres/index.js';
import { Database } from '../../../src/adapters/postgres/database.js';
import { migrate } from '../../../src/adapters/postgres/schema/migrate.js';
import { MIGRATIONS, TABLES, type Migration } from '../../../src/adapters/postgres/schema/tables.js';
import { describeOnPostgres, type Postgres } from '../../support/postgres.js';
import { contextOf, EVERYONE, idsOf, refuses, writerOf } from './asking.js';

const step = (name: string, up: Migration['up']): Migration => ({ id: MIGRATIONS.at(-1)!.id + 1, name, up });
const options = { partitioned: false, sorted: [] };

/** What stands in a schema, by name. */
async function relations(postgres: Postgres, schema: string): Promise<string[]> {
  const { rows } = await postgres.shared.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = to_regnamespace($1) and relkind in ('r', 'p', 'i') order by 1`,
    [schema],
  );
  return rows.map(({ name }) => name);
}

describeOnPostgres('the schema', (postgres) => {
  const adapterOf = (more: Partial<PostgresOptions> & { schema: string }) =>
    postgresAdapter({ dialect: postgres().dialect(), keepOpen: true, ...more });
  const databaseOf = (schema: string) => new Database({ dialect: postgres().dialect(), schema });

  it('is made once by servers that start together, each with a question', async () => {
    const schema = postgres().schema();
    const pools = Array.from({ length: 4 }, () => postgres().pool({ max: 1 }));
    const counts = await Promise.all(
      pools.map(async (pool) =>
        adapterOf({ schema, dialect: postgres().dialect(pool), migrate: true }).count(
          EVERYONE,
          contextOf('t1'),
        ),
      ),
    );
    assert.deepEqual(
      counts.map(({ count }) => count),
      [0, 0, 0, 0],
    );
    const { rows } = await postgres().shared.query(`select id from "${schema}".migrations`);
    assert.equal(rows.length, MIGRATIONS.length);
  });

  it('does nothing when it stands already', async () => {
    const schema = postgres().schema();
    await adapterOf({ schema }).migrate();
    const before = await relations(postgres(), schema);
    await adapterOf({ schema }).migrate();
    assert.deepEqual(await relations(postgres(), schema), before);
    for (const table of TABLES) assert.ok(before.includes(table), table);
  });

  it('stays as it was when a step fails, and takes the step when it is mended', async () => {
    const schema = postgres().schema();
    await adapterOf({ schema }).migrate();
    await adapterOf({ schema }).save(
      { id: 'c1', version: null, patch: { firstName: 'Ann' } },
      writerOf('t1'),
    );
    const before = await relations(postgres(), schema);
    const add = (table: string) => sql`create table ${sql.id(schema, table)} (id int)`;
    const broken = step('broken', () => [
      add('half'),
      sql`alter table ${sql.id(schema, 'nowhere')} add x int`,
    ]);
    await assert.rejects(
      migrate(databaseOf(schema), { ...options, migrations: [...MIGRATIONS, broken] }),
      ({ code, detail }: { code: string; detail: { operation: string } }) =>
        code === 'unavailable' && detail.operation === 'migrate',
    );
    assert.deepEqual(await relations(postgres(), schema), before);
    assert.deepEqual(await idsOf(adapterOf({ schema }), 't1'), ['c1']);
    const mended = step('mended', () => [add('whole')]);
    await migrate(databaseOf(schema), { ...options, migrations: [...MIGRATIONS, mended] });
    assert.ok((await relations(postgres(), schema)).includes('whole'));
  });

  it('of a newer version is refused, and left alone', async () => {
    const schema = postgres().schema();
    const newer = step('newer', () => []);
    await migrate(databaseOf(schema), { ...options, migrations: [...MIGRATIONS, newer] });
    await refuses(adapterOf({ schema }).migrate(), { code: 'unavailable' });
  });

  it('that is missing says what to do', async () => {
    const asked = adapterOf({ schema: postgres().schema() }).count(EVERYONE, contextOf('t1'));
    await refuses(asked, ({ code, message }: { code: string; message: string }) => {
      assert.match(message, /migrate\(\)/);
      return code === 'unavailable';
    });
  });

  it('gives a large tenant tables of its own, with what is in them', async () => {
    const schema = postgres().schema();
    const adapter = adapterOf({ schema, partitioned: true });
    await adapter.migrate();
    for (const tenant of ['large', 'small']) {
      await adapter.loadClients([{ id: 'c1', firstName: tenant }, { id: 'c2' }], { tenant });
      const values = { start: '2026-03-01T10:00:00Z', state: 'arrived', price: 100 };
      await adapter.loadRecords({ bookings: [{ id: 'b1', client: 'c1', values }] }, { tenant });
    }
    await adapter.isolate('large');
    await adapter.isolate('large');
    for (const tenant of ['large', 'small']) {
      assert.deepEqual(await idsOf(adapter, tenant), ['c1', 'c2']);
      assert.equal((await adapter.get('c1', contextOf(tenant))).firstName, tenant);
      assert.equal((await adapter.get('c1', contextOf(tenant))).visits, 1);
    }
    await adapter.save({ id: 'c3', version: null, patch: { firstName: 'New' } }, writerOf('large'));
    const { rows } = await postgres().shared.query<{ tenant: string; at: string }>(
      `select tenant, tableoid::regclass::text as at from "${schema}".clients where id <> 'c2' order by tenant, id`,
    );
    const [first, third, small] = rows.map(({ at }) => at);
    assert.equal(first, third);
    assert.notEqual(first, small);
    await assert.rejects(plain(postgres()).isolate('large'), { code: 'unsupported' });
  });

  const plain = (on: Postgres) => {
    const schema = on.schema();
    return postgresAdapter({ dialect: on.dialect(), keepOpen: true, migrate: true, schema });
  };

  it('with row-level security shows an application one tenant, whatever its statement asks', async () => {
    const schema = postgres().schema();
    await adapterOf({ schema }).migrate();
    const role = `${schema}_app`;
    await postgres().shared.query(`create role "${role}" login`);
    await postgres().shared.query(rowSecurityScript({ schema, role }));
    try {
      const pool = postgres().pool({ max: 2, user: role });
      const adapter = adapterOf({ schema, dialect: postgres().dialect(pool), rowSecurity: true });
      for (const tenant of ['t1', 't2'])
        await adapter.save({ id: 'c1', version: null, patch: { firstName: tenant } }, writerOf(tenant));
      await adapter.loadClients([{ id: 'c2' }], { tenant: 't1' });
      assert.deepEqual(await idsOf(adapter, 't1'), ['c1', 'c2']);
      assert.deepEqual(await idsOf(adapter, 't2'), ['c1']);
      // Statements that forget the tenant find nothing without one, and no other's with one.
      const all = `select tenant from "${schema}".clients order by id`;
      assert.deepEqual((await pool.query(all)).rows, []);
      const client = await pool.connect();
      await client.query('begin');
      await client.query(`select set_config('clientele.tenant', 't2', true)`);
      assert.deepEqual((await client.query(all)).rows, [{ tenant: 't2' }]);
      await assert.rejects(
        client.query(`insert into "${schema}".clients (tenant, id, version, hash) values ('t1', 'c9', 1, 1)`),
        /row-level security/,
      );
      await client.query('rollback');
      client.release();
      // Without the option the same role is told what it lacks, and sees nobody.
      const careless = adapterOf({ schema, dialect: postgres().dialect(pool) });
      assert.deepEqual(await idsOf(careless, 't1'), []);
      await pool.end();
    } finally {
      await postgres().shared.query(`drop owned by "${role}"; drop role "${role}"`);
    }
  });
});

/** What Citus offers to those who place their tables, told by a table. */
const CITUS = `
insert into pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
  values (90001, 'citus', 10, 'public'::regnamespace, false, '13.0');
create table pg_dist_partition (logicalrelid regclass, by text, beside text);
create function create_distributed_table(placed regclass, by text, colocate_with text default null) returns void
  language sql as 'insert into pg_dist_partition values (placed, by, colocate_with)';`;

describeOnPostgres(
  'the schema where tables are distributed',
  (postgres) => {
    it('has every table placed by tenant, side by side, once', async () => {
      await postgres().shared.query('create database spread');
      const pool = postgres().pool({ database: 'spread' });
      const adapter = postgresAdapter({
        dialect: postgres().dialect(pool),
        keepOpen: true,
        partitioned: true,
      });
      // The extension may come after the first tables.
      await adapter.migrate();
      await pool.query(CITUS);
      await adapter.migrate();
      await adapter.migrate();
      const { rows } = await pool.query(
        `select logicalrelid::text as name, by, beside from pg_dist_partition order by beside nulls first, logicalrelid::text collate "C"`,
      );
      const beside = 'clientele.tenants';
      assert.deepEqual(rows, [
        { name: 'clientele.tenants', by: 'tenant', beside: null },
        ...['changes', 'clients', 'documents', 'records'].map((name) => ({
          name: `clientele.${name}`,
          by: 'tenant',
          beside,
        })),
      ]);
      const keys = await pool.query<{ name: string; columns: string[] }>(
        `select c.relname as name, array_agg(a.attname order by array_position(i.indkey::int[], a.attnum::int)) as columns
from pg_index i join pg_class c on c.oid = i.indrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
where i.indisunique and c.relnamespace = 'clientele'::regnamespace and c.relname = any($1) group by c.relname`,
        [TABLES],
      );
      assert.equal(keys.rows.length, TABLES.length);
      for (const { name, columns } of keys.rows) assert.ok(String(columns).includes('tenant'), name);
    });
  },
  { ownServer: true },
);

// The driver's escaping is what the script's must equal.
it('quotes the names of the row-level security script as the driver would', () => {
  const role = 'a"b';
  assert.ok(rowSecurityScript({ role }).includes(pg.escapeIdentifier(role)));
});
