import type { ClientRecord, Context, Description } from '../../src/contract/index.js';
import { createClientele } from '../../src/sdk/index.js';
import type { Session } from '../../src/sdk/types.js';
import { openAdapter, type Watcher } from './adapters.js';
import type { Settings } from './settings.js';

/** The salon's client base as the rest of the host uses it. */
export interface OpenBase {
  session: Session;
  description: Description;
  /** Bookings of one day, of all clients. */
  bookings(day: string): Promise<ClientRecord[]>;
  /** Names of clients by id. */
  names(ids: readonly string[]): Promise<Map<string, string>>;
}

const MOST_BOOKINGS = 500;

/** Opens the base that the switches ask for; resolves once clients can be asked for. */
export async function openBase(settings: Settings, file: File | null, watcher: Watcher): Promise<OpenBase> {
  const adapter = await openAdapter(settings, file, watcher);
  const session = createClientele({
    adapter,
    locale: settings.locale,
    onError: (error) => console.warn(error.code, error.message),
  });
  const description = await session.ready;
  const { id: actor, role } = description.actor;
  const context: Context = { tenant: 'local', actor, role };
  return {
    session,
    description,
    async bookings(day) {
      const page = await adapter.records?.find(
        {
          record: 'bookings',
          where: { kind: 'field', field: 'start', op: 'between', value: [{ day }, { day }] },
          window: { at: 0, size: MOST_BOOKINGS },
        },
        context,
      );
      return page?.items ?? [];
    },
    async names(ids) {
      const unique = [...new Set(ids)];
      const clients = await Promise.all(
        unique.map((id) => Promise.resolve(session.get(id, { fields: ['name'] })).catch(() => null)),
      );
      return new Map(clients.flatMap((client) => (client ? [[client.id, client.name ?? '']] : [])));
    },
  };
}
