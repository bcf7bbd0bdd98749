import type { Bits } from '../../../segments/index.js';
import { TextPool } from '../columns/texts.js';
import type { Steps } from '../steps.js';
import { Postings } from './postings.js';

/** Parts the texts of one row; in no needle. */
export const BREAK = '\n';

const SYMBOLS = 48;
/** Bytes of one class of their own; the rest share classes, so that what they find must be looked at. */
const OWN = 42;
const CLASSES = new Uint8Array(256).map((_, byte) => {
  const at = 'abcdefghijklmnopqrstuvwxyz0123456789@._+ '.indexOf(String.fromCharCode(byte));
  return byte === 10 ? 0 : at >= 0 ? at + 1 : OWN + (byte & 3);
});
const PAIRS = SYMBOLS * SYMBOLS;
/** So many of a needle's rarest pairs are looked up; then each row is looked at. */
const LOOKED_UP = 3;

const encoder = new TextEncoder();

/**
 * Which rows' folded texts hold a needle. Rows are known for each symbol and each pair of symbols, so one or two characters are answered
 * exactly; longer needles are looked for in the few rows that have their rarest pairs.
 */
export class TextIndex {
  readonly #postings: Postings;
  readonly #texts: TextPool;
  #filled = 0;
  #bytes: Uint8Array = new Uint8Array(0);
  #starts: Uint32Array = new Uint32Array(1);

  constructor(rows: number) {
    this.#postings = new Postings(rows);
    this.#texts = new TextPool(rows);
  }

  get bytes(): number {
    return this.#postings.bytes + this.#texts.size;
  }

  /** The folded text of a row, entries parted by BREAK. In ascending order of rows; rows may be left out. */
  add(row: number, text: string): void {
    if (text === '') return;
    this.#texts.write(row, text);
    this.#filled = row + 1;
    let before = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 127) {
        for (const byte of encoder.encode(text.slice(i))) before = this.#put(row, before, byte);
        return;
      }
      before = this.#put(row, before, code);
    }
  }

  /** Notes one byte after another one's symbol; answers its own. */
  #put(row: number, before: number, byte: number): number {
    const symbol = CLASSES[byte]!;
    if (symbol === 0) return 0;
    this.#postings.add(PAIRS + symbol, row);
    if (before !== 0) this.#postings.add(before * SYMBOLS + symbol, row);
    return symbol;
  }

  /** No rows come after this. */
  *closing(rows: number): Steps {
    yield* this.#postings.closing();
    this.#filled = rows;
    const { bytes, starts } = this.#texts.packed(rows);
    this.#bytes = bytes;
    this.#starts = starts;
  }

  /** Sets the rows whose text holds the needle. */
  find(needle: string, into: Bits): void {
    const bytes = encoder.encode(needle);
    const classes = Array.from(bytes, (byte) => CLASSES[byte]!);
    const isExact = bytes.length <= 2 && classes.every((symbol) => symbol < OWN);
    const keys = classes.slice(1).map((symbol, i) => classes[i]! * SYMBOLS + symbol);
    if (keys.length === 0) keys.push(PAIRS + classes[0]!);
    if (isExact) {
      this.#postings.into(keys[0]!, into);
      return;
    }
    const rarest = [...new Set(keys)].sort((a, b) => this.#postings.count(a) - this.#postings.count(b));
    if (this.#postings.count(rarest[0]!) === 0) return;
    const candidates = new Uint32Array(into.length);
    this.#postings.into(rarest[0]!, candidates);
    for (const key of rarest.slice(1, LOOKED_UP)) this.#postings.intersect(key, candidates);
    this.#verify(candidates, into, bytes);
  }

  /** True when the last entry of a row ends with the needle. */
  endsWith(row: number, needle: Uint8Array): boolean {
    const to = this.#starts[row + 1] ?? 0;
    const from = to - needle.length;
    if (row >= this.#filled || from < this.#starts[row]!) return false;
    for (let i = 0; i < needle.length; i++) if (this.#bytes[from + i] !== needle[i]) return false;
    return true;
  }

  #verify(candidates: Bits, into: Bits, needle: Uint8Array): void {
    for (let w = 0; w < candidates.length; w++) {
      for (let rest = candidates[w]! & ~into[w]!; rest !== 0; rest &= rest - 1) {
        const bit = 31 - Math.clz32(rest & -rest);
        const row = w * 32 + bit;
        if (holds(this.#bytes, this.#starts[row]!, this.#starts[row + 1]!, needle)) into[w]! |= 1 << bit;
      }
    }
  }
}

function holds(bytes: Uint8Array, from: number, to: number, needle: Uint8Array): boolean {
  const first = needle[0]!;
  const last = to - needle.length;
  for (let at = from; at <= last; at++) {
    if (bytes[at] !== first) continue;
    let i = 1;
    while (i < needle.length && bytes[at + i] === needle[i]) i++;
    if (i === needle.length) return true;
  }
  return false;
}
