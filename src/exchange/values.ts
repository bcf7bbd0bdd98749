import type { DateOrder } from '../time/index.js';
import { cleanCell } from './cells.js';

const set = (words: string): ReadonlySet<string> => new Set(words.split(', '));

const MALE = set(
  'male, m, man, mr, boy, м, муж, мужской, мужчина, мъж, мъжки, muž, mužské, pán, vīriešu, vīrietis, v, vīr',
);
const FEMALE = set(
  'female, f, w, woman, ms, mrs, girl, ж, жен, женский, женщина, жена, женски, žena, ž, z, ženské, paní, sieviešu, sieviete, s, siev',
);
const UNKNOWN_GENDER = set(
  'unknown, unspecified, none, not specified, u, 0, неизвестно, не указан, не указано, неизвестен, не е посочен, neuvedeno, nezadáno, nav norādīts, nezināms',
);
const YES = set(
  'yes, y, true, t, 1, on, subscribed, opted in, allow, ✓, x, marketing contact, да, д, истина, +, ano, a, pravda, jā, j, ja, patiess',
);
const NO = set(
  'no, n, false, f, 0, off, unsubscribed, cleaned, bounced, stop, not subscribed, non subscribed, opted out, non marketing contact, нет, н, ложь, -, не, няма, ne, nepravda, nē, aplams',
);
const EMPTY = set(
  'n/a, none, null, nil, never, none of the options, 0/0/00, 00000000, нет данных, нет, не указано, б/н, няма, не е посочено, neuvedeno, není, nav, nav norādīts',
);

const LONGEST_EMPTY = Math.max(...Array.from(EMPTY, (word) => word.length));

/** A cell without its surroundings; '' for dashes and dots that stand for nothing. */
export function textOf(cell: string): string {
  const text = cleanCell(cell);
  return text.length < 10 && /^[-–—.·]+$/u.test(text) ? '' : text;
}

/** True for the words that programs write where they know nothing. */
export function isEmptyWord(text: string): boolean {
  return text === '' || (text.length <= LONGEST_EMPTY && EMPTY.has(text.toLowerCase()));
}

const wordOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[._]/g, ' ')
    .replace(/-(?=\p{L})/gu, ' ')
    .trim();

/** `male` or `female`; '' when the cell says that it is not known; null for a word that we do not know. */
export function readGender(text: string): 'male' | 'female' | 'other' | '' | null {
  const word = wordOf(text);
  if (MALE.has(word) || word === '1') return 'male';
  if (FEMALE.has(word) || word === '2') return 'female';
  if (word === 'other') return 'other';
  return UNKNOWN_GENDER.has(word) || isEmptyWord(word) ? '' : null;
}

/** Yes or no in any of the five languages; null for anything else. */
export function readFlag(text: string): boolean | null {
  const word = wordOf(text);
  return YES.has(word) ? true : NO.has(word) ? false : null;
}

export interface ReadNumber {
  value: number;
  /** One separator before three digits: taken for thousands, may be a decimal point. */
  guessed: boolean;
}

/** A number as people write it: `1 240,50 Kč`, `$1,240.00`, `12,50 лв.`, `($5.00)`, `10 %`; null when it is none. */
export function readNumber(text: string): ReadNumber | null {
  if (/^\d{1,15}(?:\.\d{1,2})?$/.test(text)) return { value: Number(text), guessed: false };
  const bare = text
    .replace(/^(?:\p{L}{2,}\.?|\p{Sc})\s*(?=[-−(\d])|\s*(?:\p{L}{2,}\.?|\s\p{L}\.?|\p{Sc}|%)(?=\)?$)/gu, '')
    .replace(/[\s\u00a0'’]/gu, '');
  const parts = /^(\(?)([-−+]?)[\p{Sc}]?([\d.,]*\d)[\p{Sc}%]?(\)?)$/u.exec(bare);
  if (parts === null || (parts[1] === '(') !== (parts[4] === ')')) return null;
  const digits = parts[3]!;
  const sign = parts[1] === '(' || parts[2] === '-' || parts[2] === '−' ? -1 : 1;
  const separators = [...digits.matchAll(/[.,]/g)];
  const last = separators.at(-1);
  const finish = (plain: string, guessed = false): ReadNumber | null => {
    const value = sign * Number(plain);
    return Number.isFinite(value) ? { value: value === 0 ? 0 : value, guessed } : null;
  };
  if (last === undefined) return finish(digits);
  const [whole, fraction] = [digits.slice(0, last.index), digits.slice(last.index + 1)];
  const kinds = new Set(separators.map(([char]) => char)).size;
  if (kinds === 2) {
    const grouped = whole.replace(/[.,]/g, '');
    return isGrouped(whole) && !fraction.match(/[.,]/) ? finish(`${grouped}.${fraction}`) : null;
  }
  if (separators.length > 1) return isGrouped(digits) ? finish(digits.replace(/[.,]/g, '')) : null;
  if (fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole)) return finish(whole + fraction, true);
  return finish(`${whole || '0'}.${fraction}`);
}

function isGrouped(digits: string): boolean {
  return /^\d{1,3}(?:([.,])\d{3})?(?:\1\d{3})*$/.test(digits);
}

/** Which number comes first in the dates of a column; null when no value tells. */
export function guessDateOrder(values: readonly string[]): DateOrder | null {
  let dmy = 0;
  let mdy = 0;
  for (const value of values) {
    const found = /^(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}/.exec(value);
    if (found === null) continue;
    if (Number(found[1]) > 12) dmy++;
    else if (Number(found[2]) > 12) mdy++;
  }
  return dmy > mdy ? 'dmy' : mdy > dmy ? 'mdy' : null;
}

/** Several values in one cell, by `,` `;` `|`, line breaks, or the ` ::: ` of address books; without quotes and markers around each. */
export function splitList(cell: string): string[] {
  return cell
    .split(/\s*:::\s*|[,;|\n]/u)
    .map((part) => textOf(part.replace(/^\s*["*]+\s*|"\s*$/gu, '')))
    .filter((part) => part !== '' && !/^(?:myContacts|starred)$/i.test(part));
}
