import './jitless.js';
import * as z from 'zod/mini';
import { isSafeText, MAX_TEXT } from './plain/safe-text.js';

export { isSafeText, MAX_TEXT } from './plain/safe-text.js';
export { isMasked } from './plain/values.js';

export const safeText = z
  .string()
  .check(z.maxLength(MAX_TEXT), z.refine(isSafeText, 'NUL and lone surrogates are refused'));

/** An opaque identifier: 1–64 ASCII characters of `A-Z a-z 0-9 _ . : -`, but neither `.` nor `..`, which no address can carry. */
export const id = z.string().check(z.regex(/^(?!\.{1,2}$)[\w.:-]{1,64}$/));
export type Id = z.infer<typeof id>;

/** A field's id: `visits`, `custom.hasCat`. Names of the object prototype are refused. */
export const fieldId = z.string().check(
  z.regex(/^[a-zA-Z][\w-]{0,39}(\.[a-zA-Z][\w-]{0,39})?$/),
  z.refine((text) => !/(^|\.)(constructor|prototype|__proto__|toString|valueOf|hasOwnProperty)$/.test(text)),
);
export type FieldId = z.infer<typeof fieldId>;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isRealDay(year: number | null, month: number, day: number): boolean {
  const leap = year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  const last = month === 2 && leap ? 29 : DAYS[month - 1];
  return last !== undefined && day >= 1 && day <= last;
}

/** A calendar day of the business's time zone, `YYYY-MM-DD`, that really exists. */
export const day = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/),
  z.refine((text) =>
    isRealDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))),
  ),
);
export type Day = z.infer<typeof day>;

/** A birthday: `YYYY-MM-DD`, or `--MM-DD` when the year is not known. */
export const birthday = z.union([
  day,
  z.string().check(
    z.regex(/^--\d{2}-\d{2}$/),
    z.refine((text) => isRealDay(null, Number(text.slice(2, 4)), Number(text.slice(5, 7)))),
  ),
]);
export type Birthday = z.infer<typeof birthday>;

/** An instant: ISO 8601 in UTC with milliseconds or without, `2026-03-14T09:30:00Z`. */
export const instant = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/),
  z.refine((text) => {
    // Date.parse rolls 30 February and 24:00 over; what does not come back as it went in does not exist.
    const at = Date.parse(text);
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text.slice(0, 19));
  }),
);
export type Instant = z.infer<typeof instant>;

/** An integer that JavaScript, JSON and SQL's bigint hold alike: money in minor units, points, counts. */
export const wholeNumber = z
  .number()
  .check(z.refine((value) => Number.isSafeInteger(value), 'a whole number within ±9,007,199,254,740,991'));

/** ISO 4217 code, `EUR`. */
export const currencyCode = z.string().check(z.regex(/^[A-Z]{3}$/));
export type CurrencyCode = z.infer<typeof currencyCode>;

/** Money of a record: what was paid, in minor units of its own currency, and the same in the base's currency. */
export const money = z.object({ amount: wholeNumber, currency: currencyCode, base: wholeNumber });
export type Money = z.infer<typeof money>;

/** One phone or e-mail of a client, in the order of preference. Phones are E.164 (`+359888123456`). */
export const contact = z.object({
  value: z.string().check(z.minLength(1), z.maxLength(254), z.refine(isSafeText)),
  label: z.optional(safeText.check(z.maxLength(60))),
});
/** What stands for a contact that the user may not see: enough to tell two apart, not enough to use. */
export const maskedContact = z.object({ masked: z.string(), label: z.optional(z.string()) });
export type Contact = z.infer<typeof contact>;
export type MaskedContact = z.infer<typeof maskedContact>;

/** A value as JSON carries it. Which of these a field takes is said by its type (fields.ts). */
export type Value =
  string | number | boolean | readonly string[] | readonly Contact[] | readonly MaskedContact[];

/** A text for people: one for every language, or by BCP 47 locale (`en` is taken where the wanted one is missing). */
export const label = z.union([safeText, z.record(z.string(), safeText)]);
export type Label = z.infer<typeof label>;

/** A parameter of an action, or one end of a comparison: a scalar or a list of texts. */
export const scalarValue = z.union([
  safeText,
  z.number(),
  z.boolean(),
  z.array(safeText).check(z.maxLength(10_000)),
]);
export type ScalarValue = z.infer<typeof scalarValue>;
