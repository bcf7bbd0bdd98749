import type { DraftNode } from '../../../segments/places.js';
import type { Draft as Typed } from '../../conditions/drafts.js';

/*
 * What was typed into a condition that is none yet: half a number, an empty choice. Conditions are never changed in place, so what was typed
 * belongs to the condition itself: it comes back with undo, and goes along when the condition is moved.
 */
const typed = new WeakMap<DraftNode, Typed>();

export function typedOf(node: DraftNode): Typed | null {
  return typed.get(node) ?? null;
}

export function keepTyped<N extends DraftNode>(node: N, draft: Typed): N {
  typed.set(node, draft);
  return node;
}
