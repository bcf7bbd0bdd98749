import { CHANNELS, PURPOSES } from '../../contract/builtin-fields.js';
import type { Session } from '../../sdk/types.js';
import { faultsOf } from '../conditions/ready.js';

const [TRANSACTIONAL] = PURPOSES;

function consents(session: Session): readonly string[] {
  return session.catalogue.fields.get('consents')?.options?.map(({ id }) => id) ?? [];
}

/** Channels that may be asked about: those of the product, and those that the host's consents name. */
export function channelsOf(session: Session): readonly string[] {
  const named = consents(session).map((id) => id.split(':')[0] ?? '');
  return [...new Set([...CHANNELS, ...named])].filter(
    (channel) =>
      faultsOf({ v: 1, where: { kind: 'reachable', channel, purpose: TRANSACTIONAL } }, session).length === 0,
  );
}

/** What messages of a channel can be for. */
export function purposesOf(channel: string, session: Session): readonly string[] {
  const own = consents(session)
    .filter((id) => id.startsWith(`${channel}:`))
    .map((id) => id.slice(channel.length + 1));
  return [...new Set([...own, TRANSACTIONAL])];
}
