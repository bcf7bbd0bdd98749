import { daysInMonth, MAX_DAY_NUMBER, MIN_DAY_NUMBER, numberOf, type Day, type DayParts } from './day.js';

/** The day with this number. A number that is not whole or beyond the calendar throws a RangeError. */
export function partsOfNumber(number: number): DayParts {
  if (!Number.isInteger(number) || number < MIN_DAY_NUMBER || number > MAX_DAY_NUMBER) {
    throw new RangeError(`${number} is no day number`);
  }
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

const pad = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** The day of a year, month and day that exist. */
export function formatDay({ year, month, day }: DayParts): Day {
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

/** The day with this number. A number that is not whole or beyond the calendar throws a RangeError. */
export function dayOf(number: number): Day {
  return formatDay(partsOfNumber(number));
}

/** `month` may be any whole number: 0 is December of the year before, 13 January of the next. */
export function numberOfMonthDay(year: number, month: number, day: number): number {
  const months = year * 12 + month - 1;
  const y = Math.floor(months / 12);
  const m = months - y * 12 + 1;
  return numberOf(y, m, Math.min(day, daysInMonth(y, m)));
}
