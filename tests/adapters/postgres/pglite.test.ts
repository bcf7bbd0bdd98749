import { after, before, describe, it } from 'node:test';
import type { PGlite } from '@electric-sql/pglite';
import { postgresAdapter } from '../../../src/adapters/postgres/index.js';
import { describeAdapter } from '../../conformance/suite.js';
import { listenOn, openPglite, overPglite } from './pglite.js';
import { seededAdapter } from './seeded.js';

describe('on PGlite', () => {
  let pglite: PGlite;
  before(async () => {
    pglite = await openPglite();
    await postgresAdapter({ dialect: overPglite(pglite), keepOpen: true }).migrate();
  });
  after(() => pglite.close());

  describeAdapter(
    'postgres over PGlite',
    (seed) => seededAdapter(seed, { dialect: overPglite(pglite), listen: listenOn(pglite) }),
    { describe, it },
  );
});
