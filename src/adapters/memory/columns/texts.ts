import { nextCapacity, resized } from './capacity.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The first characters of a text as words of four that order as the text does (by code unit); its length, Infinity where more must be read. */
export function wordsOfText(text: string, into: Uint32Array): number {
  let isWhole = true;
  for (let i = 0, at = 0; i < into.length; i++) {
    let word = 0;
    for (let k = 0; k < 4; k++, at++) {
      const code = isWhole && at < text.length ? text.charCodeAt(at) : 0;
      // Greater than all of ASCII; which of these it is, and what follows, only the text can say.
      if (code > 127) isWhole = false;
      word = (word << 8) | Math.min(code, 128);
    }
    into[i] = word;
  }
  return isWhole ? text.length : Infinity;
}

/**
 * Texts of many distinct values as UTF-8 bytes one after another: four bytes a row beside the text itself. What is set later than in
 * order stands in a map until the pool is packed again.
 */
export class TextPool {
  #bytes = new Uint8Array(0);
  #starts: Uint32Array;
  /** Rows whose text stands in the pool; those after have none. */
  #filled = 0;
  #ascii = true;
  readonly #edits = new Map<number, string>();

  constructor(capacity: number) {
    this.#starts = new Uint32Array(capacity + 1);
  }

  static restore(bytes: Uint8Array, starts: Uint32Array, ascii: boolean): TextPool {
    const pool = new TextPool(0);
    pool.#bytes = bytes as Uint8Array<ArrayBuffer>;
    pool.#starts = starts as Uint32Array<ArrayBuffer>;
    pool.#filled = starts.length - 1;
    pool.#ascii = ascii;
    return pool;
  }

  get size(): number {
    return this.#bytes.byteLength + this.#starts.byteLength;
  }

  /** True when no byte in the pool is above 127 (texts edited later are not asked). */
  get ascii(): boolean {
    return this.#ascii;
  }

  resize(capacity: number): void {
    this.#starts = resized(this.#starts, capacity + 1);
  }

  /** '' when there is none. */
  read(row: number): string {
    const edit = this.#edits.size > 0 ? this.#edits.get(row) : undefined;
    if (edit !== undefined) return edit;
    if (row >= this.#filled) return '';
    const from = this.#starts[row]!;
    const to = this.#starts[row + 1]!;
    if (from === to) return '';
    if (to - from > 24 || !this.#ascii) return decoder.decode(this.#bytes.subarray(from, to));
    let text = '';
    for (let i = from; i < to; i++) text += String.fromCharCode(this.#bytes[i]!);
    return text;
  }

  /**
   * The first bytes of a text and what follows it (ASCII) as words of four bytes, first byte highest; answers the length of both together,
   * −1 for no text, Infinity where bytes would not order as characters.
   */
  words(row: number, tail: string, into: Uint32Array): number {
    if (this.#edits.size > 0 && this.#edits.has(row)) return this.#wordsOf(this.#edits.get(row)!, tail, into);
    if (row >= this.#filled) return -1;
    const from = this.#starts[row]!;
    const length = this.#starts[row + 1]! - from;
    if (length === 0) return -1;
    const bytes = this.#bytes;
    let isAscii = true;
    for (let i = 0, at = 0; i < into.length; i++) {
      let word = 0;
      for (let k = 0; k < 4; k++, at++) {
        const byte =
          at < length ? bytes[from + at]! : at - length < tail.length ? tail.charCodeAt(at - length) : 0;
        if (byte > 127) isAscii = false;
        word = (word << 8) | byte;
      }
      into[i] = word;
    }
    return isAscii ? length + tail.length : this.#wordsOf(this.read(row), tail, into);
  }

  #wordsOf(text: string, tail: string, into: Uint32Array): number {
    return text === '' ? -1 : wordsOfText(text + tail, into);
  }

  write(row: number, text: string): void {
    if (row < this.#filled) {
      this.#edits.set(row, text);
      if (this.#edits.size > 1000 && this.#edits.size > this.#filled >> 4) this.pack(this.#filled);
      return;
    }
    if (row + 2 > this.#starts.length)
      this.#starts = resized(this.#starts, nextCapacity(row + 2, this.#starts.length));
    const end = this.#reach(row);
    const most = end + text.length * 3;
    if (most > this.#bytes.length) this.#bytes = resized(this.#bytes, nextCapacity(most, this.#bytes.length));
    const bytes = this.#bytes;
    let at = end;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit > 127) {
        this.#ascii = false;
        at = end + encoder.encodeInto(text, bytes.subarray(end)).written;
        break;
      }
      bytes[at++] = unit;
    }
    this.#filled = row + 1;
    this.#starts[row + 1] = at;
  }

  /** Appends rows `at …` from ready bytes; `starts` has one entry more than rows. */
  writeAll(at: number, bytes: Uint8Array, starts: Uint32Array, ascii: boolean): void {
    if (at < this.#filled) {
      for (let i = 0; i + 1 < starts.length; i++) {
        this.write(at + i, decoder.decode(bytes.subarray(starts[i]!, starts[i + 1])));
      }
      return;
    }
    const end = this.#reach(at);
    const first = starts[0]!;
    const last = starts[starts.length - 1]!;
    const need = end + last - first;
    if (need > this.#bytes.length) this.#bytes = resized(this.#bytes, nextCapacity(need, this.#bytes.length));
    this.#bytes.set(bytes.subarray(first, last), end);
    for (let i = 1; i < starts.length; i++) this.#starts[at + i] = end + starts[i]! - first;
    this.#filled = at + starts.length - 1;
    this.#ascii &&= ascii;
  }

  /** The bytes of all texts, edits taken in; text of row r is from `starts[r]` to `starts[r + 1]`. */
  packed(rows: number): { bytes: Uint8Array; starts: Uint32Array } {
    this.pack(rows);
    return { bytes: this.#bytes, starts: this.#starts };
  }

  /** Takes edits in, and gives spare room back. */
  pack(rows: number): void {
    this.#reach(rows);
    this.#filled = Math.max(this.#filled, rows);
    const end = this.#starts[this.#filled]!;
    if (this.#edits.size === 0) {
      if (this.#bytes.length > end * 1.02 + 64) this.#bytes = this.#bytes.slice(0, end);
      return;
    }
    const edits = [...this.#edits].sort((a, b) => a[0] - b[0]);
    const encoded = edits.map(([row, text]) => ({ row, bytes: encoder.encode(text) }));
    let length = end;
    for (const { row, bytes } of encoded)
      length += bytes.length - (this.#starts[row + 1]! - this.#starts[row]!);
    const packed = new Uint8Array(length);
    const starts = new Uint32Array(this.#starts.length);
    let at = 0;
    let from = 0;
    const copy = (to: number) => {
      packed.set(this.#bytes.subarray(this.#starts[from]!, this.#starts[to]!), at);
      const shift = at - this.#starts[from]!;
      for (let row = from; row < to; row++) starts[row] = this.#starts[row]! + shift;
      at += this.#starts[to]! - this.#starts[from]!;
    };
    for (const { row, bytes } of encoded) {
      copy(row);
      starts[row] = at;
      packed.set(bytes, at);
      at += bytes.length;
      if (this.#ascii && bytes.some((byte) => byte > 127)) this.#ascii = false;
      from = row + 1;
    }
    copy(this.#filled);
    starts[this.#filled] = at;
    this.#bytes = packed;
    this.#starts = starts;
    this.#edits.clear();
  }

  /** Puts the rows in another order: row i becomes what row `order[i]` was. */
  permute(order: Uint32Array): void {
    this.pack(order.length);
    const bytes = new Uint8Array(this.#bytes.length);
    const starts = new Uint32Array(this.#starts.length);
    let at = 0;
    for (let row = 0; row < order.length; row++) {
      const from = this.#starts[order[row]!]!;
      const to = this.#starts[order[row]! + 1]!;
      bytes.set(this.#bytes.subarray(from, to), at);
      at += to - from;
      starts[row + 1] = at;
    }
    this.#bytes = bytes;
    this.#starts = starts;
  }

  /** Fills the rows before `row` with nothing; where the pool ends. */
  #reach(row: number): number {
    const end = this.#starts[this.#filled]!;
    if (row > this.#filled) {
      this.#starts.fill(end, this.#filled + 1, row + 1);
      this.#filled = row;
    }
    return end;
  }
}
