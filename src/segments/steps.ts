import { countBits } from './bits.js';
import { refineBits, refineRows, type Flip } from './kernels.js';
import { refineFloat64, refineInt32, refineTable8, refineTable16, refineTable32 } from './kernels.js';
import { complement, FLOATS, has, type Domain, type Intervals } from './intervals.js';
import type { Bits, Codes, Numbers } from './source.js';

/** Rows that are looked at together: their bits stay in the fastest cache. */
export const BLOCK = 4096;

/** A part of a segment over one source, ready to run. `cost` is about nanoseconds per row. */
export interface Step {
  cost: number;
  /** Clears the rows of the block that are not selected. */
  refine(base: number, bits: Int32Array): void;
}

export const PASS: Step = { cost: 0, refine: () => undefined };
export const FAIL: Step = { cost: 0, refine: (_, bits) => void bits.fill(0) };

export function rowStep(accepts: (row: number) => boolean, cost: number): Step {
  return { cost, refine: (base, bits) => refineRows(accepts, base, bits) };
}

export function bitsStep(from: Bits, isNegated: boolean): Step {
  const flip = flipOf(isNegated);
  return { cost: 0.05, refine: (base, bits) => refineBits(from, base, bits, flip) };
}

export function flipOf(isNegated: boolean): Flip {
  return isNegated ? -1 : 0;
}

/** More than so many passes over an array cost more than asking row by row. */
const MAX_PASSES = 3;

/** Keeps rows whose number lies in one of the intervals, or is NaN when `nan` says so. */
export function numberStep(values: Numbers, intervals: Intervals, nan: boolean, domain: Domain): Step {
  if (values instanceof Uint8Array || values instanceof Int8Array) {
    const table = tableOf(intervals, 256);
    return { cost: 1, refine: (base, bits) => refineTable8(values, base, bits, table) };
  }
  if (values instanceof Uint16Array || values instanceof Int16Array) {
    const table = tableOf(intervals, 65_536);
    return { cost: 1, refine: (base, bits) => refineTable16(values, base, bits, table) };
  }
  const hasNan = values instanceof Float64Array;
  const gaps = complement(intervals, domain);
  if (gaps.length === 0 && (nan || !hasNan)) return PASS;
  if (intervals.length === 0 && !(nan && hasNan)) return FAIL;
  if (intervals.length === 2 && !(nan && hasNan)) {
    return intervalStep(values, intervals[0]!, intervals[1]!, false);
  }
  if (gaps.length <= MAX_PASSES * 2) {
    const passes: Step[] = [];
    for (let i = 0; i < gaps.length; i += 2) passes.push(intervalStep(values, gaps[i]!, gaps[i + 1]!, true));
    if (hasNan && !nan) passes.push(intervalStep(values, FLOATS.min, FLOATS.max, false));
    return allStep(passes);
  }
  return rowStep((row) => has(intervals, values[row]!) || (nan && Number.isNaN(values[row]!)), 8);
}

function intervalStep(
  values: Int32Array | Uint32Array | Float64Array,
  from: number,
  to: number,
  outside: boolean,
): Step {
  const flip = flipOf(outside);
  return values instanceof Float64Array
    ? { cost: 1.2, refine: (base, bits) => refineFloat64(values, base, bits, from, to, flip) }
    : { cost: 1.1, refine: (base, bits) => refineInt32(values, base, bits, from, to, flip) };
}

/** By the low bits of a number: 1 when it lies in the intervals. */
function tableOf(intervals: Intervals, size: number): Uint8Array {
  const table = new Uint8Array(size);
  for (let i = 0; i < intervals.length; i += 2) {
    const from = intervals[i]!;
    const to = intervals[i + 1]!;
    if (from < 0) table.fill(1, size + from, size + Math.min(to, -1) + 1);
    if (to >= 0) table.fill(1, Math.max(from, 0), to + 1);
  }
  return table;
}

/** Keeps rows whose code has 1 in the table. */
export function codeStep(codes: Codes, table: Uint8Array): Step {
  if (codes instanceof Uint8Array) {
    return { cost: 1, refine: (base, bits) => refineTable8(codes, base, bits, table) };
  }
  if (codes instanceof Uint16Array) {
    return { cost: 1, refine: (base, bits) => refineTable16(codes, base, bits, table) };
  }
  return { cost: 1.5, refine: (base, bits) => refineTable32(codes, base, bits, table, -1) };
}

interface Part {
  step: Step;
  /** The share of rows that pass, as last seen. */
  share: number;
}

/** Every so many blocks a conjunction measures how many rows each part lets through. */
const MEASURE_EVERY = 32;

/**
 * Keeps rows that every step keeps. The cheapest that removes most goes first: by cost alone at the beginning, then by what was
 * measured, which never changes the answer.
 */
export function allStep(steps: readonly Step[]): Step {
  if (steps.includes(FAIL)) return FAIL;
  const parts: Part[] = steps.filter((step) => step !== PASS).map((step) => ({ step, share: 0.5 }));
  if (parts.length === 0) return PASS;
  if (parts.length === 1) return parts[0]!.step;
  const rank = (part: Part): number => part.step.cost / (1.001 - part.share);
  const order = (): void => void parts.sort((a, b) => rank(a) - rank(b));
  order();
  let round = 0;
  const measured = (base: number, bits: Int32Array): void => {
    let before = countBits(bits);
    for (const part of parts) {
      if (before === 0) break;
      part.step.refine(base, bits);
      const after = countBits(bits);
      part.share = (part.share + (3 * after) / before) / 4;
      before = after;
    }
    order();
  };
  return {
    cost: parts.reduce((sum, part, i) => sum + part.step.cost / 2 ** i, 0),
    refine(base, bits) {
      if (round++ % MEASURE_EVERY === 0) return measured(base, bits);
      for (let i = 0; i < parts.length; i++) {
        if (i > 0 && isEmpty(bits)) return;
        parts[i]!.step.refine(base, bits);
      }
    },
  };
}

/** Keeps rows that any of the steps keeps; each is asked only for those that none before it has kept. */
export function anyStep(steps: readonly Step[]): Step {
  if (steps.includes(PASS)) return PASS;
  const parts = steps.filter((step) => step !== FAIL).sort((a, b) => a.cost - b.cost);
  if (parts.length === 0) return FAIL;
  if (parts.length === 1) return parts[0]!;
  const rest = new Int32Array(BLOCK / 32);
  const kept = new Int32Array(BLOCK / 32);
  return {
    cost: parts.reduce((sum, part) => sum + part.cost, 0.2),
    refine(base, bits) {
      const words = bits.length;
      const open = words === rest.length ? rest : rest.subarray(0, words);
      const found = words === kept.length ? kept : kept.subarray(0, words);
      open.set(bits);
      for (let i = 0; i < parts.length; i++) {
        found.set(open);
        parts[i]!.refine(base, found);
        let left = 0;
        for (let w = 0; w < words; w++) left |= open[w]! &= ~found[w]!;
        if (left === 0) return;
      }
      for (let w = 0; w < words; w++) bits[w]! &= ~open[w]!;
    },
  };
}

function isEmpty(bits: Int32Array): boolean {
  for (let w = 0; w < bits.length; w++) if (bits[w] !== 0) return false;
  return true;
}
