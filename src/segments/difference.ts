import {
  isGroup,
  placesOf,
  ROOT,
  type Draft,
  type DraftGroup,
  type DraftNode,
  type NodePath,
} from './places.js';

/** What is different between two versions of a document. `from` is a place in the one before, `to` in the one after. */
export type SegmentChange =
  | { kind: 'added'; to: NodePath; after: DraftNode }
  | { kind: 'removed'; from: NodePath; before: DraftNode }
  /** Another value, another operator; of a group: another kind, while what it holds is told apart. */
  | { kind: 'changed'; from: NodePath; to: NodePath; before: DraftNode; after: DraftNode }
  /** The same condition in another group. */
  | { kind: 'moved'; from: NodePath; to: NodePath; before: DraftNode; after: DraftNode };

interface Spot {
  node: DraftNode;
  path: NodePath;
}

/**
 * What was done between two versions of a document, told as a person would: in whatever order conditions stand in their group, they are the same. A
 * condition about the same thing in the same group was changed; the same condition in another group was moved; a group of which nothing is left, or
 * nothing was there, is told as a whole. Changes and moves stand in the order of the version after, what was removed comes last.
 */
export function difference(before: Draft, after: Draft): SegmentChange[] {
  const compared = new Comparison();
  compared.groups(sideOf(before.where, ROOT), sideOf(after.where, ROOT));
  return compared.told();
}

/** One side of a comparison: a group with what stands in it. */
interface Side extends Spot {
  group: DraftGroup;
  spots: Spot[];
}

/** A condition that is the whole document is looked at as the only one of an `all`. */
function sideOf(node: DraftNode, path: NodePath): Side {
  return isGroup(node)
    ? { node, path, group: node, spots: spotsOf(node, path) }
    : { node, path, group: { kind: 'all', of: [node] }, spots: [{ node, path }] };
}

/** Of one condition, all and any are the same. */
function isOtherKind(a: DraftGroup, b: DraftGroup): boolean {
  if (a.kind === b.kind) return false;
  return a.kind === 'none' || b.kind === 'none' || (a.of.length > 1 && b.of.length > 1);
}

function spotsOf(group: DraftGroup, path: NodePath): Spot[] {
  return group.of.map((node, i) => ({ node, path: [...path, 'of', i] }));
}

class Comparison {
  readonly #changed: Extract<SegmentChange, { to: NodePath }>[] = [];
  #removed: Spot[] = [];
  #added: Spot[] = [];

  groups(before: Side, after: Side): void {
    if (isOtherKind(before.group, after.group)) this.#note('changed', before, after);
    let left = before.spots;
    let right = after.spots;
    const pair = (key: (node: DraftNode) => string | null, use: (a: Spot, b: Spot) => void): void => {
      [left, right] = paired(left, right, key, use);
    };
    pair(sameness, () => undefined);
    pair(subject, (a, b) => this.#note('changed', a, b));
    const [groupsBefore, groupsAfter] = [left, right].map((spots) =>
      spots.filter(({ node }) => isGroup(node)),
    );
    for (const [a, b] of closest(groupsBefore!, groupsAfter!)) {
      left = left.filter((spot) => spot !== a);
      right = right.filter((spot) => spot !== b);
      this.groups(sideOf(a.node, a.path), sideOf(b.node, b.path));
    }
    this.#removed.push(...left);
    this.#added.push(...right);
  }

  told(): SegmentChange[] {
    this.#pairMoved();
    // A group is broken up where some of it lives on elsewhere.
    const [gone, come] = [this.#removed, this.#added].map(
      (spots) => new Set(spots.flatMap((spot) => partsOf(spot).map(({ node }) => sameness(node)))),
    );
    this.#removed = this.#removed.flatMap((spot) => broken(spot, come!));
    this.#added = this.#added.flatMap((spot) => broken(spot, gone!));
    this.#pairMoved();
    const added = this.#added.map(({ node, path }) => ({ kind: 'added' as const, to: path, after: node }));
    const removed = this.#removed.map(({ node, path }) => ({
      kind: 'removed' as const,
      from: path,
      before: node,
    }));
    return [...[...this.#changed, ...added].sort((a, b) => inOrder(a.to, b.to)), ...removed];
  }

  #pairMoved(): void {
    [this.#removed, this.#added] = paired(this.#removed, this.#added, sameness, (a, b) =>
      this.#note('moved', a, b),
    );
  }

  #note(kind: 'changed' | 'moved', a: Spot, b: Spot): void {
    this.#changed.push({ kind, from: a.path, to: b.path, before: a.node, after: b.node });
  }
}

/** Takes off both sides, first come first served, what has the same key; null is nobody's key. */
function paired(
  left: readonly Spot[],
  right: readonly Spot[],
  key: (node: DraftNode) => string | null,
  use: (a: Spot, b: Spot) => void,
): [Spot[], Spot[]] {
  const waiting = new Map<string, Spot[]>();
  for (const spot of right) {
    const name = key(spot.node);
    if (name !== null) waiting.set(name, [...(waiting.get(name) ?? []), spot]);
  }
  const taken = new Set<Spot>();
  const rest = left.filter((spot) => {
    const name = key(spot.node);
    const other = name === null ? undefined : waiting.get(name)?.shift();
    if (other === undefined) return true;
    taken.add(other);
    use(spot, other);
    return false;
  });
  return [rest, right.filter((spot) => !taken.has(spot))];
}

/** Groups of two sides that have the most in common, each at most once; those with nothing in common are none. */
function closest(left: readonly Spot[], right: readonly Spot[]): [Spot, Spot][] {
  const scored = left.flatMap((a) => right.map((b) => ({ a, b, score: likeness(a, b) })));
  const found: [Spot, Spot][] = [];
  const used = new Set<Spot>();
  for (const { a, b, score } of scored.sort((x, y) => y.score - x.score)) {
    if (score === 0 || used.has(a) || used.has(b)) continue;
    used.add(a).add(b);
    found.push([a, b]);
  }
  return found;
}

function likeness(a: Spot, b: Spot): number {
  const common = (key: (node: DraftNode) => string | null): number => {
    let count = 0;
    paired(partsOf(a), partsOf(b), key, () => count++);
    return count;
  };
  return 2 * common(sameness) + common(subject);
}

/** The single conditions in a group, at any depth; of a condition itself. */
function partsOf({ node, path }: Spot): Spot[] {
  return isGroup(node) ? spotsOf(node, path).flatMap(partsOf) : [{ node, path }];
}

function broken(spot: Spot, elsewhere: ReadonlySet<string>): Spot[] {
  const parts = partsOf(spot);
  return parts.some(({ node }) => elsewhere.has(sameness(node))) ? parts : [spot];
}

const names = new WeakMap<DraftNode, string>();

/** Equal for conditions that say the same: whatever the order of keys, of the conditions in a group, of the values in a list. */
function sameness(node: DraftNode): string {
  let name = names.get(node);
  if (name === undefined) names.set(node, (name = JSON.stringify(canonical(node))));
  return name;
}

function canonical(value: unknown, key = '', op?: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item));
    const isSet = key === 'of' || (key === 'value' && op !== 'between' && op !== 'anniversary');
    return isSet ? items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const own = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(own).filter((name) => own[name] !== undefined);
  return keys.sort().map((name) => [name, canonical(own[name], name, own['op'])]);
}

/** What a condition is about; null of a group. */
function subject(node: DraftNode): string | null {
  switch (node.kind) {
    case 'field':
      return `field ${node.field}`;
    case 'records':
      return `records ${node.record} ${node.agg} ${node.path ?? ''}`;
    case 'reachable':
      return `reachable ${node.channel} ${node.purpose}`;
    case 'segment':
      return `segment ${node.id}`;
    case 'search':
    case 'everyone':
      return node.kind;
    case 'all':
    case 'any':
    case 'none':
      return null;
  }
}

function inOrder(a: NodePath, b: NodePath): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    if (a[i] !== b[i])
      return typeof a[i] === 'number' && typeof b[i] === 'number' ? Number(a[i]) - Number(b[i]) : 0;
  }
  return a.length - b.length;
}

/** Whether two versions of a document differ in nothing but the order of what they hold. */
export function isSameSegment(a: Draft, b: Draft): boolean {
  return placesOf(a).length === placesOf(b).length && sameness(a.where) === sameness(b.where);
}
