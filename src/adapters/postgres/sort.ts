import { sql } from 'kysely';
import { invalid, type FieldId, type Id } from '../../contract/index.js';
import type { ResolvedSort } from '../../segments/index.js';
import type { Places, Sql } from './places.js';
import type { ColumnType } from './schema/columns.js';

/**
 * One expression that orders. Numbers are turned over (`-value`), so that what people want first, the newest and the most, is what an
 * ascending index begins with; where nothing is missing, all that is native then reads one index from its start.
 */
export interface Term {
  value: Sql;
  desc: boolean;
  type: ColumnType;
  /** The whole of the key before it, which is cut: too long for a cursor. */
  long?: true;
}

export type KeyValue = number | string | null;

/** The place of a row in an order: what each term gives, and the id. */
export interface Place {
  values: KeyValue[];
  id: Id;
}

/** Fields of which some stored key was cut. */
export type Longs = Pick<ReadonlySet<FieldId>, 'has'>;

const ASCII = /^[\0-\x7f]*$/;
const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();

/** Past all places of a list. */
const NOWHERE = 0x7fffffff;

/** `longs`: fields of which a stored key was cut, so that the whole one must be looked at too. */
export function termsOf(keys: readonly ResolvedSort[], places: Places, longs: Longs): Term[] {
  return keys.flatMap(({ by, descending }): Term[] => {
    switch (by.kind) {
      case 'number': {
        const { value, type } = places.number(places.field(by.field));
        return [{ value: sql`(-${value})`, desc: !descending, type }];
      }
      case 'birthday': {
        const value = places.knownBirthday(places.field(by.field));
        return [{ value: sql`(-${value})`, desc: !descending, type: 'int4' }];
      }
      case 'text':
      case 'first': {
        const id = by.kind === 'first' ? by.field : by.fields.length === 1 ? by.fields[0]! : 'name';
        const key: Term = { value: places.sortKey(id), desc: descending, type: 'text' };
        return longs.has(id) ? [key, { ...key, value: places.longKey(id), long: true }] : [key];
      }
      case 'rank': {
        const code = places.code(places.field(by.field));
        const list = [...by.ranks.keys()];
        const rank = sql`(case when ${code} is not null then coalesce(array_position(${list}::text[], ${code}), ${NOWHERE}::int4) end)`;
        return [
          { value: rank, desc: descending, type: 'int4' },
          { value: code, desc: descending, type: 'text' },
        ];
      }
    }
  });
}

/**
 * A stretch of an order: rows that have its first value, in order, come before those that have none. Within one, an index can be read from
 * any place on.
 */
export type Stretch = 'present' | 'missing';

export interface Order {
  terms: readonly Term[];
  id: Sql;
}

const textual = (value: Sql, type: ColumnType): Sql => (type === 'text' ? sql`${value} collate "C"` : value);

function direction({ value, desc, type }: Term, turned: boolean): Sql {
  const isDesc = desc !== turned;
  const ordered = textual(value, type);
  // Missing last; turned round, missing first.
  if (isDesc) return turned ? sql`${ordered} desc nulls first` : sql`${ordered} desc nulls last`;
  return turned ? sql`${ordered} asc nulls first` : sql`${ordered} asc nulls last`;
}

/** The whole order; turned round, from its end. */
export function orderBy({ terms, id }: Order, turned = false): Sql {
  const keys = terms.map((term) => direction(term, turned));
  return sql.join([...keys, turned ? sql`${id} desc` : sql`${id} asc`]);
}

/** The order within a stretch. Where nothing is missing, where the missing would be does not matter: said as an index has it. */
export function orderWithin({ terms, id }: Order, stretch: Stretch): Sql {
  const [first, ...rest] = terms;
  const keys = rest.map((term) => direction(term, false));
  if (first && stretch === 'present') {
    const value = textual(first.value, first.type);
    keys.unshift(first.desc ? sql`${value} desc nulls first` : sql`${value} asc nulls last`);
  }
  return sql.join([...keys, sql`${id} asc`]);
}

export function inStretch({ terms }: Order, stretch: Stretch): Sql[] {
  const [first] = terms;
  if (!first) return [];
  return [stretch === 'present' ? sql`${first.value} is not null` : sql`${first.value} is null`];
}

export function stretchOf({ terms }: Order, place: Place | null): Stretch {
  return terms.length > 0 && place && place.values[0] === null ? 'missing' : 'present';
}

/** An index on the first term and the id gives this order as it stands. */
export function isNative({ terms }: Order): boolean {
  return terms.length === 0 || (terms.length === 1 && !terms[0]!.desc);
}

/** Rows behind a place, within its stretch. */
export function behind({ terms, id }: Order, place: Place): Sql {
  const [first, ...rest] = terms;
  const own = sql`${id} > ${place.id}`;
  if (!first) return own;
  const values = place.values;
  const then = afterAll(rest, values.slice(1), own);
  if (values[0] === null) return then;
  const value = bound(values[0]!, first.type);
  if (rest.length === 0 && !first.desc) {
    return sql`(${textual(first.value, first.type)}, ${id}) > (${value}, ${place.id})`;
  }
  const key = textual(first.value, first.type);
  const [reached, passed] = first.desc ? [sql`<=`, sql`<`] : [sql`>=`, sql`>`];
  return sql`${key} ${reached} ${value} and (${key} ${passed} ${value} or ${then})`;
}

function afterAll(terms: readonly Term[], values: readonly KeyValue[], own: Sql): Sql {
  const [first, ...rest] = terms;
  if (!first) return own;
  const value = values[0] ?? null;
  const then = afterAll(rest, values.slice(1), own);
  if (value === null) return sql`(${first.value} is null and ${then})`;
  const key = textual(first.value, first.type);
  const limit = bound(value, first.type);
  const passed = first.desc ? sql`${key} < ${limit}` : sql`${key} > ${limit}`;
  return sql`(${key} is null or ${passed} or (${key} = ${limit} and ${then}))`;
}

/** A value of the type that its column has, or no index would know it. */
function bound(value: number | string, type: ColumnType): Sql {
  return sql`${value}::${sql.raw(type)}`;
}

/** What a select list must hold to tell the place of its rows, and how it is read. */
export function placeColumns({ terms }: Order): Sql[] {
  return terms.map(({ value }, i) => sql`${value} as ${sql.id(`k${i}`)}`);
}

export function placeOf({ terms }: Order, row: Record<string, unknown>): Place {
  return { id: row['id'] as Id, values: terms.map((_, i) => (row[`k${i}`] ?? null) as KeyValue) };
}

/** A cursor: at most four keys of `LONGEST_KEY` bytes, which fits into what the contract takes. */
export function encodePlace({ values, id }: Place, { terms }: Order): string {
  const short = values.map((value, i) => (terms[i]?.long ? true : value));
  const text = JSON.stringify([id, ...short]);
  // Keys and ids are ASCII; what is not may come from codes of choices.
  const bytes = ASCII.test(text) ? text : String.fromCharCode(...ENCODER.encode(text));
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * The place of a cursor; of a key that is too long for it, what is left of it.
 * @throws ClienteleError `invalid` when it is no cursor of this walk
 */
export function decodePlace(text: string, { terms }: Order, operation: string): Place {
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const json = ASCII.test(bytes)
      ? bytes
      : DECODER.decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
    const [id, ...told] = JSON.parse(json) as [Id, ...(KeyValue | true)[]];
    const values = told.map((value, i) => (value === true ? (told[i - 1] as KeyValue) : value));
    const fits = ({ type, long }: Term, i: number) => {
      if ((told[i] === true) !== (long === true)) return false;
      const value = values[i];
      if (value === null) return true;
      if (type === 'text') return typeof value === 'string' && !value.includes('\0');
      return typeof value === 'number' && (type === 'float8' || Number.isInteger(value));
    };
    const isId = typeof id === 'string' && /^[\w.:-]{1,64}$/.test(id);
    if (isId && values.length === terms.length && terms.every(fits)) return { id, values };
  } catch {
    // Not one of ours: refused below.
  }
  const message = 'this is no cursor of this walk';
  throw invalid([{ path: ['window', 'after'], code: 'wrong_cursor', message }], operation);
}
