import { sql } from 'kysely';
import type { Client, Context, FieldId, Id, Selection, WriteContext } from '../../contract/index.js';
import type {
  DocumentGuard,
  DocumentKind,
  DocumentWrite,
  Store,
  Write,
  WriteOutcome,
} from '../../engine/index.js';
import type { Base } from './base.js';
import { Decider, type Draft } from './decide.js';
import { KEPT } from './database.js';
import { matchKey, type Row } from './encoder.js';
import type { ChangeLog } from './log.js';
import { every } from './segment.js';
import { Tx } from './transaction.js';
import { putWitnessed } from './witnessed.js';

/** Edits older than so many changes are forgotten when it is asked what changed since a version. */
const REMEMBERED = 5000;

/** The engine's store over the tables: every write of clients, records and documents goes through `transact`. */
export class PostgresStore implements Store {
  readonly #base: Base;
  readonly #log: ChangeLog;

  constructor(base: Base, log: ChangeLog) {
    this.#base = base;
    this.#log = log;
  }

  now(): number {
    return this.#base.setup.now();
  }

  revision(context: Context): Promise<string> {
    return this.#base.database.read('revision', context, async (run) => {
      const { epoch, revision } = await this.#base.head(run);
      return `${epoch}.${revision}`;
    });
  }

  async walk(
    selection: Selection,
    after: Id | null,
    size: number,
    context: Context,
  ): Promise<{ id: Id; version: number }[]> {
    const today = 'found' in selection ? selection.today : this.#base.today;
    if ('found' in selection) await this.#base.know({ where: selection.found }, context);
    const where = this.#base.selected(selection, today, context, 'each');
    if (after !== null) where.push(sql`c.id > ${after}`);
    return this.#base.database.read('walk', context, (run) =>
      run(
        sql<{
          id: Id;
          version: number;
        }>`select c.id, c.version from ${this.#base.database.tables.clients} c where ${every(where)} order by c.id limit ${size}`,
      ),
    );
  }

  async read(ids: readonly Id[], context: Context, fields?: readonly FieldId[]): Promise<(Client | null)[]> {
    const reader = this.#base.reader(this.#base.today, fields);
    const which = ids.length === 1 ? sql`c.id = ${ids[0]}` : sql`c.id = any(${[...ids]}::text[])`;
    const kept = ids.length === 1 ? KEPT : sql``;
    const rows = await this.#base.database.read('read', context, (run) =>
      run(
        sql<Row>`${kept}select ${reader.columns} from ${this.#base.database.tables.clients} c where c.tenant = ${this.#base.tenant} and ${which}`,
      ),
    );
    const byId = new Map(rows.map((row) => [row['id'], row]));
    return ids.map((id) => {
      const row = byId.get(id);
      return row ? reader.read(row) : null;
    });
  }

  async match(
    key: { phone: string } | { email: string } | { name: string; birthday: string },
    context: Context,
  ): Promise<Id[]> {
    const rows = await this.#base.database.read('match', context, (run) =>
      run(
        sql<{
          id: Id;
        }>`select c.id from ${this.#base.database.tables.clients} c where c.tenant = ${this.#base.tenant} and c.removed_at is null and c.matches @> ${[matchKey(key)]}::text[] order by c.id`,
      ),
    );
    return rows.map(({ id }) => id);
  }

  commit(
    writes: readonly Write[],
    documents: readonly DocumentWrite[] | ((outcomes: readonly WriteOutcome[]) => readonly DocumentWrite[]),
    context: WriteContext,
    guards: readonly DocumentGuard[] = [],
  ): Promise<WriteOutcome[]> {
    return this.commitDrafts(
      writes,
      (outcomes) => (typeof documents === 'function' ? documents(outcomes) : documents),
      context,
      guards,
    );
  }

  /** As `commit`; what is told about the outcomes may also look at the clients as they will be. */
  async commitDrafts(
    writes: readonly Write[],
    documents: (
      outcomes: readonly WriteOutcome[],
      drafts: ReadonlyMap<Id, Draft>,
    ) => readonly DocumentWrite[],
    context: WriteContext,
    guards: readonly DocumentGuard[] = [],
  ): Promise<WriteOutcome[]> {
    await this.#base.know({ fields: writes.flatMap(({ patch }) => Object.keys(patch ?? {})) }, context);
    return this.transact('commit', context, async (tx) => {
      const standing = await tx.lock(writes.map(({ id }) => id));
      const decider = new Decider(this.#base.setup, standing, this.#base.named.lists);
      const outcomes = writes.map((write) => decider.decide(write));
      const drafts = [...decider.drafts.values()];
      await tx.write(drafts, standing);
      await putWitnessed(tx, writes, outcomes);
      await tx.keep(documents(outcomes, decider.drafts), guards);
      const isShifted = ({ id, isNew, removedAt }: Draft) =>
        isNew || removedAt !== standing.get(id)?.removedAt;
      const fields = drafts.some(isShifted) ? null : new Set(drafts.flatMap(({ changed }) => [...changed]));
      tx.tellClients(drafts, fields);
      return outcomes;
    });
  }

  /** One transaction, and its changes told when it stands. */
  async transact<T>(operation: string, context: WriteContext, work: (tx: Tx) => Promise<T>): Promise<T> {
    await this.#base.ready(context);
    let seq: number | null = null;
    let hasNoted = false;
    const answer = await this.#base.database.write(operation, context, async (run) => {
      const tx = new Tx(this.#base, run, context);
      const done = await work(tx);
      seq = await tx.finish();
      hasNoted = tx.hasNoted;
      return done;
    });
    if (hasNoted) this.#base.noted = this.#base.keys;
    if (seq !== null) this.#log.added(context, seq);
    return answer;
  }

  async document(kind: DocumentKind, id: Id, context: Context): Promise<object | null> {
    const { documents } = this.#base.database.tables;
    const [row] = await this.#base.database.read('document', context, (run) =>
      run(
        sql<{
          value: string;
        }>`${KEPT}select value from ${documents} where tenant = ${this.#base.tenant} and kind = ${kind} and id = ${id}`,
      ),
    );
    return row ? (JSON.parse(row.value) as object) : null;
  }

  async documents(kind: DocumentKind, context: Context, limit: number): Promise<object[]> {
    const { documents } = this.#base.database.tables;
    const rows = await this.#base.database.read('documents', context, (run) =>
      run(
        sql<{
          value: string;
        }>`select value from ${documents} where tenant = ${this.#base.tenant} and kind = ${kind} order by at desc, id limit ${limit}`,
      ),
    );
    return rows.map(({ value }) => JSON.parse(value) as object);
  }

  /** Fields that were edited after a version, as far as is remembered. */
  async changedSince(id: Id, version: number, context: Context): Promise<FieldId[]> {
    const { changes, tenants } = this.#base.database.tables;
    const { tenant } = this.#base;
    const rows = await this.#base.database.read('changes', context, (run) =>
      run(
        sql<{ fields: FieldId[] | null }>`select change->'fields' as fields from ${changes}
where tenant = ${tenant} and seq > (select seq from ${tenants} where tenant = ${tenant}) - ${REMEMBERED}::int8
  and (versions->>${id})::int > ${version}::int`,
      ),
    );
    const fields = rows.flatMap((row) => row.fields ?? []);
    return [...new Set(fields)].filter((field) => field !== 'updatedAt');
  }
}
