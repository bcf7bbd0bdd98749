import type { Value } from '../../../contract/index.js';
import type { Column } from '../../../segments/source.js';
import type { TypedArray } from './capacity.js';

/** What a column is made of, as it is handed to a worker or kept in IndexedDB. */
export interface StoreDump {
  kind: string;
  /** Typed arrays, cut to the rows there are. */
  arrays: Record<string, TypedArray>;
  /** Plain values beside them: dictionaries, overflow entries. */
  plain: Record<string, unknown>;
}

/**
 * The values of one field over all rows. Rows that were never set are missing. Values are trusted: they were checked at the edge.
 */
export interface FieldStore {
  /** Makes room for so many rows. */
  resize(capacity: number): void;
  /** Undefined: missing. */
  get(row: number): Value | undefined;
  /** Undefined clears. */
  set(row: number, value: Value | undefined): void;
  /** What an evaluation reads; valid until the next write. */
  face(rows: number): Column;
  dump(rows: number): StoreDump;
  /** Puts the rows in another order: row i becomes what row `order[i]` was. */
  permute(order: Uint32Array): void;
  /** Bytes held in typed arrays, for figures. */
  readonly bytes: number;
}
