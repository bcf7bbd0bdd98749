import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { hueOf } from '../../../src/elements/parts/avatar.js';
import { GAP, place, PLACEMENTS } from '../../../src/elements/parts/place.js';
import { VERSION } from '../../../src/elements/parts/version.js';

const viewport = { width: 1000, height: 800 };
const panel = { width: 200, height: 300 };
const anchor = { left: 400, top: 100, width: 80, height: 32 };

describe('place', () => {
  it('puts a panel below its anchor, at its start edge, in both directions', () => {
    assert.deepEqual(place(anchor, panel, viewport, 'bottom-start', false), { left: 400, top: 132 + GAP });
    assert.deepEqual(place(anchor, panel, viewport, 'bottom-start', true), { left: 280, top: 132 + GAP });
    assert.deepEqual(place(anchor, panel, viewport, 'bottom-end', false), { left: 280, top: 132 + GAP });
    assert.deepEqual(place(anchor, panel, viewport, 'bottom', false), { left: 340, top: 132 + GAP });
  });

  it('turns to the other side where the asked one has no room', () => {
    const low = { ...anchor, top: 700 };
    assert.equal(place(low, panel, viewport, 'bottom-start', false).top, 700 - GAP - 300);
    assert.equal(place(anchor, panel, viewport, 'top-start', false).top, 132 + GAP);
    const right = { ...anchor, left: 900 };
    assert.equal(place(right, panel, viewport, 'bottom-start', false).left, 780);
    assert.equal(place(right, panel, viewport, 'end', false).left, 900 - GAP - 200);
  });

  it('stands beside its anchor when told so, mirrored from right to left', () => {
    assert.deepEqual(place(anchor, panel, viewport, 'end', false), { left: 480 + GAP, top: 100 });
    assert.deepEqual(place(anchor, panel, viewport, 'end', true), { left: 400 - GAP - 200, top: 100 });
  });

  it('never leaves the viewport when it can fit at all', () => {
    const size = fc.integer({ min: 1, max: 600 });
    fc.assert(
      fc.property(
        fc.record({
          left: fc.integer({ min: -50, max: 1000 }),
          top: fc.integer({ min: -50, max: 800 }),
          width: size,
          height: size,
        }),
        fc.record({ width: size, height: size }),
        fc.constantFrom(...PLACEMENTS),
        fc.boolean(),
        (from, what, placement, isRtl) => {
          const { left, top } = place(from, what, viewport, placement, isRtl);
          assert.ok(left >= 0 && left + what.width <= viewport.width);
          assert.ok(top >= 0 && top + what.height <= viewport.height);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('hueOf', () => {
  it('gives an id the same hue always, and ids many hues', () => {
    const hues = new Set(Array.from({ length: 200 }, (_, index) => hueOf(`client-${index}`)));
    assert.equal(hueOf('client-7'), hueOf('client-7'));
    assert.equal(hues.size, 11);
    assert.ok(!hues.has('grey'));
  });
});

describe('VERSION', () => {
  it('is that of the package', () => {
    const manifest: unknown = JSON.parse(
      readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
    );
    assert.equal((manifest as { version: string }).version, VERSION);
  });
});
