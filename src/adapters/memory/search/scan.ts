import type { Bits, Codes } from '../../../segments/index.js';

const STEP = 4096;
const scratch = new Uint32Array(STEP);

/** Sets the rows whose code has a 1 in the table. Codes are fetched into one kind of array, for which the loop is compiled. */
export function scanCodes(codes: Codes, table: Uint8Array, into: Bits): void {
  const rows = Math.min(codes.length, into.length * 32);
  for (let from = 0; from < rows; from += STEP) {
    const length = Math.min(STEP, rows - from);
    scratch.set(codes.subarray(from, from + length));
    if (length < STEP) scratch.fill(0, length);
    scanBlock(table, into, from >> 5, (length + 31) >> 5);
  }
}

function scanBlock(table: Uint8Array, into: Bits, first: number, words: number): void {
  for (let w = 0, at = 0; w < words; w++) {
    let word = 0;
    for (let bit = 0; bit < 32; bit += 4, at += 4) {
      word |=
        (table[scratch[at]!]! |
          (table[scratch[at + 1]!]! << 1) |
          (table[scratch[at + 2]!]! << 2) |
          (table[scratch[at + 3]!]! << 3)) <<
        bit;
    }
    into[first + w]! |= word;
  }
}
