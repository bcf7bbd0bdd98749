import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import { day, instant, type FieldDefinition } from '../../src/contract/index.js';
import { completeField } from '../../src/contract/plain/fields.js';
import { cleanerOf } from '../../src/engine/clean.js';

const cleaner = (type: FieldDefinition['type']) =>
  cleanerOf(completeField({ id: 'x', type, group: 'custom' }), 'LV');

const DAYS = ['2026', '1970', '0000', '20x6'].flatMap((year) =>
  ['00', '01', '02', '04', '12', '13'].flatMap((month) =>
    ['00', '01', '28', '29', '30', '31', '32'].map((date) => `${year}-${month}-${date}`),
  ),
);
const TIMES = ['00:00:00', '23:59:59', '24:00:00', '12:60:00', '12:00:60', '1a:00:00', '12-00:00'];

describe('values of a host', () => {
  it('are days where the schema says so, by whatever quick way that was found out', () => {
    const clean = cleaner('day');
    for (const text of [...DAYS, '2024-02-29', '1900-02-29', '2026-1-1', ' 2026-01-01', ''])
      assert.equal(clean(text) !== null, day.safeParse(text).success, text);
  });

  it('are instants where the schema says so', () => {
    const clean = cleaner('instant');
    for (const date of DAYS) {
      for (const time of TIMES) {
        for (const rest of ['Z', '', '+00:00', '.123Z', '.12xZ', '.1Z', '.000']) {
          const text = `${date}T${time}${rest}`;
          assert.equal(clean(text) !== null, instant.safeParse(text).success, text);
        }
      }
    }
  });
});
