import './jitless.js';
import * as z from 'zod/mini';
import { client } from './client.js';
import { segmentDocument } from './segment.js';
import { MAX_WINDOW } from './plain/query.js';
import { day, fieldId, id, safeText, type FieldId } from './values.js';

export { MAX_PINNED, MAX_WINDOW } from './plain/query.js';

export const sortKey = z.strictObject({ field: fieldId, dir: z.enum(['asc', 'desc']) });
export type SortKey = z.infer<typeof sortKey>;

const size = z.int().check(z.gte(1), z.lte(MAX_WINDOW));

/**
 * `at`: positions as of now, for a scrollbar. `after`: a walk from a cursor, which alone promises neither to skip nor to repeat a row that did
 * not change: for exports and jobs. `after: null` is its beginning.
 */
export const window = z.union([
  z.strictObject({ at: z.int().check(z.gte(0)), size }),
  z.strictObject({ after: z.nullable(z.string().check(z.maxLength(2000))), size }),
]);
export type Window = z.infer<typeof window>;

export const query = z.strictObject({
  where: segmentDocument,
  /** At most four keys; missing values last in both directions; then id ascending. Empty: by id. */
  sort: z.array(sortKey).check(z.maxLength(4)),
  /** What each client is to carry; absent: all that the user may see. */
  fields: z.optional(z.array(fieldId).check(z.maxLength(500))),
  /** Pins what "today" means; absent: the base's own. */
  today: z.optional(day),
  window,
});
export type Query = z.infer<typeof query>;

export interface Page<T> {
  items: T[];
  /** Position of the first item; null for a walk. */
  at: number | null;
  /** Where the walk goes on; null at its end, and for positions. */
  next: string | null;
  /** How many there are in all; null when the adapter cannot say cheaply. */
  total: number | null;
  today: string;
  /** Changes whenever positions may have moved: two pages of the same revision fit together. */
  revision: string;
}

export function pageOf<T extends z.ZodMiniType>(item: T) {
  return z.object({
    items: z.array(item),
    at: z.nullable(z.number()),
    next: z.nullable(z.string()),
    total: z.nullable(z.number()),
    today: day,
    revision: z.string(),
  });
}
export const clientPage = pageOf(client);

/** How many match; with `token: true` also the snapshot token of "all found" (count + XOR of 64-bit hashes of the ids, 16 hex digits). */
export const found = z.object({ count: z.number(), today: day, token: z.optional(z.string()) });
export type Found = z.infer<typeof found>;

/** Whom an action is done to: these, or all that a segment finds, except these. */
export const selection = z.union([
  z.strictObject({ ids: z.tuple([id], id).check(z.refine((list) => list.length <= 10_000)) }),
  z.strictObject({
    found: segmentDocument,
    except: z.array(id).check(z.maxLength(10_000)),
    /** How many were confirmed, and their snapshot token; when the set changed since, the answer is `conflict`. */
    count: z.int().check(z.gte(0)),
    token: z.string().check(z.maxLength(100)),
    today: day,
  }),
]);
export type Selection = z.infer<typeof selection>;

/** One figure over a set of clients, or a table of them: sums of the quick-info panel, birthdays by day, RFM counts. */
export const aggregate = z.strictObject({
  over: z.union([selection, z.strictObject({ where: segmentDocument })]),
  today: z.optional(day),
  measures: z
    .array(z.strictObject({ agg: z.enum(['count', 'sum', 'min', 'max']), field: z.optional(fieldId) }))
    .check(z.minLength(1), z.maxLength(20)),
  /**
   * Groups: by the value itself (choices count once for each), by `breaks` (ascending lower bounds; a number below the first falls into none),
   * or by day of the year (`part: 'monthDay'`, `MM-DD`) or by `month` (`YYYY-MM`).
   */
  by: z.optional(
    z
      .array(
        z.strictObject({
          field: fieldId,
          breaks: z.optional(z.array(z.union([z.number(), day])).check(z.minLength(1), z.maxLength(100))),
          part: z.optional(z.enum(['monthDay', 'month'])),
        }),
      )
      .check(z.maxLength(3)),
  ),
});
export type Aggregate = z.infer<typeof aggregate>;

/** Rows of an aggregate, in ascending order of their keys. A key is a value, the index of a break, or null for missing. */
export const table = z.object({
  rows: z.array(
    z.object({
      keys: z.array(z.nullable(z.union([z.string(), z.number(), z.boolean()]))),
      values: z.array(z.nullable(z.number())),
    }),
  ),
  today: day,
});
export type Table = z.infer<typeof table>;

/** What a saved view keeps. Widths in CSS pixels. */
export const viewState = z.strictObject({
  v: z.literal(1),
  columns: z.array(z.strictObject({ field: fieldId, width: z.optional(z.number()) })).check(z.maxLength(500)),
  /** The first so many columns are pinned. */
  pinned: z.int().check(z.gte(0), z.lte(5)),
  sort: z.array(sortKey).check(z.maxLength(4)),
  where: segmentDocument,
  density: z.optional(z.enum(['comfortable', 'regular', 'compact'])),
});
export type ViewState = z.infer<typeof viewState>;

export const savedView = z.object({
  id,
  version: z.number(),
  name: safeText.check(z.minLength(1), z.maxLength(100)),
  /** Who gets it: its maker, everyone, or everyone of a role. */
  scope: z.enum(['personal', 'shared', 'role']),
  role: z.optional(z.string()),
  owner: id,
  state: viewState,
});
export type SavedView = z.infer<typeof savedView>;

export type { FieldId };
