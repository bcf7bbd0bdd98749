import { memoryAdapter } from '../../src/adapters/memory/index.js';
import type { Aggregate, Context, FieldId, Found, Node, Page, SortKey } from '../../src/contract/index.js';
import { fold } from '../../src/text/index.js';
import { batches } from './batches.js';
import { benchRows, TODAY, type Row } from './data.js';

/*
 * The memory adapter's own figures in Node, beside the obvious scan over typed arrays in the same run:
 *
 *   node --expose-gc --max-old-space-size=8000 --import tsx tests/bench/memory.ts [clients]
 */

const count = Number(process.argv[2] ?? 1_000_000);
const context: Context = { tenant: 'bench', actor: 'bench', role: 'owner' };
const today = new Date(TODAY * 86_400_000).toISOString().slice(0, 10);
const everyone = { v: 1, where: { kind: 'everyone' } } as const;

function memory(): number {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, arrayBuffers, external } = process.memoryUsage();
  return (heapUsed + Math.max(arrayBuffers, external)) / 1e6;
}

/** Median and 95th percentile of repeated runs, in milliseconds. */
function time(run: () => unknown, times = 15): { median: number; p95: number } {
  run();
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { median: taken[times >> 1]!, p95: taken[Math.min(times - 1, Math.floor(times * 0.95))]! };
}

const lines: string[] = [];
function tell(what: string, ours: number, scan: number | null, note = ''): void {
  const beside = scan === null ? '' : `  scan ${scan.toFixed(1)}  (${(ours / scan).toFixed(2)}×)`;
  lines.push(`${what.padEnd(46)} ${ours.toFixed(1).padStart(8)} ms${beside} ${note}`);
  console.log(lines.at(-1));
}

const find = (
  adapter: ReturnType<typeof memoryAdapter>,
  where: Node,
  sort: SortKey[],
  at = 0,
  fields?: FieldId[],
) =>
  adapter.find(
    { where: { v: 1, where }, sort, today, window: { at, size: 50 }, ...(fields ? { fields } : {}) },
    context,
  );

async function main(): Promise<void> {
  const before = memory();
  let rows: Row[] | null = benchRows(count);
  const objects = memory() - before;
  const ready = [...batches(rows)];
  const columns = scanColumns(rows);
  rows = null;
  const base = memory();

  let start = performance.now();
  let longest = 0;
  let last = start;
  const adapter = memoryAdapter({
    clients: ready,
    now: () => TODAY * 86_400_000 + 3600_000,
    onProgress: () => {
      longest = Math.max(longest, performance.now() - last);
      setImmediate(() => (last = performance.now()));
    },
  });
  await adapter.describe(context);
  tell('load from columns', performance.now() - start, null, `longest piece ${longest.toFixed(0)} ms`);
  ready.length = 0;
  console.log(`objects ${objects.toFixed(0)} MB; loaded ${(memory() - base).toFixed(0)} MB more than before`);

  const columnsAsked: FieldId[] = [
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
  const all: Node = { kind: 'everyone' };
  for (const [label, sort] of [
    ['name', [{ field: 'name', dir: 'asc' }]],
    ['name, descending', [{ field: 'name', dir: 'desc' }]],
    ['last name', [{ field: 'lastName', dir: 'asc' }]],
    ['spent', [{ field: 'totalSpent', dir: 'desc' }]],
    [
      'visits, last visit',
      [
        { field: 'visits', dir: 'asc' },
        { field: 'lastVisit', dir: 'desc' },
      ],
    ],
    ['e-mail', [{ field: 'emails', dir: 'asc' }]],
    ['phone', [{ field: 'phones', dir: 'asc' }]],
  ] as [string, SortKey[]][]) {
    start = performance.now();
    const first = await find(adapter, all, sort, 0, columnsAsked);
    const head = performance.now() - start;
    start = performance.now();
    await find(adapter, all, sort, count >> 1, columnsAsked);
    tell(
      `sort by ${label}: first window, cold`,
      head,
      null,
      `then the middle ${(performance.now() - start).toFixed(1)} ms (${first.items.length})`,
    );
  }
  tell(
    'a window of 50 × 10, warm',
    time(() => find(adapter, all, [{ field: 'totalSpent', dir: 'desc' }], 400_000, columnsAsked), 200).median,
    null,
  );

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
  tell(
    'count of 4 conditions',
    counting.median,
    time(() => columns.countFour(3 + (turn++ % 5), TODAY - 400), 40).median,
    `p95 ${counting.p95.toFixed(1)}`,
  );
  const filtered = time(() => find(adapter, four(), [{ field: 'totalSpent', dir: 'desc' }]), 20);
  tell('first 50 of 4 conditions by spent', filtered.median, null, `p95 ${filtered.p95.toFixed(1)}`);
  tell(
    'count of everyone with token',
    await timeLater(() => adapter.count(everyone, context, { today, token: true })),
    null,
  );

  tell('first 50 by a number', time(() => topUncached(adapter)).median, time(() => columns.top()).median);
  const birthdays: Aggregate = {
    over: { where: { v: 1, where: { kind: 'field', field: 'birthday', op: 'month', value: [5] } } },
    measures: [{ agg: 'count' }],
    by: [{ field: 'birthday', part: 'monthDay' }],
    today,
  };
  tell(
    'birthdays of a month by day',
    time(() => uncached(adapter, birthdays)).median,
    time(() => columns.birthdays(5)).median,
  );
  const rfm: Aggregate = {
    over: { where: everyone },
    measures: [{ agg: 'count' }],
    by: [
      {
        field: 'lastVisit',
        breaks: [0, 19_000, 19_800, 20_200, 20_500].map((day) =>
          new Date(day * 86_400_000).toISOString().slice(0, 10),
        ),
      },
      { field: 'totalSpent', breaks: [0, 20_000, 60_000, 120_000, 250_000] },
    ],
    today,
  };
  tell(
    '5 × 5 RFM counts',
    time(() => adapter.aggregate!(rfm, context)).median,
    time(() => columns.rfm()).median,
  );

  start = performance.now();
  const built = await find(adapter, { kind: 'search', text: 'anna' }, [{ field: 'lastVisit', dir: 'desc' }]);
  tell('search index built, first search', performance.now() - start, null, `${built.total} found`);
  searching(adapter, columns.terms());
  console.log(`with search and orders: ${(memory() - base).toFixed(0)} MB`);
  void adapter.close?.();
}

async function timeLater(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

let version = 0;
/** A condition that is true of everyone and never the same, so that no answer is kept. */
function topUncached(adapter: ReturnType<typeof memoryAdapter>): unknown {
  return find(adapter, { kind: 'field', field: 'visits', op: 'gte', value: -1 - version++ }, [
    { field: 'points', dir: 'desc' },
  ]);
}

function uncached(adapter: ReturnType<typeof memoryAdapter>, input: Aggregate): unknown {
  const day = new Date((TODAY - (version++ % 1000)) * 86_400_000).toISOString().slice(0, 10);
  return adapter.aggregate!({ ...input, today: day }, context);
}

function searching(adapter: ReturnType<typeof memoryAdapter>, terms: readonly string[]): void {
  const taken: { term: string; ms: number; found: number }[] = [];
  for (const term of terms) {
    const start = performance.now();
    const page = find(adapter, { kind: 'search', text: term }, [
      { field: 'lastVisit', dir: 'desc' },
    ]) as Page<unknown>;
    taken.push({ term, ms: performance.now() - start, found: page.total ?? 0 });
  }
  taken.sort((a, b) => a.ms - b.ms);
  const at = (share: number) => taken[Math.floor((taken.length - 1) * share)]!.ms.toFixed(1);
  console.log(
    `search of ${terms.length} terms, first 50 by last visit: median ${at(0.5)}, p95 ${at(0.95)}, worst ${at(1)} ms`,
  );
  console.log(
    'slowest:',
    taken
      .slice(-8)
      .map(({ term, ms, found }) => `${JSON.stringify(term)} ${ms.toFixed(1)} ms, ${found} found`)
      .join(' · '),
  );
  const counts = terms.map((term) => {
    const start = performance.now();
    const { count: found } = adapter.count(
      {
        v: 1,
        where: {
          kind: 'all',
          of: [
            { kind: 'search', text: term },
            { kind: 'field', field: 'visits', op: 'gte', value: -1 - version++ },
          ],
        },
      },
      context,
    ) as Found;
    return { ms: performance.now() - start, found };
  });
  counts.sort((a, b) => a.ms - b.ms);
  console.log(
    `count of all found: median ${counts[terms.length >> 1]!.ms.toFixed(1)}, p95 ${counts[Math.floor(terms.length * 0.95)]!.ms.toFixed(1)}, worst ${counts.at(-1)!.ms.toFixed(1)} ms`,
  );
}

/** The least code that gives the same answers: bare columns, one loop. */
function scanColumns(rows: readonly Row[]) {
  const visits = Uint16Array.from(rows, (row) => row.visits);
  const lastVisit = Int32Array.from(rows, (row) => row.lastVisit);
  const categories = Uint32Array.from(rows, (row) => row.categories);
  const consents = Uint8Array.from(rows, (row) => Number(row.consentEmail));
  const points = Uint32Array.from(rows, (row) => row.points);
  const spent = Float64Array.from(rows, (row) => row.spent);
  const months = Uint8Array.from(rows, (row) => new Date(row.birthday * 86_400_000).getUTCMonth() + 1);
  const days = Uint8Array.from(rows, (row) => new Date(row.birthday * 86_400_000).getUTCDate());
  const sample = Array.from(
    { length: 200 },
    (_, i) => rows[Math.floor((i * 7919 * rows.length) / 200 / 7919)]!,
  );
  return {
    countFour(least: number, since: number): number {
      let found = 0;
      for (let row = 0; row < visits.length; row++) {
        if (
          visits[row]! >= least &&
          lastVisit[row]! >= since &&
          (categories[row]! & 136) !== 0 &&
          consents[row] === 1
        )
          found++;
      }
      return found;
    },
    top(): number[] {
      const best: number[] = [];
      let threshold = -1;
      for (let row = 0; row < points.length; row++) {
        if (points[row]! <= threshold && best.length >= 50) continue;
        let at = best.length;
        while (at > 0 && points[best[at - 1]!]! < points[row]!) at--;
        best.splice(at, 0, row);
        if (best.length > 50) best.pop();
        if (best.length === 50) threshold = points[best[49]!]!;
      }
      return best;
    },
    birthdays(month: number): Uint32Array {
      const counts = new Uint32Array(32);
      for (let row = 0; row < months.length; row++) if (months[row] === month) counts[days[row]!]!++;
      return counts;
    },
    rfm(): Uint32Array {
      const counts = new Uint32Array(25);
      for (let row = 0; row < spent.length; row++) {
        const day = lastVisit[row]!;
        const sum = spent[row]!;
        const r = day >= 20_500 ? 4 : day >= 20_200 ? 3 : day >= 19_800 ? 2 : day >= 19_000 ? 1 : 0;
        const m = sum >= 250_000 ? 4 : sum >= 120_000 ? 3 : sum >= 60_000 ? 2 : sum >= 20_000 ? 1 : 0;
        counts[r * 5 + m]!++;
      }
      return counts;
    },
    /** 1–12 characters out of names, phones and e-mails; every third is found nowhere. */
    terms(): string[] {
      return sample.map((row, i) => {
        const length = 1 + (i % 12);
        if (i % 3 === 2)
          return 'zxqjkvwbgfhd'.slice(0, length) + (length > 3 ? '' : 'xq'.slice(0, 2 - (length % 2)));
        const text = [row.firstName, row.phone.slice(1), row.email, row.lastName][i % 4]!;
        const from = Math.min(i % 5, Math.max(0, text.length - length));
        return text.slice(from, from + length);
      });
    },
  };
}

void fold;
void main();
