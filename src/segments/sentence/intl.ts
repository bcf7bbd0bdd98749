/** Formats cost far more to make than to use: one of each for a language. */
const lists = new Map<string, Intl.ListFormat>();
const distances = new Map<string, Intl.RelativeTimeFormat>();
const months = new Map<string, Intl.DateTimeFormat>();

function once<T>(known: Map<string, T>, key: string, make: () => T): T {
  let made = known.get(key);
  if (made === undefined) known.set(key, (made = make()));
  return made;
}

export function listFormat(locale: string, type: 'disjunction' | 'conjunction'): Intl.ListFormat {
  return once(lists, `${type} ${locale}`, () => new Intl.ListFormat(locale, { type }));
}

export function distanceFormat(locale: string, numeric: 'auto' | 'always'): Intl.RelativeTimeFormat {
  return once(distances, `${numeric} ${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric }));
}

/** A month as it stands alone; its day is read in UTC. */
export function monthFormat(locale: string): Intl.DateTimeFormat {
  return once(months, locale, () => new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }));
}
