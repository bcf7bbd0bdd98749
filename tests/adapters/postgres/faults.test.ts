import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type pg from 'pg';
import {
  postgresAdapter,
  type PostgresAdapter,
  type PostgresOptions,
} from '../../../src/adapters/postgres/index.js';
import { isClienteleError, type ErrorCode, type Node } from '../../../src/contract/index.js';
import { fold } from '../../../src/text/index.js';
import { describeOnPostgres } from '../../support/postgres.js';
import { contextOf, EVERYONE, idsOf, refuses, writerOf } from './asking.js';

const HOSTILE = [
  `'; drop schema public cascade; --`,
  `" or 1=1 --`,
  `\\'; select pg_sleep(10); --`,
  '$1 $$ $tag$ ?| :name @>',
  '%_\\%\\_[a-z]*',
  '/* */ -- ;',
  `Robert'); DROP TABLE clients;--`,
  'a\u2028b\u0085c',
  '\u{1F469}\u200D\u{1F52C} e\u0301',
];
const REFUSED = ['a\0b', '\ud800', 'x\udc00y', '\0'];

const failsWith = (code: ErrorCode | readonly ErrorCode[]) => (error: unknown) => {
  assert.ok(isClienteleError(error), String(error));
  assert.ok([code].flat().includes(error.code), `${error.code}: ${error.message}`);
  return true;
};
const search = (where: Node) => ({ v: 1 as const, where });

describeOnPostgres('what is hostile', (postgres) => {
  let adapter: PostgresAdapter;
  let schema: string;
  const adapterOf = (more: Partial<PostgresOptions> = {}) =>
    postgresAdapter({ dialect: postgres().dialect(), keepOpen: true, schema, ...more });
  before(async () => {
    schema = postgres().schema();
    adapter = adapterOf();
    await adapter.migrate();
  });

  describe('in values', () => {
    it('is kept as it is, found by what it is, and runs nowhere', async () => {
      for (const [i, text] of HOSTILE.entries()) {
        const patch = { firstName: text, city: text, cardNumbers: [text] };
        await adapter.save({ id: `h${i}`, version: null, patch }, writerOf('hostile'));
      }
      for (const [i, text] of HOSTILE.entries()) {
        const client = await adapter.get(`h${i}`, contextOf('hostile'));
        assert.equal(client.city, text, `city of h${i}`);
        if (fold(text) === '') continue;
        for (const op of ['is', 'contains', 'startsWith'] as const) {
          const where: Node = { kind: 'field', field: 'city', op, value: text };
          const found = await adapter.find(
            { where: search(where), sort: [], fields: [], window: { at: 0, size: 50 } },
            contextOf('hostile'),
          );
          assert.ok(
            found.items.some(({ id }) => id === `h${i}`),
            `${op} ${text}`,
          );
        }
      }
      assert.equal((await idsOf(adapter, 'hostile')).length, HOSTILE.length);
    });

    it('is refused where no text can hold it, and nothing is stored', async () => {
      for (const text of REFUSED) {
        for (const field of ['firstName', 'city', 'custom.x']) {
          const input = { id: 'r1', version: null, patch: { [field]: text } };
          await refuses(adapter.save(input, writerOf('refused')), failsWith('invalid'));
        }
        const where: Node = { kind: 'field', field: 'city', op: 'contains', value: text };
        await refuses(adapter.count(search(where), contextOf('refused')), failsWith('invalid'));
        const found: Node = { kind: 'search', text };
        await refuses(adapter.count(search(found), contextOf('refused')), failsWith('invalid'));
      }
      assert.deepEqual(await idsOf(adapter, 'refused'), []);
    });

    it('as ids of clients, tenants and keys finds and changes nobody else', async () => {
      await adapter.save({ id: 'mine', version: null, patch: { firstName: 'Ann' } }, writerOf('t'));
      for (const text of [...HOSTILE, 'x'.repeat(65)]) {
        await refuses(adapter.get(text, contextOf('t')), failsWith('not_found'));
        await refuses(
          adapter.save({ id: text, version: null, patch: { firstName: 'Eve' } }, writerOf('t')),
          failsWith('invalid'),
        );
        assert.deepEqual(await idsOf(adapter, text), []);
        const key = writerOf('t', text.slice(0, 60) || 'k');
        const saved = await adapter.save({ id: 'mine', version: 1, patch: { favourite: true } }, key);
        assert.equal(saved.id, 'mine');
      }
      await refuses(adapter.count(EVERYONE, contextOf('')), failsWith('invalid'));
      for (const text of REFUSED) {
        await refuses(adapter.get(text, contextOf('t')), failsWith(['not_found', 'invalid']));
        await refuses(adapter.count(EVERYONE, contextOf(text)), failsWith('invalid'));
      }
      assert.deepEqual(await idsOf(adapter, 't'), ['mine']);
    });

    it('as cursors is refused', async () => {
      const sort = [{ field: 'name', dir: 'asc' as const }];
      for (const after of ['', 'x', '../..', btoa('["c1"]'), btoa('["c1",{"a":1}]'), btoa('["a b",null]')]) {
        await refuses(
          adapter.find({ where: EVERYONE, sort, window: { after, size: 5 } }, contextOf('t')),
          failsWith('invalid'),
        );
      }
    });

    it('as documents matches nobody', async () => {
      const deep = (levels: number): Node =>
        levels === 0 ? { kind: 'everyone' } : { kind: 'all', of: [deep(levels - 1)] };
      const documents: unknown[] = [
        null,
        {},
        { v: 1 },
        { v: 2, where: { kind: 'everyone' } },
        search(deep(200)),
        search(deep(5000)),
        search({ kind: 'all', of: [] } as never),
        search({ kind: 'field', field: 'nobody', op: 'is', value: 1 }),
        search({ kind: 'field', field: 'city', op: 'gt', value: 1 } as never),
        search({ kind: 'field', field: 'visits', op: 'between', value: [5, 1] }),
        search({ kind: 'field', field: 'visits', op: 'in', value: [] } as never),
        search({ kind: 'field', field: '__proto__', op: 'exists' }),
        search({ kind: 'records', record: 'constructor', agg: 'count', op: 'gte', value: 1 }),
        search({ kind: 'segment', id: 'nowhere' }),
      ];
      for (const [i, where] of documents.entries())
        await refuses(
          Promise.resolve().then(() => adapter.count(where as never, contextOf('t'))),
          failsWith(['invalid', 'too_large']),
          `document ${i}`,
        );
    });
  });

  describe('in connections', () => {
    const cut = async (pool: pg.Pool): Promise<void> => {
      const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
      await postgres().shared.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
    };

    it('is told as unavailable, and over with the next question', async () => {
      const pool = postgres().pool({ max: 1 });
      const one = adapterOf({ dialect: postgres().dialect(pool) });
      assert.deepEqual(await idsOf(one, 't'), ['mine']);
      await cut(pool);
      const tries: unknown[] = [];
      for (let i = 0; i < 5; i++) tries.push(await idsOf(one, 't').catch((error: unknown) => error));
      for (const answer of tries) if (!Array.isArray(answer)) failsWith('unavailable')(answer);
      assert.deepEqual(tries.at(-1), ['mine']);
    });

    it('that are cut in the middle of a write leave nothing half done, and the same key does it once', async () => {
      // Wherever in the write the connection goes, all of it stands or nothing.
      let outcomes = '';
      for (let at = 1; at <= 12; at++) {
        const pool = postgres().pool({ max: 1 });
        const one = adapterOf({ dialect: postgres().dialect(pool) });
        let left = at;
        const client = await pool.connect();
        const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
        const query = client.query.bind(client) as (...args: unknown[]) => unknown;
        client.query = (async (...args: unknown[]) => {
          if (--left === 0) {
            await postgres().shared.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
          }
          return query(...args);
        }) as never;
        client.release();
        const tenant = `cut${at}`;
        const input = {
          id: 'c1',
          version: null,
          patch: { firstName: 'Ann', phones: [{ value: '+359888123456' }] },
        };
        const key = writerOf(tenant, `cut-${at}`);
        const first = await one.save(input, key).catch((error: unknown) => error);
        if (isClienteleError(first)) failsWith('unavailable')(first);
        outcomes += isClienteleError(first) ? 'x' : '.';
        const { count } = await adapter.count(EVERYONE, contextOf(tenant));
        const { rows: kept } = await postgres().shared.query<Record<string, string>>(
          `select (select count(*) from "${schema}".changes where tenant = $1) as changes,
  (select coalesce(max(seq), 0) from "${schema}".tenants where tenant = $1) as seq,
  (select count(*) from "${schema}".documents where tenant = $1 and kind = 'answer') as answers`,
          [tenant],
        );
        const stands = String(count);
        assert.deepEqual(kept[0], { changes: stands, seq: stands, answers: stands }, `cut at ${at}`);
        const again = await adapter.save(input, key);
        assert.equal(again.version, 1);
        assert.deepEqual(await idsOf(adapter, tenant), ['c1']);
        await pool.end();
      }
      assert.match(outcomes, /x.*\./, `${outcomes}: some were cut, and some ended before`);
    });

    it('that are not to be had are told as unavailable', async () => {
      const pool = postgres().pool({ host: '127.0.0.1', port: 1, connectionTimeoutMillis: 1000 });
      const nowhere = adapterOf({ dialect: postgres().dialect(pool) });
      await refuses(nowhere.count(EVERYONE, contextOf('t')), failsWith('unavailable'));
    });

    it('that are used up, and a question that takes too long, are told as such', async () => {
      const pool = postgres().pool({ max: 1, connectionTimeoutMillis: 50 });
      const held = await pool.connect();
      const one = adapterOf({ dialect: postgres().dialect(pool) });
      await refuses(one.count(EVERYONE, contextOf('t')), failsWith('unavailable'));
      held.release();
      const slow = postgres().pool({ max: 1, options: '-c statement_timeout=150' });
      const blocker = await postgres().shared.connect();
      try {
        await blocker.query(`begin; lock table "${schema}".clients`);
        const late = adapterOf({ dialect: postgres().dialect(slow) });
        await refuses(
          late.count(search({ kind: 'field', field: 'city', op: 'exists' }), contextOf('t')),
          failsWith('timeout'),
        );
      } finally {
        await blocker.query('rollback');
        blocker.release();
      }
    });

    it('of a closed adapter say so', async () => {
      const pool = postgres().pool({ max: 1 });
      const closed = adapterOf({ dialect: postgres().dialect(pool), keepOpen: false });
      await closed.count(EVERYONE, contextOf('t'));
      await closed.close();
      assert.ok(pool.ended);
      await refuses(closed.count(EVERYONE, contextOf('t')), failsWith('unavailable'));
    });
  });
});
