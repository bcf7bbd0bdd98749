import { countryOfPhone, phoneCountry, PHONE_COUNTRIES } from './calling-codes.js';
import { digitsOf } from './digits.js';
import { groupPhone } from './phone-groups.js';

export const PHONE_ERRORS = ['empty', 'letters', 'several', 'lost_digits', 'too_short', 'too_long'] as const;
/**
 * Why a text is no phone: nothing in it; letters; two phones in one cell; a spreadsheet rounded it (`3.59889E+11`:
 * the last digits are gone for good); fewer or more digits than a phone has.
 */
export type PhoneError = (typeof PHONE_ERRORS)[number];

export type PhoneResult = { e164: string; extension?: string } | { error: PhoneError };

/** What spreadsheets and address books put around a number. */
const WRAPPING = /^(?:\s|')*(?:=?"+)?\s*(?:tel|phone|тел|моб|mob)?\s*[.:]?\s*|"+\s*$/giu;
const EXTENSION = /[\s,;(]*(?:ext\.?|extension|доб\.?|вътр\.?|linka|x|#)\s*(\d{1,6})\)?\s*$/iu;
const ROUNDED = /^\+?\d+(?:[.,]\d+)?e\+?\d+$/i;
const PUNCTUATION =
  /[\s().,/\\·•_\-\u00ad\u2010-\u2015\u2212\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * Reads a phone as people and programs write it, leniently: by the shape of numbers, not by numbering plans.
 * `defaultCountry` (ISO 3166 alpha-2) is taken where the text has no `+` or `00`; a number that does not fit it, but
 * does fit another country with its calling code in front, is read as that (`79112345678` in a Bulgarian file).
 */
export function normalisePhone(raw: string, defaultCountry: string): PhoneResult {
  let text = raw.normalize('NFKC').replace(WRAPPING, '').trim();
  if (!/\p{Nd}/u.test(text)) return { error: /\p{L}/u.test(text) ? 'letters' : 'empty' };
  if (ROUNDED.test(text)) return { error: 'lost_digits' };
  const extension = EXTENSION.exec(text)?.[1];
  if (extension !== undefined) text = text.replace(EXTENSION, '');
  text = text.replace(/\(\s*0\s*\)/g, ' ');
  if (/\p{L}/u.test(text)) return { error: 'letters' };
  if (isSeveral(text)) return { error: 'several' };
  const bare = text.replace(PUNCTUATION, '');
  const digits = digitsOf(bare);
  const result = bare.startsWith('+')
    ? international(digits)
    : digits.startsWith('00')
      ? international(digits.slice(2))
      : defaultCountry === 'US' && digits.startsWith('011')
        ? international(digits.slice(3))
        : national(digits, defaultCountry);
  return 'e164' in result && extension !== undefined ? { ...result, extension } : result;
}

/** Two whole numbers in one cell, by `,` `;` `/` a line break, or a second `+`. */
function isSeveral(text: string): boolean {
  if (/\d\D*\+/.test(text)) return true;
  return text.split(/[,;/|\n]/).filter((part) => digitsOf(part).length >= 6).length > 1;
}

const wholeNumber = (digits: string): PhoneResult => {
  if (digits.length < 7) return { error: 'too_short' };
  return digits.length > 15 ? { error: 'too_long' } : { e164: `+${digits}` };
};

/** Digits that begin with a calling code. A trunk 0 written after it ("+359 0888") is left out where the country has one. */
function international(digits: string): PhoneResult {
  const trimmed = digits.replace(/^0+/, '');
  const country = countryOfPhone(trimmed);
  const shape = country === null ? null : phoneCountry(country);
  if (shape === null) return wholeNumber(trimmed);
  let rest = trimmed.slice(shape.code.length);
  if (shape.trunk !== '' && rest.length > shape.min && rest.startsWith('0')) rest = rest.replace(/^0+/, '');
  if (rest.length < shape.min) return { error: 'too_short' };
  return rest.length > shape.max ? { error: 'too_long' } : { e164: `+${shape.code}${rest}` };
}

function national(digits: string, country: string): PhoneResult {
  const shape = phoneCountry(country);
  const elsewhere = PHONE_COUNTRIES.some((other) => {
    const theirs = phoneCountry(other);
    return theirs !== null && digits.length >= 10 && fits(digits, theirs.code, theirs.min, theirs.max);
  });
  if (shape === null) return elsewhere ? international(digits) : wholeNumber(digits.replace(/^0+/, ''));
  const { code, trunk, min, max } = shape;
  if (trunk !== '' && fits(digits, trunk, min, max)) return { e164: `+${code}${digits.slice(trunk.length)}` };
  // A number that could be either is the country's own, unless it is only so long because its code is in front.
  if (fits(digits, code, min, max) && digits.length > min) {
    const isWhole = digits.length > max || digits.length - code.length >= 8;
    if (isWhole) return { e164: `+${digits}` };
  }
  if (digits.length >= min && digits.length <= max && !digits.startsWith('0')) {
    return { e164: `+${code}${digits}` };
  }
  if (elsewhere) return international(digits);
  const significant = trunk !== '' && digits.startsWith(trunk) ? digits.slice(trunk.length) : digits;
  return { error: significant.length < min ? 'too_short' : 'too_long' };
}

function fits(digits: string, prefix: string, min: number, max: number): boolean {
  const rest = digits.length - prefix.length;
  return digits.startsWith(prefix) && rest >= min && rest <= max && digits[prefix.length] !== '0';
}

/**
 * An E.164 phone for reading: `+359 888 123 456`, or as people of `homeCountry` write their own, `0888 123 456`.
 * Digits are never changed; what is no E.164 phone comes back as it is.
 */
export function formatPhone(e164: string, homeCountry?: string): string {
  const parts = groupPhone(e164);
  if (parts === null) return e164;
  const { code, grouped } = parts;
  const home = homeCountry === undefined ? null : phoneCountry(homeCountry);
  if (home === null || home.code !== code) return `+${code} ${grouped}`;
  if (code === '1') return `(${grouped.slice(0, 3)}) ${grouped.slice(4)}`;
  if (home.trunk.length > 1 || code === '7') return `${home.trunk} ${grouped}`;
  return `${home.trunk}${grouped}`;
}
