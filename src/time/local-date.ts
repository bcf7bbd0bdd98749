import { formatBirthday } from './birthday.js';
import { dayOf, formatDay } from './calendar.js';
import { daysInMonth, type Day } from './day.js';
import { monthByName } from './month-names.js';

/** The order of the numbers in dates such as 3/4/2021 or 3-4-2021. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/**
 * `empty`: nothing, or what stands for nothing (`---`, `0/0/00`, `00000000`, `n/a`); `format`: no date that we know;
 * `impossible`: written like a date, but there is no such day.
 */
export type DateError = 'empty' | 'format' | 'impossible';

/**
 * What was guessed and should be shown: `century` of a two-digit year; `order` of day and month, both of which could
 * be either; `placeholder`: a real day that programs also write for "not given" (1970-01-01, 1900-01-01).
 */
export type DateGuess = 'century' | 'order' | 'placeholder';

export type LocalDate =
  | { day: Day; guessed?: readonly DateGuess[] }
  | { birthday: string; guessed?: readonly DateGuess[] }
  | { error: DateError };

export interface LocalDateOptions {
  /** The order in files of this origin. Not given: day before month, and `order` among the guesses where it matters. */
  order?: DateOrder | undefined;
  /** The last year that a two-digit year may mean: 00–29 are 2000–2029 by default. Give today's year for birthdays. */
  lastYear?: number | undefined;
  /** Read bare numbers as days of a spreadsheet, which count from 1900 or, in old files of Macs, from 1904. */
  serials?: 1900 | 1904 | undefined;
}

const EMPTY =
  /^(?:[-–—.?\s]*|n\/?a|null|nil|none|never|not specified|нет|нет данных|не указано|б\/н|няма|neuvedeno|není|nav|nav norādīts|0+(?:[./\-\s]+0+){0,2})$/iu;
const PLACEHOLDERS: readonly Day[] = ['1970-01-01', '1900-01-01', '1899-12-30', '1899-12-31'];
/** No date is longer; a note that lost its way into a column of dates may be. */
const MAX_LENGTH = 100;
/** The year that address books write for "no year". */
const NO_YEAR = 1604;
/** A time of day behind a date, with or without zone. It is left out: the day is that of the file. */
const TIME =
  /(?:[T\s,]+|\s+(?:в|в\s|v|at)\s+)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:z|utc|gmt)?\s*(?:[+-]\d{2}:?\d{2})?(?:\s*ч\.?)?$/iu;
/** Words around the year: 1990 г., 1990 год, 1990. gada. */
const YEAR_WORDS = /(\d)\.?\s*(?:года|году|год|год\.|гг?\.?|gada|gads|roku|r\.)(?=\s|$|,)/giu;
const WEEKDAYS = /^\p{L}+,\s+(?=.*\d)/u;

/**
 * Reads a date as people and programs of the five languages write it: `12.04.1990`, `1. 3. 2021`, `12.04.1990 г.`,
 * `1990.04.12.`, `1990-04-12T00:00:00Z`, `19900412`, `4/12/1990`, `12. dubna 1990`, `April 12, 1990`,
 * `1990. gada 12. aprīlis`; without a year `--04-12`, `12.04`, `04-12`, `12 апреля`. A two-digit year is one of the
 * hundred years that end with `lastYear`.
 */
export function parseLocalDate(raw: string, options: LocalDateOptions = {}): LocalDate {
  if (raw.length > MAX_LENGTH) return { error: 'format' };
  const text = tidy(raw);
  if (EMPTY.test(text)) return { error: 'empty' };
  if (/^\d+(?:[.,]0+)?$/.test(text)) return fromDigits(text, options);
  const noYear = /^--(\d{2})-?(\d{2})$/.exec(text);
  if (noYear) return finish(null, Number(noYear[1]), Number(noYear[2]), []);
  return fromNumbers(text, options) ?? fromWords(text, options) ?? { error: 'format' };
}

function tidy(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\0]/g, '')
    .replace(/^\s*(?:'|=?"+)|"+\s*$/g, '')
    .replace(TIME, '')
    .replace(YEAR_WORDS, '$1 ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** `19900412`, or the number of a day in a spreadsheet. */
function fromDigits(text: string, options: LocalDateOptions): LocalDate {
  const digits = text.replace(/[.,]0+$/, '');
  if (digits.length === 8) {
    return finish(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)), []);
  }
  const serial = Number(digits);
  if (options.serials === undefined || digits.length > 6 || serial < 1) return { error: 'format' };
  if (options.serials === 1904) return checked(dayOf(serial - 24_107), []);
  // Spreadsheets count a 29 February 1900 that never was: the days before it are one further on.
  if (serial === 60) return { error: 'impossible' };
  return checked(dayOf(serial - (serial < 60 ? 25_568 : 25_569)), []);
}

function fromNumbers(text: string, options: LocalDateOptions): LocalDate | null {
  const three = /^(\d{1,4})([./\-\s]+)(\d{1,2})([./\-\s]+)(\d{1,4})\.?$/.exec(text);
  if (three) {
    const [a, b, c] = [three[1] ?? '', three[3] ?? '', three[5] ?? ''];
    if (a.length >= 3)
      return a.length === 3 || c.length > 2 ? null : finish(Number(a), Number(b), Number(c), []);
    if (c.length === 3 || (a.length === 1 && options.order === 'ymd' && c.length < 3)) return null;
    if (c.length === 1 && options.order !== 'ymd') return null;
    if (options.order === 'ymd' && c.length <= 2) return short(a, Number(b), Number(c), [], options.lastYear);
    const { day, month, guessed } = ordered(Number(a), Number(b), three[2] ?? '', options);
    return short(c, month, day, guessed, options.lastYear);
  }
  const two = /^(\d{1,2})([./\-\s]+)(\d{1,2})\.?$/.exec(text);
  if (!two) return null;
  // Programs write a birthday without its year as MM-DD; people write it with dots or by the order of their files.
  const asIso = (two[2] ?? '').trim() === '-' && options.order !== 'dmy';
  const order = asIso ? { ...options, order: 'mdy' as const } : options;
  const { day, month, guessed } = ordered(Number(two[1]), Number(two[3]), two[2] ?? '', order);
  const isGuess = asIso && options.order === undefined && day <= 12 && day !== month;
  return finish(null, month, day, isGuess ? ['order'] : guessed);
}

/** Which of two numbers is the day. Dots always mean day before month; a number above 12 speaks for itself. */
function ordered(
  first: number,
  second: number,
  separator: string,
  options: LocalDateOptions,
): { day: number; month: number; guessed: DateGuess[] } {
  const isDotted = separator.includes('.');
  const isMonthFirst = (options.order === 'mdy' || options.order === 'ymd') && !isDotted;
  const fits = isMonthFirst ? first <= 12 : second <= 12;
  const swapped = !fits && (isMonthFirst ? second <= 12 : first <= 12) && !isDotted;
  const monthFirst = isMonthFirst !== swapped;
  const isOpen = first <= 12 && second <= 12 && first !== second && options.order === undefined && !isDotted;
  const guessed: DateGuess[] = isOpen || (swapped && options.order !== undefined) ? ['order'] : [];
  return monthFirst ? { month: first, day: second, guessed } : { month: second, day: first, guessed };
}

/** Words and numbers in any order: the word is the month, the longest number the year, the other one the day. */
function fromWords(text: string, options: LocalDateOptions): LocalDate | null {
  const parts = text.replace(WEEKDAYS, '').match(/\p{L}[\p{L}\p{M}]*|\d+|[^\s.,/\-'’]/gu) ?? [];
  const months = parts.map((part) => (/^\d/.test(part) ? null : monthByName(part)));
  const month = months.find((found) => found !== null);
  if (month === undefined || month === null) return null;
  const numbers = parts.filter((part) => /^\d/.test(part)).map(withoutOrdinal);
  const words = parts.filter((part) => /^\D/.test(part) && !/^(?:st|nd|rd|th|of|the|de)$/i.test(part));
  if (words.length !== 1 || numbers.length === 0 || numbers.length > 2) return null;
  const yearAt = numbers.findIndex((number) => number.length === 4);
  if (numbers.length === 1) {
    return yearAt === 0 || (numbers[0] ?? '').length > 2 ? null : finish(null, month, Number(numbers[0]), []);
  }
  const at = yearAt >= 0 ? yearAt : options.order === 'ymd' ? 0 : 1;
  const year = numbers[at] ?? '';
  const day = numbers[1 - at] ?? '';
  if (day.length > 2 || year.length === 3 || year.length > 4) return null;
  return short(year, month, Number(day), [], options.lastYear);
}

const withoutOrdinal = (part: string): string => part.replace(/\D+$/, '');

/** A year of one or two digits in its century, a longer one as it is. */
function short(
  year: string,
  month: number,
  day: number,
  guessed: readonly DateGuess[],
  lastYear = 2029,
): LocalDate {
  if (year.length > 2) return finish(Number(year), month, day, guessed);
  const back = (((lastYear - Number(year)) % 100) + 100) % 100;
  return finish(lastYear - back, month, day, [...guessed, 'century']);
}

function finish(year: number | null, month: number, day: number, guessed: readonly DateGuess[]): LocalDate {
  // 2000 is a leap year: every day of the year exists in it.
  if (year === 0 || day < 1 || day > daysInMonth(year ?? 2000, month)) return { error: 'impossible' };
  if (year === null || year === NO_YEAR) {
    const birthday = formatBirthday({ year: null, month, day });
    return guessed.length > 0 ? { birthday, guessed } : { birthday };
  }
  return checked(formatDay({ year, month, day }), guessed);
}

function checked(day: Day, guessed: readonly DateGuess[]): LocalDate {
  const all = PLACEHOLDERS.includes(day) ? [...guessed, 'placeholder' as const] : guessed;
  return all.length > 0 ? { day, guessed: all } : { day };
}
