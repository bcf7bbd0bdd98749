import type { FieldId } from '../../../contract/index.js';
import type { ResolvedSort } from '../../../segments/index.js';
import type { Base } from '../base.js';
import { Slice } from '../yield.js';
import { comparer, sortColumn, type Compare, type SortColumn } from './columns.js';
import { idOrder } from './id-order.js';
import { nameOrder } from './name-order.js';
import { radixOrder } from './radix.js';
import { textOrder } from './text-order.js';

/** So many orders are kept beside that of the ids. */
const KEPT = 3;
/** Texts of so many rows are not put in order while the page waits. */
const SLOW = 50_000;
/** More rows than this changed: the order is made again instead of mended. */
const MENDABLE = 200;

interface Order {
  keys: readonly ResolvedSort[];
  rows: Uint32Array;
  /** Rows whose values changed since. */
  dirty: Set<number>;
}

interface Making {
  steps: Generator<void, Uint32Array>;
  slice: Slice;
  done: Promise<void>;
}

/** Orders of all rows (removed ones too), made when they are first needed, mended after writes, and kept while they are used. */
export class Orders {
  readonly #base: Base;
  readonly #kept = new Map<string, Order>();
  /** Made between other things; left when somebody cannot wait. */
  readonly #under = new Map<string, Making>();

  constructor(base: Base) {
    this.#base = base;
  }

  /** Bytes held. */
  get bytes(): number {
    let sum = 0;
    for (const { rows } of this.#kept.values()) sum += rows.byteLength;
    return sum;
  }

  columns(keys: readonly ResolvedSort[]): SortColumn[] {
    const { clients } = this.#base;
    return keys.flatMap((key) => sortColumn(key, (field) => clients.column(field)) ?? []);
  }

  compare(keys: readonly ResolvedSort[]): Compare {
    return comparer(this.columns(keys), this.#base.clients.ids);
  }

  /** True when `get` answers without making anything. */
  has(keys: readonly ResolvedSort[]): boolean {
    const kept = this.#kept.get(nameOf(keys));
    return kept !== undefined && !this.#isStale(kept);
  }

  /** All rows in order, now. */
  get(keys: readonly ResolvedSort[]): Uint32Array {
    const name = nameOf(keys);
    let kept = this.#kept.get(name);
    if (kept && this.#isStale(kept)) kept = undefined;
    if (kept) {
      if (kept.dirty.size > 0 || kept.rows.length !== this.#base.rows) this.#mend(kept);
    } else {
      const making = this.#under.get(name)?.steps ?? this.#make(keys);
      this.#under.delete(name);
      let step = making.next();
      while (!step.done) step = making.next();
      kept = { keys, rows: step.value, dirty: new Set() };
    }
    this.#keep(name, kept);
    return kept.rows;
  }

  /** Makes the order between other things, unless it is there; resolves when it is. `isIdle`: nobody waits for it. */
  async prepare(keys: readonly ResolvedSort[], isIdle = false): Promise<void> {
    if (this.has(keys)) return;
    const name = nameOf(keys);
    let under = this.#under.get(name);
    if (under) under.slice.isIdle &&= isIdle;
    else {
      under = { steps: this.#make(keys), slice: new Slice(isIdle), done: Promise.resolve() };
      this.#under.set(name, under);
      under.done = this.#finish(name, keys, under);
    }
    await under.done;
  }

  /** True when the order takes long enough to be waited for: sort keys of texts must be worked out row by row. */
  isSlow(keys: readonly ResolvedSort[]): boolean {
    const { rows, clients } = this.#base;
    if (rows <= SLOW || this.has(keys)) return false;
    if (keys.length === 0) return !clients.ids.ascending && !clients.ids.isPacked;
    return this.columns(keys).some(({ kind }) => kind === 'text');
  }

  /** Says which rows changed, and in which fields (null: any). */
  touch(rows: readonly number[], fields: ReadonlySet<FieldId> | null): void {
    this.#under.clear();
    for (const kept of this.#kept.values()) {
      if (fields && !kept.keys.some((key) => fieldsOf(key).some((field) => fields.has(field)))) continue;
      if (kept.dirty.size <= MENDABLE) for (const row of rows) kept.dirty.add(row);
    }
  }

  clear(): void {
    this.#under.clear();
    this.#kept.clear();
  }

  #isStale({ rows, dirty }: Order): boolean {
    return dirty.size > MENDABLE || this.#base.rows - rows.length > MENDABLE;
  }

  #keep(name: string, order: Order): void {
    this.#kept.delete(name);
    this.#kept.set(name, order);
    const names = [...this.#kept.keys()].filter((key) => key !== '');
    if (names.length > KEPT) this.#kept.delete(names[0]!);
  }

  *#make(keys: readonly ResolvedSort[]): Generator<void, Uint32Array> {
    const { clients } = this.#base;
    const { rows } = clients;
    if (keys.length === 0) return yield* idOrder(clients.ids);
    if (!this.has([])) {
      const ids = yield* idOrder(clients.ids);
      this.#keep('', { keys: [], rows: ids, dirty: new Set() });
    }
    let order = Uint32Array.from(this.get([]));
    const columns = this.columns(keys);
    for (const column of columns.reverse()) {
      order = (yield* orderBy(order, column, rows)) as Uint32Array<ArrayBuffer>;
    }
    return order;
  }

  async #finish(name: string, keys: readonly ResolvedSort[], under: Making): Promise<void> {
    await under.slice.rest();
    while (this.#under.get(name) === under) {
      const step = under.steps.next();
      if (step.done) {
        this.#under.delete(name);
        this.#keep(name, { keys, rows: step.value, dirty: new Set() });
      } else if (under.slice.isOver) await under.slice.rest();
    }
  }

  /** Takes the changed rows out and puts them, and those that are new, where they belong now. */
  #mend(order: Order): void {
    const { rows } = this.#base;
    const compare = this.compare(order.keys);
    const moved = new Set(order.dirty);
    for (let row = order.rows.length; row < rows; row++) moved.add(row);
    const marks = new Uint8Array(rows);
    for (const row of moved) marks[row] = 1;
    const rest = order.rows.filter((row) => marks[row] === 0);
    const places = [...moved].map((row) => ({ row, at: placeOf(rest, row, compare) }));
    places.sort((a, b) => a.at - b.at || compare(a.row, b.row));
    const mended = new Uint32Array(rows);
    let from = 0;
    let to = 0;
    for (const { row, at } of places) {
      mended.set(rest.subarray(from, at), to);
      to += at - from;
      from = at;
      mended[to++] = row;
    }
    mended.set(rest.subarray(from), to);
    order.rows = mended;
    order.dirty.clear();
  }
}

function orderBy(order: Uint32Array, column: SortColumn, rows: number): Generator<void, Uint32Array> {
  if (column.kind === 'text') return textOrder(order, column, rows);
  return column.kind === 'name' ? nameOrder(order, column, rows) : radixOrder(order, column, rows);
}

/** Where a row belongs among rows in order. */
export function placeOf(order: Uint32Array, row: number, compare: Compare): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(order[middle]!, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function fieldsOf({ by }: ResolvedSort): readonly FieldId[] {
  return by.kind === 'text' ? by.fields : [by.field];
}

function nameOf(keys: readonly ResolvedSort[]): string {
  // Places in a list change when the list does.
  const placesOf = ({ by }: ResolvedSort) => (by.kind === 'rank' ? [...by.ranks.keys()].join(' ') : '');
  return keys.map((key) => `${key.field} ${key.descending} ${placesOf(key)}`).join(',');
}
