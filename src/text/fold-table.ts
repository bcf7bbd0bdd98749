/**
 * What each character sounds like, in the small alphabet that the search fold works in. See `fold.ts` for the rules
 * that are applied to these letters and for why they are what they are.
 */

/** Cyrillic letters of Russian, Bulgarian, Ukrainian, Belarusian, Serbian, Macedonian, Kazakh and Tatar. */
// prettier-ignore
export const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'z', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l', м: 'm',
  н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'c', ч: 'c', ш: 's', щ: 'st', ы: 'i',
  э: 'e', ю: 'iu', я: 'ia',
  ѐ: 'e', ѝ: 'i', і: 'i', ї: 'i', є: 'e', ґ: 'g', ў: 'u',
  ђ: 'd', ѓ: 'g', ѕ: 'z', ј: 'i', љ: 'li', њ: 'ni', ћ: 'c', ќ: 'k', џ: 'dz',
  ә: 'a', ғ: 'g', җ: 'z', қ: 'k', ң: 'n', ө: 'o', ұ: 'u', ү: 'u', һ: 'h',
};

/** Latin letters that no decomposition takes apart. */
// prettier-ignore
export const LATIN: Readonly<Record<string, string>> = {
  æ: 'ae', œ: 'oe', ø: 'o', ß: 'ss', ẞ: 'ss', đ: 'd', ð: 'd', þ: 't', ł: 'l', ħ: 'h', ı: 'i', ŋ: 'n', ƒ: 'f', ə: 'a',
};

/** Bulgarian ъ is a vowel, Russian ъ is silent: which of them it is, the next letter tells. */
export const HARD_SIGN = 'ъ';
/** Silent, but for the Bulgarian ьо, which is written yo. */
export const SOFT_SIGN = 'ь';

/** Kept as they are, so that e-mail addresses and codes stay searchable. */
export const KEPT = '0123456789@._+';

/** Left out as if they were not there: apostrophes (O'Brien, Мар'яна, Solov'ev), combining marks, invisible characters. */
export function isSilent(code: number): boolean {
  return (
    code === 0x27 ||
    code === 0x60 ||
    code === 0xad ||
    code === 0xb4 ||
    (code >= 0x2b9 && code <= 0x2bf) ||
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x483 && code <= 0x489) ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2018 && code <= 0x201b) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2032 && code <= 0x2037) ||
    (code >= 0x2060 && code <= 0x206f)
  );
}

/** Everything else below this code that is no letter parts words; above it lie other scripts and symbols. */
export const TABLE_END = 0x2100;
