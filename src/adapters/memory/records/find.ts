import {
  invalid,
  type Client,
  type ClientRecord,
  type Context,
  type Page,
  type RecordQuery,
} from '../../../contract/index.js';
import { fieldsById } from '../../../engine/index.js';
import {
  checkSort,
  compareValues,
  evaluate,
  hasBit,
  readSegment,
  resolveSort,
  sortValue,
  type Bits,
} from '../../../segments/index.js';
import type { Base } from '../base.js';
import { isWithin } from '../select.js';
import type { RecordTable } from './table.js';

/** Questions whose answers are kept in order, for the windows that follow. */
const KEPT = 8;

interface Placed {
  readonly row: number;
  readonly id: string;
  readonly values: (number | string | null)[];
}
type Compare = (a: Omit<Placed, 'row'>, b: Omit<Placed, 'row'>) => number;

/** Its id is made when it decides: few rows tie. */
class LazyPlaced implements Placed {
  #id: string | undefined;

  constructor(
    readonly row: number,
    readonly values: (number | string | null)[],
    readonly ids: { at(row: number): string },
  ) {}

  get id(): string {
    return (this.#id ??= this.ids.at(this.row));
  }
}

interface Answer {
  placed: Placed[];
  compare: Compare;
  /** As of which state of the table and the base it holds. */
  stamp: string;
}

/** Finds and sorts records. Whoever scrolls asks the same again with another window: the order is made once for all of them. */
export class RecordFinder {
  readonly #base: Base;
  readonly #kept = new Map<string, Answer>();

  constructor(base: Base) {
    this.#base = base;
  }

  find(table: RecordTable, query: RecordQuery, context: Context): Page<ClientRecord> {
    const { record, client, where, sort, window, today = this.#base.today } = query;
    const key = JSON.stringify([record, client, where, sort, today, context.tenant, context.branches]);
    let answer = this.#kept.get(key);
    if (answer?.stamp !== this.#stamp(table)) {
      const { placed, compare } = this.#sorted(table, this.#matching(table, query, context), query, context);
      answer = { placed, compare, stamp: this.#stamp(table) };
    }
    this.#kept.delete(key);
    this.#kept.set(key, answer);
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value!);
    return { ...pageOf(table, answer, window), today, revision: String(this.#base.revision) };
  }

  #stamp(table: RecordTable): string {
    return `${this.#base.revision} ${table.moves}`;
  }

  #matching(table: RecordTable, query: RecordQuery, context: Context): number[] {
    // A condition puts the rows in order, so it comes before they are named.
    const bits = query.where === undefined ? table.live : this.#conditionBits(table, query);
    const base = this.#base;
    if (query.client !== undefined) {
      const owner = base.rowOf(query.client);
      if (owner === -1 || !isWithin(base, owner, context)) return [];
      return table.rowsOf(owner).filter((row) => !bits || hasBit(bits, row));
    }
    const rows: number[] = [];
    for (let row = 0; row < table.rows; row++) {
      if ((!bits || hasBit(bits, row)) && isWithin(base, table.ownerOf(row), context)) rows.push(row);
    }
    return rows;
  }

  #conditionBits(table: RecordTable, { where, today = this.#base.today }: RecordQuery): Bits {
    const { settings, catalogue } = this.#base.setup;
    const fields = fieldsById(table.kind.fields);
    const document = { v: 1, where } as const;
    return evaluate(
      readSegment(document, { catalogue: { fields, records: catalogue.records }, settings, today }),
      table.source(),
    ).bits;
  }

  /** The newest first, unless asked otherwise; then by id. */
  #sorted(
    table: RecordTable,
    rows: number[],
    query: RecordQuery,
    context: Context,
  ): Pick<Answer, 'placed' | 'compare'> {
    const { settings } = this.#base.setup;
    const { lists } = this.#base.named(context);
    const catalogue = { fields: fieldsById(table.kind.fields) };
    const sort =
      query.sort && query.sort.length > 0 ? query.sort : [{ field: table.kind.date, dir: 'desc' as const }];
    const issues = checkSort(sort, catalogue);
    if (issues.length > 0) throw invalid(issues, 'records.find');
    const keys = resolveSort(sort, { catalogue, settings, lists });
    const compare: Compare = (a, b) => {
      for (const [i, { descending }] of keys.entries()) {
        const order = compareValues(a.values[i]!, b.values[i]!, descending);
        if (order !== 0) return order;
      }
      return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
    };
    const { ids } = table.table;
    // One object for all rows: it is read and done with.
    const held: Record<string, unknown> = {};
    const placed = rows.map((row): Placed => {
      for (const { field } of sort) held[field] = table.get(row, field);
      const values = keys.map(({ by }) => sortValue(held as unknown as Client, by));
      return new LazyPlaced(row, values, ids);
    });
    return { placed: placed.sort(compare), compare };
  }
}

function pageOf(
  table: RecordTable,
  { placed, compare }: Answer,
  window: RecordQuery['window'],
): Pick<Page<ClientRecord>, 'items' | 'at' | 'next' | 'total'> {
  const isWalk = 'after' in window;
  const from = isWalk ? startOf(placed, compare, window.after) : window.at;
  const to = Math.min(from + window.size, placed.length);
  const last = placed[to - 1];
  return {
    items: placed.slice(from, to).map(({ row }) => table.read(row)),
    at: isWalk ? null : from,
    next: isWalk && last && to < placed.length ? JSON.stringify([last.id, ...last.values]) : null,
    total: placed.length,
  };
}

/** The first place behind a cursor. */
function startOf(placed: readonly Placed[], compare: Compare, after: string | null): number {
  if (after === null) return 0;
  const cursor = cursorOf(after);
  let low = 0;
  let high = placed.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(placed[middle]!, cursor) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function cursorOf(text: string): Omit<Placed, 'row'> {
  try {
    const [id, ...values] = JSON.parse(text) as [string, ...(number | string | null)[]];
    if (typeof id === 'string') return { id, values };
  } catch {
    // Not one of ours: refused below.
  }
  const message = 'this is no cursor of this walk';
  throw invalid([{ path: ['window', 'after'], code: 'wrong_cursor', message }], 'records.find');
}
