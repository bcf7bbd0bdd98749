import type { FieldId, Id } from '../contract/index.js';

/** Rows of one batch: enough to be quick, few enough to let a page breathe between two. */
export const CLIENTS_A_BATCH = 2000;

export type Column =
  | { kind: 'numbers'; numbers: Float64Array; missing?: number }
  | { kind: 'birthdays'; numbers: Int32Array }
  | { kind: 'codes'; codes: Uint16Array; dictionary: readonly string[] }
  | { kind: 'words'; words: Uint32Array; stride: number; options: readonly string[] }
  | { kind: 'values'; values: readonly unknown[] };

/** Clients as columns, in the shape that the memory adapter takes: no object for each. */
export interface ClientBatch {
  kind: 'columns';
  /** UUIDs, 16 bytes each. */
  ids: Uint8Array;
  columns: Record<FieldId, Column>;
}

/** Records as columns. */
export interface RecordBatch {
  kind: 'columns';
  ids: Id[];
  clients: Id[];
  columns: Record<FieldId, Column>;
}

export function numbers<T>(rows: readonly T[], read: (row: T) => number, missing?: number): Column {
  const list = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) list[at] = read(rows[at]!);
  return { kind: 'numbers', numbers: list, ...(missing === undefined ? {} : { missing }) };
}

/** '' is missing. */
export function codes<T>(rows: readonly T[], read: (row: T) => string): Column {
  const dictionary = [''];
  const known = new Map<string, number>([['', 0]]);
  const list = new Uint16Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const text = read(rows[at]!);
    let code = known.get(text);
    if (code === undefined) known.set(text, (code = dictionary.push(text) - 1));
    list[at] = code;
  }
  return { kind: 'codes', codes: list, dictionary };
}

/** At most 32 options. */
export function words<T>(
  rows: readonly T[],
  options: readonly string[],
  read: (row: T) => readonly string[],
): Column {
  const list = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++)
    for (const option of read(rows[at]!)) list[at]! |= 1 << options.indexOf(option);
  return { kind: 'words', words: list, stride: 1, options };
}

export const values = <T>(rows: readonly T[], read: (row: T) => unknown): Column => ({
  kind: 'values',
  values: rows.map(read),
});
