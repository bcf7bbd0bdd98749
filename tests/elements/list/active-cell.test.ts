import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { moveBy, type ActiveCell } from '../../../src/elements/list/grid/active-cell.js';

const EXTENT = { rows: 100, columns: 8, page: 10, isRtl: false };
const MIDDLE: ActiveCell = { row: 50, column: 3 };

function after(
  keys: string,
  from: ActiveCell = MIDDLE,
  extent: Partial<typeof EXTENT> = {},
): ActiveCell | null {
  const parts = keys.split('+');
  const event = {
    key: parts.at(-1),
    ctrlKey: parts.includes('Control'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
  } as KeyboardEvent;
  return moveBy(event, from, { ...EXTENT, ...extent });
}

describe('where a key of the grid leads', () => {
  it('to the next cell in the direction of an arrow', () => {
    assert.deepEqual(after('ArrowDown'), { row: 51, column: 3 });
    assert.deepEqual(after('ArrowUp'), { row: 49, column: 3 });
    assert.deepEqual(after('ArrowRight'), { row: 50, column: 4 });
    assert.deepEqual(after('ArrowLeft'), { row: 50, column: 2 });
  });

  it('the other way round from right to left', () => {
    assert.deepEqual(after('ArrowRight', MIDDLE, { isRtl: true }), { row: 50, column: 2 });
    assert.deepEqual(after('ArrowLeft', MIDDLE, { isRtl: true }), { row: 50, column: 4 });
    assert.deepEqual(after('Home', MIDDLE, { isRtl: true }), { row: 50, column: 0 });
  });

  it('no further than the edges, the header above the first row', () => {
    assert.deepEqual(after('ArrowUp', { row: 0, column: 2 }), { row: -1, column: 2 });
    assert.deepEqual(after('ArrowUp', { row: -1, column: 2 }), { row: -1, column: 2 });
    assert.deepEqual(after('ArrowDown', { row: 99, column: 2 }), { row: 99, column: 2 });
    assert.deepEqual(after('ArrowLeft', { row: 5, column: 0 }), { row: 5, column: 0 });
    assert.deepEqual(after('ArrowRight', { row: 5, column: 7 }), { row: 5, column: 7 });
  });

  it('to the ends of the row, and with Control to the ends of all rows', () => {
    assert.deepEqual(after('Home'), { row: 50, column: 0 });
    assert.deepEqual(after('End'), { row: 50, column: 7 });
    assert.deepEqual(after('Control+Home'), { row: 0, column: 0 });
    assert.deepEqual(after('Control+End'), { row: 99, column: 7 });
    assert.deepEqual(after('Meta+ArrowDown'), { row: 99, column: 3 });
    assert.deepEqual(after('Control+ArrowUp'), { row: -1, column: 3 });
  });

  it('a page up or down', () => {
    assert.deepEqual(after('PageDown'), { row: 60, column: 3 });
    assert.deepEqual(after('PageUp'), { row: 40, column: 3 });
    assert.deepEqual(after('PageDown', { row: 95, column: 3 }), { row: 99, column: 3 });
    assert.deepEqual(after('PageUp', { row: 4, column: 3 }), { row: 0, column: 3 });
    assert.deepEqual(after('PageUp', { row: -1, column: 3 }), { row: -1, column: 3 });
  });

  it('nowhere without rows, and nowhere for other keys or with Alt', () => {
    assert.deepEqual(after('ArrowDown', { row: -1, column: 0 }, { rows: 0 }), { row: -1, column: 0 });
    assert.deepEqual(after('PageUp', { row: -1, column: 0 }, { rows: 0 }), { row: -1, column: 0 });
    assert.equal(after('Alt+ArrowRight'), null);
    assert.equal(after('x'), null);
    assert.equal(after('Enter'), null);
  });
});
