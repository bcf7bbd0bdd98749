import { memoryAdapter } from '../../../src/adapters/memory/index.js';
import type {
  Adapter,
  Aggregate,
  Context,
  Found,
  Node,
  Page,
  SortKey,
  Table,
} from '../../../src/contract/index.js';
import { batches } from '../batches.js';
import { benchRows, dayText, TODAY } from '../data.js';
import { compare, many } from '../page/compare.js';
import { scanColumns, scanTexts, searchTerms } from '../scan.js';

const context: Context = { tenant: 'bench', actor: 'bench', role: 'owner' };
const EVERYONE = { v: 1, where: { kind: 'everyone' } } as const;
const DAY_BREAKS = [0, 19_000, 19_800, 20_200, 20_500];
const SUM_BREAKS = [0, 20_000, 60_000, 120_000, 250_000];

let adapter: Adapter;
let columns: ReturnType<typeof scanColumns>;
let texts: ReturnType<typeof scanTexts>;
let terms: string[];
let turn = 0;

/** A "today" that no question had yet, so that no answer is kept for it. */
const freshDay = (): string => dayText(TODAY - turn++);

function four(at: number): Node {
  return {
    kind: 'all',
    of: [
      { kind: 'field', field: 'visits', op: 'gte', value: 3 + (at % 5) },
      { kind: 'field', field: 'lastVisit', op: 'gte', value: { day: dayText(TODAY - 400 - at) } },
      { kind: 'field', field: 'categories', op: 'anyOf', value: ['k3', 'k7'] },
      { kind: 'field', field: 'consents', op: 'anyOf', value: ['email:marketing'] },
    ],
  };
}

const find = (where: Node, sort: SortKey[]): unknown =>
  adapter.find({ where: { v: 1, where }, sort, today: freshDay(), window: { at: 0, size: 50 } }, context);
const aggregate = (input: Aggregate): unknown =>
  adapter.aggregate?.({ ...input, today: freshDay() }, context);
const sumOf = (counts: ArrayLike<number>): number => Array.from(counts).reduce((sum, each) => sum + each, 0);
/** Of all groups but those of missing values. */
const sumOfTable = ({ rows }: Table): number =>
  rows.reduce((sum, { keys, values }) => sum + (keys.includes(null) ? 0 : Number(values[0] ?? 0)), 0);
const last: SortKey[] = [{ field: 'lastVisit', dir: 'desc' }];

export const queries = {
  async load(count: number): Promise<void> {
    const rows = benchRows(count);
    adapter = memoryAdapter({
      clients: batches(rows),
      settings: { timeZone: 'Europe/Riga' },
      now: () => TODAY * 86_400_000 + 3_600_000,
    });
    await adapter.describe(context);
    terms = searchTerms(rows);
    columns = scanColumns(rows);
    texts = scanTexts(rows);
    await find({ kind: 'search', text: 'anna' }, last);
  },
  count: () =>
    compare(
      many(100),
      (at) => adapter.count({ v: 1, where: four(at) }, context, { today: freshDay() }),
      (at) => columns.countFour(3 + (at % 5), TODAY - 400 - at),
      ({ count }: Found, scanned: number) => count === scanned,
    ),
  search: () =>
    compare(
      terms,
      (text) => find({ kind: 'search', text }, last),
      (text) => texts.search(text),
      ({ total }: Page<unknown>, { found }: { found: number }) => total === found,
    ),
  searchCount: () =>
    compare(
      terms,
      (text) => adapter.count({ v: 1, where: { kind: 'search', text } }, context, { today: freshDay() }),
      (text) => texts.count(text),
      ({ count }: Found, scanned: number) => count === scanned,
    ),
  top: () =>
    compare(
      many(100),
      () => find({ kind: 'everyone' }, [{ field: 'points', dir: 'desc' }]),
      () => columns.top(),
      ({ items }: Page<unknown>, scanned: number[]) => items.length === scanned.length,
    ),
  birthdays: () =>
    compare(
      many(100),
      (at) =>
        aggregate({
          over: {
            where: { v: 1, where: { kind: 'field', field: 'birthday', op: 'month', value: [1 + (at % 12)] } },
          },
          measures: [{ agg: 'count' }],
          by: [{ field: 'birthday', part: 'monthDay' }],
        }),
      (at) => columns.birthdays(1 + (at % 12)),
      (table: Table, counts: Uint32Array) => sumOfTable(table) === sumOf(counts),
    ),
  rfm: () =>
    compare(
      many(100),
      () =>
        aggregate({
          over: { where: EVERYONE },
          measures: [{ agg: 'count' }],
          by: [
            { field: 'lastVisit', breaks: DAY_BREAKS.map((day) => dayText(day) || '1970-01-01') },
            { field: 'totalSpent', breaks: SUM_BREAKS },
          ],
        }),
      () => columns.rfm(),
      (table: Table, counts: Uint32Array) => sumOfTable(table) === sumOf(counts),
    ),
};

declare global {
  interface Window {
    queries: typeof queries;
  }
}
window.queries = queries;
