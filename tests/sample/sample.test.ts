import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryAdapter } from '../../src/adapters/memory/index.js';
import {
  client as clientSchema,
  EVERYONE,
  standardRecords,
  type Client,
  type Context,
} from '../../src/contract/index.js';
import { validateValues } from '../../src/engine/index.js';
import { sampleBase, sampleColumns } from '../../src/sample/index.js';

const today = '2026-06-01';
const context: Context = { tenant: 'sample', actor: 'test', role: 'owner' };
const everyone = { where: EVERYONE, sort: [], window: { at: 0, size: 200 } };
const TOTALS = [
  'visits',
  'firstVisit',
  'lastVisit',
  'noShows',
  'cancellations',
  'totalSpent',
  'tipsSum',
  'points',
] as const;

describe('sample base', () => {
  it('has the same person in row i whatever its size', () => {
    const small = [...sampleBase({ clients: 5, today }).clients];
    const large = [...sampleBase({ clients: 50, today }).clients];
    assert.deepEqual(large.slice(0, 5), small);
  });

  it('has other people under another seed', () => {
    const [one] = sampleBase({ clients: 1, today }).clients;
    const [other] = sampleBase({ clients: 1, seed: 2, today }).clients;
    assert.notEqual(one?.id, other?.id);
  });

  it('holds clients that the contract accepts', () => {
    for (const client of sampleBase({ clients: 500, today }).clients) {
      const parsed = clientSchema.safeParse(client);
      assert.ok(parsed.success, JSON.stringify(client));
      assert.deepEqual(parsed.data, client);
    }
  });

  it('tells totals that equal what its records come to', async () => {
    const base = sampleBase({ clients: 200, today });
    const now = () => Date.parse(`${today}T06:00:00Z`);
    const { items } = await memoryAdapter({ ...base, now }).find(everyone, context);
    const byId = new Map(items.map((client) => [client.id, client]));
    for (const told of base.clients) {
      const kept = byId.get(told.id);
      for (const field of TOTALS)
        assert.deepEqual(kept?.[field], told[field], `${field} of ${told.name ?? told.id}`);
    }
  });

  it('is the same base as objects and as columns', async () => {
    const bases = [sampleBase({ clients: 200, today }), sampleColumns({ clients: 200, today })];
    const pages = await Promise.all(
      bases.map(async (base) => (await memoryAdapter(base).find(everyone, context)).items),
    );
    assert.deepEqual(pages[1], pages[0]);
  });

  it('has segments and rules in each of its languages, and tiers that are as their conditions say', async () => {
    const now = () => Date.parse(`${today}T06:00:00Z`);
    const names = new Set<string>();
    for (const locale of ['en', 'ru', 'bg', 'cs', 'lv-LV']) {
      const adapter = memoryAdapter({ ...sampleBase({ clients: 300, today, locale }), now });
      const { segments = [] } = await adapter.describe(context);
      const rules = (await adapter.library?.list('rules', context)) ?? [];
      assert.deepEqual([segments.length, rules.length], [6, 2]);
      assert.deepEqual(
        rules.flatMap(({ faults = [] }) => faults),
        [],
      );
      for (const { id, name } of segments) {
        names.add(name);
        const { count } = await adapter.count({ v: 1, where: { kind: 'segment', id } }, context);
        assert.ok(count > 0 && count < 300, `${count} in ${name}`);
      }
      const tiers = async () => (await adapter.find(everyone, context)).items.map(({ tier }) => tier);
      const before = await tiers();
      for (let more = true; more;) ({ more } = await adapter.jobs!.work({ budgetMs: 50 }, context));
      assert.deepEqual(await tiers(), before);
    }
    assert.equal(names.size, 30);
  });

  it('speaks five languages and both alphabets', () => {
    const clients: Client[] = [...sampleBase({ clients: 400, today }).clients];
    assert.deepEqual(
      new Set(clients.map(({ language }) => language)),
      new Set(['en', 'ru', 'bg', 'cs', 'lv']),
    );
    assert.ok(
      clients.some(({ firstName }) => /[а-я]/.test(firstName ?? '')) &&
        clients.some(({ firstName }) => /[a-z]/.test(firstName ?? '')),
    );
  });

  it('has further records of the kinds that are asked for, and no other', async () => {
    assert.deepEqual(Object.keys(sampleBase({ clients: 5, today }).records).sort(), [
      'bookings',
      'points',
      'sales',
    ]);
    assert.ok('notes' in sampleColumns({ clients: 5, today, records: ['notes'] }).records);
    const problems: unknown[] = [];
    const base = sampleBase({ clients: 3000, today, records: 'all' });
    assert.deepEqual(
      base.recordKinds.map(({ id }) => id),
      standardRecords.map(({ id }) => id),
    );
    const adapter = memoryAdapter({
      ...base,
      now: () => Date.parse(`${today}T06:00:00Z`),
      onProblems: (some) => problems.push(...some),
    });
    const window = { at: 0, size: 1000 };
    for (const { id, fields } of base.recordKinds) {
      const { items, total } = await adapter.records!.find({ record: id, window }, context);
      assert.ok(total! > 10, `${id}: ${total}`);
      const byId = new Map(fields.map((field) => [field.id, field]));
      for (const { values } of items.slice(0, 200)) {
        const checked = validateValues(values, byId, { lists: base.lists });
        assert.ok(checked.ok, `${id} ${JSON.stringify(values)}`);
      }
    }
    assert.deepEqual(problems, []);
    const deposits = Map.groupBy(base.records['deposits']!, ({ client }) => client);
    for (const client of base.clients) {
      const sum = (deposits.get(client.id) ?? []).reduce(
        (all, { values }) => all + Number(values['amount']),
        0,
      );
      assert.equal(sum, client.depositBalance ?? 0, `deposit of ${client.id}`);
    }
  });
});
