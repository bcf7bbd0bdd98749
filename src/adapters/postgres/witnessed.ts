import { sql } from 'kysely';
import type { Id, RecordKind, Value } from '../../contract/index.js';
import { witness, type Write, type WriteOutcome } from '../../engine/index.js';
import { recordKeys } from './encoder.js';
import { named, type Tx } from './transaction.js';
import { isThere, toNumber, type Values } from './values.js';

/** Rows of one statement. */
const ROWS = 1000;

/** The time by which a kind's records are in order. */
export function timeOf(kind: RecordKind, values: Values): number | null {
  const date = kind.fields.find(({ id }) => id === kind.date);
  const value = values[kind.date];
  return date && isThere(value) ? toNumber(date.type, value) : null;
}

/** Records that the base itself writes; those that stand already are left as they are. */
export async function putNew(
  tx: Tx,
  record: string,
  made: readonly { id: Id; client: Id; values: Readonly<Record<string, Value>> }[],
): Promise<void> {
  const { database, setup, tenant } = tx.base;
  const kind = setup.catalogue.records.get(record);
  if (made.length === 0 || !kind) return;
  const rows = made.map(({ id, client, values }) => {
    const keys = recordKeys(kind.fields, values, setup.settings.collation);
    const key = keys === null ? sql`null` : sql`${JSON.stringify(keys)}::text::jsonb`;
    return sql`(${tenant}, ${kind.id}, ${id}, ${client}, 1, ${timeOf(kind, values)}::float8, ${JSON.stringify(values)}::text::jsonb, null, ${key})`;
  });
  let written = 0;
  for (let from = 0; from < rows.length; from += ROWS) {
    const ids = await tx.run(
      sql`insert into ${database.tables.records} (tenant, kind, id, client, version, at, doc, paid, keys) values ${sql.join(rows.slice(from, from + ROWS))} on conflict (tenant, kind, id) do nothing returning id`,
    );
    written += ids.length;
  }
  if (written === 0) return;
  tx.markPresent(kind.id);
  tx.tell({
    kind: 'records',
    record: kind.id,
    clients: named([...new Set(made.map(({ client }) => client))]),
  });
}

/** What the writes of a commit leave behind, in its transaction. */
export async function putWitnessed(
  tx: Tx,
  writes: readonly Write[],
  outcomes: readonly WriteOutcome[],
): Promise<void> {
  const { catalogue, now } = tx.base.setup;
  const { actor, key } = tx.context;
  const left = witness(writes, outcomes, { catalogue, now: now(), actor, key });
  for (const kind of new Set(left.map(({ record }) => record))) {
    const made = left.filter(({ record }) => record === kind);
    await putNew(tx, kind, made);
  }
}
