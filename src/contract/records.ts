import './jitless.js';
import * as z from 'zod/mini';
import { client as clientSchema, patch } from './client.js';
import { defineField, fieldDefinition } from './fields.js';
import { completeRecord, type RecordKind } from './plain/records.js';
import { fieldId, id, label, money, safeText } from './values.js';

export {
  asDefinitions,
  BOOKING_STATES,
  builtinRecords,
  HISTORY_RECORDS,
  isPersonal,
  LASTING_RECORDS,
} from './plain/records.js';
export type { BookingState, RecordKind } from './plain/records.js';

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

/**
 * Says what may hang on a client: its fields alone give a tab, columns and segment conditions. A travel agency's trips:
 *
 * ```ts
 * const trips = defineRecord({
 *   id: 'trips',
 *   label: { en: 'Trips' },
 *   icon: 'plane',
 *   date: 'from',
 *   editable: true,
 *   fields: [
 *     { id: 'from', type: 'day', label: { en: 'Leaves' } },
 *     { id: 'country', type: 'choice', label: { en: 'Country' }, options: [{ id: 'it' }, { id: 'jp' }] },
 *     { id: 'price', type: 'money', label: { en: 'Price' }, min: 0 },
 *   ],
 * });
 * memoryAdapter({ clients, recordKinds: [...standardRecords, trips], records: { trips: bought } });
 * ```
 *
 * @throws TypeError when the definition is not valid.
 */
export function defineRecord(definition: RecordDefinition): RecordKind {
  const parsed = recordDefinition.safeParse(definition);
  if (!parsed.success)
    throw new TypeError(`record ${JSON.stringify(definition.id)}: ${z.prettifyError(parsed.error)}`);
  parsed.data.fields.forEach((field) => defineField(field));
  const record = completeRecord(parsed.data);
  const date = record.fields.find((field) => field.id === record.date);
  if (!date || (date.type !== 'day' && date.type !== 'instant')) {
    throw new TypeError(`record "${record.id}": "${record.date}" must be one of its day or instant fields`);
  }
  return record;
}

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

/** A booking or sale that waits for a person to say whose it is. */
export const heldItem = z.object({
  id,
  version: z.number(),
  item: z.object({
    record: z.string(),
    id,
    client: z.record(z.string(), z.unknown()),
    values: z.record(z.string(), z.unknown()),
  }),
  /** Who it may be. Empty: an address in it could not be read. */
  candidates: z.array(id),
  /** `several`, or what is wrong with a phone or e-mail. */
  reason: z.string(),
  /** Since when it waits. */
  at: z.string(),
});
export type HeldItem = z.infer<typeof heldItem>;

/** What is to be done with it: it is this client's, a new one's, or nobody's. */
export const settlement = z.union([
  z.strictObject({ client: id }),
  z.strictObject({ create: z.literal(true) }),
  z.strictObject({ drop: z.literal(true) }),
]);
export type Settlement = z.infer<typeof settlement>;

export const ingestResult = z.object({
  id,
  /** `review`: several clients fit; nothing was guessed, the item waits. */
  outcome: z.enum(['matched', 'created', 'review', 'unchanged', 'failed']),
  client: z.nullable(id),
  candidates: z.optional(z.array(id)),
  reason: z.optional(z.string()),
});
export type IngestResult = z.infer<typeof ingestResult>;
