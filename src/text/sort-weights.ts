/**
 * The alphabets that sort keys are made of. Orders are those of CLDR, measured letter by letter; `sort-key.ts` says
 * how they become bytes.
 */
export const COLLATIONS = ['en', 'ru', 'bg', 'cs', 'lv'] as const;
export type Collation = (typeof COLLATIONS)[number];

/** The letters of their own that a language adds: after which letter, in order. */
// prettier-ignore
const OWN_LETTERS: Readonly<Record<Collation, Readonly<Record<string, readonly string[]>>>> = {
  en: {},
  ru: {},
  bg: {},
  cs: { c: ['č'], h: ['ch'], r: ['ř'], s: ['š'], z: ['ž'] },
  // Latvian y stands between i and j, long vowels after the short ones.
  lv: {
    a: ['ā'], c: ['č'], e: ['ē'], g: ['ģ'], i: ['y', 'ī'], k: ['ķ'], l: ['ļ'], n: ['ņ'], o: ['ō'], r: ['ŗ'], s: ['š'],
    u: ['ū'], z: ['ž'],
  },
};

/** Cyrillic of Russian, Bulgarian, Ukrainian, Belarusian, Serbian, Macedonian, Kazakh and Tatar in one order. */
const CYRILLIC = [...'аәбвгғдђеєжҗзѕиійјкқлљмнңњоөпрстћуүұфхһцчџшщъыьэюя'];
const LATIN = [...'abcdefghijklmnopqrstuvwxyzþ'];
/** Before digits, in this order. */
export const PUNCTUATION = '_-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$';

/** Latin letters sorted as others with a mark (the mark's number follows), or as two. */
// prettier-ignore
export const EXPANSIONS: Readonly<Record<string, readonly [string, number]>> = {
  æ: ['ae', 15], œ: ['oe', 15], ß: ['ss', 15], ø: ['o', 11], đ: ['d', 14], ð: ['d', 15], ł: ['l', 14], ħ: ['h', 14],
  ı: ['i', 15], ŋ: ['n', 15], ґ: ['г', 14], ə: ['e', 15],
};

/** Punctuation sorted as its ASCII sister, after it. */
// prettier-ignore
export const SISTERS: Readonly<Record<string, string>> = {
  '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '−': '-', '’': "'", '‘': "'", ʼ: "'", '´': "'", '“': '"', '”': '"', '„': '"',
  '«': '"', '»': '"', '…': '.',
};

/** Combining marks in the order in which they part letters that are otherwise alike; the number is their weight. */
// prettier-ignore
export const MARKS: Readonly<Record<string, number>> = {
  '\u0301': 1, '\u0300': 2, '\u0306': 3, '\u0302': 4, '\u030c': 5, '\u030a': 6, '\u0308': 7, '\u030b': 8, '\u0303': 9,
  '\u0307': 10, '\u0338': 11, '\u0327': 12, '\u0326': 12, '\u0328': 12, '\u0304': 13,
};

export const isCyrillicFirst = (collation: Collation): boolean => collation === 'ru' || collation === 'bg';

/** The letters of both scripts for a collation, the first script first. */
export function alphabets(collation: Collation): readonly [readonly string[], readonly string[]] {
  const own = OWN_LETTERS[collation];
  const added = new Set(Object.values(own).flat());
  const latin = LATIN.filter((letter) => !added.has(letter)).flatMap((letter) => [
    letter,
    ...(own[letter] ?? []),
  ]);
  return isCyrillicFirst(collation) ? [CYRILLIC, latin] : [latin, CYRILLIC];
}

/** The collation of a BCP 47 tag: that of its language, `en` for all that we have no alphabet of. */
export function collationOf(tag: string): Collation {
  const language = tag.toLowerCase().split('-')[0];
  return COLLATIONS.find((known) => known === language) ?? 'en';
}
