import { ClienteleError, isClienteleError, type ErrorCode } from '../../contract/index.js';

/** Conflicts of transactions that are over when they are tried again. */
const AGAIN: ReadonlySet<string> = new Set(['40001', '40P01']);
const CONNECTION =
  /^(08|57P0|53300|ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN)|^ERR_SOCKET|^ENETUNREACH/;

/** What drivers say, without a code, when their connection is gone or none is to be had. */
const LOST =
  /connection (was )?(terminated|closed)|connection error|connection has been discarded|not queryable|timeout exceeded when trying to connect|driver has already|pool after calling end|pglite is closed/i;

function stateOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

export function isTransient(error: unknown): boolean {
  return AGAIN.has(stateOf(error));
}

/** A row is there already. */
export function isDuplicate(error: unknown): boolean {
  return stateOf(error) === '23505';
}

/** What the database said as an error of the closed union. Its own words, which may hold values, stay in `cause`. */
export function storageError(error: unknown, operation: string): ClienteleError {
  if (isClienteleError(error)) return error;
  const refuse = (code: ErrorCode, message: string, detail: { retryAfter?: number } = {}) =>
    new ClienteleError(code, message, { ...detail, operation }, error);
  const name = (error as { name?: unknown } | null)?.name;
  if (name === 'AbortError') return refuse('aborted', 'the question was withdrawn');
  const state = stateOf(error);
  const message = error instanceof Error ? error.message : '';
  if (CONNECTION.test(state) || LOST.test(message))
    return refuse('unavailable', 'the database cannot be reached', { retryAfter: 1000 });
  if (isTransient(error)) return refuse('unavailable', 'the database is busy', { retryAfter: 100 });
  if (state === '57014') return refuse('timeout', 'the database took too long');
  if (state === '25006')
    return refuse('unavailable', 'the database takes no writes now', { retryAfter: 5000 });
  if (['42P01', '42703', '3F000', '42883'].includes(state))
    return refuse('unavailable', 'the tables are missing or of an older version: call migrate()');
  if (state === '42501') return refuse('unavailable', 'the database refuses its user a table');
  if (state.startsWith('22')) return refuse('invalid', 'a value that the database cannot hold');
  return refuse('storage', 'the database could not do this');
}
