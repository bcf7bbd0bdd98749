import { memoryAdapter, type ColumnBatch } from '../../src/adapters/memory/index.js';
import type {
  Adapter,
  Aggregate,
  Context,
  FieldId,
  Found,
  Node,
  Page,
  SortKey,
} from '../../src/contract/index.js';
import { batches } from './batches.js';
import { benchRows, dayText, TODAY, type Row } from './data.js';
import { scanColumns, searchTerms } from './scan.js';

/*
 * The memory adapter's own figures in Node, beside the obvious scan over typed arrays in the same run:
 *
 * Times are what the thread worked, so that a busy machine does not count.
 *
 *   node --expose-gc --max-old-space-size=8000 --import tsx tests/bench/memory.ts [clients]
 */

const count = Number(process.argv[2] ?? 1_000_000);
const context: Context = { tenant: 'bench', actor: 'bench', role: 'owner' };
const today = new Date(TODAY * 86_400_000).toISOString().slice(0, 10);
const everyone = { v: 1, where: { kind: 'everyone' } } as const;

/** Milliseconds that this thread has worked: other programs on the machine do not count. */
function cpu(): number {
  const { user, system } = (
    process as unknown as { threadCpuUsage(): { user: number; system: number } }
  ).threadCpuUsage();
  return (user + system) / 1000;
}

function memory(): number {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, arrayBuffers, external } = process.memoryUsage();
  return (heapUsed + Math.max(arrayBuffers, external)) / 1e6;
}

/** Median and 95th percentile of repeated runs, in milliseconds. */
function time(run: () => unknown, times = 15): { median: number; p95: number } {
  run();
  const taken = Array.from({ length: times }, () => {
    const start = cpu();
    run();
    return cpu() - start;
  }).sort((a, b) => a - b);
  return { median: taken[times >> 1]!, p95: taken[Math.min(times - 1, Math.floor(times * 0.95))]! };
}

const lines: string[] = [];
function tell(what: string, ours: number, scan: number | null, note = ''): void {
  const beside = scan === null ? '' : `  scan ${scan.toFixed(1)}  (${(ours / scan).toFixed(2)}×)`;
  lines.push(`${what.padEnd(46)} ${ours.toFixed(1).padStart(8)} ms${beside} ${note}`);
  console.log(lines.at(-1));
}

const find = (adapter: Adapter, where: Node, sort: SortKey[], at = 0, fields?: FieldId[]) =>
  adapter.find(
    { where: { v: 1, where }, sort, today, window: { at, size: 50 }, ...(fields ? { fields } : {}) },
    context,
  );

async function main(): Promise<void> {
  const empty = memory();
  let rows: Row[] | null = benchRows(count);
  console.log(`${count} clients as objects: ${(memory() - empty).toFixed(0)} MB`);
  let ready: ColumnBatch[] | null = [...batches(rows)];
  const terms = searchTerms(rows);
  rows = null;
  let start = cpu();
  const adapter = memoryAdapter({ clients: ready, now: () => TODAY * 86_400_000 + 3_600_000 });
  await adapter.describe(context);
  tell('load from columns', cpu() - start, null);
  ready = null;
  console.log(`loaded: ${(memory() - empty).toFixed(0)} MB`);

  await sorting(adapter);
  start = cpu();
  const found = await find(adapter, { kind: 'search', text: 'anna' }, [{ field: 'lastVisit', dir: 'desc' }]);
  tell('search index made, first search', cpu() - start, null, `${found.total} found`);
  console.log(`with search and two sort orders: ${(memory() - empty).toFixed(0)} MB`);
  searching(adapter, terms);

  const columns = scanColumns(benchRows(count));
  await querying(adapter, columns);
  void adapter.close?.();
}

const shown: FieldId[] = [
  'name',
  'phones',
  'emails',
  'visits',
  'totalSpent',
  'points',
  'discount',
  'firstVisit',
  'lastVisit',
  'gender',
];

async function sorting(adapter: Adapter): Promise<void> {
  const sorts: [string, SortKey[]][] = [
    [
      'visits, last visit',
      [
        { field: 'visits', dir: 'asc' },
        { field: 'lastVisit', dir: 'desc' },
      ],
    ],
    ['e-mail', [{ field: 'emails', dir: 'asc' }]],
    ['phone', [{ field: 'phones', dir: 'asc' }]],
    ['last name', [{ field: 'lastName', dir: 'asc' }]],
    ['name, descending', [{ field: 'name', dir: 'desc' }]],
    ['name', [{ field: 'name', dir: 'asc' }]],
    ['spent', [{ field: 'totalSpent', dir: 'desc' }]],
  ];
  for (const [label, sort] of sorts) {
    let start = cpu();
    await find(adapter, { kind: 'everyone' }, sort, 0, shown);
    const head = cpu() - start;
    start = cpu();
    await find(adapter, { kind: 'everyone' }, sort, count >> 1, shown);
    tell(`sort by ${label}: first window`, head, null, `then the middle ${(cpu() - start).toFixed(1)} ms`);
  }
  const window = time(() => find(adapter, { kind: 'everyone' }, sorts.at(-1)![1], count >> 2, shown), 200);
  tell('a window of 50 × 10, order there', window.median, null);
}

async function querying(adapter: Adapter, columns: ReturnType<typeof scanColumns>): Promise<void> {
  let turn = 0;
  const four = (): Node => ({
    kind: 'all',
    of: [
      { kind: 'field', field: 'visits', op: 'gte', value: 3 + (turn++ % 5) },
      { kind: 'field', field: 'lastVisit', op: 'gte', value: { ago: 400 + turn, unit: 'day' } },
      { kind: 'field', field: 'categories', op: 'anyOf', value: ['k3', 'k7'] },
      { kind: 'field', field: 'consents', op: 'anyOf', value: ['email:marketing'] },
    ],
  });
  const counting = time(() => adapter.count({ v: 1, where: four() }, context, { today }), 40);
  const scanned = time(() => columns.countFour(3 + (turn++ % 5), TODAY - 400), 40);
  tell('count of 4 conditions', counting.median, scanned.median, `p95 ${counting.p95.toFixed(1)}`);
  const filtered = time(() => find(adapter, four(), [{ field: 'totalSpent', dir: 'desc' }]), 20);
  tell('first 50 of 4 conditions by spent', filtered.median, null, `p95 ${filtered.p95.toFixed(1)}`);
  const start = cpu();
  await adapter.count(everyone, context, { today, token: true });
  tell('token of everyone', cpu() - start, null);
  tell('first 50 by a number', time(() => topFresh(adapter)).median, time(() => columns.top()).median);
  const birthdays: Aggregate = {
    over: { where: { v: 1, where: { kind: 'field', field: 'birthday', op: 'month', value: [5] } } },
    measures: [{ agg: 'count' }],
    by: [{ field: 'birthday', part: 'monthDay' }],
  };
  tell(
    'birthdays of a month by day',
    time(() => fresh(adapter, birthdays)).median,
    time(() => columns.birthdays(5)).median,
  );
  const rfm: Aggregate = {
    over: { where: everyone },
    measures: [{ agg: 'count' }],
    by: [
      { field: 'lastVisit', breaks: [0, 19_000, 19_800, 20_200, 20_500].map(dayText) },
      { field: 'totalSpent', breaks: [0, 20_000, 60_000, 120_000, 250_000] },
    ],
  };
  rfm.by![0]!.breaks![0] = '1970-01-01';
  tell('5 × 5 RFM counts', time(() => fresh(adapter, rfm)).median, time(() => columns.rfm()).median);
}

let turns = 0;
/** A day that no question was asked for yet, so that no answer is kept for it. */
function freshDay(): string {
  return dayText(TODAY - turns++);
}

function topFresh(adapter: Adapter): unknown {
  const sort: SortKey[] = [{ field: 'points', dir: 'desc' }];
  return adapter.find({ where: everyone, sort, today: freshDay(), window: { at: 0, size: 50 } }, context);
}

function fresh(adapter: Adapter, input: Aggregate): unknown {
  return adapter.aggregate!({ ...input, today: freshDay() }, context);
}

function searching(adapter: Adapter, terms: readonly string[]): void {
  const sort: SortKey[] = [{ field: 'lastVisit', dir: 'desc' }];
  const ask = (term: string) => find(adapter, { kind: 'search', text: term }, sort) as Page<unknown>;
  // Compiled once over all, as after a minute of use.
  for (const term of terms) ask(term);
  const taken = terms.map((term) => {
    const start = cpu();
    const { total } = adapter.find(
      {
        where: { v: 1, where: { kind: 'search', text: term } },
        sort,
        today: freshDay(),
        window: { at: 0, size: 50 },
      },
      context,
    ) as Page<unknown>;
    return { term, ms: cpu() - start, found: total ?? 0 };
  });
  report(`search, ${terms.length} terms, first 50 by last visit`, taken);
  const counted = terms.map((term) => {
    const start = cpu();
    const { count: found } = adapter.count({ v: 1, where: { kind: 'search', text: term } }, context, {
      today: freshDay(),
    }) as Found;
    return { term, ms: cpu() - start, found };
  });
  report('count of all found', counted);
}

function report(what: string, taken: { term: string; ms: number; found: number }[]): void {
  taken.sort((a, b) => a.ms - b.ms);
  const at = (share: number) => taken[Math.floor((taken.length - 1) * share)]!.ms;
  tell(what, at(0.5), null, `p95 ${at(0.95).toFixed(1)}, worst ${at(1).toFixed(1)}`);
  const slowest = taken.slice(-6).map(({ term, ms, found }) => `${term} ${ms.toFixed(1)} (${found})`);
  console.log(`  slowest: ${slowest.join(' · ')}`);
}

void main();
