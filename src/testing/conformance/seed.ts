import {
  DEFAULT_SETTINGS,
  PERMISSIONS,
  type Client,
  type ClientRecord,
  type Day,
  type FieldDefinition,
  type Lists,
  type Rights,
  type Settings,
} from '../../contract/index.js';
import { deriveTotals } from '../../engine/index.js';
import { Random } from '../../sample/random.js';
import { dayInZone } from '../../time/index.js';

/** What a base holds before a check: the adapter under test is loaded with it, and must answer as if it had always held it. */
export interface Seed {
  clients: Client[];
  records: ClientRecord[];
  fields: FieldDefinition[];
  lists: Lists;
  settings: Settings;
  rights: Rights;
  /** Milliseconds since 1970; the adapter's clock stands here. */
  now: number;
  /** The day that this is in the base's zone. */
  today: Day;
}

const NOW = Date.parse('2026-03-10T12:00:00Z');
const SETTINGS: Settings = { ...DEFAULT_SETTINGS, timeZone: 'Europe/Sofia', collation: 'ru', country: 'BG' };

const FIELDS: FieldDefinition[] = [
  { id: 'custom.hasCat', type: 'boolean' },
  { id: 'custom.shoe', type: 'number', decimals: 1 },
  { id: 'custom.colour', type: 'choice', options: [{ id: 'red' }, { id: 'green' }, { id: 'blue' }] },
  { id: 'custom.skills', type: 'choices', options: [{ id: 'ski' }, { id: 'swim' }, { id: 'sing' }] },
  { id: 'custom.met', type: 'day' },
  { id: 'custom.motto', type: 'text', search: true },
];

const LISTS: Lists = {
  categories: ['vip', 'child', 'press'].map((id) => ({ id, name: id })),
  branches: ['b1', 'b2'].map((id) => ({ id, name: id })),
  tiers: ['bronze', 'silver', 'gold'].map((id, level) => ({ id, name: id, level })),
  staff: ['s1', 's2'].map((id) => ({ id, name: id })),
  services: ['cut', 'dye'].map((id) => ({ id, name: id })),
};

const FIRST = [
  'Анна',
  'Ёлка',
  'Елена',
  'Жанна',
  'Яна',
  'Anna',
  'Žofie',
  'Chloé',
  'Ábel',
  'Ķirsis',
  'Boris',
  'Юлия',
];
const LAST = [
  'Иванова',
  'Ivanova',
  'Чернёва',
  "O'Hara",
  'van der Berg',
  'Šķēle',
  'Novák',
  'Щербаков',
  '😀 Smile',
  'Li',
];

/** A client that has everything and one that has nothing stand among them; of most fields some lack the value. */
export function conformanceSeed(rights: Partial<Rights> = {}): Seed {
  const seed = Array.from({ length: 60 }, (_, index) => person(index));
  const records = seed.flatMap((client, index) => recordsOf(client.id, index));
  const clients = [...special(), ...seed].map((client) => ({
    createdAt: '2025-06-01T10:00:00.000Z',
    ...client,
    ...totalsOf(client.id, records),
  }));
  return {
    clients,
    records,
    fields: FIELDS,
    lists: LISTS,
    settings: SETTINGS,
    rights: { permissions: [...PERMISSIONS], hidden: [], masked: [], branches: null, ...rights },
    now: NOW,
    today: dayInZone(NOW, SETTINGS.timeZone),
  };
}

function special(): Client[] {
  return [
    { id: 'nobody', version: 1 },
    {
      id: 'all',
      version: 7,
      firstName: 'Юлия',
      lastName: 'Ёлкина',
      patronymic: 'Петровна',
      gender: 'female',
      birthday: '1992-02-29',
      language: 'ru',
      phones: [{ value: '+359888123456', label: 'work' }, { value: '+37120000078' }],
      emails: [{ value: 'Yulia.Private@mail.example' }],
      address: 'Secret street 5',
      city: 'Sofia',
      social: ['@yulia'],
      branch: 'b1',
      discount: 12.5,
      tier: 'gold',
      cardNumbers: ['0012345'],
      hasApp: true,
      categories: ['vip', 'press'],
      subscribed: true,
      consents: ['sms:marketing'],
      occupation: 'dancer',
      allergies: 'latex gloves',
      favourite: true,
      blocked: false,
      externalIds: ['0007'],
      createdAt: '2024-02-29T22:30:00.000Z',
      custom: {
        hasCat: true,
        shoe: 38.5,
        colour: 'red',
        skills: ['ski', 'sing'],
        met: '2024-02-29',
        motto: 'Carpe diem',
      },
    },
    { id: 'leap', version: 1, firstName: 'Leap', birthday: '--02-29', branch: 'b2', muted: true },
    {
      id: 'percent',
      version: 1,
      firstName: '100%_\\',
      lastName: '+=@',
      emails: [{ value: 'a_b%c@x.example' }],
    },
    { id: 'tie.B', version: 1, firstName: 'Tie', lastName: 'Tie', city: 'Riga' },
    { id: 'tie-a', version: 1, firstName: 'Tie', lastName: 'Tie', city: 'Riga' },
    { id: 'tie_c', version: 1, firstName: 'Tie', lastName: 'Tie', city: 'Riga' },
    { id: 'Tie:D', version: 1, firstName: 'Tie', lastName: 'Tie', city: 'Riga' },
  ];
}

function person(index: number): Client {
  const random = new Random(7, index);
  const maybe = <T>(value: () => T, probability = 0.7): T | undefined =>
    random.chance(probability) ? value() : undefined;
  const twoDigits = (from: number, to: number) => String(random.whole(from, to)).padStart(2, '0');
  const client = {
    firstName: maybe(() => random.pick(FIRST), 0.9),
    lastName: maybe(() => random.pick(LAST), 0.8),
    gender: maybe(() => random.pick(['female', 'male', 'other'])),
    birthday: maybe(() =>
      random.chance(0.2)
        ? `--${twoDigits(1, 12)}-${twoDigits(1, 28)}`
        : `${random.whole(1940, 2015)}-${twoDigits(1, 12)}-${twoDigits(1, 28)}`,
    ),
    phones: maybe(() => [{ value: `+35988${random.whole(1_000_000, 9_999_999)}` }]),
    emails: maybe(() => [{ value: `user${index}@${random.pick(['x', 'y'])}.example` }], 0.5),
    city: maybe(() => random.pick(['Sofia', 'Riga', 'Praha', 'Рига'])),
    branch: maybe(() => random.pick(['b1', 'b2']), 0.9),
    discount: maybe(() => random.whole(0, 40) / 2),
    tier: maybe(() => random.pick(['bronze', 'silver', 'gold']), 0.5),
    categories: maybe(() => ['vip', 'child', 'press'].filter(() => random.chance(0.4)), 0.6),
    hasApp: maybe(() => random.chance(0.5)),
    subscribed: maybe(() => random.chance(0.5)),
    muted: maybe(() => random.chance(0.3), 0.4),
    blocked: maybe(() => random.chance(0.3), 0.3),
    consents: maybe(() => ['sms:marketing', 'email:reviews'].filter(() => random.chance(0.5)), 0.5),
    createdAt: `${random.whole(2020, 2025)}-${twoDigits(1, 12)}-${twoDigits(1, 28)}T${twoDigits(0, 23)}:30:00.000Z`,
  };
  const custom = {
    hasCat: maybe(() => random.chance(0.5), 0.5),
    shoe: maybe(() => random.whole(70, 95) / 2, 0.5),
    colour: maybe(() => random.pick(['red', 'green', 'blue']), 0.5),
    met: maybe(() => `202${random.whole(0, 6)}-${twoDigits(1, 12)}-${twoDigits(1, 28)}`, 0.5),
  };
  const sets = ['categories', 'consents'] as const;
  for (const set of sets) if (client[set]?.length === 0) client[set] = undefined;
  const kept = present(custom);
  return {
    id: `p${String((index * 37) % 60).padStart(3, '0')}`,
    version: 1,
    ...present(client),
    ...(Object.keys(kept).length > 0 ? { custom: kept } : {}),
  } as Client;
}

function recordsOf(client: string, index: number): ClientRecord[] {
  const random = new Random(11, index);
  const bookings = Array.from({ length: random.whole(0, 4) }, (_, number): ClientRecord => {
    const start = new Date(
      NOW + random.whole(-300, 60) * 86_400_000 + random.whole(0, 86_399) * 1000,
    ).toISOString();
    const isPast = Date.parse(start) < NOW;
    const values = present({
      start,
      minutes: 60,
      state: isPast
        ? random.pick(['arrived', 'arrived', 'noShow', 'cancelled'])
        : random.pick(['confirmed', 'requested']),
      services: random.chance(0.8) ? [random.pick(['cut', 'dye'])] : undefined,
      staff: random.chance(0.8) ? random.pick(['s1', 's2']) : undefined,
      price: random.whole(0, 90) * 100,
      tip: random.chance(0.3) ? random.whole(1, 9) * 100 : undefined,
    });
    return { id: `${client}.b${number}`, version: 1, record: 'bookings', client, at: start, values };
  });
  const sales = Array.from({ length: random.whole(0, 1) }, (_, number): ClientRecord => {
    const at = new Date(NOW - random.whole(1, 300) * 86_400_000).toISOString();
    const values = { at, title: 'Shampoo', amount: random.whole(-5, 40) * 100 };
    return { id: `${client}.s${number}`, version: 1, record: 'sales', client, at, values };
  });
  return [...bookings, ...sales];
}

/** The totals that the records of a client stand for, by the one rule. */
export function totalsOf(client: string, records: readonly ClientRecord[]): Partial<Client> {
  const own = (kind: string) =>
    records
      .filter((record) => record.client === client && record.record === kind)
      .map(({ values }) => values);
  const totals = deriveTotals(
    {
      bookings: own('bookings').map(({ start, state, price, tip }) => ({
        start: typeof start === 'string' ? Date.parse(start) : null,
        state: String(state),
        price: Number(price ?? 0),
        tip: Number(tip ?? 0),
      })),
      sales: own('sales').map(({ amount }) => ({ amount: Number(amount ?? 0) })),
      points: own('points').map(({ amount }) => ({ amount: Number(amount ?? 0) })),
    },
    { now: NOW, dayOf: (instant) => dayInZone(instant, SETTINGS.timeZone) },
  );
  return Object.fromEntries(Object.entries(totals).filter(([, value]) => value !== null));
}

function present<T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never;
}
