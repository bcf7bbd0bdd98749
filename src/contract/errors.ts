import './jitless.js';
import * as z from 'zod/mini';
import { ERROR_CODES } from './plain/names.js';

export { ClienteleError, isClienteleError } from './plain/errors.js';
export type { ErrorDetail } from './plain/errors.js';
export { invalid } from './plain/invalid.js';
export { ERROR_CODES, ERROR_STATUS } from './plain/names.js';
export type { ErrorCode } from './plain/names.js';

/** One fault in an input: where it is, what is wrong, and the figures that a message in the user's language needs. */
export const issue = z.object({
  path: z.array(z.union([z.string(), z.number()])),
  /** A stable code: `required`, `unknown_field`, `wrong_type`, `unknown_operator`, `empty_list`, `reversed`, `too_deep`, … */
  code: z.string(),
  /** For developers, in English. */
  message: z.string(),
  params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
});
export type Issue = z.infer<typeof issue>;

/** What an error carries beside its code. Holds no personal values: it may end in a log. */
export const errorBody = z.object({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  /** The operation that failed: `find`, `save`, `jobs.run`. */
  operation: z.optional(z.string()),
  issues: z.optional(z.array(issue)),
  /** Of `stale_version`: the version that stands now, and the fields changed since the one sent. */
  version: z.optional(z.number()),
  changed: z.optional(z.array(z.string())),
  /** Of `conflict` over a selection: how many were confirmed, how many there are now. */
  before: z.optional(z.number()),
  now: z.optional(z.number()),
  /** Of `conflict` when something still in use is removed: by what. */
  uses: z.optional(
    z.array(
      z.object({
        kind: z.string(),
        id: z.nullable(z.string()),
        name: z.nullable(z.string()),
        count: z.optional(z.number()),
      }),
    ),
  ),
  /** Of `rate_limited`, `unavailable` and a twin request in flight: when to try again, in milliseconds. */
  retryAfter: z.optional(z.number()),
  /** The server's own number of the request, to quote to its operators. */
  request: z.optional(z.string()),
});
export type ErrorBody = z.infer<typeof errorBody>;
