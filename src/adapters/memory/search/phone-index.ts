import type { Bits } from '../../../segments/index.js';
import { digitsOf } from '../../../text/index.js';
import type { PhoneStore } from '../columns/index.js';

const POWERS = Array.from({ length: 16 }, (_, power) => 10 ** power);

/**
 * Which rows' phones hold a run of digits: a bit for each row, for each digit and each pair of digits. One or two digits are answered exactly;
 * longer runs are looked for in the rows that have all of their pairs, about one in a hundred for three digits.
 */
export class PhoneIndex {
  readonly #phones: PhoneStore;
  readonly #words: number;
  /** Keys 0–99 are pairs, 100–109 single digits. */
  readonly #bits: Uint32Array;

  constructor(phones: PhoneStore, rows: number) {
    this.#phones = phones;
    this.#words = (rows + 31) >> 5;
    this.#bits = new Uint32Array(this.#words * 110);
  }

  get bytes(): number {
    return this.#bits.byteLength;
  }

  add(row: number): void {
    let number = this.#phones.numbers[row]!;
    if (number === 0) return;
    if (number < 0) {
      for (const phone of this.#phones.read(row)) this.#addDigits(row, digitsOf(phone));
      return;
    }
    const word = row >> 5;
    const bit = 1 << (row & 31);
    for (let after = -1; number >= 1;) {
      const rest = Math.floor(number / 10);
      const digit = number - rest * 10;
      this.#bits[(100 + digit) * this.#words + word]! |= bit;
      if (after >= 0) this.#bits[(digit * 10 + after) * this.#words + word]! |= bit;
      after = digit;
      number = rest;
    }
  }

  /** Sets the rows one of whose phones holds these digits. */
  find(needle: string, into: Bits): void {
    if (needle.length === 1) this.#or(100 + Number(needle), into);
    else if (needle.length === 2) this.#or(Number(needle), into);
    else this.#search(needle, into);
  }

  #addDigits(row: number, digits: string): void {
    const word = row >> 5;
    const bit = 1 << (row & 31);
    for (let i = 0; i < digits.length; i++) {
      const digit = digits.charCodeAt(i) - 48;
      this.#bits[(100 + digit) * this.#words + word]! |= bit;
      if (i > 0) this.#bits[((digits.charCodeAt(i - 1) - 48) * 10 + digit) * this.#words + word]! |= bit;
    }
  }

  #or(key: number, into: Bits): void {
    const from = key * this.#words;
    for (let w = 0; w < this.#words; w++) into[w]! |= this.#bits[from + w]!;
  }

  #search(needle: string, into: Bits): void {
    const keys = [
      ...new Set(Array.from({ length: needle.length - 1 }, (_, i) => Number(needle.slice(i, i + 2)))),
    ];
    const starts = keys.map((key) => key * this.#words);
    const wanted = Number(needle);
    const size = POWERS[needle.length];
    for (let w = 0; w < this.#words; w++) {
      let rest = ~into[w]!;
      for (let k = 0; k < starts.length && rest !== 0; k++) rest &= this.#bits[starts[k]! + w]!;
      for (; rest !== 0; rest &= rest - 1) {
        const bit = 31 - Math.clz32(rest & -rest);
        const row = w * 32 + bit;
        const number = this.#phones.numbers[row]!;
        const isFound =
          number > 0 && size !== undefined
            ? hasDigits(number, wanted, size)
            : this.#phones.read(row).some((phone) => digitsOf(phone).includes(needle));
        if (isFound) into[w]! |= 1 << bit;
      }
    }
  }
}

/** Whether the decimal digits of a number hold those of another, which is below `size` and is looked for with leading zeros. */
function hasDigits(number: number, wanted: number, size: number): boolean {
  for (let rest = number; rest >= size / 10; rest = Math.floor(rest / 10))
    if (rest % size === wanted) return true;
  return false;
}
