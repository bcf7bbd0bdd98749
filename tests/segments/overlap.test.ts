import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  countMatches,
  evaluate,
  hasBit,
  MAX_OVERLAP,
  overlapOf,
  overlapQuestions,
  readSegment,
  sourceOf,
} from '../../src/segments/index.js';
import type { Node, SegmentDocument } from '../../src/contract/index.js';
import { catalogue, makeBase, settings, TODAY } from './base.js';
import { anyNode } from './documents.js';

const { clients, bookings } = makeBase(137, 11);
const source = sourceOf(clients, {
  catalogue,
  settings,
  records: (client, kind) => (kind === 'bookings' ? bookings.get(client.id)! : null),
});
const read = (document: SegmentDocument) => readSegment(document, { catalogue, settings, today: TODAY });

describe('an overlap of segments', () => {
  it('counts every combination as going through all clients one by one does', () => {
    fc.assert(
      fc.property(fc.array(anyNode, { minLength: 1, maxLength: MAX_OVERLAP }), (nodes) => {
        const documents = nodes.map((where) => ({ v: 1 as const, where }));
        const counts = overlapQuestions(documents).map(({ document }) =>
          countMatches(read(document), source),
        );
        const parts = overlapOf(counts, clients.length);

        const bits = documents.map((document) => evaluate(read(document), source).bits);
        const wanted = new Map<string, number>();
        for (let row = 0; row < clients.length; row++) {
          const key = bits.flatMap((own, i) => (hasBit(own, row) ? [i] : [])).join();
          wanted.set(key, (wanted.get(key) ?? 0) + 1);
        }
        assert.equal(parts.length, 2 ** documents.length);
        for (const { segments, count } of parts) assert.equal(count, wanted.get(segments.join()) ?? 0);
        assert.equal(
          parts.reduce((sum, { count }) => sum + count, 0),
          clients.length,
        );
      }),
      { numRuns: 150, seed: 71 },
    );
  });

  it('asks 31 questions of five segments, and no deeper than the deepest `all`', () => {
    const visits = (least: number): Node => ({ kind: 'field', field: 'visits', op: 'gte', value: least });
    const all = (least: number): SegmentDocument => ({
      v: 1,
      where: { kind: 'all', of: [visits(least), visits(1)] },
    });
    const questions = overlapQuestions([1, 2, 3, 4, 5].map(all));
    assert.equal(questions.length, 31);
    assert.deepEqual(questions[5], {
      segments: [0, 1],
      document: { v: 1, where: { kind: 'all', of: [visits(1), visits(1), visits(2), visits(1)] } },
    });
    assert.deepEqual(questions[4], { segments: [4], document: all(5) });
  });

  it('is of one to five segments, and needs every answer', () => {
    assert.throws(() => overlapQuestions([]), RangeError);
    assert.throws(
      () => overlapQuestions(Array.from({ length: 6 }, () => ({ v: 1, where: { kind: 'everyone' } }))),
      RangeError,
    );
    assert.throws(() => overlapOf([1, 2]), RangeError);
    assert.throws(() => overlapOf([]), RangeError);
    assert.deepEqual(overlapOf([5, 3, 9]), [
      { segments: [0], count: 0 },
      { segments: [1], count: 0 },
      { segments: [0, 1], count: 9 },
    ]);
  });
});
