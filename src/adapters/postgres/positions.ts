import { sql } from 'kysely';
import type { Id } from '../../contract/index.js';
import type { Run } from './database.js';
import type { Row } from './encoder.js';
import type { Sql } from './places.js';
import { every } from './segment.js';
import {
  inStretch,
  isNative,
  orderBy,
  orderWithin,
  placeColumns,
  placeOf,
  type Place,
  type Stretch,
} from './sort.js';
import { walk, type Ordered } from './walk.js';

export type Asked = Ordered;

/** So many ids before and behind a window are found with it. */
const BEFORE = 1000;
const BEHIND = 2000;
const LONGEST = 20_000;

/** Ids by position, as of one revision. */
export class Block {
  constructor(
    readonly revision: number,
    readonly from: number,
    readonly ids: readonly Id[],
    /** Where the last of them stands; null: there is none. */
    readonly last: Place | null,
    /** Nobody stands behind them. */
    readonly isEnd: boolean,
  ) {}

  get end(): number {
    return this.from + this.ids.length;
  }

  holds({ at, size }: { at: number; size: number }): boolean {
    return at >= this.from && (at + size <= this.end || this.isEnd);
  }

  slice({ at, size }: { at: number; size: number }): Id[] {
    return this.ids.slice(at - this.from, at - this.from + size);
  }
}

/**
 * A block that holds a window: the one that is known, lengthened, or a new one. Null when rows moved while it was made.
 * `count`: how many there are that also satisfy a condition.
 */
export async function fetchBlock(
  run: Run,
  asked: Asked,
  known: Block | null,
  window: { at: number; size: number },
  total: number,
  count: (more: readonly Sql[]) => Promise<number>,
): Promise<Block | null> {
  if (known?.holds(window)) return known;
  if (known?.last && window.at >= known.from && window.at <= known.end)
    return lengthened(run, asked, known, window);
  const from = Math.max(0, window.at - BEFORE);
  const size = window.at - from + window.size + BEHIND;
  const rows = isNative(asked.order)
    ? await jump(run, asked, from, Math.min(size, total - from), total)
    : await jumpBetween(run, asked, from, size, await count(inStretch(asked.order, 'present')));
  return blockOf(asked, rows, from, size, null);
}

async function lengthened(
  run: Run,
  asked: Asked,
  known: Block,
  { at, size }: { at: number; size: number },
): Promise<Block | null> {
  const narrow = { ...asked, columns: sql`c.id` };
  const wanted = at + size - known.end + BEHIND;
  const { rows, more } = await walk(run, narrow, known.last, wanted);
  const block = blockOf(asked, rows, known.end, more ? wanted : wanted + 1, known.revision);
  if (block?.revision !== known.revision) return null;
  const kept = known.ids.slice(Math.max(0, known.ids.length - LONGEST));
  return new Block(
    known.revision,
    known.end - kept.length,
    [...kept, ...block.ids],
    block.last ?? known.last,
    block.isEnd,
  );
}

function blockOf(
  asked: Asked,
  rows: Row[],
  from: number,
  size: number,
  revision: number | null,
): Block | null {
  const told = new Set(rows.map((row) => Number(row['revision'])));
  if (told.size > 1) return null;
  const last = rows.at(-1);
  return new Block(
    last ? Number(last['revision']) : (revision ?? -1),
    from,
    rows.map((row) => row['id'] as Id),
    last ? placeOf(asked.order, last) : null,
    rows.length < size,
  );
}

/** Rows at positions of an order that one index gives: read from the end that is nearer. */
async function jump(run: Run, asked: Asked, from: number, size: number, total: number): Promise<Row[]> {
  const fromEnd = total - from - size;
  const turned = fromEnd < from;
  const rows = await positions(run, asked, [], orderBy(asked.order, turned), turned ? fromEnd : from, size);
  return turned ? rows.reverse() : rows;
}

/** Rows at positions of an order that goes on with those who lack its first value, where an index would begin with them. */
async function jumpBetween(
  run: Run,
  asked: Asked,
  from: number,
  size: number,
  present: number,
): Promise<Row[]> {
  const part = (stretch: Stretch, offset: number, limit: number): Promise<Row[]> =>
    limit <= 0
      ? Promise.resolve([])
      : positions(
          run,
          asked,
          inStretch(asked.order, stretch),
          orderWithin(asked.order, stretch),
          offset,
          limit,
        );
  const first = await part('present', from, Math.min(size, present - from));
  const rest = await part('missing', Math.max(0, from - present), size - first.length);
  return [...first, ...rest];
}

function positions(
  run: Run,
  { from: table, conditions, order, revision }: Asked,
  more: readonly Sql[],
  ordered: Sql,
  offset: number,
  limit: number,
): Promise<Row[]> {
  const selected = sql.join([sql`c.id`, ...placeColumns(order), revision]);
  return run(
    sql<Row>`select ${selected} from ${table} where ${every([...conditions, ...more])} order by ${ordered} limit ${limit} offset ${offset}`,
  );
}
