import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  dayOf,
  isBirthday,
  isDay,
  parseLocalDate,
  partsOf,
  type LocalDateOptions,
} from '../../src/time/index.js';

/** The answer in short: the day, the birthday or the error, then what was guessed. */
function read(raw: string, options: LocalDateOptions = {}): string {
  const found = parseLocalDate(raw, options);
  if ('error' in found) return found.error;
  return ['day' in found ? found.day : found.birthday, ...(found.guessed ?? [])].join(' ');
}

describe('parseLocalDate', () => {
  it('reads the formats of the five languages', () => {
    const same: readonly string[] = [
      ...[
        '12.04.1990',
        '12.4.1990',
        '12. 4. 1990',
        '12.04.1990 г.',
        '12.04.1990г.',
        '12.04.1990 год',
        '12.04.1990.',
      ],
      ...[
        '1990.04.12.',
        '1990.04.12',
        '1990-04-12',
        '1990-4-12',
        '1990/04/12',
        '19900412',
        ' 12.04.1990 ',
        "'12.04.1990",
      ],
      ...[
        '="12.04.1990"',
        '12.04.1990 14:30',
        '12.04.1990, 14:30:05',
        '1990-04-12T00:00:00Z',
        '1990-04-12T23:59:59.999+02:00',
      ],
      ...[
        '1990-04-12 10:00',
        '12 апреля 1990',
        '12 апреля 1990 г.',
        '12 АПРЕЛЯ 1990 года',
        '12 април 1990 г.',
        '12. dubna 1990',
      ],
      ...[
        '1990. gada 12. aprīlis',
        '1990.gada 12.aprīlī',
        'April 12, 1990',
        '12 April 1990',
        '12th of April, 1990',
        'Apr 12 1990',
      ],
      ...[
        '12-Apr-1990',
        '12/апр/1990',
        'Thursday, 12 April 1990',
        '12.04.1990 г. 10:00 ч.',
        '12\u00a0апреля\u00a01990',
      ],
      ...['\u200e12.04.1990', '１２.０４.１９９０'],
    ];
    for (const raw of same) assert.equal(read(raw), '1990-04-12', raw);
    assert.equal(read('1. 3. 2021'), '2021-03-01');
  });

  it('knows every month of every language, as a whole word', () => {
    for (const language of ['en', 'ru', 'bg', 'cs', 'lv']) {
      for (let month = 1; month <= 12; month++) {
        const date = new Date(Date.UTC(1990, month - 1, 12));
        const expected = `1990-${String(month).padStart(2, '0')}-12`;
        for (const dateStyle of ['long', 'medium', 'short'] as const) {
          const text = new Intl.DateTimeFormat(language, { dateStyle, timeZone: 'UTC' }).format(date);
          const order = language === 'en' ? 'mdy' : 'dmy';
          assert.equal(read(text, { order }).slice(0, 10), expected, `${language}: ${text}`);
        }
      }
    }
    assert.equal(read('1. června 2021'), '2021-06-01');
    assert.equal(read('1. července 2021'), '2021-07-01');
  });

  it('reads numbers with slashes and dashes by the order told, and says when it had to guess', () => {
    assert.equal(read('3/4/2021', { order: 'mdy' }), '2021-03-04');
    assert.equal(read('3/4/2021', { order: 'dmy' }), '2021-04-03');
    assert.equal(read('3/4/2021'), '2021-04-03 order');
    assert.equal(read('3/3/2021'), '2021-03-03');
    assert.equal(read('13/4/2021'), '2021-04-13');
    assert.equal(read('4/13/2021'), '2021-04-13');
    assert.equal(read('13/4/2021', { order: 'mdy' }), '2021-04-13 order');
    assert.equal(read('03-04-2021', { order: 'mdy' }), '2021-03-04');
    assert.equal(read('3.4.2021', { order: 'mdy' }), '2021-04-03');
    assert.equal(read('21/03/04', { order: 'ymd' }), '2021-03-04 century');
  });

  it('puts a two-digit year into the hundred years that end with the last one', () => {
    assert.equal(read('1.2.29'), '2029-02-01 century');
    assert.equal(read('1.2.30'), '1930-02-01 century');
    assert.equal(read('1.2.26', { lastYear: 2026 }), '2026-02-01 century');
    assert.equal(read('1.2.27', { lastYear: 2026 }), '1927-02-01 century');
    assert.equal(read('12-Apr-90'), '1990-04-12 century');
  });

  it('reads birthdays without a year', () => {
    for (const raw of [
      '--04-12',
      '--0412',
      ' --04-12',
      '12.04',
      '12.04.',
      '12. 4.',
      '12 апреля',
      'April 12',
      '12. dubna',
      '1604-04-12',
    ]) {
      assert.equal(read(raw), '--04-12', raw);
    }
    assert.equal(read('04-12'), '--04-12 order');
    assert.equal(read('04/12', { order: 'mdy' }), '--04-12');
    assert.equal(read('04/12', { order: 'dmy' }), '--12-04');
    assert.equal(read('29.02'), '--02-29');
  });

  it('keeps placeholders that are days, and marks them; takes what stands for nothing as empty', () => {
    assert.equal(read('1970-01-01'), '1970-01-01 placeholder');
    assert.equal(read('01.01.1900'), '1900-01-01 placeholder');
    for (const raw of [
      '',
      ' ',
      '0/0/00',
      '00.00.0000',
      '0000-00-00',
      '00000000',
      '---',
      '-',
      '—',
      'n/a',
      'NULL',
      'Never',
      'нет',
      'няма',
      'nav',
      'není',
    ]) {
      assert.equal(read(raw), 'empty', raw);
    }
  });

  it('reads spreadsheet days only when told', () => {
    assert.equal(read('44256'), 'format');
    assert.equal(read('44256', { serials: 1900 }), '2021-03-01');
    assert.equal(read('44256.0', { serials: 1900 }), '2021-03-01');
    assert.equal(read('42794', { serials: 1904 }), '2021-03-01');
    assert.equal(read('1', { serials: 1900 }), '1900-01-01 placeholder');
    assert.equal(read('59', { serials: 1900 }), '1900-02-28');
    assert.equal(read('60', { serials: 1900 }), 'impossible');
    assert.equal(read('61', { serials: 1900 }), '1900-03-01');
  });

  it('refuses days that do not exist, and what is no date', () => {
    for (const raw of [
      '31.02.2020',
      '29.02.2021',
      '32.01.2020',
      '00.01.2020',
      '13.13.2020',
      '2020-02-30',
      '20200230',
      '--02-30',
      '31. dubna 1990',
    ]) {
      assert.equal(read(raw), 'impossible', raw);
    }
    for (const raw of [
      'foo',
      '12',
      '1990',
      '12.04.190',
      '1.2.3.4',
      '12.04.19900',
      'апрель 1990',
      '12 foo 1990',
      'April',
      '5.5.5',
      '12:30',
      '+359888123456',
    ]) {
      assert.equal(read(raw), 'format', raw);
    }
  });

  it('reads back every day in every format', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 40_000 }), (number) => {
        const iso = dayOf(number);
        const { year, month, day } = partsOf(iso);
        for (const raw of [
          `${day}.${month}.${year}`,
          iso,
          iso.replaceAll('-', ''),
          `${iso.replaceAll('-', '.')}.`,
        ]) {
          assert.equal(read(raw).slice(0, 10), iso);
        }
        assert.equal(read(`${month}/${day}/${year}`, { order: 'mdy' }).slice(0, 10), iso);
        assert.equal(read(`${day}/${month}/${year}`, { order: 'dmy' }).slice(0, 10), iso);
      }),
    );
  });

  it('answers any text with a day, a birthday or a reason', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9 .,/gr:T-]{0,14}$/));
    fc.assert(
      fc.property(
        text,
        fc.constantFrom<LocalDateOptions>({}, { order: 'ymd' }, { serials: 1900 }, { serials: 1904 }),
        (raw, options) => {
          const found = parseLocalDate(raw, options);
          if ('day' in found) assert.ok(isDay(found.day));
          else if ('birthday' in found) assert.ok(isBirthday(found.birthday));
          else assert.ok(['empty', 'format', 'impossible'].includes(found.error));
        },
      ),
      { numRuns: 5000 },
    );
  });
});
