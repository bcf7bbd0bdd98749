import type { SegmentDocument } from '../contract/index.js';
import { isGroup, ROOT, withChildren, type Draft, type DraftNode, type NodePath } from './places.js';

/** What was tidied, and where it stood in the document that was given. */
export interface Tidied {
  path: NodePath;
  /**
   * `empty_group`: a group of nothing, left out; it says neither everyone nor nobody. `lone_group`: a group of one condition, which says the
   * same without it.
   */
  code: 'empty_group' | 'lone_group';
}

export interface Normalised {
  /** Null: nothing is left but empty groups, which must be told and never be taken for everyone. */
  document: SegmentDocument | null;
  tidied: Tidied[];
}

/**
 * The document without empty groups and without groups of one condition. Without an empty group in it, it selects the same clients as before, and
 * is the very same object when there was nothing to tidy.
 */
export function normalise(draft: Draft): Normalised {
  const tidied: Tidied[] = [];
  const where = tidy(draft.where, ROOT, tidied);
  if (where === null) return { document: null, tidied };
  return { document: (where === draft.where ? draft : { ...draft, where }) as SegmentDocument, tidied };
}

function tidy(node: DraftNode, path: NodePath, tidied: Tidied[]): DraftNode | null {
  if (!isGroup(node)) {
    if (node.kind !== 'records' || node.where === undefined) return node;
    const where = tidy(node.where, [...path, 'where'], tidied);
    if (where === node.where) return node;
    const { where: _, ...rest } = node;
    return where === null ? rest : { ...rest, where };
  }
  const of = node.of.map((child, i) => tidy(child, [...path, 'of', i], tidied));
  const kept = of.filter((child) => child !== null);
  if (kept.length === 0) {
    tidied.push({ path, code: 'empty_group' });
    return null;
  }
  const group = kept.length === node.of.length && kept.every((child, i) => child === node.of[i]);
  const same = group ? node : withChildren(node, kept);
  if (kept.length > 1) return same;
  const only = kept[0]!;
  if (node.kind !== 'none') {
    tidied.push({ path, code: 'lone_group' });
    return only;
  }
  // None of "any of these" is none of these.
  if (only.kind !== 'any') return same;
  tidied.push({ path: [...path, 'of', node.of.findIndex((_, i) => of[i] !== null)], code: 'lone_group' });
  return withChildren(node, only.of);
}
