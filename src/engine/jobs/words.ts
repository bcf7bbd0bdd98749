/** Accepted words by action and locale. */
export type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What a person types to delete more than one client, in the languages that the product speaks. A host adds its own. */
export const DEFAULT_WORDS: Words = {
  delete: { en: 'DELETE', ru: 'УДАЛИТЬ', bg: 'ИЗТРИЙ', cs: 'SMAZAT', lv: 'DZĒST' },
};

/** True for the action's word in any of its languages, whatever its case; the server does not know which one the dialog showed. */
export function isWord(words: Words, action: string, typed: string): boolean {
  const known = Object.hasOwn(words, action) ? Object.values(words[action] ?? {}) : [];
  return known.some((word) => same(word) === same(typed));
}

function same(text: string): string {
  return text.normalize('NFC').trim().toUpperCase();
}
