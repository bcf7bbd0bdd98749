import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { EVERYONE, type SegmentDocument } from '../../src/contract/index.js';
import { fromParam, toParam, withoutSearch } from '../../src/segments/index.js';
import { anyNode } from './documents.js';

describe('toParam and fromParam', () => {
  it('give every document back, but for what was searched', () => {
    fc.assert(
      fc.property(anyNode, (where) => {
        const document: SegmentDocument = { v: 1, where };
        const param = toParam(document);
        assert.match(param, /^[\w-]+$/);
        assert.deepEqual(fromParam(param), withoutSearch(document));
      }),
      { numRuns: 1500, seed: 30 },
    );
  });

  it('never put the text of a search into an address', () => {
    const search = { kind: 'search', text: 'Ivanova 0888' } as const;
    const visits = { kind: 'field', field: 'visits', op: 'gte', value: 2 } as const;
    assert.deepEqual(withoutSearch({ v: 1, where: search }), EVERYONE);
    assert.deepEqual(withoutSearch({ v: 1, where: { kind: 'all', of: [search, visits] } }).where, {
      kind: 'all',
      of: [visits],
    });
    assert.equal(toParam({ v: 1, where: search }), toParam(EVERYONE));
    assert.deepEqual(
      withoutSearch({ v: 1, where: { kind: 'all', of: [{ kind: 'none', of: [search] }] } }),
      EVERYONE,
    );
  });

  it('keep a segment of one condition short', () => {
    const where = { kind: 'field', field: 'visits', op: 'gte', value: 5 } as const;
    assert.ok(toParam({ v: 1, where }).length < 40);
  });

  it('read any other text as nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String().map((text) => `1${text}`),
        ),
        (text) => {
          assert.equal(fromParam(text), null);
        },
      ),
      { numRuns: 1000, seed: 31 },
    );
    const encode = (value: unknown): string => `1${btoa(JSON.stringify(value))}`;
    const deep = `${'["all",'.repeat(5000)}["everyone"]${']'.repeat(5000)}`;
    assert.equal(fromParam(`1${btoa(deep)}`), null);
    for (const value of [
      ['all'],
      ['field', '__proto__', 'is', 0, 1],
      ['field', 'x', 'nosuch', 0],
      {},
      [],
      ['search'],
      null,
    ]) {
      assert.equal(fromParam(encode(value)), null);
    }
    assert.deepEqual(fromParam(encode(['everyone'])), EVERYONE);
  });
});
