import type { Field, RecordKind } from '../../contract/index.js';
import type { Terms } from '../../locales/terms.js';
import type { Formatter } from '../../sdk/types.js';

/** What names are made of: a definition's own label, else the words of the locale. */
export interface NameContext {
  readonly terms: Pick<Terms, 'fields' | 'catalogue'>;
  readonly format: Formatter;
}

interface RecordWords {
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
}

function wordsOf(record: RecordKind, { terms }: NameContext): RecordWords | undefined {
  const { records } = terms.catalogue;
  return Object.hasOwn(records, record.id) ? (Reflect.get(records, record.id) as RecordWords) : undefined;
}

/** A field of a client, or of a record of a kind. */
export function fieldName(field: Field, record: RecordKind | null, context: NameContext): string {
  if (field.label !== undefined) return context.format.label(field.label);
  const words: Readonly<Record<string, string>> = record
    ? (wordsOf(record, context)?.fields ?? {})
    : context.terms.fields;
  return (Object.hasOwn(words, field.id) ? words[field.id] : undefined) ?? field.id;
}

export function recordName(record: RecordKind, context: NameContext): string {
  return record.label === undefined
    ? (wordsOf(record, context)?.name ?? record.id)
    : context.format.label(record.label);
}

/** Names of months, as they stand alone in the language. */
export function monthNames(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2000, month, 1)));
}
