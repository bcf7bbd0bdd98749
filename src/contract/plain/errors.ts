import type { ErrorBody, Issue } from '../errors.js';

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
