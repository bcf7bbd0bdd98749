import { isHTTPError, isTimeoutError, NetworkError, type HTTPError } from 'ky';
import * as z from 'zod/mini';
import {
  ClienteleError,
  errorBody,
  isClienteleError,
  type ErrorBody,
  type ErrorCode,
  type ErrorDetail,
} from '../../contract/index.js';

/** What an answer without a body of ours means, by its status. A 404 of a stranger says nothing of a client. */
const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  408: 'timeout',
  413: 'too_large',
  429: 'rate_limited',
  504: 'timeout',
  507: 'storage',
};

/** Any failure of a request as an error of the closed union that names the operation. */
export function failureOf(error: unknown, operation: string, signal?: AbortSignal): ClienteleError {
  if (signal?.aborted) return new ClienteleError('aborted', `${operation}: given up`, { operation }, error);
  if (isHTTPError(error)) return answeredFailure(error, operation);
  if (isTimeoutError(error)) {
    return new ClienteleError('timeout', `${operation}: no answer in time`, { operation }, error);
  }
  if (isClienteleError(error)) {
    return new ClienteleError(error.code, error.message, { operation, ...error.detail }, error.cause);
  }
  if (error instanceof NetworkError) {
    const code = isOffline() ? 'offline' : 'unavailable';
    return new ClienteleError(code, `${operation}: the server cannot be reached`, { operation }, error);
  }
  return new ClienteleError('unavailable', `${operation}: the request failed`, { operation }, error);
}

/** True when the browser knows that there is no network; false when there is one, or nobody knows. */
export function isOffline(): boolean {
  return typeof navigator === 'object' && 'onLine' in navigator && navigator.onLine === false;
}

/** An answer that is not of the form that the operation has. It repeats nothing of what it holds. */
export function malformed(
  operation: string,
  message: string,
  detail: ErrorDetail = {},
  cause?: unknown,
): ClienteleError {
  return new ClienteleError('malformed_answer', `${operation}: ${message}`, { operation, ...detail }, cause);
}

function answeredFailure(error: HTTPError, operation: string): ClienteleError {
  const { response, data } = error;
  const retryAfter = retryAfterOf(response.headers);
  const detail = { operation, ...(retryAfter !== undefined && { retryAfter }) };
  const body = bodyOf(data, response.status);
  if (body) return ClienteleError.fromJSON({ ...detail, ...body }, error);
  const { status } = response;
  const code = BY_STATUS[status];
  if (code) return new ClienteleError(code, `${operation}: status ${status}`, detail, error);
  if (status >= 500)
    return new ClienteleError('unavailable', `${operation}: status ${status}`, detail, error);
  return malformed(
    operation,
    `status ${status} from something that is no Clientele server; is the address right?`,
    detail,
    error,
  );
}

const anyCode = z.extend(errorBody, { code: z.string() });

function bodyOf(data: unknown, status: number): ErrorBody | null {
  const known = z.safeParse(errorBody, data);
  if (known.success) return known.data as ErrorBody;
  // A code that a newer server knows and we do not: its status says enough.
  const newer = z.safeParse(anyCode, data);
  if (!newer.success) return null;
  const code = BY_STATUS[status] ?? (status >= 500 ? 'unavailable' : 'invalid');
  return { ...newer.data, code } as ErrorBody;
}

/** Milliseconds of a `Retry-After` in seconds or as a date. */
export function retryAfterOf(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}
