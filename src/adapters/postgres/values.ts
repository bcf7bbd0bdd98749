import type { FieldId, FieldType, Value } from '../../contract/index.js';
import { packBirthday } from '../../segments/index.js';
import { dayOf, parseDayNumber } from '../../time/index.js';

/** Values of one client or record by field id, custom ones by their whole id. */
export type Values = Readonly<Record<FieldId, Value>>;

const TWO = (number: number) => String(number).padStart(2, '0');

/** Types whose values are compared as numbers. */
const NUMBERS: ReadonlySet<FieldType> = new Set([
  'number',
  'money',
  'percent',
  'boolean',
  'day',
  'instant',
  'birthday',
]);

export function isNumberType(type: FieldType): boolean {
  return NUMBERS.has(type);
}

/** Types that JSON keeps in another shape than they are compared in. */
export function isDated(type: FieldType): boolean {
  return type === 'day' || type === 'instant' || type === 'birthday';
}

export function isListType(type: FieldType): boolean {
  return type === 'texts' || type === 'phones' || type === 'emails';
}

/** The number that a value of such a type is compared by; null: it is none. */
export function toNumber(type: FieldType, value: Value): number | null {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value !== 'string') return null;
  if (type === 'day') return parseDayNumber(value);
  if (type === 'birthday') return packBirthday(value);
  const ms = type === 'instant' ? Date.parse(value) : NaN;
  return Number.isNaN(ms) ? null : ms;
}

/** The value that a number of a column stands for. */
export function fromNumber(type: FieldType, number: number): Value {
  switch (type) {
    case 'boolean':
      return number === 1;
    case 'day':
      return dayOf(number);
    case 'instant':
      return new Date(number).toISOString();
    case 'birthday': {
      const year = number >> 9;
      const day = `${TWO((number >> 5) & 15)}-${TWO(number & 31)}`;
      return year === 0 ? `--${day}` : `${String(year).padStart(4, '0')}-${day}`;
    }
    default:
      return number;
  }
}

/** What is there: an empty text or list is as good as nothing. */
export function isThere(value: Value | null | undefined): value is Value {
  return (
    value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
  );
}
