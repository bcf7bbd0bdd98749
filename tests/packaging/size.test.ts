import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listPage, sizeOf, sourcesOf } from '../tools/size.js';

describe('the size of a page with the list, minified and compressed', () => {
  it('is at most 45 kB before the first paint, and 80 kB with everything that the list loads later', async () => {
    const { eager, lazy } = await sizeOf(sourcesOf(listPage));
    const ofList = lazy.filter(({ parts }) => !parts.every((part) => part.startsWith('src/locales/')));
    const all = ofList.reduce((sum, { size }) => sum + size, eager);
    assert.ok(eager <= 45_000, `${eager} bytes at once`);
    assert.ok(all <= 80_000, `${all} bytes in all: ${JSON.stringify(ofList)}`);
  });
});
