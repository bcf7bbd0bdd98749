import type { Patch } from '../contract/client.js';
import type { ActionRequest } from '../contract/jobs.js';

/** What an action will do to a client, where that is known beforehand; null for all others. */
export function foreseen({ action, params }: ActionRequest): Patch | null {
  if (action === 'favourite') return { favourite: params['on'] === true };
  if (action === 'unblock') return { blocked: false, blockReason: null };
  if (action === 'block') {
    const { reason } = params;
    return { blocked: true, blockReason: typeof reason === 'string' ? reason : null };
  }
  return null;
}
