import type { TextKeys } from './columns.js';
import { compareValues } from '../../../segments/index.js';
import { wordsPass } from './radix.js';

const STEP = 16_384;

/**
 * The rows of `start` ordered by texts: by the first eight characters of each sort key as two words, then, where these are alike, by
 * the whole keys. Pauses (yields) now and then. `start` may be written over.
 */
export function* textOrder(start: Uint32Array, column: TextKeys, rows: number): Generator<void, Uint32Array> {
  const { sign } = column;
  const high = new Uint32Array(rows);
  const low = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    const key = column.key(row);
    high[row] = wordOf(key, 0, sign);
    low[row] = wordOf(key, 4, sign);
    if (row % STEP === STEP - 1) yield;
  }
  const order = yield* wordsPass(yield* wordsPass(start, low), high);
  for (let from = 0; from < rows;) {
    const row = order[from]!;
    let to = from + 1;
    while (to < rows && high[order[to]!] === high[row] && low[order[to]!] === low[row]) to++;
    // 0xffffffff in both: no value; these are all alike.
    if (to - from > 1 && !(high[row] === NONE && low[row] === NONE)) settle(order, from, to, column);
    if (Math.floor(from / STEP) !== Math.floor(to / STEP)) yield;
    from = to;
  }
  return order;
}

const NONE = 0xffffffff;

/** Four characters of a key (ASCII, 7 bits each) as a number in the wanted direction. */
function wordOf(key: string | null, at: number, sign: 1 | -1): number {
  if (key === null) return NONE;
  let word = 0;
  for (let i = at; i < at + 4; i++)
    word = word * 128 + (i < key.length ? Math.min(key.charCodeAt(i), 127) : 0);
  return sign === 1 ? word : 0x0fffffff - word;
}

/** Puts rows with the same beginning in order; they come in by id, and stay so where their keys are alike. */
function settle(order: Uint32Array, from: number, to: number, column: TextKeys): void {
  const entries = Array.from(order.subarray(from, to), (row) => ({ row, key: column.key(row) }));
  entries.sort((a, b) => compareValues(a.key, b.key, column.sign === -1));
  entries.forEach(({ row }, i) => {
    order[from + i] = row;
  });
}
