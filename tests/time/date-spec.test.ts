import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dateSpec as contractSpec } from '../../src/contract/segment.js';
import {
  addDays,
  DATE_PERIODS,
  DATE_UNITS,
  dayOf,
  isDateSpec,
  isInPeriod,
  MAX_DAY,
  MIN_DAY,
  resolveDate,
  resolvePeriod,
  TODAY,
  weekday,
  type DateSpec,
} from '../../src/time/index.js';

const today = '2026-11-22'; // a Sunday
const anyDay = fc.integer({ min: -30_000, max: 60_000 }).map(dayOf);
const unit = fc.constantFrom(...DATE_UNITS);
const period = fc.constantFrom(...DATE_PERIODS);
const count = fc.nat(40_000);
const shift = fc.integer({ min: -1000, max: 1000 });
const spec: fc.Arbitrary<DateSpec> = fc.oneof(
  fc.record({ day: anyDay }, { noNullPrototype: true }),
  fc.record({ ago: count, unit }, { noNullPrototype: true }),
  fc.record({ ahead: count, unit }, { noNullPrototype: true }),
  fc.record({ start: period, shift }, { requiredKeys: ['start'], noNullPrototype: true }),
  fc.record({ end: period, shift }, { requiredKeys: ['end'], noNullPrototype: true }),
);

describe('relative dates', () => {
  it('become days', () => {
    const rows: readonly (readonly [DateSpec, string])[] = [
      [TODAY, '2026-11-22'],
      [{ day: '2020-01-01' }, '2020-01-01'],
      [{ ago: 1, unit: 'day' }, '2026-11-21'],
      [{ ago: 2, unit: 'week' }, '2026-11-08'],
      [{ ago: 9, unit: 'month' }, '2026-02-22'],
      [{ ahead: 1, unit: 'year' }, '2027-11-22'],
      [{ start: 'week' }, '2026-11-16'],
      [{ end: 'week' }, '2026-11-22'],
      [{ start: 'week', shift: 1 }, '2026-11-23'],
      [{ start: 'month' }, '2026-11-01'],
      [{ end: 'month', shift: -9 }, '2026-02-28'],
      [{ start: 'quarter' }, '2026-10-01'],
      [{ end: 'quarter', shift: 1 }, '2027-03-31'],
      [{ start: 'year', shift: -1 }, '2025-01-01'],
      [{ end: 'year' }, '2026-12-31'],
    ];
    for (const [each, day] of rows) assert.equal(resolveDate(each, today), day, JSON.stringify(each));
    assert.equal(resolveDate({ ago: 1, unit: 'month' }, '2026-03-31'), '2026-02-28');
    assert.equal(resolveDate({ ago: 1, unit: 'year' }, '2024-02-29'), '2023-02-28');
  });

  it('begin the week on the day the base says', () => {
    assert.equal(resolveDate({ start: 'week' }, today, { weekStart: 7 }), '2026-11-22');
    assert.equal(resolveDate({ end: 'week' }, today, { weekStart: 7 }), '2026-11-28');
    assert.equal(resolveDate({ start: 'week' }, today, { weekStart: 6 }), '2026-11-21');
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 7 }), (day, weekStart) => {
        const start = resolveDate({ start: 'week' }, day, { weekStart });
        assert.equal(weekday(start), weekStart);
        assert.ok(start <= day && day < addDays(start, 7));
      }),
    );
  });

  it('stay within the calendar however far they reach', () => {
    assert.equal(resolveDate({ ago: 40_000, unit: 'year' }, today), MIN_DAY);
    assert.equal(resolveDate({ ahead: 40_000, unit: 'year' }, today), MAX_DAY);
    fc.assert(
      fc.property(spec, fc.constantFrom(today, MIN_DAY, MAX_DAY), (each, day) => {
        const resolved = resolveDate(each, day);
        assert.ok(MIN_DAY <= resolved && resolved <= MAX_DAY);
      }),
    );
  });

  it('survive JSON, and are those that the contract takes', () => {
    fc.assert(
      fc.property(spec, (each) => {
        assert.deepEqual(JSON.parse(JSON.stringify(each)), each);
        assert.ok(isDateSpec(each));
        assert.ok(contractSpec.safeParse(each).success);
      }),
    );
    const wrong: readonly unknown[] = [
      ...[
        null,
        'today',
        5,
        [],
        {},
        { day: '2026-02-30' },
        { day: today, shift: 1 },
        { ago: -1, unit: 'day' },
      ],
      ...[
        { ago: 1.5, unit: 'day' },
        { ago: 1 },
        { ago: 1, unit: 'hour' },
        { start: 'day' },
        { start: 'week', shift: 0.5 },
      ],
      ...[
        { ago: 1, ahead: 1, unit: 'day' },
        { start: 'week', end: 'week' },
        { ago: '1', unit: 'day' },
      ],
    ];
    for (const each of wrong) {
      assert.ok(!isDateSpec(each), JSON.stringify(each));
      assert.ok(!contractSpec.safeParse(each).success, JSON.stringify(each));
    }
  });
});

describe('periods', () => {
  it('of the last N days go from today − N to today; more than N days ago is before them', () => {
    const last = resolvePeriod({ last: 30, unit: 'day' }, today);
    assert.deepEqual(last, { from: '2026-10-23', to: today });
    assert.ok(isInPeriod('2026-10-23', last) && isInPeriod(today, last));
    assert.ok(!isInPeriod('2026-10-22', last) && !isInPeriod('2026-11-23', last));
    fc.assert(
      fc.property(anyDay, fc.nat(5000), (day, n) => {
        const within = isInPeriod(day, resolvePeriod({ last: n, unit: 'day' }, today));
        const longAgo = day < resolveDate({ ago: n, unit: 'day' }, today);
        assert.equal(Number(within) + Number(longAgo) + Number(day > today), 1);
      }),
    );
  });

  it('are whole in the calendar, and follow on one another without a gap', () => {
    assert.deepEqual(resolvePeriod({ period: 'month', shift: -1 }, today), {
      from: '2026-10-01',
      to: '2026-10-31',
    });
    assert.deepEqual(resolvePeriod({ period: 'quarter' }, today), { from: '2026-10-01', to: '2026-12-31' });
    assert.deepEqual(resolvePeriod({ next: 1, unit: 'week' }, today), { from: today, to: '2026-11-29' });
    assert.deepEqual(resolvePeriod({ from: { start: 'year' }, to: TODAY }, today), {
      from: '2026-01-01',
      to: today,
    });
    fc.assert(
      fc.property(anyDay, period, shift, (day, each, by) => {
        const one = resolvePeriod({ period: each, shift: by }, day);
        const next = resolvePeriod({ period: each, shift: by + 1 }, day);
        assert.equal(addDays(one.to, 1), next.from);
        if (by === 0) assert.ok(isInPeriod(day, one));
      }),
    );
  });
});
