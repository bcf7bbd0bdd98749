import type { Ids } from '../ids.js';
import { wordsPass } from './radix.js';

const STEP = 65_536;

/** All rows by their ids: as they stand when they came so, else by eight bytes behind what all ids have in common, and then whole. */
export function* idOrder(ids: Ids): Generator<void, Uint32Array> {
  const rows = ids.count;
  const order = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) order[row] = row;
  if (ids.ascending) return order;
  const high = new Uint32Array(rows);
  const low = new Uint32Array(rows);
  const shared = ids.shared();
  for (let row = 0; row < rows; row++) {
    high[row] = ids.word(row, shared);
    low[row] = ids.word(row, shared + 4);
    if (row % STEP === STEP - 1) yield;
  }
  const sorted = yield* wordsPass(yield* wordsPass(order, low), high);
  for (let from = 0; from < rows;) {
    const row = sorted[from]!;
    let to = from + 1;
    while (to < rows && high[sorted[to]!] === high[row] && low[sorted[to]!] === low[row]) to++;
    if (to - from > 1) sorted.subarray(from, to).sort((a, b) => ids.compare(a, b));
    from = to;
  }
  return sorted;
}
