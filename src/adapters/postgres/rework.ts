import { sql } from 'kysely';
import type { Context, FieldId, Id, Value, WriteContext } from '../../contract/index.js';
import type { Base } from './base.js';
import { Decider } from './decide.js';
import { recordKeys, type Row } from './encoder.js';
import { loading, mustGoOn } from './load.js';
import type { LoadOptions } from './options.js';
import { jsonOf } from './rows.js';
import { timeOf } from './witnessed.js';
import type { PostgresStore } from './store.js';
import { factsOf, totalsOf } from './totals.js';
import { union } from './transaction.js';

/** Rows of one transaction. */
const BATCH = 1000;

/** Works the totals of all clients out of their records, of kinds that were loaded whole. */
export async function retotalAll(
  base: Base,
  store: PostgresStore,
  kinds: readonly string[],
  options: LoadOptions,
): Promise<void> {
  const context = loading(options);
  const { tenants } = base.database.tables;
  const head = await base.database.write('load', context, async (run) => {
    await run(
      sql`insert into ${tenants} as t (tenant, whole) values (${base.tenant}, ${[...kinds]}::text[]) on conflict (tenant) do update set ${union('whole')}`,
    );
    return base.head(run);
  });
  for await (const ids of idsInOrder(base, context)) {
    mustGoOn(options);
    await store.transact('load', context, async (tx) => {
      const standing = await tx.lock(ids);
      const facts = await factsOf(tx.run, base, ids);
      const decider = new Decider(base.setup, standing);
      for (const [id, client] of standing) {
        const totals = totalsOf(base, facts.get(id) ?? [], client.opening, {
          whole: head.whole,
          present: new Set(),
        });
        const changed = Object.entries(totals).filter(
          ([field, value]) => (client.values[field] ?? null) !== value,
        );
        if (changed.length > 0) decider.compute(id, Object.fromEntries(changed), client.opening);
      }
      const drafts = [...decider.drafts.values()];
      await tx.write(drafts, standing);
      tx.tellClients(drafts, new Set(drafts.flatMap((draft) => [...draft.changed])));
    });
  }
}

/** Stores anew what clients and records are found and sorted by, after the settings or definitions that it depends on have changed. */
export async function rekeyAll(base: Base, store: PostgresStore, options: LoadOptions): Promise<void> {
  const context = loading(options);
  await base.rekeying(context);
  const all = new Set(base.setup.catalogue.fields.keys());
  for await (const ids of idsInOrder(base, context)) {
    mustGoOn(options);
    await store.transact('rekey', context, async (tx) => {
      const standing = await tx.lock(ids);
      const drafts = [...standing].map(([id, client]) => ({
        ...client,
        id,
        values: { ...client.values },
        changed: all,
        isNew: false,
        hasMoved: false,
      }));
      await tx.write(drafts, standing);
      tx.tellClients(drafts, null);
    });
  }
  for (const kind of base.setup.catalogue.records.keys()) await rekeyRecords(base, store, kind, context);
  await base.rekeyed(context);
}

async function rekeyRecords(
  base: Base,
  store: PostgresStore,
  id: string,
  context: WriteContext,
): Promise<void> {
  const kind = base.setup.catalogue.records.get(id)!;
  const { records } = base.database.tables;
  for (let after: Id | null = ''; after !== null;) {
    const from: Id = after;
    after = await store.transact('rekey', context, async ({ run }) => {
      const rows = await run(
        sql<Row>`select r.id, r.doc from ${records} r where r.tenant = ${base.tenant} and r.kind = ${id} and r.id > ${from} order by r.id limit ${BATCH} for update`,
      );
      if (rows.length === 0) return null;
      const keyed = rows.map((row) => {
        const values = jsonOf(row['doc']) as Record<FieldId, Value>;
        return {
          id: row['id'],
          at: timeOf(kind, values),
          keys: recordKeys(kind.fields, values, base.setup.settings.collation),
        };
      });
      await run(
        sql`update ${records} r set at = x.at, keys = x.keys from json_populate_recordset(null::${records}, ${JSON.stringify(keyed)}::text::json) x where r.tenant = ${base.tenant} and r.kind = ${id} and r.id = x.id`,
      );
      return rows.at(-1)!['id'] as Id;
    });
  }
}

/** The ids of all clients, removed ones too, in batches. */
async function* idsInOrder(base: Base, context: Context): AsyncGenerator<Id[]> {
  const { clients } = base.database.tables;
  for (let after = ''; ;) {
    const from = after;
    const rows = await base.database.read('walk', context, (run) =>
      run(
        sql<{
          id: Id;
        }>`select c.id from ${clients} c where c.tenant = ${base.tenant} and c.id > ${from} order by c.id limit ${BATCH}`,
      ),
    );
    if (rows.length === 0) return;
    yield rows.map(({ id }) => id);
    after = rows.at(-1)!.id;
  }
}
