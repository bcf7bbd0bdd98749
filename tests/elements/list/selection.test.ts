import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EVERYONE } from '../../../src/contract/index.js';
import {
  isTicked,
  NOTHING,
  selectionOf,
  tick,
  tickedCount,
  type Ticks,
} from '../../../src/elements/list/model/selection.js';

const found: Ticks = {
  kind: 'found',
  where: EVERYONE,
  except: new Set(),
  count: 3,
  token: 't',
  today: '2026-01-01',
};

describe('ticks', () => {
  it('are nobody at first, which is no selection', () => {
    assert.equal(selectionOf(NOTHING), null);
  });

  it('come and go one by one', () => {
    const two = tick(NOTHING, ['a', 'b'], true);
    assert.deepEqual(selectionOf(tick(two, ['a'], false)), { ids: ['b'] });
    assert.ok(isTicked(two, 'a') && !isTicked(two, 'c'));
  });

  it('of all found exclude what is unticked, and take it back', () => {
    const but = tick(found, ['b'], false);
    assert.equal(tickedCount(but), 2);
    assert.deepEqual(selectionOf(but), {
      found: EVERYONE,
      except: ['b'],
      count: 3,
      token: 't',
      today: '2026-01-01',
    });
    assert.equal(tickedCount(tick(but, ['b'], true)), 3);
  });

  it('of all found with everyone excluded are no selection', () => {
    assert.equal(selectionOf(tick(found, ['a', 'b', 'c'], false)), null);
  });
});
