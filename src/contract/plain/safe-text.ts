/** What a plain value may not hold: NUL, and a surrogate without its pair (JavaScript strings that no database stores). */
const UNSAFE = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** True for text that every adapter can store and give back unchanged. */
export function isSafeText(text: string): boolean {
  return !UNSAFE.test(text);
}

/** The longest text of a field, in UTF-16 units, where its definition says nothing else. */
export const MAX_TEXT = 10_000;
