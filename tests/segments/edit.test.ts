import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Node, SegmentDocument } from '../../src/contract/index.js';
import {
  duplicateNode,
  evaluate,
  insertNode,
  isGroup,
  isWithin,
  moveNode,
  negateNode,
  negated,
  nodeAt,
  normalise,
  parentOf,
  placeAt,
  placesOf,
  readSegment,
  removeNode,
  replaceNode,
  resolveSegment,
  ROOT,
  setGroupKind,
  sourceOf,
  unknownBits,
  unwrapNode,
  wrapNode,
  type Draft,
  type DraftGroup,
  type DraftNode,
  type Edited,
  type NodePath,
} from '../../src/segments/index.js';
import { catalogue, makeBase, settings, TODAY } from './base.js';
import { anyNode } from './documents.js';

const { clients, bookings } = makeBase(137, 11);
const source = sourceOf(clients, {
  catalogue,
  settings,
  records: (client, kind) => (kind === 'bookings' ? bookings.get(client.id)! : null),
});
const options = { catalogue, settings, today: TODAY };

const visits = (least: number): Node => ({ kind: 'field', field: 'visits', op: 'gte', value: least });
const document = (where: Node): SegmentDocument => ({ v: 1, where });

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

function ok(edited: Edited): { document: Draft; path: NodePath } {
  assert.ok(edited.ok, edited.ok ? '' : edited.reason);
  return edited;
}

const anyDocument = anyNode.map((where): Draft => frozen({ v: 1 as const, where: structuredClone(where) }));
/** A document and one of its places. */
const anyPlace = fc
  .tuple(anyDocument, fc.nat())
  .map(([draft, at]) => ({ draft, place: placesOf(draft)[at % placesOf(draft).length]! }));

/** All conditions that are no groups, as texts, in alphabetical order. */
const conditions = (draft: Draft): string[] =>
  placesOf(draft)
    .filter(({ node }) => !isGroup(node) && node.kind !== 'records')
    .map(({ node }) => JSON.stringify(node))
    .sort();

const select = (draft: Draft): Uint32Array => evaluate(readSegment(draft, options), source).bits;

describe('a change of a document', () => {
  it('leaves every earlier document as it was, so that going back restores it, and shares what it does not touch', () => {
    const step = fc.tuple(fc.nat({ max: 7 }), fc.nat(), fc.nat());
    fc.assert(
      fc.property(anyDocument, fc.array(step, { minLength: 1, maxLength: 12 }), (first, steps) => {
        const history: { draft: Draft; text: string }[] = [{ draft: first, text: JSON.stringify(first) }];
        for (const [which, a, b] of steps) {
          const { draft } = history.at(-1)!;
          const places = placesOf(draft);
          const { path } = places[a % places.length]!;
          const to = places[b % places.length]!.path;
          const edited = [
            () => insertNode(draft, path, visits(3), b % 3),
            () => removeNode(draft, path),
            () => duplicateNode(draft, path),
            () => moveNode(draft, path, to, b % 4),
            () => wrapNode(draft, path, 'none'),
            () => unwrapNode(draft, path),
            () => negateNode(draft, path),
            () => replaceNode(draft, path, visits(b % 9)),
          ][which]!();
          if (!edited.ok) continue;
          frozen(edited.document);
          assert.notEqual(nodeAt(edited.document, edited.path), null, 'the way on leads somewhere');
          history.push({ draft: edited.document, text: JSON.stringify(edited.document) });
        }
        for (const { draft, text } of history) assert.equal(JSON.stringify(draft), text);
      }),
      { numRuns: 400, seed: 41 },
    );
  });

  it('shares all conditions beside the one that is replaced', () => {
    fc.assert(
      fc.property(anyPlace, ({ draft, place: { path } }) => {
        const next = ok(replaceNode(draft, path, visits(7)));
        for (const { node, path: other } of placesOf(draft)) {
          if (isWithin(path, other) || isWithin(other, path)) continue;
          assert.equal(nodeAt(next.document, other), node);
        }
      }),
      { numRuns: 300, seed: 42 },
    );
  });

  it('is undone by its opposite: insert and remove, wrap and unwrap, duplicate and remove, move there and back', () => {
    fc.assert(
      fc.property(anyPlace, fc.nat(), (at, pick) => {
        const { draft, place } = at;
        const same = (edited: { document: Draft }): void =>
          assert.deepEqual(normalise(edited.document).document, normalise(draft).document);
        const wrapped = wrapNode(draft, place.path, 'any');
        if (wrapped.ok) {
          const back = unwrapNode(wrapped.document, wrapped.path);
          assert.deepEqual(ok(back).document, draft);
        }
        const twin = duplicateNode(draft, place.path);
        if (twin.ok) same(ok(removeNode(twin.document, twin.path)));
        if (isGroup(place.node)) {
          const added = insertNode(draft, place.path, visits(1), pick % (place.node.of.length + 1));
          if (added.ok) {
            assert.deepEqual(nodeAt(added.document, added.path), visits(1));
            assert.deepEqual(ok(removeNode(added.document, added.path)).document, draft);
          }
        }
        const outer = parentOf(place.path);
        const groups = placesOf(draft).filter(({ node }) => isGroup(node));
        if (outer !== null && groups.length > 0 && isGroup(nodeAt(draft, outer)!)) {
          const to = groups[pick % groups.length]!;
          const moved = moveNode(draft, place.path, to.path, pick % 4);
          if (!moved.ok) return;
          assert.equal(nodeAt(moved.document, moved.path), place.node, 'it is the very same condition');
          assert.deepEqual(conditions(moved.document), conditions(draft), 'and nothing else came or went');
        }
      }),
      { numRuns: 600, seed: 43 },
    );
  });

  it('moves within a group to where the finger points, counted as the person sees it', () => {
    const three = document({ kind: 'all', of: [visits(1), visits(2), visits(3)] });
    const order = (to: number): unknown[] => {
      const moved = ok(moveNode(three, ['where', 'of', 0], ROOT, to));
      assert.deepEqual(nodeAt(moved.document, moved.path), visits(1));
      return (moved.document.where as DraftGroup).of.map((node) => Reflect.get(node, 'value'));
    };
    assert.deepEqual([0, 1, 2, 3].map(order), [
      [1, 2, 3],
      [1, 2, 3],
      [2, 1, 3],
      [2, 3, 1],
    ]);
  });

  it('moves into a group, out of it, and past places that the move itself shifts', () => {
    const inner: Node = { kind: 'any', of: [visits(2), visits(3)] };
    const draft = document({ kind: 'all', of: [visits(1), inner] });
    const into = ok(moveNode(draft, ['where', 'of', 0], ['where', 'of', 1], 1));
    assert.deepEqual(into.document, {
      v: 1,
      where: { kind: 'all', of: [{ kind: 'any', of: [visits(2), visits(1), visits(3)] }] },
    });
    assert.deepEqual(into.path, ['where', 'of', 0, 'of', 1]);
    const out = ok(moveNode(into.document, into.path, ROOT, 0));
    assert.deepEqual(out.document, draft);
  });

  it('puts a condition beside a single one, in place of everyone, and into the empty conditions about records', () => {
    assert.deepEqual(ok(insertNode(document(visits(1)), ROOT, visits(2))).document, {
      v: 1,
      where: { kind: 'all', of: [visits(1), visits(2)] },
    });
    assert.deepEqual(
      ok(insertNode(document({ kind: 'everyone' }), ROOT, visits(2))).document.where,
      visits(2),
    );
    const count: Node = { kind: 'records', record: 'bookings', agg: 'count', op: 'gte', value: 2 };
    const online: Node = { kind: 'field', field: 'online', op: 'is', value: true };
    const filled = ok(insertNode(document(count), ['where', 'where'], online));
    assert.deepEqual(filled, {
      ok: true,
      document: document({ ...count, where: online }),
      path: ['where', 'where'],
    });
    assert.deepEqual(ok(removeNode(filled.document, filled.path)).document, document(count));
  });

  it('goes on at the neighbour of what was removed, else at the group', () => {
    const draft = document({ kind: 'all', of: [visits(1), visits(2)] });
    const first = ok(removeNode(draft, ['where', 'of', 0]));
    assert.deepEqual(first.path, ['where', 'of', 0]);
    assert.deepEqual(ok(removeNode(draft, ['where', 'of', 1])).path, ['where', 'of', 0]);
    assert.deepEqual(ok(removeNode(first.document, first.path)), {
      ok: true,
      document: { v: 1, where: { kind: 'all', of: [] } },
      path: ROOT,
    });
  });

  it('turns true into false and back and leaves what is unknown', () => {
    fc.assert(
      fc.property(anyPlace, ({ draft, place: { path, record } }) => {
        if (record !== null) return;
        const turned = negateNode(draft, path);
        if (!turned.ok) return;
        const part = (at: Draft): Draft => ({ v: 1, where: nodeAt(at, path)! });
        const [before, after] = [
          readSegment(part(draft), options),
          readSegment(part(turned.document), options),
        ];
        assert.deepEqual(evaluate(after, source).bits, evaluate(negated(before), source).bits);
        assert.deepEqual(unknownBits(after, source), unknownBits(before, source));
        assert.deepEqual(
          evaluate(readSegment(part(ok(negateNode(turned.document, path)).document), options), source).bits,
          evaluate(before, source).bits,
        );
      }),
      { numRuns: 600, seed: 44 },
    );
  });

  it('frees the conditions of a "none" so that their sense is kept', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, anyDocument, (a, b, c) => {
        const none: DraftNode = { kind: 'none', of: [a.where, b.where] };
        const draft: Draft = { v: 1, where: { kind: 'all', of: [c.where, none] } };
        const freed = ok(unwrapNode(draft, ['where', 'of', 1]));
        assert.deepEqual(select(freed.document), select(draft));
      }),
      { numRuns: 200, seed: 45 },
    );
  });

  it('says why it cannot be made', () => {
    const reason = (edited: Edited): string => (edited.ok ? 'made' : edited.reason);
    const count: Node = {
      kind: 'records',
      record: 'bookings',
      agg: 'count',
      op: 'gte',
      value: 2,
      where: { kind: 'all', of: [{ kind: 'field', field: 'online', op: 'is', value: true }] },
    };
    const draft = document({
      kind: 'all',
      of: [visits(1), count, { kind: 'any', of: [visits(2), visits(3)] }],
    });
    const at = (...steps: (string | number)[]): NodePath => ['where', ...steps];
    for (const path of [
      [],
      ['else'],
      at('of'),
      at('of', 9),
      at('of', 0, 'of', 0),
      at('where'),
      at('of', -1),
    ]) {
      assert.equal(reason(removeNode(draft, path)), 'no_such_place');
      assert.equal(reason(insertNode(draft, path, visits(1))), 'no_such_place');
      assert.equal(placeAt(draft, path), null);
    }
    assert.equal(reason(moveNode(draft, at('of', 2), at('of', 2, 'of', 0))), 'into_itself');
    assert.equal(reason(moveNode(draft, at('of', 0), at('of', 1, 'where'))), 'other_scope');
    assert.equal(reason(moveNode(draft, at('of', 1, 'where', 'of', 0), ROOT)), 'other_scope');
    assert.equal(reason(setGroupKind(draft, at('of', 0), 'any')), 'not_a_group');
    assert.equal(reason(unwrapNode(draft, ROOT)), 'several');
    let deep: Draft = document(visits(1));
    for (let depth = 2; depth <= 20; depth++) deep = ok(wrapNode(deep, ROOT)).document;
    assert.equal(reason(wrapNode(deep, ROOT)), 'too_deep');
    const many = Array.from({ length: 500 }, (_, i) => visits(i)) as [Node, ...Node[]];
    assert.equal(
      reason(duplicateNode(document({ kind: 'all', of: many }), at('of', 3))),
      'too_many_conditions',
    );
  });
});

describe('normalise', () => {
  it('selects the same clients, changes nothing the second time, and gives back what is tidy already', () => {
    fc.assert(
      fc.property(anyDocument, (draft) => {
        const once = normalise(draft);
        assert.notEqual(once.document, null);
        const tree = (at: Draft) => resolveSegment(at as SegmentDocument, options);
        assert.deepEqual(evaluate(tree(once.document!), source), evaluate(tree(draft), source));
        assert.deepEqual(unknownBits(tree(once.document!), source), unknownBits(tree(draft), source));
        if (once.tidied.length === 0) assert.equal(once.document, draft);
        const twice = normalise(once.document!);
        assert.deepEqual(twice, { document: once.document, tidied: [] });
      }),
      { numRuns: 400, seed: 46 },
    );
  });

  it('tells of each empty group, and makes no document of nothing', () => {
    const empty: DraftNode = { kind: 'any', of: [] };
    assert.deepEqual(normalise({ v: 1, where: { kind: 'all', of: [empty] } }), {
      document: null,
      tidied: [
        { path: ['where', 'of', 0], code: 'empty_group' },
        { path: ['where'], code: 'empty_group' },
      ],
    });
    const count = { kind: 'records', record: 'bookings', agg: 'count', op: 'gte', value: 2 } as const;
    assert.deepEqual(
      normalise({ v: 1, where: { kind: 'all', of: [visits(1), empty, { ...count, where: empty }] } }),
      {
        document: document({ kind: 'all', of: [visits(1), count] }),
        tidied: [
          { path: ['where', 'of', 1], code: 'empty_group' },
          { path: ['where', 'of', 2, 'where'], code: 'empty_group' },
        ],
      },
    );
  });

  it('lets a group of one go, and says "none of any" as "none"', () => {
    const two: DraftNode = { kind: 'any', of: [visits(1), visits(2)] };
    assert.deepEqual(normalise({ v: 1, where: { kind: 'all', of: [{ kind: 'all', of: [two] }] } }).document, {
      v: 1,
      where: two,
    });
    assert.deepEqual(normalise({ v: 1, where: { kind: 'none', of: [two] } }).document, {
      v: 1,
      where: { kind: 'none', of: [visits(1), visits(2)] },
    });
  });
});
