import { PostgresDialect, type Dialect, type PostgresPool } from 'kysely';

/** What of a pool of node-postgres is used here beside what Kysely uses. */
export interface NodePool extends PostgresPool {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'connect', listener: (client: NodeClient) => void): unknown;
}

interface NodeClient {
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** Pools that have their listeners. */
const listened = new WeakSet<NodePool>();
const toldElsewhere = () => undefined;

/**
 * A dialect over a pool of node-postgres, `new pg.Pool({ … })`. A connection that is lost while it is idle or in use is told to whoever asks
 * over it, and by an event that ends a process in which nobody listens: here somebody does.
 */
export function poolDialect(pool: NodePool): Dialect {
  if (!listened.has(pool)) {
    listened.add(pool);
    pool.on('error', toldElsewhere);
    pool.on('connect', (client) => client.on('error', toldElsewhere));
  }
  return new PostgresDialect({ pool });
}
