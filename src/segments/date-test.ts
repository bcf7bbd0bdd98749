import type { DateSpec, Scalar, Test } from '../contract/index.js';
import type { DatePeriod, DateUnit } from '../time/index.js';

/** A test of a date as people say it. Whatever has no such shape is `other`. */
export type DateTest =
  | { readonly kind: 'last' | 'next' | 'ago'; readonly count: number; readonly unit: DateUnit }
  | { readonly kind: 'period'; readonly period: DatePeriod; readonly shift: number }
  /** Today is 0, yesterday −1. */
  | { readonly kind: 'today'; readonly shift: -1 | 0 | 1 }
  | { readonly kind: 'on' | 'before' | 'after' | 'from' | 'until'; readonly day: string }
  | { readonly kind: 'range'; readonly from: string; readonly to: string }
  | { readonly kind: 'other' };

const TODAY: DateSpec = { ago: 0, unit: 'day' };
const isToday = (spec: DateSpec): boolean =>
  ('ago' in spec && spec.ago === 0) || ('ahead' in spec && spec.ahead === 0);

const isSpec = (value: Scalar | undefined): value is DateSpec => typeof value === 'object';

/** What an operator with date specs says. `between` and `anniversary` are read alike. */
export function readDates({ op, value }: Pick<Test, 'op' | 'value'>): DateTest {
  const [from, to] = (Array.isArray(value) ? value : [value]) as (Scalar | undefined)[];
  if (!isSpec(from)) return { kind: 'other' };
  if (op === 'between' || op === 'anniversary') return isSpec(to) ? readPair(from, to) : { kind: 'other' };
  if ('day' in from) {
    const kinds = { is: 'on', lt: 'before', gt: 'after', gte: 'from', lte: 'until' } as const;
    return op in kinds ? { kind: kinds[op as keyof typeof kinds], day: from.day } : { kind: 'other' };
  }
  if (op === 'is') return readDay(from);
  if (op === 'lt' && 'ago' in from && from.ago > 0) return { kind: 'ago', count: from.ago, unit: from.unit };
  return { kind: 'other' };
}

function readDay(spec: DateSpec): DateTest {
  if (isToday(spec)) return { kind: 'today', shift: 0 };
  if ('ago' in spec && spec.unit === 'day' && spec.ago === 1) return { kind: 'today', shift: -1 };
  if ('ahead' in spec && spec.unit === 'day' && spec.ahead === 1) return { kind: 'today', shift: 1 };
  return { kind: 'other' };
}

function readPair(from: DateSpec, to: DateSpec): DateTest {
  if ('day' in from && 'day' in to) return { kind: 'range', from: from.day, to: to.day };
  if ('ago' in from && from.ago > 0 && isToday(to)) return { kind: 'last', count: from.ago, unit: from.unit };
  if ('ahead' in to && to.ahead > 0 && isToday(from)) return { kind: 'next', count: to.ahead, unit: to.unit };
  if (isToday(from) && isToday(to)) return { kind: 'today', shift: 0 };
  if ('start' in from && 'end' in to && from.start === to.end && (from.shift ?? 0) === (to.shift ?? 0))
    return { kind: 'period', period: from.start, shift: from.shift ?? 0 };
  return { kind: 'other' };
}

/** The other way. A period or a span of a birthday falls on its anniversary. */
export function writeDates(
  test: Exclude<DateTest, { kind: 'other' }>,
  pair: 'between' | 'anniversary' = 'between',
): Test {
  switch (test.kind) {
    case 'last':
      return { op: pair, value: [{ ago: test.count, unit: test.unit }, TODAY] };
    case 'next':
      return { op: pair, value: [TODAY, { ahead: test.count, unit: test.unit }] };
    case 'ago':
      return { op: 'lt', value: { ago: test.count, unit: test.unit } };
    case 'period': {
      const shift = test.shift === 0 ? {} : { shift: test.shift };
      return {
        op: pair,
        value: [
          { start: test.period, ...shift },
          { end: test.period, ...shift },
        ],
      };
    }
    case 'today': {
      const spec: DateSpec =
        test.shift === 0 ? TODAY : test.shift < 0 ? { ago: 1, unit: 'day' } : { ahead: 1, unit: 'day' };
      return pair === 'between' ? { op: 'is', value: spec } : { op: pair, value: [spec, spec] };
    }
    case 'range':
      return { op: pair, value: [{ day: test.from }, { day: test.to }] };
    case 'on':
      return { op: 'is', value: { day: test.day } };
    case 'before':
      return { op: 'lt', value: { day: test.day } };
    case 'after':
      return { op: 'gt', value: { day: test.day } };
    case 'from':
      return { op: 'gte', value: { day: test.day } };
    case 'until':
      return { op: 'lte', value: { day: test.day } };
  }
}
