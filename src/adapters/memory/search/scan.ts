import type { Bits } from '../../../segments/index.js';

/** Sets the rows whose code has a 1 in the table. */
export function scanCodes(codes: ArrayLike<number>, table: Uint8Array, into: Bits): void {
  const whole = Math.min(into.length, codes.length >> 5);
  for (let w = 0, row = 0; w < whole; w++) {
    let word = 0;
    for (let bit = 0; bit < 32; bit += 4, row += 4) {
      word |=
        (table[codes[row]!]! |
          (table[codes[row + 1]!]! << 1) |
          (table[codes[row + 2]!]! << 2) |
          (table[codes[row + 3]!]! << 3)) <<
        bit;
    }
    into[w]! |= word;
  }
  for (let row = whole * 32; row < codes.length && row < into.length * 32; row++)
    into[row >> 5]! |= table[codes[row]!]! << (row & 31);
}
