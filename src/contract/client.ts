import './jitless.js';
import * as z from 'zod/mini';
import {
  birthday,
  contact,
  day,
  fieldId,
  id,
  instant,
  maskedContact,
  safeText,
  wholeNumber,
  type FieldId,
  type Value,
} from './values.js';

export { setValue, valueOf } from './plain/client.js';

const contacts = z.array(z.union([contact, maskedContact])).check(z.maxLength(50));
const ids = z.array(id).check(z.maxLength(1000));
const texts = z.array(safeText).check(z.maxLength(200));
const amount = wholeNumber;
const text = safeText;
/** A custom field's value; its definition says which of these it takes. */
const customValue = z.union([safeText, z.number(), z.boolean(), z.array(safeText), contacts]);

/**
 * A client as it travels. Every field is optional: a field that is absent is not set, was not asked for, or is hidden from this user.
 * Host fields stand in `custom` by the part of their id after `custom.`. Fields that we do not know are dropped, never an error.
 */
export const client = z.object({
  id,
  /** Grows by one with each edit of what people edit; totals, favourite and last seen never move it. */
  version: z.number(),
  /** Set when the client was removed (soft): only those who may restore get such clients. */
  removedAt: z.optional(instant),
  name: z.optional(text),
  photo: z.optional(text),
  firstName: z.optional(text),
  lastName: z.optional(text),
  patronymic: z.optional(text),
  salutation: z.optional(text),
  gender: z.optional(z.string()),
  birthday: z.optional(birthday),
  age: z.optional(z.number()),
  language: z.optional(text),
  phones: z.optional(contacts),
  emails: z.optional(contacts),
  address: z.optional(text),
  city: z.optional(text),
  social: z.optional(texts),
  timeZone: z.optional(text),
  visits: z.optional(amount),
  firstVisit: z.optional(day),
  lastVisit: z.optional(day),
  nextVisit: z.optional(instant),
  noShows: z.optional(amount),
  cancellations: z.optional(amount),
  preferredStaff: z.optional(ids),
  preferredServices: z.optional(ids),
  branch: z.optional(id),
  totalSpent: z.optional(amount),
  averageTicket: z.optional(amount),
  tipsCount: z.optional(amount),
  tipsSum: z.optional(amount),
  debt: z.optional(amount),
  depositBalance: z.optional(amount),
  discount: z.optional(z.number().check(z.gte(0), z.lte(100))),
  points: z.optional(amount),
  tier: z.optional(id),
  cardNumbers: z.optional(texts),
  hasApp: z.optional(z.boolean()),
  status: z.optional(z.string()),
  categories: z.optional(ids),
  groups: z.optional(ids),
  source: z.optional(id),
  subscribed: z.optional(z.boolean()),
  muted: z.optional(z.boolean()),
  consents: z.optional(z.array(z.string())),
  occupation: z.optional(text),
  workplace: z.optional(text),
  preferences: z.optional(text),
  allergies: z.optional(text),
  favourite: z.optional(z.boolean()),
  blocked: z.optional(z.boolean()),
  blockReason: z.optional(text),
  synchronised: z.optional(z.boolean()),
  externalIds: z.optional(texts),
  createdAt: z.optional(instant),
  updatedAt: z.optional(instant),
  custom: z.optional(z.record(z.string(), customValue)),
});
export type Client = z.infer<typeof client>;

/** A change of one client by field id: absent = unchanged, null = cleared. `custom.hasCat` is a key of its own. */
export type Patch = { readonly [field: FieldId]: Value | null };
export const patch: z.ZodMiniType<Patch> = z.record(fieldId, z.nullable(customValue)) as never;
