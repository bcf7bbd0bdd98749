import './jitless.js';
import * as z from 'zod/mini';
import { selection } from './query.js';
import { JOB_STATES, ROW_REASONS } from './plain/jobs.js';
import { id, instant, scalarValue } from './values.js';

export { JOB_STATES, ROW_REASONS } from './plain/jobs.js';

export const rowReason = z.union([z.enum(ROW_REASONS), z.string().check(z.regex(/^x-[\w-]{1,60}$/))]);
export type RowReason = z.infer<typeof rowReason>;

export const actionRequest = z.strictObject({
  action: z.string(),
  params: z.record(z.string(), scalarValue),
  selection,
  /** The localised word that the user typed, where the action asks for one. */
  word: z.optional(z.string()),
});
export type ActionRequest = z.infer<typeof actionRequest>;

/** What would happen, counted before anything is written. `total = affected + skipped`. */
export const plan = z.object({
  id,
  action: z.string(),
  params: z.record(z.string(), scalarValue),
  total: z.number(),
  affected: z.number(),
  skipped: z.number(),
  reasons: z.array(z.object({ reason: rowReason, count: z.number(), sample: z.array(id) })),
  /** A few of those it happens to, for the preview. */
  sample: z.array(id),
  createdAt: instant,
  /** After this it must be made anew. */
  expiresAt: instant,
});
export type Plan = z.infer<typeof plan>;

/** `ok + failed + skipped + unprocessed = total`, at every moment. */
export const job = z.object({
  id,
  action: z.string(),
  params: z.record(z.string(), scalarValue),
  state: z.enum(JOB_STATES),
  total: z.number(),
  ok: z.number(),
  failed: z.number(),
  skipped: z.number(),
  unprocessed: z.number(),
  reasons: z.array(z.object({ reason: rowReason, count: z.number() })),
  actor: id,
  createdAt: instant,
  finishedAt: z.nullable(instant),
  /** Can be undone now; and the job that did it or that it undid. */
  undoable: z.boolean(),
  undoOf: z.optional(id),
  undoneBy: z.optional(id),
});
export type Job = z.infer<typeof job>;

export const jobRow = z.object({
  client: id,
  outcome: z.enum(['ok', 'failed', 'skipped', 'unprocessed']),
  reason: z.nullable(rowReason),
});
export type JobRow = z.infer<typeof jobRow>;
