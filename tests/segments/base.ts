import {
  createCatalogue,
  DEFAULT_SETTINGS,
  setValue,
  type Client,
  type ClientRecord,
  type Contact,
  type FieldId,
  type Settings,
  type Value,
} from '../../src/contract/index.js';

/** A catalogue with a host's own fields of every kind. */
export const catalogue = createCatalogue({
  fields: [
    { id: 'custom.weight', type: 'number', decimals: 2 },
    { id: 'custom.hasCat', type: 'boolean' },
    { id: 'custom.colour', type: 'choice', options: [{ id: 'red' }, { id: 'green' }, { id: 'blue' }] },
    { id: 'custom.notes', type: 'texts', search: true },
    { id: 'custom.since', type: 'day' },
  ],
});

export const settings: Settings = {
  ...DEFAULT_SETTINGS,
  timeZone: 'Europe/Sofia',
  country: 'BG',
  weekStart: 1,
  lostAfterDays: 60,
};

export const TODAY = '2026-03-29';

/** A small seeded generator of random numbers from 0 to 1. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Values that conditions and clients are both made of, so that they meet. */
export const POOLS = {
  name: [
    'Иван',
    'Ivan',
    'Ёлка',
    'Елка',
    'Žofie',
    'zofie',
    "O'Neil",
    'Ли',
    '  Jan  Maria ',
    'Ķipars',
    'İbrahim',
  ],
  city: ['Sofia', 'София', 'Praha', 'Rīga', 'riga', '—', 'Sofia-Grad', '__proto__', '%_\\'],
  number: [
    0, 1, 2, 3, 5, 10, 59, 60, 61, 255, 256, 1000, -1, 2_147_483_647, 4_294_967_295, -2_147_483_648,
    9_007_199_254_740_991,
  ],
  percent: [0, 0.29, 0.57, 1, 5, 12.5, 33.33, 99.99, 100],
  weight: [0, -0.01, 0.1, 0.3, 4.35, 70.25, 1e-7, 123_456_789.12],
  day: [
    '2026-03-29',
    '2026-03-28',
    '2026-01-28',
    '2026-01-27',
    '2025-12-31',
    '2024-02-29',
    '1969-12-31',
    '0001-01-01',
    '9999-12-31',
  ],
  instant: [
    '2026-03-28T21:59:59.999Z',
    '2026-03-28T22:00:00Z',
    '2026-03-29T00:59:59Z',
    '2026-03-29T20:59:59.999Z',
    '2026-03-29T21:00:00Z',
    '2026-04-02T09:30:00Z',
    '1999-12-31T23:59:59Z',
  ],
  birthday: [
    '1990-03-29',
    '1990-03-30',
    '2000-02-29',
    '--02-29',
    '--03-01',
    '1970-01-01',
    '2026-03-29',
    '2030-05-05',
    '--12-31',
    '1926-02-28',
  ],
  phone: ['+359888123456', '+359888123457', '+420603123456', '+37120000000', '+79161234567'],
  email: ['ivan@example.com', 'I.VAN@Example.com', 'žofie@example.cz', 'a_b+c@x.lv'],
  card: ['0001', '12 34', 'AB-77', '٣٤'],
  category: ['vip', 'black-list', 'students', ...Array.from({ length: 40 }, (_, i) => `c${i}`)],
  group: ['g1', 'g2', 'g3'],
  consent: ['sms:marketing', 'email:marketing', 'sms:birthday', 'push:reviews'],
  colour: ['red', 'green', 'blue'],
  branch: ['b1', 'b2', 'gone'],
  state: ['requested', 'confirmed', 'arrived', 'noShow', 'cancelled'],
} as const;

/** Clients with missing, extreme and awkward values, and their bookings. */
export function makeBase(
  count: number,
  seed: number,
): { clients: Client[]; bookings: Map<string, ClientRecord[]> } {
  const random = randomOf(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const maybe = <T>(value: () => T, chance = 0.7): T | undefined => (random() < chance ? value() : undefined);
  const some = <T>(list: readonly T[], most: number): T[] => [
    ...new Set(Array.from({ length: Math.floor(random() * (most + 1)) }, () => pick(list))),
  ];
  const contacts = (list: readonly string[]): Contact[] => some(list, 2).map((value) => ({ value }));
  const clients: Client[] = [];
  const bookings = new Map<string, ClientRecord[]>();
  for (let i = 0; i < count; i++) {
    const client: Client = { id: `c-${i}`, version: 1 };
    const set = (field: FieldId, value: Value | undefined): void => setValue(client, field, value);
    for (const part of ['firstName', 'lastName', 'patronymic', 'city', 'occupation']) {
      set(
        part,
        maybe(() => (part === 'city' || part === 'occupation' ? pick(POOLS.city) : pick(POOLS.name))),
      );
    }
    for (const field of ['visits', 'noShows', 'totalSpent', 'points'])
      set(
        field,
        maybe(() => pick(POOLS.number)),
      );
    set(
      'discount',
      maybe(() => pick(POOLS.percent)),
    );
    set(
      'custom.weight',
      maybe(() => pick(POOLS.weight)),
    );
    for (const field of ['hasApp', 'subscribed', 'muted', 'blocked', 'favourite', 'custom.hasCat']) {
      set(
        field,
        maybe(() => random() < 0.5),
      );
    }
    for (const field of ['firstVisit', 'lastVisit', 'custom.since'])
      set(
        field,
        maybe(() => pick(POOLS.day)),
      );
    for (const field of ['nextVisit', 'createdAt'])
      set(
        field,
        maybe(() => pick(POOLS.instant)),
      );
    set(
      'birthday',
      maybe(() => pick(POOLS.birthday)),
    );
    set(
      'gender',
      maybe(() => pick(['female', 'male', 'other'])),
    );
    set(
      'branch',
      maybe(() => pick(POOLS.branch)),
    );
    set(
      'custom.colour',
      maybe(() => pick(POOLS.colour)),
    );
    set(
      'categories',
      maybe(() => some(POOLS.category, 6)),
    );
    set(
      'groups',
      maybe(() => some(POOLS.group, 3)),
    );
    set(
      'consents',
      maybe(() => some(POOLS.consent, 4)),
    );
    set(
      'phones',
      maybe(() => contacts(POOLS.phone)),
    );
    set(
      'emails',
      maybe(() => contacts(POOLS.email)),
    );
    set(
      'cardNumbers',
      maybe(() => some(POOLS.card, 2)),
    );
    set(
      'custom.notes',
      maybe(() => some(POOLS.city, 2)),
    );
    clients.push(client);
    bookings.set(client.id, makeBookings(client.id, random, pick));
  }
  return { clients, bookings };
}

function makeBookings(
  client: string,
  random: () => number,
  pick: <T>(list: readonly T[]) => T,
): ClientRecord[] {
  return Array.from({ length: Math.floor(random() * 4) }, (_, i) => {
    const start = pick(POOLS.instant);
    const values: Record<string, unknown> = { start };
    if (random() < 0.8) values['state'] = pick(POOLS.state);
    if (random() < 0.8) values['price'] = pick([0, 500, 1000, 2500]);
    if (random() < 0.8) values['minutes'] = pick([15, 30, 60]);
    if (random() < 0.8) values['online'] = random() < 0.5;
    if (random() < 0.8) values['staff'] = pick(['ann', 'bob']);
    if (random() < 0.8) values['services'] = ['cut', 'dye'].filter(() => random() < 0.5);
    return { id: `${client}.${i}`, version: 1, record: 'bookings', client, at: start, values };
  });
}
