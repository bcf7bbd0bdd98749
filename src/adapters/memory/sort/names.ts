import type { CodeColumn, Codes } from '../../../segments/index.js';
import { sortKey } from '../../../text/index.js';

/** So many words of a name are ordered by their ranks; where they are alike, the whole sort key decides. */
const MOST_SLOTS = 4;

interface Part {
  codes: Codes;
  dictionary: readonly string[];
  /** Where the words of each entry begin in `words`. */
  starts: Uint32Array;
  /** Ranks of the words of all entries, from 1. */
  words: Uint32Array;
}

/**
 * A text joined of several dictionaries, ordered without joining. A sort key is made of the letters of all words and, behind them, of accents
 * and case. Two texts are in the order of the first word whose letters differ, so ranks of words (over all the dictionaries together) decide
 * nearly always.
 */
export class NameRanks {
  static readonly #made = new WeakMap<readonly string[], NameRanks>();

  readonly #parts: Part[];
  readonly #collation: string;
  /** The greatest rank of a word. */
  readonly top: number;
  /** How many words are worth a rank. */
  readonly slots: number;

  private constructor(columns: readonly CodeColumn[], collation: string) {
    this.#collation = collation;
    const split = columns.map(({ dictionary }) =>
      dictionary.map((text) =>
        text
          .split(/\s+/u)
          .map((word) => lettersOf(word, collation))
          .filter((letters) => letters !== ''),
      ),
    );
    const ranks = new Map([...new Set(split.flat(2))].sort().map((letters, i) => [letters, i + 1]));
    this.top = ranks.size;
    this.#parts = columns.map(({ codes, dictionary }, i) => {
      const entries = split[i]!;
      const starts = new Uint32Array(entries.length + 1);
      entries.forEach((words, code) => {
        starts[code + 1] = starts[code]! + words.length;
      });
      const words = Uint32Array.from(entries.flat(), (letters) => ranks.get(letters)!);
      return { codes, dictionary, starts, words };
    });
    const longest = split.map((entries) => entries.reduce((most, words) => Math.max(most, words.length), 0));
    this.slots = Math.min(
      MOST_SLOTS,
      Math.max(
        1,
        longest.reduce((sum, most) => sum + most, 0),
      ),
    );
  }

  /** Made once for these dictionaries as they are. */
  static of(columns: readonly CodeColumn[], collation: string): NameRanks {
    const first = columns[0]!.dictionary;
    const made = NameRanks.#made.get(first);
    if (made?.fits(columns, collation)) return made;
    const ranks = new NameRanks(columns, collation);
    NameRanks.#made.set(first, ranks);
    return ranks;
  }

  fits(columns: readonly CodeColumn[], collation: string): boolean {
    return (
      collation === this.#collation &&
      columns.length === this.#parts.length &&
      columns.every(
        ({ codes, dictionary }, i) =>
          codes === this.#parts[i]!.codes &&
          dictionary === this.#parts[i]!.dictionary &&
          dictionary.length + 1 === this.#parts[i]!.starts.length,
      )
    );
  }

  /** The rank of the first word of a row; 0: none. */
  first(row: number): number {
    for (const { codes, starts, words } of this.#parts) {
      const code = codes[row]!;
      if (starts[code] !== starts[code + 1]) return words[starts[code]!]!;
    }
    return 0;
  }

  /** The rank of the i-th word of a row; 0: it has fewer. */
  #word(row: number, i: number): number {
    let left = i;
    for (const { codes, starts, words } of this.#parts) {
      const from = starts[codes[row]!]!;
      const count = starts[codes[row]! + 1]! - from;
      if (left < count) return words[from + left]!;
      left -= count;
    }
    return 0;
  }

  /** True when the row has no text at all. */
  isMissing(row: number): boolean {
    for (const { codes } of this.#parts) if (codes[row] !== 0) return false;
    return true;
  }

  /** Writes the ranks of the first words of some rows, an array for each word; 0: none. Answers the most words that a row has. */
  fill(into: readonly Uint32Array[], from: number, to: number): number {
    const wanted = into.length;
    let most = 0;
    for (let row = from; row < to; row++) {
      let slot = 0;
      for (const { codes, starts, words } of this.#parts) {
        const code = codes[row]!;
        for (let at = starts[code]!; at < starts[code + 1]! && slot < wanted; at++)
          into[slot++]![row] = words[at]!;
      }
      if (slot > most) most = slot;
    }
    return most;
  }

  /** True when both rows are made of the same entries, and so equal. */
  isSame(a: number, b: number): boolean {
    for (const { codes } of this.#parts) if (codes[a] !== codes[b]) return false;
    return true;
  }

  key(row: number): string | null {
    if (this.isMissing(row)) return null;
    let joined = '';
    for (const { codes, dictionary } of this.#parts) {
      const text = dictionary[codes[row]!]!;
      if (text !== '') joined = joined === '' ? text : `${joined} ${text}`;
    }
    return sortKey(joined, this.#collation);
  }

  compare(a: number, b: number, sign: 1 | -1): number {
    if (this.isSame(a, b)) return 0;
    for (let i = 0; ; i++) {
      const left = this.#word(a, i);
      const right = this.#word(b, i);
      if (left !== right) {
        // A row without any word may still have a text of signs; its key tells.
        if (i === 0 && (left === 0 || right === 0)) break;
        return left < right ? -sign : sign;
      }
      if (left === 0) break;
    }
    const one = this.key(a);
    const other = this.key(b);
    if (one === other) return 0;
    if (one === null) return 1;
    if (other === null) return -1;
    return one < other ? -sign : sign;
  }
}

/** The letters of a sort key, without its accents and case. */
function lettersOf(word: string, collation: string): string {
  const key = sortKey(word, collation);
  const end = key.indexOf(' ');
  return end === -1 ? key : key.slice(0, end);
}
