import { compareValues } from '../../../segments/index.js';
import type { TextKeys } from './columns.js';
import { wordsPass } from './radix.js';

const STEP = 16_384;
/** Words of four characters that decide the order; then the whole keys do. */
const WORDS = 4;
const NONE = 0xffffffff;

/**
 * The rows of `start` ordered by texts: by the first sixteen characters of each key as four words, then, where these are alike and a key
 * goes on, by the whole keys. Pauses (yields) now and then. `start` is written over.
 */
export function* textOrder(start: Uint32Array, column: TextKeys, rows: number): Generator<void, Uint32Array> {
  const { sign } = column;
  const words = Array.from({ length: WORDS }, () => new Uint32Array(rows));
  /** Rows whose key is longer than the words hold. */
  const longer = new Uint8Array(rows);
  const scratch = new Uint32Array(WORDS);
  for (let row = 0; row < rows; row++) {
    const length = column.words(row, scratch);
    longer[row] = Number(length > WORDS * 4);
    for (let i = 0; i < WORDS; i++)
      words[i]![row] = length < 0 ? NONE : sign === 1 ? scratch[i]! : NONE - 1 - scratch[i]!;
    if (row % STEP === STEP - 1) yield;
  }
  let order = start;
  for (const word of words.toReversed()) order = yield* wordsPass(order, word);
  const [first, second, third, fourth] = words as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  let since = 0;
  for (let from = 0; from < rows;) {
    const row = order[from]!;
    let to = from + 1;
    let isLonger = longer[row] === 1;
    for (; to < rows; to++) {
      const next = order[to]!;
      if (first[next] !== first[row] || second[next] !== second[row]) break;
      if (third[next] !== third[row] || fourth[next] !== fourth[row]) break;
      if (longer[next] === 1) isLonger = true;
    }
    if (isLonger && to - from > 1) settle(order, from, to, column);
    from = to;
    if (from - since > STEP) {
      since = from;
      yield;
    }
  }
  return order;
}

/** Puts rows with the same beginning in order; they come in by id, and stay so where their keys are alike. */
function settle(order: Uint32Array, from: number, to: number, column: TextKeys): void {
  const entries = Array.from(order.subarray(from, to), (row) => ({ row, key: column.key(row) }));
  entries.sort((a, b) => compareValues(a.key, b.key, column.sign === -1));
  entries.forEach(({ row }, i) => {
    order[from + i] = row;
  });
}
