import { dayNumber, partsOf } from '../time/day.js';
import type { Day } from '../contract/values.js';
import { relativeFormat } from './intl.js';

/** Whole calendar months from one day to a later one. */
function monthsBetween(from: Day, to: Day): number {
  const a = partsOf(from);
  const b = partsOf(to);
  return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
}

/**
 * How far a day is from today, in the greatest unit that is filled: days by name up to the day after tomorrow where the language has
 * words for them, then days, from 7 weeks, from 30 months, from 12 months years.
 */
export function relativeDay(locale: string, day: Day, today: Day): string {
  const days = dayNumber(day) - dayNumber(today);
  const far = Math.abs(days);
  if (far < 7) return relativeFormat(locale, 'auto').format(days, 'day');
  const sign = Math.sign(days);
  const format = relativeFormat(locale, 'always');
  if (far < 30) return format.format(sign * Math.floor(far / 7), 'week');
  const months = Math.max(1, sign < 0 ? monthsBetween(day, today) : monthsBetween(today, day));
  if (months < 12) return format.format(sign * months, 'month');
  return format.format(sign * Math.floor(months / 12), 'year');
}
