/** Formatters cost milliseconds to make and microseconds to use: one of each kind, for all sessions. */
const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();
const relatives = new Map<string, Intl.RelativeTimeFormat>();
const lists = new Map<string, Intl.ListFormat>();
const good = new Map<string, string>();

function once<T>(cache: Map<string, T>, key: string, make: () => T): T {
  let made = cache.get(key);
  if (made === undefined) cache.set(key, (made = make()));
  return made;
}

/** The locale itself, or `en` where it is no BCP 47 tag at all. */
export function goodLocale(locale: string): string {
  return once(good, locale, () => {
    try {
      return Intl.getCanonicalLocales(locale)[0] ?? 'en';
    } catch {
      return 'en';
    }
  });
}

export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return once(numbers, locale + JSON.stringify(options), () => new Intl.NumberFormat(locale, options));
}

/** The time zone is never left to the device. */
export function dateFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions & { timeZone: string },
): Intl.DateTimeFormat {
  return once(dates, locale + JSON.stringify(options), () => new Intl.DateTimeFormat(locale, options));
}

export function relativeFormat(locale: string, numeric: 'auto' | 'always'): Intl.RelativeTimeFormat {
  return once(relatives, locale + numeric, () => new Intl.RelativeTimeFormat(locale, { numeric }));
}

export function listFormat(locale: string): Intl.ListFormat {
  return once(lists, locale, () => new Intl.ListFormat(locale, { type: 'conjunction' }));
}
