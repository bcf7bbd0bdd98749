import type { DateSpec, FieldType, Settings, Test } from '../contract/index.js';
import { callingCodeOf, digitsOf, fold, normalisePhone, phoneCountry, phoneNeedles } from '../text/index.js';
import {
  addDays,
  birthdaySlots,
  dayNumber,
  daysInMonth,
  MAX_DAY,
  monthDaySlot,
  resolveDate,
  startOfDay,
} from '../time/index.js';
import type { ResolvedTest } from './resolved.js';
import { packBirthday } from './virtual.js';

export interface TestRules {
  today: string;
  settings: Pick<Settings, 'timeZone' | 'weekStart' | 'leapBirthday' | 'country'>;
}

type Range = Omit<ResolvedTest & { op: 'range' }, 'op'>;

/** The test of a checked condition with every date turned into numbers and every text folded. */
export function resolveTest({ op, value }: Test, type: FieldType, rules: TestRules): ResolvedTest {
  if (op === 'exists') return { op: 'known' };
  switch (type) {
    case 'text':
    case 'texts':
    case 'emails': {
      const values = [...new Set(list<string>(value).map(fold))];
      return { op: 'text', mode: op === 'contains' || op === 'startsWith' ? op : 'is', values };
    }
    case 'phones': {
      const mode = op === 'contains' || op === 'startsWith' ? op : 'is';
      const text = value as string;
      return { op: 'text', mode, values: [...new Set(phoneValues(text, mode, rules.settings.country))] };
    }
    case 'number':
    case 'money':
    case 'percent':
      if (op === 'in') return { op: 'in', values: list<number>(value) };
      return { op: 'range', ...range(op, list<number>(value), (x) => x) };
    case 'boolean':
      return { op: 'range', gte: Number(value), lte: Number(value) };
    case 'day':
      return { op: 'range', ...range(op, days(value, rules), dayNumber) };
    case 'instant':
      return { op: 'range', ...instants(op, days(value, rules), rules.settings.timeZone) };
    case 'birthday':
      if (op === 'month')
        return { op: 'annual', ranges: list<number>(value).map((month) => [month * 32, month * 32 + 31]) };
      if (op === 'anniversary') {
        const [from, to] = days(value, rules);
        return { op: 'annual', ranges: anniversaries(from!, to!, rules) };
      }
      return { op: 'range', ...range(op, days(value, rules), (day) => packBirthday(day)!) };
    case 'choice':
      return { op: 'codes', values: list<string>(value) };
    case 'choices':
      return { op: op === 'allOf' ? 'allOf' : 'anyOf', values: list<string>(value) };
    case 'image':
      throw new TypeError('segments: of an image only "exists" can be asked');
  }
}

function list<T>(value: Test['value']): T[] {
  return (Array.isArray(value) ? value : [value]) as T[];
}

function days(value: Test['value'], { today, settings }: TestRules): string[] {
  return list<DateSpec>(value).map((spec) => resolveDate(spec, today, settings));
}

function range<T>(op: Test['op'], values: readonly T[], number: (value: T) => number): Range {
  const first = number(values[0]!);
  switch (op) {
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return { [op]: first };
    case 'between':
      return { gte: first, lte: number(values[1]!) };
    case 'is':
    case 'in':
    case 'contains':
    case 'startsWith':
    case 'anyOf':
    case 'allOf':
    case 'anniversary':
    case 'month':
    case 'exists':
      return { gte: first, lte: first };
  }
}

/** Inclusive days as half-open ranges of milliseconds. */
function instants(op: Test['op'], values: readonly string[], timeZone: string): Range {
  const first = values[0]!;
  const last = op === 'between' ? values[1]! : first;
  const from = { gte: startOfDay(first, timeZone) };
  const after = last === MAX_DAY ? Infinity : startOfDay(addDays(last, 1), timeZone);
  if (op === 'gte') return from;
  if (op === 'lt') return { lt: from.gte };
  if (op === 'gt') return { gte: after };
  return op === 'lte' ? { lt: after } : { ...from, lt: after };
}

/** Closed ranges of `month * 32 + day`. */
function anniversaries(from: string, to: string, { settings }: TestRules): (readonly [number, number])[] {
  const slots = new Set(birthdaySlots(from, to, settings.leapBirthday));
  const ranges: (readonly [number, number])[] = [];
  for (let month = 1; month <= 12; month++) {
    for (let day = 1; day <= daysInMonth(2000, month); day++) {
      if (!slots.has(monthDaySlot(month, day))) continue;
      const at = month * 32 + day;
      const last = ranges.at(-1);
      if (last?.[1] === at - 1) ranges[ranges.length - 1] = [last[0], at];
      else ranges.push([at, at]);
    }
  }
  return ranges;
}

/** What the digits of a stored phone are compared with, however the wanted phone was written. */
function phoneValues(text: string, mode: 'is' | 'contains' | 'startsWith', country: string): string[] {
  const needles = phoneNeedles(text);
  if (mode === 'contains') return needles;
  if (mode === 'is') {
    const phone = normalisePhone(text, country);
    return 'e164' in phone ? [digitsOf(phone.e164)] : needles;
  }
  const isInternational = /^\D*(\+|00)/.test(text);
  const code = phoneCountry(country)?.code ?? callingCodeOf(needles[0] ?? '') ?? '';
  if (isInternational || needles.length === 0) return needles;
  const national = code + needles[0]!;
  return digitsOf(text).startsWith('0') ? [national] : [...needles, national];
}
