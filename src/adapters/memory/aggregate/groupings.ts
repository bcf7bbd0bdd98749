import type { Aggregate, FieldId } from '../../../contract/index.js';
import type { Column, NumberColumn } from '../../../segments/index.js';
import { dayNumber, dayNumberInZone, partsOfNumber, startOfDay } from '../../../time/index.js';
import type { Block } from '../block.js';
import { fault, typeOf, type AggregateOptions } from './options.js';

export type Key = string | number | boolean | null;

/** Rows, and the cell of the table in which each is counted. */
export interface Placed {
  block: Block;
  cells: Int32Array | Float64Array;
}

/** One way of grouping: puts the rows of a block into groups, and says what each group is called. */
export interface Grouping {
  /** How many groups there may be. */
  size: number;
  /** Multiplies each cell by `size` and adds the group; −1 for rows in none. */
  place(placed: Placed): void;
  keyOf(group: number): Key;
}

type By = NonNullable<Aggregate['by']>[number];

export function groupingOf({ field, breaks, part }: By, options: AggregateOptions): Grouping {
  const type = typeOf(field, options);
  const column = options.source.column(field);
  if (!column) return { size: 1, place: () => undefined, keyOf: () => null };
  if (part) return partGrouping(column, type, part, options.timeZone);
  if (breaks) return breakGrouping(column, type, breaks, options.timeZone);
  return valueGrouping(field, column, type, options);
}

/** Into so many steps the way from the first to the last break is parted. */
const STEPS = 1024;

/** Group `i` is from break `i` up to the next; below the first a row is in none; the last group is missing. */
function breakGrouping(
  column: Column,
  type: string,
  breaks: readonly (number | string)[],
  timeZone: string,
): Grouping {
  if (column.kind !== 'number') throw fault('wrong_type', 'breaks are for numbers and dates');
  const { values, missing, scale } = column;
  const bounds = Float64Array.from(breaks, (bound) => {
    if (typeof bound === 'number') return bound * scale;
    return type === 'instant' ? startOfDay(bound, timeZone) : dayNumber(bound);
  });
  const size = bounds.length + 1;
  const keyOf = (group: number): Key => (group === size - 1 ? null : group);
  if (values instanceof Uint8Array || values instanceof Uint16Array) {
    const groups = groupsOfAll(values instanceof Uint8Array ? 256 : 65_536, bounds);
    groups[missing] = size - 1;
    return {
      size,
      keyOf,
      place: ({ block, cells }) => lookUp(block.codes(values), cells, block.length, groups, size),
    };
  }
  const ladder = ladderOf(bounds);
  return {
    size,
    keyOf,
    place: ({ block, cells }) => climb(block.fetch(values), cells, block.length, ladder, missing, size),
  };
}

/** The group of each whole number below `count`; −1: none. */
function groupsOfAll(count: number, bounds: Float64Array): Int16Array {
  const groups = new Int16Array(count).fill(-1);
  bounds.forEach((bound, group) => groups.fill(group, Math.min(count, Math.max(0, Math.ceil(bound)))));
  return groups;
}

function lookUp(
  codes: Uint32Array,
  cells: Placed['cells'],
  length: number,
  groups: Int16Array,
  size: number,
): void {
  for (let i = 0; i < length; i++) {
    const group = groups[codes[i]!]!;
    cells[i] = cells[i]! < 0 || group < 0 ? -1 : cells[i]! * size + group;
  }
}

/** Breaks with a first guess for each step of the way between them, from which it is never far to the right one. */
interface Ladder {
  bounds: Float64Array;
  guesses: Int32Array;
  perStep: number;
}

function ladderOf(bounds: Float64Array): Ladder {
  const first = bounds[0]!;
  const width = bounds[bounds.length - 1]! - first;
  const perStep = width > 0 && Number.isFinite(width) ? (STEPS - 2) / width : 0;
  const guesses = new Int32Array(STEPS);
  for (let step = 1, group = 0; step < STEPS; step++) {
    // One step back, so that rounding never makes a guess too great.
    while (group + 1 < bounds.length && (bounds[group + 1]! - first) * perStep <= step - 1) group++;
    guesses[step] = group;
  }
  return { bounds, guesses, perStep };
}

function climb(
  values: Float64Array,
  cells: Placed['cells'],
  length: number,
  { bounds, guesses, perStep }: Ladder,
  missing: number,
  size: number,
): void {
  const first = bounds[0]!;
  const top = bounds.length - 1;
  const last = bounds[top]!;
  for (let i = 0; i < length; i++) {
    const value = values[i]!;
    let group = top;
    if (value === missing) group = size - 1;
    else if (value < last) {
      if (value < first) group = -1;
      else {
        group = guesses[((value - first) * perStep) | 0]!;
        while (value >= bounds[group + 1]!) group++;
      }
    }
    cells[i] = cells[i]! < 0 || group < 0 ? -1 : cells[i]! * size + group;
  }
}

/** Groups by what `of` makes of a value. */
function placing(column: { values: NumberColumn['values'] }, size: number, of: (value: number) => number) {
  return ({ block, cells }: Placed): void => {
    const values = block.fetch(column.values);
    for (let i = 0; i < block.length; i++) if (cells[i]! >= 0) cells[i] = cells[i]! * size + of(values[i]!);
  };
}

function putCodes(codes: Uint32Array, cells: Placed['cells'], length: number, size: number): void {
  for (let i = 0; i < length; i++) if (cells[i]! >= 0) cells[i] = cells[i]! * size + codes[i]!;
}

const twoDigits = (number: number) => String(number).padStart(2, '0');
const MONTH_DAYS = 512;
/** Months from year 0 to 9999; group 0 is missing. */
const MONTHS = 120_001;

function partGrouping(column: Column, type: string, part: 'monthDay' | 'month', timeZone: string): Grouping {
  const size = part === 'monthDay' ? MONTH_DAYS : MONTHS;
  const keyOf = part === 'monthDay' ? monthDayKey : monthKey;
  if (column.kind === 'birthday') {
    if (part === 'monthDay') return { size, place: (placed) => putMonthDays(column.values, placed), keyOf };
    const of = (value: number): number => (value < 512 ? 0 : (value >> 9) * 12 + ((value >> 5) & 15));
    return { size, place: placing(column, size, of), keyOf };
  }
  if (column.kind !== 'number' || (type !== 'day' && type !== 'instant'))
    throw fault('wrong_type', 'not a date');
  const { missing } = column;
  const of = (value: number): number => {
    if (value === missing) return 0;
    const { year, month, day } = partsOfNumber(type === 'day' ? value : dayNumberInZone(value, timeZone));
    return part === 'monthDay' ? month * 32 + day : year * 12 + month;
  };
  return { size, place: placing(column, size, of), keyOf };
}

function putMonthDays(birthdays: Int32Array, { block, cells }: Placed): void {
  for (let i = 0; i < block.length; i++) {
    const value = birthdays[block.row(i)]!;
    if (cells[i]! >= 0) cells[i] = cells[i]! * MONTH_DAYS + (value < 0 ? 0 : value & 511);
  }
}

function monthDayKey(slot: number): Key {
  return slot === 0 ? null : `${twoDigits(slot >> 5)}-${twoDigits(slot & 31)}`;
}

function monthKey(group: number): Key {
  if (group === 0) return null;
  return `${String(Math.floor((group - 1) / 12)).padStart(4, '0')}-${twoDigits(((group - 1) % 12) + 1)}`;
}

function valueGrouping(field: FieldId, column: Column, type: string, options: AggregateOptions): Grouping {
  if (column.kind === 'code') {
    const { codes, dictionary } = column;
    const size = dictionary.length;
    return {
      size,
      place: ({ block, cells }) => putCodes(block.codes(codes), cells, block.length, size),
      keyOf: (group) => (group === 0 ? null : dictionary[group]!),
    };
  }
  if (column.kind === 'set') {
    const { words, stride, options: names } = column;
    const size = Math.max(1, names.length);
    const groups = (row: number, take: (group: number) => void): void => {
      for (let w = 0; w < stride; w++) {
        for (let rest = words[row * stride + w]! | 0; rest !== 0; rest &= rest - 1)
          take(w * 32 + 31 - Math.clz32(rest & -rest));
      }
    };
    return { size, place: (placed) => spread(placed, size, groups), keyOf: (group) => names[group] ?? null };
  }
  return distinctGrouping(field, column, type, options);
}

/** Puts each row into all groups that it is in: a row in none goes, a row in several comes again. */
function spread(
  placed: Placed,
  size: number,
  groups: (row: number, take: (group: number) => void) => void,
): void {
  const { block } = placed;
  const rows: number[] = [];
  const cells: number[] = [];
  for (let i = 0; i < block.length; i++) {
    const cell = placed.cells[i]!;
    if (cell < 0) continue;
    const row = block.row(i);
    groups(row, (group) => {
      rows.push(row);
      cells.push(cell * size + group);
    });
  }
  block.replace(rows);
  if (cells.length > placed.cells.length)
    placed.cells = new (placed.cells.constructor as Float64ArrayConstructor)(cells.length);
  placed.cells.set(cells);
}

/** Any other column by its distinct values, which are numbered first. */
function distinctGrouping(
  field: FieldId,
  column: Column,
  type: string,
  { source }: AggregateOptions,
): Grouping {
  if (column.kind === 'list' || column.kind === 'set' || column.kind === 'code' || type === 'birthday')
    throw fault('wrong_type', `"${field}" cannot be grouped by its value`);
  const missing = column.kind === 'number' ? column.missing : null;
  const read = (row: number): string | number | null => {
    if (column.kind === 'text') return column.read(row);
    const value = column.values[row]!;
    return value === missing ? null : value;
  };
  const numbered = new Map<string | number | null, number>();
  const values = new Uint32Array(source.rows);
  for (let row = 0; row < source.rows; row++) {
    const value = read(row);
    let group = numbered.get(value);
    if (group === undefined) numbered.set(value, (group = numbered.size));
    values[row] = group;
  }
  const known = [...numbered.keys()];
  const size = Math.max(1, known.length);
  const scale = column.kind === 'number' ? column.scale : 1;
  return {
    size,
    place: ({ block, cells }) => putCodes(block.codes(values), cells, block.length, size),
    keyOf: (group) => keyOfValue(known[group] ?? null, type, scale),
  };
}

function keyOfValue(value: string | number | null, type: string, scale: number): Key {
  if (value === null || typeof value === 'string') return value;
  if (type === 'boolean') return value === 1;
  if (type === 'day') return new Date(value * 86_400_000).toISOString().slice(0, 10);
  return type === 'instant' ? new Date(value).toISOString() : value / scale;
}
