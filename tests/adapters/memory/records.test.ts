import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Client, ClientRecord, Node, Page } from '../../../src/contract/index.js';
import { randomOf, TODAY } from '../../segments/base.js';
import { context, open, writer } from './support.js';

const clients: Client[] = Array.from({ length: 40 }, (_, i) => ({
  id: `c${i}`,
  version: 1,
  firstName: `N${i}`,
}));

/** Bookings with ids of every make, in no order, some of a second and some without a start. */
function makeBookings(idOf: (i: number, client: string) => string): ClientRecord[] {
  const random = randomOf(3);
  return Array.from({ length: 400 }, (_, i) => {
    const client = `c${Math.floor(random() * clients.length)}`;
    const at = new Date(
      Date.parse('2024-01-01T08:00:00Z') + Math.floor(random() * 800) * 86_400_000,
    ).toISOString();
    const values: Record<string, unknown> = {
      state: random() < 0.7 ? 'arrived' : 'noShow',
      price: Math.floor(random() * 90) * 100,
    };
    if (random() < 0.95) values['start'] = random() < 0.1 ? at.replace(':00.000Z', ':01.500Z') : at;
    return {
      id: idOf(i, client),
      version: 1,
      record: 'bookings',
      client,
      at: (values['start'] as string) ?? null,
      values,
    };
  });
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const MAKES: Record<string, (i: number, client: string) => string> = {
  'numbered within each client': (i, client) => `b.${client}.${i}`,
  'numbered all in a row': (i) => `B${1000 + i}`,
  'numbered with leading zeros': (i) => `no-${String(i).padStart(6, '0')}`,
  'random ids': (i) =>
    `${'0123456789abcdef'[i % 16]!.repeat(8)}-0000-4000-8000-${String(i).padStart(12, 'a')}`,
};

for (const [make, idOf] of Object.entries(MAKES)) {
  describe(`records with ${make}`, () => {
    const bookings = makeBookings(idOf);
    const adapter = open({ clients, records: { bookings } });
    before(() => adapter.describe(context));
    const known = new Map(bookings.map((record) => [record.id, record]));
    const read = (client?: string, where?: Node) =>
      adapter.records!.find(
        {
          record: 'bookings',
          ...(client ? { client } : {}),
          ...(where ? { where } : {}),
          sort: [{ field: 'start', dir: 'asc' }],
          window: { at: 0, size: 1000 },
        },
        context,
      ) as Page<ClientRecord>;
    const wanted = (filter: (record: ClientRecord) => boolean) =>
      [...known.values()]
        .filter(filter)
        .sort((a, b) => compare(a.at ?? '~', b.at ?? '~') || compare(a.id, b.id))
        .map(({ id }) => id);
    const idsOf = (page: Page<ClientRecord>) => page.items.map(({ id }) => id);

    it('come back whole, each under its client, oldest first', () => {
      assert.deepEqual(
        idsOf(read()),
        wanted(() => true),
      );
      for (const { id } of clients)
        assert.deepEqual(
          idsOf(read(id)),
          wanted(({ client }) => client === id),
        );
      for (const record of read().items) {
        const { values } = known.get(record.id)!;
        const start = values['start'] as string | undefined;
        assert.deepEqual(record.values, start ? { ...values, start: new Date(start).toISOString() } : values);
      }
    });

    it('are found by conditions of their own and of their clients', async () => {
      const late: Node = { kind: 'field', field: 'start', op: 'gte', value: { day: '2025-06-01' } };
      assert.deepEqual(
        idsOf(read(undefined, late)),
        wanted(({ at }) => at !== null && at >= '2025-05-31T21:00:00'),
      );
      const visited = await adapter.count(
        { v: 1, where: { kind: 'records', record: 'bookings', agg: 'count', op: 'gte', value: 12 } },
        context,
        { today: TODAY },
      );
      const counts = Map.groupBy(known.values(), ({ client }) => client);
      assert.equal(visited.count, [...counts.values()].filter((own) => own.length >= 12).length);
    });

    it('stay true while they are made, changed, given to other clients and removed', async () => {
      const random = randomOf(8);
      for (let round = 0; round < 60; round++) {
        const record = [...known.values()][Math.floor(random() * known.size)]!;
        const client = `c${Math.floor(random() * clients.length)}`;
        const kind = random();
        if (kind < 0.3) {
          const id = idOf(1000 + round, client);
          const start = '2025-03-03T10:00:00.000Z';
          await adapter.records!.save(
            { record: 'bookings', id, version: null, client, patch: { start } },
            writer(),
          );
          known.set(id, { id, version: 1, record: 'bookings', client, at: start, values: { start } });
        } else if (kind < 0.7) {
          const { version } = read(record.client).items.find(({ id }) => id === record.id)!;
          const patch = { price: round };
          await adapter.records!.save(
            { record: 'bookings', id: record.id, version, client, patch },
            writer(),
          );
          known.set(record.id, { ...record, client, values: { ...record.values, price: round } });
        } else {
          const { version } = read(record.client).items.find(({ id }) => id === record.id)!;
          await adapter.records!.remove({ record: 'bookings', id: record.id, version }, writer());
          known.delete(record.id);
        }
        assert.deepEqual(
          idsOf(read(client)),
          wanted((one) => one.client === client),
        );
        const own = wanted((one) => one.client === client && one.values['state'] === 'arrived');
        assert.equal((await adapter.get(client, context, ['visits'])).visits, own.length);
        if (round % 10 === 9)
          assert.deepEqual(
            idsOf(read(undefined, { kind: 'everyone' })),
            wanted(() => true),
          );
      }
    });
  });
}
