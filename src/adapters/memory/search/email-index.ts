import type { Bits, Codes } from '../../../segments/index.js';
import { fold } from '../../../text/index.js';
import type { EmailStore } from '../columns/index.js';
import type { Steps } from '../steps.js';
import { scanCodes } from './scan.js';
import { BREAK, TextIndex } from './text-index.js';

const encoder = new TextEncoder();
/** An address whose fold is the folds of its parts with the `@` between them. */
const PLAIN = /^[!-?A-~]*$/;

/** Which rows' e-mails hold a needle: what stands before the `@` by an index, the domains one by one. */
export class EmailIndex {
  readonly #emails: EmailStore;
  readonly #texts: TextIndex;
  /** Rows whose preferred address stands whole among the texts, and whose domain does not count. */
  readonly #odd = new Set<number>();
  readonly #folded: string[] = [];

  constructor(emails: EmailStore, rows: number) {
    this.#emails = emails;
    this.#texts = new TextIndex(rows);
  }

  get bytes(): number {
    return this.#texts.bytes;
  }

  add(row: number): void {
    const local = this.#emails.local(row);
    if (local === '') return;
    const more = this.#emails.others(row);
    const isPlain = PLAIN.test(local) && this.#emails.domains.codes[row] !== 0;
    if (!isPlain) this.#odd.add(row);
    if (isPlain && !more) return this.#texts.add(row, fold(local));
    const whole = (more ?? []).slice(isPlain ? 1 : 0).map(({ value }) => fold(value));
    if (!isPlain && !more) whole.push(fold(this.#emails.first(row)));
    // The preferred one is the last, so that what its local part ends with can be told.
    if (isPlain) whole.push(fold(local));
    this.#texts.add(row, whole.join(BREAK));
  }

  closing(rows: number): Steps {
    return this.#texts.closing(rows);
  }

  find(needle: string, into: Bits): void {
    this.#texts.find(needle, into);
    const { codes, dictionary } = this.#emails.domains;
    for (let code = this.#folded.length; code < dictionary.length; code++)
      this.#folded[code] = fold(dictionary[code]!);
    this.#scan(into, codes, (domain) => domain.includes(needle));
    for (let at = needle.indexOf('@'); at >= 0; at = needle.indexOf('@', at + 1)) {
      this.#across(needle.slice(0, at), needle.slice(at + 1), into);
    }
  }

  #scan(into: Bits, codes: Codes, passes: (domain: string) => boolean): Bits {
    const table = Uint8Array.from(this.#folded, (domain, code) => Number(code !== 0 && passes(domain)));
    if (!table.includes(1)) return into;
    const found = this.#odd.size > 0 ? new Uint32Array(into.length) : into;
    scanCodes(codes, table, found);
    if (found !== into) {
      for (const row of this.#odd) found[row >> 5]! &= ~(1 << (row & 31));
      for (let w = 0; w < into.length; w++) into[w]! |= found[w]!;
    }
    return into;
  }

  /** Rows whose local part ends with one text and whose domain begins with the other. */
  #across(end: string, start: string, into: Bits): void {
    const found = this.#scan(new Uint32Array(into.length), this.#emails.domains.codes, (domain) =>
      domain.startsWith(start),
    );
    const tail = encoder.encode(end);
    for (let w = 0; w < into.length; w++) {
      for (let rest = found[w]! & ~into[w]!; rest !== 0; rest &= rest - 1) {
        const bit = 31 - Math.clz32(rest & -rest);
        if (this.#texts.endsWith(w * 32 + bit, tail)) into[w]! |= 1 << bit;
      }
    }
  }
}
