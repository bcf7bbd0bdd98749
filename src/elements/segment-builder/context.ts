import type { Catalogue, Issue, RecordKind, SegmentDocument } from '../../contract/index.js';
import type { Formatter } from '../../sdk/types.js';
import type { Draft, DraftNode } from '../../segments/places.js';
import { sentence, type Sentence } from '../../segments/sentence/index.js';
import { fieldName, recordName } from '../conditions/names.js';
import type { Words } from '../locale.js';
import type { BuilderModel } from './model/builder-model.js';

export type BuilderTerms = Words<
  'builder' | 'catalogue' | 'common' | 'conditions' | 'errors' | 'fields' | 'segments' | 'sentence'
>;

/** What the parts of a builder share. A new one only when the session, the words or the formats are others. */
export interface BuilderContext {
  readonly model: BuilderModel;
  readonly terms: BuilderTerms;
  readonly format: Formatter;
  /** The kinds of records of the catalogue, named in the locale. */
  readonly records: ReadonlyMap<string, RecordKind>;
}

/** What conditions at a place may ask about: fields of clients (null), or of one kind of records. */
export function fieldsOf(record: RecordKind | null, { model }: BuilderContext): Catalogue['fields'] {
  return record ? new Map(record.fields.map((field) => [field.id, field])) : model.session.catalogue.fields;
}

export function recordOf(id: string | null, { records }: BuilderContext): RecordKind | null {
  return (id === null ? undefined : records.get(id)) ?? null;
}

/** What a condition is called in a label: its field, its kind of records, its group. */
export function nameOf(node: DraftNode, record: RecordKind | null, context: BuilderContext): string {
  const { builder, conditions } = context.terms;
  switch (node.kind) {
    case 'field': {
      const field = fieldsOf(record, context).get(node.field);
      return field ? fieldName(field, record, context) : String(node.field).slice(0, 80);
    }
    case 'records': {
      const kind = recordOf(node.record, context);
      return kind ? recordName(kind, context) : String(node.record).slice(0, 80);
    }
    case 'all':
    case 'any':
    case 'none':
      return builder.group(builder.groups[node.kind]);
    case 'reachable':
      return conditions.reachable;
    case 'segment':
      return segmentName(node.id, context) ?? builder.segment;
    case 'search':
      return conditions.search;
    case 'everyone':
      return builder.everyone;
    default:
      return conditions.problems.label;
  }
}

/** A condition that is right, in full; of any other, its name. */
export function textOf(
  node: DraftNode,
  record: RecordKind | null,
  isSound: boolean,
  context: BuilderContext,
): string {
  if (!isSound || node.kind === 'segment') return nameOf(node, record, context);
  return sentenceOf({ v: 1, where: node }, context, record?.id).text;
}

/** What a condition asks, without what it asks about. */
export function askedOf(node: DraftNode, record: RecordKind | null, context: BuilderContext): string {
  const { parts } = sentenceOf({ v: 1, where: node }, context, record?.id);
  const about = parts.findIndex(({ kind }) => kind === 'field');
  const rest = parts.slice(about + 1).map(({ text }) => text);
  return rest.join('').replace(/^[\s:—–-]+/u, '');
}

/** A document in words; `record` where its fields are those of a kind of records. */
export function sentenceOf(
  document: Draft | SegmentDocument,
  { model, terms, format, records }: BuilderContext,
  record?: string,
): Sentence {
  const { catalogue, description } = model.session;
  const { lists, segments = [] } = description ?? {};
  const said = { catalogue: { fields: catalogue.fields, records }, terms, format, lists, segments };
  return sentence(document, said, record);
}

export function segmentName(id: string, { model }: Pick<BuilderContext, 'model'>): string | null {
  return model.session.description?.segments?.find((one) => one.id === id)?.name ?? null;
}

/** Faults of a condition that is merely not finished yet. */
const TO_DO: ReadonlySet<string> = new Set(['required', 'empty_list', 'empty_text', 'empty_group']);

export function isToDo({ code }: Issue): boolean {
  return TO_DO.has(code);
}

/** A fault in the words of the user; `node` is the condition that it stands at. */
export function faultText(
  { code, params }: Issue,
  node: DraftNode,
  { terms, model }: Pick<BuilderContext, 'terms' | 'model'>,
): string {
  const { issues, limits, inSegment } = terms.segments;
  const known: Readonly<Record<string, string>> = issues;
  const limited: Readonly<Record<string, (limit: number) => string>> = limits;
  const limit = Object.hasOwn(limited, code) ? limited[code]?.(Number(params?.['limit'] ?? 0)) : undefined;
  const text = limit ?? (Object.hasOwn(known, code) ? known[code] : undefined) ?? issues.other;
  if (node.kind !== 'segment' || code === 'unknown_segment' || code === 'circle') return text;
  return inSegment(segmentName(node.id, { model }) ?? node.id, text);
}
