import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import type { Client, Node, Settings } from '../../src/contract/index.js';
import {
  clientSource,
  countMatches,
  evaluate,
  isSearchable,
  matchesSearch,
  readSegment,
  rowsOf,
  searchFields,
  searchRows,
  sourceOf,
  statusOf,
} from '../../src/segments/index.js';
import {
  accepted,
  complement,
  domainOf,
  FLOATS,
  has,
  including,
  without,
} from '../../src/segments/intervals.js';
import { age } from '../../src/time/index.js';
import { catalogue, makeBase, settings, TODAY } from './base.js';

const person = (more: Partial<Client>): Client => ({ id: 'p', version: 1, ...more });

/** Whether a condition holds of a client on a day. */
function holds(where: Node, client: Partial<Client>, today = TODAY, more: Partial<Settings> = {}): boolean {
  const own = { ...settings, ...more };
  const node = readSegment({ v: 1, where }, { catalogue, settings: own, today });
  return countMatches(node, clientSource(person(client), { catalogue, settings: own })) === 1;
}

const is = (field: string, op: string, value?: unknown, more = {}): Node =>
  ({ kind: 'field', field, op, ...(value === undefined ? {} : { value }), ...more }) as Node;

describe('a condition', () => {
  it('takes "in the last 30 days" as today − 30 up to today, and "more than 30 days ago" as before that', () => {
    const last30 = is('lastVisit', 'between', [
      { ago: 30, unit: 'day' },
      { ago: 0, unit: 'day' },
    ]);
    const before = is('lastVisit', 'lt', { ago: 30, unit: 'day' });
    assert.ok(holds(last30, { lastVisit: '2026-02-27' }));
    assert.ok(holds(last30, { lastVisit: '2026-03-29' }));
    assert.ok(!holds(last30, { lastVisit: '2026-03-30' }));
    assert.ok(!holds(last30, { lastVisit: '2026-02-26' }));
    assert.ok(holds(before, { lastVisit: '2026-02-26' }));
    assert.ok(!holds(before, { lastVisit: '2026-02-27' }));
  });

  it('counts instants by the days of the business, through a change of the clock', () => {
    // In Sofia 29 March 2026 has 23 hours: 22:00 the day before to 21:00 in UTC.
    const today = is('createdAt', 'is', { ago: 0, unit: 'day' });
    assert.ok(!holds(today, { createdAt: '2026-03-28T21:59:59.999Z' }));
    assert.ok(holds(today, { createdAt: '2026-03-28T22:00:00Z' }));
    assert.ok(holds(today, { createdAt: '2026-03-29T20:59:59.999Z' }));
    assert.ok(!holds(today, { createdAt: '2026-03-29T21:00:00Z' }));
    assert.ok(holds(today, { createdAt: '2026-03-29T21:00:00Z' }, TODAY, { timeZone: 'UTC' }));
  });

  it('puts the week where the base begins it', () => {
    const thisWeek = is('lastVisit', 'gte', { start: 'week' });
    // 29 March 2026 is a Sunday.
    assert.ok(holds(thisWeek, { lastVisit: '2026-03-23' }));
    assert.ok(!holds(thisWeek, { lastVisit: '2026-03-23' }, TODAY, { weekStart: 7 }));
  });

  it('finds birthdays across the turn of the year and of those born on 29 February', () => {
    const week = is('birthday', 'anniversary', [
      { ago: 0, unit: 'day' },
      { ahead: 7, unit: 'day' },
    ]);
    assert.ok(holds(week, { birthday: '1990-01-02' }, '2025-12-28'));
    assert.ok(holds(week, { birthday: '--12-31' }, '2025-12-28'));
    assert.ok(!holds(week, { birthday: '1990-01-05' }, '2025-12-28'));
    assert.ok(
      holds(is('birthday', 'anniversary', [{ day: '2026-02-28' }, { day: '2026-02-28' }]), {
        birthday: '2000-02-29',
      }),
    );
    const first = is('birthday', 'anniversary', [{ day: '2026-03-01' }, { day: '2026-03-01' }]);
    assert.ok(!holds(first, { birthday: '2000-02-29' }));
    assert.ok(holds(first, { birthday: '--02-29' }, TODAY, { leapBirthday: 'mar1' }));
    assert.ok(holds(is('birthday', 'month', [2, 5]), { birthday: '--02-29' }));
  });

  it('knows ages on the very day, as everyone else counts them', () => {
    for (const birthday of [
      '1990-03-29',
      '1990-03-30',
      '2000-02-29',
      '2026-03-29',
      '2026-03-30',
      '--03-29',
    ]) {
      const years = age(birthday, TODAY, settings.leapBirthday);
      for (const wanted of [0, 25, 26, 35, 36]) {
        assert.equal(holds(is('age', 'is', wanted), { birthday }), years === wanted, `${birthday} ${wanted}`);
        assert.equal(
          holds(is('age', 'is', wanted, { not: true }), { birthday }),
          years !== null && years !== wanted,
        );
        assert.equal(
          holds(is('age', 'gt', wanted, { orMissing: true }), { birthday }),
          years === null || years > wanted,
        );
      }
      assert.equal(holds(is('age', 'exists'), { birthday }), years !== null);
    }
  });

  it('gives every client exactly one status, the one that the rule names', () => {
    const { clients } = makeBase(400, 21);
    const source = sourceOf(clients, { catalogue, settings });
    const statuses = ['potential', 'new', 'regular', 'lost'];
    const found = statuses.map((status) => {
      const node = readSegment(
        { v: 1, where: is('status', 'in', [status]) },
        { catalogue, settings, today: TODAY },
      );
      return new Set(rowsOf(evaluate(node, source).bits));
    });
    const seen = new Set<string>();
    for (const [row, client] of clients.entries()) {
      const own = statuses.filter((_, i) => found[i]!.has(row));
      assert.deepEqual(own, [statusOf(client, { today: TODAY, settings })]);
      seen.add(own[0]!);
    }
    assert.equal(seen.size, 4);
    const lost = { visits: 3, lastVisit: '2026-01-27' };
    assert.equal(statusOf(lost, { today: TODAY, settings }), 'lost');
    assert.equal(
      statusOf({ ...lost, nextVisit: '2026-03-29T08:00:00Z' }, { today: TODAY, settings }),
      'regular',
    );
    assert.equal(statusOf({ ...lost, lastVisit: '2026-01-28' }, { today: TODAY, settings }), 'regular');
    assert.equal(statusOf({}, { today: TODAY, settings }), 'potential');
  });

  it('finds a phone however it was written', () => {
    const phones = { phones: [{ value: '+359888123456' }] };
    for (const text of ['0888 123 456', '+359 888 123456', '00359888123456', '(0888) 123-456']) {
      assert.ok(holds(is('phones', 'is', text), phones), text);
      assert.ok(holds(is('phones', 'contains', text), phones), text);
    }
    for (const text of ['0888', '888', '+3598', '00359'])
      assert.ok(holds(is('phones', 'startsWith', text), phones), text);
    for (const text of ['0123', '123', '+420'])
      assert.ok(!holds(is('phones', 'startsWith', text), phones), text);
  });

  it('compares percents as they were written, not as they are stored', () => {
    for (const discount of [0.29, 0.57, 4.35, 33.33, 99.99]) {
      assert.ok(holds(is('discount', 'is', discount), { discount }), String(discount));
      assert.ok(!holds(is('discount', 'gt', discount), { discount }));
    }
  });

  it('says of reachable no or yes, and nothing in between', () => {
    const sms = { kind: 'reachable', channel: 'sms', purpose: 'marketing' } as const;
    const ok: Partial<Client> = {
      phones: [{ value: '+359888123456' }],
      subscribed: true,
      consents: ['sms:marketing'],
    };
    assert.ok(holds(sms, ok));
    for (const spoilt of [
      { phones: [] },
      { muted: true },
      { blocked: true },
      { subscribed: false },
      { consents: ['email:marketing'] },
    ]) {
      assert.ok(!holds(sms, { ...ok, ...spoilt }));
      assert.ok(holds({ ...sms, not: true }, { ...ok, ...spoilt }));
    }
    assert.ok(holds({ ...sms, purpose: 'transactional' }, { phones: [{ value: '+359888123456' }] }));
    assert.ok(holds({ ...sms, not: true }, {}));
  });
});

describe('the quick search', () => {
  const { clients } = makeBase(300, 5);
  const source = sourceOf(clients, { catalogue, settings });

  it('finds the same by columns and by the texts of one client', () => {
    for (const text of [
      'ivan',
      'Иван 0888',
      'žof',
      '12 34',
      'example.com',
      '+420 603',
      'ёлка maria',
      "O'N",
      'qwertz',
    ]) {
      const found = new Set(rowsOf(searchRows(source, text, searchFields(catalogue)).bits));
      for (const [row, client] of clients.entries()) {
        const values = (list: readonly unknown[] = []): string[] =>
          list.map((item) => (typeof item === 'string' ? item : (item as { value: string }).value));
        const names = [client.firstName, client.lastName, client.patronymic].filter(
          (part) => part !== undefined,
        );
        const notes = (client.custom?.['notes'] ?? []) as string[];
        const texts = [...names, ...values(client.emails), ...values(client.cardNumbers), ...notes];
        assert.equal(matchesSearch({ texts, phones: values(client.phones) }, text), found.has(row), text);
      }
    }
  });

  it('finds nobody by a text that holds nothing to look for', () => {
    assert.equal(searchRows(source, ' - ', searchFields(catalogue)).count, 0);
    assert.equal(isSearchable(' - '), false);
    assert.equal(isSearchable('+'), true);
    assert.equal(matchesSearch({ texts: ['Ann'] }, ''), false);
  });

  it('leaves out the fields that a user may not see', () => {
    const ids = (unsearched: string[]): string[] =>
      searchFields(catalogue, unsearched).map(({ field }) => field);
    assert.deepEqual(ids([]), [
      'firstName',
      'lastName',
      'patronymic',
      'phones',
      'emails',
      'cardNumbers',
      'custom.notes',
    ]);
    assert.deepEqual(ids(['phones', 'lastName']), [
      'firstName',
      'patronymic',
      'emails',
      'cardNumbers',
      'custom.notes',
    ]);
    assert.deepEqual(ids(['name']), ['phones', 'emails', 'cardNumbers', 'custom.notes']);
  });
});

describe('a client that has a name and none of its parts', () => {
  it('is found by the parts that the name is made of', () => {
    assert.ok(holds(is('lastName', 'is', 'Smith'), { name: 'Jane Smith' }));
    assert.ok(holds(is('name', 'contains', 'ne smi'), { name: 'Jane Smith' }));
    assert.ok(!holds(is('firstName', 'exists'), { name: 'Jane Smith', lastName: 'Smith' }));
  });
});

describe('intervals', () => {
  it('hold exactly the numbers that pass, in every array that can hold them', () => {
    const numbers = [-129, -128, -1, 0, 1, 2, 2.5, 127, 128, 255, 256, 65_535, 65_536];
    const tests = [
      { op: 'range', gte: 1, lt: 128 },
      { op: 'range', gt: 2.5 },
      { op: 'range', lte: -1 },
      { op: 'range', gt: 5, lt: 2 },
      { op: 'in', values: [1, 2, 2.5, 255, 1] },
    ] as const;
    for (const Type of [
      Int8Array,
      Uint8Array,
      Int16Array,
      Uint16Array,
      Int32Array,
      Uint32Array,
      Float64Array,
    ]) {
      const domain = domainOf(new Type(0));
      for (const test of tests) {
        const passes = (x: number): boolean =>
          test.op === 'in'
            ? (test.values as readonly number[]).includes(x)
            : x >= (('gte' in test && test.gte) || -Infinity) &&
              x > ('gt' in test ? test.gt : -Infinity) &&
              x <= ('lte' in test ? test.lte : Infinity) &&
              x < ('lt' in test ? test.lt : Infinity);
        const intervals = accepted(test, domain, 1);
        const outside = complement(intervals, domain);
        for (const x of numbers) {
          if (new Type([x])[0] !== x) continue;
          assert.equal(has(intervals, x), passes(x), `${Type.name} ${JSON.stringify(test)} ${x}`);
          assert.equal(has(outside, x), !passes(x));
          assert.equal(has(without(intervals, x, x, domain), x), false);
          assert.equal(has(including(intervals, x, x, domain), x), true);
        }
      }
    }
    assert.equal(has([FLOATS.min, FLOATS.max], NaN), false);
  });
});
