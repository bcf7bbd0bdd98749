import type { SegmentDocument } from '../../../contract/index.js';
import { isGroup, type Draft, type DraftNode } from '../../../segments/places.js';

/** Nested deeper than this, a document is refused as a whole instead of being drawn. */
const DEEPEST = 60;

const CHILDREN = new Set(['all', 'any', 'none']);

/**
 * Any document as a draft: with a group at its root, so that there is always one to add to. Null: it is of no shape that could be drawn
 * (a newer version, or not ours), and is to be kept as it is.
 */
export function draftOf(document: SegmentDocument): Draft | null {
  const found: unknown = document;
  if (typeof found !== 'object' || found === null) return null;
  if (Reflect.get(found, 'v') !== 1 || !isDrawable(Reflect.get(found, 'where'))) return null;
  const { where } = document;
  if (where.kind === 'everyone') return { v: 1, where: { kind: 'all', of: [] } };
  return isGroup(where) ? { v: 1, where } : { v: 1, where: { kind: 'all', of: [where] } };
}

function isDrawable(root: unknown): root is DraftNode {
  const open: [node: unknown, depth: number][] = [[root, 1]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [node, depth] = next;
    if (typeof node !== 'object' || node === null || depth > DEEPEST) return false;
    const kind: unknown = Reflect.get(node, 'kind');
    if (typeof kind !== 'string') return false;
    if (CHILDREN.has(kind)) {
      const of: unknown = Reflect.get(node, 'of');
      if (!Array.isArray(of)) return false;
      for (const child of of) open.push([child, depth + 1]);
    } else if (kind === 'records' && Reflect.get(node, 'where') !== undefined) {
      open.push([Reflect.get(node, 'where'), depth + 1]);
    }
  }
  return true;
}
