import type { ExplainedNode, SegmentPath } from '../contract/index.js';

/** What a condition may be wanted to be. A client who is unknown to a segment is not in it, so "not true" is more than "false". */
type Wanted = 'true' | 'false' | 'notTrue' | 'notFalse';

/** The opposite side of a negation. */
const TURNED = { true: 'false', false: 'true', notTrue: 'notFalse', notFalse: 'notTrue' } as const;

/** How a node's parts make it: as `all`, `any` or `none` do; null: it is one condition. `fixed`: nothing can change it. */
export type Shape = 'all' | 'any' | 'none' | 'fixed' | null;

interface Change {
  cost: number;
  paths: readonly SegmentPath[];
}

const NOTHING: Change = { cost: 0, paths: [] };
const IMPOSSIBLE: Change = { cost: Infinity, paths: [] };

/**
 * The fewest conditions whose change would take the client into the segment or out of it; empty where nothing can.
 *
 * From the leaves up, each node's cheapest change to each thing that it may be wanted to be: an `all` becomes true by all of its parts and
 * false by one of them, an `any` the other way round, a `none` by what makes its parts the opposite. A condition costs one, or nothing when it is so
 * already. So every node is looked at once for each wish, and since no two conditions share a place the sum is the least there is. Conditions count as
 * independent of each other, though two of them may look at one field. Of equal ways the one whose conditions stand first is taken.
 */
export function fewestFlips(root: ExplainedNode, shapeOf: (node: ExplainedNode) => Shape): SegmentPath[] {
  const { cost, paths } = cheapest(root, root.held === true ? 'notTrue' : 'true', shapeOf);
  return Number.isFinite(cost) ? [...paths] : [];
}

function cheapest(node: ExplainedNode, wanted: Wanted, shapeOf: (node: ExplainedNode) => Shape): Change {
  if (isSo(node.held, wanted)) return NOTHING;
  const shape = shapeOf(node);
  if (shape === 'fixed') return IMPOSSIBLE;
  if (shape === null || node.of === undefined) return { cost: 1, paths: [node.path] };
  const inner = shape === 'none' ? TURNED[wanted] : wanted;
  const changes = node.of.map((part) => cheapest(part, inner, shapeOf));
  // `all` is made true, or not false, by all of its parts; `any`, and what is under `none`, false, or not true.
  const needsEach = (inner === 'true' || inner === 'notFalse') === (shape === 'all');
  return needsEach
    ? changes.reduce(
        (sum, one) => ({ cost: sum.cost + one.cost, paths: [...sum.paths, ...one.paths] }),
        NOTHING,
      )
    : changes.reduce((best, one) => (one.cost < best.cost ? one : best), IMPOSSIBLE);
}

function isSo(held: boolean | null, wanted: Wanted): boolean {
  switch (wanted) {
    case 'true':
      return held === true;
    case 'false':
      return held === false;
    case 'notTrue':
      return held !== true;
    case 'notFalse':
      return held !== false;
  }
}
