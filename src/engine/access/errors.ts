import { ClienteleError, isClienteleError } from '../../contract/index.js';
import type { Grant } from './grant.js';

/**
 * Whatever an adapter throws, as an error of the closed union that names its operation and no field that the user may not know of. An
 * unknown client always says the same, so that a foreign one cannot be told from it.
 */
export function tellError(error: unknown, operation: string, grant: Grant | null): ClienteleError {
  if (!isClienteleError(error)) {
    const isAbort = error instanceof Error && error.name === 'AbortError';
    return isAbort
      ? new ClienteleError('aborted', 'the request was dropped', { operation }, error)
      : new ClienteleError('unavailable', `the adapter failed in ${operation}`, { operation }, error);
  }
  if (error.code === 'not_found')
    return new ClienteleError('not_found', 'there is nothing of this id', { operation });
  const { changed } = error.detail;
  const isTold = error.detail.operation !== undefined;
  const hides = changed !== undefined && grant !== null && grant.hidden.size > 0;
  if (isTold && !hides) return error;
  const detail = { operation, ...error.detail };
  if (hides) detail.changed = changed.filter((field) => !grant.hidden.has(field));
  return new ClienteleError(error.code, error.message, detail, error.cause);
}
