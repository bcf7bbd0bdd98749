import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import { createCatalogue, HUES, type Client } from '../../src/contract/index.js';
import {
  clientSource,
  countMatches,
  READY_SEGMENTS,
  readSegment,
  readySegments,
  type ReadyOptions,
} from '../../src/segments/index.js';
import { catalogue, settings, TODAY } from './base.js';
import { LOCALES } from './sentences/context.js';

const lists: ReadyOptions['lists'] = {
  tiers: [
    { id: 'silver', name: 'Silver', level: 1 },
    { id: 'gold', name: 'Gold', level: 2 },
    { id: 'black', name: 'Black', level: 3, archived: true },
  ],
};
const ready = readySegments({ catalogue, settings, lists });

/** The ready segments that a client is in. */
function segmentsOf(client: Partial<Client>): string[] {
  const source = clientSource({ id: 'p', version: 1, ...client }, { catalogue, settings });
  return ready
    .filter(
      ({ document }) =>
        countMatches(readSegment(document, { catalogue, settings, today: TODAY }), source) === 1,
    )
    .map(({ id }) => id);
}

describe('ready segments', () => {
  it('are all there on a whole base, each with a hue, an icon and a name in every language', () => {
    assert.deepEqual(
      ready.map(({ id }) => id),
      [...READY_SEGMENTS],
    );
    for (const { hue, icon } of ready) {
      assert.ok(HUES.includes(hue));
      assert.match(icon, /^[a-z]+(-[a-z]+)*$/);
    }
    for (const { segments } of Object.values(LOCALES)) {
      assert.deepEqual(Object.keys(segments.ready), [...READY_SEGMENTS]);
      assert.equal(new Set(Object.values(segments.ready)).size, READY_SEGMENTS.length);
    }
  });

  it('find whom their names promise', () => {
    assert.deepEqual(segmentsOf({ visits: 1, lastVisit: TODAY }), ['boughtOnce']);
    assert.deepEqual(segmentsOf({ visits: 5, lastVisit: TODAY, gender: 'female' }), ['boughtOften', 'women']);
    assert.deepEqual(segmentsOf({ emails: [{ value: 'a@b.bg' }], gender: 'male' }), ['neverBought', 'men']);
    assert.deepEqual(segmentsOf({}), []);
    assert.deepEqual(segmentsOf({ visits: 3, lastVisit: '2025-06-01' }), ['boughtLongAgo', 'lost']);
    assert.deepEqual(segmentsOf({ visits: 3, lastVisit: '2025-06-01', nextVisit: '2026-04-02T09:00:00Z' }), [
      'boughtLongAgo',
    ]);
    assert.deepEqual(segmentsOf({ birthday: '--04-05' }), ['birthdaySoon']);
    assert.deepEqual(segmentsOf({ birthday: '1980-12-01' }), ['aged30to50']);
    assert.deepEqual(segmentsOf({ birthday: '1950-12-01' }), ['pensioners']);
    assert.deepEqual(segmentsOf({ totalSpent: 100_000, noShows: 1 }), ['vip', 'noShows']);
    assert.deepEqual(segmentsOf({ tier: 'gold' }), ['vip']);
    assert.deepEqual(segmentsOf({ tier: 'silver' }), []);
  });

  it('know students and pensioners by the words of five languages', () => {
    for (const occupation of ['Student', 'студентка', 'Студент', 'studentka', 'students', 'Studente'])
      assert.deepEqual(segmentsOf({ occupation }), ['students'], occupation);
    for (const occupation of [
      'Pensioner',
      'retired',
      'пенсионер',
      'Пенсионерка',
      'důchodce',
      'Pensionārs',
      'pensionāre',
    ])
      assert.deepEqual(segmentsOf({ occupation }), ['pensioners'], occupation);
  });

  it('leave out what the base cannot answer or the user may not ask', () => {
    const missing = (options: Partial<ReadyOptions>): string[] => {
      const there = readySegments({ catalogue, settings, ...options }).map(({ id }) => id);
      return READY_SEGMENTS.filter((id) => !there.includes(id));
    };
    assert.deepEqual(missing({ hidden: ['birthday'] }), ['birthdaySoon', 'aged30to50', 'pensioners']);
    assert.deepEqual(missing({ masked: ['phones'] }), ['neverBought']);
    assert.deepEqual(
      missing({ capabilities: { filter: ['visits', 'gender'], search: true, records: [] } }).includes(
        'women',
      ),
      false,
    );
    const own = createCatalogue({ fields: [{ id: 'gender', type: 'choice', options: [{ id: 'x' }] }] });
    assert.deepEqual(missing({ catalogue: own }), ['women', 'men']);
  });

  it('take the money of the base, and other figures where they are given', () => {
    const vip = (options: Partial<ReadyOptions>): unknown =>
      readySegments({ catalogue, settings, ...options }).find(({ id }) => id === 'vip')!.document.where;
    const spent = (value: number): object => ({ kind: 'field', field: 'totalSpent', op: 'gte', value });
    assert.deepEqual(vip({}), spent(100_000));
    assert.deepEqual(vip({ settings: { ...settings, currency: 'CZK' } }), spent(2_500_000));
    assert.deepEqual(vip({ settings: { ...settings, currency: 'JPY' } }), spent(150_000));
    assert.deepEqual(vip({ figures: { vipSpent: 77 } }), spent(77));
  });
});
