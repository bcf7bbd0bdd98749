import './jitless.js';
import * as z from 'zod/mini';
import type { ListItem } from './description.js';
import { issue } from './errors.js';
import { LIBRARY_KINDS, type LibraryKind } from './plain/library.js';
import { segmentDocument, type Segment } from './segment.js';
import { day, fieldId, id, safeText, type Day } from './values.js';

export { LIBRARY_KINDS } from './plain/library.js';
export type { LibraryKind } from './plain/library.js';

/**
 * Gives clients a value by itself: a category, a group, a discount, any stored field. Looked at after changes and once a day, since
 * conditions may lean on today.
 */
export const rule = z.strictObject({
  id,
  version: z.number(),
  name: safeText.check(z.minLength(1), z.maxLength(100)),
  enabled: z.boolean(),
  where: segmentDocument,
  /** Of a set field the value is added to it; of another it replaces what stands there. */
  field: fieldId,
  value: z.union([safeText, z.number(), z.boolean()]),
  /**
   * `given`: who once got it keeps it. `while`: who no longer matches loses it, also one who got it by hand: the value belongs to the rule.
   */
  keep: z.enum(['given', 'while']),
  /** Why it does nothing: its field or what it asks about is gone. Told by the base, never saved. */
  faults: z.optional(z.array(issue)),
});
export type Rule = z.infer<typeof rule>;

/** What each kind of the library holds. */
export interface LibraryItems {
  segments: Segment;
  rules: Rule;
  categories: ListItem;
  groups: ListItem;
  tiers: ListItem;
}
export type LibraryItem = LibraryItems[LibraryKind];
/** An item to be saved: the version that it replaces, null for a new one. */
export type LibrarySave<K extends LibraryKind> = Omit<LibraryItems[K], 'version'> & {
  version: number | null;
};

/** Something that points at an item of the library. */
export const use = z.object({
  kind: z.enum([...LIBRARY_KINDS, 'views', 'clients']),
  /** Null where there is nothing to name: the clients that carry it, or somebody's own views. */
  id: z.nullable(id),
  name: z.nullable(safeText),
  /** How many of them, where there is no single one. */
  count: z.optional(z.number()),
});
export type Use = z.infer<typeof use>;

/** How many clients a segment had on a day. */
export const segmentSize = z.object({ day, count: z.number() });
export type SegmentSize = z.infer<typeof segmentSize>;

/** A place in a document: keys and positions from its root. Inside a kept segment: the way to the reference, `document`, and the way from there. */
export const segmentPath = z.array(z.union([z.string(), z.number()]));
export type SegmentPath = z.infer<typeof segmentPath>;

/** One node of a document, as it stands for one client. */
export interface ExplainedNode {
  path: SegmentPath;
  /** Null: unknown, since a value is missing. */
  held: boolean | null;
  /**
   * The client's value that decided: as the field holds it, or the figure over the records; of a condition about reaching a client, what stands in
   * the way. Absent: groups, or it is missing.
   */
  value?: unknown;
  /** Of a condition over records: how many of them were taken into account. */
  records?: number | undefined;
  /** The days that the condition's dates were on the day of asking. */
  days?: Day[] | undefined;
  /** Nodes of a group, or the one document of a kept segment. */
  of?: ExplainedNode[] | undefined;
}
export const explainedNode: z.ZodMiniType<ExplainedNode> = z.lazy(() =>
  z.object({
    path: segmentPath,
    held: z.nullable(z.boolean()),
    value: z.optional(z.unknown()),
    records: z.optional(z.number()),
    days: z.optional(z.array(day)),
    of: z.optional(z.array(explainedNode)),
  }),
) as never;

/** Why a client is in a segment, or is not. */
export const explanation = z.object({
  client: id,
  today: day,
  /** True: the client is in it. */
  held: z.boolean(),
  root: explainedNode,
  /** The fewest conditions whose change would turn the answer round; empty where nothing can. */
  flip: z.array(segmentPath),
});
export type Explanation = z.infer<typeof explanation>;

export const explainRequest = z.strictObject({ where: segmentDocument, client: id, today: z.optional(day) });
export type ExplainRequest = z.infer<typeof explainRequest>;
