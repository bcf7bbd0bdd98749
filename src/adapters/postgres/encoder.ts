import type { Contact, Field, FieldId, Id, Settings, Value } from '../../contract/index.js';
import { tokenOf } from '../../engine/index.js';
import { nameParts, searchFields, type SearchField } from '../../segments/index.js';
import { digitsOf, fold, sortKey } from '../../text/index.js';
import { columnOf, foldColumnOf, sortColumnOf, type FieldColumn } from './schema/columns.js';
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

/** What a field is found and sorted by that has no columns for it, into the JSON of keys. */
function keep(keys: Row, field: Field, value: Value, collation: string, columns: boolean): void {
  if (isDated(field.type)) keys[field.id] = toNumber(field.type, value);
  if (!isText(field.type)) return;
  if (!columns || !foldColumnOf(field)) {
    const folds = foldsOf(field, value);
    keys[field.id] = isListType(field.type) ? joined(folds) : folds[0];
  }
  if (field.sort && (!columns || !sortColumnOf(field)))
    keys[`${field.id}>`] = orderKey(field, value, collation);
}

/** A field and the columns that are its own. */
interface Owner {
  field: Field;
  own: FieldColumn | null;
  fold: string | null;
  sort: string | null;
}

/** Works out the columns of clients: values, and the keys by which they are found and sorted. */
export class Encoder {
  readonly #fields: ReadonlyMap<FieldId, Field>;
  readonly #collation: string;
  readonly #parts: readonly FieldId[];
  readonly #searched: readonly SearchField[];
  readonly #owners: readonly Owner[];
  readonly #sorted: readonly Owner[];
  readonly #docFields: readonly FieldId[];
  readonly #keyed: readonly Field[];
  readonly #sets: readonly Field[];

  constructor(fields: ReadonlyMap<FieldId, Field>, settings: Pick<Settings, 'collation' | 'nameOrder'>) {
    this.#fields = fields;
    this.#collation = settings.collation;
    this.#parts = nameParts(settings);
    this.#searched = searchFields({ fields });
    const stored = [...fields.values()]
      .filter(({ origin }) => origin !== 'virtual')
      .map((field) => ({
        field,
        own: columnOf(field),
        fold: foldColumnOf(field),
        sort: sortColumnOf(field),
      }));
    this.#owners = stored.filter(({ own, fold: folded }) => own !== null || folded !== null);
    this.#sorted = stored.filter(({ sort }) => sort !== null);
    this.#docFields = stored.filter(({ own }) => !own).map(({ field }) => field.id);
    this.#sets = stored.map(({ field }) => field).filter(({ type }) => type === 'choices');
    this.#keyed = stored
      .filter(
        ({ field: { type }, own, fold: folded, sort }) =>
          !own && (isDated(type) || (isText(type) && !(folded && sort))),
      )
      .map(({ field }) => field);
  }

  /** The columns that follow from `changed` fields of a client with these values; null: all of them. */
  columns(values: Values, changed: ReadonlySet<FieldId> | null): Row {
    const row: Row = {};
    const moved = (field: FieldId) => changed === null || changed.has(field);
    const someMoved = (fields: readonly FieldId[]) => changed === null || fields.some(moved);
    for (const owner of this.#owners) {
      if (moved(owner.field.id)) putOwn(owner, values[owner.field.id], row);
    }
    if (someMoved(this.#docFields)) row['doc'] = this.#doc(values);
    if (someMoved(this.#parts)) row['name_fold'] = this.#nameFold(values);
    if (changed === null || this.#sets.some(({ id }) => moved(id))) row['sets'] = this.#setEntries(values);
    if (changed === null || this.#keyed.some(({ id }) => moved(id))) row['keys'] = this.#keys(values);
    if (someMoved(this.#parts) || this.#sorted.some(({ field }) => moved(field.id))) this.#sort(values, row);
    if (this.#searched.some(({ field }) => moved(field))) Object.assign(row, this.#search(values));
    if (someMoved(MATCHED)) row['matches'] = matchesOf(values);
    return row;
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
      if (isThere(value)) keep(keys, field, value, this.#collation, true);
    }
    return Object.keys(keys).length === 0 ? null : keys;
  }

  #sort(values: Values, row: Row): void {
    const longs: Record<string, string> = {};
    const put = (field: FieldId, column: string, key: string | null) => {
      row[column] = key === null ? null : key.slice(0, LONGEST_KEY);
      if (key !== null && key.length > LONGEST_KEY) longs[field] = key;
    };
    const names = this.#parts.map((part) => values[part]).filter(isThere) as string[];
    put('name', 'name_key', names.length === 0 ? null : sortKey(names.join(' '), this.#collation));
    for (const { field, sort } of this.#sorted) {
      const value = values[field.id];
      put(field.id, sort!, isThere(value) ? orderKey(field, value, this.#collation) : null);
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

function putOwn({ field, own, fold: folded }: Owner, value: Value | undefined, row: Row): void {
  const there = isThere(value) ? value : null;
  if (own) {
    row[own.column] = own.sql === 'text' || there === null ? there : toNumber(field.type, there);
    if (field.id === 'birthday') {
      const packed = row[own.column] as number | null;
      row['birthday_year'] = packed !== null && packed >= 512 ? packed : null;
    }
  }
  if (folded) {
    const entries = there === null ? [] : foldsOf(field, there);
    row[folded] = isListType(field.type) ? joined(entries) : (entries[0] ?? null);
  }
}

/** Fields that bookings are matched by. */
const MATCHED: readonly FieldId[] = ['phones', 'emails', 'firstName', 'lastName', 'birthday'];

/** Fields whose sort key of a row was cut. */
export function longFields(row: Row): FieldId[] {
  return Object.keys((row['longs'] as object | null | undefined) ?? {});
}

/** What a record is found and sorted by, of fields whose JSON does not say it. */
export function recordKeys(fields: readonly Field[], values: Values, collation: string): Row | null {
  const keys: Row = {};
  for (const field of fields) {
    const value = values[field.id];
    if (isThere(value)) keep(keys, field, value, collation, false);
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
