import type { FieldId, Id } from '../../contract/index.js';
import {
  type FieldStore,
  BirthdayStore,
  CodeStore,
  EmailStore,
  InstantStore,
  NumberStore,
  PhoneStore,
  SetStore,
  TextStore,
} from './columns/index.js';

/**
 * Values of one field over the rows of a batch; each field type takes the shapes named:
 * - `numbers`: number, money (minor units), percent (hundredths), boolean (0, 1), day (since 1970-01-01), instant (milliseconds). A row that
 *   holds `missing` has none;
 * - `birthdays`: `year * 512 + month * 32 + day`, year 0 when unknown, −1 missing;
 * - `codes`: text and choice; `dictionary[0]` is '' and stands for missing;
 * - `words`: choices; bit `i % 32` of word `row * stride + (i >> 5)` says that the row has `options[i]`;
 * - `bytes`: text and emails (one of each row); UTF-8 from `starts[row]` to `starts[row + 1]`, empty is missing;
 * - `phones`: the digits of one E.164 phone of each row as a number, 0 is missing;
 * - `values`: any type; JSON values as the contract has them, undefined is missing.
 */
export type BatchColumn =
  | { kind: 'numbers'; numbers: ArrayLike<number>; missing?: number }
  | { kind: 'birthdays'; numbers: Int32Array }
  | { kind: 'codes'; codes: ArrayLike<number>; dictionary: readonly string[] }
  | { kind: 'words'; words: Uint32Array; stride: number; options: readonly string[] }
  | { kind: 'bytes'; bytes: Uint8Array; starts: Uint32Array }
  | { kind: 'phones'; numbers: Float64Array }
  | { kind: 'values'; values: readonly unknown[] };

/**
 * Many clients (or records) at once without an object for each: what a generator, a database dump or another worker hands over. Its arrays
 * are copied, never kept, so they may be used again for the next batch.
 */
export interface ColumnBatch {
  kind: 'columns';
  /** One for each row; UUIDs may come as 16 bytes each. */
  ids: readonly Id[] | Uint8Array;
  columns: Readonly<Record<FieldId, BatchColumn>>;
  /** Of records: the client of each row. */
  clients?: readonly Id[];
}

export function isBatch(value: unknown): value is ColumnBatch {
  return typeof value === 'object' && value !== null && (value as ColumnBatch).kind === 'columns';
}

/** Puts a batch's column into rows `at …` of a store; false when the store cannot hold that shape. */
export function putColumn(store: FieldStore, at: number, column: BatchColumn): boolean {
  switch (column.kind) {
    case 'numbers':
      if (!(store instanceof NumberStore) && !(store instanceof InstantStore)) return false;
      store.setAll(at, column.numbers, column.missing ?? null);
      return true;
    case 'birthdays':
      if (!(store instanceof BirthdayStore)) return false;
      store.setAll(at, column.numbers);
      return true;
    case 'codes':
      if (!(store instanceof CodeStore) && !(store instanceof TextStore)) return false;
      store.setAll(at, column.codes, column.dictionary);
      return true;
    case 'words':
      if (!(store instanceof SetStore)) return false;
      store.setAll(at, column.words, column.stride, column.options);
      return true;
    case 'bytes':
      if (store instanceof EmailStore) {
        store.setBytes(at, column.bytes, column.starts);
        return true;
      }
      if (!(store instanceof TextStore)) return false;
      store.setBytes(
        at,
        column.bytes,
        column.starts,
        column.bytes.every((byte) => byte < 128),
      );
      return true;
    case 'phones':
      if (!(store instanceof PhoneStore)) return false;
      store.setAll(at, column.numbers);
      return true;
    default:
      return false;
  }
}

/** So many rows are taken in at once. */
const PART = 4096;

/** A batch in parts that are quick to take in. */
export function* partsOf(batch: ColumnBatch): Generator<ColumnBatch> {
  const { ids, columns, clients } = batch;
  const rows = ids instanceof Uint8Array ? ids.length / 16 : ids.length;
  if (rows <= PART) {
    yield batch;
    return;
  }
  for (let from = 0; from < rows; from += PART) {
    const to = Math.min(rows, from + PART);
    yield {
      kind: 'columns',
      ids: ids instanceof Uint8Array ? ids.subarray(from * 16, to * 16) : ids.slice(from, to),
      columns: Object.fromEntries(
        Object.entries(columns).map(([field, column]) => [field, sliceColumn(column, from, to)]),
      ),
      ...(clients ? { clients: clients.slice(from, to) } : {}),
    };
  }
}

/** Some rows of a column. */
export function sliceColumn(column: BatchColumn, from: number, to: number): BatchColumn {
  const part = <T extends ArrayLike<number>>(list: T): T =>
    (ArrayBuffer.isView(list)
      ? (list as unknown as Uint8Array).subarray(from, to)
      : Array.from(list).slice(from, to)) as unknown as T;
  switch (column.kind) {
    case 'numbers':
      return { ...column, numbers: part(column.numbers) };
    case 'birthdays':
    case 'phones':
      return { ...column, numbers: part(column.numbers) } as BatchColumn;
    case 'codes':
      return { ...column, codes: part(column.codes) };
    case 'words':
      return { ...column, words: column.words.subarray(from * column.stride, to * column.stride) };
    case 'bytes':
      return { ...column, starts: column.starts.subarray(from, to + 1) };
    case 'values':
      return { ...column, values: column.values.slice(from, to) };
  }
}
