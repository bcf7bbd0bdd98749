import { sql } from 'kysely';
import type { Id } from '../../contract/index.js';
import type { Base } from './base.js';
import { KEPT, type Run } from './database.js';
import type { Row } from './encoder.js';
import type { Sql } from './places.js';
import { CLIENT_COLUMNS } from './schema/columns.js';

const COLUMNS = Object.keys(CLIENT_COLUMNS);

const isJson = (column: string) => CLIENT_COLUMNS[column] === 'jsonb';

/** A value as a parameter of its column. */
function parameter(column: string, value: unknown): Sql {
  const type = sql.raw(CLIENT_COLUMNS[column]!);
  if (value === undefined || value === null) return sql`null`;
  return isJson(column) ? sql`${JSON.stringify(value)}::text::jsonb` : sql`${value}::${type}`;
}

const names = (columns: readonly string[]): Sql => sql.raw(columns.map((column) => `"${column}"`).join(', '));

/** New rows with all their columns; one that is there already is left as it is. Answers the ids of those that were made. */
export async function insertClients(
  run: Run,
  { database, tenant }: Base,
  rows: readonly Row[],
): Promise<Id[]> {
  const { clients } = database.tables;
  const [only] = rows;
  if (!only) return [];
  const given =
    rows.length === 1
      ? sql`values (${sql.join(COLUMNS.map((column) => parameter(column, filled(only)[column])))})`
      : sql`select ${tenant}, ${names(COLUMNS.slice(1))} from json_populate_recordset(null::${clients}, ${JSON.stringify(rows.map(filled))}::text::json)`;
  const made = await run(
    sql<{
      id: Id;
    }>`insert into ${clients} (${names(COLUMNS)}) ${given} on conflict (tenant, id) do nothing returning id`,
  );
  return made.map(({ id }) => id);
}

/** What a table fills in by itself has to be said where all columns are named. */
function filled(row: Row): Row {
  return {
    ...row,
    search: row['search'] ?? '',
    digits: row['digits'] ?? '',
    sets: row['sets'] ?? [],
    matches: row['matches'] ?? [],
    doc: row['doc'] ?? {},
  };
}

/** Edits of some columns each: one statement for all rows that change the same ones. */
export async function updateClients(
  run: Run,
  { database, tenant }: Base,
  edits: readonly { id: Id; columns: Row }[],
): Promise<void> {
  const { clients } = database.tables;
  const groups = new Map<string, { id: Id; columns: Row }[]>();
  for (const edit of edits) {
    const key = Object.keys(edit.columns).sort().join();
    if (key === '') continue;
    const group = groups.get(key);
    if (group) group.push(edit);
    else groups.set(key, [edit]);
  }
  for (const group of groups.values()) {
    const columns = Object.keys(group[0]!.columns);
    if (group.length === 1) {
      const { id, columns: values } = group[0]!;
      const set = columns.map((column) => sql`${sql.id(column)} = ${parameter(column, values[column])}`);
      await run(sql`${KEPT}update ${clients} set ${sql.join(set)} where tenant = ${tenant} and id = ${id}`);
      continue;
    }
    const rows = JSON.stringify(group.map(({ id, columns: values }) => ({ id, ...values })));
    const set = columns.map((column) => sql`${sql.id(column)} = x.${sql.id(column)}`);
    await run(
      sql`update ${clients} c set ${sql.join(set)} from json_populate_recordset(null::${clients}, ${rows}::text::json) x where c.tenant = ${tenant} and c.id = x.id`,
    );
  }
}
