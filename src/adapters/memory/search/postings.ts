import type { Bits } from '../../../segments/index.js';
import type { Steps } from '../steps.js';

/** Rows of one symbol or pair while they are gathered: the distances from row to row, seven bits a byte. */
class Gatherer {
  bytes = new Uint8Array(16);
  length = 0;
  count = 0;
  last = -1;

  add(row: number): void {
    if (row === this.last) return;
    if (this.length + 5 > this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    let distance = row - this.last;
    while (distance > 127) {
      this.bytes[this.length++] = (distance & 127) | 128;
      distance >>>= 7;
    }
    this.bytes[this.length++] = distance;
    this.last = row;
    this.count++;
  }
}

/** Rows of one symbol or pair: as distances, or as a bit for each row where that is smaller. */
interface Posting {
  count: number;
  distances: Uint8Array | null;
  bits: Bits | null;
}

/** For each of so many keys the rows that have it. Rows are added in ascending order, then it is closed. */
export class Postings {
  readonly #open: (Gatherer | undefined)[] = [];
  readonly #closed: (Posting | undefined)[] = [];
  readonly #rows: number;

  constructor(rows: number) {
    this.#rows = rows;
  }

  get bytes(): number {
    let sum = 0;
    for (const posting of this.#closed) sum += (posting?.distances ?? posting?.bits)?.byteLength ?? 0;
    return sum;
  }

  add(key: number, row: number): void {
    (this.#open[key] ??= new Gatherer()).add(row);
  }

  /** No rows come after this. */
  *closing(): Steps {
    const words = (this.#rows + 31) >> 5;
    for (const [key, gatherer] of this.#open.entries()) {
      if (!gatherer) continue;
      const { count, bytes, length } = gatherer;
      const distances = bytes.slice(0, length);
      if (length < words * 4) this.#closed[key] = { count, distances, bits: null };
      else {
        const bits = new Uint32Array(words);
        spread(distances, bits);
        this.#closed[key] = { count, distances: null, bits };
      }
      this.#open[key] = undefined;
      yield;
    }
    this.#open.length = 0;
  }

  count(key: number): number {
    return this.#closed[key]?.count ?? 0;
  }

  /** Sets the rows of a key. */
  into(key: number, bits: Bits): void {
    const posting = this.#closed[key];
    if (posting?.distances) spread(posting.distances, bits);
    else if (posting?.bits) for (let w = 0; w < posting.bits.length; w++) bits[w]! |= posting.bits[w]!;
  }

  /** Clears the rows that do not have a key. */
  intersect(key: number, bits: Bits): void {
    const posting = this.#closed[key];
    let other = posting?.bits;
    if (!other) {
      other = new Uint32Array(bits.length);
      if (posting?.distances) spread(posting.distances, other);
    }
    for (let w = 0; w < bits.length; w++) bits[w]! &= w < other.length ? other[w]! : 0;
  }
}

function spread(distances: Uint8Array, bits: Bits): void {
  let row = -1;
  for (let i = 0; i < distances.length; i++) {
    let byte = distances[i]!;
    let distance = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = distances[++i]!;
      distance |= (byte & 127) << shift;
    }
    row += distance;
    bits[row >> 5]! |= 1 << (row & 31);
  }
}
