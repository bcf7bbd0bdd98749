import {
  alphabets,
  collationOf,
  EXPANSIONS,
  MARKS,
  PUNCTUATION,
  SISTERS,
  type Collation,
} from './sort-weights.js';

/*
 * A sort key is printable ASCII whose byte order is the order of the texts, so that JavaScript, IndexedDB and SQL
 * (COLLATE "C") agree without any engine's own collation. Its parts, parted by a space, the lowest byte of all:
 *
 *   letters   one weight for each: digits, then the collation's first script (1 byte), its second script (2 bytes),
 *             everything else by code point (7 bytes); before them space (1 byte) and punctuation (2 bytes)
 *   accents   one byte for each letter, `!` for none, trailing ones left out
 *   case      the same: lower before upper
 *
 * So "Novak" < "Novák" < "Novaková", and ё follows е where nothing else tells two words apart.
 */

const SEPARATOR = ' ';
const PLAIN = 0x21;
const FIRST = 0x21;
const WEIGHT_SPACE = '!';
const LEAD_PUNCTUATION = '"';
const LEAD_SECOND = '|';
const LEAD_OTHER = '~';
const TABLE_END = 0x2100;

const KIND_OTHER = 0;
const KIND_WEIGHT = 1;
const KIND_IGNORED = 2;
const KIND_SPACE = 3;
const KIND_MARK = 4;
/** Begins a letter that is written with two (the Czech ch). */
const KIND_PAIR = 5;

interface Table {
  kinds: Uint8Array;
  /** Weights of the letters. */
  weights: string[];
  accents: Uint8Array;
  uppers: Uint8Array;
  /** By second letter, lower case: the weight of the pair. */
  pairs: Map<string, string>;
}

/** By collation, and by every tag that was asked for. */
const tables = new Map<string, Table>();

const byte = (offset: number): string => String.fromCharCode(FIRST + offset);

function letterWeights(collation: Collation): Map<string, string> {
  const weights = new Map<string, string>();
  let next = 2;
  for (let digit = 0; digit < 10; digit++) weights.set(String(digit), byte(next++));
  const [first, second] = alphabets(collation);
  for (const letter of first) weights.set(letter, byte(next++));
  second.forEach((letter, i) => weights.set(letter, LEAD_SECOND + byte(i)));
  return weights;
}

function build(collation: Collation): Table {
  const known = letterWeights(collation);
  const table: Table = {
    kinds: new Uint8Array(TABLE_END),
    weights: Array.from({ length: TABLE_END }, () => ''),
    accents: new Uint8Array(TABLE_END),
    uppers: new Uint8Array(TABLE_END),
    pairs: new Map(),
  };
  for (let code = 0; code < TABLE_END; code++) enter(table, code, known);
  for (const [letters, weight] of known) {
    if (letters.length === 1) continue;
    table.pairs.set(letters.charAt(1), weight);
    for (const char of [letters.charAt(0), letters.charAt(0).toUpperCase()]) {
      table.kinds[char.charCodeAt(0)] = KIND_PAIR;
    }
  }
  return table;
}

function enter(table: Table, code: number, known: ReadonlyMap<string, string>): void {
  const char = String.fromCharCode(code);
  const set = (weight: string, accent: number, upper: boolean): void => {
    table.kinds[code] = KIND_WEIGHT;
    table.weights[code] = weight;
    table.accents[code] = accent;
    table.uppers[code] = upper ? 1 : 0;
  };
  if (/\s/u.test(char)) table.kinds[code] = KIND_SPACE;
  else if (/\p{Mn}/u.test(char)) table.kinds[code] = KIND_MARK;
  else if (/[\p{Cc}\p{Cf}]/u.test(char)) table.kinds[code] = KIND_IGNORED;
  const sister = SISTERS[char] ?? char;
  const at = PUNCTUATION.indexOf(sister);
  if (at >= 0) set(LEAD_PUNCTUATION + byte(at), sister === char ? 0 : 1, false);
  const isLetter = code < 0x250 || (code >= 0x400 && code < 0x530) || (code >= 0x1e00 && code < 0x1f00);
  if (!isLetter) return;
  const lower = char.toLowerCase();
  const parts = weigh(lower, known);
  if (parts !== null) set(parts[0], parts[1], lower !== char);
}

/** The weight of a letter and its accent: of its own, or of the letter that bears the mark. */
function weigh(lower: string, known: ReadonlyMap<string, string>): readonly [string, number] | null {
  const own = known.get(lower);
  if (own !== undefined) return [own, 0];
  const expansion = EXPANSIONS[lower];
  if (expansion !== undefined) {
    return [[...expansion[0]].map((letter) => known.get(letter) ?? '').join(''), expansion[1]];
  }
  const [base, ...marks] = lower.normalize('NFD');
  const mark = marks[0];
  if (base === undefined || mark === undefined) return null;
  // A letter with two marks (ǘ) may bear one that makes a letter of its own; then the other is its accent.
  const inner = known.get((base + mark).normalize('NFC')) ?? known.get(base);
  return inner === undefined
    ? null
    : [
        inner,
        Math.min(
          40,
          marks.reduce((sum, each) => sum + (MARKS[each] ?? 20), 0),
        ),
      ];
}

/**
 * The sort key of a text in a base's collation (a BCP 47 tag; languages without an alphabet here sort as `en`).
 * Compare keys with {@link compareKeys}, `<`, or bytes. White space counts once and not at the ends; control and
 * invisible characters do not count. Digits come before letters, one by one ("10" before "9"); other scripts and
 * symbols last, by code point. The empty text has the lowest key, ''.
 */
export function sortKey(text: string, collation: string): string {
  let table = tables.get(collation);
  if (table === undefined) {
    const resolved = collationOf(collation);
    table = tables.get(resolved) ?? build(resolved);
    tables.set(resolved, table);
    tables.set(collation, table);
  }
  return keyOf(text, table, false);
}

function keyOf(text: string, table: Table, composed: boolean): string {
  const { kinds, weights, accents, uppers } = table;
  let letters = '';
  let accent = '';
  let cases = '';
  let at = 0;
  let space = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind = code < TABLE_END ? (kinds[code] as number) : KIND_OTHER;
    if (kind === KIND_SPACE) {
      space = at > 0;
      continue;
    }
    if (kind === KIND_IGNORED) continue;
    if (kind === KIND_MARK) {
      // Texts that came apart (й as и and breve) are put together first; a mark without a letter does not count.
      if (!composed) return keyOf(text.normalize('NFC'), table, true);
      continue;
    }
    if (space) {
      letters += WEIGHT_SPACE;
      at++;
      space = false;
    }
    if (kind === KIND_OTHER) {
      const point = text.codePointAt(i) as number;
      if (point > 0xffff) i++;
      letters += LEAD_OTHER + point.toString(16).padStart(6, '0');
      at++;
      continue;
    }
    let upper = uppers[code] as number;
    let weight = weights[code] as string;
    if (kind === KIND_PAIR && i + 1 < text.length) {
      const second = text.charAt(i + 1);
      const lower = second.toLowerCase();
      const pair = table.pairs.get(lower);
      if (pair !== undefined) {
        weight = pair;
        upper = upper * 2 + (second === lower ? 0 : 1);
        i++;
      }
    }
    letters += weight;
    const mark = accents[code] as number;
    if (mark !== 0) accent = put(accent, at, mark);
    if (upper !== 0) cases = put(cases, at, upper);
    at++;
  }
  if (cases !== '') return letters + SEPARATOR + accent + SEPARATOR + cases;
  return accent === '' ? letters : letters + SEPARATOR + accent;
}

/** `level` with the weight at its place, plain weights before it. */
function put(level: string, at: number, weight: number): string {
  return level.padEnd(at, '!') + String.fromCharCode(PLAIN + weight);
}

/** −1, 0 or 1, as the texts of two keys stand to each other. */
export function compareKeys(a: string, b: string): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}
