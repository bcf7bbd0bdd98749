import { SEGMENT_LIMITS } from '../contract/plain/names.js';
import {
  conditionsIn,
  heightOf,
  isGroup,
  isSamePath,
  isWithin,
  parentOf,
  placeAt,
  ROOT,
  withChildren,
  withNode,
  type Draft,
  type DraftGroup,
  type DraftNode,
  type DraftRecords,
  type NodePath,
} from './places.js';

/*
 * Changes of a document, one at a time, as a builder makes them. Nothing is changed in place; what a change does not touch is shared with the
 * document before, so that going back is keeping that one. An empty group may come about: `normalise` takes it out again.
 */

/** Why a change cannot be made. */
export type Refusal =
  /** There is nothing at that place. */
  | 'no_such_place'
  | 'not_a_group'
  /** A condition cannot be moved into itself. */
  | 'into_itself'
  /** A condition about a client says nothing about a record, nor one about a record of another kind. */
  | 'other_scope'
  /** Several conditions have no room where one stands. */
  | 'several'
  | 'too_deep'
  | 'too_many_conditions';

/** The document after a change, and the place where a person goes on: of the condition that was changed, or what stands where it stood. */
export type Edited = { ok: true; document: Draft; path: NodePath } | { ok: false; reason: Refusal };

const refused = (reason: Refusal): Edited => ({ ok: false, reason });
const done = (document: Draft, path: NodePath): Edited => ({ ok: true, document, path });

/** As `done`, where levels or conditions were added. */
function grown(document: Draft, path: NodePath): Edited {
  if (heightOf(document.where) > SEGMENT_LIMITS.depth) return refused('too_deep');
  if (conditionsIn(document.where) > SEGMENT_LIMITS.conditions) return refused('too_many_conditions');
  return done(document, path);
}

/** Puts another condition in a condition's place. */
export function replaceNode(document: Draft, path: NodePath, node: DraftNode): Edited {
  if (placeAt(document, path) === null) return refused('no_such_place');
  return grown(withNode(document, path, node), path);
}

/**
 * Adds a condition at a place that holds conditions: into the group there before its condition `index` (default: last). A single condition there
 * comes into an `all` with the new one; `everyone`, and the empty `where` of a records condition, give way.
 */
export function insertNode(document: Draft, path: NodePath, node: DraftNode, index?: number): Edited {
  const place = placeAt(document, path);
  if (place === null) {
    const outer = parentOf(path);
    const records = outer === null ? undefined : placeAt(document, outer)?.node;
    if (path.at(-1) !== 'where' || records?.kind !== 'records') return refused('no_such_place');
    return grown(withNode(document, outer!, { ...records, where: node }), path);
  }
  if (place.node.kind === 'everyone') return grown(withNode(document, path, node), path);
  const group: DraftGroup = isGroup(place.node) ? place.node : { kind: 'all', of: [place.node] };
  const at = Math.max(0, Math.min(index ?? group.of.length, group.of.length));
  const next = withNode(document, path, withChildren(group, group.of.toSpliced(at, 0, node)));
  return grown(next, [...path, 'of', at]);
}

/** Takes a condition out. Its group stays, empty if need be; of the root an empty `all` is left. */
export function removeNode(document: Draft, path: NodePath): Edited {
  if (placeAt(document, path) === null) return refused('no_such_place');
  const outer = parentOf(path);
  if (outer === null) return done(withNode(document, ROOT, { kind: 'all', of: [] }), ROOT);
  const parent = placeAt(document, outer)!.node;
  if (!isGroup(parent)) {
    const { where: _, ...rest } = parent as DraftRecords;
    return done(withNode(document, outer, rest), outer);
  }
  const index = path.at(-1) as number;
  const of = parent.of.toSpliced(index, 1);
  const next = of.length === 0 ? outer : [...outer, 'of', Math.min(index, of.length - 1)];
  return done(withNode(document, outer, withChildren(parent, of)), next);
}

/** Puts the same condition once more behind itself. One that stands alone comes into an `all` with its twin. */
export function duplicateNode(document: Draft, path: NodePath): Edited {
  const place = placeAt(document, path);
  if (place === null) return refused('no_such_place');
  const outer = parentOf(path);
  const parent = outer === null ? null : placeAt(document, outer)!.node;
  if (outer === null || parent === null || !isGroup(parent)) {
    return grown(withNode(document, path, { kind: 'all', of: [place.node, place.node] }), [...path, 'of', 1]);
  }
  return insertNode(document, outer, place.node, (path.at(-1) as number) + 1);
}

/**
 * Moves a condition into a group, before what stands there at `index` now (default: last), in this document's own counting. A place that holds no
 * group takes it as `insertNode` does.
 */
export function moveNode(document: Draft, from: NodePath, to: NodePath, index?: number): Edited {
  const place = placeAt(document, from);
  const outer = parentOf(from);
  if (place === null || outer === null) return refused('no_such_place');
  if (isWithin(to, from)) return refused('into_itself');
  const target = placeAt(document, to);
  const scope = target === null ? recordOfEmpty(document, to) : target.record;
  if (scope === undefined) return refused('no_such_place');
  if (scope !== place.record) return refused('other_scope');

  const last = target !== null && isGroup(target.node) ? target.node.of.length : undefined;
  const at = index ?? last;
  const removed = removeNode(document, from);
  if (!removed.ok) return removed;
  const isSameGroup = isSamePath(outer, to);
  const fromIndex = from.at(-1);
  const shifted =
    isSameGroup && typeof fromIndex === 'number' && at !== undefined && at > fromIndex ? at - 1 : at;
  return insertNode(removed.document, afterRemoval(to, from), place.node, shifted);
}

/** The kind of record that an empty `where` speaks of; undefined: there is no such place. */
function recordOfEmpty(document: Draft, path: NodePath): string | undefined {
  const outer = parentOf(path);
  const node = outer === null || path.at(-1) !== 'where' ? null : placeAt(document, outer)?.node;
  return node?.kind === 'records' ? node.record : undefined;
}

/** Where a place has got to once the condition at `removed`, which it does not lie in, is gone. */
function afterRemoval(path: NodePath, removed: NodePath): NodePath {
  const last = removed.length - 1;
  const gone = removed[last];
  const step = path[last];
  const isBehind =
    typeof gone === 'number' &&
    typeof step === 'number' &&
    step > gone &&
    isWithin(path, removed.slice(0, last));
  return isBehind ? path.with(last, step - 1) : path;
}

/** Puts a group round a condition. */
export function wrapNode(document: Draft, path: NodePath, kind: DraftGroup['kind'] = 'all'): Edited {
  const place = placeAt(document, path);
  if (place === null) return refused('no_such_place');
  return grown(withNode(document, path, { kind, of: [place.node] }), path);
}

/**
 * Takes a group away from round its conditions, which come into the group about it, those of a `none` negated. Where no group is about it,
 * only one condition can be left alone.
 */
export function unwrapNode(document: Draft, path: NodePath): Edited {
  const place = placeAt(document, path);
  if (place === null) return refused('no_such_place');
  if (!isGroup(place.node)) return refused('not_a_group');
  const { kind, of } = place.node;
  const freed = kind === 'none' ? of.map(opposite) : of;
  const outer = parentOf(path);
  const parent = outer === null ? null : placeAt(document, outer)!.node;
  if (outer === null || parent === null || !isGroup(parent)) {
    return freed.length === 1 ? grown(withNode(document, path, freed[0]!), path) : refused('several');
  }
  const index = path.at(-1) as number;
  const children = parent.of.toSpliced(index, 1, ...freed);
  const next =
    children.length === 0
      ? outer
      : [...outer, 'of', freed.length > 0 ? index : Math.min(index, children.length - 1)];
  return grown(withNode(document, outer, withChildren(parent, children)), next);
}

/** Makes of a group one of another kind. */
export function setGroupKind(document: Draft, path: NodePath, kind: DraftGroup['kind']): Edited {
  const place = placeAt(document, path);
  if (place === null) return refused('no_such_place');
  if (!isGroup(place.node)) return refused('not_a_group');
  return place.node.kind === kind
    ? done(document, path)
    : done(withNode(document, path, { ...place.node, kind }), path);
}

/** Turns a condition round: what was true of a client is false, what was false is true, what was unknown stays so. */
export function negateNode(document: Draft, path: NodePath): Edited {
  const place = placeAt(document, path);
  if (place === null) return refused('no_such_place');
  return grown(withNode(document, path, opposite(place.node)), path);
}

/** The condition that is true where this one is false, false where it is true, and unknown where it is unknown. */
export function opposite(node: DraftNode): DraftNode {
  switch (node.kind) {
    case 'none':
      return node.of.length === 1 ? node.of[0]! : { ...node, kind: 'any' };
    case 'any':
      return { ...node, kind: 'none' };
    case 'field':
    case 'records':
      return node.orMissing && canBeMissing(node) ? { kind: 'none', of: [node] } : turned(node);
    case 'reachable':
    case 'segment':
      return turned(node);
    case 'all':
    case 'search':
    case 'everyone':
      return { kind: 'none', of: [node] };
  }
}

/** `orMissing` makes a missing value a match: the opposite would have to make it none, which no flag says. */
function canBeMissing(node: DraftNode & { kind: 'field' | 'records' }): boolean {
  if (node.kind === 'records' && (node.agg === 'count' || node.agg === 'sum')) return false;
  return node.op !== 'exists' && node.op !== 'anyOf' && node.op !== 'allOf';
}

function turned<N extends DraftNode & { not?: true | undefined }>(node: N): N {
  if (!node.not) return { ...node, not: true };
  const { not: _, ...rest } = node;
  return rest as unknown as N;
}
