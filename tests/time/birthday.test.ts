import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  age,
  birthdayIn,
  birthdaySlots,
  dayNumber,
  dayOf,
  daysBetween,
  daysToBirthday,
  formatBirthday,
  isBirthday,
  latestBirthOf,
  monthDaySlot,
  nextBirthday,
  parseBirthday,
  type LeapPolicy,
} from '../../src/time/index.js';

const near = fc.integer({ min: dayNumber('1890-01-01'), max: dayNumber('2110-12-31') }).map(dayOf);
/** Days around the ends of February come up as often as all others. */
const day = fc.oneof(
  near,
  fc
    .tuple(fc.integer({ min: 1890, max: 2110 }), fc.constantFrom('02-28', '02-29', '03-01'))
    .map(([year, rest]) => `${year}-${rest}`)
    .filter(isBirthday),
);
const policy = fc.constantFrom<LeapPolicy>('feb28', 'mar1');

describe('birthdays', () => {
  it('may lack their year, and exist', () => {
    assert.deepEqual(parseBirthday('1990-04-12'), { year: 1990, month: 4, day: 12 });
    assert.deepEqual(parseBirthday('--02-29'), { year: null, month: 2, day: 29 });
    for (const text of [
      '--02-30',
      '--13-01',
      '--00-01',
      '--4-12',
      '--0412',
      '-04-12',
      '1990-02-29',
      '04-12',
      '',
    ]) {
      assert.equal(parseBirthday(text), null, text);
    }
    for (const text of ['1990-04-12', '--04-12', '0004-02-29']) {
      const parts = parseBirthday(text);
      assert.ok(parts !== null && formatBirthday(parts) === text);
    }
  });

  it('of 29 February follow one policy for the feast and for the age', () => {
    assert.equal(birthdayIn('2000-02-29', 2023), '2023-02-28');
    assert.equal(birthdayIn('2000-02-29', 2023, 'mar1'), '2023-03-01');
    assert.equal(birthdayIn('2000-02-29', 2024, 'mar1'), '2024-02-29');
    assert.equal(age('2000-02-29', '2018-02-28'), 18);
    assert.equal(age('2000-02-29', '2018-02-28', 'mar1'), 17);
    assert.equal(age('2000-02-29', '2018-03-01', 'mar1'), 18);
    assert.equal(nextBirthday('--02-29', '2023-03-01'), '2024-02-29');
    assert.equal(nextBirthday('--02-29', '2023-03-01', 'mar1'), '2023-03-01');
  });

  it('come within a year, and today counts', () => {
    assert.equal(daysToBirthday('--11-22', '2026-11-22'), 0);
    assert.equal(daysToBirthday('1990-11-21', '2026-11-22'), 364);
    assert.equal(nextBirthday('--01-01', '2026-12-31'), '2027-01-01');
    fc.assert(
      fc.property(day, day, policy, (birthday, today, rule) => {
        const next = nextBirthday(birthday, today, rule);
        const days = daysToBirthday(birthday, today, rule);
        assert.ok(days >= 0 && days <= 366);
        assert.equal(addDays(today, days), next);
        assert.equal(next, birthdayIn(birthday, Number(next.slice(0, 4)), rule));
      }),
    );
  });

  it('make a year older on that day and on no other', () => {
    assert.equal(age('--04-12', '2026-01-01'), null);
    assert.equal(age('2027-01-01', '2026-01-01'), null);
    assert.equal(age('2026-01-01', '2026-01-01'), 0);
    fc.assert(
      fc.property(day, fc.nat(40_000), policy, (birthday, later, rule) => {
        const today = addDays(birthday, later + 1);
        const grown = age(birthday, today, rule);
        const before = age(birthday, addDays(today, -1), rule);
        assert.ok(grown !== null && before !== null);
        assert.equal(grown - before, daysToBirthday(birthday, today, rule) === 0 ? 1 : 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('are bounded by the latest birth of an age', () => {
    fc.assert(
      fc.property(day, day, fc.integer({ min: 0, max: 120 }), policy, (birthday, today, years, rule) => {
        const latest = latestBirthOf(years, today, rule);
        assert.ok(latest !== null);
        const reached = age(birthday, today, rule);
        assert.equal(birthday <= latest, reached !== null && reached >= years);
      }),
      { numRuns: 5000 },
    );
    assert.equal(latestBirthOf(3000, '2026-01-01'), null);
  });

  it('have a slot in the leap year', () => {
    assert.deepEqual(
      [monthDaySlot(1, 1), monthDaySlot(2, 29), monthDaySlot(3, 1), monthDaySlot(12, 31)],
      [1, 60, 61, 366],
    );
    assert.deepEqual(birthdaySlots('2026-12-30', '2027-01-02'), [1, 2, 365, 366]);
    assert.deepEqual(birthdaySlots('2026-02-28', '2026-02-28'), [59, 60]);
    assert.deepEqual(birthdaySlots('2024-02-28', '2024-02-28'), [59]);
    assert.deepEqual(birthdaySlots('2026-03-01', '2026-03-01', 'mar1'), [60, 61]);
    assert.deepEqual(birthdaySlots('2026-03-02', '2026-03-01'), []);
    assert.equal(birthdaySlots('2020-01-01', '2026-01-01').length, 366);
  });

  it('between two days are those whose next birthday is not later than the second', () => {
    fc.assert(
      fc.property(day, day, fc.nat(364), policy, (birthday, from, length, rule) => {
        const to = addDays(from, length);
        const parts = parseBirthday(birthday);
        assert.ok(parts !== null);
        const inSlots = birthdaySlots(from, to, rule).includes(monthDaySlot(parts.month, parts.day));
        assert.equal(inSlots, daysBetween(from, nextBirthday(birthday, from, rule)) <= length);
      }),
      { numRuns: 2000 },
    );
  });
});
