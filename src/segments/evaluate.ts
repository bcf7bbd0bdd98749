import { allBits, countBits, createBits } from './bits.js';
import { parseSearch } from '../text/index.js';
import { compile } from './compile.js';
import { negated, type Resolved, type SearchField } from './resolved.js';
import type { Bits, ColumnSource } from './source.js';
import { BLOCK, type Step } from './steps.js';

export interface Matches {
  bits: Bits;
  count: number;
}

const WORDS = BLOCK / 32;

/** The rows of which the segment is true. Rows that are not live are in no answer. */
export function evaluate(node: Resolved, source: ColumnSource): Matches {
  const bits = createBits(source.rows);
  const step = compile(node, source);
  const count = run(step, source, (block, first) => {
    bits.set(block.length <= bits.length - first ? block : block.subarray(0, bits.length - first), first);
  });
  return { bits, count };
}

/** How many rows the segment is true of; their set is not made. */
export function countMatches(node: Resolved, source: ColumnSource): number {
  return run(compile(node, source), source);
}

/** The rows for which the segment is neither true nor false, for want of a value. */
export function unknownBits(node: Resolved, source: ColumnSource): Bits {
  const unknown = source.live === null ? allBits(source.rows) : source.live.slice(0, (source.rows + 31) >> 5);
  const yes = evaluate(node, source).bits;
  const no = evaluate(negated(node), source).bits;
  for (let w = 0; w < unknown.length; w++) unknown[w]! &= ~(yes[w]! | no[w]!);
  return unknown;
}

/** The rows that the quick search finds in the fields (see `searchFields`). Nothing to look for finds nobody. */
export function searchRows(
  source: ColumnSource,
  text: string,
  fields: readonly SearchField[],
  indexed = true,
): Matches {
  const terms = parseSearch(text);
  if (terms.length === 0) return { bits: createBits(source.rows), count: 0 };
  return evaluate({ kind: 'search', text, terms, fields, indexed, negate: false }, source);
}

/** Runs a step over all blocks; `keep` gets each block's words and the place of the first. The block is written over afterwards. */
function run(step: Step, source: ColumnSource, keep?: (block: Int32Array, first: number) => void): number {
  const { rows, live } = source;
  const words = (rows + 31) >> 5;
  const block = new Int32Array(Math.min(WORDS, words));
  let count = 0;
  for (let first = 0; first < words; first += WORDS) {
    const length = Math.min(block.length, words - first);
    if (live === null) block.fill(-1);
    else for (let w = 0; w < length; w++) block[w] = live[first + w]!;
    if (length < block.length) block.fill(0, length);
    if (first + length === words && rows % 32 !== 0) block[length - 1]! &= 2 ** (rows % 32) - 1;
    step.refine(first * 32, block);
    count += countBits(block);
    keep?.(block, first);
  }
  return count;
}
