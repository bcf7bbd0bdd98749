import { popcount } from './bits.js';

/*
 * The inner loops. Each takes a block of rows as words of bits (row `base + 32 w + k` is bit k of word w) and clears those rows that fail its
 * test. There is one loop per kind of array on purpose: an engine compiles a loop for the arrays that it has seen in it, and a loop that
 * has seen five kinds is four times slower; a content security policy forbids generating them. Where few rows of a word are left, or the word
 * reaches past the array, its rows are taken one by one. `flip` −1 turns the test round.
 */

export type Flip = 0 | -1;

/** So many rows of a word or fewer: one by one. */
const SPARSE = 6;

export function refineInt32(
  values: Int32Array | Uint32Array,
  base: number,
  bits: Int32Array,
  from: number,
  to: number,
  flip: Flip,
): void {
  const last = values.length - 32;
  for (let w = 0; w < bits.length; w++) {
    const word = bits[w]!;
    if (word === 0) continue;
    let at = base + (w << 5);
    let found = 0;
    if (at > last || popcount(word) <= SPARSE) {
      for (let rest = word; rest !== 0; rest &= rest - 1) {
        const k = 31 - Math.clz32(rest & -rest);
        const x = values[at + k]!;
        found |= (+(x >= from) & +(x <= to)) << k;
      }
    } else {
      for (let k = 0; k < 32; k += 4, at += 4) {
        const a = values[at]!;
        const b = values[at + 1]!;
        const c = values[at + 2]!;
        const d = values[at + 3]!;
        found |=
          ((+(a >= from) & +(a <= to)) |
            ((+(b >= from) & +(b <= to)) << 1) |
            ((+(c >= from) & +(c <= to)) << 2) |
            ((+(d >= from) & +(d <= to)) << 3)) <<
          k;
      }
    }
    bits[w] = word & (found ^ flip);
  }
}

/** As `refineInt32`. NaN lies in no interval. */
export function refineFloat64(
  values: Float64Array,
  base: number,
  bits: Int32Array,
  from: number,
  to: number,
  flip: Flip,
): void {
  const last = values.length - 32;
  for (let w = 0; w < bits.length; w++) {
    const word = bits[w]!;
    if (word === 0) continue;
    let at = base + (w << 5);
    let found = 0;
    if (at > last || popcount(word) <= SPARSE) {
      for (let rest = word; rest !== 0; rest &= rest - 1) {
        const k = 31 - Math.clz32(rest & -rest);
        const x = values[at + k]!;
        found |= (+(x >= from) & +(x <= to)) << k;
      }
    } else {
      for (let k = 0; k < 32; k += 4, at += 4) {
        const a = values[at]!;
        const b = values[at + 1]!;
        const c = values[at + 2]!;
        const d = values[at + 3]!;
        found |=
          ((+(a >= from) & +(a <= to)) |
            ((+(b >= from) & +(b <= to)) << 1) |
            ((+(c >= from) & +(c <= to)) << 2) |
            ((+(d >= from) & +(d <= to)) << 3)) <<
          k;
      }
    }
    bits[w] = word & (found ^ flip);
  }
}

/** Keeps rows whose `table[value & 255]` is 1. */
export function refineTable8(
  values: Uint8Array | Int8Array,
  base: number,
  bits: Int32Array,
  table: Uint8Array,
): void {
  const last = values.length - 32;
  for (let w = 0; w < bits.length; w++) {
    const word = bits[w]!;
    if (word === 0) continue;
    let at = base + (w << 5);
    let found = 0;
    if (at > last || popcount(word) <= SPARSE) {
      for (let rest = word; rest !== 0; rest &= rest - 1) {
        const k = 31 - Math.clz32(rest & -rest);
        found |= table[values[at + k]! & 255]! << k;
      }
    } else {
      for (let k = 0; k < 32; k += 4, at += 4) {
        found |=
          (table[values[at]! & 255]! |
            (table[values[at + 1]! & 255]! << 1) |
            (table[values[at + 2]! & 255]! << 2) |
            (table[values[at + 3]! & 255]! << 3)) <<
          k;
      }
    }
    bits[w] = word & found;
  }
}

/** Keeps rows whose `table[value & 65535]` is 1. */
export function refineTable16(
  values: Uint16Array | Int16Array,
  base: number,
  bits: Int32Array,
  table: Uint8Array,
): void {
  const last = values.length - 32;
  for (let w = 0; w < bits.length; w++) {
    const word = bits[w]!;
    if (word === 0) continue;
    let at = base + (w << 5);
    let found = 0;
    if (at > last || popcount(word) <= SPARSE) {
      for (let rest = word; rest !== 0; rest &= rest - 1) {
        const k = 31 - Math.clz32(rest & -rest);
        found |= table[values[at + k]! & 65535]! << k;
      }
    } else {
      for (let k = 0; k < 32; k += 4, at += 4) {
        found |=
          (table[values[at]! & 65535]! |
            (table[values[at + 1]! & 65535]! << 1) |
            (table[values[at + 2]! & 65535]! << 2) |
            (table[values[at + 3]! & 65535]! << 3)) <<
          k;
      }
    }
    bits[w] = word & found;
  }
}

/** Keeps rows whose `table[value & mask]` is 1: codes of big dictionaries, and the months and days of birthdays. */
export function refineTable32(
  values: Uint32Array | Int32Array,
  base: number,
  bits: Int32Array,
  table: Uint8Array,
  mask: number,
): void {
  const last = values.length - 32;
  for (let w = 0; w < bits.length; w++) {
    const word = bits[w]!;
    if (word === 0) continue;
    let at = base + (w << 5);
    let found = 0;
    if (at > last || popcount(word) <= SPARSE) {
      for (let rest = word; rest !== 0; rest &= rest - 1) {
        const k = 31 - Math.clz32(rest & -rest);
        found |= table[values[at + k]! & mask]! << k;
      }
    } else {
      for (let k = 0; k < 32; k += 4, at += 4) {
        found |=
          (table[values[at]! & mask]! |
            (table[values[at + 1]! & mask]! << 1) |
            (table[values[at + 2]! & mask]! << 2) |
            (table[values[at + 3]! & mask]! << 3)) <<
          k;
      }
    }
    bits[w] = word & found;
  }
}

/** 1 where x lies in the range, else 0: by the sign of what is left on either side. */
function isWithin(x: number, from: number, to: number): number {
  return ~((x - from) | (to - x)) >>> 31;
}

/** Keeps rows whose `value & mask` is at least `from` and at most `to`. */
export function refineMasked32(
  values: Int32Array,
  base: number,
  bits: Int32Array,
  mask: number,
  from: number,
  to: number,
): void {
  const last = values.length - 32;
  for (let w = 0; w < bits.length; w++) {
    const word = bits[w]!;
    if (word === 0) continue;
    let at = base + (w << 5);
    let found = 0;
    if (at > last || popcount(word) <= SPARSE) {
      for (let rest = word; rest !== 0; rest &= rest - 1) {
        const k = 31 - Math.clz32(rest & -rest);
        found |= isWithin(values[at + k]! & mask, from, to) << k;
      }
    } else {
      for (let k = 0; k < 32; k += 4, at += 4) {
        found |=
          (isWithin(values[at]! & mask, from, to) |
            (isWithin(values[at + 1]! & mask, from, to) << 1) |
            (isWithin(values[at + 2]! & mask, from, to) << 2) |
            (isWithin(values[at + 3]! & mask, from, to) << 3)) <<
          k;
      }
    }
    bits[w] = word & found;
  }
}

/** Keeps rows with any bit of the mask in their one word; with `invert` −1: rows that lack any bit of it. */
export function refineMask(
  sets: Uint32Array,
  base: number,
  bits: Int32Array,
  mask: number,
  invert: Flip,
  flip: Flip,
): void {
  const last = sets.length - 32;
  for (let w = 0; w < bits.length; w++) {
    const word = bits[w]!;
    if (word === 0) continue;
    let at = base + (w << 5);
    let found = 0;
    if (at > last || popcount(word) <= SPARSE) {
      for (let rest = word; rest !== 0; rest &= rest - 1) {
        const k = 31 - Math.clz32(rest & -rest);
        found |= +(((sets[at + k]! ^ invert) & mask) !== 0) << k;
      }
    } else {
      for (let k = 0; k < 32; k += 4, at += 4) {
        found |=
          (+(((sets[at]! ^ invert) & mask) !== 0) |
            (+(((sets[at + 1]! ^ invert) & mask) !== 0) << 1) |
            (+(((sets[at + 2]! ^ invert) & mask) !== 0) << 2) |
            (+(((sets[at + 3]! ^ invert) & mask) !== 0) << 3)) <<
          k;
      }
    }
    bits[w] = word & (found ^ flip);
  }
}

/** As `refineMask`, where a row has several words. */
export function refineMasks(
  sets: Uint32Array,
  stride: number,
  base: number,
  bits: Int32Array,
  masks: Uint32Array,
  invert: Flip,
  flip: Flip,
): void {
  for (let w = 0; w < bits.length; w++) {
    const word = bits[w]!;
    let found = 0;
    for (let rest = word; rest !== 0; rest &= rest - 1) {
      const k = 31 - Math.clz32(rest & -rest);
      const at = (base + (w << 5) + k) * stride;
      let any = 0;
      for (let i = 0; i < stride; i++) any |= (sets[at + i]! ^ invert) & masks[i]!;
      found |= +(any !== 0) << k;
    }
    bits[w] = word & (found ^ flip);
  }
}

/** Keeps rows of another set, or those outside it. */
export function refineBits(from: Uint32Array, base: number, bits: Int32Array, flip: Flip): void {
  const first = base >> 5;
  const end = Math.min(bits.length, from.length - first);
  for (let w = 0; w < end; w++) bits[w]! &= from[first + w]! ^ flip;
}

/** Keeps rows that a function says yes to. */
export function refineRows(accepts: (row: number) => boolean, base: number, bits: Int32Array): void {
  for (let w = 0; w < bits.length; w++) {
    const word = bits[w]!;
    let found = 0;
    for (let rest = word; rest !== 0; rest &= rest - 1) {
      const k = 31 - Math.clz32(rest & -rest);
      if (accepts(base + (w << 5) + k)) found |= 1 << k;
    }
    bits[w] = found;
  }
}
