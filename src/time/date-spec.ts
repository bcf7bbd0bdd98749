import { addDays, addMonths, addYears, clampedDay, weekdayOfNumber } from './arithmetic.js';
import { numberOfMonthDay } from './calendar.js';
import { dayNumber, isDay, partsOf, type Day } from './day.js';

export const DATE_UNITS = ['day', 'week', 'month', 'year'] as const;
export const DATE_PERIODS = ['week', 'month', 'quarter', 'year'] as const;
export type DateUnit = (typeof DATE_UNITS)[number];
export type DatePeriod = (typeof DATE_PERIODS)[number];

/**
 * A date as segments keep it: a day; so many units before or after today (`{ago: 0, unit: 'day'}` is today); the
 * first or last day of a period (`shift` −1: of the one before). Weeks are seven days, months and years those of the
 * calendar.
 */
export type DateSpec =
  | { day: Day }
  | { ago: number; unit: DateUnit }
  | { ahead: number; unit: DateUnit }
  | { start: DatePeriod; shift?: number | undefined }
  | { end: DatePeriod; shift?: number | undefined };

/** Days from and to, both included. `from` later than `to`: no day at all. */
export interface Period {
  from: Day;
  to: Day;
}

/**
 * Days as filters and reports ask for them: a whole calendar period; the last or the next so many units, today
 * included; from one date to another.
 */
export type PeriodSpec =
  | { period: DatePeriod; shift?: number | undefined }
  | { last: number; unit: DateUnit }
  | { next: number; unit: DateUnit }
  | { from: DateSpec; to: DateSpec };

/** `weekStart`: 1 Monday (the default) … 7 Sunday. */
export interface CalendarRules {
  weekStart?: number | undefined;
}

export const TODAY: DateSpec = Object.freeze({ ago: 0, unit: 'day' });

const has = (list: readonly string[], value: unknown): boolean => list.some((item) => item === value);
const isWhole = (value: unknown): boolean => Number.isInteger(value);

/** True for a spec of exactly one of the shapes, without other keys. */
export function isDateSpec(value: unknown): value is DateSpec {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const spec = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(spec).filter((key) => spec[key] !== undefined);
  const only = (...names: string[]): boolean => keys.every((key) => names.includes(key));
  if (keys.includes('day')) return only('day') && isDay(spec['day']);
  for (const name of ['ago', 'ahead']) {
    if (!keys.includes(name)) continue;
    const count = spec[name];
    return only(name, 'unit') && isWhole(count) && Number(count) >= 0 && has(DATE_UNITS, spec['unit']);
  }
  for (const name of ['start', 'end']) {
    if (!keys.includes(name)) continue;
    return (
      only(name, 'shift') &&
      has(DATE_PERIODS, spec[name]) &&
      (spec['shift'] === undefined || isWhole(spec['shift']))
    );
  }
  return false;
}

function shifted(today: Day, count: number, unit: DateUnit): Day {
  switch (unit) {
    case 'day':
      return addDays(today, count);
    case 'week':
      return addDays(today, count * 7);
    case 'month':
      return addMonths(today, count);
    case 'year':
      return addYears(today, count);
  }
}

/** The first day's number of the calendar period that holds `today`, moved by `shift` periods. */
function startOf(period: DatePeriod, shift: number, today: Day, rules: CalendarRules): number {
  const { year, month } = partsOf(today);
  switch (period) {
    case 'week': {
      const number = dayNumber(today);
      const sinceStart = (weekdayOfNumber(number) - (rules.weekStart ?? 1) + 7) % 7;
      return number - sinceStart + shift * 7;
    }
    case 'month':
      return numberOfMonthDay(year, month + shift, 1);
    case 'quarter':
      return numberOfMonthDay(year, month - ((month - 1) % 3) + shift * 3, 1);
    case 'year':
      return numberOfMonthDay(year + shift, 1, 1);
  }
}

/** The day that a spec means on `today`; beyond either end of the calendar, that end. */
export function resolveDate(spec: DateSpec, today: Day, rules: CalendarRules = {}): Day {
  if ('day' in spec) return spec.day;
  if ('ago' in spec) return shifted(today, -spec.ago, spec.unit);
  if ('ahead' in spec) return shifted(today, spec.ahead, spec.unit);
  if ('start' in spec) return clampedDay(startOf(spec.start, spec.shift ?? 0, today, rules));
  return clampedDay(startOf(spec.end, (spec.shift ?? 0) + 1, today, rules) - 1);
}

/**
 * The days that a period means on `today`. "In the last N days" is from today − N to today; what is "more than N days
 * ago" lies before the first of them.
 */
export function resolvePeriod(spec: PeriodSpec, today: Day, rules: CalendarRules = {}): Period {
  if ('period' in spec) {
    return {
      from: resolveDate({ start: spec.period, shift: spec.shift }, today, rules),
      to: resolveDate({ end: spec.period, shift: spec.shift }, today, rules),
    };
  }
  if ('last' in spec) return { from: shifted(today, -spec.last, spec.unit), to: today };
  if ('next' in spec) return { from: today, to: shifted(today, spec.next, spec.unit) };
  return { from: resolveDate(spec.from, today, rules), to: resolveDate(spec.to, today, rules) };
}

export function isInPeriod(day: Day, { from, to }: Period): boolean {
  return from <= day && day <= to;
}
