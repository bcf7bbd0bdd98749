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

function columnValue(field: Field, row: Row): Value | undefined {
  const own = columnOf(field)!;
  const stored = row[own.column] as number | string | null | undefined;
  if (stored === null || stored === undefined) return undefined;
  return typeof stored === 'string' ? stored : fromNumber(field.type, stored);
}

/** All values that a row holds. */
export function valuesOf(fields: ReadonlyMap<FieldId, Field>, row: Row): Record<FieldId, Value> {
  const values: Record<FieldId, Value> = {};
  const doc = jsonOf(row['doc']);
  for (const field of fields.values()) {
    if (field.origin === 'virtual') continue;
    const value = columnOf(field)
      ? columnValue(field, row)
      : Object.hasOwn(doc, field.id)
        ? (doc[field.id] as Value)
        : undefined;
    if (value !== undefined) values[field.id] = value;
  }
  return values;
}

/** The columns that hold values, and what stands beside them. */
export function storedColumns(fields: ReadonlyMap<FieldId, Field>): string[] {
  const own = [...fields.values()].flatMap((field) => columnOf(field)?.column ?? []);
  return ['id', 'version', 'removed_at', ...own, 'doc', 'opening'];
}

/** Makes clients of rows with the fields asked for; absent: all. Virtual fields are worked out. */
export class ClientReader {
  /** What a statement must select of alias `c`. */
  readonly columns: Sql;
  readonly #setup: Setup;
  readonly #today: string;
  readonly #wanted: readonly Field[];

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
    const columns = new Set(['id', 'version', 'removed_at']);
    for (const field of needed) columns.add(columnOf(field)?.column ?? 'doc');
    this.columns = sql.join([...columns].map((column) => sql.id('c', column)));
  }

  read(row: Row): Client {
    const doc = jsonOf(row['doc']);
    const client: Client = { id: row['id'] as string, version: row['version'] as number };
    const removedAt = row['removed_at'];
    if (typeof removedAt === 'number') client.removedAt = new Date(removedAt).toISOString();
    const stored = (id: FieldId): Value | undefined => {
      const field = this.#setup.catalogue.fields.get(id);
      if (!field) return undefined;
      if (columnOf(field)) return columnValue(field, row);
      return Object.hasOwn(doc, id) ? (doc[id] as Value) : undefined;
    };
    for (const { id, origin } of this.#wanted) {
      const value = origin === 'virtual' ? this.#virtual(id, stored) : stored(id);
      if (value !== undefined) setValue(client, id, value);
    }
    return client;
  }

  /** The client that values stand for. */
  of(values: Values, standing: { id: string; version: number; removedAt: number | null }): Client {
    const client: Client = { id: standing.id, version: standing.version };
    if (standing.removedAt !== null) client.removedAt = new Date(standing.removedAt).toISOString();
    for (const { id, origin } of this.#wanted) {
      const value = origin === 'virtual' ? this.#virtual(id, (one) => values[one]) : values[id];
      if (value !== undefined) setValue(client, id, value);
    }
    return client;
  }

  #virtual(id: FieldId, stored: (id: FieldId) => Value | undefined): Value | undefined {
    const { settings } = this.#setup;
    const text = (field: FieldId) => stored(field) as string | undefined;
    switch (id) {
      case 'name':
        return (
          displayName(
            {
              firstName: text('firstName'),
              lastName: text('lastName'),
              patronymic: text('patronymic'),
            },
            settings.nameOrder,
          ) || undefined
        );
      case 'age': {
        const birthday = text('birthday');
        return birthday === undefined
          ? undefined
          : (age(birthday, this.#today, settings.leapBirthday) ?? undefined);
      }
      case 'status':
        return statusOf(
          {
            visits: stored('visits') as number | undefined,
            lastVisit: text('lastVisit'),
            nextVisit: text('nextVisit'),
          },
          { today: this.#today, settings },
        );
      default:
        return undefined;
    }
  }
}
