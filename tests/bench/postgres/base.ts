import type pg from 'pg';
import {
  poolDialect,
  postgresAdapter,
  type ClientLike,
  type PostgresAdapter,
  type RecordLike,
} from '../../../src/adapters/postgres/index.js';
import { Random } from '../../../src/sample/random.js';
import { BRANCHES, benchRow, CATEGORIES, dayText, TIERS, TODAY } from '../data.js';

export const TENANT = 'bench';
export const NOW = TODAY * 86_400_000 + 43_200_000;
export const context = { tenant: TENANT, actor: 'bench', role: 'owner' };
/** Bookings of each client. */
export const BOOKINGS = 5;
const SERVICES = Array.from({ length: 12 }, (_, i) => `s${i}`);
const STATES = ['arrived', 'arrived', 'arrived', 'arrived', 'noShow', 'cancelled'] as const;

export const adapterOver = (pool: pg.Pool): PostgresAdapter =>
  postgresAdapter({ dialect: poolDialect(pool), keepOpen: true, now: () => NOW });

function clientOf(index: number): ClientLike {
  const row = benchRow(index);
  return {
    id: row.id,
    firstName: row.firstName,
    lastName: row.lastName,
    phones: [row.phone],
    emails: [row.email],
    gender: row.gender,
    birthday: dayText(row.birthday),
    createdAt: new Date(row.created * 86_400_000).toISOString(),
    discount: row.discount,
    points: row.points,
    tier: TIERS[row.tier]!,
    branch: BRANCHES[row.branch]!,
    categories: CATEGORIES.filter((_, i) => row.categories & (1 << i)),
    subscribed: row.subscribed,
    muted: row.muted,
    consents: row.consentEmail ? ['email:marketing'] : [],
  };
}

function* clients(count: number): Generator<ClientLike> {
  for (let index = 0; index < count; index++) yield clientOf(index);
}

function* bookings(count: number): Generator<RecordLike> {
  for (let index = 0; index < count; index++) {
    const random = new Random(20_262, index);
    const { id } = benchRow(index);
    for (let i = 0; i < BOOKINGS; i++) {
      const start = new Date((TODAY - random.whole(0, 1500)) * 86_400_000 + random.whole(8, 18) * 3_600_000);
      const values = {
        start: start.toISOString(),
        state: random.pick(STATES),
        price: random.whole(10, 90) * 100,
        services: [random.pick(SERVICES)],
        staff: `w${random.whole(0, 9)}`,
      };
      yield { id: `b${index}.${i}`, client: id, values };
    }
  }
}

/** Puts the clients and their bookings into the base, and says how long each took. */
export async function load(pool: pg.Pool, count: number): Promise<{ clients: number; bookings: number }> {
  const adapter = adapterOver(pool);
  await adapter.migrate();
  let start = performance.now();
  await adapter.loadClients(clients(count), { tenant: TENANT });
  const loaded = performance.now() - start;
  start = performance.now();
  await adapter.loadRecords({ bookings: bookings(count) }, { tenant: TENANT });
  await adapter.close();
  return { clients: loaded, bookings: performance.now() - start };
}
