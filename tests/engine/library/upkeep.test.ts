import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { ClienteleError, type Node } from '../../../src/contract/index.js';
import { atLeast, baseOf, CONTEXT, of, people, writer } from './support.js';

const DAY = 86_400_000;
const VIP: Node = { kind: 'field', field: 'categories', op: 'anyOf', value: ['vip'] };
const lists = { categories: ['vip', 'press'].map((id) => ({ id, name: id })) };

describe('a removed category', () => {
  const crowd = () => people(3000, (index) => ({ categories: index % 2 ? ['vip', 'press'] : ['vip'] }));

  it('keeps its name where it stands until nobody carries it, also when the work is broken off', async () => {
    let commits = 0;
    let isBroken = true;
    const base = baseOf({
      clients: crowd(),
      lists,
      beforeWrite: () => {
        if (++commits > 2 && isBroken) throw new ClienteleError('storage', 'the disk is full');
      },
    });
    await base.library.remove('categories', 'vip', 0, writer());
    const left = await base.count(VIP);
    assert.ok(left > 0 && left < 3000, `${left} still carry it`);
    const described = async () => (await base.adapter.describe(CONTEXT)).lists.categories;
    assert.deepEqual(
      (await described())?.find(({ id }) => id === 'vip'),
      {
        id: 'vip',
        name: 'vip',
        version: 1,
        archived: true,
      },
    );
    assert.deepEqual(
      (await base.library.list('categories', CONTEXT)).map(({ id }) => id),
      ['press'],
    );
    isBroken = false;
    await base.settle();
    assert.equal(await base.count(VIP), 0);
    assert.deepEqual(
      (await described())?.map(({ id }) => id),
      ['press'],
    );
    assert.deepEqual(
      [(await base.client('c000001')).categories, (await base.client('c000002')).categories],
      [['press'], undefined],
    );
  });

  it('is not offered to anybody from then on, and may be made again only when it is gone', async () => {
    let isBroken = true;
    const base = baseOf({
      clients: crowd(),
      lists,
      beforeWrite: () => {
        if (isBroken) throw new ClienteleError('storage', 'the disk is full');
      },
    });
    await base.library.remove('categories', 'vip', 0, writer());
    const again = () => base.save('categories', { id: 'vip', name: 'Again' });
    await assert.rejects(again, { code: 'conflict' });
    await assert.rejects(base.rule('r', { where: of(atLeast(1)), field: 'categories', value: 'vip' }), {
      code: 'invalid',
    });
    isBroken = false;
    await base.settle();
    assert.ok((await again()).version > 1);
  });

  it('is taken from one who comes back with it', async () => {
    const base = baseOf({ clients: crowd().slice(0, 3), lists });
    await base.adapter.remove('c000001', 1, writer());
    await base.library.remove('categories', 'vip', 0, writer());
    await base.settle();
    const plan = await base.adapter.jobs.plan(
      { action: 'restore', params: {}, selection: { ids: ['c000001'] } },
      writer(),
    );
    await base.adapter.jobs.run(plan.id, writer());
    await base.settle();
    assert.deepEqual((await base.client('c000001')).categories, ['press']);
  });
});

describe('sizes of segments', () => {
  it('are noted once a day, and not for days on which nobody worked', async () => {
    const base = baseOf({ clients: people(4, (index) => ({ visits: index })) });
    await base.save('segments', { id: 's', name: 'S', document: of(atLeast(2)) });
    await base.settle();
    base.clock.now += DAY;
    await base.adapter.save({ id: 'new', version: null, patch: { firstName: 'New' } }, writer());
    await base.settle();
    await base.settle();
    base.clock.now += 3 * DAY;
    await base.settle();
    assert.deepEqual(await base.library.sizes('s', CONTEXT), [
      { day: '2026-03-10', count: 2 },
      { day: '2026-03-11', count: 2 },
      { day: '2026-03-14', count: 2 },
    ]);
  });

  it('are at most of 800 days', async () => {
    const base = baseOf({ clients: people(1) });
    await base.save('segments', { id: 's', name: 'S', document: of(atLeast(0)) });
    for (let day = 0; day < 805; day++) {
      base.clock.now += DAY;
      await base.settle();
    }
    const sizes = await base.library.sizes('s', CONTEXT);
    assert.equal(sizes.length, 800);
    assert.equal(sizes.at(-1)?.day, new Date(base.clock.now).toISOString().slice(0, 10));
  });
});

describe('the history of statuses', () => {
  const settings = { lostAfterDays: 30, timeZone: 'UTC' };
  /** c0 is lost on the 11th, c1 on the 12th unless the booking of the 12th stands in the way, c2 was lost long ago, c3 never came. */
  const visitors = () =>
    people(
      4,
      (index) =>
        [
          { visits: 1, lastVisit: '2026-02-08' },
          { visits: 5, lastVisit: '2026-02-09', nextVisit: '2026-03-12T09:00:00Z' },
          { visits: 5, lastVisit: '2025-02-09' },
          {},
        ][index]!,
    );
  const history = async (base: ReturnType<typeof baseOf>) => {
    const window = { at: 0, size: 50 };
    const { items } = await base.adapter.records.find({ record: 'statuses', window }, CONTEXT);
    return items
      .map(({ client, values }) => `${values['day']} ${client} ${values['from']} ${values['to']}`)
      .sort();
  };

  it('has who was lost on each day, also on days on which nobody worked, once', async () => {
    const base = baseOf({ clients: visitors(), settings });
    await base.settle();
    assert.deepEqual(await history(base), [], 'nothing before the base was first looked at');
    base.clock.now += DAY;
    await base.settle();
    const first = '2026-03-11 c000000 new lost';
    assert.deepEqual(await history(base), [first]);
    base.clock.now += 5 * DAY;
    await base.settle();
    await base.settle();
    const all = [first, '2026-03-13 c000001 regular lost'];
    assert.deepEqual(await history(base), all);
    for (const [client, status] of [
      ['c000000', 'lost'],
      ['c000001', 'lost'],
      ['c000003', 'potential'],
    ] as const) {
      assert.equal((await base.client(client)).status, status);
    }
  });

  it('agrees with the status on every day of a year of bookings', async () => {
    const base = baseOf({ clients: people(12), records: { bookings: [] }, settings });
    await base.settle();
    const statuses = new Map<string, string>();
    for (let day = 0; day < 200; day++) {
      base.clock.now += DAY;
      await base.settle();
      for (const [index, { id }] of people(12).entries()) {
        const { status = '' } = await base.client(id);
        const last = statuses.get(id) ?? 'potential';
        if (last !== status) statuses.set(id, status);
        // Every so many days each comes; some only once or twice.
        const rhythm = 7 + index * 6;
        if (day % rhythm !== index || day > 120) continue;
        const start = new Date(base.clock.now - 3_600_000).toISOString();
        await base.adapter.records.save(
          {
            record: 'bookings',
            id: `${id}.${day}`,
            version: null,
            client: id,
            patch: { start, state: 'arrived' },
          },
          writer(),
        );
      }
    }
    for (const { id } of people(12)) {
      const { items } = await base.adapter.records.find(
        {
          record: 'statuses',
          client: id,
          sort: [{ field: 'day', dir: 'asc' }],
          window: { at: 0, size: 100 },
        },
        CONTEXT,
      );
      const steps = items.map(({ values }) => values as { day: string; from: string; to: string });
      // Two changes of one day have no order of their own: each begins where another one ended.
      let status = 'potential';
      for (let left = steps; left.length > 0;) {
        const { day } = left[0]!;
        const next = left.find((step) => step.day === day && step.from === status);
        assert.ok(next, `${id} was ${status} on ${day}`);
        status = next.to;
        left = left.filter((step) => step !== next);
      }
      assert.equal(status, (await base.client(id)).status, id);
      assert.ok(steps.length > 0, `${id} has a history`);
    }
    assert.equal(await base.count({ kind: 'field', field: 'status', op: 'in', value: ['lost'] }), 12);
  });

  it('is no business of people: nobody writes it, and it is hidden with what it is made of', async () => {
    const { withAccess } = await import('../../../src/engine/index.js');
    const base = baseOf({ clients: visitors(), settings });
    const rights = (await base.adapter.describe(CONTEXT)).rights;
    const blind = withAccess(base.adapter, { rights: () => ({ ...rights, hidden: ['lastVisit'] }) });
    assert.ok(!(await blind.describe(CONTEXT)).capabilities.records.includes('statuses'));
    const window = { at: 0, size: 5 };
    await assert.rejects(async () => blind.records?.find({ record: 'statuses', window }, CONTEXT), {
      code: 'invalid',
    });
    const patch = { day: '2026-03-10', from: 'new', to: 'lost' };
    const save = () =>
      base.adapter.records.save(
        { record: 'statuses', id: 's', version: null, client: 'c000000', patch },
        writer(),
      );
    await assert.rejects(save, { code: 'invalid' });
    const item = { record: 'statuses', id: 's', client: { id: 'c000000' }, values: patch };
    const [taken] = await base.adapter.ingest([item], writer());
    assert.equal(taken?.outcome, 'failed');
  });
});

describe('upkeep that fails', () => {
  it('leaves what it did as it is, says what went wrong, and goes on later', async () => {
    let commits = 0;
    let isBroken = true;
    const base = baseOf({
      clients: people(1500, () => ({ visits: 3 })),
      lists,
      rules: [
        {
          id: 'r',
          name: 'R',
          enabled: true,
          where: of(atLeast(1)),
          field: 'categories',
          value: 'vip',
          keep: 'while',
        },
      ],
      beforeWrite: () => {
        if (++commits > 1 && isBroken) throw new ClienteleError('storage', 'the disk is full');
      },
    });
    await assert.rejects(base.settle(), { code: 'storage' });
    assert.equal(await base.count(VIP), 500);
    assert.deepEqual(await base.adapter.jobs.work({ budgetMs: 5 }, writer()), { more: false }, 'it rests');
    isBroken = false;
    const clock = mock.method(performance, 'now', () => Date.now() + 1e9);
    try {
      await base.settle();
    } finally {
      clock.mock.restore();
    }
    assert.equal(await base.count(VIP), 1500);
    assert.equal((await base.client('c000000')).version, 2);
  });
});
