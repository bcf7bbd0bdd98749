import type { Catalogue, Field, Issue, RecordKind } from '../../contract/index.js';
import type { Formatter } from '../../sdk/types.js';
import type { DraftNode } from '../../segments/places.js';
import { fieldName, recordName } from '../conditions/names.js';
import { phraseOf, phraseText } from '../conditions/phrase.js';
import type { Words } from '../locale.js';
import type { BuilderModel } from './model/builder-model.js';

export type BuilderTerms = Words<
  'builder' | 'catalogue' | 'common' | 'conditions' | 'errors' | 'fields' | 'sentence'
>;

/** What the parts of a builder share. A new one only when the session, the words or the formats are others. */
export interface BuilderContext {
  readonly model: BuilderModel;
  readonly terms: BuilderTerms;
  readonly format: Formatter;
}

/** What conditions at a place may ask about: fields of clients (null), or of one kind of records. */
export function fieldsOf(record: RecordKind | null, { model }: BuilderContext): Catalogue['fields'] {
  return record ? new Map(record.fields.map((field) => [field.id, field])) : model.session.catalogue.fields;
}

export function recordOf(id: string | null, { model }: BuilderContext): RecordKind | null {
  return (id === null ? undefined : model.session.catalogue.records.get(id)) ?? null;
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
  const { model, terms, format } = context;
  const { session } = model;
  const phrase = phraseOf(node as never, {
    terms,
    format,
    catalogue: { fields: fieldsOf(record, context), records: session.catalogue.records },
    labelOf: (field: Field) => fieldName(field, record, context),
    today: session.today,
    weekStart: session.description?.settings.weekStart ?? 1,
  });
  return phraseText(phrase, terms);
}

export function segmentName(id: string, { model }: BuilderContext): string | null {
  return model.session.description?.segments?.find((one) => one.id === id)?.name ?? null;
}

/** Faults of a condition that is merely not finished yet. */
const TO_DO: ReadonlySet<string> = new Set(['required', 'empty_list', 'empty_text', 'empty_group']);

export function isToDo({ code }: Issue): boolean {
  return TO_DO.has(code);
}

/** A fault in the words of the user, as a sentence. */
export function faultText(issue: Issue, { terms, format }: Pick<BuilderContext, 'terms' | 'format'>): string {
  const text = faultWords(issue, terms);
  return text.charAt(0).toLocaleUpperCase(format.locale) + text.slice(1);
}

function faultWords({ code }: Issue, { conditions, builder }: BuilderTerms): string {
  const own: Readonly<Record<string, unknown>> = builder.faults;
  const shared: Readonly<Record<string, string>> = conditions.problems;
  const words = Object.hasOwn(own, code) ? own[code] : Object.hasOwn(shared, code) ? shared[code] : undefined;
  return typeof words === 'string' ? words : builder.faults.other;
}
