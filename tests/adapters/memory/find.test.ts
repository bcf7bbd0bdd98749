import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Client, Page, Query, SegmentDocument, SortKey } from '../../../src/contract/index.js';
import { checkSegment, compareBy, resolveSort } from '../../../src/segments/index.js';
import { anyNode } from '../../segments/documents.js';
import { catalogue, makeBase, settings, TODAY } from '../../segments/base.js';
import { judge } from '../../segments/oracle.js';
import { runs } from '../../support/runs.js';
import { asking, context, everyone, open } from './support.js';

const { clients, bookings } = makeBase(400, 7);
const adapter = open({ clients, records: { bookings: [...bookings.values()].flat() } });
/** Totals follow the records, so the clients as the base has them are what is judged. */
await adapter.describe(context);
const stored = (
  adapter.find({ where: everyone, sort: [], window: { at: 0, size: 1000 } }, context) as Page<Client>
).items;
const historyOf = (client: Client) => bookings.get(client.id) ?? [];

const sorts: fc.Arbitrary<SortKey[]> = fc.uniqueArray(
  fc.record({
    field: fc.constantFrom(
      ...[...catalogue.fields.values()].filter((field) => field.sort).map((field) => field.id),
    ),
    dir: fc.constantFrom('asc' as const, 'desc' as const),
  }),
  { maxLength: 3, selector: ({ field }) => field },
);

function expected(where: SegmentDocument, sort: SortKey[]): string[] {
  const keys = resolveSort(sort, { catalogue, settings });
  return stored
    .filter((client) => judge(where.where, client, historyOf) === true)
    .sort(compareBy(keys))
    .map(({ id }) => id);
}

function ids(query: Query): string[] {
  return (adapter.find(query, context) as Page<Client>).items.map(({ id }) => id);
}

describe('find of the memory adapter', () => {
  it('answers at once when the base is loaded', () => {
    assert.equal(stored.length, 400);
  });

  it('finds what a plain reading of each client finds, in the same order', () => {
    fc.assert(
      fc.property(anyNode, sorts, fc.nat(420), fc.integer({ min: 1, max: 60 }), (node, sort, at, size) => {
        const where: SegmentDocument = { v: 1, where: node };
        if (!checkSegment(where, catalogue).ok) return;
        assert.deepEqual(ids(asking(where, sort, at, size)), expected(where, sort).slice(at, at + size));
      }),
      { numRuns: runs(300, 3000) },
    );
  });

  it('orders everyone by any keys, from the first window and from all later ones', () => {
    fc.assert(
      fc.property(sorts, fc.nat(399), fc.integer({ min: 1, max: 400 }), (sort, at, size) => {
        const all = expected(everyone, sort);
        assert.deepEqual(ids(asking(everyone, sort, 0, 20)), all.slice(0, 20));
        assert.deepEqual(ids(asking(everyone, sort, at, size)), all.slice(at, at + size));
      }),
      { numRuns: runs(100, 1000) },
    );
  });

  it('walks every row once, in order', () => {
    fc.assert(
      fc.property(sorts, fc.integer({ min: 1, max: 150 }), (sort, size) => {
        const walked: string[] = [];
        let after: string | null = null;
        do {
          const query: Query = { where: everyone, sort, today: TODAY, fields: [], window: { after, size } };
          const page = adapter.find(query, context) as Page<Client>;
          walked.push(...page.items.map(({ id }) => id));
          after = page.next;
        } while (after !== null);
        assert.deepEqual(walked, expected(everyone, sort));
      }),
      { numRuns: runs(50, 300) },
    );
  });
});
