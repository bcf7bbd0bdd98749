import { ClienteleError, isClienteleError } from '../contract/plain/errors.js';
import type { Now } from '../contract/adapter.js';
import { isPromise } from '../engine/now.js';

/** True for an answer that comes later. */
export const isLater = isPromise;

/** Goes on with an answer at once where it is there at once. `failed` gets what `ask` threw or rejected with. */
export function settle<T, R>(
  ask: () => Now<T>,
  done: (answer: T) => Now<R>,
  failed: (error: unknown) => Now<R>,
): Now<R> {
  let answer: Now<T>;
  try {
    answer = ask();
  } catch (error) {
    return failed(error);
  }
  return isLater(answer) ? answer.then(done, failed) : done(answer);
}

/** What throws at once rejects instead: a caller need look for a failure in one place only. */
export function rejecting<T>(ask: () => Now<T>): Now<T> {
  return settle(
    ask,
    (answer) => answer,
    async (error) => Promise.reject(error as Error),
  );
}

/** Any failure as one of the closed union; the operation is named. */
export function toError(error: unknown, operation: string): ClienteleError {
  if (isClienteleError(error)) {
    if (error.detail.operation !== undefined) return error;
    return new ClienteleError(error.code, error.message, { ...error.detail, operation }, error.cause);
  }
  if (error instanceof Error && error.name === 'AbortError') {
    return new ClienteleError('aborted', 'the request was dropped', { operation }, error);
  }
  const message = error instanceof Error ? error.message : String(error);
  return new ClienteleError('unavailable', `${operation} failed: ${message}`, { operation }, error);
}
