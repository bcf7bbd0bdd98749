import {
  ClienteleError,
  invalid,
  type Aggregate,
  type Field,
  type FieldId,
  type Table,
} from '../../contract/index.js';
import type { Bits, Column, ColumnSource } from '../../segments/index.js';
import { dayNumber, dayNumberInZone } from '../../time/index.js';

type Key = string | number | boolean | null;

/** One way of grouping: the group of a row, and the key that each group shows. */
interface Grouping {
  /** How many groups there may be; -1 from `of` means that the row is in none. */
  size: number;
  of: (row: number) => number;
  keyOf: (group: number) => Key;
  /** Sets: a row is in several. */
  many?: (row: number, take: (group: number) => void) => void;
}

export interface AggregateOptions {
  source: ColumnSource;
  /** Rows that count; null: all. */
  bits: Bits | null;
  fieldOf: (field: FieldId) => Field | undefined;
  timeZone: string;
  today: string;
}

const NUMBERS: ReadonlySet<string> = new Set(['number', 'money', 'percent', 'day', 'instant', 'boolean']);

function fault(code: string, message: string): ClienteleError {
  return invalid([{ path: [], code, message }], 'aggregate');
}

function typeOf(field: FieldId, { fieldOf }: AggregateOptions): Field['type'] {
  const found = fieldOf(field);
  if (!found || found.origin === 'virtual') throw fault('unknown_field', `nothing is kept under "${field}"`);
  return found.type;
}

/** Past so many cells a table is no answer for a page. */
const MOST_CELLS = 4_000_000;

/** Counts, sums, least and greatest over groups, in one pass. */
export function aggregateRows(input: Aggregate, options: AggregateOptions): Table {
  const { source, bits, today } = options;
  const groupings = (input.by ?? []).map((by) => groupingOf(by, options));
  let cells = 1;
  for (const { size } of groupings) cells *= size;
  if (cells > MOST_CELLS)
    throw new ClienteleError('too_large', 'too many groups', { operation: 'aggregate' });
  const counts = new Float64Array(cells);
  const measures = input.measures.map((measure) => measureOf(measure, cells, options));
  const walk = (take: (row: number, cell: number) => void) => eachCell(groupings, source.rows, bits, take);
  const rest = measures.filter((measure) => measure.take !== null);
  if (rest.length === 0) walk((_, cell) => counts[cell]!++);
  else {
    walk((row, cell) => {
      counts[cell]!++;
      for (const measure of rest) measure.take!(row, cell);
    });
  }
  return { rows: rowsOfCells(groupings, counts, measures), today };
}

interface Measure {
  take: ((row: number, cell: number) => void) | null;
  value: (cell: number, count: number) => number | null;
}

function measureOf(
  { agg, field }: Aggregate['measures'][number],
  cells: number,
  options: AggregateOptions,
): Measure {
  if (agg === 'count' && field === undefined) return { take: null, value: (_, count) => count };
  if (field === undefined) throw fault('required', `${agg} needs a field`);
  if (!NUMBERS.has(typeOf(field, options))) throw fault('wrong_type', `"${field}" holds no numbers`);
  const column = options.source.column(field);
  const numbers = column?.kind === 'number' ? column : null;
  const figures = new Float64Array(cells);
  const known = new Float64Array(cells);
  if (!numbers) return { take: null, value: () => (agg === 'sum' || agg === 'count' ? 0 : null) };
  const { values, missing, scale } = numbers;
  const combine = {
    count: (a: number) => a,
    sum: (a: number, b: number) => a + b,
    min: (a: number, b: number) => (a < b ? a : b),
    max: (a: number, b: number) => (a > b ? a : b),
  }[agg];
  return {
    take: (row, cell) => {
      const value = values[row]!;
      if (value === missing) return;
      figures[cell] = known[cell] === 0 ? value : combine(figures[cell]!, value);
      known[cell]!++;
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
  counts: Float64Array,
  measures: Measure[],
): Table['rows'] {
  const rows: Table['rows'] = [];
  for (let cell = 0; cell < counts.length; cell++) {
    const count = counts[cell]!;
    if (count === 0 && groupings.length > 0) continue;
    const keys: Key[] = [];
    let rest = cell;
    for (const { size, keyOf } of groupings.toReversed()) {
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

function eachCell(
  groupings: readonly Grouping[],
  rows: number,
  bits: Bits | null,
  take: (row: number, cell: number) => void,
): void {
  const visit = visitor(groupings, take);
  if (!bits) {
    for (let row = 0; row < rows; row++) visit(row);
    return;
  }
  for (let w = 0; w < bits.length; w++) {
    for (let rest = bits[w]! | 0; rest !== 0; rest &= rest - 1) visit(w * 32 + 31 - Math.clz32(rest & -rest));
  }
}

function visitor(
  groupings: readonly Grouping[],
  take: (row: number, cell: number) => void,
): (row: number) => void {
  const [first, second] = groupings;
  if (groupings.some((grouping) => grouping.many)) {
    const descend = (row: number, at: number, cell: number): void => {
      const grouping = groupings[at];
      if (!grouping) take(row, cell);
      else if (grouping.many)
        grouping.many(row, (group) => descend(row, at + 1, cell * grouping.size + group));
      else {
        const group = grouping.of(row);
        if (group >= 0) descend(row, at + 1, cell * grouping.size + group);
      }
    };
    return (row) => descend(row, 0, 0);
  }
  if (!first) return (row) => take(row, 0);
  if (!second) {
    const { of } = first;
    return (row) => {
      const group = of(row);
      if (group >= 0) take(row, group);
    };
  }
  const rest = groupings.slice(1);
  return (row) => {
    let cell = first.of(row);
    if (cell < 0) return;
    for (const { of, size } of rest) {
      const group = of(row);
      if (group < 0) return;
      cell = cell * size + group;
    }
    take(row, cell);
  };
}

type By = NonNullable<Aggregate['by']>[number];

function groupingOf({ field, breaks, part }: By, options: AggregateOptions): Grouping {
  const type = typeOf(field, options);
  const column = options.source.column(field);
  if (!column) return { size: 1, of: () => 0, keyOf: () => null };
  if (part) return partGrouping(column, type, part, options.timeZone);
  if (breaks) return breakGrouping(column, type, breaks, options.timeZone);
  return valueGrouping(column, type, options);
}

const DAY = 86_400_000;

/** The day number of a row of a day or instant column; null: missing. */
function dayReader(column: Column, type: string, timeZone: string): (row: number) => number | null {
  if (column.kind !== 'number') throw fault('wrong_type', 'not a date');
  const { values, missing } = column;
  if (type === 'day') return (row) => (values[row] === missing ? null : values[row]!);
  return (row) => (values[row] === missing ? null : dayNumberInZone(values[row]!, timeZone));
}

function partGrouping(column: Column, type: string, part: 'monthDay' | 'month', timeZone: string): Grouping {
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  const monthDay = (slot: number): Key =>
    slot === 0 ? null : `${twoDigits(slot >> 5)}-${twoDigits(slot & 31)}`;
  if (column.kind === 'birthday') {
    const { values } = column;
    if (part === 'monthDay') {
      return { size: 512, of: (row) => (values[row]! < 0 ? 0 : values[row]! & 511), keyOf: monthDay };
    }
    const { size, of, keyOf } = monthGrouping((row) => {
      const value = values[row]!;
      return value < 512 ? null : (value >> 9) * 12 + ((value >> 5) & 15) - 1;
    });
    return { size, of, keyOf };
  }
  const dayAt = dayReader(column, type, timeZone);
  const date = (row: number): Date | null => {
    const day = dayAt(row);
    return day === null ? null : new Date(day * DAY);
  };
  if (part === 'monthDay') {
    const of = (row: number) => {
      const at = date(row);
      return at === null ? 0 : (at.getUTCMonth() + 1) * 32 + at.getUTCDate();
    };
    return { size: 512, of, keyOf: monthDay };
  }
  return monthGrouping((row) => {
    const at = date(row);
    return at === null ? null : at.getUTCFullYear() * 12 + at.getUTCMonth();
  });
}

/** Months from year 0 on; group 0 is missing. */
function monthGrouping(monthAt: (row: number) => number | null): Grouping {
  return {
    size: 120_001,
    of: (row) => {
      const month = monthAt(row);
      return month === null ? 0 : month + 1;
    },
    keyOf: (group) => {
      if (group === 0) return null;
      const year = Math.floor((group - 1) / 12);
      return `${String(year).padStart(4, '0')}-${String(((group - 1) % 12) + 1).padStart(2, '0')}`;
    },
  };
}

/** Group `i` is from break `i` up to the next; below the first a row is in none; the last group is missing. */
function breakGrouping(
  column: Column,
  type: string,
  breaks: readonly (number | string)[],
  timeZone: string,
): Grouping {
  if (column.kind !== 'number') throw fault('wrong_type', 'breaks are for numbers and dates');
  const { values, missing, scale } = column;
  const bounds = Float64Array.from(breaks, (bound) =>
    typeof bound === 'number' ? bound * scale : dayNumber(bound),
  );
  const isInstant = type === 'instant';
  const size = bounds.length + 1;
  const first = bounds[0]!;
  return {
    size,
    of: (row) => {
      let value = values[row]!;
      if (value === missing) return size - 1;
      if (isInstant) value = dayNumberInZone(value, timeZone);
      if (value < first) return -1;
      let group = bounds.length - 1;
      while (value < bounds[group]!) group--;
      return group;
    },
    keyOf: (group) => (group === size - 1 ? null : group),
  };
}

function valueGrouping(column: Column, type: string, options: AggregateOptions): Grouping {
  if (column.kind === 'code') {
    const { codes, dictionary } = column;
    return {
      size: dictionary.length,
      of: (row) => codes[row]!,
      keyOf: (group) => (group === 0 ? null : dictionary[group]!),
    };
  }
  if (column.kind === 'set') {
    const { words, stride, options: names } = column;
    return {
      size: Math.max(1, names.length),
      of: () => -1,
      keyOf: (group) => names[group]!,
      many: (row, take) => {
        for (let w = 0; w < stride; w++) {
          for (let rest = words[row * stride + w]! | 0; rest !== 0; rest &= rest - 1)
            take(w * 32 + 31 - Math.clz32(rest & -rest));
        }
      },
    };
  }
  return distinctGrouping(column, type, options);
}

/** Any other column by its distinct values, which are counted first. */
function distinctGrouping(column: Column, type: string, { source }: AggregateOptions): Grouping {
  if (column.kind !== 'number' && column.kind !== 'text' && column.kind !== 'birthday')
    throw fault('wrong_type', `a ${type} cannot be grouped by its value`);
  const read = (row: number): string | number | null => {
    if (column.kind === 'text') return column.read(row);
    const value = column.values[row]!;
    return value === (column.kind === 'number' ? column.missing : -1) ? null : value;
  };
  const groups = new Map<string | number | null, number>();
  const of = new Uint32Array(source.rows);
  for (let row = 0; row < source.rows; row++) {
    const value = read(row);
    let group = groups.get(value);
    if (group === undefined) groups.set(value, (group = groups.size));
    of[row] = group;
  }
  const values = [...groups.keys()];
  const scale = column.kind === 'number' ? column.scale : 1;
  return {
    size: Math.max(1, values.length),
    of: (row) => of[row]!,
    keyOf: (group) => {
      const value = values[group] ?? null;
      if (value === null || typeof value === 'string') return value;
      if (type === 'boolean') return value === 1;
      if (type === 'day') return new Date(value * DAY).toISOString().slice(0, 10);
      if (type === 'instant') return new Date(value).toISOString();
      if (type === 'birthday') return null;
      return value / scale;
    },
  };
}
