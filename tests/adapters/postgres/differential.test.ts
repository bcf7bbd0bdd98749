import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { postgresAdapter } from '../../../src/adapters/postgres/index.js';
import type { Client } from '../../../src/contract/index.js';
import { runs } from '../../support/runs.js';
import {
  bookingQuestion,
  compare,
  compareBookings,
  compareFigures,
  figures,
  question,
  twins,
  type Twins,
} from './differential.js';
import { openPglite, overPglite } from './pglite.js';

/** Choices are a set: in which order they stand says nothing. */
const withSets = (client: Client) => ({
  ...client,
  categories: client.categories?.toSorted(),
  groups: client.groups?.toSorted(),
  consents: client.consents?.toSorted(),
});

describe('segments in SQL over PGlite', () => {
  let pglite: PGlite;
  let both: Twins;
  before(async () => {
    pglite = await openPglite();
    const dialect = overPglite(pglite);
    await postgresAdapter({ dialect, keepOpen: true }).migrate();
    both = await twins(runs(350, 2000), { dialect });
  });
  after(() => pglite.close());

  it('holds the clients as they were given', async () => {
    const context = { tenant: 'bare', actor: 'twin', role: 'owner' };
    for (const id of both.clients.map((client) => client.id).slice(0, 200)) {
      const [mine, theirs] = [await both.sql.get(id, context), await both.memory.bare.get(id, context)];
      assert.deepEqual(withSets(mine), withSets(theirs));
    }
  });

  it('selects whom memory selects, in the same order, with the same count', async () => {
    await fc.assert(
      fc.asyncProperty(question, (asked) => compare(both, asked)),
      { numRuns: runs(500, 5000), seed: 17 },
    );
  });

  it('finds bookings as memory does', async () => {
    await fc.assert(
      fc.asyncProperty(bookingQuestion, (asked) => compareBookings(both, asked)),
      { numRuns: runs(100, 1000), seed: 19 },
    );
  });

  it('gives the figures that memory gives', async () => {
    await fc.assert(
      fc.asyncProperty(figures, (asked) => compareFigures(both, asked)),
      { numRuns: runs(150, 1500), seed: 18 },
    );
  });
});
