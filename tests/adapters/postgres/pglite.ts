import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { PGliteDialect, type Listen } from '../../../src/adapters/postgres/index.js';

/** A PostgreSQL in this process, in memory. Its start takes seconds: one for a file of tests. */
export function openPglite(): Promise<PGlite> {
  return PGlite.create({ extensions: { pg_trgm } });
}

export const overPglite = (pglite: PGlite) => new PGliteDialect({ pglite });

export const listenOn =
  (pglite: PGlite): Listen =>
  (channel, onNotify) =>
    pglite.listen(channel, onNotify);
