import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Field, Node } from '../../../src/contract/index.js';
import {
  phraseDetails,
  phraseOf,
  phraseText,
  type PhraseContext,
} from '../../../src/elements/conditions/phrase.js';
import { bg } from '../../../src/locales/bg.js';
import { cs } from '../../../src/locales/cs.js';
import { en } from '../../../src/locales/en.js';
import { lv } from '../../../src/locales/lv.js';
import { ru } from '../../../src/locales/ru.js';
import { createFormatter } from '../../../src/sdk/format.js';
import { runs } from '../../support/runs.js';
import { catalogue } from '../../segments/base.js';
import { anyNode } from '../../segments/documents.js';

const LOCALES = { en, ru, bg, cs, lv };
type Code = keyof typeof LOCALES;

const TODAY = '2026-11-20';

function contextOf(code: Code): PhraseContext {
  const { common, conditions, catalogue: words, fields } = LOCALES[code];
  const options: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    status: common.statuses,
    gender: common.genders,
  };
  const format = createFormatter({
    locale: code,
    settings: { timeZone: 'Europe/Riga', currency: 'EUR' },
    lists: {
      categories: [
        { id: 'colour', name: { en: 'Colour', ru: 'Окрашивание' } },
        { id: 'vip', name: 'VIP' },
      ],
    },
    today: () => TODAY,
    words: { yes: common.yes, no: common.no, option: (field, id) => options[field]?.[id] },
  });
  return {
    terms: { common, conditions, catalogue: words },
    format,
    catalogue,
    labelOf: (field: Field) =>
      field.label === undefined
        ? ((fields as Record<string, string>)[field.id] ?? field.id)
        : format.label(field.label),
    today: TODAY,
    weekStart: 1,
  };
}

const contexts = Object.fromEntries(
  (Object.keys(LOCALES) as Code[]).map((code) => [code, contextOf(code)]),
) as Record<Code, PhraseContext>;

/** With plain spaces, so that the expectations can be read. */
function say(code: Code, node: Node): string {
  return phraseText(phraseOf(node, contexts[code]), contexts[code].terms).replace(/[\u00a0\u202f]/g, ' ');
}

function test(node: Node, expected: Record<Code, string>): void {
  for (const code of Object.keys(expected) as Code[]) assert.equal(say(code, node), expected[code], code);
}

describe('a condition in words', () => {
  it('tells how long ago, with the case and number that each language wants', () => {
    test(
      { kind: 'field', field: 'lastVisit', op: 'lt', value: { ago: 90, unit: 'day' } },
      {
        en: 'Last visit: more than 90 days ago',
        ru: 'Последний визит: больше 90 дней назад',
        bg: 'Последно посещение: преди повече от 90 дни',
        cs: 'Poslední návštěva: před více než 90 dny',
        lv: 'Pēdējais apmeklējums: pirms vairāk nekā 90 dienām',
      },
    );
    test(
      { kind: 'field', field: 'lastVisit', op: 'lt', value: { ago: 1, unit: 'week' }, orMissing: true },
      {
        en: 'Last visit: more than 1 week ago, or empty',
        ru: 'Последний визит: больше 1 недели назад или не указано',
        bg: 'Последно посещение: преди повече от 1 седмица или не е посочено',
        cs: 'Poslední návštěva: před více než 1 týdnem, nebo neuvedeno',
        lv: 'Pēdējais apmeklējums: pirms vairāk nekā 1 nedēļas vai nav norādīts',
      },
    );
  });

  it('tells spans back and ahead', () => {
    const last = (ago: number, unit: 'day' | 'month' | 'year'): Node => ({
      kind: 'field',
      field: 'firstVisit',
      op: 'between',
      value: [
        { ago, unit },
        { ago: 0, unit: 'day' },
      ],
    });
    test(last(3, 'month'), {
      en: 'First visit: in the last 3 months',
      ru: 'Первый визит: за последние 3 месяца',
      bg: 'Първо посещение: през последните 3 месеца',
      cs: 'První návštěva: za poslední 3 měsíce',
      lv: 'Pirmais apmeklējums: pēdējos 3 mēnešos',
    });
    test(last(21, 'day'), {
      en: 'First visit: in the last 21 days',
      ru: 'Первый визит: за последний 21 день',
      bg: 'Първо посещение: през последните 21 дни',
      cs: 'První návštěva: za posledních 21 dní',
      lv: 'Pirmais apmeklējums: pēdējā 21 dienā',
    });
    test(last(5, 'year'), {
      en: 'First visit: in the last 5 years',
      ru: 'Первый визит: за последние 5 лет',
      bg: 'Първо посещение: през последните 5 години',
      cs: 'První návštěva: za posledních 5 let',
      lv: 'Pirmais apmeklējums: pēdējos 5 gados',
    });
    test(
      {
        kind: 'field',
        field: 'birthday',
        op: 'anniversary',
        value: [
          { ago: 0, unit: 'day' },
          { ahead: 7, unit: 'day' },
        ],
      },
      {
        en: 'Birthday: in the next 7 days',
        ru: 'День рождения: в ближайшие 7 дней',
        bg: 'Рожден ден: през следващите 7 дни',
        cs: 'Datum narození: během příštích 7 dní',
        lv: 'Dzimšanas diena: nākamajās 7 dienās',
      },
    );
  });

  it('names periods, months, today and calendar days', () => {
    test(
      {
        kind: 'field',
        field: 'createdAt',
        op: 'between',
        value: [
          { start: 'month', shift: -1 },
          { end: 'month', shift: -1 },
        ],
      },
      {
        en: 'Created: last month',
        ru: 'Создан: в прошлом месяце',
        bg: 'Създаден: през миналия месец',
        cs: 'Vytvořen: minulý měsíc',
        lv: 'Izveidots: pagājušajā mēnesī',
      },
    );
    test(
      { kind: 'field', field: 'birthday', op: 'month', value: [3, 4] },
      {
        en: 'Birthday: March or April',
        ru: 'День рождения: март или апрель',
        bg: 'Рожден ден: март или април',
        cs: 'Datum narození: březen nebo duben',
        lv: 'Dzimšanas diena: marts vai aprīlis',
      },
    );
    assert.equal(
      say('en', { kind: 'field', field: 'lastVisit', op: 'is', value: { ago: 1, unit: 'day' } }),
      'Last visit: yesterday',
    );
    assert.equal(
      say('en', {
        kind: 'field',
        field: 'lastVisit',
        op: 'between',
        value: [{ day: '2026-03-01' }, { day: '2026-04-05' }],
      }),
      'Last visit: Mar 1, 2026 – Apr 5, 2026',
    );
    assert.equal(
      say('ru', { kind: 'field', field: 'lastVisit', op: 'gte', value: { day: '2026-03-01' } }),
      'Последний визит: с 01.03.2026',
    );
  });

  it('tells dates of any other shape by their distance, or as the days that they are today', () => {
    const far: Node = { kind: 'field', field: 'lastVisit', op: 'gte', value: { ago: 90, unit: 'day' } };
    test(far, {
      en: 'Last visit: no earlier than 90 days ago',
      ru: 'Последний визит: не раньше чем 90 дней назад',
      bg: 'Последно посещение: не по-рано от преди 90 дни',
      cs: 'Poslední návštěva: ne dříve než před 90 dny',
      lv: 'Pēdējais apmeklējums: ne agrāk kā pirms 90 dienām',
    });
    assert.equal(
      say('en', { kind: 'field', field: 'lastVisit', op: 'gte', value: { start: 'year' } }),
      'Last visit: from Jan 1, 2026',
    );
  });

  it('writes numbers and money as the language does', () => {
    test(
      { kind: 'field', field: 'visits', op: 'gte', value: 2 },
      {
        en: 'Visits: at least 2',
        ru: 'Визиты: не меньше 2',
        bg: 'Посещения: поне 2',
        cs: 'Návštěvy: alespoň 2',
        lv: 'Apmeklējumi: vismaz 2',
      },
    );
    test(
      { kind: 'field', field: 'totalSpent', op: 'between', value: [10_000, 123_450] },
      {
        en: 'Total spent: from €100.00 to €1,234.50',
        ru: 'Сумма расходов: от 100,00 € до 1 234,50 €',
        bg: 'Общо похарчени: от 100,00 € до 1234,50 €',
        cs: 'Celková útrata: od 100,00 € do 1 234,50 €',
        lv: 'Iztērēts kopā: no 100,00 € līdz 1234,50 €',
      },
    );
    assert.equal(
      say('en', { kind: 'field', field: 'visits', op: 'in', value: [1, 2, 5] }),
      'Visits: 1, 2, or 5',
    );
  });

  it('names choices by their labels, one or the other, all, or none', () => {
    const values = ['colour', 'vip'];
    test(
      { kind: 'field', field: 'categories', op: 'anyOf', value: values },
      {
        en: 'Categories: Colour or VIP',
        ru: 'Категории: Окрашивание или VIP',
        bg: 'Категории: Colour или VIP',
        cs: 'Kategorie: Colour nebo VIP',
        lv: 'Kategorijas: Colour vai VIP',
      },
    );
    assert.equal(
      say('en', { kind: 'field', field: 'categories', op: 'allOf', value: values }),
      'Categories: Colour and VIP',
    );
    test(
      { kind: 'field', field: 'status', op: 'in', value: ['new', 'regular'], not: true, orMissing: true },
      {
        en: 'Status: not New or Regular',
        ru: 'Статус: не Новый и не Постоянный',
        bg: 'Статус: не Нов и не Редовен',
        cs: 'Stav: ne Nový ani Stálý',
        lv: 'Statuss: nav Jauns un nav Pastāvīgais',
      },
    );
    assert.equal(
      say('en', { kind: 'field', field: 'status', op: 'in', value: ['new'], not: true }),
      'Status: not New, not empty',
    );
  });

  it('says yes, no, there and not there', () => {
    assert.equal(say('en', { kind: 'field', field: 'blocked', op: 'is', value: true }), 'Blocked: yes');
    assert.equal(
      say('en', { kind: 'field', field: 'blocked', op: 'is', value: false, orMissing: true }),
      'Blocked: no',
    );
    test(
      { kind: 'field', field: 'emails', op: 'exists' },
      {
        en: 'E-mail: filled in',
        ru: 'Эл. почта: есть',
        bg: 'Имейл: има',
        cs: 'E-mail: uvedeno',
        lv: 'E-pasts: ir',
      },
    );
    assert.equal(say('ru', { kind: 'field', field: 'emails', op: 'exists', not: true }), 'Эл. почта: нет');
  });

  it('quotes texts in the marks of the language', () => {
    test(
      { kind: 'field', field: 'city', op: 'contains', value: 'Rīga' },
      {
        en: 'City: contains “Rīga”',
        ru: 'Город: содержит «Rīga»',
        bg: 'Град: съдържа „Rīga“',
        cs: 'Město: obsahuje „Rīga“',
        lv: 'Pilsēta: satur “Rīga”',
      },
    );
  });

  it('counts what a group holds, and lists it in the details', () => {
    const group: Node = {
      kind: 'any',
      of: [
        { kind: 'field', field: 'gender', op: 'in', value: ['female'] },
        { kind: 'field', field: 'visits', op: 'gte', value: 2 },
      ],
    };
    test(group, {
      en: 'any of 2 conditions',
      ru: 'любое из 2 условий',
      bg: 'някое от 2 условия',
      cs: 'některá z 2 podmínek',
      lv: 'kāds no 2 nosacījumiem',
    });
    assert.deepEqual(phraseDetails(group, contexts.en).split('\n'), [
      'any of 2 conditions',
      '• Gender: Female',
      '• Visits: at least 2',
    ]);
  });

  it('tells related records and what they are counted by', () => {
    assert.equal(
      say('en', {
        kind: 'records',
        record: 'bookings',
        agg: 'count',
        op: 'gte',
        value: 2,
        where: { kind: 'field', field: 'online', op: 'is', value: true },
      }),
      'Bookings: at least 2, where Booked online: yes',
    );
    assert.equal(
      say('ru', { kind: 'records', record: 'bookings', agg: 'sum', path: 'price', op: 'gt', value: 50_000 }),
      'Записи: «Цена» в сумме: больше 500,00 €',
    );
  });

  it('has words for every condition that there can be, in every language', () => {
    fc.assert(
      fc.property(anyNode, fc.constantFrom(...(Object.keys(LOCALES) as Code[])), (node, code) => {
        const text = phraseDetails(node, contexts[code]);
        assert.doesNotMatch(text, /undefined|NaN|\[object|null|#/, text);
        assert.notEqual(text.trim(), '');
      }),
      { numRuns: runs(1500, 20_000), seed: 12 },
    );
  });
});
