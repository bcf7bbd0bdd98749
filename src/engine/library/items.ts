import * as z from 'zod/mini';
import {
  id as idSchema,
  invalid,
  label,
  LIBRARY_KINDS,
  listItem,
  rule,
  segment,
  type Id,
  type Issue,
  type Label,
  type LibraryItem,
  type LibraryItems,
  type LibraryKind,
  type ListItem,
} from '../../contract/index.js';
import { sortKey } from '../../text/index.js';

/** Most items of a kind. Everything is read at once, so this is what one look costs at most. */
export const MOST_ITEMS: Readonly<Record<LibraryKind, number>> = {
  segments: 1000,
  rules: 200,
  categories: 1000,
  groups: 1000,
  tiers: 50,
};
const MOST = Object.values(MOST_ITEMS).reduce((sum, most) => sum + most, 0);
/** Documents that one look takes: the items and as many that were removed. */
export const MOST_STORED = 2 * MOST;

/** The kinds that are lists of the base too: clients carry them. */
export const LIST_KINDS = ['categories', 'groups', 'tiers'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

export function isListKind(kind: LibraryKind): kind is ListKind {
  return kind !== 'segments' && kind !== 'rules';
}

/**
 * An item as it is kept, in a document `item` with the id `<kind>:<id>`. `gone`: it is `leaving` its clients, and still has a name where it
 * stands; or nobody carries it any more, and the document only says that what the host lists under this id is not offered.
 */
export interface StoredItem {
  rev: number;
  kind: LibraryKind;
  item: LibraryItem & { version: number };
  gone?: 'leaving' | 'removed';
}

export function documentIdOf(kind: LibraryKind, id: Id): string {
  return `${kind}:${id}`;
}

const named = label.check(
  z.refine((name) => {
    const texts = typeof name === 'string' ? [name] : Object.values(name);
    return texts.length > 0 && texts.every((text) => text.trim() !== '' && text.length <= 100);
  }, 'a name of 1 to 100 characters is wanted'),
);
const { id, hue, description, photo, archived } = listItem.shape;
const entry = { id, name: named, hue, description, photo, archived };
const { version: _ofSegment, document: _document, ...segmentShape } = segment.shape;
const { version: _ofRule, where: _where, value: _value, faults: _told, ...ruleShape } = rule.shape;

/** What is left of an item when its documents, which are checked by `segments`, and its version are taken out. */
const SHAPES: Readonly<Record<LibraryKind, z.ZodMiniType<object>>> = {
  segments: z.strictObject({ ...segmentShape, document: z.unknown() }),
  rules: z.strictObject({ ...ruleShape, where: z.unknown(), value: z.unknown() }),
  categories: z.strictObject(entry),
  groups: z.strictObject(entry),
  tiers: z.strictObject({
    ...entry,
    level: z.optional(z.int().check(z.gte(0), z.lte(1000))),
    discount: z.optional(z.number().check(z.gte(0), z.lte(100))),
    where: z.optional(z.unknown()),
  }),
};

/**
 * The members of an item in their right shapes; documents and values are still to be looked at. Unknown kinds and members are refused.
 * @throws ClienteleError `invalid` with an issue for each fault
 */
export function parseItem(kind: LibraryKind, item: unknown, operation: string): { id: Id } & LibraryItem {
  if (!LIBRARY_KINDS.includes(kind)) {
    throw invalid([{ path: ['kind'], code: 'unknown_value', message: 'there is no such kind' }], operation);
  }
  const {
    version: _,
    faults: _faults,
    ...rest
  } = (typeof item === 'object' && item !== null ? item : {}) as Record<string, unknown>;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const parsed = z.safeParse(SHAPES[kind], given);
  if (!parsed.success) {
    throw invalid(parsed.error.issues.slice(0, 50).map(issueOf), operation);
  }
  return parsed.data as { id: Id } & LibraryItem;
}

function issueOf(found: z.core.$ZodIssue): Issue {
  const path = found.path.map((part) => (typeof part === 'number' ? part : String(part).slice(0, 80)));
  if (found.code === 'unrecognized_keys') {
    const key = (found.keys[0] ?? '').slice(0, 80);
    return { path: [...path, key], code: 'unknown_key', message: `there is no key "${key}"` };
  }
  const isAbsent = found.code === 'invalid_type' && found.input === undefined && path.length === 1;
  return isAbsent
    ? { path, code: 'required', message: 'is required' }
    : { path, code: codeOf(found), message: found.message };
}

function codeOf(found: z.core.$ZodIssue): string {
  const isText = 'origin' in found && found.origin === 'string';
  if (found.code === 'too_big') return isText ? 'too_long' : 'too_big';
  if (found.code === 'too_small') return isText ? 'required' : 'too_small';
  return found.code === 'invalid_value' ? 'unknown_value' : 'wrong_type';
}

export function checkId(id: unknown, operation: string): void {
  if (!idSchema.safeParse(id).success) {
    throw invalid([{ path: ['id'], code: 'wrong_type', message: 'an id is wanted' }], operation);
  }
}

/** A name for those who ask in no language. */
export function nameOf({ name }: { name: Label }): string {
  return typeof name === 'string' ? name : (name['en'] ?? Object.values(name)[0] ?? '');
}

/** In the order of names, as the base's language has it; tiers by their levels first. */
export function inOrder<K extends LibraryKind>(
  kind: K,
  items: readonly LibraryItems[K][],
  collation: string,
): LibraryItems[K][] {
  return items
    .map((item) => ({ item, level: levelOf(kind, item), name: sortKey(nameOf(item), collation) }))
    .sort((a, b) => a.level - b.level || compare(a.name, b.name) || compare(a.item.id, b.item.id))
    .map(({ item }) => item);
}

function levelOf(kind: LibraryKind, item: LibraryItem): number {
  return kind === 'tiers' ? ((item as ListItem).level ?? 0) : 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
