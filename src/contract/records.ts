import './jitless.js';
import * as z from 'zod/mini';
import { client as clientSchema, patch } from './client.js';
import { defineField, fieldDefinition, type Field } from './fields.js';
import { fieldId, id, label, money, safeText } from './values.js';

export const recordDefinition = z.object({
  /** Plural noun: `bookings`, `pets`. */
  id: z.string().check(z.regex(/^[a-z][a-zA-Z0-9]{0,39}$/)),
  label: z.optional(label),
  /** Name of an icon (lucide). */
  icon: z.optional(z.string()),
  fields: z.array(fieldDefinition),
  /** The day or instant field that places a record in time: order of the tab, place in the timeline. */
  date: fieldId,
  /** People may add and edit records of this kind in the card. */
  editable: z.optional(z.boolean()),
  /** A tab of the card; true by default. */
  tab: z.optional(z.boolean()),
});
export type RecordDefinition = z.infer<typeof recordDefinition>;

/** A kind of record with defaults filled in. */
export interface RecordKind extends Omit<RecordDefinition, 'fields'> {
  fields: readonly Field[];
  editable: boolean;
  tab: boolean;
}

/**
 * Says what may hang on a client: its fields alone give a tab, columns and segment conditions.
 * @throws TypeError when the definition is not valid.
 */
export function defineRecord(definition: RecordDefinition): RecordKind {
  const parsed = recordDefinition.safeParse(definition);
  if (!parsed.success)
    throw new TypeError(`record ${JSON.stringify(definition.id)}: ${z.prettifyError(parsed.error)}`);
  const { editable = false, tab = true, ...rest } = parsed.data;
  const fields = rest.fields.map((field) => defineField({ ...field, group: field.group ?? 'custom' }));
  const date = fields.find((field) => field.id === rest.date);
  if (!date || (date.type !== 'day' && date.type !== 'instant')) {
    throw new TypeError(`record "${rest.id}": "${rest.date}" must be one of its day or instant fields`);
  }
  return { ...rest, fields, editable, tab };
}

/** States of a booking; `arrived` is what counts as a visit. */
export const BOOKING_STATES = ['requested', 'confirmed', 'arrived', 'noShow', 'cancelled'] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

/** The kinds that every base knows. Money of a record is in the base's currency here; the original stands in `paid`. */
export const builtinRecords: readonly RecordKind[] = [
  defineRecord({
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
  defineRecord({
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
  defineRecord({
    id: 'points',
    icon: 'coins',
    date: 'at',
    fields: [
      { id: 'at', type: 'instant' },
      { id: 'amount', type: 'number' },
      { id: 'reason', type: 'text' },
    ],
  }),
];

/** A record as it travels: its own fields by their ids in `values`. */
export const record = z.object({
  id,
  version: z.number(),
  record: z.string(),
  client: id,
  at: z.nullable(z.string()),
  values: z.record(z.string(), z.unknown()),
  /** What was really paid when it was not in the base's currency, by money field. */
  paid: z.optional(z.record(z.string(), money)),
});
export type ClientRecord = z.infer<typeof record>;

export const recordPatch = z.object({
  record: z.string(),
  id,
  /** Null creates. */
  version: z.nullable(z.number()),
  client: id,
  patch,
});
export type RecordPatch = z.infer<typeof recordPatch>;

/** A booking or sale of the host that is to find its client, or make one. Matched by phone, then e-mail, then name and birthday. */
export const ingestItem = z.object({
  record: z.string(),
  /** The host's own id: the same one again changes what is there instead of adding. */
  id,
  client: z.union([
    z.object({ id }),
    z.object({
      ...z.partial(
        z.pick(clientSchema, {
          name: true,
          firstName: true,
          lastName: true,
          birthday: true,
          branch: true,
          source: true,
        }),
      ).shape,
      phone: z.optional(safeText),
      email: z.optional(safeText),
    }),
  ]),
  values: patch,
});
export type IngestItem = z.infer<typeof ingestItem>;

export const ingestResult = z.object({
  id,
  /** `review`: several clients fit; nothing was guessed, the item waits. */
  outcome: z.enum(['matched', 'created', 'review', 'unchanged', 'failed']),
  client: z.nullable(id),
  candidates: z.optional(z.array(id)),
  reason: z.optional(z.string()),
});
export type IngestResult = z.infer<typeof ingestResult>;
