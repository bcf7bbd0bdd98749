import { popcount } from './bits.js';
import {
  setRange,
  setRanges,
  rank,
  countRanges,
  addUp,
  sumWholes,
  sumRanges,
  veil,
  leastOfRanges,
  greatestOfRanges,
  findPlaces,
  readPlaces,
} from './record-kernels.js';
import type { Column, RelatedSource } from './source.js';
import { BLOCK, PASS, type Step } from './steps.js';

const WORDS = BLOCK / 32;

/**
 * The records behind a block of rows, which stand behind each other as the rows do: which of them are chosen, and what they come to row by
 * row. What is asked for goes into an array by the row's place in the block; only rows whose bits are set are looked at.
 */
export class RecordSpan {
  readonly #related: RelatedSource;
  readonly #chosen: Step;
  /** Every record is chosen. */
  readonly #isWhole: boolean;
  /** The record of the first bit; begins a word of `live`. */
  #origin = 0;
  #length = 0;
  // A word, or a value, more than there may be: what stands before each place is counted up to the end.
  #words = new Int32Array(WORDS + 1);
  #placed = new Int32Array(WORDS + 1);
  #before = new Int32Array(WORDS + 1);
  #values = new Float64Array(BLOCK);
  #sums = new Float64Array(BLOCK + 1);

  /** @param chosen what a record must satisfy. */
  constructor(related: RelatedSource, chosen: Step) {
    this.#related = related;
    this.#chosen = chosen;
    this.#isWhole = chosen === PASS && related.live === null;
  }

  /** Takes the chosen records of these rows; false: there are no rows. */
  take(base: number, bits: Int32Array): boolean {
    const { starts, live } = this.#related;
    let first = 0;
    while (first < bits.length && bits[first] === 0) first++;
    if (first === bits.length) return false;
    let last = bits.length - 1;
    while (bits[last] === 0) last--;
    let rows = 0;
    for (let w = first; w <= last; w++) rows += popcount(bits[w]!);
    const from = starts[base + first * 32]!;
    const to = starts[Math.min(base + last * 32 + 32, starts.length - 1)]!;
    this.#origin = from & ~31;
    this.#length = (to - this.#origin + 31) >> 5;
    this.#grow();
    const words = this.#words.fill(0, 0, this.#length + 1);
    if (rows > (last + 1 - first) * 16) setRange(words, from - this.#origin, to - this.#origin);
    else setRanges(words, this.#origin, starts, base, bits);
    if (live) for (let w = 0, at = this.#origin >> 5; w < this.#length; w++) words[w]! &= live[at + w]!;
    this.#refine(this.#chosen);
    return true;
  }

  /** How many records of each row are chosen. */
  count(base: number, bits: Int32Array, into: Int32Array): void {
    rank(this.#words, this.#length, this.#before);
    countRanges(this.#words, this.#before, this.#origin, this.#related.starts, base, bits, into);
  }

  /** The sum of the chosen records' values; 0 of none. */
  sum(column: Column | null, base: number, bits: Int32Array, into: Float64Array): void {
    const { starts } = this.#related;
    const values = this.#fetch(column, 0);
    const isWhole =
      column?.kind === 'number' && column.scale === 1 && !(column.values instanceof Float64Array);
    if (!isWhole) return sumRanges(this.#words, values, this.#origin, starts, base, bits, into);
    // Whole numbers add up to the same in any order, so that each sum is a difference of two.
    addUp(this.#words, this.#length, values, this.#sums);
    sumWholes(this.#sums, this.#origin, starts, base, bits, into);
  }

  /** The least or greatest of the chosen records' values; NaN of none. */
  extreme(column: Column | null, isLeast: boolean, base: number, bits: Int32Array, into: Float64Array): void {
    const { starts } = this.#related;
    const values = this.#fetch(column, NaN);
    if (!this.#isWhole) veil(this.#words, this.#length, values);
    const find = isLeast ? leastOfRanges : greatestOfRanges;
    find(values, this.#origin, starts, base, bits, into);
  }

  /** 1 where the first (or last) of the chosen records passes the test, else 0; `none` where no record is chosen. */
  place(test: Step, isLast: boolean, none: 0 | 1, base: number, bits: Int32Array, into: Int32Array): void {
    const placed = this.#placed.fill(0, 0, this.#length + 1);
    findPlaces(this.#words, placed, isLast, this.#origin, this.#related.starts, base, bits, into);
    [this.#words, this.#placed] = [placed, this.#words];
    this.#refine(test);
    readPlaces(placed, none, bits, into);
  }

  #refine(step: Step): void {
    if (step === PASS) return;
    for (let w = 0; w < this.#length; w += WORDS)
      step.refine(this.#origin + w * 32, this.#words.subarray(w, Math.min(w + WORDS, this.#length)));
  }

  #grow(): void {
    if (this.#length < this.#words.length) return;
    const words = this.#length * 2;
    this.#words = new Int32Array(words + 1);
    this.#placed = new Int32Array(words + 1);
    this.#before = new Int32Array(words + 1);
    this.#values = new Float64Array(words * 32);
    this.#sums = new Float64Array(words * 32 + 1);
  }

  /** The numbers of a column, `none` for missing, by place from the first record on. */
  #fetch(column: Column | null, none: number): Float64Array {
    const fetched = this.#values;
    const length = this.#length * 32;
    if (column?.kind !== 'number' && column?.kind !== 'birthday') return fetched.fill(none, 0, length);
    // All kinds of arrays become one, so that the loops over it are compiled once.
    fetched.set(column.values.subarray(this.#origin, this.#origin + length));
    if (column.kind === 'birthday') {
      for (let i = 0; i < length; i++) if (fetched[i]! < 512) fetched[i] = none;
      return fetched;
    }
    const { missing, full, scale, unit = 1 } = column;
    if (full && scale === 1 && unit === 1) return fetched;
    for (let i = 0; i < length; i++) {
      const raw = fetched[i]!;
      fetched[i] = raw !== raw || (raw === missing && !full) ? none : (raw * unit) / scale;
    }
    return fetched;
  }
}
