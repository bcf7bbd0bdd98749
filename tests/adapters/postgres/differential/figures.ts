import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Aggregate, Table } from '../../../../src/contract/index.js';
import { catalogue } from '../../../segments/base.js';
import { anyNode, recordNode } from '../../../segments/documents.js';
import { contextOf, TENANTS, type Bases, type Engine } from './bases.js';

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
  bases: Bases,
  engines: Readonly<Record<string, Engine>>,
  { tenant, where, measures, by }: Figures,
): Promise<void> {
  const input: Aggregate = { over: { where: { v: 1, where } }, measures, ...(by.length > 0 ? { by } : {}) };
  const context = contextOf(tenant);
  const theirs = await bases.memory[tenant].aggregate!(input, context);
  for (const [name, engine] of Object.entries(engines)) {
    const mine = await engine.aggregate!(input, context);
    sameRows(mine.rows, theirs.rows, name);
  }
}

/** Fractions that were added up in another order differ in what no one sees. */
function sameRows(mine: Table['rows'], theirs: Table['rows'], name: string): void {
  assert.deepEqual(
    mine.map(({ keys }) => keys),
    theirs.map(({ keys }) => keys),
    name,
  );
  for (const [i, { keys, values }] of theirs.entries()) {
    for (const [j, wanted] of values.entries()) {
      const told = mine[i]!.values[j]!;
      const isSame =
        told === wanted ||
        (told !== null && wanted !== null && Math.abs(told - wanted) <= Math.abs(wanted) * 1e-9);
      assert.ok(isSame, `${name}: ${told} is not ${wanted} for ${JSON.stringify(keys)}`);
    }
  }
}

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
  bases: Bases,
  engines: Readonly<Record<string, Engine>>,
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
  const theirs = await bases.memory.booked.records!.find(query, context);
  const wanted = theirs.items.map(({ id }) => id);
  for (const [name, engine] of Object.entries(engines)) {
    const mine = await engine.records!.find(query, context);
    assert.deepEqual([mine.total, mine.items.map(({ id }) => id)], [theirs.total, wanted], name);
    const walked: string[] = [];
    for (let after: string | null = null, rounds = 0; rounds < 20; rounds++) {
      const page = await engine.records!.find({ ...query, window: { after, size: 30 } }, context);
      walked.push(...page.items.map(({ id }) => id));
      after = page.next;
      if (after === null) break;
    }
    assert.deepEqual(walked.slice(query.window.at, query.window.at + 40), wanted, name);
  }
}
