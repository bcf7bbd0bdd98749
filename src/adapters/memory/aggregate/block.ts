import type { Bits, Numbers } from '../../../segments/index.js';

/** So many rows are worked on at once: their figures stay in the nearest cache. */
export const BLOCK = 4096;

/**
 * Some rows and the cell of the table that each is counted in; −1: in none. Values are fetched into one kind of array, so that each of the
 * loops over them is compiled once, for it.
 */
export class Block {
  /** Row numbers; those that follow one another when `from` is set. */
  rows = new Int32Array(BLOCK);
  cells = new Int32Array(BLOCK);
  length = 0;
  /** The first row, when the rows are without a gap; else −1. */
  from = -1;
  #values = new Float64Array(BLOCK);

  /** Takes the rows of a set from a word on; answers the word to go on from. */
  take(bits: Bits | null, row: number, end: number): number {
    this.cells.fill(0);
    if (!bits) {
      this.from = row;
      this.length = Math.min(BLOCK, end - row);
      for (let i = 0; i < this.length; i++) this.rows[i] = row + i;
      return row + this.length;
    }
    this.from = -1;
    this.length = 0;
    let w = row >> 5;
    for (; w < bits.length && this.length + 32 <= BLOCK; w++) {
      for (let rest = bits[w]! | 0; rest !== 0; rest &= rest - 1)
        this.rows[this.length++] = w * 32 + 31 - Math.clz32(rest & -rest);
    }
    return Math.min(end, w * 32);
  }

  /** The values of the rows. Valid until the next call. */
  fetch(values: Numbers): Float64Array {
    const { length, from, rows } = this;
    if (from >= 0) this.#values.set(values.subarray(from, from + length));
    else for (let i = 0; i < length; i++) this.#values[i] = values[rows[i]!]!;
    return this.#values;
  }

  /** Puts each row into one of several groups of its cell, `groups(row)` of them: rows in none go, rows in several come again. */
  spread(size: number, groups: (row: number, take: (group: number) => void) => void): void {
    const rows: number[] = [];
    const cells: number[] = [];
    for (let i = 0; i < this.length; i++) {
      const cell = this.cells[i]!;
      if (cell < 0) continue;
      groups(this.rows[i]!, (group) => {
        rows.push(this.rows[i]!);
        cells.push(cell * size + group);
      });
    }
    this.from = -1;
    this.length = rows.length;
    if (rows.length > this.rows.length) {
      this.rows = new Int32Array(rows.length);
      this.cells = new Int32Array(rows.length);
      this.#values = new Float64Array(rows.length);
    }
    this.rows.set(rows);
    this.cells.set(cells);
  }
}
