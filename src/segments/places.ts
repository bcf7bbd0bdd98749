import type { GroupNode, Node, RecordsNode } from '../contract/index.js';

/** The way to a condition from its document, as a check names it: `['where', 'of', 2, 'where']`. */
export type NodePath = readonly (string | number)[];

/** A group while it is being built: it may be empty, which no check passes. */
export interface DraftGroup {
  kind: GroupNode['kind'];
  of: readonly DraftNode[];
}
export type DraftRecords = Omit<RecordsNode, 'where'> & { where?: DraftNode | undefined };
/** A condition while it is being built. Every `Node` is one. */
export type DraftNode = DraftGroup | DraftRecords | Exclude<Node, GroupNode | RecordsNode>;

/** A document while it is being built. Every `SegmentDocument` is one; `normalise` makes one of it. */
export interface Draft {
  v: 1;
  where: DraftNode;
}

export const ROOT: NodePath = Object.freeze(['where']);

export interface Place {
  node: DraftNode;
  path: NodePath;
  /** 1 for the root; a group's conditions and those about a record's fields stand one deeper. */
  depth: number;
  /** What its fields belong to: a kind of record, or null for the client. */
  record: string | null;
}

export function isGroup(node: DraftNode): node is DraftGroup {
  return node.kind === 'all' || node.kind === 'any' || node.kind === 'none';
}

export function isSamePath(a: NodePath, b: NodePath): boolean {
  return a.length === b.length && a.every((step, i) => step === b[i]);
}

/** Whether `path` leads to the condition at `outer` or into it. */
export function isWithin(path: NodePath, outer: NodePath): boolean {
  return path.length >= outer.length && outer.every((step, i) => step === path[i]);
}

/** Every condition with its place, parents before their conditions, in the order in which they are written. */
export function placesOf(document: Draft): Place[] {
  const places: Place[] = [];
  // A list of its own instead of recursion: what comes from elsewhere may be nested deeper than a call stack is.
  const open: Place[] = [{ node: document.where, path: ROOT, depth: 1, record: null }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    places.push(place);
    const { node, path, depth, record } = place;
    if (isGroup(node)) {
      for (let i = node.of.length - 1; i >= 0; i--)
        open.push({ node: node.of[i]!, path: [...path, 'of', i], depth: depth + 1, record });
    } else if (node.kind === 'records' && node.where !== undefined) {
      open.push({ node: node.where, path: [...path, 'where'], depth: depth + 1, record: node.record });
    }
  }
  return places;
}

/** The condition at a place with what is known of the place; null: there is none. */
export function placeAt(document: Draft, path: NodePath): Place | null {
  if (path[0] !== 'where') return null;
  let place: Place = { node: document.where, path: ROOT, depth: 1, record: null };
  for (let at = 1; at < path.length;) {
    const { node, depth, record } = place;
    const step = path[at];
    const index = path[at + 1];
    if (isGroup(node) && step === 'of' && typeof index === 'number') {
      const child = node.of[index];
      if (child === undefined) return null;
      at += 2;
      place = { node: child, path: path.slice(0, at), depth: depth + 1, record };
    } else if (node.kind === 'records' && step === 'where' && node.where !== undefined) {
      at += 1;
      place = { node: node.where, path: path.slice(0, at), depth: depth + 1, record: node.record };
    } else return null;
  }
  return place;
}

export function nodeAt(document: Draft, path: NodePath): DraftNode | null {
  return placeAt(document, path)?.node ?? null;
}

/** The place of the group or the records condition that a condition stands in; null for the root. */
export function parentOf(path: NodePath): NodePath | null {
  if (path.length < 2) return null;
  return typeof path.at(-1) === 'number' ? path.slice(0, -2) : path.slice(0, -1);
}

/** How many levels a condition has: 1 when nothing stands in it. */
export function heightOf(node: DraftNode): number {
  return placesOf({ v: 1, where: node }).reduce((most, { depth }) => Math.max(most, depth), 0);
}

/** How many conditions a document has; groups are none. */
export function conditionsIn(node: DraftNode): number {
  return placesOf({ v: 1, where: node }).filter((place) => !isGroup(place.node)).length;
}

/** The document with another condition at a place that exists; all that lies beside the way is shared. */
export function withNode(document: Draft, path: NodePath, node: DraftNode): Draft {
  return { ...document, where: replaced(document.where, path, 1, node) };
}

function replaced(node: DraftNode, path: NodePath, at: number, by: DraftNode): DraftNode {
  if (at >= path.length) return by;
  if (isGroup(node)) {
    const index = path[at + 1] as number;
    return withChildren(node, node.of.with(index, replaced(node.of[index]!, path, at + 2, by)));
  }
  const records = node as DraftRecords;
  return { ...records, where: replaced(records.where as DraftNode, path, at + 1, by) };
}

export function withChildren(node: DraftGroup, of: readonly DraftNode[]): DraftGroup {
  return { ...node, of };
}
