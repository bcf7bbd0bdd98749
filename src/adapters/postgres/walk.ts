import { sql } from 'kysely';
import type { Id } from '../../contract/index.js';
import { KEPT, type Run } from './database.js';
import { LONGEST_KEY, type Row } from './encoder.js';
import type { Sql } from './places.js';
import { every } from './segment.js';
import {
  behind,
  inStretch,
  isNative,
  orderWithin,
  placeColumns,
  placeOf,
  stretchOf,
  type Order,
  type Place,
  type Stretch,
} from './sort.js';

/** Whose rows are walked over, in which order. */
export interface Ordered {
  from: Sql;
  /** What with an id names a row. */
  scope: readonly Sql[];
  /** The scope, and all else that a row must be. */
  conditions: readonly Sql[];
  order: Order;
  columns: Sql;
  /** Selected beside the rows, as `revision`. */
  revision: Sql;
  /** No value decides what the best plan is. */
  isFixed?: boolean;
  /** Few rows satisfy the conditions, and an index knows them: they are found first, and put in order after. */
  areFew?: boolean;
  /** So many there are in all; absent: it is not known. */
  most?: number;
}

const NOTHING = sql``;

export interface Walked {
  rows: Row[];
  /** There are rows behind the last one. */
  more: boolean;
  /** As of which these rows were read; null: there was none to tell it; −1: as of several. */
  revision: number | null;
}

/**
 * The next rows behind a place (null: from the beginning). A place holds what it was made of, so a row that did not change is neither
 * skipped nor repeated, whatever became of the others.
 */
export async function walk(run: Run, asked: Ordered, place: Place | null, size: number): Promise<Walked> {
  const from = place && (await restored(run, asked, place));
  const first = stretchOf(asked.order, from);
  const rows = await stretch(run, asked, first, from, size + 1);
  const hasSecond = first === 'present' && asked.order.terms.length > 0;
  let last = rows;
  if (rows.length <= size && hasSecond && rows.length < (asked.most ?? Infinity)) {
    last = await stretch(run, asked, 'missing', null, size + 1 - rows.length);
    rows.push(...last);
  }
  const told = new Set(rows.map((row) => row['revision']));
  return {
    rows: rows.slice(0, size),
    more: rows.length > size,
    revision: told.size === 0 ? null : told.size === 1 ? Number(rows[0]!['revision']) : -1,
  };
}

async function stretch(
  run: Run,
  asked: Ordered,
  part: Stretch,
  place: Place | null,
  limit: number,
): Promise<Row[]> {
  const { from, conditions, order, columns, revision } = asked;
  const within = [...inStretch(order, part), ...(place ? [behind(order, place)] : [])];
  // OFFSET keeps the planner from walking along the order in search of the few.
  const rowsOf = asked.areFew
    ? sql`(select c.* from ${from} where ${every(conditions)} offset 0) c where ${every(within)}`
    : sql`${from} where ${every([...conditions, ...within])}`;
  const isPlain = isNative(order);
  const selected = sql.join([isPlain ? columns : sql`${order.id} as id`, ...placeColumns(order), revision]);
  const rows = await run(
    sql<Row>`${asked.isFixed ? KEPT : NOTHING}select ${selected} from ${rowsOf} order by ${orderWithin(order, part)} limit ${sql.lit(limit)}`,
  );
  // What has to be sorted is sorted without its values, in the index alone where there is one.
  return isPlain ? rows : widened(run, asked, rows);
}

/** Rows with their values, in the order of `narrow`, which tells ids and places; one that went in between is left out. */
export async function widened(
  run: Run,
  { from, scope, order, columns, revision }: Ordered,
  narrow: readonly Row[],
): Promise<Row[]> {
  if (narrow.length === 0) return [];
  const ids = narrow.map((row) => row['id'] as Id);
  const rows = await run(
    sql<Row>`select ${columns}, ${revision} from ${from} where ${every([...scope, sql`${order.id} = any(${ids}::text[])`])}`,
  );
  const byId = new Map(rows.map((row) => [row['id'] as Id, row]));
  return narrow.flatMap((placed) => {
    const row = byId.get(placed['id'] as Id);
    return row ? [{ ...placed, ...row, revision: sameOr(placed['revision'], row['revision']) }] : [];
  });
}

/** The revision that both were read under; −1 when something was written in between, which fits no known one. */
function sameOr(a: unknown, b: unknown): number {
  return Number(a) === Number(b) ? Number(a) : -1;
}

/** A place whose key was too long for its cursor gets it back from its row, if that still stands there. */
async function restored(run: Run, { from, scope, order }: Ordered, place: Place): Promise<Place> {
  const isCut = order.terms.some(({ long }, i) => {
    const value = place.values[i];
    return long === true && typeof value === 'string' && value.length >= LONGEST_KEY;
  });
  if (!isCut) return place;
  const [row] = await run(
    sql<Row>`select ${order.id} as id, ${sql.join(placeColumns(order))} from ${from} where ${every([...scope, sql`${order.id} = ${place.id}`])}`,
  );
  if (!row) return place;
  const now = placeOf(order, row);
  const stands = now.values.every((value, i) => order.terms[i]!.long === true || value === place.values[i]);
  return stands ? now : place;
}
