import type { Catalogue, Field, Label, Lists, RecordKind, Segment } from '../../contract/index.js';
import type { Terms } from '../../locales/terms.js';
import type { NodePath } from '../places.js';
import { listFormat } from './intl.js';
import { fill, MAX_SLOTS, part, type Parts } from './parts.js';

/** What of a session's formatter a sentence needs. */
export interface SentenceFormat {
  /** BCP 47. */
  readonly locale: string;
  number(value: number): string;
  /** `YYYY-MM-DD`. */
  day(value: string): string;
  /** `--MM-DD`: “1 March”. */
  birthday(value: string): string;
  /** A value of a field, options by their names. */
  field(field: Field, value: unknown): string;
  label(label: Label): string;
}

export interface SentenceContext {
  catalogue: Pick<Catalogue, 'fields' | 'records'>;
  /** `records`: names of the further kinds of records; without them these stand by their ids. */
  terms: Pick<Terms, 'sentence' | 'fields' | 'catalogue' | 'common'> & Partial<Pick<Terms, 'records'>>;
  format: SentenceFormat;
  /** The base's lists: an id of them that is not there is marked. Absent: ids are taken as they are. */
  lists?: Lists | undefined;
  /** Kept segments, by their names. Absent: their ids are shown. */
  segments?: readonly Pick<Segment, 'id' | 'name'>[] | undefined;
  /** So many values of a list are said before “… and 12 more”. Default 5. */
  most?: number | undefined;
}

/** What the fields of a condition belong to: a kind of record, or null for the client. */
export interface Scope {
  record: RecordKind | null;
  fieldOf(id: string): Field | undefined;
  nameOf(field: Field): string;
}

const own = (names: object, id: string): string | undefined => {
  const name: unknown = Object.hasOwn(names, id) ? Reflect.get(names, id) : undefined;
  return typeof name === 'string' ? name : undefined;
};

export function clientScope({ catalogue, terms, format }: SentenceContext): Scope {
  return {
    record: null,
    fieldOf: (id) => catalogue.fields.get(id),
    nameOf: (field) =>
      field.label === undefined ? (own(terms.fields, field.id) ?? field.id) : format.label(field.label),
  };
}

export function recordScope(record: RecordKind, { terms, format }: SentenceContext): Scope {
  const fields = recordWords(record.id, terms)?.fields ?? {};
  return {
    record,
    fieldOf: (id) => record.fields.find((field) => field.id === id),
    nameOf: (field) =>
      field.label === undefined ? (own(fields, field.id) ?? field.id) : format.label(field.label),
  };
}

export function recordName(record: RecordKind, { terms, format }: SentenceContext): string {
  return record.label === undefined
    ? (recordWords(record.id, terms)?.name ?? record.id)
    : format.label(record.label);
}

function recordWords(
  id: string,
  terms: SentenceContext['terms'],
): { name: string; fields: Record<string, string> } | undefined {
  const known = [terms.catalogue.records, terms.records].find(
    (records) => records && Object.hasOwn(records, id),
  );
  return known && (Reflect.get(known, id) as never);
}

/** Names one after another, the last by “or” or “and”, cut where there are too many. */
export function listed(
  names: readonly Parts[],
  type: 'disjunction' | 'conjunction',
  path: NodePath,
  context: SentenceContext,
): Parts {
  return shortened(names, path, context, (shown, isCut) => {
    const format = (...slots: string[]): string =>
      isCut ? slots.join(', ') : listFormat(context.format.locale, type).format(slots);
    return fill(path, 'operator', format, shown);
  });
}

/** The first names by `say`, and how many more there are. */
export function shortened(
  names: readonly Parts[],
  path: NodePath,
  { most = 5, terms, format }: SentenceContext,
  say: (shown: readonly Parts[], isCut: boolean) => Parts,
): Parts {
  const limit = Math.max(1, Math.min(most, MAX_SLOTS));
  // One name more takes no more room than to say that there is one more.
  if (names.length <= Math.min(limit + 1, MAX_SLOTS)) return say(names, false);
  const rest = part('value', path, format.number(names.length - limit));
  return fill(path, 'operator', terms.sentence.more, [say(names.slice(0, limit), true), rest]);
}
