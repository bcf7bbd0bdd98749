import type { Numbers } from './source.js';
import type { ResolvedTest } from './resolved.js';

/** Closed intervals, ascending and apart: `[from, to, from, to, …]`. */
export type Intervals = readonly number[];

/** The numbers that an array can hold, in steps. */
export interface Domain {
  min: number;
  max: number;
  /** Least number of the domain that is ≥ x, and greatest that is ≤ x. */
  up(x: number): number;
  down(x: number): number;
  next(x: number): number;
  previous(x: number): number;
}

const float = new Float64Array(1);
const whole = new BigInt64Array(float.buffer);

function step(x: number, away: 1n | -1n): number {
  // An infinity has one neighbour: a column may keep "missing" there, which the rest must be told from.
  if (x === Infinity) return away === 1n ? x : Number.MAX_VALUE;
  if (x === -Infinity) return away === -1n ? x : -Number.MAX_VALUE;
  if (x === 0) return away === 1n ? Number.MIN_VALUE : -Number.MIN_VALUE;
  float[0] = x;
  whole[0]! += x > 0 === (away === 1n) ? 1n : -1n;
  return float[0]!;
}

const same = (x: number): number => x;
/** Every double; the infinities are its ends. */
export const FLOATS: Domain = {
  min: -Infinity,
  max: Infinity,
  up: same,
  down: same,
  next: (x) => step(x, 1n),
  previous: (x) => step(x, -1n),
};

const integers = (min: number, max: number): Domain => ({
  min,
  max,
  up: Math.ceil,
  down: Math.floor,
  next: (x) => x + 1,
  previous: (x) => x - 1,
});

export function domainOf(values: Numbers): Domain {
  if (values instanceof Float64Array) return FLOATS;
  const bits = values.BYTES_PER_ELEMENT * 8;
  const signed = values instanceof Int8Array || values instanceof Int16Array || values instanceof Int32Array;
  return signed ? integers(-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) : integers(0, 2 ** bits - 1);
}

/** The raw numbers whose `raw * unit / scale` the test accepts. */
export function accepted(test: ResolvedTest, domain: Domain, scale: number, unit = 1): Intervals {
  switch (test.op) {
    case 'known':
      return [domain.min, domain.max];
    case 'range': {
      let from = domain.min;
      let to = domain.max;
      if (test.gte !== undefined) from = Math.max(from, leastAtOrAbove(test.gte, domain, scale, unit));
      if (test.gt !== undefined)
        from = Math.max(from, domain.next(greatestAtOrBelow(test.gt, domain, scale, unit)));
      if (test.lte !== undefined) to = Math.min(to, greatestAtOrBelow(test.lte, domain, scale, unit));
      if (test.lt !== undefined)
        to = Math.min(to, domain.previous(leastAtOrAbove(test.lt, domain, scale, unit)));
      return from <= to ? [from, to] : [];
    }
    case 'in': {
      const points = test.values.flatMap((value) => {
        const from = Math.max(domain.min, leastAtOrAbove(value, domain, scale, unit));
        const to = Math.min(domain.max, greatestAtOrBelow(value, domain, scale, unit));
        return from <= to ? [[from, to] as const] : [];
      });
      points.sort((a, b) => a[0] - b[0]);
      const out: number[] = [];
      for (const [from, to] of points) {
        if (out.length > 0 && from <= domain.next(out.at(-1)!))
          out[out.length - 1] = Math.max(out.at(-1)!, to);
        else out.push(from, to);
      }
      return out;
    }
    case 'annual':
    case 'codes':
    case 'anyOf':
    case 'allOf':
    case 'text':
      throw new TypeError(`"${test.op}" is no test of numbers`);
  }
}

function leastAtOrAbove(value: number, domain: Domain, scale: number, unit: number): number {
  if ((scale === 1 && unit === 1) || !Number.isFinite(value)) return domain.up(value);
  let raw = domain.up((value * scale) / unit);
  while ((raw * unit) / scale < value) raw = domain.next(raw);
  while ((domain.previous(raw) * unit) / scale >= value) raw = domain.previous(raw);
  return raw;
}

function greatestAtOrBelow(value: number, domain: Domain, scale: number, unit: number): number {
  if ((scale === 1 && unit === 1) || !Number.isFinite(value)) return domain.down(value);
  let raw = domain.down((value * scale) / unit);
  while ((raw * unit) / scale > value) raw = domain.previous(raw);
  while ((domain.next(raw) * unit) / scale <= value) raw = domain.next(raw);
  return raw;
}

/** What of the domain the intervals leave out. */
export function complement(intervals: Intervals, domain: Domain): Intervals {
  const out: number[] = [];
  let from = domain.min;
  for (let i = 0; i < intervals.length; i += 2) {
    const start = intervals[i]!;
    if (start > from) out.push(from, domain.previous(start));
    const end = intervals[i + 1]!;
    if (end >= domain.max) return out;
    from = domain.next(end);
  }
  out.push(from, domain.max);
  return out;
}

/** The intervals without `[from, to]`. */
export function without(intervals: Intervals, from: number, to: number, domain: Domain): Intervals {
  const out: number[] = [];
  for (let i = 0; i < intervals.length; i += 2) {
    const start = intervals[i]!;
    const end = intervals[i + 1]!;
    if (start > to || end < from) out.push(start, end);
    else {
      if (start < from) out.push(start, domain.previous(from));
      if (end > to) out.push(domain.next(to), end);
    }
  }
  return out;
}

/** The intervals and `[from, to]`. */
export function including(intervals: Intervals, from: number, to: number, domain: Domain): Intervals {
  return complement(without(complement(intervals, domain), from, to, domain), domain);
}

/** True when x lies in one of the intervals; never for NaN. */
export function has(intervals: Intervals, x: number): boolean {
  let low = 0;
  let high = intervals.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x < intervals[middle * 2]!) high = middle;
    else if (x > intervals[middle * 2 + 1]!) low = middle + 1;
    else return x === x;
  }
  return false;
}
