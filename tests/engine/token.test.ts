import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SetToken, tokenOf } from '../../src/engine/token.js';

const ids = Array.from({ length: 20_000 }, (_, index) => `c${index}`);

describe('the snapshot token', () => {
  it('does not depend on the order, and says the count', () => {
    assert.equal(tokenOf(ids), tokenOf(ids.toReversed()));
    assert.match(tokenOf(ids), /^20000-[0-9a-f]{16}$/);
    assert.equal(tokenOf([]), '0-0000000000000000');
  });

  it('stays the same from release to release, because it is stored', () => {
    assert.equal(tokenOf(['a', 'b', '0192f0c1-7e5a-7000-8000-000000000001']), '3-19978db874d8c043');
  });

  it('tells sets apart that differ in one client', () => {
    const base = new Set<string>();
    for (const id of ids) base.add(tokenOf([id]));
    assert.equal(base.size, ids.length);
    assert.notEqual(tokenOf(ids), tokenOf([...ids.slice(1), 'other']));
  });

  it('spreads ids that differ in one character over all of its bits', () => {
    let flips = 0;
    for (const id of ids.slice(0, 2000)) {
      const [a, b] = [id, `${id.slice(0, -1)}x`].map((each) => BigInt(`0x${tokenOf([each]).slice(2)}`)) as [
        bigint,
        bigint,
      ];
      flips += (a ^ b).toString(2).split('1').length - 1;
    }
    assert.ok(Math.abs(flips / 2000 - 32) < 3, `${flips / 2000} of 64 bits flip`);
  });

  it('counts as it goes', () => {
    const token = new SetToken();
    token.add('a');
    assert.equal(token.count, 1);
  });
});
