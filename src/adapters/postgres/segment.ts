import { sql } from 'kysely';
import type { FieldType } from '../../contract/index.js';
import type { Resolved, ResolvedTest, SearchNode, TestNode } from '../../segments/index.js';
import type { Places, Sql } from './places.js';
import { isListType, isNumberType } from './values.js';

/** Makes the condition of a test of a client's records. */
export type RecordsCondition = (node: TestNode) => Sql<boolean>;

const TRUE = sql<boolean>`true`;
const FALSE = sql<boolean>`false`;

/**
 * A resolved segment as a condition. Negation stands on leaves alone, so a row for which the segment is unknown gives null or false, and
 * is not selected. Every value travels as a parameter.
 */
export function condition(node: Resolved, places: Places, records: RecordsCondition): Sql<boolean> {
  switch (node.kind) {
    case 'const':
      return node.value ? TRUE : FALSE;
    case 'all':
    case 'any': {
      const of = node.of.map((child) => condition(child, places, records));
      return node.kind === 'all' ? every(of) : some(of);
    }
    case 'search':
      return turned(searched(node, places), node.negate);
    case 'test':
      return node.of.kind === 'records' ? records(node) : tested(node, places);
  }
}

export function every(conditions: readonly Sql[]): Sql<boolean> {
  return conditions.length === 0 ? TRUE : sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

function some(conditions: readonly Sql[]): Sql<boolean> {
  return conditions.length === 0 ? FALSE : sql<boolean>`(${sql.join(conditions, sql` or `)})`;
}

function turned(expression: Sql, negate: boolean): Sql<boolean> {
  return negate ? sql<boolean>`(not ${expression})` : sql<boolean>`${expression}`;
}

function tested(node: TestNode, places: Places): Sql<boolean> {
  const { of, test, negate } = node;
  if (of.kind === 'field') {
    const field = places.field(of.field);
    if (of.type === 'choices') {
      if (test.op === 'anyOf' || test.op === 'allOf')
        return turned(
          sql`(${places.hasOptions(field, test.values, test.op === 'anyOf' ? 'any' : 'all')})`,
          negate,
        );
      return turned(sql`(${places.hasOption(field)})`, negate);
    }
    if (of.type === 'image') return turned(sql`(${places.image(field)})`, negate);
    if (of.type === 'choice') return settled(node, places.code(field), of.type);
    if (!isNumberType(of.type)) return settled(node, places.fold(field), of.type);
    return settled(node, places.number(field).value, of.type);
  }
  if (of.kind === 'parts') return settled(node, places.parts(of.fields), 'text');
  throw new TypeError('segments: a test of records stands elsewhere');
}

/** A test of a value that may be missing: what is missing counts as the node says. */
export function settled(node: TestNode, stored: Sql, type: FieldType): Sql<boolean> {
  const { test, negate, missing } = node;
  const value = type === 'birthday' ? comparable(stored, test) : stored;
  const passed = turned(passes(test, value, type), negate);
  return missing === true
    ? sql<boolean>`(${value} is null or ${passed})`
    : every([sql`${value} is not null`, passed]);
}

/** A birthday has no place in time without its year; nor, for an age, when it is still ahead. */
function comparable(value: Sql, test: ResolvedTest): Sql {
  if (test.op === 'annual' || test.op === 'known') return value;
  const until = test.op === 'range' ? test.until : undefined;
  return until === undefined
    ? sql`(case when ${value} >= 512 then ${value} end)`
    : sql`(case when ${value} between 512 and ${sql.val(until)}::int4 then ${value} end)`;
}

/** Whether a value that is there passes. Of one that is not, null or false. */
export function passes(test: ResolvedTest, value: Sql, type: FieldType): Sql<boolean> {
  switch (test.op) {
    case 'known':
      return sql<boolean>`(${value} is not null)`;
    case 'range': {
      const bounds: Sql[] = [];
      if (test.gte !== undefined) bounds.push(sql`${value} >= ${test.gte}::float8`);
      if (test.gt !== undefined) bounds.push(sql`${value} > ${test.gt}::float8`);
      if (test.lte !== undefined) bounds.push(sql`${value} <= ${test.lte}::float8`);
      if (test.lt !== undefined) bounds.push(sql`${value} < ${test.lt}::float8`);
      return bounds.length === 0 ? sql<boolean>`(${value} is not null)` : every(bounds);
    }
    case 'in':
      return sql<boolean>`(${value} = any(${[...test.values]}::float8[]))`;
    case 'annual':
      if (test.ranges.length === 0) return sql<boolean>`(${value} is null)`;
      return some(
        test.ranges.map(([from, to]) => sql`(${value} & 511) between ${from}::int4 and ${to}::int4`),
      );
    case 'codes':
      return sql<boolean>`(${value} = any(${[...test.values]}::text[]))`;
    case 'text':
      return isListType(type) ? entryPasses(test, value) : textPasses(test, value);
    case 'anyOf':
    case 'allOf':
      throw new TypeError(`segments: "${test.op}" is a test of choices alone`);
  }
}

type TextTest = ResolvedTest & { op: 'text' };

function textPasses({ mode, values }: TextTest, value: Sql): Sql<boolean> {
  if (mode === 'is') return sql<boolean>`(${value} = any(${[...values]}::text[]))`;
  const before = mode === 'contains' ? '%' : '';
  return some(values.map((text) => sql`${value} like ${`${before}${escaped(text)}%`}`));
}

/** Of a list with a line for each entry. */
function entryPasses({ mode, values }: TextTest, value: Sql): Sql<boolean> {
  const [before, after] = { is: ['\n', '\n'], contains: ['', ''], startsWith: ['\n', ''] }[mode] as [
    string,
    string,
  ];
  return some(values.map((text) => sql`${value} like ${`%${before}${escaped(text)}${after}%`}`));
}

/** What LIKE reads as itself. */
export function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/** Every term in one of the fields. Where none is out of bounds, the columns that hold all of them are asked; an index helps those. */
function searched({ terms, fields, indexed }: SearchNode, places: Places): Sql<boolean> {
  if (terms.length === 0) return FALSE;
  const all = terms.map(({ text, phones }) => {
    const found: Sql[] = [];
    const texts = text === '' ? [] : [`%${escaped(text)}%`];
    const numbers = phones.map((phone) => `%${escaped(phone)}%`);
    if (indexed) {
      found.push(...texts.map((wanted) => sql`c.search like ${wanted}`));
      found.push(...numbers.map((wanted) => sql`c.digits like ${wanted}`));
    } else {
      for (const { field, digits } of fields) {
        const value = sql`coalesce(${places.fold(places.field(field))}, '')`;
        found.push(...(digits ? numbers : texts).map((wanted) => sql`${value} like ${wanted}`));
      }
    }
    return some(found);
  });
  return every(all);
}

/** Whether all who are in it are found by an index of texts. */
export function hasSearch(node: Resolved): boolean {
  if (node.kind === 'all') return node.of.some(hasSearch);
  return node.kind === 'search' && node.indexed && !node.negate;
}

/** Whether records are asked for anywhere in it. */
export function hasRecords(node: Resolved): boolean {
  if (node.kind === 'all' || node.kind === 'any') return node.of.some(hasRecords);
  return node.kind === 'test' && node.of.kind === 'records';
}
