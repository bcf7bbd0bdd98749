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
  let used = 1;
  for (let from = 0; from < rows; from += STEP) {
    used = Math.max(used, ranks.fill(slots, from, Math.min(from + STEP, rows)));
    yield;
  }
  const { top } = ranks;
  const words = slots.slice(0, used);
  let order = start;
  for (const [i, slot] of [...words.entries()].reverse()) {
    const keys = sign === 1 && i > 0 ? slot : directed(slot, top, sign);
    if (i === 0) {
      for (let row = 0; row < rows; row++) if (slot[row] === 0 && ranks.isMissing(row)) keys[row] = top + 1;
    }
    order = yield* countingSort(order, keys, top + 2);
  }
  let since = 0;
  for (let from = 0; from < rows;) {
    const to = endOfRun(order, from, words);
    if (to - from > 1 && !isUniform(order, from, to, ranks)) settle(order, from, to, ranks, sign);
    from = to;
    if (from - since > STEP) {
      since = from;
      yield;
    }
  }
  return order;
}

/** Where the rows end whose words are all alike. */
function endOfRun(order: Uint32Array, from: number, words: readonly Uint32Array[]): number {
  const row = order[from]!;
  let to = from + 1;
  for (; to < order.length; to++) {
    const next = order[to]!;
    for (let i = 0; i < words.length; i++) if (words[i]![next] !== words[i]![row]) return to;
  }
  return to;
}

function isUniform(order: Uint32Array, from: number, to: number, ranks: NameKeys['ranks']): boolean {
  for (let i = from + 1; i < to; i++) if (!ranks.isSame(order[from]!, order[i]!)) return false;
  return true;
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
