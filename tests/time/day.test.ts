import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addYears,
  dayNumber,
  dayOf,
  daysBetween,
  daysInMonth,
  isDay,
  MAX_DAY,
  MAX_DAY_NUMBER,
  MIN_DAY,
  MIN_DAY_NUMBER,
  parseDay,
  parseDayNumber,
  partsOf,
  weekday,
} from '../../src/time/index.js';

const number = fc.integer({ min: MIN_DAY_NUMBER, max: MAX_DAY_NUMBER });
const day = number.map(dayOf);

describe('days', () => {
  it('count from 1970-01-01 exactly as UTC does, over the whole calendar', () => {
    assert.equal(dayNumber('1970-01-01'), 0);
    assert.equal(dayNumber(MIN_DAY), MIN_DAY_NUMBER);
    assert.equal(dayNumber(MAX_DAY), MAX_DAY_NUMBER);
    for (let n = MIN_DAY_NUMBER; n <= MAX_DAY_NUMBER; n += 97) {
      const text = new Date(n * 86_400_000).toISOString().slice(0, 10);
      assert.equal(dayOf(n), text);
      assert.equal(dayNumber(text), n);
    }
  });

  it('come back from their number, and stand in the order of their texts', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        assert.equal(dayNumber(dayOf(a)), a);
        assert.equal(dayOf(a) < dayOf(b), a < b);
      }),
    );
  });

  it('are strictly YYYY-MM-DD and exist', () => {
    for (const text of ['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) assert.ok(isDay(text), text);
    for (const text of [
      ...[
        '2023-02-29',
        '1900-02-29',
        '2024-02-30',
        '2024-13-01',
        '2024-00-10',
        '2024-01-00',
        '2024-04-31',
        '0000-01-01',
      ],
      ...[
        '2024-1-01',
        '20240101',
        '2024-01-01 ',
        ' 2024-01-01',
        '2024-01-01T00:00',
        '+024-01-01',
        '2024/01/01',
        '',
        'day',
      ],
      ...['２０２４-01-01', '2024-0a-01', '-024-01-01'],
    ]) {
      assert.equal(parseDay(text), null, text);
      assert.equal(parseDayNumber(text), null, text);
      assert.throws(() => dayNumber(text), RangeError);
    }
    assert.ok(!isDay(20240101) && !isDay(null) && !isDay(new Date()));
    fc.assert(fc.property(fc.string(), (text) => assert.equal(parseDay(text), null)));
    for (const wrong of [Number.NaN, 0.5, MAX_DAY_NUMBER + 1, MIN_DAY_NUMBER - 1]) {
      assert.throws(() => dayOf(wrong), RangeError);
    }
  });

  it('know the weekday as UTC does', () => {
    fc.assert(
      fc.property(number, (n) => {
        assert.equal(weekday(dayOf(n)), new Date(n * 86_400_000).getUTCDay() || 7);
      }),
    );
  });

  it('are added up in whole days', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -100_000, max: 100_000 }), (from, count) => {
        const to = addDays(from, count);
        assert.ok(to === MIN_DAY || to === MAX_DAY || daysBetween(from, to) === count);
      }),
    );
    assert.equal(addDays('2024-02-28', 2), '2024-03-01');
  });

  it('are clamped to the last day of a shorter month, and to the ends of the calendar', () => {
    assert.equal(addMonths('2026-01-31', 1), '2026-02-28');
    assert.equal(addMonths('2024-01-31', 1), '2024-02-29');
    assert.equal(addMonths('2026-03-31', -1), '2026-02-28');
    assert.equal(addMonths('2026-11-30', 3), '2027-02-28');
    assert.equal(addMonths('2026-01-15', -1), '2025-12-15');
    assert.equal(addYears('2024-02-29', 1), '2025-02-28');
    assert.equal(addYears('2024-02-29', 4), '2028-02-29');
    assert.equal(addYears('2024-05-05', -40_000), MIN_DAY);
    assert.equal(addMonths('2024-05-05', 1_000_000), MAX_DAY);
    assert.equal(addDays('2024-05-05', Number.POSITIVE_INFINITY), MAX_DAY);
    assert.throws(() => addDays('2024-05-05', Number.NaN), RangeError);
  });

  it('keep the day of the month wherever the month has it', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -500, max: 500 }), (from, months) => {
        const to = addMonths(from, months);
        if (to === MIN_DAY || to === MAX_DAY) return;
        const [a, b] = [partsOf(from), partsOf(to)];
        assert.equal(b.year * 12 + b.month, a.year * 12 + a.month + months);
        assert.equal(b.day, Math.min(a.day, daysInMonth(b.year, b.month)));
      }),
    );
  });
});
