import type { Client, ClientRecord, Field, FieldId } from '../../contract/index.js';
import { AUDIT_KIND } from '../history.js';
import type { Grant } from './grant.js';
import { maskValue } from './mask.js';

/** Takes out of an answer what the user may not see. Answers of those who see all pass as they are, uncopied. */
export interface AnswerFilter {
  client(client: Client): Client;
  clients(clients: Client[]): Client[];
  record(record: ClientRecord): ClientRecord;
  /** Those field ids that may be named. */
  fields(ids: readonly FieldId[]): FieldId[];
}

const ALWAYS = new Set(['id', 'version', 'removedAt']);

function present(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

export function createFilter(grant: Grant): AnswerFilter {
  const { visible, masked, maskedOf, isFull } = grant;
  const pass = (
    values: object,
    prefix: string,
    fields: (id: FieldId) => Field | undefined,
    isMasked: (id: FieldId) => boolean,
  ): Record<string, unknown> => {
    const kept: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(values)) {
      const id = prefix + key;
      // What the catalogue does not know might be anything: it goes too.
      const field = fields(id);
      if (!field) continue;
      const shown = isMasked(id) ? maskValue(field, value) : (value as unknown);
      if (shown !== undefined) kept[key] = shown;
    }
    return kept;
  };
  const ofClient = (id: FieldId) => visible.fields.get(id);
  const isMaskedField = (id: FieldId) => masked.has(id);

  /** An entry of the audit: what stood in a field is told to those who see the field. */
  const tellEntry = (from: ClientRecord): ClientRecord => {
    const { field, before, after, ...values } = from.values;
    if (field === undefined) return { ...from, values };
    if (typeof field !== 'string' || !visible.fields.has(field)) return { ...from, values };
    if (masked.has(field)) return { ...from, values: { ...values, field } };
    return { ...from, values: { ...values, field, ...present({ before, after }) } };
  };
  const client = (from: Client): Client => {
    if (isFull) return from;
    const { custom, ...rest } = from;
    const kept = pass(rest, '', ofClient, isMaskedField);
    for (const key of ALWAYS) {
      if (Object.hasOwn(from, key)) kept[key] = from[key as keyof Client];
    }
    if (custom) kept['custom'] = pass(custom, 'custom.', ofClient, isMaskedField);
    return kept as Client;
  };
  return {
    client,
    clients: (clients) => (isFull ? clients : clients.map(client)),
    record(from) {
      const kind = visible.records.get(from.record);
      if (isFull || !kind) return from;
      if (kind.id === AUDIT_KIND) return tellEntry(from);
      const fields = new Map(kind.fields.map((field) => [field.id, field]));
      const masks = maskedOf.get(kind.id);
      const ofRecord = (id: FieldId) => fields.get(id);
      const isMasked = (id: FieldId) => masks?.has(id) ?? false;
      const kept = { ...from, values: pass(from.values, '', ofRecord, isMasked) };
      if (from.paid) {
        kept.paid = Object.fromEntries(
          Object.entries(from.paid).filter(([id]) => fields.has(id) && !isMasked(id)),
        );
      }
      return kept;
    },
    fields: (ids) => ids.filter((id) => visible.fields.has(id)),
  };
}
