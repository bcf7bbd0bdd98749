import { withAccess } from '../engine/access.js';
import { Doing } from './doing.js';
import { withOptions } from './own-options.js';
import { AdapterSession, type ClienteleOptions } from './session.js';
import type { Session } from './types.js';

/**
 * Starts a session over an adapter. What the user may not see or do is kept from everything that talks to the session, also when the
 * adapter lies in the page. `end()` it when it is no longer needed.
 */
export function createClientele(options: ClienteleOptions): Session {
  return new AdapterSession(options, {
    guard: (adapter, own) => withAccess(withOptions(adapter, own)),
    doing: (host) => new Doing(host),
  });
}
