import type { RecordDefinition } from '../records.js';
import { STATUSES } from '../builtin-fields.js';
import { completeField, type Field } from './fields.js';

/** A kind of record with defaults filled in. */
export interface RecordKind extends Omit<RecordDefinition, 'fields'> {
  fields: readonly Field[];
  editable: boolean;
  tab: boolean;
}

/** Fills in what a definition that is known to be right leaves unsaid. */
export function completeRecord(definition: RecordDefinition): RecordKind {
  const { editable = false, tab = true, ...rest } = definition;
  const fields = rest.fields.map((field) => completeField({ ...field, group: field.group ?? 'custom' }));
  return { ...rest, fields, editable, tab };
}

/** Kinds as a description carries them. */
export function asDefinitions(kinds: readonly (RecordDefinition | RecordKind)[] = []): RecordDefinition[] {
  return kinds.map((kind) => ({ ...kind, fields: [...kind.fields] }));
}

/** States of a booking; `arrived` is what counts as a visit. */
export const BOOKING_STATES = ['requested', 'confirmed', 'arrived', 'noShow', 'cancelled'] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

/** Kinds that only the base writes: what became of its clients. They are asked about, and never edited. */
export const HISTORY_RECORDS: ReadonlySet<string> = new Set(['statuses', 'audit']);

/** Kinds that are added to, and never edited or removed. */
export const LASTING_RECORDS: ReadonlySet<string> = new Set(['consents']);

/**
 * True for a kind whose records their author may keep to themselves: it has a field `actor`, which the base fills, and a choice `audience`
 * with the option `author`. Such a record is told to the one whose id stands in `actor`, and to nobody else.
 */
export function isPersonal({ fields }: Pick<RecordKind, 'fields'>): boolean {
  const audience = fields.find(({ id }) => id === 'audience');
  return (
    fields.some(({ id }) => id === 'actor') && (audience?.options?.some(({ id }) => id === 'author') ?? false)
  );
}

/** The kinds that every base knows. Money of a record is in the base's currency here; the original stands in `paid`. */
export const builtinRecords: readonly RecordKind[] = [
  completeRecord({
    id: 'bookings',
    icon: 'calendar',
    date: 'start',
    fields: [
      { id: 'start', type: 'instant' },
      { id: 'minutes', type: 'number', min: 0 },
      { id: 'state', type: 'choice', options: BOOKING_STATES.map((state) => ({ id: state })) },
      { id: 'services', type: 'choices', list: 'services' },
      { id: 'staff', type: 'choice', list: 'staff' },
      { id: 'branch', type: 'choice', list: 'branches' },
      { id: 'price', type: 'money', min: 0 },
      { id: 'tip', type: 'money', min: 0 },
      { id: 'online', type: 'boolean' },
    ],
  }),
  completeRecord({
    id: 'sales',
    icon: 'shopping-bag',
    date: 'at',
    fields: [
      { id: 'at', type: 'instant' },
      { id: 'title', type: 'text' },
      { id: 'amount', type: 'money' },
      { id: 'staff', type: 'choice', list: 'staff' },
      { id: 'branch', type: 'choice', list: 'branches' },
    ],
  }),
  completeRecord({
    id: 'points',
    icon: 'coins',
    date: 'at',
    fields: [
      { id: 'at', type: 'instant' },
      { id: 'amount', type: 'number' },
      { id: 'reason', type: 'text' },
    ],
  }),
  completeRecord({
    id: 'statuses',
    icon: 'activity',
    date: 'day',
    tab: false,
    fields: [
      { id: 'day', type: 'day' },
      { id: 'from', type: 'choice', options: STATUSES.map((id) => ({ id })) },
      { id: 'to', type: 'choice', options: STATUSES.map((id) => ({ id })) },
    ],
  }),
];
