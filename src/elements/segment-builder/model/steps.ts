import { isGroup, nodeAt, parentOf, type Draft, type NodePath } from '../../../segments/places.js';

export type Direction = 'up' | 'down' | 'out' | 'in';

/** Where a condition goes: into a group, before what stands there at `index` now. */
export interface Landing {
  readonly to: NodePath;
  readonly index: number;
}

/**
 * Where a step in a direction leads: up and down past one neighbour, past the end out of the group; out behind the group; in to the end of a
 * group beside it, the one before first. Null: nowhere.
 */
export function landingOf(document: Draft, path: NodePath, direction: Direction): Landing | null {
  const parent = parentOf(path);
  const group = parent && nodeAt(document, parent);
  const index = path.at(-1);
  if (!parent || !group || !isGroup(group) || typeof index !== 'number') return null;
  switch (direction) {
    case 'up':
      return index > 0 ? { to: parent, index: index - 1 } : outside(document, parent, 0);
    case 'down':
      return index < group.of.length - 1 ? { to: parent, index: index + 2 } : outside(document, parent, 1);
    case 'out':
      return outside(document, parent, 1);
    case 'in': {
      const before = group.of[index - 1];
      if (before && isGroup(before)) return { to: [...parent, 'of', index - 1], index: before.of.length };
      const after = group.of[index + 1];
      return after && isGroup(after) ? { to: [...parent, 'of', index + 1], index: 0 } : null;
    }
  }
}

/** Beside a group, in the group about it. */
function outside(document: Draft, path: NodePath, by: 0 | 1): Landing | null {
  const outer = parentOf(path);
  const around = outer && nodeAt(document, outer);
  const index = path.at(-1);
  if (!outer || !around || !isGroup(around) || typeof index !== 'number') return null;
  return { to: outer, index: index + by };
}
