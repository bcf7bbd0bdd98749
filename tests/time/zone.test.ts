import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  dayInZone,
  dayNumber,
  dayNumberInZone,
  isTimeZone,
  MAX_DAY,
  MIN_DAY,
  offsetAt,
  startOfDay,
  todayIn,
  zoneDays,
} from '../../src/time/index.js';

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone')];
const HOUR = 3_600_000;

const formats = new Map<string, Intl.DateTimeFormat>();
/** The day in a zone, straight from the engine. */
function engineDay(ms: number, timeZone: string): string {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format.format(ms);
}

/** The instants, to the millisecond, at which a zone's offset changes between two years. */
function changes(timeZone: string, fromYear: number, toYear: number): number[] {
  const found: number[] = [];
  const step = 24 * HOUR * 5;
  for (let at = Date.UTC(fromYear, 0, 1); at < Date.UTC(toYear, 0, 1); at += step) {
    let [low, high] = [at, at + step];
    if (offsetAt(low, timeZone) === offsetAt(high, timeZone)) continue;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetAt(middle, timeZone) === offsetAt(low, timeZone)) low = middle;
      else high = middle;
    }
    found.push(high);
  }
  return found;
}

describe('time zones', () => {
  it('are known by name', () => {
    for (const zone of ['UTC', 'Europe/Sofia', 'America/Argentina/Buenos_Aires'])
      assert.ok(isTimeZone(zone), zone);
    for (const zone of ['', 'Europe/Atlantis', '+02:00', '02:00', 'Europe/Sofia ', '__proto__'])
      assert.ok(!isTimeZone(zone), zone);
    assert.throws(() => dayInZone(0, 'Europe/Atlantis'), RangeError);
  });

  it('own what today is', () => {
    const now = Date.UTC(2026, 10, 22, 22, 30);
    assert.equal(todayIn('UTC', now), '2026-11-22');
    assert.equal(todayIn('Europe/Sofia', now), '2026-11-23');
    assert.equal(todayIn('America/New_York', now), '2026-11-22');
    assert.equal(todayIn('Pacific/Kiritimati', now), '2026-11-23');
  });

  it('agree with the engine about the day of any instant, in every zone', () => {
    const instant = fc.integer({ min: Date.UTC(1930, 0, 1), max: Date.UTC(2060, 0, 1) });
    for (const zone of ZONES) {
      fc.assert(
        fc.property(instant, (ms) => assert.equal(dayInZone(ms, zone), engineDay(ms, zone), `${zone} ${ms}`)),
        { numRuns: 20 },
      );
    }
  });

  it('agree with the engine and begin their days right around every change of the clock, in every zone', () => {
    let checked = 0;
    for (const zone of ZONES) {
      for (const change of changes(zone, 2014, 2027)) {
        for (const ms of [change - 1, change, change + 1, change - HOUR, change + HOUR, change + 25 * HOUR]) {
          assert.equal(dayInZone(ms, zone), engineDay(ms, zone), `${zone} ${ms}`);
        }
        const day = dayInZone(change, zone);
        for (const each of [addDays(day, -1), day, addDays(day, 1)]) {
          const start = startOfDay(each, zone);
          assert.ok(engineDay(start, zone) >= each, `${zone} ${each} has begun`);
          assert.ok(engineDay(start - 1, zone) < each, `${zone} ${each} begins no sooner`);
          checked++;
        }
      }
    }
    assert.ok(checked > 3000);
  });

  it('begin a day where midnight was skipped, came twice, or the whole day was left out', () => {
    assert.equal(startOfDay('2026-11-22', 'Europe/Sofia'), Date.UTC(2026, 10, 21, 22));
    assert.equal(startOfDay('2026-07-01', 'Europe/Sofia'), Date.UTC(2026, 5, 30, 21));
    // São Paulo, 4 November 2018: the clock went from 23:59:59 to 01:00.
    assert.equal(startOfDay('2018-11-04', 'America/Sao_Paulo'), Date.UTC(2018, 10, 4, 3));
    // Havana, 1 November 2026: 01:00 became 00:00 again; the day begins at the first midnight.
    assert.equal(startOfDay('2026-11-01', 'America/Havana'), Date.UTC(2026, 10, 1, 4));
    // Samoa went from 29 to 31 December 2011.
    assert.equal(startOfDay('2011-12-30', 'Pacific/Apia'), startOfDay('2011-12-31', 'Pacific/Apia'));
    assert.equal(dayInZone(startOfDay('2011-12-31', 'Pacific/Apia') - 1, 'Pacific/Apia'), '2011-12-29');
  });

  it('have no gap and no overlap between their days', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.integer({ min: -10_000, max: 30_000 }), (zone, number) => {
        const day = addDays('1970-01-01', number);
        const [start, end] = [startOfDay(day, zone), startOfDay(addDays(day, 1), zone)];
        assert.ok(end >= start && end - start <= 25 * HOUR);
        if (end > start) assert.deepEqual([dayInZone(start, zone), dayInZone(end - 1, zone)], [day, day]);
      }),
      { numRuns: 2000 },
    );
  });

  it('answer in bulk what they answer one by one, at the ends of time too', () => {
    const bulk = zoneDays('Europe/Riga');
    for (const ms of [0, -1, 1e12, -1e13, 8.64e15, -8.64e15, Number.POSITIVE_INFINITY]) {
      assert.equal(bulk(ms), dayNumberInZone(ms, 'Europe/Riga'));
    }
    assert.equal(bulk(8.64e15), dayNumber(MAX_DAY));
    assert.equal(bulk(-8.64e15), dayNumber(MIN_DAY));
    assert.throws(() => bulk(Number.NaN), RangeError);
  });
});
