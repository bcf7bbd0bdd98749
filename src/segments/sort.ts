import {
  valueOf,
  type Capabilities,
  type Catalogue,
  type Client,
  type Contact,
  type FieldId,
  type Issue,
  type Lists,
  type Settings,
  type SortKey,
} from '../contract/index.js';
import { sortKey } from '../text/index.js';
import { parseDayNumber } from '../time/index.js';
import { DEPENDS_ON, nameParts, packBirthday } from './virtual.js';

export interface SortOptions {
  catalogue: Pick<Catalogue, 'fields'>;
  settings: Pick<Settings, 'nameOrder' | 'collation'>;
  /** Lists of the base: a choice is sorted by its place in its list. */
  lists?: Lists | undefined;
}

/**
 * What a sort key compares, the same for every adapter. Rows without the value come last in both directions; after the last key the id
 * decides, ascending, compared by code unit.
 */
export interface ResolvedSort {
  /** The key as it was asked for. */
  field: FieldId;
  descending: boolean;
  by:
    /** Numbers of a column: number, money, percent, boolean, day, instant. */
    | { kind: 'number'; field: FieldId }
    /** A birthday as `year * 512 + month * 32 + day`; one without a year counts as missing. Age is this, turned round. */
    | { kind: 'birthday'; field: FieldId }
    /** `sortKey(texts that are there, joined by a space, collation)`; missing when none is there. */
    | { kind: 'text'; fields: readonly FieldId[]; collation: string }
    /** The first entry of a list, by code unit. */
    | { kind: 'first'; field: FieldId }
    /** A choice by its place; ids that have none come after all that do, by code unit. */
    | { kind: 'rank'; field: FieldId; ranks: ReadonlyMap<string, number> };
}

/** Says what each key compares. Keys that cannot be sorted by are left out; `checkSort` names them. */
export function resolveSort(sort: readonly SortKey[], options: SortOptions): ResolvedSort[] {
  return sort.flatMap(({ field, dir }) => {
    const by = resolveKey(field, options);
    // The older the person, the earlier the birthday.
    const turns = field === 'age' && by?.kind === 'birthday';
    return by === null ? [] : [{ field, descending: (dir === 'desc') !== turns, by }];
  });
}

function resolveKey(id: FieldId, { catalogue, settings, lists }: SortOptions): ResolvedSort['by'] | null {
  const field = catalogue.fields.get(id);
  if (field === undefined || !field.sort) return null;
  if (field.origin === 'virtual') {
    if (id === 'age') return { kind: 'birthday', field: 'birthday' };
    if (id === 'name') return { kind: 'text', fields: nameParts(settings), collation: settings.collation };
  }
  switch (field.type) {
    case 'number':
    case 'money':
    case 'percent':
    case 'boolean':
    case 'day':
    case 'instant':
      return { kind: 'number', field: id };
    case 'birthday':
      return { kind: 'birthday', field: id };
    case 'text':
      return { kind: 'text', fields: [id], collation: settings.collation };
    case 'phones':
    case 'emails':
    case 'texts':
      return { kind: 'first', field: id };
    case 'choice': {
      const options = field.options ?? (field.list === undefined ? undefined : lists?.[field.list]) ?? [];
      return { kind: 'rank', field: id, ranks: new Map(options.map((option, i) => [option.id, i])) };
    }
    case 'choices':
    case 'image':
      return null;
  }
}

export interface SortBounds {
  capabilities?: Pick<Capabilities, 'sort'> | undefined;
  hidden?: readonly FieldId[] | undefined;
  masked?: readonly FieldId[] | undefined;
}

/** The faults of a sort: keys that are unknown, cannot be sorted by, or are out of bounds for this user. */
export function checkSort(
  sort: readonly SortKey[],
  catalogue: Pick<Catalogue, 'fields'>,
  { capabilities, hidden = [], masked = [] }: SortBounds = {},
): Issue[] {
  return sort.flatMap(({ field: id }, i) => {
    const fault = (code: string, message: string): Issue[] => [{ path: ['sort', i, 'field'], code, message }];
    const field = catalogue.fields.get(id);
    if (field === undefined) return fault('unknown_field', `there is no field "${id}"`);
    const behind = [id, ...(DEPENDS_ON.get(id) ?? [])];
    if (behind.some((needed) => hidden.includes(needed) || masked.includes(needed))) {
      return fault('hidden_field', `${id} is out of bounds for this user`);
    }
    const able = capabilities === undefined || capabilities.sort === true || capabilities.sort.includes(id);
    return field.sort && able ? [] : fault('not_sortable', `${id} cannot be sorted by`);
  });
}

/** What a key compares of one client: a number, or a text that is compared by code unit; null: missing. */
export function sortValue(client: Client, by: ResolvedSort['by']): number | string | null {
  switch (by.kind) {
    case 'number': {
      const value = valueOf(client, by.field);
      if (typeof value === 'string') return parseDayNumber(value) ?? Date.parse(value);
      return typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : null;
    }
    case 'birthday': {
      const value = valueOf(client, by.field);
      const packed = typeof value === 'string' ? packBirthday(value) : null;
      return packed === null || packed < 512 ? null : packed;
    }
    case 'text': {
      const texts = by.fields
        .map((field) => valueOf(client, field))
        .filter((text): text is string => typeof text === 'string' && text !== '');
      return texts.length === 0 ? null : sortKey(texts.join(' '), by.collation);
    }
    case 'first': {
      const value = valueOf(client, by.field) as readonly (Contact | string)[] | undefined;
      const first = value?.[0];
      return (typeof first === 'string' ? first : first?.value) ?? null;
    }
    case 'rank': {
      const value = valueOf(client, by.field);
      return typeof value === 'string' && value !== '' ? (by.ranks.get(value) ?? value) : null;
    }
  }
}

/** Compares two clients by resolved keys: negative when the first comes before the second. */
export function compareBy(keys: readonly ResolvedSort[]): (a: Client, b: Client) => number {
  return (a, b) => {
    for (const { by, descending } of keys) {
      const order = compareValues(sortValue(a, by), sortValue(b, by), descending);
      if (order !== 0) return order;
    }
    return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  };
}

/** Numbers before texts, missing last whatever the direction. */
export function compareValues(
  a: number | string | null,
  b: number | string | null,
  descending: boolean,
): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  const order = typeof a === typeof b ? (a < b ? -1 : 1) : typeof a === 'number' ? -1 : 1;
  return descending ? -order : order;
}
