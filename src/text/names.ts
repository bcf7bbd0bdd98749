import { clean, type NameOrder, type NameParts } from './initials.js';

export type { NameOrder, NameParts };

/** The order that lists of people have in a language, where a base does not say its own. */
export function nameOrderOf(locale: string): NameOrder {
  return /^(ru|uk|be|kk|hu|ja|ko|zh|vi)\b/i.test(locale) ? 'lastFirst' : 'firstLast';
}

/** The whole name in the order asked for, single spaces, '' when there is no part. */
export function displayName(name: NameParts, order: NameOrder = 'firstLast'): string {
  const first = clean(name.firstName);
  const last = clean(name.lastName);
  const patronymic = clean(name.patronymic);
  const parts = order === 'lastFirst' ? [last, first, patronymic] : [first, patronymic, last];
  return parts.filter((part) => part !== '').join(' ');
}

/** Slavic and Turkic patronymics: Петрович, Ильич, Петровна, Ильинична, Кузьминишна, Мамед оглы. */
const PATRONYMIC = /(?:[оеё]вич|[оеё]вна|[иы]ч|ична|инишна)$/iu;
const TURKIC_TAIL = /^(?:оглы|оглу|кызы|гызы|улы|углы|oglu|ogly|kyzy|qizi)$/iu;

/** A whole name in its parts; null where it has none. */
export type SplitName = { [Part in keyof NameParts]-?: string | null };

/**
 * A whole name taken apart, as files keep it in one cell. A patronymic is known by its ending; a comma parts a last
 * name from the rest ("Smith, Jane"); three words of `bg` are first, father's and last name. Without any such sign
 * `order` decides: two words are first and last in it, further ones belong to the last name (`firstLast`) or to the
 * first (`lastFirst`). One word is a first name.
 */
export function splitName(full: string, order: NameOrder = 'firstLast', lang = ''): SplitName {
  const none: SplitName = { firstName: null, lastName: null, patronymic: null };
  const comma = /^([^,]+),\s*([^,]+)$/u.exec(clean(full));
  if (comma !== null) {
    const rest = splitName(comma[2] ?? '', 'lastFirst', lang);
    return { ...rest, firstName: joined([rest.lastName, rest.firstName]), lastName: clean(comma[1]) };
  }
  const words = clean(full).split(' ').filter(Boolean);
  if (words.length === 0) return none;
  if (words.length === 1) return { ...none, firstName: words[0] ?? null };
  const tail = words.length > 3 && TURKIC_TAIL.test(words.at(-1) ?? '') ? 2 : 1;
  const at = tail === 2 ? words.length - 2 : words.findIndex((word, i) => i > 0 && PATRONYMIC.test(word));
  // A patronymic never stands first, and of two words the second may be a surname ("Иван Попович") only by order.
  if (at > 0 && (words.length >= 3 || order === 'firstLast') && isPatronymicPlace(words, at, order)) {
    const patronymic = words.slice(at, at + tail).join(' ');
    const before = words.slice(0, at);
    const after = words.slice(at + tail);
    if (after.length > 0) return { firstName: joined(before), lastName: joined(after), patronymic };
    if (before.length === 1) return { firstName: joined(before), lastName: null, patronymic };
    return { firstName: joined(before.slice(1)), lastName: before[0] ?? null, patronymic };
  }
  if (lang.toLowerCase().startsWith('bg') && words.length === 3 && order === 'firstLast') {
    return { firstName: words[0] ?? null, patronymic: words[1] ?? null, lastName: words[2] ?? null };
  }
  return order === 'lastFirst'
    ? { firstName: joined(words.slice(1)), lastName: words[0] ?? null, patronymic: null }
    : { firstName: words[0] ?? null, lastName: joined(words.slice(1)), patronymic: null };
}

function isPatronymicPlace(words: readonly string[], at: number, order: NameOrder): boolean {
  if (words.length > 2) return true;
  // "Иван Петрович" is a first name and a patronymic; "Иван Попович" cannot be told from it, but -вна never is a surname.
  return order === 'firstLast' && at === 1 && /(?:вна|ична|инишна)$/iu.test(words[1] ?? '');
}

const joined = (words: readonly (string | null)[]): string | null => {
  const text = words.filter((word) => word !== null && word !== '').join(' ');
  return text === '' ? null : text;
};
