import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import { InstantStore } from '../../../src/adapters/memory/columns/instants.js';

/** What a segment reads of a row, in milliseconds; null: missing. */
function seen(store: InstantStore, row: number): number | null {
  const { values, missing, unit = 1 } = store.face();
  return values[row] === missing ? null : values[row]! * unit;
}

function filled(texts: readonly (string | undefined)[]): InstantStore {
  const store = new InstantStore(texts.length);
  texts.forEach((text, row) => store.set(row, text));
  return store;
}

describe('instants of records', () => {
  it('read the same for a person and for a segment, whole minutes in four bytes', () => {
    const texts = ['2026-06-01T09:30:00.000Z', undefined, '1969-12-31T23:59:00.000Z'];
    const store = filled(texts);
    assert.equal(store.bytes, 4 * texts.length);
    texts.forEach((text, row) => {
      assert.equal(store.get(row), text);
      assert.equal(seen(store, row), text === undefined ? null : Date.parse(text));
    });
  });

  it('keep their milliseconds, and years that four bytes of minutes do not reach', () => {
    for (const far of ['2026-06-01T09:30:15.250Z', '9999-12-31T23:59:00.000Z', '0001-01-01T00:00:00.000Z']) {
      const texts = ['2026-06-01T09:30:00.000Z', undefined, far];
      const store = filled(texts);
      texts.forEach((text, row) => {
        assert.equal(store.get(row), text);
        assert.equal(seen(store, row), text === undefined ? null : Date.parse(text));
      });
    }
  });
});
