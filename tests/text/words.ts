import fc from 'fast-check';

/** Letters that texts of the five languages are made of. */
export const ALPHABETS = {
  en: 'abcdefghijklmnopqrstuvwxyzéï',
  ru: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  bg: 'абвгдежзийклмнопрстуфхцчшщъьюя',
  cs: 'aábcčdďeéěfghiíjklmnňoópqrřsštťuúůvwxyýzž',
  lv: 'aābcčdeēfgģhiījkķlļmnņoprsštuūvzž',
} as const;
export const LANGUAGES = ['en', 'ru', 'bg', 'cs', 'lv'] as const;
export type Language = (typeof LANGUAGES)[number];

const letters = (language: Language): string[] => {
  const lower = [...ALPHABETS[language]];
  return [...lower, ...lower.map((letter) => letter.toUpperCase())];
};

/** A word of one language, in any case. */
export const wordOf = (language: Language): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...letters(language)), { minLength: 1, maxLength: 8 })
    .map((list) => list.join(''));

/** A text of the five languages with the signs that names, e-mails and phones hold. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...LANGUAGES.flatMap(letters)) },
      { weight: 1, arbitrary: fc.constantFrom(...'0123456789 @._+-\'’"()/,') },
    ),
    { maxLength: 20 },
  )
  .map((list) => list.join(''));

/** Anything at all: halves of surrogate pairs, NUL, emoji, other scripts, combining marks, right-to-left controls. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
    .map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        ...[
          '\ud800',
          '\udc00',
          '\0',
          '👩‍👩‍👧',
          'й',
          'и\u0306',
          'ﬁ',
          'Ⅷ',
          'ß',
          'İ',
          'שלום',
          '\u202e',
          'Ω',
          'ά',
          '가',
          '\u1100',
          "'",
        ],
        ...[
          '\u1161',
          'Å',
          '\u0344',
          '№',
          '１',
          'ъ',
          'ь',
          'о',
          't',
          's',
          'h',
          'c',
          ' ',
          '\u00a0',
          '\u0345',
          'ǰ',
          'ΐ',
        ],
      ),
      { maxLength: 10 },
    )
    .map((list) => list.join('')),
);
