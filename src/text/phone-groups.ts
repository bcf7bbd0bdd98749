import { callingCodeOf } from './calling-code.js';

/**
 * How national numbers are grouped, by calling code: what they begin with, and how many digits each group has. The first that fits is
 * taken.
 */
const GROUPS: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  359: [
    [/^2\d{7}$/, '# ### ####'],
    [/^\d{9}$/, '### ### ###'],
    [/^\d{8}$/, '## ### ###'],
  ],
  7: [[/^\d{10}$/, '### ###-##-##']],
  420: [[/^\d{9}$/, '### ### ###']],
  421: [[/^\d{9}$/, '### ### ###']],
  48: [[/^\d{9}$/, '### ### ###']],
  371: [[/^\d{8}$/, '## ### ###']],
  370: [[/^\d{8}$/, '### #####']],
  372: [[/^\d{8}$/, '#### ####']],
  380: [[/^\d{9}$/, '## ### ####']],
  375: [[/^\d{9}$/, '## ###-##-##']],
  44: [
    [/^2\d{9}$/, '## #### ####'],
    [/^[17]\d{9}$/, '#### ######'],
    [/^\d{10}$/, '### ### ####'],
  ],
  1: [[/^\d{10}$/, '### ###-####']],
  49: [
    [/^1[5-7]\d{8,9}$/, '### ########'],
    [/^(30|40|69|89)\d+$/, '## ########'],
  ],
  33: [[/^\d{9}$/, '# ## ## ## ##']],
  34: [[/^\d{9}$/, '### ### ###']],
  40: [[/^\d{9}$/, '### ### ###']],
  972: [[/^5\d{8}$/, '## ###-####']],
};

/** Digits poured into a pattern; those left over join its last group. */
function pour(digits: string, pattern: string): string {
  let at = 0;
  let out = '';
  for (const char of pattern) {
    if (char !== '#') out += char;
    else if (at < digits.length) out += digits[at++] as string;
  }
  return (out + digits.slice(at)).replace(/\D+$/, '');
}

/** Threes from the left, the last group of two to four: `12345678` → `123 456 78`, `1234567` → `123 4567`. */
function groupOfThree(digits: string): string {
  const groups: string[] = [];
  let rest = digits;
  while (rest.length > 4) {
    groups.push(rest.slice(0, 3));
    rest = rest.slice(3);
  }
  return [...groups, rest].join(' ').trim();
}

/** An E.164 phone as calling code and the national number in groups; null for what is none. */
export function groupPhone(e164: string): { code: string; grouped: string } | null {
  if (!/^\+[1-9]\d{3,14}$/.test(e164)) return null;
  const digits = e164.slice(1);
  const code = callingCodeOf(digits) ?? '';
  const number = digits.slice(code.length);
  const pattern = GROUPS[code]?.find(([shape]) => shape.test(number))?.[1];
  return { code, grouped: pattern === undefined ? groupOfThree(number) : pour(number, pattern) };
}
