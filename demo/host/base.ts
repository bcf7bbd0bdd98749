import type { LoadProblem } from '../../src/adapters/memory/index.js';
import type { Adapter, ClientRecord, Context, Description } from '../../src/contract/index.js';
import { createClientele } from '../../src/sdk/index.js';
import type { Session } from '../../src/sdk/types.js';
import { OWN_FIELDS, ROLES } from './roles.js';
import { SERVER, type Settings } from './settings.js';

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

/** How a phone without a prefix is read in a visitor's own file: by the language that the visitor chose. */
const COUNTRIES: Record<Settings['locale'], string> = { en: 'GB', ru: 'RU', bg: 'BG', cs: 'CZ', lv: 'LV' };

/** Told what of a file was left out, and where. */
export type ProblemsListener = (problems: readonly LoadProblem[], count: number) => void;

/** Makes the adapter that the switches ask for. `progress` is told shares from 0 to 1 while a base in the page is filled. */
async function openAdapter(
  settings: Settings,
  file: File | null,
  progress: (share: number) => void,
  onProblems: ProblemsListener,
): Promise<Adapter> {
  if (settings.adapter === 'http' && SERVER !== undefined && !file) {
    const { httpAdapter } = await import('../../src/adapters/http/index.js');
    return httpAdapter({ url: SERVER, token: () => `demo ${settings.role} ${settings.size}` });
  }
  const [{ memoryAdapter, memoryWorker }, { sampleColumns }] = await Promise.all([
    import('../../src/adapters/memory/index.js'),
    import('../../src/sample/index.js'),
  ]);
  const count = Number(settings.size);
  const base = sampleColumns({ clients: count });
  const shared = {
    lists: base.lists,
    settings: base.settings,
    fields: OWN_FIELDS,
    rights: ROLES[settings.role],
    actor: { id: `demo-${settings.role}`, name: settings.role, role: settings.role },
  };
  const options = file
    ? {
        ...shared,
        clients: file,
        settings: { ...base.settings, country: COUNTRIES[settings.locale], collation: settings.locale },
        onProblems,
      }
    : {
        ...shared,
        clients: base.clients,
        records: base.records,
        onProgress: (clients: number) => progress(clients / count),
      };
  return settings.adapter === 'worker' ? memoryWorker(options) : memoryAdapter(options);
}

/** Opens the base that the switches ask for; resolves once it can be worked with. */
export async function openBase(
  settings: Settings,
  file: File | null,
  progress: (share: number) => void,
  onProblems: ProblemsListener,
): Promise<OpenBase> {
  const adapter = await openAdapter(settings, file, progress, onProblems);
  const session = createClientele({
    adapter,
    locale: settings.locale,
    onError: (error) => console.warn(error.code, error.message),
  });
  const description = await session.ready;
  const { id: actor, role } = description.actor;
  const context: Context = { tenant: 'lilac', actor, role };
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
