import { PostgresDialect, type Dialect, type PostgresPool } from 'kysely';

/** What of a pool of node-postgres is used here beside what Kysely uses. */
export interface NodePool extends PostgresPool {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'connect', listener: (client: NodeClient) => void): unknown;
}

interface NodeClient {
  on(event: 'error', listener: (error: Error) => void): unknown;
  query: unknown;
}

export interface PoolOptions {
  /** Keeps the statements that come again and again prepared. Default true; false behind a pooler that knows no prepared statements. */
  prepare?: boolean;
}

const KEPT = '/* kept */';
/** So many statements are kept in a connection at most. */
const MOST = 500;

/** Pools that have their listeners. */
const listened = new WeakSet<NodePool>();
/** Names of statements, the same on each connection. */
const names = new Map<string, string>();
const toldElsewhere = () => undefined;

/**
 * A dialect over a pool of node-postgres, `new pg.Pool({ … })`. A connection that is lost while it is idle or in use is told to whoever asks
 * over it, and by an event that ends a process in which nobody listens: here somebody does. Statements that come often are kept prepared.
 */
export function poolDialect(pool: NodePool, { prepare = true }: PoolOptions = {}): Dialect {
  if (!listened.has(pool)) {
    listened.add(pool);
    pool.on('error', toldElsewhere);
    pool.on('connect', (client) => {
      client.on('error', toldElsewhere);
      if (prepare) keepPrepared(client);
    });
  }
  return new PostgresDialect({ pool });
}

function keepPrepared(client: NodeClient): void {
  const query = (client.query as (...args: unknown[]) => unknown).bind(client);
  client.query = (...args: unknown[]): unknown => {
    const [text, values] = args;
    const isKept = typeof text === 'string' && text.startsWith(KEPT) && Array.isArray(values);
    const name = isKept ? nameOf(text) : undefined;
    return name === undefined ? query(...args) : query({ name, text, values });
  };
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST) return known;
  const name = `clientele_${names.size}`;
  names.set(text, name);
  return name;
}
