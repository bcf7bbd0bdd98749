import type {
  Field,
  LibraryItem,
  LibraryKind,
  ListItem,
  Rule,
  Segment,
  SegmentDocument,
} from '../../contract/index.js';
import { sentence } from '../../segments/sentence/index.js';
import type { Formatter } from '../../sdk/types.js';
import { fieldName } from '../conditions/names.js';
import type { Words } from '../locale.js';
import type { LibraryModel } from './model/library-model.js';

export type SegmentsTerms = Words<
  'builder' | 'catalogue' | 'common' | 'errors' | 'fields' | 'library' | 'provider' | 'sentence'
>;

/** What the parts of the manager share. */
export interface SegmentsContext {
  readonly model: LibraryModel;
  readonly terms: SegmentsTerms;
  readonly format: Formatter;
}

export function nameOf(item: LibraryItem, { format }: SegmentsContext): string {
  return typeof item.name === 'string' ? item.name : format.label(item.name);
}

/** Conditions in words. */
export function wordsOf(document: SegmentDocument, { model, terms, format }: SegmentsContext): string {
  const { session } = model;
  return sentence(document, {
    catalogue: session.catalogue,
    terms,
    format,
    lists: session.description?.lists,
    segments: session.description?.segments,
  }).text;
}

/** The conditions of an item, if it has any. */
export function conditionsOf(item: LibraryItem, kind: LibraryKind): SegmentDocument | null {
  if (kind === 'segments') return (item as Segment).document;
  if (kind === 'rules') return (item as Rule).where;
  return (kind === 'tiers' && (item as ListItem).where) || null;
}

/** What stands below the name: who is in it, or what it is for. */
export function meaningOf(item: LibraryItem, kind: LibraryKind, context: SegmentsContext): string {
  const document = conditionsOf(item, kind);
  if (document) return wordsOf(document, context);
  if (kind === 'tiers') return context.terms.library.byHand;
  const { description } = item as ListItem;
  return description === undefined ? '' : context.format.label(description);
}

/** What a rule gives: “Category: VIP”. */
export function givesOf(rule: Rule, context: SegmentsContext): string {
  const field = context.model.session.catalogue.fields.get(rule.field);
  if (!field) return rule.field;
  const value = field.type === 'choices' ? [rule.value] : rule.value;
  return `${fieldLabel(field, context)}: ${context.format.field(field, value)}`;
}

export function fieldLabel(field: Field, context: SegmentsContext): string {
  return fieldName(field, null, context);
}
