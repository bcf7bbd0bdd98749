import type { Contact, Field, FieldId, Id, Settings, Value } from '../../contract/index.js';
import { tokenOf } from '../../engine/index.js';
import { nameParts, searchFields, type SearchField } from '../../segments/index.js';
import { digitsOf, fold, sortKey } from '../../text/index.js';
import { columnOf, foldColumnOf, sortColumnOf } from './schema/columns.js';
import { isDated, isListType, isThere, toNumber, type Values } from './values.js';

/** Columns of a row by name. JSON columns hold what JSON.stringify makes of them. */
export type Row = Record<string, unknown>;

/** Sort keys in columns are cut to so many bytes, which an index and a cursor take; whole ones then stand in `longs`. */
export const LONGEST_KEY = 300;
const LONGEST_MATCH = 200;

/** Entries of a list, folded, as one text with a line for each: `contains`, `startsWith` and `is` are then LIKE. */
export function joined(entries: readonly string[]): string | null {
  return entries.length === 0 ? null : `\n${entries.join('\n')}\n`;
}

/** ASCII whose byte order is the order of code units, by which ids and contacts are compared. */
export function unitKey(text: string): string {
  let key = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    key += code < 0x7e ? text.charAt(i) : `~${code.toString(16).padStart(4, '0')}`;
  }
  return key;
}

/** Who a client may be known by: what bookings are matched with. Long ones are cut, with what was cut off in short. */
export function matchKey(
  key: { phone: string } | { email: string } | { name: string; birthday: string },
): string {
  const text =
    'phone' in key ? `p:${key.phone}` : 'email' in key ? `e:${key.email}` : `n:${key.birthday} ${key.name}`;
  return text.length <= LONGEST_MATCH ? text : text.slice(0, LONGEST_MATCH) + tokenOf([text]);
}

/** The 64-bit hash of an id, as the snapshot token takes it, for a column of type int8. */
export function idHash(id: Id): string {
  return BigInt.asIntN(64, BigInt(`0x${tokenOf([id]).slice(2)}`)).toString();
}

/** Values of a field as texts to look into: folded, or of phones their digits. */
function foldsOf({ type }: Pick<Field, 'type'>, value: Value): string[] {
  const list = Array.isArray(value) ? (value as (string | Contact)[]) : [value as string];
  const texts = list.flatMap((entry) => (typeof entry === 'string' ? entry : (entry.value ?? [])));
  return texts.map(type === 'phones' ? digitsOf : fold);
}

/** The sort key of a text or list; null: it has none. */
function orderKey({ type }: Pick<Field, 'type'>, value: Value, collation: string): string {
  if (!isListType(type)) return sortKey(value as string, collation);
  const first = (value as (string | Contact)[])[0]!;
  return unitKey(typeof first === 'string' ? first : first.value);
}

const isText = (type: Field['type']) => type === 'text' || isListType(type);

/** What a field without columns is found and sorted by, into the JSON of keys. */
function keep(keys: Record<string, unknown>, field: Field, value: Value, collation: string): void {
  if (isDated(field.type)) keys[field.id] = toNumber(field.type, value);
  if (!isText(field.type)) return;
  keys[field.id] = isListType(field.type) ? joined(foldsOf(field, value)) : foldsOf(field, value)[0];
  if (field.sort) keys[`${field.id}>`] = orderKey(field, value, collation);
}

/** Works out the columns of clients: values, and the keys by which they are found and sorted. */
export class Encoder {
  readonly #fields: ReadonlyMap<FieldId, Field>;
  readonly #collation: string;
  readonly #parts: readonly FieldId[];
  readonly #searched: readonly SearchField[];
  readonly #docFields: ReadonlySet<FieldId>;
  readonly #keyed: readonly Field[];
  readonly #sets: readonly Field[];

  constructor(fields: ReadonlyMap<FieldId, Field>, settings: Pick<Settings, 'collation' | 'nameOrder'>) {
    this.#fields = fields;
    this.#collation = settings.collation;
    this.#parts = nameParts(settings);
    this.#searched = searchFields({ fields });
    const stored = [...fields.values()].filter(({ origin }) => origin !== 'virtual');
    this.#docFields = new Set(stored.filter((field) => !columnOf(field)).map(({ id }) => id));
    this.#sets = stored.filter(({ type }) => type === 'choices');
    this.#keyed = stored.filter(
      (field) => !columnOf(field) && (isDated(field.type) || (isText(field.type) && !foldColumnOf(field))),
    );
  }

  /** The columns that follow from `changed` fields of a client with these values; null: all of them. */
  columns(values: Values, changed: ReadonlySet<FieldId> | null): Row {
    const row: Row = {};
    const moved = (field: FieldId) => changed === null || changed.has(field);
    const anyMoved = (fields: Iterable<FieldId>) => {
      for (const field of fields) if (moved(field)) return true;
      return false;
    };
    const longs: Record<string, string> = {};
    for (const field of this.#fields.values()) {
      if (field.origin !== 'virtual' && moved(field.id)) this.#own(field, values[field.id], row);
    }
    if (anyMoved(this.#docFields)) row['doc'] = this.#doc(values);
    if (anyMoved(this.#parts)) row['name_fold'] = this.#nameFold(values);
    if (this.#sets.some(({ id }) => moved(id))) row['sets'] = this.#setEntries(values);
    if (this.#keyed.some(({ id }) => moved(id))) row['keys'] = this.#keys(values);
    if (anyMoved(['firstName', 'lastName', 'patronymic', 'city', 'phones', 'emails']))
      this.#sortColumns(values, row, longs);
    if (this.#searched.some(({ field }) => moved(field))) Object.assign(row, this.#search(values));
    if (anyMoved(['phones', 'emails', 'firstName', 'lastName', 'birthday']))
      row['matches'] = matchesOf(values);
    return row;
  }

  #own(field: Field, value: Value | undefined, row: Row): void {
    const there = isThere(value) ? value : null;
    const own = columnOf(field);
    if (own) {
      row[own.column] = own.sql === 'text' ? there : there === null ? null : toNumber(field.type, there);
      if (field.id === 'birthday') {
        const packed = row[own.column] as number | null;
        row['birthday_year'] = packed !== null && packed >= 512 ? packed : null;
      }
    }
    const folded = foldColumnOf(field);
    if (folded) {
      const entries = there === null ? [] : foldsOf(field, there);
      row[folded] = isListType(field.type) ? joined(entries) : (entries[0] ?? null);
    }
  }

  #doc(values: Values): Row {
    const doc: Row = {};
    for (const field of this.#docFields) {
      const value = values[field];
      if (isThere(value)) doc[field] = value;
    }
    return doc;
  }

  #nameFold(values: Values): string | null {
    const folds = this.#parts.flatMap((part) => {
      const value = values[part];
      return isThere(value) ? fold(value as string) : [];
    });
    return folds.length === 0 ? null : folds.join(' ');
  }

  #setEntries(values: Values): string[] {
    return this.#sets.flatMap(({ id }) => {
      const value = values[id];
      return isThere(value) ? [`${id}:`, ...(value as string[]).map((option) => `${id}:${option}`)] : [];
    });
  }

  #keys(values: Values): Row | null {
    const keys: Row = {};
    for (const field of this.#keyed) {
      const value = values[field.id];
      if (isThere(value)) keep(keys, field, value, this.#collation);
    }
    return Object.keys(keys).length === 0 ? null : keys;
  }

  #sortColumns(values: Values, row: Row, longs: Record<string, string>): void {
    const put = (field: FieldId, column: string, key: string | null) => {
      row[column] = key === null ? null : key.slice(0, LONGEST_KEY);
      if (key !== null && key.length > LONGEST_KEY) longs[field] = key;
    };
    const names = this.#parts.map((part) => values[part]).filter(isThere) as string[];
    put('name', 'name_key', names.length === 0 ? null : sortKey(names.join(' '), this.#collation));
    for (const field of this.#fields.values()) {
      const column = field.id === 'name' ? null : sortColumnOf(field);
      if (!column) continue;
      const value = values[field.id];
      put(field.id, column, isThere(value) ? orderKey(field, value, this.#collation) : null);
    }
    row['longs'] = Object.keys(longs).length === 0 ? null : longs;
  }

  #search(values: Values): { search: string; digits: string } {
    const found = (digits: boolean) =>
      this.#searched
        .filter((one) => one.digits === digits)
        .flatMap(({ field }) => {
          const value = values[field];
          return isThere(value) ? foldsOf(this.#fields.get(field)!, value) : [];
        })
        .join('\n');
    return { search: found(false), digits: found(true) };
  }
}

/** Fields whose sort key of a row was cut. */
export function longFields(row: Row): FieldId[] {
  return Object.keys((row['longs'] as object | null | undefined) ?? {});
}

/** What a record is found and sorted by, of fields whose JSON does not say it. */
export function recordKeys(fields: readonly Field[], values: Values, collation: string): Row | null {
  const keys: Row = {};
  for (const field of fields) {
    const value = values[field.id];
    if (isThere(value)) keep(keys, field, value, collation);
  }
  return Object.keys(keys).length === 0 ? null : keys;
}

function matchesOf(values: Values): string[] {
  const { phones, emails, birthday } = values;
  const found = new Set<string>();
  for (const { value } of (phones ?? []) as readonly Contact[]) found.add(matchKey({ phone: value }));
  for (const { value } of (emails ?? []) as readonly Contact[])
    found.add(matchKey({ email: value.toLowerCase() }));
  if (typeof birthday === 'string') {
    const part = (field: FieldId) => (values[field] as string | undefined) ?? '';
    found.add(matchKey({ birthday, name: fold(`${part('firstName')} ${part('lastName')}`) }));
  }
  return [...found];
}
