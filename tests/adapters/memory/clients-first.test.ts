import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { memoryAdapter, type MemoryOptions } from '../../../src/adapters/memory/index.js';
import { EVERYONE, type Context, type Query, type SegmentDocument } from '../../../src/contract/index.js';

const context: Context = { tenant: 'salon', actor: 'me', role: 'owner' };
const byVisits: Query = {
  where: EVERYONE,
  sort: [{ field: 'visits', dir: 'desc' }],
  window: { at: 0, size: 10 },
};
const booked: SegmentDocument = {
  v: 1,
  where: { kind: 'records', record: 'bookings', agg: 'count', op: 'gte', value: 2 },
};
const clients = [
  { id: 'a', firstName: 'Ada', visits: 5 },
  { id: 'b', firstName: 'Bob', visits: 2 },
];

/** A base whose bookings come when told; Ada has one of the five visits that she brought along, Bob both. */
function opened(options: MemoryOptions = {}) {
  let come!: (error?: Error) => void;
  const gate = new Promise<void>((resolve, reject) => {
    come = (error) => (error ? reject(error) : resolve());
  });
  const visit = (id: string, client: string) => ({
    id,
    client,
    values: { start: '2026-03-01T10:00:00.000Z', state: 'arrived', price: 1000 },
  });
  async function* bookings() {
    await gate;
    yield visit('1', 'a');
    yield visit('2', 'b');
    yield visit('3', 'b');
  }
  const adapter = memoryAdapter({
    clients,
    records: { bookings: bookings() },
    clientsFirst: true,
    ...options,
  });
  return { adapter, come };
}

/** Whether a question is still waited for after a while. */
async function isWaiting(question: unknown): Promise<boolean> {
  return (await Promise.race([question, delay(20, 'waiting')])) === 'waiting';
}

describe('a base whose clients come first', () => {
  it('answers about clients at once while the records still come in', async () => {
    const { adapter, come } = opened();
    await adapter.describe(context);
    const page = adapter.find(byVisits, context);
    assert.ok('items' in page, 'answered at once');
    assert.deepEqual(
      page.items.map(({ id, visits }) => [id, visits]),
      [
        ['a', 5],
        ['b', 2],
      ],
    );
    come();
    await adapter.records!.find({ record: 'bookings', window: { at: 0, size: 1 } }, context);
  });

  it('lets what concerns records, and every write, wait for them', async () => {
    const { adapter, come } = opened();
    const counted = adapter.count(booked, context);
    const nested = adapter.count({ v: 1, where: { kind: 'none', of: [booked.where] } }, context);
    const saved = adapter.save(
      { id: 'c', version: null, patch: { firstName: 'Cy' } },
      { ...context, key: 'k' },
    );
    const read = adapter.records!.find({ record: 'bookings', window: { at: 0, size: 10 } }, context);
    for (const asked of [counted, nested, saved, read]) assert.ok(await isWaiting(asked));
    come();
    assert.equal((await counted).count, 1);
    assert.equal((await nested).count, 1);
    assert.equal((await saved).id, 'c');
    assert.equal((await read).items.length, 3);
    assert.ok('count' in adapter.count(booked, context), 'nothing waits any more');
  });

  it('mends the totals that the records contradict, and says so', async () => {
    const { adapter, come } = opened();
    const { revision } = await adapter.find(byVisits, context);
    const stop = new AbortController();
    const told: unknown[] = [];
    const heard = (async () => {
      for await (const change of adapter.watch!(null, { ...context, signal: stop.signal })) {
        told.push(change);
        stop.abort();
      }
    })();
    come();
    await heard;
    const page = await adapter.find(byVisits, context);
    assert.deepEqual(
      page.items.map(({ id, visits, version }) => [id, visits, version]),
      [
        ['b', 2, 1],
        ['a', 1, 1],
      ],
    );
    assert.notEqual(page.revision, revision);
    const { kind, op, ids } = told[0] as { kind: string; op: string; ids: string[] };
    assert.deepEqual([kind, op, [...ids].sort()], ['clients', 'updated', ['a', 'b']]);
  });

  it('goes on answering about clients when the records cannot be loaded', async () => {
    const { adapter, come } = opened();
    come(new Error('the file broke off'));
    await assert.rejects(async () => adapter.count(booked, context), /broke off/);
    assert.equal((await adapter.count(EVERYONE, context)).count, 2);
  });

  it('waits for the records unless it was asked not to', async () => {
    const { adapter, come } = opened({ clientsFirst: false });
    const found = adapter.find(byVisits, context);
    assert.ok(await isWaiting(found));
    come();
    assert.equal((await found).items[0]?.id, 'b');
  });
});
