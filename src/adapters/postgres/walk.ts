import { sql } from 'kysely';
import type { Run } from './database.js';
import { LONGEST_KEY, type Row } from './encoder.js';
import type { Sql } from './places.js';
import { every } from './segment.js';
import {
  behind,
  inStretch,
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
  conditions: readonly Sql[];
  order: Order;
  columns: Sql;
  /** Selected beside the rows, as `revision`. */
  revision: Sql;
}

export interface Walked {
  rows: Row[];
  /** There are rows behind the last one. */
  more: boolean;
  /** As of which these rows were read; null: there was none to tell it. */
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
  if (rows.length <= size && hasSecond) {
    last = await stretch(run, asked, 'missing', null, size + 1 - rows.length);
    rows.push(...last);
  }
  const told = new Set(rows.map((row) => row['revision']));
  return {
    rows: rows.slice(0, size),
    more: rows.length > size,
    // Two statements that saw two revisions fit no known one: −1 makes the caller look again.
    revision: told.size === 0 ? null : told.size === 1 ? Number(rows[0]!['revision']) : -1,
  };
}

function stretch(
  run: Run,
  { from, conditions, order, columns, revision }: Ordered,
  within: Stretch,
  place: Place | null,
  limit: number,
): Promise<Row[]> {
  const where = [...conditions, ...inStretch(order, within), ...(place ? [behind(order, place)] : [])];
  const selected = sql.join([columns, ...placeColumns(order), revision]);
  return run(
    sql<Row>`select ${selected} from ${from} where ${every(where)} order by ${orderWithin(order, within)} limit ${limit}`,
  );
}

/** A place whose key was too long for its cursor gets it back from its row, if that still stands there. */
async function restored(run: Run, { from, conditions, order }: Ordered, place: Place): Promise<Place> {
  const isCut = order.terms.some(({ long }, i) => {
    const value = place.values[i];
    return long === true && typeof value === 'string' && value.length >= LONGEST_KEY;
  });
  if (!isCut) return place;
  const [tenant] = conditions;
  const [row] = await run(
    sql<Row>`select ${order.id} as id, ${sql.join(placeColumns(order))} from ${from} where ${every([tenant!, sql`${order.id} = ${place.id}`])}`,
  );
  if (!row) return place;
  const now = placeOf(order, row);
  const stands = now.values.every((value, i) => order.terms[i]!.long === true || value === place.values[i]);
  return stands ? now : place;
}
