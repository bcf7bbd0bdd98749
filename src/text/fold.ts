import { CYRILLIC, HARD_SIGN, KEPT, LATIN, SOFT_SIGN, TABLE_END, isSilent } from './fold-table.js';

/*
 * The search fold gives one key to all spellings of a name, so that a plain substring test finds "Юлия" by "Yulia",
 * "Julija" and "Iuliia". The key is for comparing only; nobody ever sees it.
 *
 * The one design rule: a letter's output depends on what stands before it, never on what comes after, and is never
 * taken back. Hence fold(start of a text) is always the start of fold(text), and a search stays true while it is
 * typed letter by letter. To keep that, a sound whose spellings begin differently gets a key that begins like the
 * longest of them: ts, c, č, ч, ц are all "tc", so that the "t" of "ts" is already right when only it has been typed.
 *
 *   key   spellings that share it
 *   i     i y j и й ы і ї ј, doubled ones too (Юрий, Yuri, Yury, Yuriy, Jurij)
 *   ie    e ye je е э є, ё, and yo, jo, io (Елена, Jeļena, Yelena; Фёдор, Федор, Fyodor)
 *   s     s sh š ш              z   z zh ž з ж (Šárka, Sarka, Sharka, Шарка)
 *   tc    c ch č ц ч ts tz tch   st  щ sht shch šč sc сч (Щербакова, Shterbakova, Shcherbakova, Ščerbakova)
 *   kh    h kh х                 pf  f ph ф
 *   t     t th                   k   k q       v   v w в       ks  x
 *   a     ъ before a consonant (Първан, Parvan); nothing before е ё ю я and at the end (Russian hard sign)
 *   –     ь, apostrophes, accents, doubled letters (Анна, Ana; Кирилл, Kiril), case
 *
 * Kept: digits and @ . _ +. Hyphens and all other punctuation part words. Other scripts (Greek, Hebrew, Han, emoji)
 * stay themselves in NFKC and lower case.
 *
 * Known not to meet: the English c for k (Victor, Виктор), the Czech ch for х, the Ukrainian h for г, the German sch.
 * Each would merge letters that tell many names apart.
 */

const START = 0;
const OTHER = 1;
const LETTERS = 26;
const LASTS = LETTERS + 2;
const SOFT = LASTS;
const HARD = LASTS * 2;
const SPACE = LASTS * 3;
const STATES = SPACE + 1;

const CLASS_UNKNOWN = 0;
const CLASS_OTHER = 1;
const CLASS_SILENT = 2;
const CLASS_SPACE = 3;
const CLASS_SOFT = 4;
const CLASS_HARD = 5;
const FIRST_CLASS = 6;

interface Machine {
  classes: Uint8Array;
  outputs: string[];
  nexts: Uint8Array;
}

let machine: Machine | undefined;

const stateOf = (letter: string): number => letter.charCodeAt(0) - 97 + 2;

/** One letter after another one ('' = none): what the key grows by. The last character of the key is the next state. */
function grow(last: string, letter: string): string {
  switch (letter) {
    case 'h':
      if ('sczth'.includes(last) && last !== '') return '';
      return last === 'p' ? 'f' : last === 'k' ? 'h' : 'kh';
    case 'f':
      return last === 'f' ? '' : last === 'p' ? 'f' : 'pf';
    case 'e':
      return last === 'i' ? 'e' : 'ie';
    case 'o':
      return last === 'i' ? 'e' : last === 'o' ? '' : 'o';
    case 's':
      return last === 't' ? 'c' : last === 's' || last === 'c' ? '' : 's';
    case 'z':
      return last === 't' ? 'c' : last === 'z' ? '' : 'z';
    case 'c':
      return last === 't' ? 'c' : last === 's' ? 't' : last === 'c' ? '' : 'tc';
    default:
      return last === letter ? '' : letter;
  }
}

const SAME: Readonly<Record<string, string>> = { y: 'i', j: 'i', q: 'k', w: 'v', x: 'ks' };

function growAll(last: string, letters: string): string {
  let out = '';
  let before = last;
  for (const letter of letters) {
    const grown = grow(before, letter);
    if (grown !== '') {
      out += grown;
      before = grown.at(-1) ?? '';
    }
  }
  return out;
}

/** The letters that a character stands for, '' when it is no letter that we know. */
function lettersOf(char: string): string {
  const lower = char.toLowerCase();
  const known = CYRILLIC[lower] ?? LATIN[lower];
  if (known !== undefined) return known;
  const base = lower.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
  if (!/^[a-z]+$/.test(base)) return '';
  return base.replace(/[yjqwx]/g, (letter) => SAME[letter] ?? letter);
}

function classify(letterClass: (letters: string) => number, keptClass: (char: string) => number): Uint8Array {
  const classes = new Uint8Array(TABLE_END);
  for (let code = 0; code < TABLE_END; code++) {
    const char = String.fromCharCode(code);
    const lower = code < 0x530 ? char.toLowerCase() : char;
    const hasLetters = code < 0x250 || (code >= 0x400 && code < 0x530) || (code >= 0x1e00 && code < 0x1f00);
    const letters = hasLetters || LATIN[lower] ? lettersOf(char) : '';
    if (letters !== '') classes[code] = letterClass(letters);
    else if (KEPT.includes(char)) classes[code] = keptClass(char);
    else if (lower === SOFT_SIGN) classes[code] = CLASS_SOFT;
    else if (lower === HARD_SIGN) classes[code] = CLASS_HARD;
    else if (isSilent(code)) classes[code] = CLASS_SILENT;
    else if (code < 0xaa || (code >= 0x2000 && code < 0x2070)) classes[code] = CLASS_SPACE;
  }
  return classes;
}

/** A Mealy machine: for every state and class of characters, what is written and which state follows. */
function build(): Machine {
  const letterClasses = new Map<string, number>();
  const keptClasses = new Map<string, number>();
  let count = FIRST_CLASS;
  const remember = (map: Map<string, number>) => (key: string) => {
    let found = map.get(key);
    if (found === undefined) map.set(key, (found = count++));
    return found;
  };
  const classes = classify(remember(letterClasses), remember(keptClasses));
  const outputs = Array.from({ length: count * STATES }, () => '');
  const nexts = new Uint8Array(count * STATES);

  for (let state = 0; state < STATES; state++) {
    const flag = state === SPACE ? SPACE : state - (state % LASTS);
    const last = state === SPACE ? OTHER : state % LASTS;
    const lastLetter = last >= 2 ? String.fromCharCode(97 + last - 2) : '';
    const gap = state === SPACE ? ' ' : '';
    const set = (cls: number, out: string, next: number): void => {
      outputs[cls * STATES + state] = out;
      nexts[cls * STATES + state] = next;
    };
    set(CLASS_OTHER, gap, OTHER);
    set(CLASS_SILENT, '', state);
    set(CLASS_SPACE, '', state === START ? START : SPACE);
    // At the start of a word ь says nothing and ъ is the vowel; elsewhere both wait for the next letter.
    set(CLASS_SOFT, '', lastLetter === '' ? state : last + SOFT);
    if (lastLetter === '') set(CLASS_HARD, gap + 'a', stateOf('a'));
    else set(CLASS_HARD, '', last + HARD);
    for (const [char, cls] of keptClasses) set(cls, gap + char, OTHER);
    for (const [letters, cls] of letterClasses) {
      const isVowelAfterHardSign = letters === 'e' || letters === 'iu' || letters === 'ia';
      const voiced =
        flag === HARD && !isVowelAfterHardSign ? 'a' : flag === SOFT && letters === 'o' ? 'i' : '';
      const out = growAll(lastLetter, voiced + letters);
      set(cls, gap + out, out === '' ? last : stateOf(out.at(-1) ?? ''));
    }
  }
  return { classes, outputs, nexts };
}

/** Runs the machine; null when `strict` and a character lies outside its table. */
function run(text: string, strict: boolean): string | null {
  const { classes, outputs, nexts } = (machine ??= build());
  let out = '';
  let state = START;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    let cls = code < TABLE_END ? (classes[code] as number) : CLASS_UNKNOWN;
    if (cls === CLASS_UNKNOWN) {
      if (strict) return null;
      cls = CLASS_OTHER;
    }
    const at = cls * STATES + state;
    out += outputs[at] as string;
    state = nexts[at] as number;
    if (cls === CLASS_OTHER) out += text[i] as string;
  }
  return out;
}

/**
 * The search key of a text: words of `[a-z0-9@._+]` parted by single spaces (other scripts as they are, in lower
 * case). Idempotent; `fold(text.slice(0, n))` is the start of `fold(text)` for Latin and Cyrillic; never throws.
 */
export function fold(text: string): string {
  const quick = run(text, true);
  if (quick !== null) return quick;
  // What is left out may bring two characters together that compose: go on until nothing changes.
  let before = text;
  for (let round = 0; round < 5; round++) {
    const after = run(before.normalize('NFKC').toLowerCase(), false) as string;
    if (after === before) break;
    before = after;
  }
  return before;
}
