/** The plural categories that each bundled locale uses for whole and fractional numbers (CLDR). */
interface Categories {
  en: 'one' | 'other';
  ru: 'one' | 'few' | 'many' | 'other';
  bg: 'one' | 'other';
  cs: 'one' | 'few' | 'many' | 'other';
  lv: 'zero' | 'one' | 'other';
}

/** One text for each category of the locale: all that a bundled locale has, at least `other` for any further one. */
export type PluralForms<L extends string> = L extends keyof Categories
  ? Readonly<Record<Categories[L], string>>
  : Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

const rules = new Map<string, Intl.PluralRules>();
const numbers = new Map<string, Intl.NumberFormat>();

/**
 * The form that a count takes in a language; `#` becomes the count as the language writes numbers. The category comes from the language's
 * rules, never from `count === 1`: 21 is *one* in Russian, 0 and 11 are *zero* in Latvian.
 */
export function plural<L extends string>(locale: L, count: number, forms: PluralForms<L>): string {
  let rule = rules.get(locale);
  if (!rule) rules.set(locale, (rule = new Intl.PluralRules(locale)));
  const all: Partial<Record<Intl.LDMLPluralRule, string>> = forms;
  const form = all[rule.select(count)] ?? all.other ?? '';
  return form.replaceAll('#', formatted(locale, count));
}

/** A number as the language writes it. */
export function formatted(locale: string, number: number): string {
  let format = numbers.get(locale);
  if (!format) numbers.set(locale, (format = new Intl.NumberFormat(locale)));
  return format.format(number);
}
