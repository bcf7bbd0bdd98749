import { CsvRecords, type CsvRecord } from './csv-records.js';
import { cleanCell, isBlank } from './cells.js';
import { isHeading } from './heading-index.js';
import { unguarded } from './write-csv.js';

export const DELIMITERS = [',', ';', '\t', '|'] as const;

/** How a file is laid out. */
export interface Layout {
  delimiter: string;
  newline: '\n' | '\r';
  /** Headings, cleaned of what surrounds them; the columns of a file without are nameless. */
  header: string[];
  /** The line of the headings; null when there are none and the data begin at `firstLine`. */
  headerLine: number | null;
  firstLine: number;
  /** The first line is `sep=…`: it belongs to no table. */
  hasSeparatorLine: boolean;
}

const SEPARATOR_LINE = /^\ufeff?"?sep=(.)"?\s*?(?:\r\n|\n|\r)/i;
/** So many records are looked at to find the headings. */
const LOOKED_AT = 25;
const LOOKS_LIKE_DATA = /@|^[+\d][\d\s().+/:-]{5,}$|^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/;

/** Finds out how a file is laid out from its beginning. `isWhole`: it has no more text. */
export function layoutOf(
  sample: string,
  isWhole: boolean,
  fixed: { delimiter?: string | undefined } = {},
): Layout {
  const newline = sample.includes('\n') || !sample.includes('\r') ? '\n' : '\r';
  const separator = SEPARATOR_LINE.exec(sample)?.[1];
  const hasSeparatorLine = separator !== undefined;
  const delimiter = fixed.delimiter ?? separator ?? bestDelimiter(sample, newline, isWhole);
  const found = { delimiter, newline, hasSeparatorLine } as const;
  const records = recordsOf(sample, delimiter, newline, isWhole).slice(hasSeparatorLine ? 1 : 0);
  const columns = widthOf(records.filter((record) => record.cells.length > 1)) || 1;
  const shown = records.slice(0, LOOKED_AT);
  const known = shown.map((record) => record.cells.filter((cell) => isHeading(headingOf(cell))).length);
  const best = Math.max(0, ...known);
  const byName = best >= Math.min(2, columns) ? shown[known.indexOf(best)] : undefined;
  const first = shown.find((record) => record.cells.length === columns && !isBlank(record.cells));
  const candidate = byName ?? first;
  if (candidate === undefined) return { ...found, header: [], headerLine: null, firstLine: 1 };
  if (byName === undefined && !looksLikeHeader(candidate.cells)) {
    return { ...found, header: candidate.cells.map(() => ''), headerLine: null, firstLine: candidate.line };
  }
  const firstLine = candidate.line + candidate.lines;
  return { ...found, header: candidate.cells.map(headingOf), headerLine: candidate.line, firstLine };
}

function headingOf(cell: string): string {
  return cleanCell(unguarded(cell));
}

function recordsOf(sample: string, delimiter: string, newline: string, isWhole: boolean): CsvRecord[] {
  return new CsvRecords(delimiter, newline).push(sample.replace(/^\ufeff/, ''), isWhole);
}

/** The delimiter with which the table is most rectangular, then widest. */
function bestDelimiter(sample: string, newline: string, isWhole: boolean): string {
  const head = sample.slice(0, 200_000);
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const records = recordsOf(head, delimiter, newline, isWhole && head.length === sample.length)
      .slice(0, 200)
      .filter((record) => !isBlank(record.cells));
    const width = widthOf(records);
    if (width < 2) continue;
    const share =
      records.filter((record) => record.cells.length === width && !record.broken).length / records.length;
    const score = share * share * Math.log2(width + 1);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** How many cells most records have. */
function widthOf(records: readonly CsvRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

function looksLikeHeader(cells: readonly string[]): boolean {
  const texts = cells.map(cleanCell).filter((cell) => cell !== '');
  return (
    texts.length * 2 > cells.length &&
    new Set(texts).size === texts.length &&
    !texts.some((text) => LOOKS_LIKE_DATA.test(text))
  );
}
