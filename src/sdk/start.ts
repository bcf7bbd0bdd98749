import type { Now } from '../contract/adapter.js';
import { AdapterSession, type ClienteleOptions, type SessionParts } from './session.js';
import type { Session } from './types.js';

/** Over a server: its rules are its own, and what writes comes after the first rows. */
const remote: SessionParts = {
  guard: (adapter) => adapter,
  doing: async (host) => new (await import('./doing.js')).Doing(host),
};

/** The same as `createClientele`, for pages that show rows as soon as they can: an adapter within the page waits for its rules. */
export function startClientele(options: ClienteleOptions): Now<Session> {
  if (options.adapter.remote) return new AdapterSession(options, remote);
  return import('./create.js').then(({ createClientele }) => createClientele(options));
}
