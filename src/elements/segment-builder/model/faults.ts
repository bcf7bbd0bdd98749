import type { Issue } from '../../../contract/index.js';
import { isWithin, placesOf, type Draft, type NodePath } from '../../../segments/places.js';

/** A place as a key. */
export function keyOf(path: NodePath): string {
  return path.join('.');
}

const NONE: readonly Issue[] = [];

/** Faults of a document, each at the condition that it is about. */
export class Faults {
  readonly all: readonly Issue[];
  readonly #byPlace = new Map<string, Issue[]>();

  constructor(document: Draft | null, issues: readonly Issue[]) {
    this.all = issues;
    if (!document || issues.length === 0) return;
    const places = placesOf(document);
    for (const issue of issues) {
      let deepest = places[0];
      for (const place of places)
        if (isWithin(issue.path, place.path) && place.path.length >= (deepest?.path.length ?? 0))
          deepest = place;
      const key = keyOf(deepest?.path ?? []);
      this.#byPlace.set(key, [...(this.#byPlace.get(key) ?? []), issue]);
    }
  }

  /** Those of the condition itself, without those of conditions within it. */
  at(path: NodePath): readonly Issue[] {
    return this.#byPlace.get(keyOf(path)) ?? NONE;
  }

  /** Whether the condition and all within it are right. */
  isSound(path: NodePath): boolean {
    return !this.all.some((issue) => isWithin(issue.path, path));
  }
}
