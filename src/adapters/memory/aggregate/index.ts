import { ClienteleError, type Aggregate, type Table } from '../../../contract/index.js';
import { Block, BLOCK } from '../block.js';
import { groupingOf, type Grouping, type Key, type Placed } from './groupings.js';
import { fault, typeOf, type AggregateOptions } from './options.js';

/** A table with more cells than this is kept by the cells that hold something. */
const MOST_CELLS = 1_000_000;
const NUMBERS: ReadonlySet<string> = new Set(['number', 'money', 'percent', 'day', 'instant', 'boolean']);

/** Counts, sums, least and greatest over groups, in one pass. @throws ClienteleError `invalid` or `too_large` */
export function aggregateRows(input: Aggregate, options: AggregateOptions): Table {
  const groupings = (input.by ?? []).map((by) => groupingOf(by, options));
  const product = groupings.reduce((cells, { size }) => cells * size, 1);
  const isSparse = product > MOST_CELLS;
  const numbered = isSparse ? numberCells(groupings, options) : null;
  const cells = numbered ? numbered.size : product;
  const counts = new Uint32Array(cells);
  const measures = input.measures.map((measure) => measureOf(measure, cells, options));
  eachBlock(groupings, options, isSparse, (placed) => {
    const { cells: places, block } = placed;
    if (numbered)
      for (let i = 0; i < block.length; i++) places[i] = places[i]! < 0 ? -1 : numbered.get(places[i]!)!;
    countCells(counts, places, block.length);
    for (const { take } of measures) take?.(placed);
  });
  const names = numbered ? [...numbered.keys()] : null;
  return { rows: rowsOfCells(groupings, counts, measures, names), today: options.today };
}

/** The cells of a table that hold something, in the order in which they were met. */
function numberCells(groupings: readonly Grouping[], options: AggregateOptions): Map<number, number> {
  const numbered = new Map<number, number>();
  eachBlock(groupings, options, true, ({ cells, block }) => {
    for (let i = 0; i < block.length; i++) {
      const cell = cells[i]!;
      if (cell >= 0 && !numbered.has(cell)) numbered.set(cell, numbered.size);
    }
    if (numbered.size > MOST_CELLS)
      throw new ClienteleError('too_large', 'too many groups for one table', { operation: 'aggregate' });
  });
  return numbered;
}

function eachBlock(
  groupings: readonly Grouping[],
  { source, bits }: AggregateOptions,
  isSparse: boolean,
  take: (placed: Placed) => void,
): void {
  const block = new Block();
  const placed: Placed = { block, cells: isSparse ? new Float64Array(BLOCK) : new Int32Array(BLOCK) };
  for (let row = 0; row < source.rows;) {
    row = block.take(bits, row, source.rows);
    placed.cells.fill(0);
    for (const grouping of groupings) grouping.place(placed);
    take(placed);
  }
}

function countCells(counts: Uint32Array, cells: Placed['cells'], length: number): void {
  for (let i = 0; i < length; i++) if (cells[i]! >= 0) counts[cells[i]!]!++;
}

interface Measure {
  take: ((placed: Placed) => void) | null;
  value: (cell: number, count: number) => number | null;
}

/** The figure of a cell so far and one more value. */
const COMBINE = {
  count: (a: number) => a,
  sum: (a: number, b: number) => a + b,
  min: (a: number, b: number) => (a < b ? a : b),
  max: (a: number, b: number) => (a > b ? a : b),
};

function measureOf(
  { agg, field }: Aggregate['measures'][number],
  cells: number,
  options: AggregateOptions,
): Measure {
  if (agg === 'count' && field === undefined) return { take: null, value: (_, count) => count };
  if (field === undefined) throw fault('required', `${agg} needs a field`);
  if (!NUMBERS.has(typeOf(field, options))) throw fault('wrong_type', `"${field}" holds no numbers`);
  const column = options.source.column(field);
  if (column?.kind !== 'number')
    return { take: null, value: () => (agg === 'sum' || agg === 'count' ? 0 : null) };
  const { values, missing, scale } = column;
  const figures = new Float64Array(cells);
  const known = new Float64Array(cells);
  const combine = COMBINE[agg];
  return {
    take: ({ block, cells: cellOf }) => {
      const fetched = block.fetch(values);
      for (let i = 0; i < block.length; i++) {
        const cell = cellOf[i]!;
        const value = fetched[i]!;
        if (cell < 0 || value === missing) continue;
        figures[cell] = known[cell] === 0 ? value : combine(figures[cell]!, value);
        known[cell]!++;
      }
    },
    value: (cell) => {
      if (agg === 'count') return known[cell]!;
      if (known[cell] === 0) return agg === 'sum' ? 0 : null;
      return figures[cell]! / scale;
    },
  };
}

function rowsOfCells(
  groupings: readonly Grouping[],
  counts: Uint32Array,
  measures: readonly Measure[],
  names: readonly number[] | null,
): Table['rows'] {
  const rows: Table['rows'] = [];
  for (let cell = 0; cell < counts.length; cell++) {
    const count = counts[cell]!;
    if (count === 0 && groupings.length > 0) continue;
    const keys: Key[] = [];
    let rest = names ? names[cell]! : cell;
    for (const { size, keyOf } of [...groupings].reverse()) {
      keys.unshift(keyOf(rest % size));
      rest = Math.floor(rest / size);
    }
    rows.push({ keys, values: measures.map((measure) => measure.value(cell, count)) });
  }
  return rows.sort((a, b) => compareKeys(a.keys, b.keys));
}

/** Ascending; missing last. */
function compareKeys(a: readonly Key[], b: readonly Key[]): number {
  for (let i = 0; i < a.length; i++) {
    const left = a[i]!;
    const right = b[i]!;
    if (left === right) continue;
    if (left === null) return 1;
    if (right === null) return -1;
    return left < right ? -1 : 1;
  }
  return 0;
}
