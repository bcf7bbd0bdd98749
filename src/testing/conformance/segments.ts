import type { Node } from '../../contract/index.js';
import { Random } from '../../sample/random.js';
import { same } from './assert.js';
import { group } from './checks.js';
import { randomNode } from './random-node.js';

const check = group('segments');
const RANDOM = 150;

const field = (id: string, op: string, value?: unknown, more: object = {}): Node =>
  ({ kind: 'field', field: id, op, ...(value === undefined ? {} : { value }), ...more }) as Node;
const not = { not: true };
const orMissing = { orMissing: true };

/** One of each kind, and the corners where engines go apart. */
const BATTERY: Node[] = [
  field('city', 'is', 'SOFIA'),
  field('city', 'is', 'рига'),
  field('city', 'in', ['Riga', 'Praha']),
  field('city', 'contains', 'o'),
  field('city', 'is', 'Sofia', not),
  field('city', 'is', 'Sofia', { ...not, ...orMissing }),
  field('lastName', 'contains', 'ё'),
  field('lastName', 'startsWith', 'щер'),
  field('firstName', 'contains', '0%_'),
  field('firstName', 'contains', '_\\'),
  field('emails', 'contains', 'b%c'),
  field('visits', 'gte', 2),
  field('visits', 'is', 0),
  field('visits', 'between', [1, 2], not),
  field('totalSpent', 'gt', 5000),
  field('discount', 'in', [0, 12.5, 7]),
  field('discount', 'lt', 5, orMissing),
  field('custom.shoe', 'between', [38.5, 40]),
  field('custom.hasCat', 'is', true),
  field('custom.hasCat', 'is', false, not),
  field('custom.colour', 'in', ['red', 'blue']),
  field('custom.skills', 'anyOf', ['ski', 'swim']),
  field('custom.skills', 'anyOf', ['ski'], not),
  field('categories', 'allOf', ['vip', 'press']),
  field('categories', 'exists', undefined, not),
  field('birthday', 'exists'),
  field('birthday', 'month', [2]),
  field('birthday', 'anniversary', [{ day: '2026-02-20' }, { day: '2026-03-20' }]),
  field('birthday', 'anniversary', [{ day: '2025-12-20' }, { day: '2026-01-20' }]),
  field('birthday', 'lt', { day: '1990-01-01' }),
  field('age', 'gte', 34),
  field('age', 'lt', 18, not),
  field('lastVisit', 'gte', { ago: 90, unit: 'day' }),
  field('lastVisit', 'lt', { ago: 3, unit: 'month' }, orMissing),
  field('nextVisit', 'exists'),
  field('nextVisit', 'lte', { ahead: 2, unit: 'week' }),
  field('createdAt', 'is', { day: '2024-03-01' }),
  field('createdAt', 'between', [
    { start: 'year', shift: -1 },
    { end: 'year', shift: -1 },
  ]),
  field('status', 'in', ['lost']),
  field('status', 'in', ['new', 'regular'], not),
  field('phones', 'contains', '0888 123'),
  field('phones', 'is', '00359888123456'),
  field('phones', 'exists', undefined, not),
  field('name', 'contains', 'юлия петр'),
  { kind: 'none', of: [field('city', 'is', 'Sofia'), field('visits', 'gt', 1)] },
  { kind: 'any', of: [field('city', 'is', 'Riga'), { kind: 'all', of: [field('muted', 'is', true)] }] },
  { kind: 'reachable', channel: 'sms', purpose: 'marketing' },
  { kind: 'reachable', channel: 'email', purpose: 'transactional', not: true },
];

const RECORDS: Node[] = [
  { kind: 'records', record: 'bookings', agg: 'count', op: 'gte', value: 2 },
  { kind: 'records', record: 'bookings', agg: 'count', op: 'is', value: 0 },
  { kind: 'records', record: 'bookings', agg: 'sum', path: 'price', op: 'gt', value: 5000 },
  { kind: 'records', record: 'bookings', agg: 'max', path: 'price', op: 'lt', value: 3000, not: true },
  {
    kind: 'records',
    record: 'bookings',
    agg: 'last',
    path: 'start',
    op: 'gte',
    value: { ago: 60, unit: 'day' },
  },
  {
    kind: 'records',
    record: 'bookings',
    where: { kind: 'all', of: [field('state', 'in', ['arrived']), field('services', 'anyOf', ['cut'])] },
    agg: 'count',
    op: 'gte',
    value: 1,
  },
];

const SEARCHES = [
  'yulia',
  'Юлия',
  'ЁЛКИНА',
  '0888 123-456',
  '88812',
  'private@mail',
  '0012345',
  'carpe',
  'елкина yulia',
  '100%',
  'zzzz',
];

export const segmentChecks = [
  check('finds by each kind of condition whom the contract says', async (subject) => {
    for (const node of BATTERY) same(await subject.ids(node), subject.expected(node), JSON.stringify(node));
  }),

  check(
    'finds by related records whom the contract says',
    async (subject) => {
      for (const node of RECORDS) same(await subject.ids(node), subject.expected(node), JSON.stringify(node));
    },
    ['records'],
  ),

  check('finds by random segments whom the contract says, and counts as many', async (subject) => {
    const random = new Random(2026, 3);
    for (let round = 0; round < RANDOM; round++) {
      const node = randomNode(random, subject.seed, subject.catalogue);
      const expected = subject.expected(node);
      same(await subject.ids(node), expected, JSON.stringify(node));
      const { count } = await subject.adapter.count({ v: 1, where: node }, subject.context);
      same(count, expected.length, `the count of ${JSON.stringify(node)}`);
    }
  }),

  check(
    'parts the base into those who match, those who do not, and those of whom it is not known',
    async (subject) => {
      for (const node of BATTERY.filter(({ kind }) => kind === 'field')) {
        const [yes, no] = [await subject.ids(node), await subject.ids({ kind: 'none', of: [node] })];
        same(
          yes.filter((id) => no.includes(id)),
          [],
          `both ${JSON.stringify(node)} and its negation`,
        );
        const missing = field((node as { field: string }).field, 'exists', undefined, not);
        const unknown = new Set(await subject.ids(missing));
        const rest = subject.seed.clients.filter(({ id }) => !yes.includes(id) && !no.includes(id));
        // A birthday without its year is there, and yet not known to the comparisons of full dates.
        const isKnown = ({ id, birthday }: { id: string; birthday?: string | undefined }) =>
          !unknown.has(id) && !birthday?.startsWith('--');
        same(
          rest.filter(isKnown).map(({ id }) => id),
          [],
          `of whom ${JSON.stringify(node)} is unknown though they have the value`,
        );
      }
    },
  ),

  check('takes today from the question where it is pinned', async (subject) => {
    const recent = field('lastVisit', 'gte', { ago: 30, unit: 'day' });
    const today = '2025-12-01';
    same(await subject.ids(recent, [], { today }), subject.expected(recent, [], today), 'as of December');
    const page = await subject.find(recent, [], { today });
    same(page.today, today, 'the day of the page');
  }),

  check(
    'finds by the quick search, however it is written',
    async (subject) => {
      for (const text of SEARCHES) {
        const node: Node = { kind: 'search', text };
        same(await subject.ids(node), subject.expected(node), `the search "${text}"`);
      }
      same(
        await subject.ids({ kind: 'search', text: 'yulia yolkina' }),
        ['all'],
        'Latin letters find Cyrillic ones',
      );
    },
    ['search'],
  ),
];
