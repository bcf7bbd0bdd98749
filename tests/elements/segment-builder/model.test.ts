import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { builtinRecords, type SegmentDocument } from '../../../src/contract/index.js';
import { completeCatalogue } from '../../../src/contract/plain/catalogue.js';
import { EMPTY_DRAFT } from '../../../src/elements/conditions/drafts.js';
import { BuilderModel } from '../../../src/elements/segment-builder/model/builder-model.js';
import { draftOf } from '../../../src/elements/segment-builder/model/reading.js';
import { landingOf } from '../../../src/elements/segment-builder/model/steps.js';
import { keepTyped, typedOf } from '../../../src/elements/segment-builder/model/typed.js';
import type { Session } from '../../../src/sdk/types.js';
import { checkSegment } from '../../../src/segments/index.js';
import { placesOf, type Draft, type DraftNode } from '../../../src/segments/places.js';
import { runs } from '../../support/runs.js';

const catalogue = completeCatalogue();
/** All that the model asks of a session. */
const session = { catalogue, description: null } as unknown as Session;

const visits = (value: number): DraftNode => ({ kind: 'field', field: 'visits', op: 'gte', value });
const leaf = fc.oneof(
  fc.nat(20).map(visits),
  fc.constant<DraftNode>({ kind: 'field', field: 'phones', op: 'exists' }),
  fc.constant<DraftNode>({
    kind: 'records',
    record: builtinRecords[0]!.id,
    agg: 'count',
    op: 'gte',
    value: 2,
    where: { kind: 'all', of: [{ kind: 'field', field: 'online', op: 'is', value: true }] },
  }),
  fc.constant<DraftNode>({ kind: 'any', of: [] }),
);

type Edit = (model: BuilderModel, pick: number) => unknown;
const at = (model: BuilderModel, pick: number) => {
  const places = placesOf(model.draft);
  return places[pick % places.length]!.path;
};
const kinds = ['all', 'any', 'none'] as const;
const edit = fc.oneof(
  leaf.map(
    (node): Edit =>
      (model, pick) =>
        model.insert(at(model, pick), node),
  ),
  leaf.map(
    (node): Edit =>
      (model, pick) =>
        model.replace(at(model, pick), node),
  ),
  fc.nat(20).map(
    (value): Edit =>
      (model, pick) =>
        model.replace(at(model, pick), visits(value), 'typing'),
  ),
  fc.constant<Edit>((model, pick) => model.remove(at(model, pick))),
  fc.constant<Edit>((model, pick) => model.duplicate(at(model, pick))),
  fc.constant<Edit>((model, pick) => model.negate(at(model, pick))),
  fc.constantFrom(...kinds).map(
    (kind): Edit =>
      (model, pick) =>
        model.wrap(at(model, pick), kind),
  ),
  fc.constantFrom(...kinds).map(
    (kind): Edit =>
      (model, pick) =>
        model.setKind(at(model, pick), kind),
  ),
  fc.constant<Edit>((model, pick) => model.unwrap(at(model, pick))),
  fc.constantFrom('up', 'down', 'in', 'out').map(
    (direction): Edit =>
      (model, pick) =>
        model.step(at(model, pick), direction),
  ),
  fc.constant<Edit>((model) => model.clear()),
);

describe('the model of the segment builder', () => {
  it('undoes any edits step by step to where it began, and redoes them to where it was', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(edit, fc.nat(1000)), { maxLength: 40 }), (edits) => {
        const model = new BuilderModel(session, {
          v: 1,
          where: { kind: 'all', of: [visits(1)] },
        } as SegmentDocument);
        const start = model.draft;
        const seen: Draft[] = [start];
        for (const [apply, pick] of edits) {
          apply(model, pick);
          if (model.draft !== seen.at(-1)) seen.push(model.draft);
        }
        const end = model.draft;
        let back = 0;
        while (model.undo()) {
          back++;
          assert.ok(seen.includes(model.draft), 'undo only ever shows what was there before');
        }
        assert.equal(model.draft, start);
        assert.ok(back <= seen.length - 1);
        for (let on = 0; on < back; on++) assert.ok(model.redo());
        assert.equal(model.redo(), false);
        assert.equal(model.draft, end);
      }),
      { numRuns: runs(200, 5000) },
    );
  });

  it('is sound exactly when its document passes the check, whatever was done to it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(edit, fc.nat(1000)), { maxLength: 30 }), (edits) => {
        const model = new BuilderModel(session);
        for (const [apply, pick] of edits) apply(model, pick);
        assert.equal(model.isSound, checkSegment(model.document, catalogue).ok);
      }),
      { numRuns: runs(200, 5000) },
    );
  });

  it('takes letters that are typed in one go back together', () => {
    const model = new BuilderModel(session, {
      v: 1,
      where: { kind: 'all', of: [visits(1)] },
    } as SegmentDocument);
    const path = ['where', 'of', 0];
    for (const value of [2, 23, 234]) model.replace(path, visits(value), 'where.of.0:from');
    model.replace(path, visits(5), 'where.of.0:to');
    model.undo();
    assert.deepEqual(model.document.where, visits(234));
    model.undo();
    assert.deepEqual(model.document.where, visits(1));
    assert.equal(model.canUndo, false);
  });

  it('leaves an empty group out and says so, but takes nothing but empty groups for nobody', () => {
    const model = new BuilderModel(session, {
      v: 1,
      where: { kind: 'all', of: [visits(1)] },
    } as SegmentDocument);
    model.insert(['where'], { kind: 'any', of: [] });
    assert.equal(model.isSound, true);
    assert.deepEqual(model.document.where, visits(1));
    model.remove(['where', 'of', 0]);
    assert.equal(model.isSound, false);
    assert.deepEqual(
      model.faults.all.map(({ code }) => code),
      ['empty_group'],
    );
    model.remove(['where', 'of', 0]);
    assert.equal(model.isEmpty, true);
    assert.equal(model.document.where.kind, 'everyone');
  });

  it('puts each fault at the deepest condition that it is about', () => {
    const where: DraftNode = { kind: 'field', field: 'nothing', op: 'exists' };
    const model = new BuilderModel(session, {
      v: 1,
      where: {
        kind: 'any',
        of: [visits(1), { kind: 'records', record: 'bookings', agg: 'count', op: 'gte', value: 1, where }],
      },
    } as SegmentDocument);
    assert.equal(model.faults.at(['where', 'of', 1, 'where'])[0]?.code, 'unknown_field');
    assert.deepEqual(model.faults.at(['where', 'of', 1]), []);
    assert.equal(model.faults.isSound(['where', 'of', 1]), false);
    assert.equal(model.faults.isSound(['where', 'of', 0]), true);
  });

  it('keeps what is half typed when it is turned round', () => {
    const model = new BuilderModel(session);
    const typed = { ...EMPTY_DRAFT, mode: 'gte', from: '4x' } as const;
    const node = keepTyped({ kind: 'field', field: 'visits', op: 'gte' } as DraftNode, typed);
    model.insert(['where'], node);
    model.negate(['where', 'of', 0]);
    const places = placesOf(model.draft);
    assert.ok(places.some((place) => typedOf(place.node) === typed));
  });

  it('steps past neighbours, out of groups and into them, and never out of the records that a condition is about', () => {
    const draft: Draft = {
      v: 1,
      where: {
        kind: 'all',
        of: [
          visits(1),
          { kind: 'any', of: [visits(2), visits(3)] },
          {
            kind: 'records',
            record: 'bookings',
            agg: 'count',
            op: 'gte',
            value: 1,
            where: { kind: 'all', of: [{ kind: 'field', field: 'online', op: 'is', value: true }] },
          },
        ],
      },
    };
    const root = ['where'];
    const inner = ['where', 'of', 1];
    assert.deepEqual(landingOf(draft, ['where', 'of', 0], 'down'), { to: root, index: 2 });
    assert.equal(landingOf(draft, ['where', 'of', 0], 'up'), null);
    assert.deepEqual(landingOf(draft, ['where', 'of', 0], 'in'), { to: inner, index: 0 });
    assert.deepEqual(landingOf(draft, ['where', 'of', 2], 'in'), { to: inner, index: 2 });
    assert.deepEqual(landingOf(draft, [...inner, 'of', 0], 'up'), { to: root, index: 1 });
    assert.deepEqual(landingOf(draft, [...inner, 'of', 1], 'down'), { to: root, index: 2 });
    assert.deepEqual(landingOf(draft, [...inner, 'of', 0], 'out'), { to: root, index: 2 });
    for (const direction of ['up', 'down', 'out', 'in'] as const)
      assert.equal(landingOf(draft, ['where', 'of', 2, 'where', 'of', 0], direction), null);
  });

  it('draws documents of any depth that a person could read, and leaves others alone', () => {
    const nested = (levels: number): SegmentDocument => {
      let where: DraftNode = visits(1);
      for (let level = 0; level < levels; level++) where = { kind: 'all', of: [where] };
      return { v: 1, where } as SegmentDocument;
    };
    assert.notEqual(draftOf(nested(30)), null);
    assert.equal(draftOf(nested(200)), null);
    for (const wrong of [
      null,
      5,
      {},
      { v: 1 },
      { v: 2, where: { kind: 'everyone' } },
      { v: 1, where: { kind: 'all', of: 'x' } },
      { v: 1, where: { kind: 'all', of: [null] } },
    ])
      assert.equal(draftOf(wrong as never), null, JSON.stringify(wrong));
    const model = new BuilderModel(session, nested(200));
    assert.equal(model.isSound, false);
    assert.deepEqual(model.document, nested(200));
    assert.ok(model.faults.all.some(({ code }) => code === 'too_deep'));
  });
});
