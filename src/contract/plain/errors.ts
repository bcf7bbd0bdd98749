import type { ErrorBody, Issue } from '../errors.js';
import type { ErrorCode } from './names.js';

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
