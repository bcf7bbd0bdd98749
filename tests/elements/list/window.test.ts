import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  indexOf,
  NO_ROWS,
  slotOf,
  slotsInOrder,
  windowFor,
  type RowWindow,
} from '../../../src/elements/list/grid/window.js';
import { runs } from '../../support/runs.js';

const placeOf = ({ start, size, base }: RowWindow) => ({ start, size, base });

describe('window of drawn rows', () => {
  it('covers what is seen with some rows more on either side', () => {
    assert.deepEqual(placeOf(windowFor(3600, 360, 36, 1000, NO_ROWS, 4)), { start: 96, size: 19, base: 96 });
  });

  it('stays within the rows at both ends, and draws no more than there are', () => {
    assert.equal(windowFor(0, 360, 36, 1000, NO_ROWS, 4).start, 0);
    const last = windowFor(1000 * 36 - 360, 360, 36, 1000, NO_ROWS, 4);
    assert.equal(last.start + last.size, 1000);
    assert.deepEqual(placeOf(windowFor(0, 360, 36, 3, NO_ROWS, 4)), { start: 0, size: 3, base: 0 });
    assert.deepEqual(placeOf(windowFor(0, 360, 36, 0, NO_ROWS, 4)), { start: 0, size: 0, base: 0 });
  });

  it('leaves a row with its element while both windows hold it', () => {
    const first = windowFor(3600, 360, 36, 1000, NO_ROWS, 4);
    const second = windowFor(3600 + 5 * 36, 360, 36, 1000, first, 4);
    assert.equal(second.start, first.start + 5);
    for (let row = second.start; row < first.start + first.size; row++)
      assert.equal(slotOf(second, row), slotOf(first, row));
  });

  it('begins anew in document order after a jump', () => {
    const first = windowFor(3600, 360, 36, 1000, NO_ROWS, 4);
    const far = windowFor(30_000, 360, 36, 1000, first, 4);
    assert.equal(far.base, far.start);
    assert.equal(slotOf(far, far.start), 0);
  });

  it('says what is seen, and when nothing of before is left', () => {
    const first = windowFor(3600, 360, 36, 1000, NO_ROWS, 4);
    assert.deepEqual([first.seen, first.isJump], [{ from: 100, to: 111 }, false]);
    assert.equal(windowFor(3636, 360, 36, 1000, first, 4).isJump, false);
    assert.equal(windowFor(30_000, 360, 36, 1000, first, 4).isJump, true);
  });

  it('knows its elements by their rows and in their order', () => {
    const first = windowFor(3600, 360, 36, 1000, NO_ROWS, 4);
    const next = windowFor(3600 + 5 * 36, 360, 36, 1000, first, 4);
    const slots = slotsInOrder(next);
    assert.deepEqual(
      slots.map((slot) => indexOf(next, slot)),
      Array.from({ length: next.size }, (_, at) => next.start + at),
    );
    assert.deepEqual(slots.slice(0, 3), [5, 6, 7]);
  });

  it('gives every drawn row an element of its own, wherever one scrolls', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40_000 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 1200 }),
        (tops, total) => {
          let window = NO_ROWS;
          for (const top of tops) {
            window = windowFor(Math.min(top, Math.max(0, total * 36 - 360)), 360, 36, total, window, 4);
            const slots = new Set(
              Array.from({ length: window.size }, (_, at) => slotOf(window, window.start + at)),
            );
            assert.equal(slots.size, window.size);
            assert.ok(window.start >= 0 && window.start + window.size <= total);
          }
        },
      ),
      { numRuns: runs(300, 5000) },
    );
  });
});
