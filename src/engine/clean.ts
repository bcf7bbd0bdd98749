import {
  birthday,
  day,
  instant,
  isSafeText,
  type Contact,
  type Field,
  type Value,
} from '../contract/index.js';
import { normalisePhone } from '../text/index.js';

/** A value of a host's client, made what the column wants; null: it is not one, and is left out. */
export type Cleaner = (value: unknown) => Value | null;

const text: Cleaner = (value) => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && isSafeText(value) ? value : null;
};
const finite: Cleaner = (value) => (typeof value === 'number' && Number.isFinite(value) ? value : null);
const whole: Cleaner = (value) => (Number.isSafeInteger(value) ? (value as number) : null);
const texts: Cleaner = (value) => {
  const list = typeof value === 'string' ? [value] : value;
  if (!Array.isArray(list)) return null;
  return list.every((entry) => typeof entry === 'string' && isSafeText(entry))
    ? (list as string[]).filter((entry) => entry !== '')
    : null;
};

function contacts(value: unknown, read: (raw: string) => string): Value | null {
  const list = typeof value === 'string' ? [value] : value;
  if (!Array.isArray(list)) return null;
  const found: Contact[] = [];
  for (const entry of list as unknown[]) {
    const contact = (typeof entry === 'string' ? { value: entry } : entry) as Contact | null;
    if (typeof contact?.value !== 'string' || !isSafeText(contact.value)) return null;
    const cut = read(contact.value);
    if (cut === '') continue;
    found.push(typeof contact.label === 'string' ? { value: cut, label: contact.label } : { value: cut });
  }
  return found;
}

const E164 = /^\+[1-9]\d{4,14}$/;

/** How values of a field are read from a host's objects. `country` is where phones without a prefix are from. */
export function cleanerOf(field: Field, country: string): Cleaner {
  switch (field.type) {
    case 'number':
      return field.decimals ? finite : whole;
    case 'money':
      return whole;
    case 'percent':
      return finite;
    case 'boolean':
      return (value) => (typeof value === 'boolean' ? value : null);
    case 'day':
      return (value) => (isDay(value) ? (value as string) : null);
    case 'birthday':
      return (value) => (isDay(value) || birthday.safeParse(value).success ? (value as string) : null);
    case 'instant':
      return (value) => {
        if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
        return isInstant(value) || instant.safeParse(value).success ? (value as string) : null;
      };
    case 'choices':
    case 'texts':
      return texts;
    case 'phones':
      return (value) =>
        contacts(value, (raw) => {
          if (E164.test(raw)) return raw;
          const read = normalisePhone(raw, country);
          return 'e164' in read ? read.e164 : raw.trim();
        });
    case 'emails':
      return (value) => contacts(value, (raw) => raw.trim());
    default:
      return text;
  }
}

/** The last day that every year has of each month. */
const LONGEST = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The usual days by a quick test, all others by the schema. */
function isDay(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  if (value.length === 10 && value.charCodeAt(4) === 45 && value.charCodeAt(7) === 45) {
    const month = two(value, 5);
    const date = two(value, 8);
    const most = date > 28 ? (LONGEST[month] ?? 0) : 28;
    if (month >= 1 && month <= 12 && date >= 1 && date <= most && two(value, 0) >= 0 && two(value, 2) >= 0)
      return true;
  }
  return day.safeParse(value).success;
}

function isInstant(value: unknown): boolean {
  // The usual ones: a day and a time in UTC, to the second or the millisecond.
  if (typeof value !== 'string' || (value.length !== 20 && value.length !== 24)) return false;
  const [hour, minute, second] = [two(value, 11), two(value, 14), two(value, 17)];
  const isTime = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
  const isParted = value.charCodeAt(10) === 84 && value.charCodeAt(13) === 58 && value.charCodeAt(16) === 58;
  const isFraction =
    value.length === 20 || (value.charCodeAt(19) === 46 && two(value, 20) >= 0 && two(value, 21) >= 0);
  return isTime && isParted && isFraction && value.endsWith('Z') && isDay(value.slice(0, 10));
}

/** A number of two digits, or a negative one when they are none. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1000;
}
