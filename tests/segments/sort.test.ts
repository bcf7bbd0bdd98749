import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Client, SortKey } from '../../src/contract/index.js';
import { checkSort, compareBy, resolveSort, sortValue } from '../../src/segments/index.js';
import { age } from '../../src/time/index.js';
import { catalogue, makeBase, settings, TODAY } from './base.js';

const client = (id: string, more: Partial<Client>): Client => ({ id, version: 1, ...more });
const lists = {
  branches: [
    { id: 'b2', name: 'Second' },
    { id: 'b1', name: 'First' },
  ],
};

function sorted(clients: readonly Client[], sort: SortKey[], more: Partial<typeof settings> = {}): string {
  const keys = resolveSort(sort, { catalogue, settings: { ...settings, ...more }, lists });
  return [...clients]
    .sort(compareBy(keys))
    .map(({ id }) => id)
    .join(' ');
}

describe('resolveSort', () => {
  const people = [
    client('a', { firstName: 'Adam', lastName: 'Žák' }),
    client('b', { firstName: 'Ёлка', lastName: 'Ли' }),
    client('c', { firstName: 'Chloe', lastName: 'Adams' }),
    client('d', {}),
    client('e', { lastName: 'Hana' }),
  ];

  it('sorts names as they are shown, by the alphabet of the base, the nameless last both ways', () => {
    const name = (dir: 'asc' | 'desc'): SortKey[] => [{ field: 'name', dir }];
    assert.equal(sorted(people, name('asc'), { collation: 'en' }), 'a c e b d');
    assert.equal(sorted(people, name('desc'), { collation: 'en' }), 'b e c a d');
    // In Czech ch follows h.
    assert.equal(sorted(people, name('asc'), { collation: 'cs' }), 'a e c b d');
    assert.equal(sorted(people, name('asc'), { collation: 'cs', nameOrder: 'lastFirst' }), 'c e a b d');
  });

  it('sorts by age as by birthday turned round, and those without a year last both ways', () => {
    const { clients } = makeBase(200, 3);
    const years = (one: Client): number | null => {
      const known = one.birthday === undefined || one.birthday.startsWith('--') ? null : one.birthday;
      return known === null || known > TODAY ? null : age(known, TODAY, settings.leapBirthday);
    };
    for (const dir of ['asc', 'desc'] as const) {
      const order = [...clients].sort(
        compareBy(resolveSort([{ field: 'age', dir }], { catalogue, settings })),
      );
      const ages = order.map(years).filter((value) => value !== null);
      assert.deepEqual(
        ages,
        [...ages].sort((a, b) => (dir === 'asc' ? a - b : b - a)),
      );
      const firstWithout = order.findIndex(
        (one) => one.birthday === undefined || one.birthday.startsWith('--'),
      );
      assert.ok(
        order.slice(firstWithout).every((one) => one.birthday === undefined || one.birthday.startsWith('--')),
      );
    }
  });

  it('sorts choices by their place in the list, then those that are in none, then those without', () => {
    const branches = ['b1', 'gone', undefined, 'b2', 'also'].map((branch, i) =>
      client(String(i), branch === undefined ? {} : { branch }),
    );
    assert.equal(sorted(branches, [{ field: 'branch', dir: 'asc' }]), '3 0 4 1 2');
    assert.equal(sorted(branches, [{ field: 'branch', dir: 'desc' }]), '1 4 0 3 2');
  });

  it('breaks ties by the next key and at last by id, ascending', () => {
    const visits = [
      client('z', { visits: 1, points: 5 }),
      client('y', { visits: 1, points: 5 }),
      client('x', { visits: 1, points: 9 }),
      client('w', {}),
    ];
    assert.equal(
      sorted(visits, [
        { field: 'visits', dir: 'desc' },
        { field: 'points', dir: 'desc' },
      ]),
      'x y z w',
    );
    assert.equal(sorted(visits, []), 'w x y z');
  });

  it('is an order: the same for every arrangement of the same clients', () => {
    const { clients } = makeBase(60, 9);
    const fields = [...catalogue.fields.values()].filter((field) => field.sort).map((field) => field.id);
    const key = fc.record({
      field: fc.constantFrom(...fields),
      dir: fc.constantFrom('asc' as const, 'desc' as const),
    });
    fc.assert(
      fc.property(
        fc.array(key, { maxLength: 3 }),
        fc.shuffledSubarray(clients, { minLength: 60 }),
        (sort, shuffled) => {
          assert.equal(sorted(shuffled, sort), sorted(clients, sort));
        },
      ),
      { numRuns: 300, seed: 41 },
    );
  });

  it('puts missing values last in both directions, whatever the field', () => {
    const { clients } = makeBase(80, 10);
    for (const field of catalogue.fields.values()) {
      if (!field.sort) continue;
      for (const dir of ['asc', 'desc'] as const) {
        const keys = resolveSort([{ field: field.id, dir }], { catalogue, settings, lists });
        assert.equal(keys.length, 1, field.id);
        const values = [...clients].sort(compareBy(keys)).map((one) => sortValue(one, keys[0]!.by));
        const firstMissing = values.indexOf(null);
        if (firstMissing >= 0)
          assert.ok(
            values.slice(firstMissing).every((value) => value === null),
            field.id,
          );
      }
    }
  });

  it('refuses keys that are unknown, unsortable or out of bounds, and what depends on them', () => {
    const codes = (field: string, bounds = {}): string[] =>
      checkSort([{ field, dir: 'asc' }], catalogue, bounds).map(({ code }) => code);
    assert.deepEqual(codes('name'), []);
    assert.deepEqual(codes('toString'), ['unknown_field']);
    assert.deepEqual(codes('categories'), ['not_sortable']);
    assert.deepEqual(codes('age', { hidden: ['birthday'] }), ['hidden_field']);
    assert.deepEqual(codes('phones', { masked: ['phones'] }), ['hidden_field']);
    assert.deepEqual(codes('visits', { capabilities: { sort: ['points'] } }), ['not_sortable']);
  });
});
