import { dayOf, numberOfMonthDay } from './calendar.js';
import { dayNumber, MAX_DAY_NUMBER, MIN_DAY_NUMBER, partsOf, type Day } from './day.js';

/** The day with this number; beyond either end of the calendar, that end. */
export function clampedDay(number: number): Day {
  if (Number.isNaN(number)) throw new RangeError('NaN is no day number');
  return dayOf(Math.min(MAX_DAY_NUMBER, Math.max(MIN_DAY_NUMBER, number)));
}

/** So many days later (earlier when negative); beyond either end of the calendar, that end. */
export function addDays(day: Day, days: number): Day {
  return clampedDay(dayNumber(day) + days);
}

/**
 * The same day so many months later (earlier when negative). In a month that has no such day it is the month's last:
 * 31 January + 1 month = 28 February, and back again = 28 January. Beyond either end of the calendar, that end.
 */
export function addMonths(day: Day, months: number): Day {
  const parts = partsOf(day);
  return clampedDay(numberOfMonthDay(parts.year, parts.month + months, parts.day));
}

/** The same day so many years later: 29 February becomes 28 February in years that have no 29th. */
export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12);
}

/** Days from one day to another: positive when `to` is the later one. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 Monday … 7 Sunday. */
export function weekday(day: Day): number {
  return weekdayOfNumber(dayNumber(day));
}

/** 1 Monday … 7 Sunday, of days since 1970-01-01, which was a Thursday. */
export function weekdayOfNumber(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}
