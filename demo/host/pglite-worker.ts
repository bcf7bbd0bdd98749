import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { worker } from '@electric-sql/pglite/worker';

/* The database of `pglite.ts`: one for all tabs, kept in IndexedDB. */
void worker({
  async init({ dataDir }) {
    try {
      return await PGlite.create({ ...(dataDir ? { dataDir } : {}), extensions: { pg_trgm } });
    } catch (error) {
      // What is thrown out of here is all that the page is told of.
      setTimeout(() => {
        throw error;
      });
      throw error;
    }
  },
});
