import {
  isMasked,
  valueOf,
  type Catalogue,
  type Client,
  type ClientRecord,
  type Contact,
  type Field,
  type FieldId,
  type MaskedContact,
  type Settings,
} from '../contract/index.js';
import { splitName } from '../text/index.js';
import { parseDayNumber } from '../time/index.js';
import type { Column, ColumnSource, RelatedSource } from './source.js';
import { DEPENDS_ON, packBirthday } from './virtual.js';

export interface SourceOptions {
  catalogue: Pick<Catalogue, 'fields' | 'records'>;
  /** How a client is read that has a `name` and none of its parts. */
  settings?: Pick<Settings, 'nameOrder' | 'collation'> | undefined;
  /** The records of a client of one kind, in any order; null: not kept. Absent: none are. */
  records?: ((client: Client, record: string) => readonly ClientRecord[] | null) | undefined;
}

/** Clients in an array as a source of columns: for lists that a host hands over whole, and for tests. Columns are made when asked for. */
export function sourceOf(clients: readonly Client[], options: SourceOptions): ColumnSource {
  const { catalogue, settings, records } = options;
  const related = new Map<string, RelatedSource | null>();
  return {
    ...columnsOver(
      clients.length,
      (field) => catalogue.fields.get(field),
      (row, field) => clientValue(clients[row]!, field, settings),
    ),
    related(kind) {
      let found = related.get(kind);
      if (found === undefined) {
        found = records === undefined ? null : recordsOf(kind, clients, catalogue, records);
        related.set(kind, found);
      }
      return found;
    },
  };
}

/** One client as a source of one row, so that it is judged by the very code that counts a million. */
export function clientSource(client: Client, options: SourceOptions): ColumnSource {
  return sourceOf([client], options);
}

function clientValue(client: Client, field: FieldId, settings: SourceOptions['settings']): unknown {
  const value = valueOf(client, field);
  if (value !== undefined || client.name === undefined) return value;
  const parts = DEPENDS_ON.get('name')!;
  if (!parts.includes(field) || parts.some((part) => valueOf(client, part) !== undefined)) return undefined;
  const split = splitName(client.name, settings?.nameOrder, settings?.collation);
  return split[field as keyof typeof split] ?? undefined;
}

function recordsOf(
  kind: string,
  clients: readonly Client[],
  catalogue: Pick<Catalogue, 'records'>,
  records: NonNullable<SourceOptions['records']>,
): RelatedSource | null {
  const definition = catalogue.records.get(kind);
  if (definition === undefined) return null;
  const starts = new Uint32Array(clients.length + 1);
  const all: ClientRecord[] = [];
  for (const [row, client] of clients.entries()) {
    const own = records(client, kind);
    if (own === null) return null;
    all.push(...[...own].sort(byTime));
    starts[row + 1] = all.length;
  }
  const fields = new Map(definition.fields.map((field) => [field.id, field]));
  const value = (row: number, field: FieldId): unknown => {
    const { values } = all[row]!;
    return Object.hasOwn(values, field) ? values[field] : undefined;
  };
  return { ...columnsOver(all.length, (field) => fields.get(field), value), related: () => null, starts };
}

/** Oldest first; those without a time before all others; then by id. */
function byTime(a: ClientRecord, b: ClientRecord): number {
  const [x, y] = [a.at ?? '', b.at ?? ''];
  return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1;
}

type Read = (row: number, field: FieldId) => unknown;

function columnsOver(
  rows: number,
  fieldOf: (field: FieldId) => Field | undefined,
  read: Read,
): Pick<ColumnSource, 'rows' | 'live' | 'column'> {
  const columns = new Map<FieldId, Column | null>();
  return {
    rows,
    live: null,
    column(id) {
      let column = columns.get(id);
      if (column === undefined) {
        const field = fieldOf(id);
        column = field === undefined ? null : columnOf(field, rows, (row) => read(row, id));
        columns.set(id, column);
      }
      return column;
    },
  };
}

function columnOf(field: Field, rows: number, read: (row: number) => unknown): Column {
  const strings = (row: number): readonly string[] => {
    const value = read(row);
    return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
  };
  switch (field.type) {
    case 'number':
    case 'money':
    case 'percent':
      return numbers(rows, (row) => read(row));
    case 'boolean':
      return numbers(rows, (row) => {
        const value = read(row);
        return typeof value === 'boolean' ? Number(value) : undefined;
      });
    case 'day':
      return numbers(rows, (row) => ifText(read(row), parseDayNumber));
    case 'instant':
      return numbers(rows, (row) => ifText(read(row), Date.parse));
    case 'birthday':
      return {
        kind: 'birthday',
        values: Int32Array.from({ length: rows }, (_, row) => ifText(read(row), packBirthday) ?? -1),
      };
    case 'choice': {
      const codes = new Uint32Array(rows);
      const seen = new Map<string, number>([['', 0]]);
      for (let row = 0; row < rows; row++) codes[row] = codeOf(seen, ifText(read(row), (text) => text) ?? '');
      return { kind: 'code', codes, dictionary: [...seen.keys()] };
    }
    case 'choices':
      return setOf(rows, strings);
    case 'text':
    case 'image':
      return { kind: 'text', read: (row) => ifText(read(row), (text) => text) };
    case 'texts':
      return { kind: 'list', read: strings };
    case 'phones':
    case 'emails':
      return { kind: 'list', read: (row) => contactsOf(read(row)) };
  }
}

function ifText<T>(value: unknown, read: (text: string) => T): T | null {
  return typeof value === 'string' && value !== '' ? read(value) : null;
}

function numbers(rows: number, read: (row: number) => unknown): Column {
  const values = new Float64Array(rows);
  let full = true;
  for (let row = 0; row < rows; row++) {
    const value = read(row);
    values[row] = typeof value === 'number' ? value : NaN;
    full &&= !Number.isNaN(values[row]);
  }
  return { kind: 'number', values, missing: NaN, full, scale: 1 };
}

function codeOf(seen: Map<string, number>, text: string): number {
  let code = seen.get(text);
  if (code === undefined) seen.set(text, (code = seen.size));
  return code;
}

function setOf(rows: number, read: (row: number) => readonly string[]): Column {
  const seen = new Map<string, number>();
  const sets = Array.from({ length: rows }, (_, row) => read(row).map((text) => codeOf(seen, text)));
  const stride = Math.max(1, (seen.size + 31) >> 5);
  const words = new Uint32Array(rows * stride);
  for (const [row, set] of sets.entries()) {
    for (const i of set) words[row * stride + (i >> 5)]! |= 1 << (i & 31);
  }
  return { kind: 'set', words, stride, options: [...seen.keys()] };
}

function contactsOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return (value as (Contact | MaskedContact)[]).flatMap((contact) =>
    isMasked(contact) ? [] : [contact.value],
  );
}
