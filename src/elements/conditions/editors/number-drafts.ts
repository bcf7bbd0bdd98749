import type { Field, Test } from '../../../contract/index.js';
import {
  EMPTY_DRAFT,
  finished,
  missingOf,
  readExists,
  unfinished,
  writeExists,
  type Draft,
  type DraftContext,
  type Drafter,
} from '../drafts.js';

/**
 * A number as people type it in a language: spaces, a decimal comma or point, thousands parted. Null for what is none. A lone sign that could
 * be either counts as the language uses it.
 */
export function parseNumber(text: string, locale: string): number | null {
  const bare = text
    .normalize('NFKC')
    .replace(/[\s'’]/g, '')
    .replace('−', '-');
  const parts = new Intl.NumberFormat(locale).formatToParts(-1_234_567.8);
  const decimal = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  const signs = bare.replace(/[^.,]/g, '');
  let point = '';
  if (signs.includes('.') && signs.includes(',')) point = signs.at(-1) ?? '';
  else if (signs.length === 1) {
    const isThousand = signs !== decimal && /^-?\d{1,3}[.,]\d{3}$/.test(bare);
    point = isThousand ? '' : signs;
  }
  const cut = point === '' ? bare.length : bare.lastIndexOf(point);
  const whole = bare.slice(0, cut);
  const fraction = bare.slice(cut + 1);
  if (!/^-?(\d+|\d{1,3}([.,]\d{3})+)$/.test(whole) || !/^\d*$/.test(fraction)) return null;
  const value = Number(`${whole.replace(/[.,]/g, '')}.${fraction || 0}`);
  return Number.isFinite(value) ? value : null;
}

/** Digits after the point that a field takes. */
function decimalsOf(field: Field, { locale, currency }: DraftContext): number {
  if (field.type === 'money') {
    return (
      new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions()
        .maximumFractionDigits ?? 2
    );
  }
  return field.type === 'percent' ? 2 : (field.decimals ?? 0);
}

/** The value as the contract keeps it: money in minor units. Null: no number, or more digits than the field has. */
function valueOf(text: string, field: Field, context: DraftContext): number | null {
  const number = parseNumber(text, context.locale);
  if (number === null) return null;
  const decimals = decimalsOf(field, context);
  const scaled = Math.round(number * 10 ** decimals);
  if (!Number.isSafeInteger(scaled) || Math.abs(scaled - number * 10 ** decimals) > 1e-6) return null;
  return field.type === 'money' ? scaled : scaled / 10 ** decimals;
}

function textOf(value: number, field: Field, context: DraftContext): string | null {
  const decimals = decimalsOf(field, context);
  const number = field.type === 'money' ? value / 10 ** decimals : value;
  const text = new Intl.NumberFormat(context.locale, {
    useGrouping: false,
    maximumFractionDigits: decimals,
  }).format(number);
  // Digits that the field does not have would be lost on the way.
  return valueOf(text, field, context) === value ? text : null;
}

const ONE = ['gte', 'lte', 'gt', 'lt', 'is'] as const;

export const numberDrafts: Drafter = {
  modes: () => ['gte', 'lte', 'between', 'is', 'isNot', 'gt', 'lt', 'known', 'unknown'],

  start: () => ({ ...EMPTY_DRAFT, mode: 'gte' }),

  read(test, field, context) {
    const { op, value, not } = test;
    const exists = readExists(test);
    if (exists) return exists;
    const values = Array.isArray(value) ? value : [value];
    const texts = values.map((one) => (typeof one === 'number' ? textOf(one, field, context) : null));
    const [from = null, to = null] = texts;
    if (from === null) return null;
    const draft = (mode: Draft['mode']): Draft => ({
      ...EMPTY_DRAFT,
      mode,
      from,
      to: to ?? '',
      orMissing: missingOf(test, mode),
    });
    if (op === 'is') return draft(not ? 'isNot' : 'is');
    if (not) return null;
    if (op === 'between') return to === null ? null : draft('between');
    return op === 'gt' || op === 'gte' || op === 'lt' || op === 'lte' ? draft(op) : null;
  },

  write(draft, field, context) {
    const exists = writeExists(draft);
    if (exists) return exists;
    const { mode, from, to } = draft;
    if (from.trim() === '' || (mode === 'between' && to.trim() === '')) return unfinished();
    const first = valueOf(from, field, context);
    if (first === null) return unfinished('notANumber');
    if (mode === 'between') {
      const second = valueOf(to, field, context);
      if (second === null) return unfinished('notANumber');
      if (first > second) return unfinished('reversed');
      return finished({ op: 'between', value: [first, second] }, draft, field);
    }
    if (mode === 'isNot') return finished({ op: 'is', value: first, not: true }, draft, field);
    const op = ONE.find((one) => one === mode);
    const test: Test | null = op ? { op, value: first } : null;
    return test ? finished(test, draft, field) : unfinished();
  },
};
