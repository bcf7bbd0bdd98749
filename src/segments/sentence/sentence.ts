import type { Field, RecordKind } from '../../contract/index.js';
import {
  isGroup,
  ROOT,
  type Draft,
  type DraftGroup,
  type DraftNode,
  type DraftRecords,
  type NodePath,
} from '../places.js';
import { clientScope, recordName, recordScope, type Scope, type SentenceContext } from './context.js';
import { fill, part, textOf, type Parts, type SentencePart, type SentenceProblem } from './parts.js';
import { testWords } from './tests.js';

export interface Sentence {
  parts: SentencePart[];
  /** The parts as one text, its first letter a capital. Never empty. */
  text: string;
}

/**
 * A segment in words of a locale. It needs no “today”: relative dates stay relative. Anything of a document's shape can be said, also one that no
 * check would pass: what is not there is named by its id and marked, what is still missing is “…”.
 * `record`: the kind of records that its conditions are about, where they stand inside a condition over records.
 */
export function sentence(document: Draft, context: SentenceContext, record: string | null = null): Sentence {
  const kind = record === null ? undefined : context.catalogue.records.get(record);
  const scope = kind === undefined ? clientScope(context) : recordScope(kind, context);
  const words = nodeWords(document.where, ROOT, scope, context, false);
  const parts = capitalised(words, context.format.locale);
  return { parts, text: textOf(parts) };
}

/** Names stand as they are; a term's first word starts with a capital. */
function capitalised(words: Parts, locale: string): SentencePart[] {
  const first = words.findIndex(({ text }) => text !== '');
  return words.map((one, i) => {
    if (i !== first || one.kind === 'field') return one;
    const [letter = ''] = one.text;
    return { ...one, text: letter.toLocaleUpperCase(locale) + one.text.slice(letter.length) };
  });
}

/** `isInside`: something stands round it from which it has to be told apart. */
function nodeWords(
  node: DraftNode,
  path: NodePath,
  scope: Scope,
  context: SentenceContext,
  isInside: boolean,
): Parts {
  const { sentence: terms } = context.terms;
  if (isGroup(node)) return groupWords(node, path, scope, context, isInside);
  switch (node.kind) {
    case 'everyone':
      return part('field', path, terms.everyone).map((one) => ({ ...one, kind: 'text' }));
    case 'field': {
      const field = scope.fieldOf(node.field);
      if (field === undefined) {
        return gone(part('field', path, node.field), 'unknown_field', path, context);
      }
      const { words, link } = testWords(node, field, path, context, isNeverMissing(field));
      // The date that places a record in time needs no name: “bookings (in the last 90 days)”.
      if (link === 'dated' && field.id === scope.record?.date) return words;
      const isFeast = field.id === 'birthday' && (node.op === 'anniversary' || node.op === 'month');
      const name = isFeast && field.label === undefined ? terms.birthday : scope.nameOf(field);
      return fill(path, 'text', terms[link], [part('field', path, name), words]);
    }
    case 'records':
      return recordsWords(node, path, context);
    case 'reachable': {
      const { channels, purposes } = context.terms.common;
      const name = (names: object, id: string): Parts =>
        part('value', path, Object.hasOwn(names, id) ? String(Reflect.get(names, id)) : id);
      const term = node.not ? terms.unreachable : terms.reachable;
      return fill(path, 'operator', term, [name(channels, node.channel), name(purposes, node.purpose)]);
    }
    case 'segment': {
      const found = context.segments?.find(({ id }) => id === node.id);
      const isGone = context.segments !== undefined && found === undefined;
      const name = part('value', path, found?.name ?? node.id);
      const words = fill(path, 'operator', node.not ? terms.notInSegment : terms.inSegment, [name]);
      return isGone ? gone(words, 'unknown_segment', path, context) : words;
    }
    case 'search':
      return fill(path, 'operator', terms.search, [part('value', path, node.text)]);
  }
}

function groupWords(
  { kind, of }: DraftGroup,
  path: NodePath,
  scope: Scope,
  context: SentenceContext,
  isInside: boolean,
): Parts {
  const { sentence: terms } = context.terms;
  if (of.length === 0) return part('text', path, terms.nothing, 'missing');
  const isLone = of.length === 1;
  const needsBrackets = kind === 'none' || (isInside && !isLone);
  const inner = of.map((child, i) =>
    nodeWords(child, [...path, 'of', i], scope, context, !isLone || (isInside && kind !== 'none')),
  );
  const words = joined(
    inner,
    kind === 'all' ? terms.and : kind === 'any' ? terms.or : terms.also,
    path,
    terms,
  );
  const ends = ['open', 'close'] as const;
  if (!needsBrackets) return [...part('open', path, ''), ...words, ...part('close', path, '')];
  const term = kind !== 'none' ? terms.brackets : isLone ? terms.not : terms.noneOf;
  return fill(path, 'text', term, [words], ends);
}

/** Words of what is no longer there, marked as such. */
function gone(words: Parts, problem: SentenceProblem, path: NodePath, context: SentenceContext): Parts {
  return fill(path, 'text', context.terms.sentence.gone, [words]).map((one) => ({ ...one, problem }));
}

/** A set that holds nothing is an empty one, and everybody has a status. */
function isNeverMissing({ id, type, origin }: Field): boolean {
  return type === 'choices' || (id === 'status' && origin === 'virtual');
}

function joined(
  inner: readonly Parts[],
  last: (one: string, next: string) => string,
  path: NodePath,
  { also }: SentenceContext['terms']['sentence'],
): Parts {
  return inner.reduce((one, next, i) =>
    fill(path, 'text', i === inner.length - 1 ? last : also, [one, next]),
  );
}

/** The brackets behind the records' name say “and” for themselves. */
function whereWords(where: DraftNode, path: NodePath, scope: Scope, context: SentenceContext): Parts {
  if (where.kind !== 'all' || where.of.length < 2) return nodeWords(where, path, scope, context, false);
  const { sentence: terms } = context.terms;
  const inner = where.of.map((child, i) => nodeWords(child, [...path, 'of', i], scope, context, true));
  return [...part('open', path, ''), ...joined(inner, terms.also, path, terms), ...part('close', path, '')];
}

function recordsWords(node: DraftRecords, path: NodePath, context: SentenceContext): Parts {
  const { sentence: terms } = context.terms;
  const kind = context.catalogue.records.get(node.record);
  if (kind === undefined) {
    return gone(part('field', path, node.record), 'unknown_record', path, context);
  }
  const scope = recordScope(kind, context);
  const name = part('field', path, recordName(kind, context));
  const chosen =
    node.where === undefined
      ? name
      : fill(path, 'text', terms.records, [name, whereWords(node.where, [...path, 'where'], scope, context)]);
  if (node.agg === 'count') {
    const words = isNoneOf(node)
      ? part('value', path, terms.noRecords)
      : testWords(node, null, path, context, true).words;
    return fill(path, 'text', terms.condition, [chosen, words]);
  }
  const id = node.path ?? kind.date;
  const field = scope.fieldOf(id);
  if (field === undefined) {
    const missing = gone(part('field', path, id), 'unknown_field', path, context);
    return fill(path, 'text', terms.figure, [chosen, missing]);
  }
  const { words, link } = testWords(node, field, path, context, node.agg === 'sum');
  const about = fill(path, 'text', terms.figure, [
    chosen,
    figureWords(node.agg, field, kind, path, scope, context),
  ]);
  return fill(path, 'text', terms[link], [about, words]);
}

/** Whether a count means that there are no such records. */
function isNoneOf({ op, value, not }: DraftRecords): boolean {
  if (not) return false;
  return (op === 'is' && value === 0) || (op === 'lt' && value === 1) || (op === 'lte' && value === 0);
}

function figureWords(
  agg: Exclude<DraftRecords['agg'], 'count'>,
  field: Field,
  kind: RecordKind,
  path: NodePath,
  scope: Scope,
  context: SentenceContext,
): Parts {
  const { sentence: terms } = context.terms;
  const isDate = field.type === 'day' || field.type === 'instant';
  if (field.id === kind.date && isDate) {
    return part('operator', path, agg === 'min' || agg === 'first' ? terms.firstDate : terms.lastDate);
  }
  const term = {
    sum: terms.sum,
    min: isDate ? terms.earliest : terms.least,
    max: isDate ? terms.latest : terms.greatest,
    first: terms.first,
    last: terms.last,
  }[agg];
  return fill(path, 'operator', term, [part('field', path, scope.nameOf(field))]);
}
