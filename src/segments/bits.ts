import type { Bits } from './source.js';

/** How many bits of a 32-bit word are 1. */
export function popcount(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many rows a set holds. */
export function countBits(bits: Bits | Int32Array): number {
  let count = 0;
  for (let i = 0; i < bits.length; i++) count += popcount(bits[i]!);
  return count;
}

/** An empty set for so many rows. */
export function createBits(rows: number): Bits {
  return new Uint32Array((rows + 31) >> 5);
}

/** All of so many rows. */
export function allBits(rows: number): Bits {
  const bits = createBits(rows).fill(0xffffffff);
  if (rows % 32 !== 0) bits[bits.length - 1] = 2 ** (rows % 32) - 1;
  return bits;
}

export function hasBit(bits: Bits, row: number): boolean {
  return ((bits[row >> 5]! >>> (row & 31)) & 1) === 1;
}

export function setBit(bits: Bits, row: number): void {
  bits[row >> 5]! |= 1 << (row & 31);
}

/** The rows of a set, ascending. */
export function rowsOf(bits: Bits): Uint32Array {
  const rows = new Uint32Array(countBits(bits));
  let at = 0;
  for (let w = 0; w < bits.length; w++) {
    for (let rest = bits[w]! | 0; rest !== 0; rest &= rest - 1)
      rows[at++] = w * 32 + 31 - Math.clz32(rest & -rest);
  }
  return rows;
}
