import { parseBirthday, type BirthdayParts } from './birthday-parts.js';
import { dayOf, formatDay, numberOfMonthDay, partsOfNumber } from './calendar.js';
import { dayNumber, daysInMonth, isLeapYear, partsOf, type Day } from './day.js';

/** A birthday: `YYYY-MM-DD`, or `--MM-DD` when the year is not known. */
export type Birthday = string;

/**
 * When those born on 29 February have their birthday in other years. The same day is taken for congratulating and for
 * becoming a year older.
 */
export type LeapPolicy = 'feb28' | 'mar1';

export function isBirthday(value: unknown): value is Birthday {
  return typeof value === 'string' && parseBirthday(value) !== null;
}

export function formatBirthday({ year, month, day }: BirthdayParts): Birthday {
  return year === null
    ? formatDay({ year: 2000, month, day }).replace('2000', '-')
    : formatDay({ year, month, day });
}

function partsOfBirthday(birthday: Birthday): BirthdayParts {
  const parts = parseBirthday(birthday);
  if (parts === null) throw new RangeError(`${JSON.stringify(birthday)} is no birthday`);
  return parts;
}

/** The number of the day on which a birthday falls in a year. */
function numberInYear(year: number, month: number, day: number, policy: LeapPolicy): number {
  const moved = month === 2 && day === 29 && policy === 'mar1' && !isLeapYear(year);
  return moved ? numberOfMonthDay(year, 3, 1) : numberOfMonthDay(year, month, day);
}

/** The day on which a birthday falls in a year. */
export function birthdayIn(birthday: Birthday, year: number, policy: LeapPolicy = 'feb28'): Day {
  const { month, day } = partsOfBirthday(birthday);
  return dayOf(numberInYear(year, month, day, policy));
}

/** Whole years on `today`; null when the year is not known or the birthday lies ahead. */
export function age(birthday: Birthday, today: Day, policy: LeapPolicy = 'feb28'): number | null {
  const { year, month, day } = partsOfBirthday(birthday);
  if (year === null || birthday > today) return null;
  const now = partsOf(today).year;
  return now - year - (dayNumber(today) < numberInYear(now, month, day, policy) ? 1 : 0);
}

/** The first day from `today` on (`today` included) on which the birthday falls. */
export function nextBirthday(birthday: Birthday, today: Day, policy: LeapPolicy = 'feb28'): Day {
  const { month, day } = partsOfBirthday(birthday);
  const { year } = partsOf(today);
  const thisYear = numberInYear(year, month, day, policy);
  return dayOf(thisYear >= dayNumber(today) ? thisYear : numberInYear(year + 1, month, day, policy));
}

/** Days until {@link nextBirthday}: 0 today, at most 365. */
export function daysToBirthday(birthday: Birthday, today: Day, policy: LeapPolicy = 'feb28'): number {
  return dayNumber(nextBirthday(birthday, today, policy)) - dayNumber(today);
}

/**
 * The latest day of birth of those who are `years` old or older on `today`; earlier than the calendar's first day when
 * there is none (null). "Aged 30 to 50" is: born after `latestBirthOf(51)`, and not after `latestBirthOf(30)`.
 */
export function latestBirthOf(years: number, today: Day, policy: LeapPolicy = 'feb28'): Day | null {
  const { year, month, day } = partsOf(today);
  const born = year - years;
  if (born < 1) return null;
  const length = daysInMonth(born, month);
  // Someone born on 29 February has become a year older today, 28 February.
  const early = policy === 'feb28' && month === 2 && day === 28 && !isLeapYear(year) && length === 29;
  return formatDay({ year: born, month, day: early ? 29 : Math.min(day, length) });
}

const DAYS_BEFORE = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335];

/** The place of a day in a leap year, 1–366: 1 January 1, 29 February 60, 31 December 366. */
export function monthDaySlot(month: number, day: number): number {
  return (DAYS_BEFORE[month - 1] ?? 0) + day;
}

/**
 * The slots (see {@link monthDaySlot}) of those whose birthday falls between two days, both included, in any year:
 * what a search for birthdays compares with. Longer than a year: all 366.
 */
export function birthdaySlots(from: Day, to: Day, policy: LeapPolicy = 'feb28'): number[] {
  const first = dayNumber(from);
  const last = dayNumber(to);
  if (last - first >= 366) return Array.from({ length: 366 }, (_, i) => i + 1);
  const slots = new Set<number>();
  for (let number = first; number <= last; number++) {
    const { year, month, day } = partsOfNumber(number);
    slots.add(monthDaySlot(month, day));
    const stands = policy === 'feb28' ? month === 2 && day === 28 : month === 3 && day === 1;
    if (stands && !isLeapYear(year)) slots.add(60);
  }
  return [...slots].sort((a, b) => a - b);
}
