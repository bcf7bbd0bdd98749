import type { Context, Id } from '../../contract/index.js';
import { canonical } from '../idempotency.js';
import type { DocumentKind, DocumentWrite, Store } from '../store.js';

/** A column of a packed document: row i holds `table[of[i]]`, or `table[0]` where `of` is empty. */
interface Column {
  table: unknown[];
  of: number[];
}

/**
 * Rows as they are stored. Of a million rows most hold the same as their neighbours: ids in one text and values in tables take a tenth of
 * what objects would, in memory and on the way to a database.
 */
interface PackedRows {
  ids: string;
  columns: Record<string, Column>;
}

/** A document of rows, each with an id and values that JSON can hold. All rows have the same keys. */
export function rowsDocument(
  kind: DocumentKind,
  id: Id,
  rows: readonly ({ readonly id: Id } & object)[],
): DocumentWrite {
  const { id: _, ...first } = rows[0] ?? { id: '' };
  const columns = Object.fromEntries(
    Object.keys(first).map((key) => [key, pack(rows.map((row) => (row as Record<string, unknown>)[key]))]),
  );
  const value: PackedRows = { ids: rows.map((row) => row.id).join('\n'), columns };
  return { kind, id, value };
}

/** The rows of a document; none where there is no such document. */
export async function loadRows<T extends { readonly id: Id }>(
  store: Store,
  kind: DocumentKind,
  id: Id,
  context: Context,
): Promise<T[]> {
  const packed = (await store.document(kind, id, context)) as PackedRows | null;
  if (!packed || packed.ids === '') return [];
  const columns = Object.entries(packed.columns);
  return packed.ids.split('\n').map((rowId, index) => {
    const row: Record<string, unknown> = { id: rowId };
    for (const [key, { table, of }] of columns) row[key] = table[of[index] ?? 0];
    return row as T;
  });
}

function pack(values: readonly unknown[]): Column {
  const table: unknown[] = [];
  const places = new Map<unknown, number>();
  const of = values.map((value) => {
    const key = typeof value === 'object' && value !== null ? canonical(value) : value;
    let place = places.get(key);
    if (place === undefined) {
      place = table.push(value) - 1;
      places.set(key, place);
    }
    return place;
  });
  return { table, of: table.length === 1 ? [] : of };
}
