/** Languages whose rules of writing names in Latin letters we know. Any other text is read by the Russian rules. */
export const TRANSLITERATED_LANGUAGES = ['bg', 'ru', 'uk'] as const;

// prettier-ignore
const COMMON: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l', м: 'm',
  н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch',
  ъ: 'ie', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia', ѐ: 'e', ѝ: 'i', і: 'i', ї: 'i', є: 'ie', ґ: 'g', ў: 'u',
  ђ: 'đ', ѓ: 'gj', ѕ: 'dz', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'c', ќ: 'kj', џ: 'dz', ә: 'a', ғ: 'g', қ: 'q', ң: 'n', ө: 'o',
  ұ: 'u', ү: 'u', һ: 'h',
};
/** Bulgarian: Transliteration Act of 2009. */
const BG = { й: 'y', х: 'h', щ: 'sht', ъ: 'a', ь: '', ю: 'yu', я: 'ya' };
/** Ukrainian: resolution 55 of 2010. The letters of INITIAL_UK are written otherwise at the start of a word. */
const UK = { г: 'h', и: 'y', ъ: '', "'": '', '’': '', ʼ: '' };
const INITIAL_UK: Readonly<Record<string, string>> = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' };

const TABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // Russian: passports, ICAO 9303.
  ru: COMMON,
  bg: { ...COMMON, ...BG },
  uk: { ...COMMON, ...UK },
};

// prettier-ignore
const LATIN: Readonly<Record<string, string>> = {
  æ: 'ae', œ: 'oe', ø: 'o', ß: 'ss', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ŋ: 'n', ə: 'a',
};
// prettier-ignore
const SIGNS: Readonly<Record<string, string>> = {
  '„': '"', '“': '"', '”': '"', '«': '"', '»': '"', '‘': "'", '’': "'", '‚': "'", '–': '-', '—': '-', '‑': '-', '−': '-',
  '…': '...', '№': 'No', '\u00a0': ' ', '\u202f': ' ', '\u2009': ' ', '•': '-', '×': 'x', '₽': 'RUB', '₸': 'KZT', '₴': 'UAH',
};

const isUpper = (char: string | undefined): boolean =>
  char !== undefined && char !== char.toLowerCase() && char === char.toUpperCase();
const isLetter = (char: string | undefined): boolean =>
  char !== undefined && char.toLowerCase() !== char.toUpperCase();

/**
 * A text in plain Latin letters for people to read, by the rules of `lang` (`bg` law, `ru` passports, `uk` resolution;
 * others as `ru`); accents go, quotes and dashes become those of ASCII. "Щербаков" → "Shcherbakov", "ЩЕРБАКОВ" →
 * "SHCHERBAKOV". Characters that it does not know stay. Cuts most texts to the GSM-7 alphabet of SMS.
 */
export function transliterate(text: string, lang: string): string {
  const language = lang.toLowerCase().split('-')[0] ?? '';
  const table = TABLES[language] ?? COMMON;
  const chars = [...text.normalize('NFC')];
  let out = '';
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i] as string;
    const lower = char.toLowerCase();
    const before = chars[i - 1];
    const after = chars[i + 1];
    let latin = table[lower];
    if (language === 'bg') {
      // "ия" at the end of a word is ia; ь is written before о alone.
      if (lower === 'я' && before?.toLowerCase() === 'и' && !isLetter(after)) latin = 'a';
      if (lower === 'ь' && after?.toLowerCase() === 'о') latin = 'y';
    } else if (language === 'uk') {
      if (!isLetter(before) && before !== "'" && before !== '’') latin = INITIAL_UK[lower] ?? latin;
      if (lower === 'г' && before?.toLowerCase() === 'з') latin = 'gh';
    }
    latin ??= LATIN[lower] ?? SIGNS[char] ?? stripped(lower);
    if (latin === undefined || !isUpper(char)) out += latin ?? char;
    else if (isUpper(after) || (isUpper(before) && !isLetter(after))) out += latin.toUpperCase();
    else out += latin.charAt(0).toUpperCase() + latin.slice(1);
  }
  return out;
}

/** A Latin letter without its accents; undefined for anything else. */
function stripped(char: string): string | undefined {
  const base = char.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return base !== char && /^[a-z]*$/.test(base) ? base : undefined;
}
