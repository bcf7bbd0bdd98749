import type { FieldId } from '../contract/index.js';

export type Codes = Uint8Array | Uint16Array | Uint32Array;
export type Numbers =
  Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

/**
 * number, money, percent as they are; boolean 0 and 1; day as days since 1970-01-01; instant as milliseconds since then.
 * A row without a value holds `missing`, which no value of the column equals.
 */
export interface NumberColumn {
  kind: 'number';
  values: Numbers;
  missing: number;
  /** True when no row is missing: lets an engine leave the test out. */
  full: boolean;
  /** `values[row] / scale` is the value (percent is kept in hundredths). 1 for all others. */
  scale: number;
  /** `values[row] * unit` is the value, of instants that are kept in minutes. 1 when absent. */
  unit?: number;
}

/** Birthdays: `year * 512 + month * 32 + day`, year 0 when not known; −1 missing. */
export interface BirthdayColumn {
  kind: 'birthday';
  values: Int32Array;
}

/** choice, and text of few distinct values: `dictionary[codes[row]]`; code 0 is missing and `dictionary[0]` is ''. */
export interface CodeColumn {
  kind: 'code';
  codes: Codes;
  dictionary: readonly string[];
}

/** choices: bit `i % 32` of word `row * stride + (i >> 5)` says that the row has `options[i]`. Never missing. */
export interface SetColumn {
  kind: 'set';
  words: Uint32Array;
  stride: number;
  options: readonly string[];
}

/** Text of many distinct values. Null: missing. */
export interface TextColumn {
  kind: 'text';
  read(row: number): string | null;
  /** `fold(read(row))`, where the source keeps it. */
  folded?(row: number): string | null;
}

/** texts, phones, emails: the bare values. Empty: missing. */
export interface ListColumn {
  kind: 'list';
  read(row: number): readonly string[];
  /** Each entry folded (of phones: its digits), where the source keeps it. */
  folded?(row: number): readonly string[];
}

export type Column = NumberColumn | BirthdayColumn | CodeColumn | SetColumn | TextColumn | ListColumn;

/** A set of rows: bit `row % 32` of word `row >> 5`. Bits past the last row are 0. */
export type Bits = Uint32Array;

/** Records of one kind behind the rows, grouped by row. */
export interface RelatedSource extends ColumnSource {
  /** Records of row `r` are those from `starts[r]` up to `starts[r + 1]`, oldest first. Length: rows + 1. */
  starts: Uint32Array;
}

/**
 * What an evaluation reads: columns over rows 0 … rows−1. One client is a source of one row. An engine only compares; all dates have
 * become days and instants before.
 */
export interface ColumnSource {
  rows: number;
  /** Rows that exist; null when all do. Removed rows are in no answer, `not` included. */
  live: Bits | null;
  /** Null: the source does not have this field. */
  column(field: FieldId): Column | null;
  related(record: string): RelatedSource | null;
  /**
   * A faster answer than reading every text, where the source has an index over all fields of the quick search; it must equal the plain one.
   * It is not asked when one of these fields is out of bounds for the user.
   */
  search?(text: string): Bits | null;
}
