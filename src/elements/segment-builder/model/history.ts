import type { Draft, NodePath } from '../../../segments/places.js';

/** A document as it stood, and the place that the change before it was about. */
export interface Moment {
  readonly document: Draft;
  readonly path: NodePath;
}

/** More steps back than this are forgotten. */
const MOST = 500;

/** What was built, step by step. Documents share what a change did not touch, so that keeping them costs next to nothing. */
export class History {
  now: Moment;
  #past: Moment[] = [];
  #future: Moment[] = [];
  #key: string | null = null;

  constructor(now: Moment) {
    this.now = now;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** A step on. With the key of the step before it is part of that one: letters of one word are taken back together. */
  push(next: Moment, key: string | null = null): void {
    if (next.document === this.now.document) return;
    const isSameStep = key !== null && key === this.#key;
    if (!isSameStep) this.#past.push(this.now);
    if (this.#past.length > MOST) this.#past.shift();
    this.#future = [];
    this.#key = key;
    this.now = next;
  }

  /** One step back; the place is that of the change that was taken back. Null: there is none. */
  undo(): Moment | null {
    const before = this.#past.pop();
    if (!before) return null;
    const { path } = this.now;
    this.#future.push(this.now);
    this.now = before;
    this.#key = null;
    return { document: before.document, path };
  }

  redo(): Moment | null {
    const after = this.#future.pop();
    if (!after) return null;
    this.#past.push(this.now);
    this.now = after;
    this.#key = null;
    return after;
  }
}
