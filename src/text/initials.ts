/** The parts of a person's name. None is required. */
export interface NameParts {
  firstName?: string | null | undefined;
  lastName?: string | null | undefined;
  patronymic?: string | null | undefined;
}

/** `firstLast`: Иван Петрович Иванов, Jane Smith. `lastFirst`: Иванов Иван Петрович. */
export type NameOrder = 'firstLast' | 'lastFirst';

const UNTIDY = /[^\S ]|  |^ | $/;

/** Single spaces, none at the ends; '' for nothing. */
export function clean(text: string | null | undefined): string {
  if (text === null || text === undefined || text === '') return '';
  return UNTIDY.test(text) ? text.replace(/\s+/gu, ' ').trim() : text;
}

let segmenter: Intl.Segmenter | undefined;

/** The first character as a person sees it: an emoji of several code points, a letter with its marks. */
function firstGrapheme(word: string): string {
  const quick = word.codePointAt(0);
  const next = word.charCodeAt(1);
  // Letters that no mark follows need no segmenter, which is a hundred times slower.
  if (quick === undefined) return '';
  if (
    quick < 0x530 &&
    quick > 0x20 &&
    (Number.isNaN(next) || (next < 0x530 && !(next >= 0x300 && next <= 0x36f)))
  ) {
    return word.charAt(0);
  }
  if (typeof Intl.Segmenter !== 'function') return String.fromCodePoint(quick);
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  for (const { segment } of segmenter.segment(word)) return segment;
  return '';
}

/** The first letter or digit that a word begins with, past quotes and brackets; '' when it has none. */
function initialOf(word: string): string {
  const start = word.search(/[\p{L}\p{N}\p{Extended_Pictographic}]/u);
  return start < 0 ? '' : firstGrapheme(word.slice(start)).toLocaleUpperCase('und');
}

/**
 * At most two characters for an avatar: of first and last name, or of the first and last word of a text, in the
 * order in which the name is shown. '' when nothing begins with a letter or digit.
 */
export function initials(name: NameParts | string, order: NameOrder = 'firstLast'): string {
  let words: string[];
  if (typeof name === 'string') words = clean(name).split(' ');
  else words = [clean(name.firstName), clean(name.lastName)];
  if (typeof name !== 'string' && order === 'lastFirst') words.reverse();
  const letters = words.map(initialOf).filter((letter) => letter !== '');
  const last = letters.length > 1 ? letters.at(-1) : '';
  return `${letters[0] ?? ''}${last ?? ''}`;
}
