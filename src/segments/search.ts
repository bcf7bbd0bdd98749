import { digitsOf, fold, parseSearch } from '../text/index.js';
import { entriesReader } from './readers.js';
import type { SearchNode, SearchPart } from './resolved.js';
import type { ColumnSource } from './source.js';

/** True when the text holds something to look for: letters, digits, or one of `@ . _ +`. */
export function isSearchable(text: string): boolean {
  return parseSearch(text).length > 0;
}

/** Whether the row is found by the quick search: every term in one of its fields. Nothing to look for finds nobody. */
export function rowSearch(
  { terms, fields }: Pick<SearchNode, 'terms' | 'fields'>,
  source: ColumnSource,
): (row: number) => boolean {
  const readers = fields.map(({ field, digits }) => ({
    digits,
    read: entriesReader(source.column(field), field, digits),
  }));
  const isFound = (row: number, term: SearchPart): boolean => {
    for (const { digits, read } of readers) {
      for (const entry of read(row)) if (isFoundIn(entry, term, digits)) return true;
    }
    return false;
  };
  return (row) => terms.length > 0 && terms.every((term) => isFound(row, term));
}

/** The same for one client whose texts are at hand, names and e-mails apart from phones. */
export function matchesSearch(
  client: { texts: readonly string[]; phones?: readonly string[] },
  text: string,
): boolean {
  const terms = parseSearch(text);
  const texts = client.texts.map(fold);
  const phones = (client.phones ?? []).map(digitsOf);
  const isFound = (term: SearchPart): boolean =>
    texts.some((entry) => isFoundIn(entry, term, false)) ||
    phones.some((entry) => isFoundIn(entry, term, true));
  return terms.length > 0 && terms.every(isFound);
}

function isFoundIn(entry: string, { text, phones }: SearchPart, digits: boolean): boolean {
  if (!digits) return text !== '' && entry.includes(text);
  for (const phone of phones) if (entry.includes(phone)) return true;
  return false;
}
