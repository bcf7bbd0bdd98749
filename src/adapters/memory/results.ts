import type { Now } from '../../contract/index.js';
import { countBits, hasBit, type Bits, type ResolvedSort } from '../../segments/index.js';
import type { Base } from './base.js';
import type { Orders } from './sort/orders.js';
import { sortedRows, topRows } from './sort/top.js';

/** Sets of so many rows or fewer are put in order by themselves, without an order of all rows. */
const SMALL = 4000;
/** The first window is found by a scan; it answers at once while the whole order is made. */
const HEAD = 200;
/** Positions of an order that share one count. */
const BLOCK = 512;

/** Rows by position: the rows of a set in an order, as of one revision. */
export class Result {
  readonly count: number;
  /** Null: all rows. */
  readonly bits: Bits | null;
  readonly keys: readonly ResolvedSort[];
  readonly #base: Base;
  readonly #orders: Orders;
  #list: Uint32Array | null = null;
  #isWhole = false;
  /** How many rows of the set stand before each block of the order. */
  #before: Uint32Array | null = null;
  #order: Uint32Array | null = null;

  constructor(base: Base, orders: Orders, bits: Bits | null, keys: readonly ResolvedSort[], count?: number) {
    this.#base = base;
    this.#orders = orders;
    this.bits = bits;
    this.keys = keys;
    this.count = count ?? (bits ? countBits(bits) : base.rows);
  }

  /** Resolves when `rows` answers without keeping the page; nothing when it does already. */
  ready(): Now<void> {
    const isSmall = this.bits !== null && this.count <= SMALL;
    return !isSmall && this.#orders.isSlow(this.keys) ? this.#orders.prepare(this.keys) : undefined;
  }

  /** The rows at positions `at … at + size`, fewer at the end. */
  rows(at: number, size: number): Uint32Array {
    const end = Math.min(at + size, this.count);
    if (at >= end) return new Uint32Array(0);
    const list = this.#head(end);
    return list ? list.slice(at, end) : this.#walk(at, end - at);
  }

  /** All rows in order. */
  all(): Uint32Array {
    return this.rows(0, this.count);
  }

  /** The rows up to `end` as a list, where that is cheaper than the whole order; null: ask the order. */
  #head(end: number): Uint32Array | null {
    if (this.#list && (this.#isWhole || this.#list.length >= end)) return this.#list;
    if (this.#order || this.#orders.has(this.keys)) return null;
    const { rows, clients } = this.#base;
    if (this.bits && this.count <= SMALL) {
      this.#list = sortedRows(this.bits, this.#orders.compare(this.keys));
      this.#isWhole = true;
      return this.#list;
    }
    if (end > HEAD * 5) return null;
    const size = Math.min(this.count, Math.max(HEAD, end));
    this.#list = topRows(this.#orders.columns(this.keys), rows, this.bits, size, clients.ids);
    if (this.#list) void this.#orders.prepare(this.keys);
    return this.#list;
  }

  #walk(at: number, size: number): Uint32Array {
    const order = (this.#order ??= this.#orders.get(this.keys));
    if (!this.bits) return order.slice(at, at + size);
    const { bits } = this;
    if (!this.#before && at === 0 && size * 40 < this.count) return first(order, bits, size);
    const before = (this.#before ??= countBlocks(order, bits));
    let block = blockOf(before, at);
    let skip = at - before[block]!;
    const found = new Uint32Array(size);
    let filled = 0;
    for (block *= BLOCK; filled < size; block++) {
      const row = order[block]!;
      if (hasBit(bits, row) && skip-- <= 0) found[filled++] = row;
    }
    return found;
  }
}

/** The first rows of a set that has its share of every part of the order. */
function first(order: Uint32Array, bits: Bits, size: number): Uint32Array {
  const found = new Uint32Array(size);
  for (let filled = 0, i = 0; filled < size; i++) if (hasBit(bits, order[i]!)) found[filled++] = order[i]!;
  return found;
}

function countBlocks(order: Uint32Array, bits: Bits): Uint32Array {
  const before = new Uint32Array(Math.ceil(order.length / BLOCK));
  let count = 0;
  for (let block = 0, i = 0; block < before.length; block++) {
    before[block] = count;
    for (const end = Math.min(i + BLOCK, order.length); i < end; i++) {
      const row = order[i]!;
      count += (bits[row >> 5]! >>> (row & 31)) & 1;
    }
  }
  return before;
}

/** The last block that begins at or before a position. */
function blockOf(before: Uint32Array, at: number): number {
  let low = 0;
  let high = before.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (before[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
