import pg from 'pg';
import { poolDialect, postgresAdapter, type Listen } from '../../src/adapters/postgres/index.js';
import type { Adapter } from '../../src/contract/index.js';
import { SAMPLE_SETTINGS, sampleBase, sampleLibrary, sampleLists } from '../../src/sample/index.js';
import type { Stage } from '../host/adapters.js';
import { OWN_FIELDS } from '../host/roles.js';

const SCHEMA = 'clientele_demo';

/** How far the base is; 1: it can be asked. */
export interface Filling {
  share: number;
  stage: Stage;
  failure?: string;
}

export interface DatabaseBase {
  adapter: Adapter;
  tenant: string;
  filling: Filling;
  /** Resolves when the base is filled; never rejects: what went wrong stands in `filling`. */
  filled: Promise<void>;
}

/** Waits for notifications on a connection of its own. */
const listen: Listen = async (channel, onNotify) => {
  const client = new pg.Client();
  // A connection that breaks is no reason to end: the adapter looks at the log by itself now and then.
  client.on('error', () => undefined);
  await client.connect();
  client.on('notification', ({ payload }) => onNotify(payload ?? ''));
  await client.query(`listen ${pg.escapeIdentifier(channel)}`);
  return () => client.end();
};

/**
 * The base of `size` clients in the PostgreSQL that the PG* environment names: its tables are made and filled with the sample the first time,
 * which `tell` hears of. Each size is a tenant of its own.
 */
export function databaseBase(size: number, tell: (line: string) => void): DatabaseBase {
  const pool = new pg.Pool({ max: 8 });
  pool.on('error', (error) => tell(`PostgreSQL: ${error.message}`));
  const tenant = `lilac-${size}`;
  const adapter = postgresAdapter({
    dialect: poolDialect(pool),
    schema: SCHEMA,
    base: { lists: sampleLists, ...sampleLibrary(), settings: SAMPLE_SETTINGS, fields: OWN_FIELDS },
    listen,
  });
  const filling: Filling = { share: 0, stage: 'database' };
  const at = (stage: Stage, share: number) => {
    if (stage !== filling.stage || Math.floor(share * 10) > Math.floor(filling.share * 10))
      tell(`${stage} ${Math.floor(share * 100)} %`);
    // 1 is said when all is done.
    Object.assign(filling, { stage, share: Math.min(share, 0.99) });
  };

  const fill = async (): Promise<void> => {
    await adapter.migrate();
    await pool.query(
      `create table if not exists ${SCHEMA}.filled (tenant text primary key, at timestamptz not null default now())`,
    );
    const { rowCount } = await pool.query(`select from ${SCHEMA}.filled where tenant = $1`, [tenant]);
    if (rowCount === 0) {
      tell(`Filling the database with ${size} clients, this once`);
      const began = performance.now();
      const base = sampleBase({ clients: size });
      // What an earlier start left half filled is left as it stands, and the rest comes to it.
      await adapter.loadClients(base.clients, {
        tenant,
        onProgress: (rows) => at('clients', rows / size),
      });
      // About so many records does a client of the sample have.
      const records = size * 11.5;
      await adapter.loadRecords(base.records, {
        tenant,
        onProgress: (rows) => at('records', Math.min(1, rows / records)),
      });
      await pool.query(`insert into ${SCHEMA}.filled (tenant) values ($1)`, [tenant]);
      tell(`Filled in ${Math.round((performance.now() - began) / 1000)} s`);
    }
    filling.share = 1;
  };
  const filled = fill().catch((error: unknown) => {
    filling.failure = error instanceof Error ? error.message : String(error);
    tell(`The database could not be filled: ${filling.failure}`);
  });
  return { adapter, tenant, filling, filled };
}
