import './jitless.js';
import * as z from 'zod/mini';
import { fieldId, id } from './values.js';

/** One event of the live stream. It names ids and fields, never values; over 1,000 ids it says `many`. `lost` means: reload. */
export const change = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('clients'),
    /** Cursor to go on from after a broken connection. */
    at: z.string(),
    op: z.enum(['created', 'updated', 'removed']),
    ids: z.union([z.array(id).check(z.maxLength(1000)), z.literal('many')]),
    /** Absent: any field may have changed. */
    fields: z.optional(z.array(fieldId)),
    /** Idempotency key of the write, by which its author knows it as their own. */
    key: z.optional(z.string()),
  }),
  z.object({
    kind: z.literal('records'),
    at: z.string(),
    record: z.string(),
    clients: z.union([z.array(id).check(z.maxLength(1000)), z.literal('many')]),
  }),
  z.object({ kind: z.literal('job'), at: z.string(), id }),
  z.object({ kind: z.literal('views'), at: z.string() }),
  z.object({ kind: z.literal('description'), at: z.string() }),
  z.object({ kind: z.literal('lost'), at: z.string() }),
]);
export type Change = z.infer<typeof change>;
