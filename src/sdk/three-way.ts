import type { Catalogue } from '../contract/catalogue.js';
import type { Client, Patch } from '../contract/client.js';
import { valueOf } from '../contract/plain/client.js';
import type { FieldType } from '../contract/plain/names.js';
import type { Contact, FieldId, MaskedContact, Value } from '../contract/values.js';

type Held = Value | null;

/** A field that both changed, each to something else. Null: it is empty there. */
export interface FieldConflict {
  field: FieldId;
  base: Held;
  mine: Held;
  theirs: Held;
}

export interface Merged {
  /** What is to be saved over `theirs`, of all that needs no question. */
  patch: Patch;
  /** What somebody has to decide: the decision is added to the patch. */
  conflicts: FieldConflict[];
}

/**
 * Brings together what two people made of one client. `base`: as it was when the form was opened; `mine`: the form's patch; `theirs`: as it
 * stands now. Only what both changed, and differently, is asked. Sets, lists of texts and lists of contacts are merged entry by entry: what
 * one of them added is there, what one of them took away is not.
 */
export function threeWay(
  base: Client,
  mine: Patch,
  theirs: Client,
  catalogue: Pick<Catalogue, 'fields'>,
): Merged {
  const patch: Record<FieldId, Held> = {};
  const conflicts: FieldConflict[] = [];
  for (const [field, value] of Object.entries(mine)) {
    if (value === undefined) continue;
    const type = catalogue.fields.get(field)?.type ?? 'text';
    const versions = {
      base: emptied(valueOf(base, field)),
      mine: emptied(value),
      theirs: emptied(valueOf(theirs, field)),
    };
    const merged = mergeValue(type, versions);
    if (merged === CONFLICT) conflicts.push({ field, ...versions });
    else if (!isSame(type, merged, versions.theirs)) patch[field] = merged;
  }
  return { patch, conflicts };
}

const CONFLICT = Symbol('conflict');

function mergeValue(
  type: FieldType,
  { base, mine, theirs }: Record<'base' | 'mine' | 'theirs', Held>,
): Held | typeof CONFLICT {
  if (isSame(type, mine, base) || isSame(type, mine, theirs)) return theirs;
  if (isSame(type, theirs, base)) return mine;
  switch (type) {
    case 'choices':
    case 'texts':
    case 'phones':
    case 'emails':
      return mergeList(type, listOf(base), listOf(mine), listOf(theirs));
    default:
      return CONFLICT;
  }
}

type Entry = string | Contact | MaskedContact;

/** What makes two entries one: of contacts the address, however it is labelled. */
function keyOf(type: FieldType, entry: Entry): string {
  if (typeof entry === 'string') return entry;
  if ('masked' in entry) return `masked ${entry.masked}`;
  return type === 'emails' ? entry.value.toLowerCase() : entry.value;
}

function mergeList(
  type: FieldType,
  base: readonly Entry[],
  mine: readonly Entry[],
  theirs: readonly Entry[],
): Held | typeof CONFLICT {
  const key = (entry: Entry) => keyOf(type, entry);
  const index = (list: readonly Entry[]) => new Map(list.map((entry) => [key(entry), entry]));
  const [old, own, other] = [index(base), index(mine), index(theirs)];
  const kept = new Map<string, Entry>();
  for (const id of new Set([...own.keys(), ...other.keys()])) {
    const [was, ours, others] = [old.get(id), own.get(id), other.get(id)];
    const entry = mergeEntry(was, ours, others);
    if (entry === CONFLICT) return CONFLICT;
    if (entry !== undefined) kept.set(id, entry);
  }
  const isContact = type === 'phones' || type === 'emails';
  // One contact that each replaced by another of their own: both would stand there, and one of them is wrong.
  const bothReplaced =
    isContact &&
    [...old.keys()].some((id) => !own.has(id) && !other.has(id)) &&
    [...own.keys()].some((id) => !old.has(id) && !other.has(id)) &&
    [...other.keys()].some((id) => !old.has(id) && !own.has(id));
  if (bothReplaced) return CONFLICT;
  if (type === 'choices') return asValue([...kept.values()]);

  const shared = [...old.keys()].filter((id) => own.has(id) && other.has(id));
  const places = (map: ReadonlyMap<string, Entry>) => [...map.keys()].filter((id) => shared.includes(id));
  const hasMoved = (map: ReadonlyMap<string, Entry>) => places(map).join('\n') !== shared.join('\n');
  if (hasMoved(own) && hasMoved(other) && places(own).join('\n') !== places(other).join('\n'))
    return CONFLICT;
  const [leading, following] = hasMoved(other) ? [other, own] : [own, other];
  const order = [...leading.keys()].filter((id) => kept.has(id));
  let before = -1;
  for (const id of following.keys()) {
    if (!kept.has(id)) continue;
    const at = order.indexOf(id);
    if (at === -1) order.splice(++before, 0, id);
    else before = at;
  }
  return asValue(order.map((id) => kept.get(id)!));
}

/** Of an entry with a label: undefined, it is gone. */
function mergeEntry(
  was: Entry | undefined,
  mine: Entry | undefined,
  theirs: Entry | undefined,
): Entry | undefined | typeof CONFLICT {
  if (isEqual(mine, was) || isEqual(mine, theirs)) return theirs;
  if (isEqual(theirs, was)) return mine;
  return CONFLICT;
}

function listOf(value: Held): readonly Entry[] {
  return Array.isArray(value) ? (value as readonly Entry[]) : [];
}

function asValue(list: readonly Entry[]): Held {
  return list.length === 0 ? null : (list as Value);
}

/** Nothing, an empty text and an empty list are the same to a person. */
function emptied(value: Value | readonly (Contact | MaskedContact)[] | null | undefined): Held {
  if (value === undefined || value === null || value === '') return null;
  return Array.isArray(value) && value.length === 0 ? null : (value as Value);
}

function isSame(type: FieldType, a: Held, b: Held): boolean {
  if (type !== 'choices') return isEqual(a, b);
  const [one, other] = [new Set(listOf(a)), new Set(listOf(b))];
  return one.size === other.size && [...one].every((entry) => other.has(entry));
}

/** Values are JSON of texts, numbers, booleans, lists of texts and lists of contacts. */
function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqual(Reflect.get(a, key), Reflect.get(b, key)))
  );
}
