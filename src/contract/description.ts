import './jitless.js';
import * as z from 'zod/mini';
import { actionDefinition, PERMISSIONS, tabDefinition } from './actions.js';
import { fieldDefinition, LIST_NAMES, HUES } from './fields.js';
import { LIBRARY_KINDS } from './plain/library.js';
import { recordDefinition } from './records.js';
import { segment, segmentDocument } from './segment.js';
import { currencyCode, day, fieldId, id, instant, label, wholeNumber } from './values.js';

export { DEFAULT_SETTINGS } from './plain/description.js';

/** What an adapter can do. `true` for a list of fields means: all that the catalogue lets. */
export const capabilities = z.object({
  filter: z.union([z.literal(true), z.array(fieldId)]),
  sort: z.union([z.literal(true), z.array(fieldId)]),
  search: z.boolean(),
  /** Clients can be saved and removed. */
  write: z.boolean(),
  /** Answers the snapshot token of "all found". */
  token: z.boolean(),
  watch: z.boolean(),
  /** Kinds of records it keeps. */
  records: z.array(z.string()),
  ingest: z.boolean(),
  /** Actions that it can run as jobs. */
  actions: z.array(z.string()),
  views: z.boolean(),
  files: z.boolean(),
  aggregate: z.boolean(),
  /** Says why a client is in a segment. */
  explain: z.optional(z.boolean()),
  /** Kinds of the library that it keeps; absent: none, lists are as the description says. */
  library: z.optional(z.array(z.enum(LIBRARY_KINDS))),
});
export type Capabilities = z.infer<typeof capabilities>;

/** What one user may do and see. */
export const rights = z.object({
  permissions: z.array(z.enum(PERMISSIONS)),
  /** Fields that are absent for this user, and refused in filter, sort and search. */
  hidden: z.array(fieldId),
  /** Fields whose contacts are masked for this user, and refused likewise. */
  masked: z.array(fieldId),
  /** Only clients of these branches; null: of all. */
  branches: z.nullable(z.array(id)),
});
export type Rights = z.infer<typeof rights>;

/** Settings of a base that everyone shares. */
export const settings = z.object({
  /** IANA name; one per base: owns what "today" is. */
  timeZone: z.string(),
  currency: currencyCode,
  /** ISO 3166 alpha-2: how a phone without a prefix is read. */
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  /** The language whose alphabet sorts. */
  collation: z.string(),
  nameOrder: z.enum(['firstLast', 'lastFirst']),
  /** 1 Monday … 7 Sunday. */
  weekStart: z.int().check(z.gte(1), z.lte(7)),
  /** A client with a visit, but none for so many days and no future booking, is lost. */
  lostAfterDays: z.int().check(z.gte(1)),
  /** When those born on 29 February have their birthday in other years. */
  leapBirthday: z.enum(['feb28', 'mar1']),
});
export type Settings = z.infer<typeof settings>;

/** One entry of a list of the base: a category, a tier, a member of staff … */
export const listItem = z.object({
  id,
  name: label,
  hue: z.optional(z.enum(HUES)),
  description: z.optional(label),
  /** Of those that the library keeps. */
  version: z.optional(z.number()),
  /** Of tiers: their level (0 lowest), what they give, and who gets them by itself; without `where`, by hand alone. */
  level: z.optional(z.number()),
  discount: z.optional(z.number()),
  where: z.optional(segmentDocument),
  /** Of services: price in minor units and duration. */
  price: z.optional(wholeNumber),
  minutes: z.optional(z.number()),
  /** Of staff: their branch. */
  branch: z.optional(id),
  photo: z.optional(z.string()),
  /** No longer offered, still shown where it stands. */
  archived: z.optional(z.boolean()),
});
export type ListItem = z.infer<typeof listItem>;
export const lists = z.partialRecord(z.enum(LIST_NAMES), z.array(listItem));
export type Lists = z.infer<typeof lists>;

/** Everything a session must know before its first question. */
export const description = z.object({
  /** Version of the contract that the adapter speaks. */
  contract: z.literal(1),
  capabilities,
  /** Definitions beyond the built-in ones; one with a built-in id replaces it. */
  fields: z.array(fieldDefinition),
  records: z.array(recordDefinition),
  actions: z.array(actionDefinition),
  tabs: z.array(tabDefinition),
  lists,
  /** Kept segments whose conditions this user may ask about. */
  segments: z.optional(z.array(segment)),
  settings,
  rights,
  actor: z.object({ id, name: z.string(), role: z.string() }),
  now: instant,
  today: day,
});
export type Description = z.infer<typeof description>;
