import { createBits, hasBit, rowsOf, setBit, type Bits } from '../../../segments/index.js';
import { Block } from '../block.js';
import type { Ids } from '../ids.js';
import { comparer, type Compare, type NumberKeys, type RankKeys, type SortColumn } from './columns.js';

const SAMPLE = 2048;

type Scannable = Exclude<SortColumn, { kind: 'text' }>;

/** What a scan compares: smaller is earlier where it differs; NaN: the row has no value. */
function numberOf(column: Scannable): (row: number) => number {
  const { sign } = column;
  switch (column.kind) {
    case 'number': {
      const { values, missing, floor } = column;
      return (row) => (values[row] === missing || values[row]! < floor ? NaN : values[row]! * sign);
    }
    case 'rank': {
      const { codes, ranks } = column;
      return (row) => {
        const rank = ranks[codes[row]!]!;
        return rank === 0 ? NaN : rank * sign;
      };
    }
    case 'name': {
      const { ranks } = column;
      return (row) => {
        const rank = ranks.first(row);
        return rank === 0 && ranks.isMissing(row) ? NaN : rank * sign;
      };
    }
  }
}

/**
 * The first `k` rows of an order without making the order: one scan that keeps the best so far. `among` null: of all rows. A first key of
 * texts cannot be scanned so; then null.
 */
export function topRows(
  columns: readonly SortColumn[],
  rows: number,
  among: Bits | null,
  k: number,
  ids: Ids,
): Uint32Array | null {
  const [first, ...rest] = columns;
  if (!first) return firstIds(rows, among, k, ids);
  if (first.kind === 'text') return null;
  const compare = comparer(columns, ids);
  const found = scan(first, rows, among, k, compare);
  if (found.length === k) return found;
  const missing = topRows(rest, rows, missingRows(first, rows, among), k - found.length, ids);
  if (!missing) return null;
  const all = new Uint32Array(found.length + missing.length);
  all.set(found);
  all.set(missing, found.length);
  return all;
}

/** By ids alone: the first rows when they stand so, else by the first bytes of each. */
function firstIds(rows: number, among: Bits | null, k: number, ids: Ids): Uint32Array {
  const block = new Block();
  if (!ids.ascending) {
    const shared = ids.shared();
    const key = (row: number) => ids.word(row, shared);
    const best = new Best(k, key, (a, b) => ids.compare(a, b));
    sample(best, key, rows, among, k);
    for (let row = 0; row < rows;) {
      row = block.take(among, row, rows);
      scanKeys(best, block, key);
    }
    return best.rows();
  }
  const found: number[] = [];
  for (let row = 0; row < rows && found.length < k;) {
    row = block.take(among, row, rows);
    for (let i = 0; i < block.length && found.length < k; i++) found.push(block.row(i));
  }
  return Uint32Array.from(found);
}

/** Keeps the best rows of a scan; what is worse than the k-th so far is passed by with one comparison. */
class Best {
  /** Greater keys are out; Infinity while there are fewer than k. */
  threshold = Infinity;
  #worst = -1;
  #count = 0;
  readonly #buffer: Uint32Array;
  readonly #k: number;
  readonly #key: (row: number) => number;
  readonly #compare: Compare;

  constructor(k: number, key: (row: number) => number, compare: Compare) {
    this.#k = k;
    this.#key = key;
    this.#compare = compare;
    this.#buffer = new Uint32Array(k * 4);
  }

  add(row: number, key: number): void {
    if (key === this.threshold && this.#worst !== -1 && this.#compare(row, this.#worst) >= 0) return;
    this.#buffer[this.#count++] = row;
    if (this.#count === this.#buffer.length) this.#cut();
  }

  rows(): Uint32Array {
    this.#cut();
    return this.#buffer.slice(0, this.#count);
  }

  #cut(): void {
    this.#buffer.subarray(0, this.#count).sort(this.#compare);
    if (this.#count < this.#k) return;
    this.#count = this.#k;
    this.#worst = this.#buffer[this.#k - 1]!;
    this.threshold = this.#key(this.#worst);
  }
}

function scan(column: Scannable, rows: number, among: Bits | null, k: number, compare: Compare): Uint32Array {
  const key = numberOf(column);
  const best = new Best(k, key, compare);
  sample(best, key, rows, among, k);
  const block = new Block();
  for (let row = 0; row < rows;) {
    row = block.take(among, row, rows);
    if (column.kind === 'number') scanValues(best, block, block.fetch(column.values), column);
    else if (column.kind === 'rank') scanRanks(best, block, block.codes(column.codes), column);
    else scanKeys(best, block, key);
  }
  return best.rows();
}

/** Sets a first threshold from rows here and there, so that values in rising or falling order do not each become the best so far. */
function sample(best: Best, key: (row: number) => number, rows: number, among: Bits | null, k: number): void {
  if (rows < SAMPLE * 4) return;
  const step = Math.floor(rows / SAMPLE);
  const seen = new Float64Array(SAMPLE + step);
  let count = 0;
  for (let row = 0; row < rows && count < seen.length; row += step) {
    const value = key(row);
    if (value === value && (!among || hasBit(among, row))) seen[count++] = value;
  }
  if (count >= k) best.threshold = seen.subarray(0, count).sort()[k - 1]!;
}

function scanValues(
  best: Best,
  block: Block,
  values: Float64Array,
  { missing, floor, sign }: NumberKeys,
): void {
  let { threshold } = best;
  for (let i = 0; i < block.length; i++) {
    const value = values[i]!;
    if (value * sign > threshold || value === missing || value < floor) continue;
    best.add(block.row(i), value * sign);
    ({ threshold } = best);
  }
}

function scanRanks(best: Best, block: Block, codes: Uint32Array, { ranks, sign }: RankKeys): void {
  let { threshold } = best;
  for (let i = 0; i < block.length; i++) {
    const rank = ranks[codes[i]!]!;
    if (rank * sign > threshold || rank === 0) continue;
    best.add(block.row(i), rank * sign);
    ({ threshold } = best);
  }
}

function scanKeys(best: Best, block: Block, key: (row: number) => number): void {
  for (let i = 0; i < block.length; i++) {
    const row = block.row(i);
    const value = key(row);
    if (value <= best.threshold) best.add(row, value);
  }
}

function missingRows(column: Scannable, rows: number, among: Bits | null): Bits {
  const bits = createBits(rows);
  const key = numberOf(column);
  for (let row = 0; row < rows; row++)
    if ((!among || hasBit(among, row)) && Number.isNaN(key(row))) setBit(bits, row);
  return bits;
}

/** All rows of a small set, in order. */
export function sortedRows(bits: Bits, compare: Compare): Uint32Array {
  return rowsOf(bits).sort(compare);
}
