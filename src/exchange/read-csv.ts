import { CsvRecords, type CsvRecord } from './csv-records.js';
import { Decoder, type Encoding } from './decode.js';
import { cleanCell, isBlank } from './cells.js';
import { layoutOf, type Layout } from './layout.js';
import { unguarded } from './write-csv.js';

/** A row of data, cells in the order of the header. */
export interface CsvRow {
  /** The line of the file at which it begins, from 1. */
  line: number;
  cells: string[];
}

/**
 * Why a row is kept apart: `columns` another number of cells than headings; `quote` a quote that is never closed; `total` a row of sums below
 * the data; `above` stands above the headings.
 */
export type CsvFaultCode = 'columns' | 'quote' | 'total' | 'above';
export interface CsvFault extends CsvRow {
  code: CsvFaultCode;
}

export interface CsvWarning {
  /**
   * `no_header` no row looks like headings; `stray_quote` a quote inside a quoted cell, kept as text; `undecodable` characters that are not
   * of the encoding: another one should be chosen.
   */
  code: 'no_header' | 'stray_quote' | 'undecodable';
  line: number;
}

export interface CsvFile {
  encoding: Encoding;
  delimiter: string;
  header: string[];
  headerLine: number | null;
  /** Rows in portions as they are read. Can be walked once. */
  batches(): AsyncGenerator<CsvRow[]>;
  /** Rows that do not fit, none of them lost. Complete when the rows have been walked; so are `warnings` and `blank`. */
  faults: CsvFault[];
  warnings: CsvWarning[];
  /** How many lines were empty, or held delimiters alone. */
  blank: number;
}

export interface CsvOptions {
  /** Absent: found out. */
  encoding?: Encoding | undefined;
  delimiter?: string | undefined;
}

export type CsvInput = string | Uint8Array | Blob | ReadableStream<Uint8Array>;

/** Bytes that are decoded and parted at once; characters that the layout is judged by. */
const PIECE = 65_536;
const SAMPLE = 262_144;
const TOTAL_WORD = /^(?:total|totals|grand total|summary|sum|итого|всего|общо|celkem|součet|kopā)[:.]?$/iu;
const MAX_WARNINGS = 1000;

/**
 * Opens a CSV or TSV file: finds its encoding, delimiter and headings, and reads its rows piece by piece, so that a million fit. A `sep=` line
 * is obeyed; titles above the headings and sums below the data are put apart.
 */
export async function readCsv(input: CsvInput, options: CsvOptions = {}): Promise<CsvFile> {
  const decoder = new Decoder(options.encoding ?? null);
  const pieces = textOf(input, decoder);
  const sample: string[] = [];
  let isWhole = false;
  for (let length = 0; length < SAMPLE;) {
    const { value, done } = await pieces.next();
    if (done) {
      isWhole = true;
      break;
    }
    sample.push(value);
    length += value.length;
  }
  const head = sample.join('').replace(/^\ufeff/, '');
  const layout = layoutOf(head, isWhole, options);
  const file: CsvFile = {
    get encoding() {
      return decoder.encoding;
    },
    delimiter: layout.delimiter,
    header: layout.header,
    headerLine: layout.headerLine,
    faults: [],
    warnings:
      layout.headerLine === null && layout.header.length > 0
        ? [{ code: 'no_header', line: layout.firstLine }]
        : [],
    blank: 0,
    async *batches() {
      const sorter = new Sorter(layout, file);
      const records = new CsvRecords(layout.delimiter, layout.newline, sorter.fits);
      for (let at = 0; at < head.length; at += PIECE) {
        const isLast = isWhole && at + PIECE >= head.length;
        yield sorter.sort(records.push(head.slice(at, at + PIECE), isLast));
      }
      if (isWhole) return;
      for await (const piece of pieces) yield sorter.sort(records.push(piece, false));
      yield sorter.sort(records.push('', true));
    },
  };
  return file;
}

/** All rows of a file at once. */
export async function readRows(file: CsvFile): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const batch of file.batches()) for (const row of batch) rows.push(row);
  return rows;
}

async function* textOf(input: CsvInput, decoder: Decoder): AsyncGenerator<string, void> {
  if (typeof input === 'string') {
    for (let at = 0; at < input.length; at += PIECE) yield input.slice(at, at + PIECE);
    return;
  }
  if (input instanceof Uint8Array) {
    for (let at = 0; at < input.length; at += PIECE) {
      yield decoder.decode(input.subarray(at, at + PIECE), at + PIECE >= input.length);
    }
    return;
  }
  const reader = ('stream' in input ? input.stream() : input).getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      yield decoder.decode(value, false);
    }
    yield decoder.decode(new Uint8Array(0), true);
  } finally {
    await reader.cancel();
  }
}

/** Tells rows of data from what is no such row. */
class Sorter {
  readonly #layout: Layout;
  readonly #file: CsvFile;
  readonly #width: number;
  /** Columns up to the last one that has a heading; trailing nameless ones may be absent. */
  readonly #needed: number;

  constructor(layout: Layout, file: CsvFile) {
    this.#layout = layout;
    this.#file = file;
    this.#width = layout.header.length;
    const named = layout.header.findLastIndex((heading) => heading !== '') + 1;
    this.#needed = layout.headerLine === null ? this.#width : named;
  }

  fits = (cells: readonly string[]): boolean =>
    cells.length >= this.#needed && (cells.length <= this.#width || isBlank(cells.slice(this.#width)));

  sort(records: readonly CsvRecord[]): CsvRow[] {
    const rows: CsvRow[] = [];
    for (const record of records) {
      const { cells, line } = record;
      if (isBlank(cells) && !record.broken) this.#file.blank += record.lines;
      else if (line < this.#layout.firstLine) {
        const isKnown = line === this.#layout.headerLine || (line === 1 && this.#layout.hasSeparatorLine);
        if (!isKnown) this.#keepApart(record, 'above');
      } else if (record.broken) this.#keepApart(record, 'quote');
      else if (isTotal(cells)) this.#keepApart(record, 'total');
      else if (!this.fits(cells)) this.#keepApart(record, 'columns');
      else {
        if (record.stray) this.#warn('stray_quote', line);
        const read = cells.slice(0, this.#width).map(unguarded);
        while (read.length < this.#width) read.push('');
        if (read.some((cell) => cell.includes('\ufffd'))) this.#warn('undecodable', line);
        rows.push({ line, cells: read });
      }
    }
    return rows;
  }

  #keepApart({ line, cells }: CsvRecord, code: CsvFaultCode): void {
    this.#file.faults.push({ line, cells, code });
  }

  #warn(code: CsvWarning['code'], line: number): void {
    if (this.#file.warnings.length < MAX_WARNINGS) this.#file.warnings.push({ code, line });
  }
}

/** A row that begins with "Total" and holds numbers beside it, and nothing that a person has. */
function isTotal(cells: readonly string[]): boolean {
  const first = cells.find((cell) => cell !== '' && !isBlank([cell])) ?? '';
  if (first.length > 30 || !TOTAL_WORD.test(cleanCell(first))) return false;
  const texts = cells.map(cleanCell).filter((cell) => cell !== '');
  return texts
    .slice(1)
    .every((text) => /^[-–(]?[^\p{L}@+]*\d[^\p{L}@+]*(?:\p{L}{1,3}\.?|\p{Sc})?\)?$/u.test(text));
}
