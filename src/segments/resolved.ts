import type { FieldId, FieldType, RecordsNode } from '../contract/index.js';

/**
 * A segment after resolution: no virtual field, no relative date, no reference is left, and negation stands only on leaves (`none` and `not`
 * are pushed down, which Kleene logic allows). An engine then needs no third value: a row is selected when the tree is true of it, and the rows
 * for which it is unknown are those for which neither it nor its negation is true. Every engine (columns, SQL, one client) reads this tree.
 */
export type Resolved =
  | { kind: 'const'; value: boolean }
  | { kind: 'all' | 'any'; of: readonly Resolved[] }
  | TestNode
  | SearchNode;

/**
 * A test of one value. Where the row has no value the answer is `missing` (null: unknown); else whether `test` holds, turned round when `negate`.
 */
export interface TestNode {
  kind: 'test';
  of: Operand;
  test: ResolvedTest;
  negate: boolean;
  missing: boolean | null;
}

/** Quick search: every term is found in one of `fields`. Never unknown. `text` is what was typed, for an index. */
export interface SearchNode {
  kind: 'search';
  text: string;
  terms: readonly SearchPart[];
  fields: readonly SearchField[];
  /** False when a field that a source's own index covers is out of bounds for this user. */
  indexed: boolean;
  negate: boolean;
}

/** Found when `text` is part of a folded text, or one of `phones` is part of a phone's digits. */
export interface SearchPart {
  text: string;
  phones: readonly string[];
}

export interface SearchField {
  field: FieldId;
  digits: boolean;
}

export type Operand =
  | { kind: 'field'; field: FieldId; type: FieldType }
  /** The texts that are there, joined by a space; missing when all are. */
  | { kind: 'parts'; fields: readonly FieldId[] }
  | {
      kind: 'records';
      record: string;
      where: Resolved | null;
      agg: RecordsNode['agg'];
      /** Null for `count` alone. */
      path: FieldId | null;
      type: FieldType;
    };

/**
 * Numbers stand for: number, money, percent themselves · boolean 0 and 1 · day its number since 1970-01-01 · instant milliseconds since then ·
 * birthday `year * 512 + month * 32 + day`.
 */
export type ResolvedTest =
  /** Has a value; of choices: has at least one. */
  | { op: 'known' }
  /** Each bound that is present holds. A birthday without its year has no such value, nor has one after `until` (nobody has an age yet). */
  | { op: 'range'; gte?: number; gt?: number; lte?: number; lt?: number; until?: number }
  | { op: 'in'; values: readonly number[] }
  /** The birthday's `month * 32 + day` lies in one of the closed ranges; a birthday without a year has this value too. */
  | { op: 'annual'; ranges: readonly (readonly [from: number, to: number])[] }
  /** The choice is one of these ids, compared exactly. */
  | { op: 'codes'; values: readonly string[] }
  /** Of choices: has any or all of these ids. */
  | { op: 'anyOf' | 'allOf'; values: readonly string[] }
  /** The folded text (of phones: the digits), or any entry of a list, is, contains or starts with one of `values`. */
  | { op: 'text'; mode: 'is' | 'contains' | 'startsWith'; values: readonly string[] };

export const EVERYONE_RESOLVED: Resolved = { kind: 'const', value: true };

/** True where the tree is false, false where it is true, unknown where it is unknown. */
export function negated(node: Resolved): Resolved {
  switch (node.kind) {
    case 'const':
      return { kind: 'const', value: !node.value };
    case 'all':
    case 'any':
      return { kind: node.kind === 'all' ? 'any' : 'all', of: node.of.map(negated) };
    case 'test':
      return { ...node, negate: !node.negate, missing: node.missing === null ? null : !node.missing };
    case 'search':
      return { ...node, negate: !node.negate };
  }
}

/** A group with constants and groups of its own kind taken in. Of nothing: `all` is true, `any` is false. */
export function group(kind: 'all' | 'any', of: readonly Resolved[]): Resolved {
  const absorbing = kind === 'any';
  const flat: Resolved[] = [];
  for (const child of of) {
    if (child.kind === 'const') {
      if (child.value === absorbing) return child;
    } else if (child.kind === kind) flat.push(...child.of);
    else flat.push(child);
  }
  return flat.length === 1
    ? flat[0]!
    : flat.length === 0
      ? { kind: 'const', value: !absorbing }
      : { kind, of: flat };
}
