import { clientPage, description, EVERYONE, type Id, type SortKey } from '../../contract/index.js';
import { ensure, refused, same } from './assert.js';
import { group } from './checks.js';

const check = group('reading');
const everyone = EVERYONE.where;
const SORTS: SortKey[][] = [
  [],
  [{ field: 'name', dir: 'asc' }],
  [{ field: 'name', dir: 'desc' }],
  [{ field: 'lastName', dir: 'asc' }],
  [{ field: 'city', dir: 'desc' }],
  [{ field: 'visits', dir: 'desc' }],
  [{ field: 'totalSpent', dir: 'asc' }],
  [{ field: 'discount', dir: 'asc' }],
  [{ field: 'lastVisit', dir: 'desc' }],
  [{ field: 'nextVisit', dir: 'asc' }],
  [{ field: 'birthday', dir: 'asc' }],
  [{ field: 'age', dir: 'desc' }],
  [{ field: 'tier', dir: 'desc' }],
  [{ field: 'phones', dir: 'asc' }],
  [{ field: 'emails', dir: 'desc' }],
  [{ field: 'createdAt', dir: 'desc' }],
  [{ field: 'custom.hasCat', dir: 'asc' }],
  [{ field: 'custom.shoe', dir: 'desc' }],
  [{ field: 'custom.colour', dir: 'asc' }],
  [
    { field: 'tier', dir: 'asc' },
    { field: 'city', dir: 'desc' },
    { field: 'visits', dir: 'asc' },
  ],
];

export const readingChecks = [
  check(
    'describes itself by the contract, and names no member that it lacks',
    async ({ adapter, context }) => {
      const told = await adapter.describe(context);
      const parsed = description.safeParse(told);
      ensure(parsed.success, `the description is not of the contract: ${parsed.error?.message}`);
      const { capabilities } = told;
      ensure(!capabilities.watch || adapter.watch, 'it says watch, and has none');
      ensure(!capabilities.aggregate || adapter.aggregate, 'it says aggregate, and has none');
      ensure(!capabilities.ingest || adapter.ingest, 'it says ingest, and has none');
      ensure(!capabilities.views || adapter.views, 'it says views, and has none');
      ensure(
        capabilities.records.length === 0 || adapter.records,
        'it names kinds of records, and keeps none',
      );
      ensure(capabilities.actions.length === 0 || adapter.jobs, 'it names actions, and runs none');
    },
  ),

  check('tells the clock, day and settings of its base', async ({ adapter, context, seed }) => {
    const { now, today, settings } = await adapter.describe(context);
    same([Date.parse(now), today], [seed.now, seed.today], 'now and today');
    same(settings, seed.settings, 'settings');
  }),

  check('answers a client with every field that it was given', async (subject) => {
    const wanted = subject.seed.clients.find(({ id }) => id === 'all');
    const told = await subject.get('all');
    for (const [field, value] of Object.entries(wanted ?? {})) {
      if (field !== 'custom') same(told[field as keyof typeof told], value, `the field ${field}`);
    }
    for (const [field, value] of Object.entries(wanted?.custom ?? {})) {
      same(told.custom?.[field], value, `the field custom.${field}`);
    }
  }),

  check('works virtual fields out', async (subject) => {
    const all = await subject.get('all', ['name', 'age', 'status']);
    same([all.name, all.age], ['Юлия Петровна Ёлкина', 34], 'name and age');
    same(
      (await subject.get('leap', ['age'])).age,
      undefined,
      'the age of one whose year of birth is not known',
    );
    same((await subject.get('nobody', ['status'])).status, 'potential', 'the status of one who never came');
  }),

  check('refuses an id that nobody has', async (subject) => {
    await refused('not_found', () => subject.get('no-such-client'), 'get');
  }),

  check('finds everyone, in the order of their ids where nothing else is asked', async (subject) => {
    const page = await subject.find(everyone);
    const ids = subject.seed.clients.map(({ id }) => id).sort();
    same(
      page.items.map(({ id }) => id),
      ids,
      'ids',
    );
    same([page.total, page.at, page.next], [ids.length, 0, null], 'total, at and next');
    const parsed = clientPage.safeParse(page);
    ensure(parsed.success, `the page is not of the contract: ${parsed.error?.message}`);
  }),

  check('sorts by every type, missing values last both ways, ties by id', async (subject) => {
    for (const sort of SORTS) {
      const known = sort.every(
        ({ field }) => subject.capabilities.sort === true || subject.capabilities.sort.includes(field),
      );
      if (!known) continue;
      const name = sort.map(({ field, dir }) => `${field} ${dir}`).join(', ');
      same(await subject.ids(everyone, sort), subject.expected(everyone, sort), `sorted by ${name}`);
    }
  }),

  check('gives windows that fit together', async (subject) => {
    const sort: SortKey[] = [{ field: 'city', dir: 'asc' }];
    const whole = await subject.ids(everyone, sort);
    const pieces: Id[] = [];
    const revisions = new Set<string>();
    for (let at = 0; at < whole.length; at += 7) {
      const page = await subject.find(everyone, sort, { window: { at, size: 7 }, fields: [] });
      pieces.push(...page.items.map(({ id }) => id));
      revisions.add(page.revision);
      same([page.at, page.total], [at, whole.length], 'at and total');
    }
    same(pieces, whole, 'the pieces');
    same(revisions.size, 1, 'revisions while nobody writes');
    const past = await subject.find(everyone, sort, { window: { at: 5000, size: 10 } });
    same([past.items, past.total], [[], whole.length], 'a window behind the end');
  }),

  check('walks over all once, in the same order, to an end', async (subject) => {
    const sort: SortKey[] = [{ field: 'visits', dir: 'desc' }];
    const walked: Id[] = [];
    let after: string | null = null;
    for (let round = 0; round < 100; round++) {
      const page = await subject.find(everyone, sort, { window: { after, size: 9 }, fields: [] });
      same(page.at, null, 'the position in a walk');
      walked.push(...page.items.map(({ id }) => id));
      after = page.next;
      if (after === null) break;
    }
    same(after, null, 'the end of the walk');
    same(walked, subject.expected(everyone, sort), 'the walk');
  }),

  check('carries the fields that are asked for, and no other', async (subject) => {
    const { items } = await subject.find(everyone, [], { fields: ['city', 'custom.hasCat'] });
    const all = items.find(({ id }) => id === 'all');
    same(all, { id: 'all', version: 7, city: 'Sofia', custom: { hasCat: true } }, 'a projection');
    const one = await subject.get('all', ['lastName']);
    same(one, { id: 'all', version: 7, lastName: 'Ёлкина' }, 'the projection of get');
  }),

  check('hands out copies: what a caller does to an answer changes nothing', async (subject) => {
    const first = await subject.get('all');
    (first.categories as string[] | undefined)?.push('spoilt');
    first.city = 'spoilt';
    const again = await subject.get('all');
    same([again.categories, again.city], [['vip', 'press'], 'Sofia'], 'the second answer');
  }),

  check('counts what it finds', async ({ adapter, context, seed }) => {
    const found = await adapter.count(EVERYONE, context);
    same([found.count, found.today], [seed.clients.length, seed.today], 'count and today');
  }),

  check(
    'gives one token to one set, and another to another',
    async ({ adapter, context }) => {
      const token = async (city: string) =>
        (
          await adapter.count(
            { v: 1, where: { kind: 'field', field: 'city', op: 'is', value: city } },
            context,
            { token: true },
          )
        ).token;
      ensure((await token('Riga')) !== undefined, 'no token was answered');
      same(await token('Riga'), await token('Riga'), 'the token of the same set');
      ensure((await token('Riga')) !== (await token('Sofia')), 'two sets have one token');
    },
    ['token'],
  ),

  check(
    'refuses questions that cannot be understood, and never answers everyone instead',
    async (subject) => {
      const bad: unknown[] = [
        { v: 1, where: { kind: 'all', of: [] } },
        { v: 1, where: { kind: 'field', field: 'no.such', op: 'exists' } },
        { v: 1, where: { kind: 'field', field: 'city', op: 'in', value: [] } },
        { v: 1, where: { kind: 'field', field: 'city', op: 'between', value: ['a', 'b'] } },
        { v: 1, where: { kind: 'field', field: 'visits', op: 'gt', value: '3' } },
        { v: 1, where: { kind: 'field', field: 'birthday', op: 'is', value: { day: '2023-02-29' } } },
        { v: 1, where: { kind: 'search', text: ' ' } },
        { v: 2, where: { kind: 'everyone' } },
        { v: 1 },
        {},
      ];
      for (const where of bad) {
        const what = `find ${JSON.stringify(where)}`;
        await refused(
          'invalid',
          () => subject.adapter.find(subject.query({ where: where as never }), subject.context),
          what,
        );
        await refused('invalid', () => subject.adapter.count(where as never, subject.context), what);
      }
    },
  ),
];
