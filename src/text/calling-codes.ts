import { callingCodeOf } from './calling-code.js';

/** What is known of a country's numbers. Lengths are those of the national significant number, without trunk prefix. */
export interface PhoneCountry {
  /** Calling code without +. */
  code: string;
  /** What is dialled before a number inside the country, '' for none. */
  trunk: string;
  min: number;
  max: number;
}

/** `[calling code, shortest, longest, trunk = '0']`; deliberately lenient: shapes, not numbering plans. */
// prettier-ignore
const SHAPES: Readonly<Record<string, readonly [string, number, number, string?]>> = {
  BG: ['359', 7, 9], RU: ['7', 10, 10, '8'], KZ: ['7', 10, 10, '8'], CZ: ['420', 9, 9, ''], LV: ['371', 8, 8, ''],
  GB: ['44', 9, 10], US: ['1', 10, 10, '1'], CA: ['1', 10, 10, '1'], UA: ['380', 9, 9], DE: ['49', 5, 12],
  SK: ['421', 9, 9], LT: ['370', 8, 8], EE: ['372', 7, 8, ''], PL: ['48', 9, 9, ''], AT: ['43', 6, 13],
  RO: ['40', 9, 9], GR: ['30', 10, 10, ''], TR: ['90', 10, 10], RS: ['381', 7, 10], MK: ['389', 8, 8],
  BY: ['375', 9, 9, '80'], GE: ['995', 9, 9], AM: ['374', 8, 8], AZ: ['994', 9, 9], MD: ['373', 8, 8],
  UZ: ['998', 9, 9, ''], KG: ['996', 9, 9], TJ: ['992', 9, 9, ''], TM: ['993', 8, 8, '8'], IL: ['972', 8, 9],
  FR: ['33', 9, 9], ES: ['34', 9, 9, ''], IT: ['39', 6, 11, ''], PT: ['351', 9, 9, ''], NL: ['31', 9, 9],
  BE: ['32', 8, 9], LU: ['352', 5, 11, ''], CH: ['41', 9, 9], SE: ['46', 7, 9], NO: ['47', 8, 8, ''],
  DK: ['45', 8, 8, ''], FI: ['358', 5, 11], IE: ['353', 7, 9], HU: ['36', 8, 9, '06'], HR: ['385', 8, 9],
  SI: ['386', 8, 8], BA: ['387', 8, 9], ME: ['382', 8, 8], AL: ['355', 8, 9], XK: ['383', 8, 8], CY: ['357', 8, 8, ''],
  MT: ['356', 8, 8, ''], IS: ['354', 7, 9, ''], AE: ['971', 8, 9], SA: ['966', 8, 9], EG: ['20', 8, 10],
  IN: ['91', 10, 10], CN: ['86', 10, 11], JP: ['81', 9, 10], KR: ['82', 8, 10], TH: ['66', 8, 9], VN: ['84', 9, 10],
  AU: ['61', 9, 9], NZ: ['64', 8, 10], BR: ['55', 10, 11], MX: ['52', 10, 10, ''], ZA: ['27', 9, 9],
};

/** Countries whose numbers are read and written by their own shape, by ISO 3166 alpha-2 code. */
export const PHONE_COUNTRIES: readonly string[] = Object.keys(SHAPES);

/** The shape of a country's numbers; null when we do not know it. */
export function phoneCountry(country: string): PhoneCountry | null {
  const shape = Object.hasOwn(SHAPES, country) ? SHAPES[country] : undefined;
  return shape === undefined
    ? null
    : { code: shape[0], min: shape[1], max: shape[2], trunk: shape[3] ?? '0' };
}

/** The country that stands for a calling code: its biggest, and Kazakhstan for +7 6 and +7 7. Null when unknown. */
export function countryOfPhone(e164: string): string | null {
  const digits = e164.replace(/\D/g, '');
  const code = callingCodeOf(digits);
  if (code === null) return null;
  if (code === '7') return /^7[67]/.test(digits) ? 'KZ' : 'RU';
  return PHONE_COUNTRIES.find((country) => SHAPES[country]?.[0] === code) ?? null;
}
