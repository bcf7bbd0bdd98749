import type pg from 'pg';
import type { PostgresAdapter } from '../../../src/adapters/postgres/index.js';
import type { FieldId, Node, SortKey } from '../../../src/contract/index.js';
import { openPostgres } from '../../support/postgres.js';
import { adapterOver, BOOKINGS, context, load, TENANT } from './base.js';
import * as byHand from './by-hand.js';
import { line, type Pair, type PostgresRun } from './report.js';

const FIELDS: FieldId[] = ['name', 'phones', 'emails', 'visits', 'totalSpent', 'lastVisit', 'gender'];
const BY_NAME: SortKey[] = [{ field: 'name', dir: 'asc' }];
const REGULAR: Node = { kind: 'field', field: 'visits', op: 'gte', value: 4 };
const everyone: Node = { kind: 'everyone' };

async function timed(ask: (turn: number) => Promise<unknown>, turn: number): Promise<number> {
  const start = performance.now();
  await ask(turn);
  return performance.now() - start;
}

const median = (taken: number[]) => taken.sort((a, b) => a - b)[taken.length >> 1]!;

async function pair(
  what: string,
  limit: Pick<Pair, 'limit' | 'most'>,
  ours: (turn: number) => Promise<unknown>,
  hand: (turn: number) => Promise<unknown>,
  turns: number,
): Promise<Pair> {
  const [a, b]: number[][] = [[], []];
  const warm = Math.min(10, turns);
  for (let turn = 0; turn < turns + warm; turn++) {
    const first = turn % 2 === 0;
    const x = first ? await timed(ours, turn) : 0;
    const y = await timed(hand, turn);
    const mine = first ? x : await timed(ours, turn);
    if (turn < warm) continue;
    a!.push(mine);
    b!.push(y);
  }
  const done = { what, ours: median(a!), hand: median(b!), ...limit };
  console.log(line(done));
  return done;
}

/** Places along the order by name, to go on from. */
async function places(pool: pg.Pool, count: number): Promise<{ key: string; id: string }[]> {
  const { rows } = await pool.query<{ key: string; id: string }>(
    `select key, id from (select name_key as key, id, row_number() over (order by name_key, id) as n from clientele.clients where tenant = $1) x where n % $2 = 0`,
    [TENANT, Math.max(1, Math.floor(count / 100))],
  );
  return rows;
}

async function cursors(adapter: PostgresAdapter, count: number, where: Node): Promise<string[]> {
  const found: string[] = [];
  for (let i = 0, after: string | null = null; i < 40; i++) {
    const size: number = Math.min(1000, Math.max(1, Math.floor(count / 60)));
    const page: { next: string | null } = await adapter.find(
      { where: { v: 1, where }, sort: BY_NAME, fields: [], window: { after, size } },
      context,
    );
    after = page.next;
    if (after === null) break;
    found.push(after);
  }
  return found;
}

/** Clients and bookings in a server of its own, and each question beside the same by hand. */
export async function runPostgres(count: number): Promise<PostgresRun> {
  const postgres = await openPostgres(undefined, {
    shared_buffers: '2GB',
    maintenance_work_mem: '512MB',
    max_wal_size: '8GB',
    jit: 'off',
  });
  try {
    const pool = postgres.pool({ max: 4 });
    const { rows } = await pool.query<{ version: string }>('select version()');
    const version = rows[0]!.version.split(',')[0]!;
    const times = await load(pool, count);
    console.log(
      `${version}: ${count} clients loaded in ${(times.clients / 1000).toFixed(1)} s, ${count * BOOKINGS} bookings in ${(times.bookings / 1000).toFixed(1)} s`,
    );
    await pool.query('vacuum (analyze)');
    return { version, load: times, pairs: await questions(pool, count) };
  } finally {
    await postgres.stop();
  }
}

async function questions(pool: pg.Pool, count: number): Promise<Pair[]> {
  const adapter = adapterOver(pool);
  const turns = count > 500_000 ? 60 : 100;
  const along = await places(pool, count);
  const place = (turn: number) => along[turn % along.length]!;
  const page = (where: Node, after: string) =>
    adapter.find(
      { where: { v: 1, where }, sort: BY_NAME, fields: FIELDS, window: { after, size: 50 } },
      context,
    );
  const [all, some] = [await cursors(adapter, count, everyone), await cursors(adapter, count, REGULAR)];
  const pairs: Pair[] = [];
  const ask = async (...args: Parameters<typeof pair>) => pairs.push(await pair(...args));
  const near = { limit: 1.3 };

  await ask(
    'page of 50 behind a cursor, everyone',
    near,
    async (turn) => page(everyone, all[turn % all.length]!),
    (turn) => byHand.pageAfter(pool, place(turn)),
    turns * 3,
  );
  await ask(
    'page of 50 behind a cursor, in a segment',
    near,
    async (turn) => page(REGULAR, some[turn % some.length]!),
    (turn) => byHand.pageAfter(pool, place(turn), 'visits >= 4'),
    turns * 3,
  );
  await ask(
    'count of a segment',
    near,
    async () => adapter.count({ v: 1, where: REGULAR }, context),
    () => byHand.count(pool, 'visits >= 4'),
    turns,
  );
  await ask(
    'count with a condition over bookings',
    near,
    async () => adapter.count({ v: 1, where: OFTEN }, context),
    () =>
      byHand.count(
        pool,
        `exists (select from (select client from clientele.records r where r.tenant = $1 and r.kind = 'bookings' and r.doc->>'state' = 'arrived' group by client having count(*) >= 4) g where g.client = c.id)`,
      ),
    count > 500_000 ? 3 : 15,
  );
  const parts = ['ann', 'ivan', 'mari', 'ova', 'kalnin', 'petr', 'son', 'ber'];
  await ask(
    'first 50 with a part of a name, and their count',
    near,
    async (turn) => {
      const where: Node = { kind: 'search', text: parts[turn % parts.length]! };
      // Another day each time: no count that is kept answers.
      const today = new Date(Date.UTC(2020, 0, 1 + turn)).toISOString().slice(0, 10);
      await adapter.find(
        { where: { v: 1, where }, sort: BY_NAME, today, fields: FIELDS, window: { at: 0, size: 50 } },
        context,
      );
    },
    (turn) => byHand.search(pool, parts[turn % parts.length]!),
    turns,
  );
  const at = Math.floor(count * 0.7);
  await ask(
    `a jump to row ${at}`,
    { limit: null, most: 155 },
    async () => {
      // An adapter that was never there before.
      const fresh = adapterOver(pool);
      await fresh.find(
        { where: { v: 1, where: everyone }, sort: BY_NAME, fields: FIELDS, window: { at, size: 50 } },
        context,
      );
    },
    () => byHand.jump(pool, at),
    count > 500_000 ? 7 : 20,
  );
  const { rows } = await pool.query<{ id: string }>(
    `select id from clientele.clients where tenant = $1 order by hash limit 400`,
    [TENANT],
  );
  const versions = new Map(rows.map(({ id }) => [id, 1]));
  const run = Date.now();
  await ask(
    'saving one client',
    { limit: 1.2 },
    async (turn) => {
      const { id } = rows[turn % 200]!;
      const { version } = await adapter.save(
        { id, version: versions.get(id)!, patch: { city: `City ${turn}` } },
        { ...context, key: `ours-${run}-${turn}` },
      );
      versions.set(id, version);
    },
    (turn) => byHand.save(pool, rows[200 + (turn % 200)]!.id, `City ${turn}`, `hand-${run}-${turn}`),
    turns * 3,
  );
  return pairs;
}

const OFTEN: Node = {
  kind: 'records',
  record: 'bookings',
  agg: 'count',
  where: { kind: 'field', field: 'state', op: 'in', value: ['arrived'] },
  op: 'gte',
  value: 4,
};
