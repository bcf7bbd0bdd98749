import { Kysely, sql, type RawBuilder, type Transaction } from 'kysely';
import type { Context } from '../../contract/index.js';
import { isTransient, storageError } from './errors.js';
import type { PostgresOptions } from './options.js';
import { named } from './places.js';
import { TABLES, type TableName } from './schema/tables.js';

/** The tables carry their types in the statements themselves. */
type Untyped = Record<never, never>;

/** Runs statements, all of one tenant, inside or outside of a transaction. */
export type Run = <T>(query: RawBuilder<T>) => Promise<T[]>;

/**
 * Begins statements of which there are few, and whose plan hangs on no value: a driver may keep them prepared (see `poolDialect`). Of what
 * segments ask the best plan depends on the values.
 */
export const KEPT = sql.raw('/* kept */ ');

const TRIES = 4;

/** The connections, and where the tables are. */
export class Database {
  readonly kysely: Kysely<Untyped>;
  readonly schema: string;
  readonly tables: Readonly<Record<TableName, RawBuilder<unknown>>>;
  readonly #rowSecurity: boolean;

  constructor({ dialect, schema = 'clientele', rowSecurity = false, onStatement }: PostgresOptions) {
    this.schema = schema;
    this.#rowSecurity = rowSecurity;
    this.kysely = new Kysely<Untyped>({
      dialect,
      ...(onStatement
        ? {
            log: ({ query, queryDurationMillis }) =>
              onStatement({ sql: query.sql, parameters: query.parameters, ms: queryDurationMillis }),
          }
        : {}),
    });
    this.tables = Object.fromEntries(
      TABLES.map((name) => [name, named(schema, name)]),
    ) as unknown as Database['tables'];
  }

  /** Reads for a tenant. @throws ClienteleError of the closed union */
  async read<T>(operation: string, context: Context, ask: (run: Run) => Promise<T>): Promise<T> {
    try {
      if (this.#rowSecurity) return await this.#transact(context, ask);
      return await ask(runner(this.kysely, context.signal));
    } catch (error) {
      throw storageError(error, operation);
    }
  }

  /** Reads from one snapshot, whatever is written meanwhile. */
  async snapshot<T>(operation: string, context: Context, ask: (run: Run) => Promise<T>): Promise<T> {
    try {
      return await this.kysely
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute((transaction) => this.#enter(transaction, context, ask));
    } catch (error) {
      throw storageError(error, operation);
    }
  }

  /** Gives the planner its figures after much was loaded, where our role may. What it does not do, the database does by and by. */
  async tidy(names: readonly TableName[]): Promise<void> {
    for (const name of names)
      await sql`vacuum (analyze) ${this.tables[name]}`.execute(this.kysely).catch(() => undefined);
  }

  /** Writes for a tenant: all or nothing. Tried again where transactions got in each other's way. */
  async write<T>(operation: string, context: Context, work: (run: Run) => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried++) {
      try {
        return await this.#transact(context, work);
      } catch (error) {
        if (!isTransient(error) || tried === TRIES) throw storageError(error, operation);
        await new Promise((done) => setTimeout(done, 5 * 2 ** tried * Math.random()));
      }
    }
  }

  #transact<T>(context: Context, work: (run: Run) => Promise<T>): Promise<T> {
    return this.kysely.transaction().execute((transaction) => this.#enter(transaction, context, work));
  }

  async #enter<T>(
    transaction: Transaction<Untyped>,
    { tenant }: Context,
    work: (run: Run) => Promise<T>,
  ): Promise<T> {
    const run = runner(transaction);
    if (this.#rowSecurity) await run(sql`select set_config('clientele.tenant', ${tenant}, true)`);
    return work(run);
  }
}

function runner(on: Kysely<Untyped>, signal?: AbortSignal): Run {
  return async (query) => (await query.execute(on, signal ? { signal } : {})).rows;
}
