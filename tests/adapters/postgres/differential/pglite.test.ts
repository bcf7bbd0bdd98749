import { after, describe } from 'node:test';
import type { PGlite } from '@electric-sql/pglite';
import { openPglite, overPglite } from '../pglite.js';
import { describeDifferences } from './suite.js';

describe('segments on PGlite', () => {
  let pglite: PGlite | null = null;
  after(() => pglite?.close());

  describeDifferences('PGlite and memory, and HTTP before memory', async (bases) => {
    pglite = await openPglite();
    return { PGlite: await bases.inDatabase({ dialect: overPglite(pglite) }), memory: bases.inMemory() };
  });
});
