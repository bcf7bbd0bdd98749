import { sql } from 'kysely';
import { invalid, type Aggregate, type Field } from '../../contract/index.js';
import { dayInZone, dayNumber, dayOf, startOfDay } from '../../time/index.js';
import type { Base } from './base.js';
import type { Run } from './database.js';
import type { Sql } from './places.js';
import { every } from './segment.js';
import { isNumberType } from './values.js';

export type Key = string | number | boolean | null;

/** One way of grouping: what a row gives, and the key that it stands for. */
export interface Grouping {
  value: Sql;
  keyOf(value: number | string | null): Key;
  /** Where the value comes from, when a row has several. */
  from?: Sql;
  /** Rows that are in no group are left out. */
  within?: Sql[];
}

type By = Omit<NonNullable<Aggregate['by']>[number], 'field'> & {
  field: Field;
  /** Of its own among the groupings. */
  name: string;
};

/** Past so many days between the first and the last instant they are not told apart. */
const MOST_DAYS = 200_000;

const two = (number: number) => String(number).padStart(2, '0');
const monthDayKey = (slot: number): Key => `${two(slot >> 5)}-${two(slot & 31)}`;

function wrongType(message: string): Error {
  return invalid([{ path: ['by'], code: 'wrong_type', message }], 'aggregate');
}

/** @throws ClienteleError `invalid` when the field cannot be grouped so */
export async function groupingOf(by: By, base: Base, where: readonly Sql[], run: Run): Promise<Grouping> {
  if (by.part) return partGrouping(by, base, where, run);
  if (by.breaks) return breakGrouping(by, base, by.breaks);
  return valueGrouping(by, base);
}

function valueGrouping({ field, name }: By, { places }: Base): Grouping {
  if (field.type === 'choices') {
    const options = sql.id(name);
    return {
      value: sql`${options}.option`,
      from: sql`cross join lateral ${places.options(field)} as ${options}(option)`,
      keyOf: (value) => value,
    };
  }
  if (field.type === 'choice') return { value: places.code(field), keyOf: (value) => value };
  if (!isNumberType(field.type)) return { value: places.raw(field), keyOf: (value) => value };
  const { value } = places.number(field);
  const keyOf = (number: number): Key => {
    if (field.type === 'boolean') return number === 1;
    if (field.type === 'day') return dayOf(number);
    if (field.type === 'instant') return new Date(number).toISOString();
    return field.type === 'birthday' ? null : number;
  };
  return { value, keyOf: (number) => (number === null ? null : keyOf(Number(number))) };
}

/** Group `i` is from break `i` up to the next; below the first a row is in none. */
function breakGrouping(
  { field }: By,
  { places, setup }: Base,
  breaks: readonly (number | string)[],
): Grouping {
  if (!isNumberType(field.type) || field.type === 'birthday')
    throw wrongType('breaks are for numbers and dates');
  const { timeZone } = setup.settings;
  const bounds = breaks.map((bound) => {
    if (field.type === 'instant')
      return startOfDay(typeof bound === 'number' ? dayOf(bound) : bound, timeZone);
    return typeof bound === 'number' ? bound : dayNumber(bound);
  });
  const value = sql`width_bucket(${places.number(field).value}::float8, ${bounds}::float8[])`;
  return {
    value,
    within: [sql`${value} is distinct from 0`],
    keyOf: (bucket) => (bucket === null ? null : Number(bucket) - 1),
  };
}

async function partGrouping(
  { field, part }: By,
  base: Base,
  where: readonly Sql[],
  run: Run,
): Promise<Grouping> {
  const isMonth = part === 'month';
  if (!['birthday', 'day', 'instant'].includes(field.type)) throw wrongType('not a date');
  const { value } = base.places.number(field);
  if (field.type === 'birthday') {
    if (!isMonth)
      return {
        value: sql`(${value} & 511)`,
        keyOf: (slot) => (slot === null ? null : monthDayKey(Number(slot))),
      };
    return {
      value: sql`(case when ${value} >= 512 then ${value} >> 5 end)`,
      keyOf: (month) =>
        month === null ? null : `${String(Number(month) >> 4).padStart(4, '0')}-${two(Number(month) & 15)}`,
    };
  }
  const keyOf = (day: string): Key => (isMonth ? day.slice(0, 7) : day.slice(5));
  if (field.type === 'day')
    return { value, keyOf: (day) => (day === null ? null : keyOf(dayOf(Number(day)))) };
  const { first, starts } = await daysBetween(base, value, where, run);
  return {
    value: sql`width_bucket(${value}, ${starts}::float8[])`,
    keyOf: (bucket) => (bucket === null ? null : keyOf(dayOf(first + Number(bucket) - 1))),
  };
}

/** When each day of the base's zone begins, from the first instant to the last: the zones are ours, not the database's. */
async function daysBetween(
  { database, setup }: Base,
  value: Sql,
  where: readonly Sql[],
  run: Run,
): Promise<{ first: number; starts: number[] }> {
  const [range] = await run(
    sql<{
      least: number | null;
      most: number | null;
    }>`select min(${value}) as least, max(${value}) as most from ${database.tables.clients} c where ${every(where)}`,
  );
  const { timeZone } = setup.settings;
  const first = dayNumber(dayInZone(range?.least ?? 0, timeZone));
  const last = dayNumber(dayInZone(range?.most ?? 0, timeZone));
  if (last - first > MOST_DAYS) throw wrongType(`more than ${MOST_DAYS} days`);
  const starts = Array.from({ length: last - first + 1 }, (_, i) => startOfDay(dayOf(first + i), timeZone));
  return { first, starts };
}
