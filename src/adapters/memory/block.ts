import type { Bits, Codes, Numbers } from '../../segments/index.js';

/** So many rows are worked on at once: their figures stay in the nearest cache. */
export const BLOCK = 4096;
const ALL = 0xffffffff;

/**
 * Some rows at a time. Their values are fetched into one kind of array, so that each of the loops over them is compiled once, for it; a loop
 * that meets every kind of array is several times slower.
 */
export class Block {
  length = 0;
  /** The first row, when the rows are without a gap; else −1. */
  #from = -1;
  #rows = new Int32Array(BLOCK);
  #values = new Float64Array(BLOCK);
  #codes = new Uint32Array(BLOCK);

  /** Takes rows of a set (null: all) from a row on, which begins a word; answers the row to go on from. */
  take(bits: Bits | null, row: number, end: number): number {
    if (!bits) {
      this.#from = row;
      this.length = Math.min(BLOCK, end - row);
      return row + this.length;
    }
    this.#from = -1;
    let length = 0;
    let w = row >> 5;
    const rows = this.#rows;
    for (; w < bits.length && length + 32 <= BLOCK; w++) {
      if (bits[w] === ALL) {
        for (let row = w * 32, last = row + 32; row < last; row++) rows[length++] = row;
        continue;
      }
      for (let rest = bits[w]! | 0; rest !== 0; rest &= rest - 1)
        rows[length++] = w * 32 + 31 - Math.clz32(rest & -rest);
    }
    this.length = length;
    return Math.min(end, w * 32);
  }

  /** The row at a place of the block. */
  row(i: number): number {
    return this.#from < 0 ? this.#rows[i]! : this.#from + i;
  }

  /** The values of the rows. Valid until the next call. */
  fetch(values: Numbers): Float64Array {
    const { length } = this;
    const fetched = this.#values;
    if (this.#from >= 0) fetched.set(values.subarray(this.#from, this.#from + length));
    else for (let i = 0; i < length; i++) fetched[i] = values[this.#rows[i]!]!;
    return fetched;
  }

  /** The same of codes and other small whole numbers. */
  codes(codes: Codes): Uint32Array {
    const { length } = this;
    const fetched = this.#codes;
    if (this.#from >= 0) fetched.set(codes.subarray(this.#from, this.#from + length));
    else for (let i = 0; i < length; i++) fetched[i] = codes[this.#rows[i]!]!;
    return fetched;
  }

  /** Holds these rows instead; the same may come several times. */
  replace(rows: readonly number[]): void {
    this.#from = -1;
    this.length = rows.length;
    if (rows.length > this.#rows.length) {
      this.#rows = new Int32Array(rows.length);
      this.#values = new Float64Array(rows.length);
      this.#codes = new Uint32Array(rows.length);
    }
    this.#rows.set(rows);
  }
}
