import { sql } from 'kysely';
import {
  ClienteleError,
  type Change,
  type FieldId,
  type Id,
  type WriteContext,
} from '../../contract/index.js';
import type { DocumentGuard, DocumentWrite } from '../../engine/index.js';
import type { Base, Head } from './base.js';
import { KEPT, type Run } from './database.js';
import type { Draft, Standing } from './decide.js';
import { idHash, longFields, type Row } from './encoder.js';
import type { Sql } from './places.js';
import { jsonOf, listOf, storedColumns, valuesOf } from './rows.js';
import { insertClients, updateClients } from './write-rows.js';

/** Distributes over the union, so that each kind of change can be given without its cursor. */
export type NewChange = Change extends infer One ? (One extends Change ? Omit<One, 'at'> : never) : never;

/** A change names up to so many ids. */
const NAMED = 1000;
/** Of changes of so few clients it is remembered which version they made. */
const VERSIONED = 20;

/** Somebody was quicker: all is decided anew. */
export class TryAgain extends Error {
  readonly code = '40001';
}

/** One transaction that writes: what it has done and has still to tell. */
export class Tx {
  readonly #changes: { change: NewChange; versions: Record<Id, number> | null }[] = [];
  readonly #longs = new Set<FieldId>();
  readonly #present = new Set<string>();
  /** The base's keys are noted as soon as this stands. */
  hasNoted = false;
  #live = 0;
  #moves = false;

  constructor(
    readonly base: Base,
    readonly run: Run,
    readonly context: WriteContext,
  ) {}

  /** Clients as they stand, locked until the end; always in the order of their ids, so that no two wait for each other. */
  async lock(ids: Iterable<Id>): Promise<Map<Id, Standing>> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Map();
    const { fields } = this.base.setup.catalogue;
    const columns = listOf(storedColumns(fields));
    const which = wanted.length === 1 ? sql`c.id = ${wanted[0]}` : sql`c.id = any(${wanted}::text[])`;
    const rows = await this.run(
      sql<Row>`${KEPT}select ${columns} from ${this.base.database.tables.clients} c where c.tenant = ${this.base.tenant} and ${which} order by c.id for update`,
    );
    return new Map(
      rows.map((row) => [
        row['id'] as Id,
        {
          version: row['version'] as number,
          removedAt: (row['removed_at'] as number | null) ?? null,
          values: valuesOf(fields, row),
          opening: row['opening'] === null ? null : (jsonOf(row['opening']) as Standing['opening']),
        },
      ]),
    );
  }

  /** Writes what was decided, and remembers to tell of it. */
  async write(drafts: Iterable<Draft>, standing: ReadonlyMap<Id, Standing>): Promise<void> {
    const made: Draft[] = [];
    const edited: { id: Id; columns: Row }[] = [];
    for (const draft of drafts) {
      if (draft.isNew) {
        made.push(draft);
        continue;
      }
      const columns = this.#encoded(draft);
      const was = standing.get(draft.id);
      this.#live += Number(draft.removedAt === null) - Number(was?.removedAt === null);
      if (draft.hasMoved) columns['version'] = draft.version;
      if (was && was.removedAt !== draft.removedAt) columns['removed_at'] = draft.removedAt;
      if (was && was.opening !== draft.opening) columns['opening'] = draft.opening;
      edited.push({ id: draft.id, columns });
    }
    this.#moves ||= edited.length > 0;
    if ((await this.add(made)).length < made.length) throw new TryAgain();
    await updateClients(this.run, this.base, edited);
  }

  /** New clients; one whose id is there already is left out. Answers the ids of those that were made. */
  async add(drafts: readonly Draft[]): Promise<Id[]> {
    const rows = drafts.map((draft) => ({
      ...this.#encoded(draft),
      tenant: this.base.tenant,
      id: draft.id,
      version: draft.version,
      removed_at: draft.removedAt,
      hash: idHash(draft.id),
      opening: draft.opening,
    }));
    const made = await insertClients(this.run, this.base, rows);
    this.#moves ||= made.length > 0;
    const there = new Set(made);
    this.#live += drafts.filter(({ id, removedAt }) => removedAt === null && there.has(id)).length;
    return made;
  }

  #encoded(draft: Draft): Row {
    const columns = this.base.encoder.columns(draft.values, draft.isNew ? null : draft.changed);
    for (const field of longFields(columns)) this.#longs.add(field);
    return columns;
  }

  /** Writes documents as long as what must still be so is so. @throws ClienteleError `conflict` */
  async keep(documents: readonly DocumentWrite[], guards: readonly DocumentGuard[]): Promise<void> {
    const { documents: table } = this.base.database.tables;
    const { tenant } = this.base;
    const isAbout = (one: { kind: string; id: Id }) => (other: { kind: string; id: Id }) =>
      other.kind === one.kind && other.id === one.id;
    for (const guard of guards.filter((one) => !documents.some(isAbout(one)))) {
      const [row] = await this.run(
        sql<{
          rev: number | null;
        }>`select rev from ${table} where tenant = ${tenant} and kind = ${guard.kind} and id = ${guard.id}`,
      );
      if ((row?.rev ?? null) !== guard.rev) throw conflictOf(guard.kind);
    }
    for (const document of documents) {
      const { kind, id, value } = document;
      const guard = guards.find(isAbout(document));
      const which = sql`tenant = ${tenant} and kind = ${kind} and id = ${id}`;
      const still = guard ? sql` and rev is not distinct from ${guard.rev}::int4` : sql``;
      if (value === null) {
        const gone = await this.run(sql`delete from ${table} where ${which}${still} returning id`);
        if (guard && guard.rev !== null && gone.length === 0) throw conflictOf(kind);
      } else {
        const rev = (value as { rev?: number }).rev ?? null;
        const text = JSON.stringify(value);
        const insert = sql`${KEPT}insert into ${table} (tenant, kind, id, rev, value, at) values (${tenant}, ${kind}, ${id}, ${rev}, ${text}, now())`;
        const written = await this.run(
          guard && guard.rev !== null
            ? sql`${KEPT}update ${table} set rev = ${rev}, value = ${text}, at = now() where ${which}${still} returning id`
            : guard
              ? sql`${insert} on conflict (tenant, kind, id) do nothing returning id`
              : sql`${insert} on conflict (tenant, kind, id) do update set rev = excluded.rev, value = excluded.value, at = excluded.at returning id`,
        );
        if (written.length === 0) throw conflictOf(kind);
      }
      if (kind === 'job') this.tell({ kind: 'job', id });
      if (kind === 'view') this.tell({ kind: 'views' });
      if (kind === 'library') {
        // A segment may find others now, and a list may have another order.
        this.#moves = true;
        this.tell({ kind: 'description' });
      }
    }
  }

  tell(change: NewChange, versions: Record<Id, number> | null = null): void {
    this.#changes.push({ change, versions });
  }

  /** One change for all clients that were written. */
  tellClients(drafts: readonly Draft[], fields: Iterable<FieldId> | null): void {
    if (drafts.length === 0) return;
    const { key } = this.context;
    const all = drafts.map(({ id }) => id);
    const isOp = (is: (draft: Draft) => boolean) => drafts.every(is);
    const op = isOp(({ isNew }) => isNew)
      ? 'created'
      : isOp(({ removedAt, isNew }) => removedAt !== null && !isNew)
        ? 'removed'
        : 'updated';
    const moved = drafts.filter(({ hasMoved }) => hasMoved);
    this.tell(
      {
        kind: 'clients',
        op,
        ids: named(all),
        ...(fields && op === 'updated' ? { fields: [...fields] } : {}),
        ...(key ? { key } : {}),
      },
      moved.length > 0 && moved.length <= VERSIONED
        ? Object.fromEntries(moved.map(({ id, version }) => [id, version]))
        : null,
    );
  }

  /** Reads what the tenant's records give; call before a record is written. */
  head(): Promise<Head> {
    return this.base.head(this.run);
  }

  /** There are records of this kind from now on. */
  markPresent(kind: string): void {
    this.#present.add(kind);
  }

  /**
   * The last that a transaction does: numbers its changes. The tenant's row is locked from here to the commit, so numbers are given in the
   * order of commits: whoever reads up to one has missed none, and a revision names one state of the base. Answers the last number.
   */
  async finish(): Promise<number | null> {
    const { base, run } = this;
    const { tenants, changes, documents } = base.database.tables;
    if (this.#moves && !base.isNoted) {
      const note = JSON.stringify(base.keys);
      await run(
        sql`insert into ${documents} as d (tenant, kind, id, value) values (${base.tenant}, 'keyed', 'keys', ${note}) on conflict (tenant, kind, id) do update set value = (d.value::jsonb || excluded.value::jsonb)::text`,
      );
      this.hasNoted = true;
    }
    if (this.#changes.length === 0) return null;
    const count = this.#changes.length;
    const [longs, present] = [[...this.#longs], [...this.#present]];
    const [moves, live] = [Number(this.#moves), this.#live];
    const more = [
      ...(longs.length > 0 ? [taken('longs', longs)] : []),
      ...(present.length > 0 ? [taken('present', present)] : []),
    ];
    const [known] = await run(
      sql<{
        seq: number;
      }>`${KEPT}update ${tenants} as t set ${sql.join([sql`seq = t.seq + ${count}`, sql`revision = t.revision + ${moves}`, sql`live = t.live + ${live}`, ...more])} where t.tenant = ${base.tenant} returning t.seq::float8`,
    );
    // The first that is ever written for a tenant, perhaps by two at once.
    const [row] = known
      ? [known]
      : await run(
          sql<{
            seq: number;
          }>`insert into ${tenants} as t (tenant, seq, revision, live, longs, present)
values (${base.tenant}, ${count}, ${moves}, ${live}, ${longs}::text[], ${present}::text[])
on conflict (tenant) do update set seq = t.seq + excluded.seq, revision = t.revision + excluded.revision, live = t.live + excluded.live,
  ${union('longs')}, ${union('present')}
returning t.seq::float8`,
        );
    const seq = row!.seq;
    const rows = this.#changes.map(({ change, versions }, i) => {
      const made = versions === null ? null : JSON.stringify(versions);
      return sql`(${base.tenant}, ${seq - count + 1 + i}::int8, ${JSON.stringify(change)}::text::jsonb, ${made}::text::jsonb)`;
    });
    await run(sql`${KEPT}insert into ${changes} (tenant, seq, change, versions) values ${sql.join(rows)}`);
    return seq;
  }
}

/** A set in a column takes in these. */
function taken(column: string, more: readonly string[]): Sql {
  const old = sql.id('t', column);
  const given = sql`${[...more]}::text[]`;
  return sql`${sql.id(column)} = case when ${old} @> ${given} then ${old} else ${old} || ${given} end`;
}

/** The same of a row that was to be inserted. */
export function union(column: string): Sql {
  const [old, more] = [sql.id('t', column), sql.id('excluded', column)];
  return sql`${sql.id(column)} = case when ${old} @> ${more} then ${old} else ${old} || ${more} end`;
}

export function named(ids: readonly Id[]): Id[] | 'many' {
  return ids.length > NAMED ? 'many' : [...ids];
}

function conflictOf(kind: string): ClienteleError {
  return new ClienteleError('conflict', `the ${kind} was written by somebody else`, { operation: 'commit' });
}
