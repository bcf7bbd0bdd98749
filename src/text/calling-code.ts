/** Calling codes of two digits; 1 and 7 have one, all others three. */
const TWO_DIGITS = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** The calling code that international digits begin with (`359888…` → `359`); null when they are too few or begin with 0. */
export function callingCodeOf(digits: string): string | null {
  const first = digits[0];
  if (first === undefined || first === '0') return null;
  if (first === '1' || first === '7') return first;
  const two = digits.slice(0, 2);
  if (TWO_DIGITS.test(two)) return two;
  return digits.length >= 3 ? digits.slice(0, 3) : null;
}
