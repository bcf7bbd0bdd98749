import type { NumberKeys, RankKeys } from './columns.js';

/*
 * Orders of many rows by counting, least significant key first. Each pass is stable, so the order that goes in decides where
 * keys are alike. A pass over a million rows takes a few milliseconds; between passes the work can rest.
 */

const RADIX = 65_536;

/** One stable pass by `keys[row]`, which is below `size`; false when all keys are alike, and nothing was written. */
function countingPass(
  from: Uint32Array,
  to: Uint32Array,
  keys: Uint32Array,
  shift: number,
  size: number,
): boolean {
  const mask = size === RADIX ? 0xffff : 0xffffffff;
  const counts = new Uint32Array(size + 1);
  // Counted in the order of rows, which is the order of memory.
  for (let row = 0; row < keys.length; row++) counts[((keys[row]! >>> shift) & mask) + 1]!++;
  if (counts[((keys[0]! >>> shift) & mask) + 1] === keys.length) return false;
  for (let i = 0; i < size; i++) counts[i + 1]! += counts[i]!;
  for (let i = 0; i < from.length; i++) {
    const row = from[i]!;
    to[counts[(keys[row]! >>> shift) & mask]!++] = row;
  }
  return true;
}

/** Whole numbers below `size` for every row, in the wanted direction, missing last. */
interface Words {
  keys: Uint32Array;
  size: number;
}

/** The words by which a column orders, the least significant first. */
function* wordsOf(column: NumberKeys | RankKeys, rows: number): Generator<Words> {
  if (column.kind === 'rank') {
    const { codes, ranks, top, sign } = column;
    const places = Uint32Array.from(ranks, (rank) => (rank === 0 ? top : sign === 1 ? rank - 1 : top - rank));
    const keys = new Uint32Array(rows);
    for (let row = 0; row < rows; row++) keys[row] = places[codes[row]!]!;
    yield { keys, size: top + 1 };
    return;
  }
  const { values, missing, floor, sign } = column;
  let least = Infinity;
  let greatest = -Infinity;
  let whole = true;
  for (let row = 0; row < rows; row++) {
    const value = values[row]!;
    if (value === missing || value < floor) continue;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
    if (whole && value % 1 !== 0) whole = false;
  }
  if (least === Infinity) return;
  const range = greatest - least + 1;
  if (whole && range < 4_294_967_295) {
    const keys = new Uint32Array(rows);
    for (let row = 0; row < rows; row++) {
      const value = values[row]!;
      keys[row] = value === missing || value < floor ? range : sign === 1 ? value - least : greatest - value;
    }
    yield { keys, size: range + 1 };
    return;
  }
  yield* wideWords(values, missing, sign, rows);
}

/** Any double as two words that order as the double does. */
function* wideWords(
  values: ArrayLike<number>,
  missing: number,
  sign: 1 | -1,
  rows: number,
): Generator<Words> {
  const low = new Uint32Array(rows);
  const high = new Uint32Array(rows);
  const double = new Float64Array(1);
  const words = new Uint32Array(double.buffer);
  for (let row = 0; row < rows; row++) {
    const value = values[row]!;
    if (value === missing) {
      low[row] = high[row] = 0xffffffff;
      continue;
    }
    double[0] = value * sign + 0;
    const flip = words[1]! >>> 31 === 1 ? 0xffffffff : 0;
    low[row] = words[0]! ^ flip;
    high[row] = words[1]! ^ (flip || 0x80000000);
  }
  yield { keys: low, size: 4_294_967_296 };
  yield { keys: high, size: 4_294_967_296 };
}

/** Stable, by whole numbers below `size`, one for each row. `start` is written over. */
export function* countingSort(
  start: Uint32Array,
  keys: Uint32Array,
  size: number,
): Generator<void, Uint32Array> {
  if (size > RADIX * 4) return yield* wordsPass(start, keys);
  const to = new Uint32Array(start.length);
  const isMoved = countingPass(start, to, keys, 0, size);
  yield;
  return isMoved ? to : start;
}

/** Two stable passes by words of 32 bits, one for each row. `start` is written over. */
export function* wordsPass(start: Uint32Array, keys: Uint32Array): Generator<void, Uint32Array> {
  let from = start;
  let to = new Uint32Array(start.length) as Uint32Array;
  for (const shift of [0, 16]) {
    if (countingPass(from, to, keys, shift, RADIX)) [from, to] = [to, from];
    yield;
  }
  return from;
}

/** The rows of `start` ordered by a column of numbers or ranks; pauses (yields) after each pass. `start` is written over. */
export function* radixOrder(
  start: Uint32Array,
  column: NumberKeys | RankKeys,
  rows: number,
): Generator<void, Uint32Array> {
  let order = start;
  for (const { keys, size } of wordsOf(column, rows)) {
    yield;
    order = yield* countingSort(order, keys, size);
  }
  return order;
}
