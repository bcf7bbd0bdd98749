const INVISIBLE = /[\0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const BLANK = /^[\s\u00a0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]*$/u;
/** What most cells have nothing of. */
const UNCLEAN = /^\s|\s$| {2}|(?! )\s|[\0\u200b-\u200f\u202a-\u202e\u2060-\u2069]/u;

/** A cell without invisible characters, no-break spaces and line breaks as spaces, nothing around it. */
export function cleanCell(text: string): string {
  if (!UNCLEAN.test(text)) return text;
  return text
    .replace(INVISIBLE, '')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
}

/** True when no cell holds anything to see. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || BLANK.test(cell));
}
