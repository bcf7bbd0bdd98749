import { sql, type RawBuilder } from 'kysely';
import type { Field, FieldId, RecordKind } from '../../contract/index.js';
import { LONGEST_KEY } from './encoder.js';
import { columnOf, foldColumnOf, sortColumnOf, type ColumnType } from './schema/columns.js';
import { isDated } from './values.js';

export type Sql<T = unknown> = RawBuilder<T>;

/** Where the values of fields stand, as expressions over one table. */
export interface Places {
  readonly tenant: Sql;
  readonly id: Sql;
  field(id: FieldId): Field;
  /** Of types that compare as numbers; null: missing. */
  number(field: Field): { value: Sql; type: ColumnType };
  /** A birthday with its year; null: missing, or without one. */
  knownBirthday(field: Field): Sql;
  /** The id of a choice; null: missing. */
  code(field: Field): Sql;
  /** The folded text, or the entries of a list with a line for each; null: missing. */
  fold(field: Field): Sql;
  /** Several texts joined by a space; null when all are missing. */
  parts(fields: readonly FieldId[]): Sql;
  /** Whether there is an image. */
  image(field: Field): Sql;
  /** Choices; never null. */
  hasOption(field: Field): Sql;
  hasOptions(field: Field, options: readonly string[], how: 'any' | 'all'): Sql;
  /** The options of a row, for `unnest`. */
  options(field: Field): Sql;
  /** The sort key of a text or list; null: missing. Byte order decides. */
  sortKey(field: FieldId): Sql;
  /** The whole key where `sortKey` may be a cut one. */
  longKey(field: FieldId): Sql;
  /** A text as it was written; null: missing. */
  raw(field: Field): Sql;
}

/** An identifier of a definition, which the contract has checked, as a literal: an index sees through it where a parameter would hide. */
const name = (id: FieldId) => sql.lit(id);

/** Columns of the alias; without one, of the only table there is. */
const under = (alias: string | null): ((column: string) => Sql) => {
  const known = new Map<string, Sql>();
  return (column) => {
    const made = known.get(column) ?? named(...(alias === null ? [] : [alias]), column);
    known.set(column, made);
    return made;
  };
};

/** An identifier, written once: as one piece of text it takes far less to compile than as names. */
export function named(...names: readonly string[]): Sql {
  return sql.raw(names.map((one) => `"${one.replaceAll('"', '""')}"`).join('.'));
}

/** A value of a JSON column by its type. */
function jsonNumber(field: Field, doc: Sql, keys: Sql): { value: Sql; type: ColumnType } {
  if (isDated(field.type)) {
    const type = field.type === 'instant' ? 'float8' : 'int4';
    return { value: sql`(${keys}->>${name(field.id)})::${sql.raw(type)}`, type };
  }
  if (field.type === 'boolean')
    return { value: sql`(${doc}->>${name(field.id)})::boolean::int`, type: 'int4' };
  return { value: sql`(${doc}->>${name(field.id)})::float8`, type: 'float8' };
}

/** Years begin at 512 in a packed birthday. */
const withYear = (birthday: Sql): Sql => sql`(case when ${birthday} >= 512 then ${birthday} end)`;

function lookUp(fields: ReadonlyMap<FieldId, Field>): (id: FieldId) => Field {
  return (id) => {
    const field = fields.get(id);
    if (!field) throw new TypeError(`there is no field "${id}"`);
    return field;
  };
}

export function clientPlaces(
  fields: ReadonlyMap<FieldId, Field>,
  nameFields: readonly FieldId[],
  alias: string | null = 'c',
): Places {
  const column = under(alias);
  const [doc, keys] = [column('doc'), column('keys')];
  const field = lookUp(fields);
  const fold = (one: Field): Sql => {
    const own = foldColumnOf(one);
    return own ? column(own) : sql`(${keys}->>${name(one.id)})`;
  };
  const sortKey = (id: FieldId): Sql => {
    const own = id === 'name' ? 'name_key' : sortColumnOf(field(id));
    return own ? column(own) : sql`(${keys}->>${sql.lit(`${id}>`)})`;
  };
  const entry = (id: FieldId, option: string) => `${id}:${option}`;
  return {
    tenant: column('tenant'),
    id: column('id'),
    field,
    number(one) {
      const own = columnOf(one);
      return own ? { value: column(own.column), type: own.sql } : jsonNumber(one, doc, keys);
    },
    knownBirthday: (one) =>
      columnOf(one) ? column('birthday_year') : withYear(jsonNumber(one, doc, keys).value),
    code(one) {
      const own = columnOf(one);
      return own ? column(own.column) : sql`(${doc}->>${name(one.id)})`;
    },
    fold,
    parts(ids) {
      if (ids.join() === nameFields.join()) return column('name_fold');
      const folds = sql.join(ids.map((id) => fold(field(id))));
      return sql`(case when num_nonnulls(${folds}) > 0 then concat_ws(' ', ${folds}) end)`;
    },
    image: (one) => sql`(${doc}->>${name(one.id)}) is not null`,
    hasOption: (one) => sql`${column('sets')} @> ${[entry(one.id, '')]}::text[]`,
    hasOptions: (one, options, how) => {
      const wanted = options.map((option) => entry(one.id, option));
      return how === 'any'
        ? sql`${column('sets')} && ${wanted}::text[]`
        : sql`${column('sets')} @> ${wanted}::text[]`;
    },
    options: (one) => sql`jsonb_array_elements_text(${doc}->${name(one.id)})`,
    sortKey,
    longKey: (id) => sql`coalesce(${column('longs')}->>${name(id)}, ${sortKey(id)})`,
    raw: (one) => sql`(${doc}->>${name(one.id)})`,
  };
}

export function recordPlaces(kind: Pick<RecordKind, 'fields' | 'date'>, alias = 'r'): Places {
  const column = under(alias);
  const [doc, keys] = [column('doc'), column('keys')];
  const fields = new Map(kind.fields.map((one) => [one.id, one]));
  const field = lookUp(fields);
  const fold = (one: Field): Sql => sql`(${keys}->>${name(one.id)})`;
  const longKey = (id: FieldId): Sql => sql`(${keys}->>${sql.lit(`${id}>`)})`;
  return {
    tenant: column('tenant'),
    id: column('id'),
    field,
    number: (one) =>
      one.id === kind.date ? { value: column('at'), type: 'float8' } : jsonNumber(one, doc, keys),
    knownBirthday: (one) => withYear(jsonNumber(one, doc, keys).value),
    code: (one) => sql`(${doc}->>${name(one.id)})`,
    fold,
    parts() {
      throw new TypeError('records have no names in parts');
    },
    image: (one) => sql`(${doc}->>${name(one.id)}) is not null`,
    hasOption: (one) => sql`coalesce(jsonb_array_length(${doc}->${name(one.id)}), 0) > 0`,
    hasOptions: (one, options, how) =>
      how === 'any'
        ? sql`coalesce(${doc}->${name(one.id)} ?| ${options}::text[], false)`
        : sql`coalesce(${doc}->${name(one.id)} ?& ${options}::text[], false)`,
    options: (one) => sql`jsonb_array_elements_text(${doc}->${name(one.id)})`,
    sortKey: (id) => sql`left(${longKey(id)}, ${sql.lit(LONGEST_KEY)})`,
    longKey,
    raw: (one) => sql`(${doc}->>${name(one.id)})`,
  };
}
