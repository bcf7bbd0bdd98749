import './jitless.js';
import * as z from 'zod/mini';
import { change } from './changes.js';
import type { ErrorCode } from './errors.js';
import { clientOperations } from './operations/clients.js';
import { jobOperations } from './operations/jobs.js';
import { keptOperations } from './operations/kept.js';
import { recordOperations } from './operations/records.js';
import { none, type Operation } from './operations/shape.js';

export { fieldList } from './operations/clients.js';
export { recordQuery } from './operations/records.js';
export type { Operation } from './operations/shape.js';

export const operations = {
  ...clientOperations,
  ...recordOperations,
  ...jobOperations,
  ...keptOperations,
  watch: {
    ...none,
    capability: 'watch',
    stream: true,
    name: 'watch',
    method: 'GET',
    path: '/changes',
    summary:
      'Changes after a cursor (absent: from now on) as server-sent events; `Last-Event-ID` wins over `since`.',
    search: z.object({ since: z.exactOptional(z.string().check(z.maxLength(2000))) }),
    answer: change,
  },
} as const satisfies Record<string, Operation>;

export type Operations = typeof operations;
export type OperationId = keyof Operations;
/** Names as errors and the rights matrix use them: `save`, `jobs.run`. */
export type OperationName = Operations[OperationId]['name'];

/** Header that every write carries. */
export const KEY_HEADER = 'Idempotency-Key';
/** Header that no form and no foreign page can send without asking: the proof that a request with a cookie is meant. */
export const CSRF_HEADER = 'X-Clientele';

/** The errors that an operation may answer with, for its documentation. */
export function errorsOf(operation: Operation): ErrorCode[] {
  const codes: ErrorCode[] = [
    'unauthenticated',
    'forbidden',
    'invalid',
    'rate_limited',
    'unavailable',
    'timeout',
  ];
  codes.push('malformed_answer', 'unsupported', 'aborted');
  if (operation.params) codes.push('not_found');
  if (operation.body) codes.push('too_large');
  if (operation.writes) codes.push('conflict', 'step_up_required', 'storage');
  else if (operation.method === 'POST') codes.push('conflict');
  if (operation.version) codes.push('version_required');
  if (operation.version === 'edit') codes.push('stale_version');
  return codes;
}
