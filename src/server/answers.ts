import { ClienteleError, ERROR_STATUS, isClienteleError } from '../contract/index.js';

/** Beside every answer: nothing is kept by a cache, nothing is taken for another type than it says. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-site',
};

/** An answer of success. A versioned one carries its version as `ETag`. */
export function answer(value: unknown, status: 200 | 201 | 204): Response {
  if (status === 204) return new Response(null, { status });
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8' });
  if (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    typeof value.version === 'number'
  ) {
    headers.set('etag', `"${value.version}"`);
  }
  return new Response(JSON.stringify(value), { status, headers });
}

/** An error of the closed union as it travels, with what it came from as its cause. Anything else is a fault of ours, of which the caller learns nothing but its number. */
export function errorOf(error: unknown, operation: string | undefined, request: string): ClienteleError {
  const context = { ...(operation !== undefined && { operation }), request };
  if (!isClienteleError(error)) {
    return new ClienteleError('unavailable', 'the server failed; its log has the number', context, error);
  }
  return new ClienteleError(error.code, error.message, { ...error.detail, ...context }, error.cause ?? error);
}

/** `status` where the code's own does not say it best: 500 for a fault of ours, 405 for a method that a path does not know. */
export function failure(error: ClienteleError, status?: number): Response {
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8' });
  const { retryAfter } = error.detail;
  if (retryAfter !== undefined) headers.set('retry-after', String(Math.ceil(retryAfter / 1000)));
  if (error.code === 'unauthenticated') headers.set('www-authenticate', 'Bearer');
  if (error.code === 'stale_version' && error.detail.version !== undefined) {
    headers.set('etag', `"${error.detail.version}"`);
  }
  // An adapter that is itself a client may be offline; to our caller we are unavailable.
  const own = ERROR_STATUS[error.code] || ERROR_STATUS.unavailable;
  return new Response(JSON.stringify(error), { status: status ?? own, headers });
}
