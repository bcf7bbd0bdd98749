import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PERMISSIONS, type IngestItem } from '../../src/contract/index.js';
import { all, base, eva, houses, ivan, refused } from './houses.js';

const phones = [{ value: '+37120001234' }];
const clients = [
  { id: 'anna', firstName: 'Anna', phones },
  { id: 'mother', firstName: 'Inga', phones },
];
const booking = (id: string, price = 2500, phone = '+371 2000 1234'): IngestItem => ({
  record: 'bookings',
  id,
  client: { name: 'A. Ozola', phone },
  values: { start: '2026-03-01T09:00:00.000Z', state: 'arrived', price },
});
const writer = (key: string) => ({ tenant: 'local', actor: 'eva', role: 'staff', key });

for (const [where, open] of Object.entries(houses)) {
  describe(`bookings that fit several clients, in a base ${where}`, () => {
    it('wait, and are given to the one whom a person names', async () => {
      const session = await open(base({ clients }))(eva);
      const [taken] = await session.ingest([booking('b1')]);
      assert.deepEqual([taken?.outcome, taken?.candidates], ['review', ['anna', 'mother']]);
      const [held, ...rest] = await session.reviews();
      assert.ok(held && rest.length === 0);
      assert.deepEqual([held.item.id, held.reason, held.candidates], ['b1', 'several', ['anna', 'mother']]);
      await assert.rejects(
        session.settleReview(held.id, held.version + 1, { client: 'anna' }),
        refused('stale_version'),
      );
      await assert.rejects(
        session.settleReview(held.id, held.version, { client: 'nobody' }),
        refused('invalid'),
      );
      const settled = await session.settleReview(held.id, held.version, { client: 'anna' });
      assert.deepEqual([settled.outcome, settled.client], ['matched', 'anna']);
      assert.deepEqual(await session.reviews(), []);
      const anna = await session.get('anna');
      assert.deepEqual([anna.visits, anna.totalSpent, anna.synchronised], [1, 2500, true]);
      assert.equal((await session.records({ record: 'bookings', client: 'mother', window: all })).total, 0);
      await assert.rejects(
        session.settleReview(held.id, held.version, { client: 'anna' }),
        refused('not_found'),
      );
      // The booking is known from now on: the same again changes nothing, and does not wait.
      assert.equal((await session.ingest([booking('b1')]))[0]?.outcome, 'unchanged');
      assert.deepEqual(await session.reviews(), []);
    });

    it('become a new client, or nothing, as a person says', async () => {
      const session = await open(base({ clients }))(eva);
      await session.ingest([booking('b1'), booking('b2'), booking('b3', 900, '12')]);
      const held = new Map((await session.reviews()).map((one) => [one.item.id, one]));
      assert.deepEqual([...held.keys()].sort(), ['b1', 'b2', 'b3']);
      const settle = async (id: string, how: Parameters<typeof session.settleReview>[2]) =>
        session.settleReview(held.get(id)!.id, held.get(id)!.version, how);
      assert.equal((await settle('b1', { drop: true })).client, null);
      const made = await settle('b2', { create: true });
      assert.equal(made.outcome, 'created');
      const client = await session.get(made.client!);
      assert.deepEqual([client.lastName, client.phones, client.visits], ['Ozola', phones, 1]);
      const unread = await settle('b3', { create: true });
      assert.equal((await session.get(unread.client!)).phones, undefined);
      assert.deepEqual(await session.reviews(), []);
    });

    it('are told without what the user may not see, and settled by those who may edit', async () => {
      const visit = open(base({ clients }));
      await (await visit(eva)).ingest([booking('b1')]);
      const masked = await visit(
        ivan,
        PERMISSIONS.filter((permission) => permission !== 'contacts' && permission !== 'create'),
      );
      const [held] = await masked.reviews();
      assert.deepEqual(held?.item.client, { name: 'A. Ozola', phone: '•••• 34' });
      await assert.rejects(
        masked.settleReview(held.id, held.version, { create: true }),
        refused('forbidden'),
      );
      const reader = await visit({ id: 'reader', name: '' }, ['see']);
      await assert.rejects(async () => reader.reviews(), refused('forbidden'));
    });
  });
}

describe('a settlement that is sent twice', () => {
  it('is done once, and answered alike', async () => {
    const adapter = base({ clients });
    await adapter.ingest!([booking('b1')], writer('in'));
    const [held] = await adapter.reviews!.list(writer(''));
    const settle = () => adapter.reviews!.settle(held!.id, held!.version, { create: true }, writer('k1'));
    const first = await settle();
    assert.deepEqual(await settle(), first);
    const { count } = await adapter.count({ v: 1, where: { kind: 'everyone' } }, writer(''));
    assert.equal(count, 3);
    await assert.rejects(
      adapter.reviews!.settle(held!.id, held!.version, { drop: true }, writer('k1')),
      refused('conflict'),
    );
  });
});
