import { sql } from 'kysely';
import { setValue, type Client, type Field, type FieldId, type Value } from '../../contract/index.js';
import { DEPENDS_ON, statusOf } from '../../segments/index.js';
import { displayName } from '../../text/index.js';
import { age } from '../../time/index.js';
import type { Row } from './encoder.js';
import type { Setup } from './options.js';
import type { Sql } from './places.js';
import { columnOf } from './schema/columns.js';
import { fromNumber, type Values } from './values.js';

/** JSON that the driver has read, or left to us. */
export function jsonOf(value: unknown): Record<string, unknown> {
  const read: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  return (read ?? {}) as Record<string, unknown>;
}

/** Gets a field's value out of a row, whose JSON has been read. */
type Take = (row: Row, doc: Readonly<Record<string, unknown>>) => Value | undefined;

function takeOf(field: Field): Take {
  const { id, type } = field;
  const own = columnOf(field);
  if (!own) return (_, doc) => (Object.hasOwn(doc, id) ? (doc[id] as Value) : undefined);
  const { column } = own;
  const isPlain = own.sql === 'text' || type === 'number' || type === 'money' || type === 'percent';
  return (row) => {
    const stored = row[column] as number | string | null | undefined;
    if (stored === null || stored === undefined) return undefined;
    return isPlain ? stored : fromNumber(type, stored as number);
  };
}

/** All values that a row holds. */
export function valuesOf(fields: ReadonlyMap<FieldId, Field>, row: Row): Record<FieldId, Value> {
  const values: Record<FieldId, Value> = {};
  const doc = jsonOf(row['doc']);
  for (const [id, take] of takesOf(fields)) {
    const value = take(row, doc);
    if (value !== undefined) values[id] = value;
  }
  return values;
}

const takes = new WeakMap<ReadonlyMap<FieldId, Field>, [FieldId, Take][]>();

/** Of all fields that are stored. */
function takesOf(fields: ReadonlyMap<FieldId, Field>): [FieldId, Take][] {
  const known = takes.get(fields);
  if (known) return known;
  const made = [...fields.values()]
    .filter(({ origin }) => origin !== 'virtual')
    .map((field): [FieldId, Take] => [field.id, takeOf(field)]);
  takes.set(fields, made);
  return made;
}

/** The columns that hold values, and what stands beside them. */
export function storedColumns(fields: ReadonlyMap<FieldId, Field>): string[] {
  const own = [...fields.values()].flatMap((field) => columnOf(field)?.column ?? []);
  return ['id', 'version', 'removed_at', ...own, 'doc', 'opening'];
}

/** Columns of alias `c`, as one piece of text. */
export function listOf(columns: readonly string[]): Sql {
  return sql.raw(columns.map((column) => `"c"."${column}"`).join(', '));
}

/** As `setValue`, for ids of the catalogue, which name no property that is special: a plain one is made ten times sooner. */
function put(client: Client, id: FieldId, value: Value): void {
  if (id.startsWith('custom.')) setValue(client, id, value);
  else (client as unknown as Record<string, Value>)[id] = value;
}

/** Makes clients of rows with the fields asked for; absent: all. Virtual fields are worked out. */
export class ClientReader {
  /** What a statement must select of alias `c`. */
  readonly columns: Sql;
  readonly #setup: Setup;
  readonly #today: string;
  readonly #wanted: readonly Field[];
  /** Of the fields that are wanted, and those that virtual ones are made of. */
  readonly #takes: ReadonlyMap<FieldId, Take>;

  constructor(setup: Setup, today: string, fields?: readonly FieldId[]) {
    const { catalogue } = setup;
    this.#setup = setup;
    this.#today = today;
    this.#wanted = fields
      ? [...new Set(fields)].flatMap((id) => catalogue.fields.get(id) ?? [])
      : [...catalogue.fields.values()];
    const behind = this.#wanted.flatMap(({ id, origin }) =>
      origin === 'virtual' ? (DEPENDS_ON.get(id) ?? []) : [id],
    );
    const needed = behind.flatMap((id) => catalogue.fields.get(id) ?? []);
    this.#takes = new Map(needed.map((field) => [field.id, takeOf(field)]));
    const columns = new Set(['id', 'version', 'removed_at']);
    for (const field of needed) columns.add(columnOf(field)?.column ?? 'doc');
    this.columns = listOf([...columns]);
  }

  read(row: Row): Client {
    const doc = jsonOf(row['doc']);
    const client: Client = { id: row['id'] as string, version: row['version'] as number };
    const removedAt = row['removed_at'];
    if (typeof removedAt === 'number') client.removedAt = new Date(removedAt).toISOString();
    for (const { id, origin } of this.#wanted) {
      const value =
        origin === 'virtual'
          ? virtual(id, this.#dependent(id, row, doc), this.#setup, this.#today)
          : this.#takes.get(id)?.(row, doc);
      if (value !== undefined) put(client, id, value);
    }
    return client;
  }

  /** The client that values stand for. */
  of(values: Values, standing: { id: string; version: number; removedAt: number | null }): Client {
    const client: Client = { id: standing.id, version: standing.version };
    if (standing.removedAt !== null) client.removedAt = new Date(standing.removedAt).toISOString();
    for (const { id, origin } of this.#wanted) {
      const value = origin === 'virtual' ? virtual(id, values, this.#setup, this.#today) : values[id];
      if (value !== undefined) put(client, id, value);
    }
    return client;
  }

  /** The values that a virtual field is made of. */
  #dependent(id: FieldId, row: Row, doc: Readonly<Record<string, unknown>>): Values {
    const values: Record<FieldId, Value> = {};
    for (const behind of DEPENDS_ON.get(id) ?? []) {
      const value = this.#takes.get(behind)?.(row, doc);
      if (value !== undefined) values[behind] = value;
    }
    return values;
  }
}

function virtual(
  id: FieldId,
  values: Values,
  { settings }: Pick<Setup, 'settings'>,
  today: string,
): Value | undefined {
  const { firstName, lastName, patronymic, birthday, lastVisit, nextVisit } = values as Record<
    string,
    string | undefined
  >;
  switch (id) {
    case 'name':
      return displayName({ firstName, lastName, patronymic }, settings.nameOrder) || undefined;
    case 'age':
      return birthday === undefined ? undefined : (age(birthday, today, settings.leapBirthday) ?? undefined);
    case 'status':
      return statusOf(
        { visits: values['visits'] as number | undefined, lastVisit, nextVisit },
        { today, settings },
      );
    default:
      return undefined;
  }
}
