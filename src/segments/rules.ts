import type { Field, Node, Rule, Scalar, SegmentDocument, Test } from '../contract/index.js';

/** What a rule comes to, as ordinary documents to be counted. */
export interface RuleQuestions {
  /** Who would get the value. */
  gets: SegmentDocument;
  /** Who holds it now. */
  holds: SegmentDocument;
  /** Who holds it and matches. Under `while` all others of `holds` would lose it: those for whom the condition is unknown too. */
  keeps: SegmentDocument;
}

/** `field`: the definition of the field that the rule gives; null where there is none, or it is of a type that no rule gives. */
export function ruleQuestions(
  { where, value }: Pick<Rule, 'where' | 'value'>,
  field: Pick<Field, 'id' | 'type'>,
): RuleQuestions | null {
  const held = holding(field, value);
  const lacks = notHolding(field, [value]);
  if (!held || !lacks) return null;
  return {
    gets: documentOf(every([where.where, ...lacks])),
    holds: documentOf(held),
    keeps: documentOf(every([held, where.where])),
  };
}

/** Who holds a value; null for a type of which no single value can be held. */
export function holding(field: Pick<Field, 'id' | 'type'>, value: Rule['value']): Node | null {
  const test = testOf(field.type, value);
  return test && { kind: 'field', field: field.id, ...test };
}

/** That none of these values is held: also by those who hold nothing at all. */
export function notHolding(
  field: Pick<Field, 'id' | 'type'>,
  values: readonly Rule['value'][],
): Node[] | null {
  const tests = values.map((value) => holding(field, value));
  if (tests.some((test) => test === null)) return null;
  return (tests as (Node & { kind: 'field' })[]).map((test) =>
    field.type === 'choices' ? { ...test, not: true } : { ...test, not: true, orMissing: true },
  );
}

/** All of these; groups of the same kind are taken in, so that nothing grows deeper than it must. */
export function every(nodes: readonly Node[]): Node {
  const flat = nodes.flatMap((node): readonly Node[] =>
    node.kind === 'all' ? node.of : node.kind === 'everyone' ? [] : [node],
  );
  const [first, ...rest] = flat;
  if (!first) return { kind: 'everyone' };
  return rest.length === 0 ? first : { kind: 'all', of: [first, ...rest] };
}

/** Any of these. */
export function some(nodes: readonly [Node, ...Node[]]): Node {
  const flat = nodes.flatMap((node): readonly Node[] => (node.kind === 'any' ? node.of : [node]));
  const [first, ...rest] = flat as [Node, ...Node[]];
  return rest.length === 0 ? first : { kind: 'any', of: [first, ...rest] };
}

export function documentOf(where: Node): SegmentDocument {
  return { v: 1, where };
}

function testOf(type: Field['type'], value: Scalar): Test | null {
  switch (type) {
    case 'choices':
      return typeof value === 'string' ? { op: 'anyOf', value: [value] } : null;
    case 'choice':
      return typeof value === 'string' ? { op: 'in', value: [value] } : null;
    case 'day':
      return typeof value === 'string' ? { op: 'is', value: { day: value } } : null;
    case 'text':
    case 'number':
    case 'money':
    case 'percent':
    case 'boolean':
      return { op: 'is', value };
    case 'birthday':
    case 'instant':
    case 'texts':
    case 'phones':
    case 'emails':
    case 'image':
      return null;
  }
}
