import type { Lists, Settings } from '../contract/description.js';
import type { Field, ListName } from '../contract/fields.js';
import type { Contact, Day, Id, Label, MaskedContact } from '../contract/values.js';
import { groupPhone } from '../text/phone-groups.js';
import { parseBirthday } from '../time/birthday-parts.js';
import { isDay } from '../time/day.js';
import { dateFormat, goodLocale, listFormat, numberFormat } from './intl.js';
import { relativeDay } from './relative.js';
import type { Formatter } from './types.js';
import { dayInZone } from './zone-day.js';

/** Words that the catalogue leaves to the locale. */
export interface FormatterWords {
  /** Name of a built-in option, `gender` + `female`; undefined where it has none. */
  option(field: string, id: string): string | undefined;
  readonly yes: string;
  readonly no: string;
}

export interface FormatterOptions {
  /** BCP 47. */
  locale: string;
  settings: Pick<Settings, 'timeZone' | 'currency'>;
  lists: Lists;
  /** The base's day now. */
  today(): Day;
  words?: FormatterWords;
}

const SYMBOLS: FormatterWords = { option: () => undefined, yes: '✓', no: '' };
/** Days repeat from row to row; so many are remembered as text. */
const REMEMBERED = 4000;

type DateStyle = 'short' | 'long';
type DateOptions = Intl.DateTimeFormatOptions;

/** Values in the words of a locale, a zone and a currency. What is no value of its kind comes back as it is, or as ''. */
export function createFormatter({
  locale: wanted,
  settings,
  lists,
  today,
  words = SYMBOLS,
}: FormatterOptions): Formatter {
  const locale = goodLocale(wanted);
  const { timeZone, currency } = settings;
  const isEnglish = /^en\b/.test(locale);
  const days = new Map<string, string>();
  const named = new Map<ListName, Map<Id, string>>();

  /** Figures alone are ambiguous in English; elsewhere they are shortest and read at a glance. */
  const shape = (style: DateStyle): DateOptions =>
    style === 'long'
      ? { day: 'numeric', month: 'long', year: 'numeric' }
      : isEnglish
        ? { day: 'numeric', month: 'short', year: 'numeric' }
        : { day: '2-digit', month: '2-digit', year: 'numeric' };

  const inUtc = (day: string, options: DateOptions): string =>
    dateFormat(locale, { ...options, timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`));

  const remember = (key: string, make: () => string): string => {
    let text = days.get(key);
    if (text !== undefined) return text;
    if (days.size >= REMEMBERED) days.clear();
    days.set(key, (text = make()));
    return text;
  };

  const day = (value: string, style: DateStyle = 'short'): string =>
    remember(`${style}${value}`, () => (isDay(value) ? inUtc(value, shape(style)) : value));

  const instant = (value: string, style: DateStyle = 'short'): string => {
    const ms = Date.parse(value);
    if (Number.isNaN(ms)) return value;
    const time = { hour: '2-digit', minute: '2-digit', timeZone } as const;
    return dateFormat(locale, { ...shape(style), ...time }).format(ms);
  };

  let units = 0;
  const money = (value: number): string => {
    const format = numberFormat(locale, { style: 'currency', currency });
    units ||= 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2);
    return format.format(value / units);
  };

  const label = (text: Label): string => {
    if (typeof text === 'string') return text;
    return (
      text[wanted] ?? text[locale] ?? text[language(locale)] ?? text['en'] ?? Object.values(text)[0] ?? ''
    );
  };

  const itemName = (list: ListName, id: Id): string => {
    let names = named.get(list);
    if (!names)
      named.set(list, (names = new Map((lists[list] ?? []).map((item) => [item.id, label(item.name)]))));
    return names.get(id) ?? id;
  };

  const optionName = (field: Field, id: string): string => {
    if (field.list) return itemName(field.list, id);
    const option = field.options?.find((other) => other.id === id);
    return option?.label === undefined ? (words.option(field.id, id) ?? id) : label(option.label);
  };

  const formatter: Formatter = {
    locale,
    number: (value, options = {}) => numberFormat(locale, options).format(value),
    money,
    percent: (value) =>
      numberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(value / 100),
    day,
    instant,
    birthday: (value) => {
      const parts = parseBirthday(value);
      if (parts === null) return value;
      if (parts.year !== null) return day(value);
      return remember(value, () => inUtc(`2000${value.slice(1)}`, { day: 'numeric', month: 'long' }));
    },
    relative: (value) =>
      remember(`${value}@${today()}`, () => {
        const from = isDay(value) ? value : dayAt(value, timeZone);
        return from === null ? value : relativeDay(locale, from, today());
      }),
    phone,
    list: (values) => listFormat(locale).format(values),
    field: (field, value) => {
      if (value === undefined || value === null) return '';
      if (typeof value === 'number') return ofNumber(field, value);
      if (typeof value === 'boolean') return value ? words.yes : words.no;
      if (typeof value === 'string') return ofText(field, value);
      if (!Array.isArray(value)) return '';
      return value.map((one: string | Contact | MaskedContact) => ofItem(field, one)).join(', ');
    },
    label,
  };

  function ofNumber(field: Field, value: number): string {
    if (field.type === 'money') return money(value);
    if (field.type === 'percent') return formatter.percent(value);
    return formatter.number(value, { maximumFractionDigits: field.decimals ?? 0 });
  }

  function ofText(field: Field, value: string): string {
    if (field.type === 'day') return day(value);
    if (field.type === 'instant') return instant(value);
    if (field.type === 'birthday') return formatter.birthday(value);
    if (field.type === 'choice') return optionName(field, value);
    return field.type === 'image' ? '' : value;
  }

  function ofItem(field: Field, item: string | Contact | MaskedContact): string {
    if (typeof item === 'string') return field.type === 'choices' ? optionName(field, item) : item;
    if ('masked' in item) return item.masked;
    return field.type === 'phones' ? phone(item.value) : item.value;
  }

  return formatter;
}

function phone(value: string): string {
  const parts = groupPhone(value);
  return parts ? `+${parts.code} ${parts.grouped}` : value;
}

function language(locale: string): string {
  return locale.split('-')[0] ?? locale;
}

function dayAt(instant: string, timeZone: string): Day | null {
  const ms = Date.parse(instant);
  return Number.isNaN(ms) ? null : dayInZone(ms, timeZone);
}

/** The page's language; `en` outside a page. */
export function pageLocale(): string {
  return (globalThis as { document?: Document }).document?.documentElement.lang || 'en';
}
