import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { builtinFields, defineField, type Field, type Lists } from '../../src/contract/index.js';
import { createFormatter, type Formatter, type FormatterOptions } from '../../src/sdk/index.js';

const TODAY = '2026-11-23';

function formatter(locale: string, more: Partial<FormatterOptions> = {}): Formatter {
  return createFormatter({
    locale,
    settings: { timeZone: 'Europe/Riga', currency: 'EUR' },
    lists: {},
    today: () => TODAY,
    ...more,
  });
}

/** Spaces as people see them: no-break and narrow ones are spaces. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f\u2009]/g, ' ');
const field = (id: string): Field => {
  const found = (builtinFields as readonly Field[]).find((one) => one.id === id);
  if (!found) throw new Error(`no field ${id}`);
  return found;
};

describe('money', () => {
  it('is minor units in the digits of its currency', () => {
    assert.equal(plain(formatter('en').money(48_250)), '€482.50');
    assert.equal(plain(formatter('ru').money(48_250)), '482,50 €');
    assert.equal(
      plain(formatter('en', { settings: { timeZone: 'UTC', currency: 'JPY' } }).money(482)),
      '¥482',
    );
    assert.equal(
      plain(formatter('en', { settings: { timeZone: 'UTC', currency: 'KWD' } }).money(1500)),
      'KWD 1.500',
    );
  });

  it('in Bulgarian is in euro', () => {
    assert.equal(plain(formatter('bg').money(1_234_500)), '12 345,00 €');
  });

  it('below nothing keeps its sign', () => {
    assert.equal(plain(formatter('en').money(-5)), '-€0.05');
  });
});

describe('days and instants', () => {
  it('read in the order of the language', () => {
    assert.equal(formatter('en').day('2026-03-14'), 'Mar 14, 2026');
    assert.equal(formatter('en-GB').day('2026-03-14'), '14 Mar 2026');
    assert.equal(plain(formatter('ru').day('2026-03-14')), '14.03.2026');
    assert.equal(plain(formatter('cs').day('2026-03-14')), '14. 03. 2026');
    assert.equal(plain(formatter('ru').day('2026-03-14', 'long')), '14 марта 2026 г.');
  });

  it('of a day are that day in every zone', () => {
    for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Tokyo']) {
      assert.equal(
        formatter('en', { settings: { timeZone, currency: 'EUR' } }).day('2026-01-01'),
        'Jan 1, 2026',
      );
    }
  });

  it("of an instant are in the base's zone, not the device's", () => {
    const at = '2026-03-14T23:30:00Z';
    assert.match(plain(formatter('en-GB').instant(at)), /15 Mar 2026, 01:30/);
    const tokyo = { settings: { timeZone: 'Asia/Tokyo', currency: 'EUR' } };
    assert.match(plain(formatter('en-GB', tokyo).instant(at)), /15 Mar 2026, 08:30/);
  });

  it('that are none come back as they are', () => {
    assert.equal(formatter('en').day('2026-02-30'), '2026-02-30');
    assert.equal(formatter('en').instant('soon'), 'soon');
    assert.equal(formatter('en').birthday('soon'), 'soon');
    assert.equal(formatter('en').relative('soon'), 'soon');
  });
});

describe('birthdays', () => {
  it('have a year or none', () => {
    assert.equal(formatter('en-GB').birthday('1988-03-14'), '14 Mar 1988');
    assert.equal(formatter('en-GB').birthday('--03-14'), '14 March');
    assert.equal(formatter('ru').birthday('--03-14'), '14 марта');
    assert.equal(formatter('en-GB').birthday('--02-29'), '29 February');
  });
});

describe('relative dates', () => {
  const cases: [string, string][] = [
    ['2026-11-23', 'today'],
    ['2026-11-22', 'yesterday'],
    ['2026-11-24', 'tomorrow'],
    ['2026-11-20', '3 days ago'],
    ['2026-11-17', '6 days ago'],
    ['2026-11-16', '1 week ago'],
    ['2026-11-02', '3 weeks ago'],
    ['2026-10-25', '4 weeks ago'],
    ['2026-10-24', '1 month ago'],
    ['2025-11-24', '11 months ago'],
    ['2025-11-23', '1 year ago'],
    ['2023-01-01', '3 years ago'],
    ['2026-12-14', 'in 3 weeks'],
    ['2027-02-23', 'in 3 months'],
  ];
  for (const [day, text] of cases) {
    it(`say ${text} of ${day}`, () => assert.equal(formatter('en').relative(day), text));
  }

  it('are in the words of the language', () => {
    assert.equal(formatter('ru').relative('2026-11-22'), 'вчера');
    assert.equal(formatter('bg').relative('2026-11-02'), 'преди 3 седмици');
    assert.equal(formatter('cs').relative('2026-11-24'), 'zítra');
    assert.equal(plain(formatter('lv').relative('2026-11-23')), 'šodien');
  });

  it("of an instant count days of the base's zone", () => {
    assert.equal(formatter('en').relative('2026-11-22T23:30:00Z'), 'today');
    assert.equal(formatter('en').relative('2026-11-21T23:30:00Z'), 'yesterday');
  });
});

describe('labels', () => {
  const label = { en: 'Has a cat', ru: 'Есть кошка', 'pt-BR': 'Tem gato' };
  it('take the locale, its language, English, then the first', () => {
    assert.equal(formatter('ru-RU').label(label), 'Есть кошка');
    assert.equal(formatter('pt-BR').label(label), 'Tem gato');
    assert.equal(formatter('cs').label(label), 'Has a cat');
    assert.equal(formatter('cs').label({ lv: 'Ir kaķis' }), 'Ir kaķis');
    assert.equal(formatter('cs').label('Plain'), 'Plain');
  });
});

describe('fields', () => {
  const lists: Lists = {
    categories: [
      { id: 'vip', name: 'VIP' },
      { id: 'colour', name: { en: 'Colour', ru: 'Окрашивание' } },
    ],
    tiers: [{ id: 'gold', name: 'Gold', archived: true }],
  };
  const words = {
    yes: 'Yes',
    no: 'No',
    option: (of: string, id: string) => (of === 'gender' && id === 'female' ? 'Female' : undefined),
  };
  const format = formatter('en', { lists, words });

  const cases: [string, unknown, string][] = [
    ['name', 'Anna Miller', 'Anna Miller'],
    ['visits', 12_408, '12,408'],
    ['totalSpent', 48_250, '€482.50'],
    ['discount', 7.5, '7.5%'],
    ['hasApp', true, 'Yes'],
    ['hasApp', false, 'No'],
    ['lastVisit', '2026-03-14', 'Mar 14, 2026'],
    ['gender', 'female', 'Female'],
    ['gender', 'unheard-of', 'unheard-of'],
    ['tier', 'gold', 'Gold'],
    ['categories', ['colour', 'vip', 'gone'], 'Colour, VIP, gone'],
    ['cardNumbers', ['0012', '77'], '0012, 77'],
    ['phones', [{ value: '+359888123456' }, { masked: '•••• 56' }], '+359 888 123 456, •••• 56'],
    ['emails', [{ value: 'anna@example.com' }], 'anna@example.com'],
    ['photo', 'https://example.com/a.jpg', ''],
    ['visits', undefined, ''],
    ['visits', null, ''],
    ['visits', 0, '0'],
  ];
  for (const [id, value, text] of cases) {
    it(`show ${id} ${JSON.stringify(value)} as ${JSON.stringify(text)}`, () =>
      assert.equal(plain(format.field(field(id), value)), text));
  }

  it('of the host show their own labels and decimals', () => {
    const coat = defineField({
      id: 'custom.coat',
      type: 'choice',
      options: [{ id: 'long', label: { en: 'Long', ru: 'Длинная' } }],
    });
    assert.equal(formatter('ru').field(coat, 'long'), 'Длинная');
    const weight = defineField({ id: 'custom.weight', type: 'number', decimals: 2 });
    assert.equal(format.field(weight, 4.256), '4.26');
  });
});

describe('a formatter', () => {
  it('of a locale that is no tag at all speaks English', () => {
    assert.equal(formatter('not a locale').number(1234.5), '1,234.5');
  });

  it('joins lists as the language does', () => {
    assert.equal(formatter('en').list(['A', 'B', 'C']), 'A, B, and C');
    assert.equal(formatter('ru').list(['А', 'Б']), 'А и Б');
  });
});
