import { sql } from 'kysely';
import type { Catalogue, Id } from '../../contract/index.js';
import type { Operand, ResolvedTest, TestNode } from '../../segments/index.js';
import { recordPlaces, type Places, type Sql } from './places.js';
import { condition, every, settled, type RecordsCondition } from './segment.js';

/**
 * How records are looked at: `each`, the records of one client after another, for a page of few; `all`, those of everybody in one pass, for
 * a count or a set that few clients are in.
 */
export type RecordsShape = 'each' | 'all';

type RecordsOperand = Operand & { kind: 'records' };

export interface RecordsOptions {
  records: Sql;
  tenant: Id;
  catalogue: Pick<Catalogue, 'records'>;
  shape: RecordsShape;
}

/**
 * Conditions over the records of the clients of alias `c`. `count` and `sum` are never missing: of no record they are 0. `min` and `max`
 * leave out records without the value; `first` and `last` take the oldest and the newest that satisfies `where`, whatever it holds.
 */
export function recordsCondition(options: RecordsOptions): RecordsCondition {
  return (node) => {
    const of = node.of as RecordsOperand;
    const kind = options.catalogue.records.get(of.record);
    if (!kind) throw new TypeError(`there are no records "${of.record}"`);
    const places = recordPlaces(kind);
    const own = [
      sql`r.tenant = ${options.tenant}`,
      sql`r.kind = ${of.record}`,
      ...(of.where === null ? [] : [condition(of.where, places, noRecords)]),
    ];
    const from = (more: readonly Sql[] = []) =>
      sql`from ${options.records} r where ${every([...own, ...more])}`;
    return of.agg === 'first' || of.agg === 'last'
      ? placed(node, of, places, options.shape, from)
      : reckoned(node, of, places, options.shape, from);
  };
}

type From = (more?: readonly Sql[]) => Sql;

const OF_CLIENT = [sql`r.client = c.id`];

/** Records have no records of their own. */
function noRecords(): never {
  throw new TypeError('segments: a condition of records asks for records');
}

/** `agg` over the records; one group for each client. */
function reckoned(
  node: TestNode,
  of: RecordsOperand,
  places: Places,
  shape: RecordsShape,
  from: From,
): Sql<boolean> {
  const figure = figureOf(of, places);
  // Without GROUP BY there is one group, of no record too.
  if (shape === 'each')
    return sql<boolean>`exists (select ${from(OF_CLIENT)} having ${settled(node, figure, of.type)})`;
  const isZeroIn = of.agg === 'count' || of.agg === 'sum';
  const passesWithout = isZeroIn ? holds(node.test, 0) !== node.negate : node.missing === true;
  return grouped(node, passesWithout, (told) => {
    const having = settled(told, figure, of.type);
    return sql`select r.client ${from()} group by r.client having ${having}`;
  });
}

/** The first or last record of a client is found, then its value is put to the test. */
function placed(
  node: TestNode,
  of: RecordsOperand,
  places: Places,
  shape: RecordsShape,
  from: From,
): Sql<boolean> {
  const value = valueOf(node, of, places);
  const order =
    of.agg === 'first' ? sql`r.at asc nulls first, r.id asc` : sql`r.at desc nulls last, r.id desc`;
  const told = (sure: TestNode) => settled(sure, sql`f.value`, of.type);
  if (shape === 'each') {
    const first = sql`(select ${value} as value ${from(OF_CLIENT)} order by ${order} limit 1) f`;
    return node.missing === true
      ? sql<boolean>`not exists (select from ${first} where ${told(turned(node))})`
      : sql<boolean>`exists (select from ${first} where ${told(sure(node))})`;
  }
  const firsts = sql`(select distinct on (r.client) r.client, ${value} as value ${from()} order by r.client, ${order}) f`;
  return grouped(
    node,
    node.missing === true,
    (asked) => sql`select f.client from ${firsts} where ${told(asked)}`,
  );
}

/** In the set of clients who pass; or, where those without records pass too, not in the set of those who fail. */
function grouped(node: TestNode, passesWithout: boolean, clients: (node: TestNode) => Sql): Sql<boolean> {
  return passesWithout
    ? sql<boolean>`not exists (select from (${clients(turned(node))}) g where g.client = c.id)`
    : sql<boolean>`exists (select from (${clients(sure(node))}) g where g.client = c.id)`;
}

/** The same test, of those who have the value. */
const sure = (node: TestNode): TestNode => ({ ...node, missing: null });
const turned = (node: TestNode): TestNode => ({ ...node, negate: !node.negate, missing: null });

function figureOf(of: RecordsOperand, places: Places): Sql {
  if (of.agg === 'count') return sql`count(*)`;
  const field = places.field(of.path!);
  const { value } = places.number(field);
  if (of.agg !== 'sum') return sql`${sql.raw(of.agg)}(${value})`;
  // Fractions add up alike everywhere only in one order.
  const order = field.decimals || field.type === 'percent' ? sql` order by r.at nulls first, r.id` : sql``;
  return sql`coalesce(sum(${value}${order}), 0)`;
}

function valueOf({ test }: TestNode, of: RecordsOperand, places: Places): Sql {
  const field = places.field(of.path!);
  if (of.type === 'choice') return places.code(field);
  if (of.type === 'text') return test.op === 'text' ? places.fold(field) : places.raw(field);
  return places.number(field).value;
}

/** Whether a number passes, before it is turned round. */
function holds(test: ResolvedTest, x: number): boolean {
  if (test.op === 'in') return test.values.includes(x);
  if (test.op !== 'range') return test.op === 'known';
  const { gte = -Infinity, gt, lte = Infinity, lt } = test;
  return x >= gte && x <= lte && (gt === undefined || x > gt) && (lt === undefined || x < lt);
}
