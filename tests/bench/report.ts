import type { LoadingRun } from './loading.js';
import { ROADS } from './loading.js';
import { QUESTIONS, type Question, type QueryRun } from './queries.js';
import type { Timed } from './page/compare.js';
import type { Sizes } from './sizes.js';
import type { TableRun } from './tables.js';
import { quantile } from './page/frames.js';

type Pick = (run: TableRun) => number | undefined;

const whole = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1);
const megabytes = (bytes: number): number => bytes / 1e6;

/** Median with its spread: `65 (61–70)`. */
function spread(values: readonly number[]): string {
  if (values.length === 0) return 'failed';
  const middle = whole(quantile(values, 0.5));
  return values.length === 1
    ? middle
    : `${middle} (${whole(Math.min(...values))}–${whole(Math.max(...values))})`;
}

export function markdown(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const rows = [head, head.map(() => '---'), ...lines];
  return `${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`;
}

const TABLE_MEASURES: readonly { title: string; of: Pick; ratio?: true }[] = [
  { title: 'first rows, ms', of: (run) => run.firstRows, ratio: true },
  { title: 'sorted, text, ms', of: (run) => run.sortedText, ratio: true },
  { title: 'sorted, number, ms', of: (run) => run.sortedNumber, ratio: true },
  { title: 'fling, p95 ms', of: (run) => run.fling?.p95 },
  { title: 'fling, blank %', of: (run) => run.fling && run.fling.blank * 100 },
  { title: 'fling, stale %', of: (run) => run.fling && run.fling.stale * 100 },
  { title: 'smooth, p95 ms', of: (run) => run.smooth?.p95 },
  { title: 'heap above the rows, MB', of: (run) => run.heap && megabytes(run.heap) },
];

export function tableReport(tables: Readonly<Record<string, readonly TableRun[]>>): string {
  const valuesOf = (name: string, of: Pick): number[] => (tables[name] ?? []).flatMap((run) => of(run) ?? []);
  const lines = TABLE_MEASURES.map(({ title, of, ratio }) => {
    const limit = quantile(valuesOf('limit', of), 0.5);
    return [
      title,
      ...Object.keys(tables).map((name) => {
        const values = valuesOf(name, of);
        const times = ratio && limit > 0 && values.length > 0 && name !== 'limit';
        return `${spread(values)}${times ? ` · ${(quantile(values, 0.5) / limit).toFixed(2)}×` : ''}`;
      }),
    ];
  });
  const reached = Object.values(tables).map((runs) => {
    const densities = Object.keys(runs[0]?.lastRow ?? {});
    const missed = densities.filter((density) => runs.some((run) => run.lastRow?.[density] !== true));
    return missed.length === 0 && densities.length > 0 ? 'yes' : `no: ${missed.join(', ')}`;
  });
  const runs = Object.values(tables).map(({ length }) => String(length));
  return markdown(
    ['', ...Object.keys(tables)],
    [...lines, ['last row reached', ...reached], ['runs', ...runs]],
  );
}

const QUESTION_TITLES: Readonly<Record<Question, string>> = {
  count: 'count of 4 conditions',
  search: 'search, first 50 by last visit, 200 terms',
  searchCount: 'search, count of all found',
  top: 'first 50 by a number',
  birthdays: 'birthdays of a month by day',
  rfm: '5 × 5 RFM counts',
};

/** The figures of one question beside the scan's: the medians of all runs. */
export function timedLines(runs: readonly Timed[]): string[] {
  const of = (key: 'p50' | 'p95' | 'scanP50' | 'scanP95'): number =>
    quantile(
      runs.map((run) => run[key]),
      0.5,
    );
  return [
    ...(['p50', 'p95', 'scanP50', 'scanP95'] as const).map((key) => of(key).toFixed(2)),
    `${(of('p50') / of('scanP50')).toFixed(2)}×`,
    runs.every(({ isSame }) => isSame) ? 'yes' : 'no',
  ];
}
timedLines.head = ['p50', 'p95', 'scan p50', 'scan p95', 'ours / scan', 'same answers'] as const;

export function queryReport(runs: readonly QueryRun[]): string {
  return markdown(
    ['ms', ...timedLines.head],
    QUESTIONS.map((question) => [QUESTION_TITLES[question], ...timedLines(runs.map((run) => run[question]))]),
  );
}

const ROAD_TITLES: Readonly<Record<(typeof ROADS)[number], string>> = {
  bare: 'bare columns',
  page: 'memory adapter in the page, from columns',
  worker: 'memory adapter in a worker, from columns',
  objects: 'memory adapter in a worker, from objects',
};

export function loadingReport(runs: readonly LoadingRun[]): string {
  const bare = quantile(
    runs.map((run) => run.bare.ms),
    0.5,
  );
  const lines = ROADS.map((road) => {
    const times = runs.map((run) => run[road].ms);
    return [
      ROAD_TITLES[road],
      spread(times),
      `${(quantile(times, 0.5) / bare).toFixed(2)}×`,
      spread(runs.map((run) => run[road].blocked)),
    ];
  });
  const heap = spread(runs.map((run) => megabytes(run.heap)));
  return `${markdown(['loading', 'ms', 'of bare columns', 'longest block of the page, ms'], lines)}\nMemory adapter in use, page and worker: ${heap} MB.\n`;
}

export function sizeReport({ first, all, peers }: Sizes): string {
  const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
  return markdown(
    ['kB of gzip', 'before the first paint', 'with every lazy part'],
    [
      ['clientele', kilobytes(first), kilobytes(all)],
      ...Object.entries(peers).map(([name, bytes]) => [name, kilobytes(bytes), '']),
    ],
  );
}
