import './jitless.js';
import * as z from 'zod/mini';
import {
  AGGREGATES,
  DATE_PERIODS,
  DATE_UNITS,
  HUES,
  OPERATORS,
  SEGMENT_LIMITS,
  type Operator,
} from './plain/names.js';
import { day, fieldId, id, safeText, type FieldId, type Id } from './values.js';

export { AGGREGATES, DATE_PERIODS, DATE_UNITS, OPERATORS, SEGMENT_LIMITS } from './plain/names.js';
export { EVERYONE } from './plain/segment.js';
export type { Operator } from './plain/names.js';

/**
 * A date in a condition: a day; so many units before or after today; the first or last day of a period (`shift` −1 = the one before).
 * `src/time` turns it into a day of the business's time zone before an engine compares.
 */
export const dateSpec = z.union([
  z.strictObject({ day }),
  z.strictObject({ ago: z.int().check(z.gte(0), z.lte(40_000)), unit: z.enum(DATE_UNITS) }),
  z.strictObject({ ahead: z.int().check(z.gte(0), z.lte(40_000)), unit: z.enum(DATE_UNITS) }),
  z.strictObject({
    start: z.enum(DATE_PERIODS),
    shift: z.optional(z.int().check(z.gte(-1000), z.lte(1000))),
  }),
  z.strictObject({ end: z.enum(DATE_PERIODS), shift: z.optional(z.int().check(z.gte(-1000), z.lte(1000))) }),
]);
export type DateSpec = z.infer<typeof dateSpec>;

export const scalar = z.union([safeText, z.number(), z.boolean(), dateSpec]);
export type Scalar = z.infer<typeof scalar>;

const test = {
  op: z.enum(OPERATORS),
  value: z.optional(
    z.union([scalar, z.array(scalar).check(z.minLength(1), z.maxLength(SEGMENT_LIMITS.values))]),
  ),
  /** Turns true into false and back; unknown stays unknown. */
  not: z.optional(z.literal(true)),
  /** A missing value counts as a match (by default a comparison with a missing value is unknown, and only true selects). */
  orMissing: z.optional(z.literal(true)),
};

export interface Test {
  op: Operator;
  value?: Scalar | Scalar[] | undefined;
  not?: true | undefined;
  orMissing?: true | undefined;
}
export type FieldNode = { kind: 'field'; field: FieldId } & Test;
/** A condition over related records: `agg` of `path` over the client's records that satisfy `where`, put to the test. */
export type RecordsNode = {
  kind: 'records';
  record: string;
  where?: Node | undefined;
  agg: (typeof AGGREGATES)[number];
  path?: FieldId | undefined;
} & Test;
export type GroupNode = { kind: 'all' | 'any' | 'none'; of: [Node, ...Node[]] };
export type Node =
  | { kind: 'everyone' }
  | GroupNode
  | FieldNode
  | RecordsNode
  | { kind: 'reachable'; channel: string; purpose: string; not?: true | undefined }
  | { kind: 'segment'; id: Id; not?: true | undefined }
  | { kind: 'search'; text: string };

/** One shape for every level. It says nothing of depth and of the catalogue: that is the work of `segments/check`. */
export const node: z.ZodMiniType<Node> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('everyone') }),
    z.strictObject({ kind: z.enum(['all', 'any', 'none']), of: z.tuple([node], node) }),
    z.strictObject({ kind: z.literal('field'), field: fieldId, ...test }),
    z.strictObject({
      kind: z.literal('records'),
      record: id,
      where: z.optional(node),
      agg: z.enum(AGGREGATES),
      path: z.optional(fieldId),
      ...test,
    }),
    z.strictObject({ kind: z.literal('reachable'), channel: id, purpose: id, not: test.not }),
    z.strictObject({ kind: z.literal('segment'), id, not: test.not }),
    z.strictObject({ kind: z.literal('search'), text: safeText.check(z.maxLength(200)) }),
  ]),
) as never;

/** The document that means the same everywhere. `v` grows when its meaning does; a newer one than ours is refused, never guessed at. */
export const segmentDocument = z.strictObject({ v: z.literal(1), where: node });
export type SegmentDocument = { v: 1; where: Node };

/** A segment that is kept under a name, so that others can point at it. */
export const segment = z.object({
  id,
  version: z.number(),
  name: safeText.check(z.minLength(1), z.maxLength(100)),
  description: z.optional(safeText.check(z.maxLength(1000))),
  hue: z.optional(z.enum(HUES)),
  document: segmentDocument,
});
export type Segment = z.infer<typeof segment>;
