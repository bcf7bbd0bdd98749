import { sql } from 'kysely';
import { ClienteleError, type FieldId, type Id, type RecordKind, type Value } from '../../contract/index.js';
import { fieldsById } from '../../engine/index.js';
import type { Base } from './base.js';
import { recordKeys, type Row } from './encoder.js';
import { BATCH, batches, Cleaners, ID, loading, mustGoOn, Problems } from './load.js';
import type { Loaded, LoadOptions, RecordLike } from './options.js';
import { timeOf } from './witnessed.js';
import { retotalAll } from './rework.js';
import type { PostgresStore } from './store.js';
import { givesTotals } from './totals.js';
import type { Tx } from './transaction.js';

type Source = Iterable<RecordLike> | AsyncIterable<RecordLike>;

/**
 * Puts many records into the base, by kind. Kinds that are loaded, be it with none, give the totals that they stand for whole, whatever the
 * clients brought with them. A record whose client is not there is left out and reported.
 */
export async function loadRecords(
  base: Base,
  store: PostgresStore,
  sources: Readonly<Record<string, Source>>,
  options: LoadOptions,
): Promise<Loaded> {
  const problems = new Problems();
  let rows = 0;
  for (const [id, source] of Object.entries(sources)) {
    const kind = base.setup.catalogue.records.get(id);
    if (!kind) throw new ClienteleError('unsupported', `there are no records "${id}"`, { operation: 'load' });
    const cleaners = new Cleaners(fieldsById(kind.fields), base.setup.settings.country, problems);
    let at = 0;
    for await (const batch of batches(source, options.batch ?? BATCH)) {
      mustGoOn(options);
      const first = at;
      at += batch.length;
      const given = new Map<Id, { row: Row; at: number }>();
      for (const [i, record] of batch.entries()) {
        const row = rowOf(base, kind, record, first + i, cleaners);
        if (row && !given.has(record.id)) given.set(record.id, { row, at: first + i });
        else if (row) problems.add(first + i, 'id', 'the same id again; the record is left out');
      }
      const made = new Set(
        await store.transact('load', loading(options), (tx) =>
          insert(
            tx,
            kind,
            [...given.values()].map(({ row }) => row),
          ),
        ),
      );
      for (const [own, { at: place }] of given)
        if (!made.has(own))
          problems.add(place, 'id', 'no such client, or the same id again; the record is left out');
      rows += made.size;
      options.onProgress?.(rows);
    }
  }
  await base.database.tidy(['records']);
  const giving = Object.keys(sources).filter(givesTotals);
  if (giving.length > 0) {
    await retotalAll(base, store, giving, options);
    await base.database.tidy(['clients']);
  }
  return { rows, problems: problems.first, problemCount: problems.count };
}

function rowOf(base: Base, kind: RecordKind, record: RecordLike, at: number, cleaners: Cleaners): Row | null {
  const isSound = [record.id, record.client].every((id) => typeof id === 'string' && ID.test(id));
  if (!isSound) {
    cleaners.problems.add(at, 'id', 'not an id; the record is left out');
    return null;
  }
  const values: Record<FieldId, Value> = {};
  for (const [field, value] of Object.entries(record.values)) cleaners.put(values, field, value, at);
  const { version } = record;
  return {
    tenant: base.tenant,
    kind: kind.id,
    id: record.id,
    client: record.client,
    version: Number.isSafeInteger(version) && version! > 0 ? version : 1,
    at: timeOf(kind, values),
    doc: values,
    paid: record.paid ?? null,
    keys: recordKeys(kind.fields, values, base.setup.settings.collation),
  };
}

async function insert(tx: Tx, kind: RecordKind, rows: readonly Row[]): Promise<Id[]> {
  const { database, tenant } = tx.base;
  const { records, clients } = database.tables;
  const made = await tx.run(
    sql<{ id: Id }>`insert into ${records} (tenant, kind, id, client, version, at, doc, paid, keys)
select ${tenant}, x.kind, x.id, x.client, x.version, x.at, x.doc, x.paid, x.keys
from json_populate_recordset(null::${records}, ${JSON.stringify(rows)}::text::json) x
where exists (select from ${clients} c where c.tenant = ${tenant} and c.id = x.client)
on conflict (tenant, kind, id) do nothing returning id`,
  );
  if (made.length > 0) {
    tx.markPresent(kind.id);
    tx.tell({ kind: 'records', record: kind.id, clients: 'many' });
  }
  return made.map(({ id }) => id);
}
