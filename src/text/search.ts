import { digitsOf, phoneNeedles } from './digits.js';
import { fold } from './fold.js';

/** One thing that a query asks for: found when `text` or one of `phones` is found. */
export interface SearchTerm {
  /** Folded; to be looked for in folded texts (names, e-mails, card numbers). */
  text: string;
  /** Digits; to be looked for in the digits of phones. Empty when the term is no number. */
  phones: readonly string[];
}

/** A run of characters that people write phones with. */
const NUMBER_WORD = /^[+(]?[\d\s().+/\u00a0-]*\d[\d\s().+/-]*$/;

/** The folded words of a query, each once. A client is found when every word is part of its folded text. */
export function searchTerms(query: string): string[] {
  const folded = fold(query);
  return folded === '' ? [] : [...new Set(folded.split(' '))];
}

/** True when every term is a part of the folded text. No terms: true. */
export function matchesTerms(folded: string, terms: readonly string[]): boolean {
  return terms.every((term) => folded.includes(term));
}

/**
 * A query taken apart, all terms of which must be found: each word is a term, but neighbouring words of digits, which
 * are most often one phone ("Anna 0888 123 456"), are one term. Its `text` is then those words with single spaces.
 */
export function parseSearch(query: string): SearchTerm[] {
  const terms = new Map<string, SearchTerm>();
  const add = (raw: string, isNumber: boolean): void => {
    const text = fold(raw);
    const phones = isNumber ? phoneNeedles(raw) : [];
    if (text !== '' || phones.length > 0) terms.set(text, { text, phones });
  };
  let run: string[] = [];
  const flush = (): void => {
    if (run.length > 0) add(run.join(' '), digitsOf(run.join('')) !== '');
    run = [];
  };
  for (const word of query.normalize('NFKC').split(/[\s\0]+/)) {
    if (word === '') continue;
    const belongs = NUMBER_WORD.test(word) || (run.length > 0 && /^[-/.()+\u2010-\u2015]+$/.test(word));
    if (belongs) {
      run.push(word);
      continue;
    }
    flush();
    for (const part of fold(word).split(' ')) add(part, false);
  }
  flush();
  return [...terms.values()];
}
