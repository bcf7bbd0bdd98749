import { sql } from 'kysely';
import {
  ClienteleError,
  invalid,
  type ClientRecord,
  type Context,
  type Id,
  type Patch,
  type RecordKind,
  type RecordQuery,
  type RecordStore,
  type Value,
  type WriteContext,
} from '../../contract/index.js';
import {
  fieldsById,
  isInBranches,
  isTellable,
  mustBeWritable,
  signed,
  statusChange,
  STATUSES_KIND,
  validateValues,
  withIdempotency,
  type StatusChange,
} from '../../engine/index.js';
import { checkSort, readSegment, resolveSort } from '../../segments/index.js';
import type { Base } from './base.js';
import type { Run } from './database.js';
import { Decider, type Standing } from './decide.js';
import { recordKeys, type Row } from './encoder.js';
import { recordPlaces, type Sql } from './places.js';
import { jsonOf } from './rows.js';
import { condition, every } from './segment.js';
import { decodePlace, encodePlace, orderBy, placeOf, termsOf, type Order } from './sort.js';
import type { PostgresStore } from './store.js';
import { factsOf, givesTotals, openingOf, totalsOf } from './totals.js';
import { TryAgain, type Tx } from './transaction.js';
import { isThere } from './values.js';
import { walk } from './walk.js';
import { putNew, timeOf } from './witnessed.js';

const COLUMNS = sql`r.id, r.version, r.kind, r.client, r.doc, r.paid`;

export interface Records extends Required<RecordStore> {
  get(record: string, id: Id, context: Context): Promise<ClientRecord | null>;
  /** All of one client, of these kinds. */
  ofClient(client: Id, kinds: readonly string[], context: Context): Promise<ClientRecord[]>;
}

/** Records of clients over the tables; the totals of their clients are kept in step in the same transaction. */
export function createRecords(base: Base, store: PostgresStore): Records {
  const { records: table } = base.database.tables;
  const kindOf = (id: string, operation: string): RecordKind => {
    const kind = base.setup.catalogue.records.get(id);
    if (!kind)
      throw new ClienteleError('unsupported', `there are no records "${id.slice(0, 60)}"`, { operation });
    return kind;
  };
  const which = (kind: RecordKind, id: Id) =>
    sql`r.tenant = ${base.tenant} and r.kind = ${kind.id} and r.id = ${id}`;
  const read = async (run: Run, kind: RecordKind, id: Id, lock = false): Promise<ClientRecord | null> => {
    const [row] = await run(
      sql<Row>`select ${COLUMNS} from ${table} r where ${which(kind, id)}${lock ? sql` for update` : sql``}`,
    );
    return row ? recordOf(kind, row) : null;
  };

  return {
    find: (query, context) => findRecords(base, kindOf(query.record, 'records.find'), query, context),

    get(record, id, context) {
      const kind = kindOf(record, 'records.get');
      return base.database.read('records.get', context, (run) => read(run, kind, id));
    },

    async counts(client, context) {
      const rows = await base.database.read('records.counts', context, (run) =>
        run(
          sql<{
            kind: string;
            count: number;
          }>`select r.kind, count(*)::int4 as count from ${table} r where r.tenant = ${base.tenant} and r.client = ${client} group by r.kind`,
        ),
      );
      return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
    },

    async ofClient(client, kinds, context) {
      const rows = await base.database.read('records.find', context, (run) =>
        run(
          sql<Row>`select ${COLUMNS} from ${table} r where r.tenant = ${base.tenant} and r.client = ${client} and r.kind = any(${[...kinds]}::text[])`,
        ),
      );
      return rows.map((row) => recordOf(kindOf(row['kind'] as string, 'explain'), row));
    },

    save: (input, context) =>
      withIdempotency<ClientRecord>(store, 'records.save', input, context, (once) =>
        store.transact('records.save', context, async (tx) => {
          const operation = 'records.save';
          mustBeWritable(input.record, operation, input.version === null);
          const kind = kindOf(input.record, operation);
          if (input.version === undefined)
            throw new ClienteleError('version_required', 'say which version is replaced', { operation });
          // Clients are locked before records, here and everywhere.
          const known = await read(tx.run, kind, input.id);
          const standing = await tx.lock(known ? [known.client, input.client] : [input.client]);
          const old = await read(tx.run, kind, input.id, true);
          if (old && old.client !== known?.client) throw new TryAgain();
          if (input.version === null && old)
            throw new ClienteleError('conflict', 'there is such a record', { operation });
          if (input.version !== null && !old)
            throw new ClienteleError('not_found', 'no such record', { operation });
          if (old && old.version !== input.version)
            throw new ClienteleError('stale_version', 'the record was changed since', {
              operation,
              version: old.version,
            });
          const owner = standing.get(input.client);
          if (!owner || !isInBranches(owner.values, context))
            throw new ClienteleError('not_found', 'no such client', { operation });
          const checked = validateValues(input.patch, fieldsById(kind.fields), { lists: base.named.lists });
          if (!checked.ok) throw invalid(checked.issues, operation);
          const answer = after(kind, old, input, signed(kind, old, checked.patch, context, operation));
          await put(tx, kind, answer, old === null);
          const owners = new Set([answer.client, ...(old ? [old.client] : [])]);
          await retotal(tx, kind, owners, answer, standing);
          await tx.keep([once.document(answer)], once.guards);
          return answer;
        }),
      ),

    remove: (input, context) =>
      withIdempotency<void>(store, 'records.remove', input, context, (once) =>
        store.transact('records.remove', context, async (tx) => {
          const operation = 'records.remove';
          mustBeWritable(input.record, operation, false);
          const kind = kindOf(input.record, operation);
          const gone = () => new ClienteleError('not_found', 'no such record', { operation });
          const known = await read(tx.run, kind, input.id);
          if (!known) throw gone();
          const standing = await tx.lock([known.client]);
          const old = await read(tx.run, kind, input.id, true);
          if (old && old.client !== known.client) throw new TryAgain();
          const owner = old && standing.get(old.client);
          if (!old || !owner || !isInBranches(owner.values, context)) throw gone();
          if (!isTellable(kind, old, context)) throw gone();
          if (input.version === undefined)
            throw new ClienteleError('version_required', 'say which version is removed', { operation });
          if (input.version !== old.version)
            throw new ClienteleError('stale_version', 'the record was changed since', {
              operation,
              version: old.version,
            });
          await tx.run(sql`delete from ${table} r where ${which(kind, input.id)}`);
          await retotal(tx, kind, new Set([old.client]), old, standing);
          await tx.keep([once.document()], once.guards);
        }),
      ),
  };
}

function recordOf(kind: RecordKind, row: Row): ClientRecord {
  const values = jsonOf(row['doc']);
  return {
    id: row['id'] as Id,
    version: row['version'] as number,
    record: kind.id,
    client: row['client'] as Id,
    at: (values[kind.date] as string | undefined) ?? null,
    values,
    ...(row['paid'] ? { paid: jsonOf(row['paid']) as NonNullable<ClientRecord['paid']> } : {}),
  };
}

/** The record as it will be. */
function after(
  kind: RecordKind,
  old: ClientRecord | null,
  { id, client }: { id: Id; client: Id },
  patch: Patch,
): ClientRecord {
  const values: Record<string, unknown> = { ...old?.values };
  for (const [field, value] of Object.entries(patch)) {
    if (isThere(value)) values[field] = value;
    else delete values[field];
  }
  return {
    id,
    version: (old?.version ?? 0) + 1,
    record: kind.id,
    client,
    at: (values[kind.date] as string | undefined) ?? null,
    values,
    ...(old?.paid ? { paid: old.paid } : {}),
  };
}

async function put(tx: Tx, kind: RecordKind, record: ClientRecord, isNew: boolean): Promise<void> {
  const { database, setup, tenant } = tx.base;
  const { records: table } = database.tables;
  const values = record.values as Record<string, Value>;
  const keys = recordKeys(kind.fields, values, setup.settings.collation);
  const at = timeOf(kind, values);
  const doc = sql`${JSON.stringify(values)}::text::jsonb`;
  const key = keys === null ? sql`null` : sql`${JSON.stringify(keys)}::text::jsonb`;
  if (isNew) {
    const paid = record.paid ? sql`${JSON.stringify(record.paid)}::text::jsonb` : sql`null`;
    const made = await tx.run(
      sql`insert into ${table} (tenant, kind, id, client, version, at, doc, paid, keys) values (${tenant}, ${kind.id}, ${record.id}, ${record.client}, ${record.version}, ${at}::float8, ${doc}, ${paid}, ${key}) on conflict (tenant, kind, id) do nothing returning id`,
    );
    if (made.length === 0) throw new TryAgain();
    tx.markPresent(kind.id);
    return;
  }
  await tx.run(
    sql`update ${table} set client = ${record.client}, version = ${record.version}, at = ${at}::float8, doc = ${doc}, keys = ${key} where tenant = ${tenant} and kind = ${kind.id} and id = ${record.id}`,
  );
}

/** Works the totals of the owners out anew, and tells of records and totals. */
async function retotal(
  tx: Tx,
  kind: RecordKind,
  owners: ReadonlySet<Id>,
  written: ClientRecord,
  standing: ReadonlyMap<Id, Standing>,
): Promise<void> {
  tx.tell({ kind: 'records', record: kind.id, clients: [written.client] });
  if (!givesTotals(kind.id)) return;
  const head = await tx.head();
  const kinds = { whole: head.whole, present: new Set([...head.present, kind.id]) };
  const facts = await factsOf(tx.run, tx.base, [...owners]);
  const decider = new Decider(tx.base.setup, standing);
  for (const id of owners) {
    const client = standing.get(id);
    if (!client) continue;
    const opening = client.opening ?? openingOf(client.values, kinds);
    decider.compute(id, totalsOf(tx.base, facts.get(id) ?? [], opening, kinds), opening);
  }
  const drafts = [...decider.drafts.values()];
  await tx.write(drafts, standing);
  tx.tellClients(drafts, new Set(drafts.flatMap(({ changed }) => [...changed])));
  const { setup, today } = tx.base;
  const changes = drafts.flatMap(({ id, values }): StatusChange[] => {
    const before = standing.get(id)?.values ?? {};
    const unique = `${written.id} ${written.version}`;
    const change = statusChange(id, before, values, unique, { today, settings: setup.settings });
    return change ? [change] : [];
  });
  await putHistory(tx, changes);
}

/** Writes changes of status; those that stand already are left as they are. */
function putHistory(tx: Tx, changes: readonly StatusChange[]): Promise<void> {
  return putNew(
    tx,
    STATUSES_KIND,
    changes.map(({ id, client, values }) => ({ id, client, values })),
  );
}

/** Changes of status that were found afterwards, in a transaction of their own. */
export function keepHistory(
  store: PostgresStore,
  changes: readonly StatusChange[],
  context: WriteContext,
): Promise<void> {
  return store.transact('records.save', context, (tx) => putHistory(tx, changes));
}

async function findRecords(base: Base, kind: RecordKind, query: RecordQuery, context: Context) {
  const { settings, catalogue } = base.setup;
  const { lists } = base.named;
  const { records: table, clients } = base.database.tables;
  const today = query.today ?? base.today;
  const fields = fieldsById(kind.fields);
  const places = recordPlaces(kind);
  const conditions: Sql[] = [sql`r.tenant = ${base.tenant}`, sql`r.kind = ${kind.id}`];
  if (query.client !== undefined) conditions.push(sql`r.client = ${query.client}`);
  if (context.branches)
    conditions.push(
      sql`exists (select from ${clients} c where c.tenant = ${base.tenant} and c.id = r.client and c.branch = any(${[...context.branches]}::text[]))`,
    );
  if (query.where !== undefined) {
    const node = readSegment(
      { v: 1, where: query.where },
      { catalogue: { fields, records: catalogue.records }, settings, today },
    );
    conditions.push(condition(node, places, () => sql<boolean>`false`));
  }
  // The newest first, unless asked otherwise; then by id.
  const sort =
    query.sort && query.sort.length > 0 ? query.sort : [{ field: kind.date, dir: 'desc' as const }];
  const issues = checkSort(sort, { fields });
  if (issues.length > 0) throw invalid(issues, 'records.find');
  const keys = resolveSort(sort, { catalogue: { fields }, settings, lists });
  const order: Order = { terms: termsOf(keys, places, { has: () => true }), id: places.id };
  const from = sql`${table} r`;
  const scope = conditions.slice(0, 2);
  const asked = { from, scope, conditions, order, columns: COLUMNS, revision: base.revisionColumn };
  const { window } = query;

  return base.database.read('records.find', context, async (run) => {
    const [counted] = await run(
      sql<{
        count: number;
        revision: number | null;
      }>`select count(*)::int4 as count, ${base.revisionColumn} from ${from} where ${every(conditions)}`,
    );
    let rows: Row[];
    let next: string | null = null;
    if ('after' in window) {
      const place = window.after === null ? null : decodePlace(window.after, order, 'records.find');
      const walked = await walk(run, asked, place, window.size);
      rows = walked.rows;
      if (walked.more) next = encodePlace(placeOf(order, rows.at(-1)!), order);
    } else {
      rows = await run(
        sql<Row>`select ${COLUMNS} from ${from} where ${every(conditions)} order by ${orderBy(order)} limit ${window.size} offset ${window.at}`,
      );
    }
    return {
      items: rows.map((row) => recordOf(kind, row)),
      at: 'after' in window ? null : window.at,
      next,
      total: counted!.count,
      today,
      revision: String(counted!.revision ?? 0),
    };
  });
}
