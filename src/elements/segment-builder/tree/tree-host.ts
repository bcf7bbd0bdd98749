import type { LitElement } from 'lit';
import type { NodePath } from '../../../segments/places.js';
import type { BuilderContext } from '../context.js';

/** The tree as its controllers know it. */
export type TreeHost = LitElement & { context: BuilderContext };

/** The place that a key of `keyOf` stands for. */
export function pathOf(key: string): NodePath {
  return key.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
