import { sql } from 'kysely';
import {
  ClienteleError,
  invalid,
  type Aggregate,
  type Context,
  type Field,
  type FieldId,
  type Table,
} from '../../contract/index.js';
import type { Base } from './base.js';
import type { Run } from './database.js';
import type { Row } from './encoder.js';
import { groupingOf, type Grouping, type Key } from './groupings.js';
import type { Sql } from './places.js';
import { every } from './segment.js';
import { isListType, isNumberType } from './values.js';

/** Past so many groups a table is no answer for a page. */
const MOST_GROUPS = 200_000;

export function fault(code: string, message: string): ClienteleError {
  return invalid([{ path: [], code, message }], 'aggregate');
}

/** Counts, sums, least and greatest over groups. */
export async function aggregateClients(base: Base, input: Aggregate, context: Context): Promise<Table> {
  const today = input.today ?? ('found' in input.over ? input.over.today : base.today);
  const { over } = input;
  if (!('ids' in over)) await base.know({ where: 'where' in over ? over.where : over.found }, context);
  const where = base.selected(input.over, today, context, 'all');
  const measures = input.measures.map((measure) => measureOf(measure, base));
  return base.database.read('aggregate', context, async (run) => {
    const groupings: Grouping[] = [];
    for (const [i, by] of (input.by ?? []).entries()) {
      const field = stored(by.field, base);
      if (isListType(field.type)) throw fault('wrong_type', `a ${field.type} cannot be grouped by its value`);
      groupings.push(await groupingOf({ ...by, field, name: `o${i}` }, base, where, run));
    }
    const rows = await grouped(run, base, where, groupings, measures);
    return { rows: tableRows(rows, groupings, measures), today: input.today ?? today };
  });
}

function stored(id: FieldId, { setup }: Base): Field {
  const field = setup.catalogue.fields.get(id);
  if (!field || field.origin === 'virtual') throw fault('unknown_field', `nothing is kept under "${id}"`);
  return field;
}

interface Measure {
  column: Sql;
  /** Two parts of one group as one. */
  join(a: number | null, b: number | null): number | null;
  scale: number;
}

const add = (a: number | null, b: number | null) => (a ?? 0) + (b ?? 0);
const pick = (better: (a: number, b: number) => boolean) => (a: number | null, b: number | null) =>
  a === null ? b : b === null || better(a, b) ? a : b;

function measureOf({ agg, field: id }: Aggregate['measures'][number], base: Base): Measure {
  if (agg === 'count' && id === undefined) return { column: sql`count(*)::float8`, join: add, scale: 1 };
  if (id === undefined) throw fault('required', `${agg} needs a field`);
  const field = stored(id, base);
  if (!isNumberType(field.type) || field.type === 'birthday')
    throw fault('wrong_type', `"${id}" holds no numbers`);
  const { value } = base.places.number(field);
  switch (agg) {
    case 'count':
      return { column: sql`count(${value})::float8`, join: add, scale: 1 };
    case 'min':
      return { column: sql`min(${value})::float8`, join: pick((a, b) => a < b), scale: 1 };
    case 'max':
      return { column: sql`max(${value})::float8`, join: pick((a, b) => a > b), scale: 1 };
    case 'sum':
      // Whole hundredths add up without loss; other fractions in decimals.
      if (field.type === 'percent')
        return { column: sql`coalesce(sum(round(${value} * 100)), 0)`, join: add, scale: 100 };
      return field.decimals
        ? { column: sql`coalesce(sum(${value}::numeric), 0)::float8`, join: add, scale: 1 }
        : { column: sql`coalesce(sum(${value}::float8), 0)`, join: add, scale: 1 };
  }
}

async function grouped(
  run: Run,
  { database }: Base,
  where: readonly Sql[],
  groupings: readonly Grouping[],
  measures: readonly Measure[],
): Promise<Row[]> {
  const columns = [
    ...groupings.map(({ value }, i) => sql`${value} as ${sql.id(`g${i}`)}`),
    ...measures.map(({ column }, i) => sql`${column} as ${sql.id(`m${i}`)}`),
  ];
  const laterals = groupings.flatMap(({ from }) => from ?? []);
  const conditions = [...where, ...groupings.flatMap(({ within }) => within ?? [])];
  const tables = sql.join([sql`${database.tables.clients} c`, ...laterals], sql` `);
  const by = groupings.map((_, i) => sql.lit(i + 1));
  const groupBy = by.length > 0 ? sql` group by ${sql.join(by)}` : sql``;
  const rows = await run(
    sql<Row>`select ${sql.join(columns)} from ${tables} where ${every(conditions)}${groupBy} limit ${MOST_GROUPS + 1}`,
  );
  if (rows.length > MOST_GROUPS)
    throw new ClienteleError('too_large', 'too many groups', { operation: 'aggregate' });
  return rows;
}

/** Groups of one key put together, in ascending order of their keys. */
function tableRows(
  rows: readonly Row[],
  groupings: readonly Grouping[],
  measures: readonly Measure[],
): Table['rows'] {
  const groups = new Map<string, { keys: Key[]; values: (number | null)[] }>();
  for (const row of rows) {
    const keys = groupings.map(({ keyOf }, i) => keyOf((row[`g${i}`] ?? null) as number | string | null));
    const values = measures.map((_, i) => (row[`m${i}`] ?? null) as number | null);
    const name = JSON.stringify(keys);
    const known = groups.get(name);
    if (known) known.values = known.values.map((value, i) => measures[i]!.join(value, values[i]!));
    else groups.set(name, { keys, values });
  }
  const scaled = (values: (number | null)[]) =>
    values.map((value, i) => (value === null ? null : value / measures[i]!.scale));
  return [...groups.values()]
    .map(({ keys, values }) => ({ keys, values: scaled(values) }))
    .sort((a, b) => compareKeys(a.keys, b.keys));
}

/** Ascending; missing last. */
function compareKeys(a: readonly Key[], b: readonly Key[]): number {
  for (const [i, left] of a.entries()) {
    const right = b[i]!;
    if (left === right) continue;
    if (left === null) return 1;
    if (right === null) return -1;
    return left < right ? -1 : 1;
  }
  return 0;
}
