import { invalid, type ClienteleError, type Field, type FieldId } from '../../../contract/index.js';
import type { Bits, ColumnSource } from '../../../segments/index.js';

export interface AggregateOptions {
  source: ColumnSource;
  /** Rows that count; null: all. */
  bits: Bits | null;
  fieldOf: (field: FieldId) => Field | undefined;
  timeZone: string;
  today: string;
}

export function fault(code: string, message: string): ClienteleError {
  return invalid([{ path: [], code, message }], 'aggregate');
}

/** @throws ClienteleError `invalid` for a field of which nothing is kept */
export function typeOf(field: FieldId, { fieldOf }: AggregateOptions): Field['type'] {
  const found = fieldOf(field);
  if (!found || found.origin === 'virtual') throw fault('unknown_field', `nothing is kept under "${field}"`);
  return found.type;
}
