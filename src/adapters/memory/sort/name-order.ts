import type { NameKeys } from './columns.js';
import { countingSort } from './radix.js';

const STEP = 65_536;

/**
 * The rows of `start` ordered by names: by the ranks of their words, last word first, then, where all words are alike, by accents and case.
 * Pauses (yields) after each pass. `start` is written over.
 */
export function* nameOrder(
  start: Uint32Array,
  { ranks, sign }: NameKeys,
  rows: number,
): Generator<void, Uint32Array> {
  const slots = Array.from({ length: ranks.slots }, () => new Uint32Array(rows));
  for (let from = 0; from < rows; from += STEP) {
    ranks.fill(slots, from, Math.min(from + STEP, rows));
    yield;
  }
  const { top } = ranks;
  let order = start;
  for (const [i, slot] of [...slots.entries()].reverse()) {
    const keys = directed(slot, top, sign);
    if (i === 0) {
      for (let row = 0; row < rows; row++) if (slot[row] === 0 && ranks.isMissing(row)) keys[row] = top + 1;
    }
    order = yield* countingSort(order, keys, top + 2);
  }
  let since = 0;
  for (let from = 0; from < rows;) {
    const row = order[from]!;
    let to = from + 1;
    let isSame = true;
    for (; to < rows && slots.every((slot) => slot[order[to]!] === slot[row]); to++)
      if (isSame && !ranks.isSame(order[to]!, row)) isSame = false;
    if (!isSame) settle(order, from, to, ranks, sign);
    from = to;
    if (from - since > STEP) {
      since = from;
      yield;
    }
  }
  return order;
}

/** Ranks in the wanted direction: no word comes before any word. */
function directed(slot: Uint32Array, top: number, sign: 1 | -1): Uint32Array {
  const keys = slot.slice();
  if (sign === -1) for (let row = 0; row < keys.length; row++) keys[row] = top - keys[row]!;
  return keys;
}

/** Puts rows of alike words in order; they come in by id, and stay so where all of their keys are alike. */
function settle(order: Uint32Array, from: number, to: number, ranks: NameKeys['ranks'], sign: 1 | -1): void {
  const entries = Array.from(order.subarray(from, to), (row) => ({ row, key: ranks.key(row) }));
  entries.sort((a, b) => {
    if (a.key === b.key) return 0;
    if (a.key === null) return 1;
    if (b.key === null) return -1;
    return a.key < b.key ? -sign : sign;
  });
  entries.forEach(({ row }, i) => {
    order[from + i] = row;
  });
}
