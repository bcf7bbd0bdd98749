import './jitless.js';
import * as z from 'zod/mini';

/** Everything that can go wrong, as a closed union; the HTTP status that carries each over the wire is beside it. */
export const ERROR_STATUS = {
  not_found: 404,
  stale_version: 412,
  version_required: 428,
  invalid: 422,
  forbidden: 403,
  step_up_required: 401,
  conflict: 409,
  rate_limited: 429,
  offline: 0,
  timeout: 504,
  unavailable: 503,
  malformed_answer: 502,
  unsupported: 501,
  unauthenticated: 401,
  aborted: 499,
  too_large: 413,
  storage: 507,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;
export const ERROR_CODES = Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]];

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
  /** Of `rate_limited`, `unavailable` and a twin request in flight: when to try again, in milliseconds. */
  retryAfter: z.optional(z.number()),
  /** The server's own number of the request, to quote to its operators. */
  request: z.optional(z.string()),
});
export type ErrorBody = z.infer<typeof errorBody>;
export type ErrorDetail = Omit<ErrorBody, 'code' | 'message'>;

/** The one error that the SDK, the adapters and the server throw. `code` says which; `cause` keeps what it came from. */
export class ClienteleError extends Error {
  override readonly name = 'ClienteleError';
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;

  constructor(code: ErrorCode, message: string, detail: ErrorDetail = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.detail = detail;
  }

  /** The faults of an `invalid` error; empty for every other code. */
  get issues(): readonly Issue[] {
    return this.detail.issues ?? [];
  }

  toJSON(): ErrorBody {
    return { code: this.code, message: this.message, ...this.detail };
  }

  static fromJSON(body: ErrorBody, cause?: unknown): ClienteleError {
    const { code, message, ...detail } = body;
    return new ClienteleError(code, message, detail, cause);
  }
}

/** True for our errors, also for one thrown by a second copy of this library on the page. */
export function isClienteleError(error: unknown): error is ClienteleError {
  return error instanceof Error && error.name === 'ClienteleError' && 'code' in error && 'detail' in error;
}

/** An `invalid` error with its faults. */
export function invalid(issues: readonly Issue[], operation?: string): ClienteleError {
  const first = issues[0];
  const where = first && first.path.length > 0 ? `${first.path.join('.')}: ` : '';
  return new ClienteleError('invalid', `${where}${first?.message ?? 'invalid input'}`, {
    issues: [...issues],
    ...(operation === undefined ? {} : { operation }),
  });
}
