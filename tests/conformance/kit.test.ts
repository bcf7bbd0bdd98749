import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryAdapter } from '../../src/adapters/memory/index.js';
import type { Adapter, Client, Page, Query } from '../../src/contract/index.js';
import { conformance, conformanceChecks, fixedClock, runCheck, type Seed } from '../../src/testing/index.js';

const memory = ({ clients, records, fields, lists, settings, rights, now }: Seed): Adapter =>
  memoryAdapter({
    clients,
    records: {
      bookings: records.filter(({ record }) => record === 'bookings'),
      sales: records.filter(({ record }) => record === 'sales'),
      points: [],
    },
    fields,
    lists,
    settings,
    rights,
    now: () => now,
  });

/** The memory adapter with its pages changed. */
const paging =
  (change: (page: Page<Client>, query: Query) => Page<Client>) =>
  (seed: Seed): Adapter => {
    const adapter = memory(seed);
    return { ...adapter, find: async (query, context) => change(await adapter.find(query, context), query) };
  };
const saving =
  (change: (adapter: Adapter, input: Parameters<Adapter['save']>[0]) => Parameters<Adapter['save']>[0]) =>
  (seed: Seed): Adapter => {
    const adapter = memory(seed);
    return { ...adapter, save: (input, context) => adapter.save(change(adapter, input), context) };
  };

/** What an adapter may do wrong, and a promise that it then breaks. */
const FAULTS: Record<string, [make: (seed: Seed) => Adapter, broken: string]> = {
  'an order that is not stable': [
    paging((page) => ({ ...page, items: [...page.items].reverse() })),
    'finds everyone, in the order of their ids where nothing else is asked',
  ],
  'the answer to another question': [
    (seed) => {
      const adapter = memory(seed);
      const everyone = { v: 1, where: { kind: 'everyone' } } as const;
      return { ...adapter, find: (query, context) => adapter.find({ ...query, where: everyone }, context) };
    },
    'finds by each kind of condition whom the contract says',
  ],
  'more than was asked for': [
    paging((page) => ({ ...page, items: page.items.map((client) => ({ ...client, city: 'extra' })) })),
    'carries the fields that are asked for, and no other',
  ],
  'a total that does not hold': [
    paging((page) => ({ ...page, total: (page.total ?? 0) + 1 })),
    'gives windows that fit together',
  ],
  'today of its own': [
    (seed) => {
      const adapter = memory(seed);
      return { ...adapter, find: (query, context) => adapter.find({ ...query, today: seed.today }, context) };
    },
    'takes today from the question where it is pinned',
  ],
  'writes whatever the version': [
    saving((adapter, input) => {
      const standing = adapter.get(input.id, { tenant: 'conformance', actor: 'tester', role: 'owner' });
      return { ...input, version: (standing as Client).version };
    }),
    'demands a version, and refuses a stale one with the version that stands',
  ],
  'forgets keys': [
    (seed) => {
      const adapter = memory(seed);
      let keys = 0;
      return {
        ...adapter,
        save: (input, context) => adapter.save(input, { ...context, key: `own-${++keys}` }),
      };
    },
    'does a write once per key, and answers it again',
  ],
  'capabilities that it has not': [
    (seed) => {
      const { jobs: _, ...rest } = memory(seed);
      return rest;
    },
    'describes itself by the contract, and names no member that it lacks',
  ],
  'errors of its own kind': [
    (seed) => ({
      ...memory(seed),
      get: () => {
        throw new RangeError('no such row');
      },
    }),
    'refuses an id that nobody has',
  ],
};

describe('the conformance kit', () => {
  it('names each promise once', () => {
    const names = conformanceChecks.map((check) => `${check.group}: ${check.name}`);
    assert.equal(new Set(names).size, names.length);
  });

  for (const [fault, [make, broken]] of Object.entries(FAULTS)) {
    it(`catches an adapter with ${fault}`, async () => {
      const check = conformanceChecks.find(({ name }) => name === broken);
      assert.ok(check, broken);
      assert.equal(await runCheck(check, memory), null, 'the sound adapter passes');
      await assert.rejects(runCheck(check, make));
    });
  }

  it('reports what passed, what failed and why, and what could not be asked', async () => {
    const report = await conformance((seed) => {
      const adapter = memory(seed);
      return {
        ...adapter,
        describe: async (context) => {
          const description = await adapter.describe(context);
          return {
            ...description,
            capabilities: { ...description.capabilities, write: false, views: false },
          };
        },
        count: () => ({ count: 1, today: seed.today }),
      };
    });
    assert.ok(
      report.passed.includes('reading: sorts by every type, missing values last both ways, ties by id'),
    );
    assert.ok(report.failed.some(({ name }) => name === 'reading: counts what it finds'));
    assert.ok(
      report.skipped.some(
        ({ name, reason }) => name.startsWith('writing: ') && reason === 'the adapter has no write',
      ),
    );
    assert.equal(
      report.passed.length + report.failed.length + report.skipped.length,
      conformanceChecks.length,
    );
  });
});

describe('the fixed clock', () => {
  it('stands still until it is moved', () => {
    const clock = fixedClock('2026-03-10T12:00:00Z');
    assert.equal(clock.now(), clock.now());
    clock.advance(1500);
    assert.equal(new Date(clock.now()).toISOString(), '2026-03-10T12:00:01.500Z');
    clock.set('2026-03-11T00:00:00Z');
    assert.equal(clock.now(), Date.parse('2026-03-11'));
    assert.throws(() => fixedClock('tomorrow'), RangeError);
  });
});
