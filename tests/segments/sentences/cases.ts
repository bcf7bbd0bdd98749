import type { Draft, DraftNode } from '../../../src/segments/index.js';
import { createCatalogue, type Lists } from '../../../src/contract/index.js';

/** A catalogue with a host's own fields and records, named in every language. */
export const catalogue = createCatalogue({
  fields: [
    {
      id: 'custom.hasCat',
      type: 'boolean',
      label: { en: 'Has a cat', ru: 'Есть кошка', bg: 'Има котка', cs: 'Má kočku', lv: 'Ir kaķis' },
    },
    {
      id: 'custom.since',
      type: 'day',
      label: {
        en: 'Contract date',
        ru: 'Дата договора',
        bg: 'Дата на договора',
        cs: 'Datum smlouvy',
        lv: 'Līguma datums',
      },
    },
    {
      id: 'custom.colour',
      type: 'choice',
      label: {
        en: 'Hair colour',
        ru: 'Цвет волос',
        bg: 'Цвят на косата',
        cs: 'Barva vlasů',
        lv: 'Matu krāsa',
      },
      options: [
        { id: 'red', label: { en: 'Red', ru: 'Рыжий', bg: 'Червен', cs: 'Zrzavá', lv: 'Rudi' } },
        { id: 'fair', label: { en: 'Fair', ru: 'Светлый', bg: 'Рус', cs: 'Světlá', lv: 'Gaiši' } },
      ],
    },
  ],
  records: [
    {
      id: 'pets',
      label: { en: 'Pets', ru: 'Питомцы', bg: 'Домашни любимци', cs: 'Mazlíčci', lv: 'Mājdzīvnieki' },
      date: 'born',
      fields: [
        {
          id: 'born',
          type: 'day',
          label: { en: 'Born', ru: 'Родился', bg: 'Роден', cs: 'Narozen', lv: 'Dzimis' },
        },
        {
          id: 'weight',
          type: 'number',
          decimals: 1,
          label: { en: 'Weight, kg', ru: 'Вес, кг', bg: 'Тегло, кг', cs: 'Váha, kg', lv: 'Svars, kg' },
        },
      ],
    },
  ],
});

export const lists: Lists = {
  categories: [
    { id: 'vip', name: 'VIP' },
    {
      id: 'students',
      name: { en: 'Students', ru: 'Студенты', bg: 'Студенти', cs: 'Studenti', lv: 'Studenti' },
    },
    ...Array.from({ length: 20 }, (_, i) => ({ id: `c${i}`, name: `C${i}` })),
  ],
  services: [
    {
      id: 'manicure',
      name: { en: 'Manicure', ru: 'Маникюр', bg: 'Маникюр', cs: 'Manikúra', lv: 'Manikīrs' },
    },
    {
      id: 'haircut',
      name: { en: 'Haircut', ru: 'Стрижка', bg: 'Подстригване', cs: 'Střih', lv: 'Matu griezums' },
    },
  ],
  staff: [{ id: 'anna', name: { en: 'Anna', ru: 'Анна', bg: 'Анна', cs: 'Anna', lv: 'Anna' } }],
  branches: [
    { id: 'centre', name: { en: 'Centre', ru: 'Центр', bg: 'Център', cs: 'Centrum', lv: 'Centrs' } },
  ],
  tiers: [],
  groups: [],
  sources: [],
};

export const segments = [{ id: 'regulars', name: 'Regulars 2026' }];

const is = (field: string, op: string, value?: unknown, more: object = {}): DraftNode =>
  ({ kind: 'field', field, op, ...(value === undefined ? {} : { value }), ...more }) as DraftNode;
const ago = (count: number, unit = 'day'): object => ({ ago: count, unit });
const ahead = (count: number, unit = 'day'): object => ({ ahead: count, unit });
const today = ago(0);
const not = { not: true };
const loose = { orMissing: true };
const notLoose = { not: true, orMissing: true };
const records = (record: string, agg: string, more: object): DraftNode =>
  ({ kind: 'records', record, agg, ...more }) as DraftNode;
const all = (...of: DraftNode[]): DraftNode => ({ kind: 'all', of });
const any = (...of: DraftNode[]): DraftNode => ({ kind: 'any', of });
const none = (...of: DraftNode[]): DraftNode => ({ kind: 'none', of });
const many = Array.from({ length: 17 }, (_, i) => `c${i}`);

/** Every kind of condition, every operator of every type of field, and how they are put together. */
export const CASES: Readonly<Record<string, DraftNode>> = {
  everyone: { kind: 'everyone' },
  'number at least': is('visits', 'gte', 3),
  'number at most': is('visits', 'lte', 21),
  'number more than': is('points', 'gt', 1500),
  'number less than': is('age', 'lt', 18),
  'number between': is('age', 'between', [30, 50]),
  'number is': is('noShows', 'is', 1),
  'number in': is('visits', 'in', [1, 2, 5]),
  'number is not': is('visits', 'is', 1, notLoose),
  'number not in, and there': is('visits', 'in', [1, 2], not),
  'number not at least': is('visits', 'gte', 3, not),
  'number not between': is('age', 'between', [30, 50], notLoose),
  'number or missing': is('visits', 'lt', 2, loose),
  'number exists': is('visits', 'exists'),
  'money more than': is('totalSpent', 'gt', 50_000),
  'money not at most': is('debt', 'lte', 0, not),
  'percent between': is('discount', 'between', [5, 12.5]),
  'text is': is('city', 'is', 'Sofia'),
  'text in': is('city', 'in', ['Sofia', 'Riga']),
  'text contains': is('name', 'contains', 'ann'),
  'text starts': is('lastName', 'startsWith', 'Ko'),
  'text is not': is('city', 'is', 'Sofia', notLoose),
  'text not in': is('city', 'in', ['Sofia', 'Riga'], notLoose),
  'text contains not': is('workplace', 'contains', 'bank', notLoose),
  'text starts not, and there': is('lastName', 'startsWith', 'Ko', not),
  'text missing': is('allergies', 'exists', undefined, not),
  'boolean yes': is('custom.hasCat', 'is', true),
  'boolean no': is('subscribed', 'is', false, loose),
  'boolean no, and there': is('subscribed', 'is', false),
  'boolean yes or missing': is('hasApp', 'is', true, loose),
  'choice in': is('gender', 'in', ['female']),
  'choices of two': is('status', 'in', ['new', 'regular']),
  'choice not': is('custom.colour', 'in', ['red'], notLoose),
  'choice neither': is('status', 'in', ['potential', 'lost'], not),
  'choice or missing': is('branch', 'in', ['centre'], loose),
  'set any': is('categories', 'anyOf', ['vip', 'students']),
  'set all': is('categories', 'allOf', ['vip', 'students']),
  'set not any': is('categories', 'anyOf', ['vip', 'students'], not),
  'set not all': is('categories', 'allOf', ['vip', 'students'], not),
  'set empty': is('categories', 'exists', undefined, not),
  'set of many': is('categories', 'anyOf', many),
  'phones start': is('phones', 'startsWith', '+359 88'),
  'phones exist': is('phones', 'exists'),
  'emails contain': is('emails', 'contains', '@example.com'),
  'texts is': is('cardNumbers', 'is', '0042'),
  'day is': is('firstVisit', 'is', { day: '2026-03-01' }),
  'day before': is('firstVisit', 'lt', { day: '2026-03-01' }),
  'day until': is('custom.since', 'lte', { day: '2026-03-01' }),
  'day after': is('firstVisit', 'gt', { day: '2026-03-01' }),
  'day from': is('firstVisit', 'gte', { day: '2026-03-01' }),
  'day range': is('firstVisit', 'between', [{ day: '2026-03-01' }, { day: '2026-05-31' }]),
  'day not range': is('firstVisit', 'between', [{ day: '2026-03-01' }, { day: '2026-05-31' }], notLoose),
  'day today': is('lastVisit', 'is', today),
  'day yesterday': is('lastVisit', 'is', ago(1)),
  'day tomorrow': is('nextVisit', 'is', ahead(1)),
  'day 40 days ago': is('lastVisit', 'is', ago(40)),
  'day last 1': is('lastVisit', 'between', [ago(1), today]),
  'day last 21 days': is('lastVisit', 'between', [ago(21), today]),
  'day last 3 weeks': is('lastVisit', 'between', [ago(3, 'week'), today]),
  'day last 5 months': is('lastVisit', 'between', [ago(5, 'month'), today]),
  'day not in the last year': is('lastVisit', 'between', [ago(1, 'year'), today], notLoose),
  'day more than 60 days ago': is('lastVisit', 'lt', ago(60)),
  'day more than 2 years ago': is('lastVisit', 'lt', ago(2, 'year')),
  'day not more than 60 days ago': is('lastVisit', 'lt', ago(60), not),
  'day at least 30 days ago': is('lastVisit', 'lte', ago(30)),
  'day later than 3 weeks ago': is('lastVisit', 'gt', ago(3, 'week')),
  'day this month': is('firstVisit', 'between', [{ start: 'month' }, { end: 'month' }]),
  'day last quarter': is('firstVisit', 'between', [
    { start: 'quarter', shift: -1 },
    { end: 'quarter', shift: -1 },
  ]),
  'day two months ago': is('firstVisit', 'between', [
    { start: 'month', shift: -2 },
    { end: 'month', shift: -2 },
  ]),
  'day before this year': is('firstVisit', 'lt', { start: 'year' }),
  'day first day of last week': is('firstVisit', 'is', { start: 'week', shift: -1 }),
  'day year to date': is('firstVisit', 'between', [{ start: 'year' }, today]),
  'day around': is('lastVisit', 'between', [ago(40), ahead(3)]),
  'instant next 7 days': is('nextVisit', 'between', [today, ahead(7)]),
  'instant later than in 2 weeks': is('nextVisit', 'gt', ahead(2, 'week')),
  'instant missing': is('nextVisit', 'exists', undefined, not),
  'birthday soon': is('birthday', 'anniversary', [today, ahead(7)]),
  'birthday today': is('birthday', 'anniversary', [today, today]),
  'birthday this month': is('birthday', 'anniversary', [{ start: 'month' }, { end: 'month' }]),
  'birthday in spring': is('birthday', 'anniversary', [{ day: '2026-03-01' }, { day: '2026-05-31' }]),
  'birthday in months': is('birthday', 'month', [5, 6]),
  'birthday not in a month': is('birthday', 'month', [1], notLoose),
  'birthday born': is('birthday', 'between', [{ day: '1990-01-01' }, { day: '1999-12-31' }]),
  'birthday of grown-ups': is('birthday', 'lte', ago(18, 'year')),
  reachable: { kind: 'reachable', channel: 'sms', purpose: 'marketing' },
  'not reachable': { kind: 'reachable', channel: 'email', purpose: 'birthday', not: true },
  segment: { kind: 'segment', id: 'regulars' },
  'not segment': { kind: 'segment', id: 'regulars', not: true },
  search: { kind: 'search', text: 'anna' },
  'records count': records('bookings', 'count', {
    op: 'gte',
    value: 2,
    where: all(
      is('services', 'anyOf', ['manicure']),
      is('staff', 'in', ['anna']),
      is('start', 'between', [ago(90), today]),
    ),
  }),
  'records none': records('bookings', 'count', {
    op: 'is',
    value: 0,
    where: is('start', 'between', [ago(2, 'month'), today]),
  }),
  'records of any kind': records('bookings', 'count', {
    op: 'gt',
    value: 5,
    where: any(is('state', 'in', ['noShow']), none(is('online', 'is', true))),
  }),
  'records sum': records('sales', 'sum', {
    path: 'amount',
    op: 'gt',
    value: 50_000,
    where: is('at', 'gte', { day: '2026-03-01' }),
  }),
  'records least': records('bookings', 'min', { path: 'price', op: 'gte', value: 10_000 }),
  'records greatest': records('pets', 'max', { path: 'weight', op: 'between', value: [4.5, 30] }),
  'records last date': records('bookings', 'last', { op: 'lt', value: ago(60) }),
  'records first state': records('bookings', 'first', { path: 'state', op: 'in', value: ['cancelled'] }),
  'records last of a yes or no': records('bookings', 'last', { path: 'online', op: 'is', value: true }),
  'all of three': all(is('visits', 'gte', 3), is('lastVisit', 'lt', ago(60)), is('gender', 'in', ['female'])),
  'any of two': any(is('gender', 'in', ['female']), is('age', 'gte', 60)),
  'none of two': none(is('blocked', 'is', true), is('muted', 'is', true)),
  'not one': none(is('visits', 'gte', 3)),
  nested: all(
    is('visits', 'gte', 1),
    any(is('city', 'is', 'Sofia'), all(is('age', 'gte', 60), none(is('debt', 'gt', 0)))),
  ),
  'unknown field': is('custom.gone', 'gte', 3),
  'unknown option': is('categories', 'anyOf', ['vip', 'nobody']),
  'unknown segment': { kind: 'segment', id: 'no-such' },
  'unknown record': records('visitsToTheMoon', 'count', { op: 'gte', value: 1 }),
  'unfit operator': is('visits', 'contains', 'x'),
  'no value yet': is('visits', 'gte'),
  'nothing yet': all(),
};

export const documentOf = (where: DraftNode): Draft => ({ v: 1, where });
