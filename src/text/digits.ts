import { callingCodeOf } from './calling-code.js';

/** The ASCII digits of a text, in order; Arabic-Indic, Persian and full-width digits count as theirs. */
export function digitsOf(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x30 && code <= 0x39) out += text[i] as string;
    else if (code > 0x65f) out += otherDigit(code);
  }
  return out;
}

function otherDigit(code: number): string {
  for (const zero of [0x660, 0x6f0, 0xff10]) {
    if (code >= zero && code < zero + 10) return String(code - zero);
  }
  return '';
}

/**
 * What to look for in the digits of stored E.164 phones (`359888123456`), however the phone or the part of it was
 * written. Any of the needles may be found anywhere. Leading zeros of the trunk or international prefix are left out,
 * so is the zero in "+44 (0)20"; the Russian trunk 8 stands beside its +7. No digits: no needles.
 */
export function phoneNeedles(query: string): string[] {
  const digits = digitsOf(query.replace(/\(\s*0\s*\)/g, ''));
  if (digits === '') return [];
  // A query of zeros only is looked for as it is, so that the list does not empty at the first key.
  const significant = digits.replace(/^0+/, '') || '0';
  const needles = [significant];
  const hasPrefix = /^\D*(\+|00)/.test(query);
  if (hasPrefix) {
    const code = callingCodeOf(significant);
    const rest = code === null ? '' : significant.slice(code.length).replace(/^0/, '');
    if (code !== null && rest !== '' && code.length + rest.length < significant.length)
      needles.push(code + rest);
  } else if (/^8[3479]\d/.test(digits)) {
    needles.push(`7${digits.slice(1)}`);
  }
  return needles;
}
