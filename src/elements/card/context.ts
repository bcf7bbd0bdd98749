import type { Field, RecordKind } from '../../contract/index.js';
import type { Formatter } from '../../sdk/types.js';
import type { Words } from '../locale.js';
import type { CardModel } from './model/card-model.js';

export type CardTerms = Words<'card' | 'catalogue' | 'common' | 'errors' | 'fields' | 'records'>;

/** What the parts of a card share. A new one whenever what they show has changed. */
export interface CardContext {
  readonly model: CardModel;
  readonly terms: CardTerms;
  readonly format: Formatter;
}

interface KindWords {
  readonly one: string;
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly options?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

function wordsOf(id: string, { terms }: CardContext): KindWords | undefined {
  for (const words of [terms.catalogue.records, terms.records] as const) {
    if (Object.hasOwn(words, id)) return Reflect.get(words, id) as KindWords;
  }
  return undefined;
}

export function kindName(kind: RecordKind, context: CardContext): string {
  return kind.label === undefined
    ? (wordsOf(kind.id, context)?.name ?? kind.id)
    : context.format.label(kind.label);
}

/** One record of a kind: “Booking”. A host's own kind has its label alone. */
export function kindOne(kind: RecordKind, context: CardContext): string {
  return wordsOf(kind.id, context)?.one ?? kindName(kind, context);
}

/** A field of a client, or of a record of a kind. */
export function fieldName(field: Field, kind: RecordKind | null, context: CardContext): string {
  if (field.label !== undefined) return context.format.label(field.label);
  const words: Readonly<Record<string, string>> = kind
    ? (wordsOf(kind.id, context)?.fields ?? {})
    : context.terms.fields;
  return (Object.hasOwn(words, field.id) ? words[field.id] : undefined) ?? field.id;
}

/** What a field of a record holds, in words. Values that its field does not know are shown as they are. */
export function recordValue(field: Field, value: unknown, kind: RecordKind, context: CardContext): string {
  if (value === undefined || value === null || value === '') return '';
  const { format, terms } = context;
  if (field.type === 'choice' && typeof value === 'string') {
    const { channels, purposes } = terms.common;
    const known: Readonly<Record<string, string>> =
      field.id === 'channel'
        ? channels
        : field.id === 'purpose'
          ? purposes
          : (wordsOf(kind.id, context)?.options?.[field.id] ?? {});
    if (Object.hasOwn(known, value)) return known[value] ?? value;
  }
  try {
    return format.field(field, value);
  } catch {
    return JSON.stringify(value) ?? '';
  }
}
