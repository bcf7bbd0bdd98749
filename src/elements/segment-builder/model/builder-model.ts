import type { Segment, SegmentDocument } from '../../../contract/index.js';
import { EVERYONE } from '../../../contract/plain/segment.js';
import type { Session } from '../../../sdk/types.js';
import { checkSegment } from '../../../segments/check.js';
import {
  duplicateNode,
  insertNode,
  moveNode,
  negateNode,
  removeNode,
  replaceNode,
  setGroupKind,
  unwrapNode,
  wrapNode,
  type Edited,
  type Refusal,
} from '../../../segments/edit.js';
import { normalise } from '../../../segments/normalise.js';
import {
  isGroup,
  nodeAt,
  parentOf,
  ROOT,
  type Draft,
  type DraftGroup,
  type DraftNode,
  type NodePath,
} from '../../../segments/places.js';
import { checkOptions } from '../../conditions/ready.js';
import { Faults } from './faults.js';
import { History, type Moment } from './history.js';
import { draftOf } from './reading.js';
import { landingOf, type Direction } from './steps.js';
import { typedOf } from './typed.js';

/** Typing that pauses for so long goes on in a step of its own. */
const PAUSE_MS = 1200;

/** Where the keyboard is to be once the tree is drawn again. */
export interface Wish {
  readonly path: NodePath;
  readonly part: 'grip' | 'control' | 'add';
}

const EMPTY: Draft = { v: 1, where: { kind: 'all', of: [] } };

/** What one builder holds: the document, the way it came about, its faults, and what is pointed at. Every change goes through here. */
export class BuilderModel {
  readonly session: Session;
  /** The kept segment that is edited, as it was loaded: its version is the one that a save replaces. */
  segment: Segment | null = null;
  /** What is built, as it would be saved: without empty groups and groups of one. With faults it is no segment yet. */
  document: SegmentDocument = EVERYONE;
  faults = new Faults(null, []);
  /** A document of no shape that could be drawn; it stays as it is until something else is set. */
  foreign: unknown = null;
  highlighted: NodePath | null = null;
  wish: Wish | null = null;
  /** Where the last change was made. */
  moved: NodePath | null = null;

  #history = new History({ document: EMPTY, path: ROOT });
  #listeners = new Set<() => void>();
  #lastKey = '';
  #lastAt = -Infinity;
  #burst = 0;
  /** What counts as unchanged: what was set, loaded or saved last. */
  #base = '';

  constructor(session: Session, document: SegmentDocument = EVERYONE) {
    this.session = session;
    this.set(document);
  }

  get draft(): Draft {
    return this.#history.now.document;
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  get isSound(): boolean {
    return this.foreign === null && this.faults.all.length === 0;
  }

  /** Nothing is asked: everyone is found. */
  get isEmpty(): boolean {
    const { where } = this.draft;
    return this.foreign === null && isGroup(where) && where.of.length === 0;
  }

  /** Something differs from what was set, loaded or saved last. */
  get isChanged(): boolean {
    return JSON.stringify(this.document) !== this.#base;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Begins anew with a document; what was there cannot be brought back. The same document again changes nothing. */
  set(document: SegmentDocument): void {
    if (this.#base !== '' && JSON.stringify(document) === JSON.stringify(this.document)) return;
    const draft = draftOf(document);
    this.foreign = draft ? null : document;
    this.#history = new History({ document: draft ?? EMPTY, path: ROOT });
    this.#look();
    this.settle();
  }

  /** Takes a document as one more step, which undo takes back: a ready segment, somebody else's version. */
  take(document: SegmentDocument): void {
    const draft = draftOf(document);
    if (!draft) return this.set(document);
    this.foreign = null;
    this.#go({ document: draft, path: ROOT }, null, { path: ROOT, part: 'grip' });
  }

  /** What is there now is the new starting point: it was saved. */
  settle(): void {
    this.#base = JSON.stringify(this.document);
    this.#tell();
  }

  /** Asks again what the user may ask, and whether segments that are pointed at still stand. */
  recheck(): void {
    this.#look();
    this.#tell();
  }

  undo(): boolean {
    return this.#back(this.#history.undo());
  }

  redo(): boolean {
    return this.#back(this.#history.redo());
  }

  /**
   * Puts a condition in another's place.
   * @param key names what is being typed into: what is typed without a pause is one step.
   */
  replace(path: NodePath, node: DraftNode, key: string | null = null): Refusal | null {
    return this.#change(replaceNode(this.draft, path, node), key);
  }

  insert(path: NodePath, node: DraftNode, part: Wish['part'] = 'control', index?: number): Refusal | null {
    return this.#change(insertNode(this.draft, path, node, index), null, part);
  }

  remove(path: NodePath): Refusal | null {
    const removed = removeNode(this.draft, path);
    const isBare = removed.ok && isGroup(nodeAt(removed.document, removed.path) ?? { kind: 'everyone' });
    const part = removed.ok && isBare && parentOf(path)?.length === removed.path.length ? 'add' : 'grip';
    return this.#change(removed, null, part);
  }

  duplicate(path: NodePath): Refusal | null {
    return this.#change(duplicateNode(this.draft, path), null, 'grip');
  }

  negate(path: NodePath): Refusal | null {
    const node = nodeAt(this.draft, path);
    // What is half typed would be lost in another condition: it is kept, and "none of" put about it.
    const edited = node && typedOf(node) ? wrapNode(this.draft, path, 'none') : negateNode(this.draft, path);
    return this.#change(edited, null, 'grip');
  }

  wrap(path: NodePath, kind: DraftGroup['kind']): Refusal | null {
    return this.#change(wrapNode(this.draft, path, kind), null, 'grip');
  }

  unwrap(path: NodePath): Refusal | null {
    return this.#change(unwrapNode(this.draft, path), null, 'grip');
  }

  setKind(path: NodePath, kind: DraftGroup['kind']): Refusal | null {
    return this.#change(setGroupKind(this.draft, path, kind));
  }

  move(from: NodePath, to: NodePath, index: number): Refusal | null {
    return this.#change(moveNode(this.draft, from, to, index), null, 'grip');
  }

  /** 'end': there is nothing further in that direction. */
  step(path: NodePath, direction: Direction): Refusal | 'end' | null {
    const landing = landingOf(this.draft, path, direction);
    return landing ? this.move(path, landing.to, landing.index) : 'end';
  }

  /** Everything is taken out; undo brings it back. */
  clear(): void {
    this.foreign = null;
    this.#go({ document: EMPTY, path: ROOT }, null, { path: ROOT, part: 'add' });
  }

  highlight(path: NodePath | null): void {
    if (path === this.highlighted) return;
    this.highlighted = path;
    this.#tell();
  }

  focus(path: NodePath, part: Wish['part']): void {
    this.wish = { path, part };
    this.#tell();
  }

  #back(moment: Moment | null): boolean {
    if (!moment) return false;
    let { path } = moment;
    while (!nodeAt(this.draft, path)) path = parentOf(path) ?? ROOT;
    this.wish = { path, part: 'grip' };
    this.#look();
    this.#tell();
    return true;
  }

  #change(edited: Edited, key: string | null = null, part: Wish['part'] | null = null): Refusal | null {
    if (!edited.ok) return edited.reason;
    const { path } = edited;
    const where = edited.document.where;
    // The root always is a group, so that there is one to add to.
    const isBare = !isGroup(where);
    const document: Draft = isBare ? { v: 1, where: { kind: 'all', of: [where] } } : edited.document;
    const place = isBare ? [...ROOT, 'of', 0, ...path.slice(1)] : path;
    this.#go({ document, path: place }, key, part && { path: place, part });
    return null;
  }

  #go(moment: Moment, key: string | null, wish: Wish | null): void {
    this.#history.push(moment, key && this.#keyNow(key));
    this.wish = wish ?? this.wish;
    this.moved = moment.path;
    this.highlighted = null;
    this.#look();
    this.#tell();
  }

  #keyNow(key: string): string {
    const now = performance.now();
    if (key !== this.#lastKey || now - this.#lastAt > PAUSE_MS) this.#burst++;
    this.#lastKey = key;
    this.#lastAt = now;
    return `${key}#${this.#burst}`;
  }

  #look(): void {
    const { session } = this;
    if (this.foreign !== null) {
      const checked = checkSegment(this.foreign, session.catalogue, checkOptions(session));
      this.document = this.foreign as SegmentDocument;
      this.faults = new Faults(null, checked.ok ? [] : checked.issues);
      return;
    }
    const { draft } = this;
    const tidy = normalise(draft);
    const isNothing = isGroup(draft.where) && draft.where.of.length === 0;
    this.document = isNothing ? EVERYONE : (tidy.document ?? (draft as SegmentDocument));
    if (isNothing) {
      this.faults = new Faults(draft, []);
      return;
    }
    const checked = checkSegment(draft, session.catalogue, {
      ...checkOptions(session),
      segments: (id) => this.#documentOf(id),
    });
    // An empty group beside conditions is left out, and said to be; only where nothing else is left it is a fault.
    const issues = checked.ok
      ? []
      : checked.issues.filter(({ code }) => code !== 'empty_group' || tidy.document === null);
    this.faults = new Faults(draft, issues);
  }

  #documentOf(id: string): SegmentDocument | null {
    if (id === this.segment?.id) return this.document;
    return this.session.description?.segments?.find((one) => one.id === id)?.document ?? null;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
