import { EVERYONE, type Aggregate, type Client, type ClientRecord } from '../../contract/index.js';
import { ensure, refused, same } from './assert.js';
import { group } from './checks.js';
import { totalsOf } from './seed.js';
import type { Subject } from './subject.js';

const records = group('records', ['records']);
const figures = group('aggregate', ['aggregate']);

const bookingsOf = async ({ adapter, context }: Subject, client: string) =>
  (await adapter.records?.find({ record: 'bookings', client, window: { at: 0, size: 100 } }, context))
    ?.items ?? [];

/** The first client of the seed with so many bookings. */
function clientWith(subject: Subject, count: number): string {
  const bookings = (id: string) =>
    subject.seed.records.filter(({ client, record }) => client === id && record === 'bookings').length;
  const found = subject.seed.clients.find(({ id }) => bookings(id) === count);
  ensure(found, `nobody in the seed has ${count} bookings`);
  return found.id;
}

async function isTotalled(subject: Subject, id: string, all: readonly ClientRecord[]): Promise<void> {
  const told = await subject.get(id);
  for (const [field, value] of Object.entries(totalsOf(id, all))) {
    same(told[field as keyof Client], value, `${field} of ${id}`);
  }
}

export const relatedChecks = [
  records('answers the records of a client with their values', async (subject) => {
    const id = clientWith(subject, 3);
    const wanted = subject.seed.records.filter(
      ({ client, record }) => client === id && record === 'bookings',
    );
    const told = await bookingsOf(subject, id);
    const plain = (list: readonly ClientRecord[]) =>
      list
        .map(({ id: own, client, values }) => ({ own, client, values }))
        .sort((a, b) => (a.own < b.own ? -1 : 1));
    same(plain(told), plain(wanted), 'the bookings');
    same(await bookingsOf(subject, 'nobody'), [], 'of one without');
  }),

  records('finds records by their own fields, sorted, in windows', async ({ adapter, context, seed }) => {
    const page = await adapter.records?.find(
      {
        record: 'bookings',
        where: { kind: 'field', field: 'state', op: 'in', value: ['arrived'] },
        sort: [{ field: 'price', dir: 'desc' }],
        window: { at: 0, size: 5 },
      },
      context,
    );
    const arrived = seed.records.filter(({ values }) => values['state'] === 'arrived');
    const prices = arrived.map(({ values }) => Number(values['price'])).sort((a, b) => b - a);
    same(page?.total, arrived.length, 'the total');
    same(
      page?.items.map(({ values }) => values['price']),
      prices.slice(0, 5),
      'the dearest',
    );
  }),

  records('counts the records of a client by kind', async (subject) => {
    const { adapter, context, seed, capabilities } = subject;
    const kinds = ['bookings', 'sales'].filter((kind) => capabilities.records.includes(kind));
    for (const { id } of seed.clients.slice(0, 20)) {
      const counts = await adapter.records?.counts?.(id, context);
      for (const kind of kinds) {
        const own = seed.records.filter(({ client, record }) => client === id && record === kind);
        same(counts?.[kind], own.length, `${kind} of ${id}`);
      }
    }
  }),

  records('works totals out of records', async (subject) => {
    for (const { id } of subject.seed.clients) await isTotalled(subject, id, subject.seed.records);
  }),

  records(
    'moves totals with every record, and never the version',
    async (subject) => {
      const id = clientWith(subject, 2);
      const { version } = await subject.get(id);
      const save = (patch: object, at: number | null) =>
        subject.adapter.records?.save(
          { record: 'bookings', id: 'booking-1', version: at, client: id, patch: patch as never },
          subject.writer(),
        );
      const values = { start: '2026-03-01T09:00:00.000Z', state: 'arrived', price: 7700, tip: 300 };
      const made = await save(values, null);
      const record = { id: 'booking-1', version: 1, record: 'bookings', client: id, at: null, values };
      await isTotalled(subject, id, [...subject.seed.records, record]);
      const edited = await save({ state: 'noShow' }, made?.version ?? 1);
      const noShow = { ...record, values: { ...values, state: 'noShow' } };
      await isTotalled(subject, id, [...subject.seed.records, noShow]);
      await subject.adapter.records?.remove(
        { record: 'bookings', id: 'booking-1', version: edited?.version ?? 2 },
        subject.writer(),
      );
      await isTotalled(subject, id, subject.seed.records);
      same((await subject.get(id)).version, version, 'the version of the client');
    },
    ['write'],
  ),

  records(
    'checks values and versions of records',
    async (subject) => {
      const save = (patch: object, version: number | null | undefined, id = 'booking-2', client = 'all') =>
        subject.adapter.records?.save(
          { record: 'bookings', id, version: version as number | null, client, patch: patch as never },
          subject.writer(),
        );
      await refused('invalid', () => save({ state: 'dreamt' }, null), 'an unknown option');
      await refused('invalid', () => save({ nope: 1 }, null), 'an unknown field');
      await refused(
        'not_found',
        () => save({ price: 1 }, null, 'booking-3', 'no-such-client'),
        'an unknown client',
      );
      await save({ price: 1 }, null);
      await refused('version_required', () => save({ price: 2 }, undefined), 'no version');
      await refused('stale_version', () => save({ price: 2 }, 99), 'a stale version');
      await refused('conflict', () => save({ price: 2 }, null), 'a second of the same id');
    },
    ['write'],
  ),

  figures('counts and sums over a set', async ({ adapter, context, seed }) => {
    const table = await adapter.aggregate?.(
      {
        over: { where: EVERYONE },
        measures: [
          { agg: 'count' },
          { agg: 'sum', field: 'totalSpent' },
          { agg: 'max', field: 'discount' },
          { agg: 'min', field: 'discount' },
        ],
      },
      context,
    );
    const discounts = seed.clients.flatMap(({ discount }) => discount ?? []);
    const spent = seed.clients.reduce((sum, client) => sum + (client.totalSpent ?? 0), 0);
    same(
      table?.rows,
      [{ keys: [], values: [seed.clients.length, spent, Math.max(...discounts), Math.min(...discounts)] }],
      'the figures',
    );
  }),

  figures('groups by values, breaks and parts of dates', async ({ adapter, context, seed }) => {
    const ask = async (by: NonNullable<Aggregate['by']>) =>
      new Map(
        (
          await adapter.aggregate?.({ over: { where: EVERYONE }, measures: [{ agg: 'count' }], by }, context)
        )?.rows.map(({ keys, values }) => [String(keys[0]), values[0]]),
      );
    const count = (keyOf: (client: Client) => string | number | null | undefined) => {
      const counts = new Map<string, number>();
      for (const client of seed.clients) {
        const key = keyOf(client);
        if (key !== undefined) counts.set(String(key), (counts.get(String(key)) ?? 0) + 1);
      }
      return counts;
    };
    const sorted = (counts: ReadonlyMap<string, unknown>) => [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
    same(
      sorted(await ask([{ field: 'branch' }])),
      sorted(count(({ branch }) => branch ?? null)),
      'by branch',
    );
    same(
      sorted(await ask([{ field: 'birthday', part: 'monthDay' }])),
      sorted(count(({ birthday }) => birthday?.slice(-5) ?? null)),
      'by the day of the year',
    );
    const breaks = [1, 3];
    const bucket = ({ visits = 0 }: Client) => (visits >= 3 ? 1 : visits >= 1 ? 0 : undefined);
    const byBreaks = await ask([{ field: 'visits', breaks }]);
    byBreaks.delete('null');
    same(sorted(byBreaks), sorted(count(bucket)), 'by breaks');
  }),

  figures('looks at the selection alone', async ({ adapter, context }) => {
    const table = await adapter.aggregate?.(
      { over: { ids: ['all', 'leap', 'no-such'] }, measures: [{ agg: 'count' }] },
      context,
    );
    same(table?.rows[0]?.values, [2], 'the count of two and one that nobody has');
  }),
];
