/** A calendar day, `YYYY-MM-DD`, years 0001 to 9999. Days compare as texts. */
export type Day = string;

export const MIN_DAY: Day = '0001-01-01';
export const MAX_DAY: Day = '9999-12-31';
/** {@link MIN_DAY} and {@link MAX_DAY} as days since 1970-01-01. */
export const MIN_DAY_NUMBER = -719_162;
export const MAX_DAY_NUMBER = 2_932_896;

/** The parts of a day; `month` 1–12. */
export interface DayParts {
  year: number;
  month: number;
  day: number;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days of a month 1–12; 0 for any other month. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/** Days since 1970-01-01 of a day that exists; whoever has it as text asks `dayNumber`. */
export function numberOf(year: number, month: number, day: number): number {
  // Years are counted from March, so that the leap day is the last of its year.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Two ASCII digits at a place as a number, NaN for anything else. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** Strict: exactly `YYYY-MM-DD`, of a day that exists; null for anything else. */
export function parseDay(text: string): DayParts | null {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  return year >= 1 && day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : null;
}

export function isDay(value: unknown): value is Day {
  return typeof value === 'string' && parseDay(value) !== null;
}

/** Days since 1970-01-01, or null when the text is no day. For loading values that nobody has checked. */
export function parseDayNumber(text: string): number | null {
  const parts = parseDay(text);
  return parts === null ? null : numberOf(parts.year, parts.month, parts.day);
}

/** Days since 1970-01-01. What is no day throws a RangeError. */
export function dayNumber(day: Day): number {
  const number = parseDayNumber(day);
  if (number === null) throw new RangeError(`${JSON.stringify(day)} is no day`);
  return number;
}

/** The parts of a day. What is no day throws a RangeError. */
export function partsOf(day: Day): DayParts {
  const parts = parseDay(day);
  if (parts === null) throw new RangeError(`${JSON.stringify(day)} is no day`);
  return parts;
}
