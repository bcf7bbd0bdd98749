import { popcount } from './bits.js';

/*
 * The inner loops over records. A record is a bit of `words` and a place in `values`, both counted from `origin` on; those of row r are from
 * `starts[r]` up to `starts[r + 1]`. What a row comes to goes into `into` by its place in the block that `bits` says the rows of. Where it can be
 * had without asking record by record, it is: guesses about bits and short loops are what costs most.
 */

/** Sets the bits of a range. */
export function setRange(words: Int32Array, from: number, to: number): void {
  if (from >= to) return;
  const first = from >> 5;
  const last = (to - 1) >> 5;
  const head = -1 << (from & 31);
  const tail = -1 >>> (31 - ((to - 1) & 31));
  if (first === last) words[first]! |= head & tail;
  else {
    words[first]! |= head;
    words.fill(-1, first + 1, last);
    words[last]! |= tail;
  }
}

export function setRanges(
  words: Int32Array,
  origin: number,
  starts: Uint32Array,
  base: number,
  bits: Int32Array,
): void {
  for (let w = 0; w < bits.length; w++) {
    for (let rest = bits[w]!; rest !== 0; rest &= rest - 1) {
      const row = base + (w << 5) + 31 - Math.clz32(rest & -rest);
      setRange(words, starts[row]! - origin, starts[row + 1]! - origin);
    }
  }
}

/** How many bits are set before each word. */
export function rank(words: Int32Array, length: number, before: Int32Array): void {
  let count = 0;
  for (let w = 0; w <= length; w++) {
    before[w] = count;
    count += popcount(words[w]!);
  }
}

/** How many bits are set before a place. */
function rankAt(words: Int32Array, before: Int32Array, at: number): number {
  return before[at >> 5]! + popcount(words[at >> 5]! & ~(-1 << (at & 31)));
}

export function countRanges(
  words: Int32Array,
  before: Int32Array,
  origin: number,
  starts: Uint32Array,
  base: number,
  bits: Int32Array,
  into: Int32Array,
): void {
  for (let w = 0; w < bits.length; w++) {
    const word = bits[w]!;
    if (word === 0) continue;
    const first = w << 5;
    if (word === -1) {
      let from = rankAt(words, before, (starts[base + first]! - origin) | 0);
      for (let at = first; at < first + 32; at++) {
        const to = rankAt(words, before, (starts[base + at + 1]! - origin) | 0);
        into[at] = to - from;
        from = to;
      }
      continue;
    }
    for (let rest = word; rest !== 0; rest &= rest - 1) {
      const at = first + 31 - Math.clz32(rest & -rest);
      into[at] =
        rankAt(words, before, (starts[base + at + 1]! - origin) | 0) -
        rankAt(words, before, (starts[base + at]! - origin) | 0);
    }
  }
}

/** The sum of all chosen values before each place. */
export function addUp(words: Int32Array, length: number, values: Float64Array, sums: Float64Array): void {
  let sum = 0;
  for (let w = 0, i = 0; w < length; w++) {
    const word = words[w]!;
    for (let k = 0; k < 32; k++, i++) {
      sums[i] = sum;
      sum += values[i]! * ((word >>> k) & 1);
    }
  }
  sums[length << 5] = sum;
}

export function sumWholes(
  sums: Float64Array,
  origin: number,
  starts: Uint32Array,
  base: number,
  bits: Int32Array,
  into: Float64Array,
): void {
  for (let w = 0; w < bits.length; w++) {
    for (let rest = bits[w]!; rest !== 0; rest &= rest - 1) {
      const at = (w << 5) + 31 - Math.clz32(rest & -rest);
      into[at] = sums[(starts[base + at + 1]! - origin) | 0]! - sums[(starts[base + at]! - origin) | 0]!;
    }
  }
}

export function sumRanges(
  words: Int32Array,
  values: Float64Array,
  origin: number,
  starts: Uint32Array,
  base: number,
  bits: Int32Array,
  into: Float64Array,
): void {
  for (let w = 0; w < bits.length; w++) {
    for (let rest = bits[w]!; rest !== 0; rest &= rest - 1) {
      const at = (w << 5) + 31 - Math.clz32(rest & -rest);
      const to = (starts[base + at + 1]! - origin) | 0;
      let sum = 0;
      for (let i = (starts[base + at]! - origin) | 0; i < to; i++)
        if (((words[i >> 5]! >>> (i & 31)) & 1) === 1) sum += values[i]!;
      into[at] = sum;
    }
  }
}

/** Added to a value by whether it is chosen: what is no number is neither less nor greater than any. */
const VEIL = Float64Array.of(NaN, 0);

/** Makes NaN of values that are not chosen. */
export function veil(words: Int32Array, length: number, values: Float64Array): void {
  for (let w = 0, i = 0; w < length; w++) {
    const word = words[w]!;
    if (word === -1) i += 32;
    else for (let k = 0; k < 32; k++, i++) values[i]! += VEIL[(word >>> k) & 1]!;
  }
}

export function leastOfRanges(
  values: Float64Array,
  origin: number,
  starts: Uint32Array,
  base: number,
  bits: Int32Array,
  into: Float64Array,
): void {
  for (let w = 0; w < bits.length; w++) {
    for (let rest = bits[w]!; rest !== 0; rest &= rest - 1) {
      const at = (w << 5) + 31 - Math.clz32(rest & -rest);
      const to = (starts[base + at + 1]! - origin) | 0;
      let best = Infinity;
      for (let i = (starts[base + at]! - origin) | 0; i < to; i++) if (values[i]! < best) best = values[i]!;
      into[at] = best === Infinity ? NaN : best;
    }
  }
}

export function greatestOfRanges(
  values: Float64Array,
  origin: number,
  starts: Uint32Array,
  base: number,
  bits: Int32Array,
  into: Float64Array,
): void {
  for (let w = 0; w < bits.length; w++) {
    for (let rest = bits[w]!; rest !== 0; rest &= rest - 1) {
      const at = (w << 5) + 31 - Math.clz32(rest & -rest);
      const to = (starts[base + at + 1]! - origin) | 0;
      let best = -Infinity;
      for (let i = (starts[base + at]! - origin) | 0; i < to; i++) if (values[i]! > best) best = values[i]!;
      into[at] = best === -Infinity ? NaN : best;
    }
  }
}

/** The place of each row's first or last record goes into `into` (−1: it has none) and is set in `placed`. */
export function findPlaces(
  words: Int32Array,
  placed: Int32Array,
  isLast: boolean,
  origin: number,
  starts: Uint32Array,
  base: number,
  bits: Int32Array,
  into: Int32Array,
): void {
  for (let w = 0; w < bits.length; w++) {
    for (let rest = bits[w]!; rest !== 0; rest &= rest - 1) {
      const at = (w << 5) + 31 - Math.clz32(rest & -rest);
      const from = (starts[base + at]! - origin) | 0;
      const to = (starts[base + at + 1]! - origin) | 0;
      const i = from >= to ? -1 : isLast ? lastOf(words, from, to) : firstOf(words, from, to);
      if (i >= 0) placed[i >> 5]! |= 1 << (i & 31);
      into[at] = i;
    }
  }
}

/** The first set bit of a range that is not empty; −1: none. */
function firstOf(words: Int32Array, from: number, to: number): number {
  let w = from >> 5;
  let rest = words[w]! & (-1 << (from & 31));
  for (const last = (to - 1) >> 5; rest === 0 && w < last;) rest = words[++w]!;
  const at = (w << 5) + 31 - Math.clz32(rest & -rest);
  return rest !== 0 && at < to ? at : -1;
}

function lastOf(words: Int32Array, from: number, to: number): number {
  let w = (to - 1) >> 5;
  let rest = words[w]! & (-1 >>> (31 - ((to - 1) & 31)));
  for (const first = from >> 5; rest === 0 && w > first;) rest = words[--w]!;
  const at = (w << 5) + 31 - Math.clz32(rest);
  return rest !== 0 && at >= from ? at : -1;
}

export function readPlaces(placed: Int32Array, none: 0 | 1, bits: Int32Array, into: Int32Array): void {
  for (let w = 0; w < bits.length; w++) {
    for (let rest = bits[w]!; rest !== 0; rest &= rest - 1) {
      const at = (w << 5) + 31 - Math.clz32(rest & -rest);
      const i = into[at]!;
      into[at] = i < 0 ? none : (placed[i >> 5]! >>> (i & 31)) & 1;
    }
  }
}
