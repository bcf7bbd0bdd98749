import assert from 'node:assert/strict';
import fc from 'fast-check';
import { memoryAdapter } from '../../../src/adapters/memory/index.js';
import type { PostgresAdapter, PostgresOptions } from '../../../src/adapters/postgres/index.js';
import { postgresAdapter } from '../../../src/adapters/postgres/index.js';
import type {
  Adapter,
  Aggregate,
  Client,
  ClientRecord,
  Context,
  Node,
  SortKey,
  Table,
} from '../../../src/contract/index.js';
import { catalogue, makeBase, settings, TODAY } from '../../segments/base.js';
import { anyNode, recordNode } from '../../segments/documents.js';
import { emptied } from './seeded.js';

const NOW = Date.parse(`${TODAY}T09:30:00Z`);
const fields = [...catalogue.fields.values()].filter(({ id }) => id.startsWith('custom.'));
const base = { fields, settings };

/** Two bases of the same hostile clients: one whose totals its bookings give, one with totals that no booking could. */
const TENANTS = ['booked', 'bare'] as const;

export interface Twins {
  sql: PostgresAdapter;
  memory: Record<(typeof TENANTS)[number], Adapter>;
  clients: readonly Client[];
}

const contextOf = (tenant: string): Context => ({ tenant, actor: 'twin', role: 'owner' });

/** The same clients and bookings behind the memory adapter and behind this one. */
export async function twins(count: number, options: PostgresOptions): Promise<Twins> {
  const { clients, bookings } = makeBase(count, 23);
  const records: ClientRecord[] = [...bookings.values()].flat();
  await emptied(options.dialect, options.schema);
  const sql = postgresAdapter({ ...options, keepOpen: true, base, now: () => NOW });
  for (const tenant of TENANTS) await sql.loadClients(clients, { tenant });
  await sql.loadRecords({ bookings: records }, { tenant: 'booked' });
  const memory = { ...base, clients, now: () => NOW };
  return {
    sql,
    memory: {
      booked: memoryAdapter({ ...memory, records: { bookings: records } }),
      bare: memoryAdapter(memory),
    },
    clients,
  };
}

const sortable = [...catalogue.fields.values()].filter(({ sort }) => sort).map(({ id }) => id);
const sort: fc.Arbitrary<SortKey[]> = fc.uniqueArray(
  fc.record({ field: fc.constantFrom(...sortable), dir: fc.constantFrom('asc' as const, 'desc' as const) }),
  { maxLength: 3, selector: ({ field }) => field },
);

/** A question: of whom, in which order, and where in it to look. */
export const question = fc.record({
  where: anyNode,
  sort,
  tenant: fc.constantFrom(...TENANTS),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
});
export type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

/** Asks both: the same ids in the same order, by positions and in a walk; the same count and token; and the same of those who do not match. */
export async function compare(
  { sql, memory, clients }: Twins,
  { where, sort: by, tenant, at }: Question,
): Promise<void> {
  const context = contextOf(tenant);
  const one = memory[tenant];
  const document = { v: 1 as const, where };
  const found = await one.count(document, context, { token: true });
  assert.deepEqual(await sql.count(document, context, { token: true }), found);

  const window = { at: Math.floor(at * found.count), size: 60 };
  for (const asked of [{ at: 0, size: 1000 }, window]) {
    const query = { where: document, sort: by, fields: [], window: asked };
    const [mine, theirs] = [await sql.find(query, context), await one.find(query, context)];
    assert.deepEqual(
      mine.items.map(({ id }) => id),
      theirs.items.map(({ id }) => id),
    );
    assert.equal(mine.total, found.count);
  }
  await compareWalks(sql, one, document, by, context);
  await compareRest(sql, one, where, { matching: found.count, all: clients.length }, context);
}

async function compareWalks(
  sql: Adapter,
  memory: Adapter,
  where: { v: 1; where: Node },
  by: SortKey[],
  context: Context,
): Promise<void> {
  const walked: string[] = [];
  const size = 400;
  for (let after: string | null = null, rounds = 0; rounds < 3; rounds++) {
    const page = await sql.find({ where, sort: by, fields: [], window: { after, size } }, context);
    walked.push(...page.items.map(({ id }) => id));
    after = page.next;
    if (after === null) break;
    assert.ok(after.length <= 2000, 'a cursor fits into what the contract takes');
  }
  const whole = await memory.find({ where, sort: by, fields: [], window: { at: 0, size: 1000 } }, context);
  assert.deepEqual(walked.slice(0, 1000), whole.items.map(({ id }) => id).slice(0, walked.length));
}

/** Those who do not match, and those of whom it is not known. */
async function compareRest(
  sql: Adapter,
  memory: Adapter,
  where: Node,
  { matching, all }: { matching: number; all: number },
  context: Context,
): Promise<void> {
  const not = { v: 1 as const, where: { kind: 'none' as const, of: [where] as [Node] } };
  const none = await memory.count(not, context);
  const mine = await sql.count(not, context);
  assert.equal(mine.count, none.count);
  assert.ok(matching + mine.count <= all, 'nobody both matches and does not');
}

type By = NonNullable<Aggregate['by']>[number];

const NUMBERS = [
  'visits',
  'totalSpent',
  'discount',
  'points',
  'custom.weight',
  'lastVisit',
  'createdAt',
] as const;
const measure = fc.oneof(
  fc.constant({ agg: 'count' as const }),
  fc.record({
    agg: fc.constantFrom('count' as const, 'sum' as const, 'min' as const, 'max' as const),
    field: fc.constantFrom(...NUMBERS),
  }),
);
const grouping = fc.oneof(
  fc.record({
    field: fc.constantFrom(
      'branch',
      'gender',
      'categories',
      'city',
      'custom.colour',
      'hasApp',
      'lastVisit',
      'points',
    ),
  }),
  fc.record({
    field: fc.constantFrom('birthday', 'lastVisit', 'createdAt', 'custom.since'),
    part: fc.constantFrom('monthDay' as const, 'month' as const),
  }),
  fc.record({
    field: fc.constantFrom('visits', 'discount', 'custom.weight'),
    breaks: fc.constant([0, 1, 5.5, 1000]),
  }),
  fc.record({
    field: fc.constantFrom('createdAt', 'nextVisit', 'lastVisit'),
    breaks: fc.constant(['1970-01-01', '2026-03-29', '2026-03-30']),
  }),
) as fc.Arbitrary<By>;

/** A table of figures to be asked for. */
export const figures = fc.record({
  tenant: fc.constantFrom(...TENANTS),
  where: anyNode,
  measures: fc.array(measure, { minLength: 1, maxLength: 3 }),
  by: fc.uniqueArray(grouping, { maxLength: 2, selector: ({ field }) => field }),
});
export type Figures = typeof figures extends fc.Arbitrary<infer T> ? T : never;

export async function compareFigures(
  { sql, memory }: Twins,
  { tenant, where, measures, by }: Figures,
): Promise<void> {
  const input: Aggregate = { over: { where: { v: 1, where } }, measures, ...(by.length > 0 ? { by } : {}) };
  const context = contextOf(tenant);
  const [mine, theirs] = [
    await sql.aggregate!(input, context),
    await memory[tenant].aggregate!(input, context),
  ];
  assert.deepEqual(mine.rows.map(rounded), theirs.rows.map(rounded));
}

/** Fractions that were added up in another order differ in what no one sees. */
const rounded = ({ keys, values }: Table['rows'][number]) => ({
  keys,
  values: values.map((value) => (value === null ? null : Number(value.toPrecision(12)))),
});

const recordKind = catalogue.records.get('bookings')!;
const recordSort = fc.uniqueArray(
  fc.record({
    field: fc.constantFrom(...recordKind.fields.filter((field) => field.sort).map(({ id }) => id)),
    dir: fc.constantFrom('asc' as const, 'desc' as const),
  }),
  { maxLength: 2, selector: ({ field }) => field },
);

/** A question about bookings. */
export const bookingQuestion = fc.record({ where: recordNode, sort: recordSort, client: fc.nat(300) });
export type BookingQuestion = typeof bookingQuestion extends fc.Arbitrary<infer T> ? T : never;

export async function compareBookings(
  { sql, memory }: Twins,
  { where, sort: by, client }: BookingQuestion,
): Promise<void> {
  const context = contextOf('booked');
  const query = {
    record: 'bookings',
    where,
    sort: by,
    ...(client < 100 ? { client: `c-${client}` } : {}),
    window: { at: client % 7, size: 40 },
  };
  const [mine, theirs] = [
    await sql.records!.find(query, context),
    await memory.booked.records!.find(query, context),
  ];
  assert.deepEqual(
    [mine.total, mine.items.map(({ id }) => id)],
    [theirs.total, theirs.items.map(({ id }) => id)],
  );
  const walked: string[] = [];
  for (let after: string | null = null, rounds = 0; rounds < 20; rounds++) {
    const page = await sql.records!.find({ ...query, window: { after, size: 30 } }, context);
    walked.push(...page.items.map(({ id }) => id));
    after = page.next;
    if (after === null) break;
  }
  assert.deepEqual(
    walked.slice(query.window.at, query.window.at + 40),
    mine.items.map(({ id }) => id),
  );
}
