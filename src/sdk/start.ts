import type { Now } from '../contract/adapter.js';
import { AdapterSession, type ClienteleOptions } from './session.js';
import type { Session } from './types.js';

/**
 * The same as `createClientele`, for pages that may never need the rules: a server keeps its own, and for an adapter in the page they are
 * loaded first.
 */
export function startClientele(options: ClienteleOptions): Now<Session> {
  if (options.adapter.remote) return new AdapterSession(options, (adapter) => adapter);
  return import('./create.js').then(({ createClientele }) => createClientele(options));
}
