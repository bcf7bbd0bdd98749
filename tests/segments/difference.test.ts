import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Node } from '../../src/contract/index.js';
import {
  difference,
  insertNode,
  isGroup,
  isSameSegment,
  moveNode,
  nodeAt,
  placesOf,
  removeNode,
  replaceNode,
  type Draft,
  type DraftNode,
  type SegmentChange,
} from '../../src/segments/index.js';
import { anyNode } from './documents.js';

const visits = (least: number): Node => ({ kind: 'field', field: 'visits', op: 'gte', value: least });
const city = (name: string): Node => ({ kind: 'field', field: 'city', op: 'is', value: name });
const age = (years: number): Node => ({ kind: 'field', field: 'age', op: 'gte', value: years });
const document = (where: DraftNode): Draft => ({ v: 1, where });
const anyDocument = anyNode.map(document);
/** Is in no random document. */
const NEW: Node = { kind: 'field', field: 'custom.weight', op: 'is', value: 777 };

/** As `changed where.of.0 -> where.of.1`. */
function told(changes: readonly SegmentChange[]): string[] {
  return changes.map((change) => {
    const from = 'from' in change ? change.from.join('.') : '';
    const to = 'to' in change ? change.to.join('.') : '';
    return `${change.kind} ${[from, to].filter((path) => path !== '').join(' -> ')}`;
  });
}

function shuffled(node: DraftNode, random: () => number): DraftNode {
  if (!isGroup(node)) return { ...node };
  const of = node.of.map((child) => shuffled(child, random));
  return { kind: node.kind, of: of.sort(() => random() - 0.5) };
}

describe('the difference between two versions', () => {
  it('is nothing between a document and itself in another order, and something between any two others', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, fc.integer(), (a, b, seed) => {
        let state = seed;
        const random = (): number => ((state = (state * 1103515245 + 12345) & 0x7fffffff) % 1000) / 1000;
        assert.deepEqual(difference(a, document(shuffled(a.where, random))), []);
        assert.ok(isSameSegment(a, document(shuffled(a.where, random))));
        const lone = (draft: Draft): boolean =>
          placesOf(draft).some(({ node }) => isGroup(node) && node.of.length === 1);
        if (!lone(a) && !lone(b)) assert.equal(difference(a, b).length === 0, isSameSegment(a, b));
      }),
      { numRuns: 400, seed: 81 },
    );
  });

  it('names places that are there, and what stands in them', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (a, b) => {
        for (const change of difference(a, b)) {
          if (change.kind !== 'added') assert.equal(nodeAt(a, change.from), change.before);
          if (change.kind !== 'removed') assert.equal(nodeAt(b, change.to), change.after);
        }
        const back = difference(b, a);
        const count = (changes: readonly SegmentChange[], kind: string): number =>
          changes.filter((change) => change.kind === kind).length;
        assert.equal(count(back, 'added'), count(difference(a, b), 'removed'));
        assert.equal(count(back, 'removed'), count(difference(a, b), 'added'));
      }),
      { numRuns: 400, seed: 82 },
    );
  });

  it('tells of one condition that was added, removed or replaced just that', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), fc.nat(), (draft, pick, at) => {
        const groups = placesOf(draft).filter(({ node, record }) => isGroup(node) && record === null);
        if (groups.length === 0) return;
        const { path } = groups[pick % groups.length]!;
        const added = insertNode(draft, path, NEW, at % 4);
        if (!added.ok) return;
        assert.deepEqual(difference(draft, added.document), [{ kind: 'added', to: added.path, after: NEW }]);
        assert.deepEqual(difference(added.document, draft), [
          { kind: 'removed', from: added.path, before: NEW },
        ]);
        const other: Node = { ...NEW, value: 778 } as Node;
        const replaced = replaceNode(added.document, added.path, other);
        assert.ok(replaced.ok);
        assert.deepEqual(difference(added.document, replaced.document), [
          { kind: 'changed', from: added.path, to: added.path, before: NEW, after: other },
        ]);
      }),
      { numRuns: 300, seed: 83 },
    );
  });

  it('knows a condition again in another group', () => {
    const draft = document({
      kind: 'all',
      of: [visits(3), NEW, { kind: 'any', of: [city('Sofia'), age(30)] }],
    });
    const moved = moveNode(draft, ['where', 'of', 1], ['where', 'of', 2], 0);
    assert.ok(moved.ok);
    assert.deepEqual(told(difference(draft, moved.document)), ['moved where.of.1 -> where.of.1.of.0']);
    assert.deepEqual(told(difference(moved.document, draft)), ['moved where.of.1.of.0 -> where.of.1']);
  });

  it('tells of a group as a whole, or of its conditions where some of them live on', () => {
    const group: Node = { kind: 'any', of: [city('Sofia'), age(30)] };
    const before = document({ kind: 'all', of: [visits(3), group] });
    assert.deepEqual(told(difference(before, document({ kind: 'all', of: [visits(3)] }))), [
      'removed where.of.1',
    ]);
    const dissolved = document({ kind: 'all', of: [visits(3), age(30)] });
    assert.deepEqual(told(difference(before, dissolved)), [
      'moved where.of.1.of.1 -> where.of.1',
      'removed where.of.1.of.0',
    ]);
    const grouped = document({ kind: 'all', of: [group, { kind: 'none', of: [visits(3)] }] });
    assert.deepEqual(told(difference(before, grouped)), ['moved where.of.0 -> where.of.1.of.0']);
  });

  it('tells of a group of another kind, and follows its conditions', () => {
    const before = document({ kind: 'all', of: [visits(3), { kind: 'any', of: [city('Sofia'), age(30)] }] });
    const after = document({ kind: 'all', of: [{ kind: 'none', of: [age(40), city('Sofia')] }, visits(3)] });
    assert.deepEqual(told(difference(before, after)), [
      'changed where.of.1 -> where.of.0',
      'changed where.of.1.of.1 -> where.of.0.of.0',
    ]);
  });

  it('takes a single condition for the only one of a group', () => {
    const two = document({ kind: 'all', of: [visits(3), city('Sofia')] });
    assert.deepEqual(told(difference(document(visits(3)), two)), ['added where.of.1']);
    assert.deepEqual(told(difference(two, document(visits(4)))), [
      'changed where.of.0 -> where',
      'removed where.of.1',
    ]);
    const removed = removeNode(two, ['where', 'of', 0]);
    assert.ok(removed.ok);
    assert.deepEqual(told(difference(removed.document, document(city('Sofia')))), []);
  });
});
