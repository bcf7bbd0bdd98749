/** What spreadsheets take for the beginning of a formula, also behind white space. */
const FORMULA = '(?=\\s*[=+\\-@\\t\\r\\0＝＋－＠])';
const DANGEROUS = new RegExp(`^${FORMULA}`, 'u');
/** Our own guard, and a cell that looks as if it already had one. */
const GUARDED = new RegExp(`^'(?:'|${FORMULA})`, 'u');
const AS_TEXT = /^="((?:[^"]|"")*)"$/;

export interface CsvWriteOptions {
  /** `;` is what Excel of the languages other than English opens by a double click. */
  delimiter?: string | undefined;
}

export type CsvValue = string | number | boolean | null | undefined;

/**
 * A table as CSV: UTF-8 with its mark, CRLF. A text that a spreadsheet would run as a formula gets an apostrophe in front, which `readCsv`
 * takes off again; what is read back is what was written. Null and undefined are empty cells.
 */
export function writeCsv(
  rows: Iterable<readonly CsvValue[]>,
  { delimiter = ',' }: CsvWriteOptions = {},
): string {
  let out = '\ufeff';
  for (const row of rows) out += csvLine(row, delimiter);
  return out;
}

/** One row with its line break, for writing in portions. */
export function csvLine(row: readonly CsvValue[], delimiter = ','): string {
  return `${row.map((value) => cellOf(value, delimiter)).join(delimiter)}\r\n`;
}

function cellOf(value: CsvValue, delimiter: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const text = DANGEROUS.test(value) || GUARDED.test(value) ? `'${value}` : value;
  const needsQuotes = text.includes('"') || text.includes(delimiter) || /[\r\n]|^\s|\s$/u.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A cell without the apostrophe that keeps a spreadsheet from running it, or the `="…"` that keeps it from reading a number. */
export function unguarded(cell: string): string {
  const first = cell.charCodeAt(0);
  if (first === 0x27) return GUARDED.test(cell) ? cell.slice(1) : cell;
  if (first !== 0x3d) return cell;
  const inner = AS_TEXT.exec(cell)?.[1];
  return inner === undefined ? cell : inner.replaceAll('""', '"');
}
