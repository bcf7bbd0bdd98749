import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { MAX_CANVAS, ScrollMap } from '../../../src/elements/list/grid/scroll-map.js';
import { ROW_HEIGHTS } from '../../../src/theme/tokens.js';
import { runs } from '../../support/runs.js';

const VIEWPORT = 600;

function mapOf(rows: number, rowHeight: number, viewport = VIEWPORT): ScrollMap {
  const map = new ScrollMap();
  map.configure(rows * rowHeight, viewport);
  return map;
}

describe('map of scroll positions to rows', () => {
  for (const [density, height] of Object.entries(ROW_HEIGHTS)) {
    for (const rows of [100_000, 1_000_000]) {
      it(`reaches the last of ${rows.toLocaleString('en')} rows at the end of the bar, ${density}`, () => {
        const map = mapOf(rows, height);
        assert.ok(map.height <= MAX_CANVAS);
        map.scrolled(map.height - VIEWPORT);
        assert.equal(map.top, rows * height - VIEWPORT);
        // On the canvas the last row ends where the canvas ends.
        assert.equal(rows * height - map.offset, map.height);
        map.scrolled(0);
        assert.equal(map.top, 0);
        assert.equal(map.offset, 0);
      });
    }
  }

  it('is one to one while all rows fit', () => {
    const map = mapOf(1000, 36);
    for (const at of [0, 1, 777, 20_000, 35_400]) {
      map.scrolled(at);
      assert.equal(map.top, at);
      assert.equal(map.offset, 0);
    }
    assert.equal(map.settle(), null);
  });

  it('moves by what the wheel says anywhere, even where a pixel of the bar is many', () => {
    const map = mapOf(1_000_000, 36);
    const middle = map.height / 2;
    map.scrolled(middle);
    const before = map.top;
    for (let step = 1; step <= 20; step++) map.scrolled(middle + step * 100);
    assert.equal(map.top, before + 2000);
  });

  it('settles without moving what is seen', () => {
    const map = mapOf(1_000_000, 36);
    const middle = map.height / 2;
    map.scrolled(middle);
    for (let step = 1; step <= 50; step++) map.scrolled(middle + step * 500);
    const seen = map.top;
    const wanted = map.settle();
    assert.ok(wanted !== null && wanted < middle + 25_000, 'the drift is taken out');
    assert.equal(map.top, seen);
    // The browser tells of the new position; it is no step.
    map.scrolled(wanted);
    assert.equal(map.top, seen);
    assert.equal(map.settle(), null);
  });

  it('goes to any row and says where to scroll; the row is then within the canvas', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.integer({ min: 20, max: 80 }),
        fc.integer({ min: 0, max: 2_000_000 }),
        fc.integer({ min: 1, max: 2000 }),
        (rows, height, wanted, viewport) => {
          const map = mapOf(rows, height, viewport);
          const row = Math.min(rows - 1, wanted);
          const scroll = map.go(row * height);
          const end = Math.max(0, map.height - viewport);
          assert.ok(scroll >= 0 && scroll <= end + 1e-6, `${scroll} of ${end}`);
          const top = row * height - map.offset;
          assert.ok(top >= -1e-6 && top + height <= map.height + 1e-6, `row at ${top} of ${map.height}`);
          assert.ok(map.top <= row * height + 1e-6 && map.top + viewport >= Math.min(row * height, viewport));
        },
      ),
      { numRuns: runs(500, 20_000) },
    );
  });

  it('maps the whole bar without a gap or a step back', () => {
    const map = mapOf(1_000_000, 44);
    let before = -1;
    for (let scroll = 0; scroll <= map.height - VIEWPORT; scroll += 1777) {
      map.scrolled(scroll);
      assert.ok(map.top > before);
      before = map.top;
    }
  });

  it('keeps within the rows when there become fewer', () => {
    const map = mapOf(1_000_000, 36);
    map.scrolled(map.height - VIEWPORT);
    map.configure(10 * 36, VIEWPORT);
    assert.equal(map.top, 0);
    map.configure(0, VIEWPORT);
    assert.equal(map.height, 0);
    assert.equal(map.go(5000), 0);
  });
});
