import type { Field, FieldId, FieldType } from '../../../contract/index.js';

/** SQL types of columns that hold a field's value. */
export type ColumnType = 'float8' | 'int4' | 'int2' | 'text';

export interface FieldColumn {
  column: string;
  sql: ColumnType;
  type: FieldType;
}

const column = (name: string, sql: ColumnType, type: FieldType): FieldColumn => ({ column: name, sql, type });

/**
 * Fields whose value stands in a column of its own, and nowhere else. Days are numbers since 1970-01-01, instants milliseconds since then,
 * birthdays `year * 512 + month * 32 + day`, booleans 0 and 1. All other values stand in `doc`; what is searched and sorted by in the
 * columns of keys, which `Encoder` works out.
 */
export const FIELD_COLUMNS: Readonly<Record<FieldId, FieldColumn>> = {
  visits: column('visits', 'float8', 'number'),
  noShows: column('no_shows', 'float8', 'number'),
  cancellations: column('cancellations', 'float8', 'number'),
  totalSpent: column('total_spent', 'float8', 'money'),
  averageTicket: column('average_ticket', 'float8', 'money'),
  tipsCount: column('tips_count', 'float8', 'number'),
  tipsSum: column('tips_sum', 'float8', 'money'),
  debt: column('debt', 'float8', 'money'),
  depositBalance: column('deposit_balance', 'float8', 'money'),
  discount: column('discount', 'float8', 'percent'),
  points: column('points', 'float8', 'number'),
  nextVisit: column('next_visit', 'float8', 'instant'),
  createdAt: column('created_at', 'float8', 'instant'),
  updatedAt: column('updated_at', 'float8', 'instant'),
  firstVisit: column('first_visit', 'int4', 'day'),
  lastVisit: column('last_visit', 'int4', 'day'),
  birthday: column('birthday', 'int4', 'birthday'),
  hasApp: column('has_app', 'int2', 'boolean'),
  subscribed: column('subscribed', 'int2', 'boolean'),
  muted: column('muted', 'int2', 'boolean'),
  favourite: column('favourite', 'int2', 'boolean'),
  blocked: column('blocked', 'int2', 'boolean'),
  synchronised: column('synchronised', 'int2', 'boolean'),
  gender: column('gender', 'text', 'choice'),
  branch: column('branch', 'text', 'choice'),
  tier: column('tier', 'text', 'choice'),
  source: column('source', 'text', 'choice'),
};

/** Text fields whose folded text has a column; of lists, their entries (see `joined`). The others stand in `keys`. */
export const FOLD_COLUMNS: Readonly<Record<FieldId, { column: string; type: FieldType }>> = {
  firstName: { column: 'first_name_fold', type: 'text' },
  lastName: { column: 'last_name_fold', type: 'text' },
  patronymic: { column: 'patronymic_fold', type: 'text' },
  city: { column: 'city_fold', type: 'text' },
  phones: { column: 'phones_fold', type: 'phones' },
  emails: { column: 'emails_fold', type: 'emails' },
};

/** Fields whose sort key has a column; `name` is made of its parts. The others stand in `keys`. */
export const SORT_COLUMNS: Readonly<Record<FieldId, { column: string; type: FieldType }>> = {
  name: { column: 'name_key', type: 'text' },
  firstName: { column: 'first_name_key', type: 'text' },
  lastName: { column: 'last_name_key', type: 'text' },
  city: { column: 'city_key', type: 'text' },
  phones: { column: 'phones_key', type: 'phones' },
  emails: { column: 'emails_key', type: 'emails' },
};

/** All columns of the clients, in the order of the table. */
export const CLIENT_COLUMNS: Readonly<Record<string, string>> = {
  tenant: 'text',
  id: 'text',
  version: 'int4',
  removed_at: 'float8',
  hash: 'int8',
  ...Object.fromEntries(Object.values(FIELD_COLUMNS).map(({ column: name, sql }) => [name, sql])),
  birthday_year: 'int4',
  name_fold: 'text',
  ...Object.fromEntries(Object.values(FOLD_COLUMNS).map(({ column: name }) => [name, 'text'])),
  ...Object.fromEntries(Object.values(SORT_COLUMNS).map(({ column: name }) => [name, 'text'])),
  search: 'text',
  digits: 'text',
  sets: 'text[]',
  matches: 'text[]',
  keys: 'jsonb',
  longs: 'jsonb',
  doc: 'jsonb',
  opening: 'jsonb',
};

/** The column of a field, unless a host has given its id another type. */
export function columnOf(field: Pick<Field, 'id' | 'type'>): FieldColumn | null {
  return fitting(FIELD_COLUMNS, field);
}

export function foldColumnOf(field: Pick<Field, 'id' | 'type'>): string | null {
  return fitting(FOLD_COLUMNS, field)?.column ?? null;
}

export function sortColumnOf(field: Pick<Field, 'id' | 'type'>): string | null {
  return fitting(SORT_COLUMNS, field)?.column ?? null;
}

function fitting<T extends { type: FieldType }>(
  columns: Readonly<Record<FieldId, T>>,
  { id, type }: Pick<Field, 'id' | 'type'>,
): T | null {
  const found = Object.hasOwn(columns, id) ? columns[id] : undefined;
  return found?.type === type ? found : null;
}
