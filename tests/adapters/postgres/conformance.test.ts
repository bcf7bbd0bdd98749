import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { httpAdapter } from '../../../src/adapters/http/index.js';
import {
  postgresAdapter,
  type PostgresOptions,
  type Statement,
} from '../../../src/adapters/postgres/index.js';
import { createHandler } from '../../../src/server/index.js';
import { describeAdapter } from '../../conformance/suite.js';
import { BASE } from '../../server/requests.js';
import { describeOnPostgres } from '../../support/postgres.js';
import { unroutable, withoutTenant } from './carries-tenant.js';
import { seededAdapter } from './seeded.js';

describeOnPostgres('on PostgreSQL', (postgres) => {
  let options: PostgresOptions;
  const statements = new Map<string, Statement>();
  before(async () => {
    options = {
      dialect: postgres().dialect(),
      schema: postgres().schema(),
      listen: postgres().listen,
      onStatement: (statement) => statements.set(statement.sql, statement),
    };
    await postgresAdapter({ ...options, keepOpen: true }).migrate();
    statements.clear();
  });

  describeAdapter('postgres', (seed) => seededAdapter(seed, options), { describe, it });

  it('names the tenant in every statement, for every table', () => {
    assert.ok(statements.size > 300, `only ${statements.size} statements were seen`);
    const faults = [...statements.values()]
      .filter(({ sql }) => sql.includes(`"${options.schema}".`) && !sql.startsWith('vacuum'))
      .flatMap((statement) =>
        withoutTenant(statement, 'conformance').map((fault) => `${fault}: ${statement.sql}`),
      );
    assert.deepEqual(faults, []);
  });

  it('writes nothing that a distributed database would not send to one node', () => {
    const faults = [...statements.keys()].flatMap((sql) =>
      unroutable(sql).map((fault) => `${fault}: ${sql}`),
    );
    assert.deepEqual(faults, []);
  });

  it('holds no value in the text of a statement', () => {
    for (const { sql } of statements.values()) {
      assert.doesNotMatch(sql, /Юлия|Private|Carpe|sofia|riga|359888|O'Hara|vip/i, sql);
    }
  });

  describeAdapter(
    'postgres, behind the handler, over HTTP',
    async (seed) => {
      const adapter = await seededAdapter(seed, options);
      const handle = createHandler({
        adapter,
        authenticate: () => ({ tenant: 'conformance', actor: 'tester', role: 'owner' }),
      });
      const http = httpAdapter({ url: BASE, fetch: async (input, init) => handle(new Request(input, init)) });
      return {
        ...http,
        async close() {
          await http.close?.();
          await adapter.close?.();
        },
      };
    },
    { describe, it },
  );
});

describe('the watch on tenants', () => {
  const parameters = ['t1', 'other', 't1'];
  const faults = (sql: string) => withoutTenant({ sql, parameters, ms: 0 }, 't1');

  it('sees a table that is not bound, one that is bound to another, and a column in place of a parameter', () => {
    assert.deepEqual(faults('select 1 from "s"."clients" c where c.tenant = $1'), []);
    assert.deepEqual(faults('select 1 from "s"."clients" c'), ['from clients']);
    assert.deepEqual(faults('select 1 from "s"."clients" c where c.tenant = $2'), ['from clients']);
    const joined =
      'select 1 from "s"."clients" c where c.tenant = $1 and exists (select from "s"."records" r where r.tenant = ';
    assert.deepEqual(faults(`${joined}$3)`), []);
    assert.deepEqual(faults(`${joined}c.tenant)`), ['from records']);
    assert.deepEqual(faults('insert into "s"."changes" (tenant, seq) values ($2, 1)'), [
      'insert into changes',
    ]);
    assert.deepEqual(faults('delete from "s"."documents" where id = $1'), ['from documents']);
  });

  it('sees what goes to several nodes, or to none', () => {
    const insert = 'insert into "s"."tenants" as t (tenant) values ($1) on conflict (tenant) do update set';
    assert.deepEqual(unroutable(`${insert} seq = t.seq + 1`), []);
    assert.equal(unroutable(`${insert} seq = (select 1)`).length, 1);
    assert.equal(unroutable('update "s"."documents" set at = clock_timestamp()').length, 1);
    assert.equal(unroutable(`with m as (${insert} seq = 1 returning seq) ${insert} seq = 2`).length, 1);
  });
});
