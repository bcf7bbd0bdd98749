import type { LoadProblem, MemoryOptions } from '../../src/adapters/memory/index.js';
import type { Adapter } from '../../src/contract/index.js';
import { OWN_FIELDS, ROLES } from './roles.js';
import { SERVER, type Settings } from './settings.js';

/** How a phone without a prefix is read in a visitor's own file: by the language that the visitor chose. */
const COUNTRIES: Record<Settings['locale'], string> = { en: 'GB', ru: 'RU', bg: 'BG', cs: 'CZ', lv: 'LV' };

/** What is being done while a base is prepared: the words for it are in words.ts. */
export type Stage = 'loading' | 'database' | 'clients' | 'records';

/** Who waits for a base is told how far it is. */
export interface Watcher {
  /** A share from 0 to 1; null: nobody knows. */
  progress(share: number | null, stage?: Stage): void;
  /** What of a file was left out, and where. */
  problems(problems: readonly LoadProblem[], count: number): void;
  signal: AbortSignal;
}

/** Makes the adapter that the switches ask for. Only what it needs is loaded. */
export async function openAdapter(settings: Settings, file: File | null, watcher: Watcher): Promise<Adapter> {
  if (file) return openFile(settings, file, watcher);
  switch (settings.adapter) {
    case 'http':
      return openServer(settings, watcher);
    case 'pglite': {
      const { openPglite } = await import('./pglite.js');
      return openPglite(settings, await sharedBy(settings), watcher);
    }
    case 'worker': {
      const worker = startWorker();
      const [{ memoryWorker }, options] = await Promise.all([
        import('../../src/adapters/memory/index.js'),
        memoryOptions(settings, watcher),
      ]);
      return memoryWorker(options, {
        start: () => worker,
        load: Number(settings.size),
      });
    }
    case 'memory': {
      const [{ memoryAdapter }, { sampleColumns }] = await Promise.all([
        import('../../src/adapters/memory/index.js'),
        import('../../src/sample/index.js'),
      ]);
      const { clients, records } = sampleColumns({ clients: Number(settings.size) });
      return memoryAdapter({ ...(await memoryOptions(settings, watcher)), clients, records });
    }
  }
}

function startWorker(): Worker {
  return new Worker(new URL('./sample-worker.ts', import.meta.url), { type: 'module', name: 'lilac' });
}

/** What every base of the salon is made of, whoever keeps it. */
async function sharedBy({ role, locale }: Settings) {
  const [{ SAMPLE_SETTINGS, sampleLibrary, sampleLists }, { standardRecords }] = await Promise.all([
    import('../../src/sample/index.js'),
    import('../../src/contract/standard-records.js'),
  ]);
  return {
    lists: sampleLists,
    ...sampleLibrary(locale),
    settings: SAMPLE_SETTINGS,
    fields: OWN_FIELDS,
    recordKinds: standardRecords,
    rights: ROLES[role],
    actor: { id: `demo-${role}`, name: role, role },
  };
}
export type Shared = Awaited<ReturnType<typeof sharedBy>>;

async function memoryOptions(settings: Settings, { progress }: Watcher): Promise<MemoryOptions> {
  const count = Number(settings.size);
  return {
    ...(await sharedBy(settings)),
    clientsFirst: true,
    onProgress: (clients) => progress(clients / count),
  };
}

async function openFile(settings: Settings, file: File, { problems }: Watcher): Promise<Adapter> {
  const { memoryAdapter, memoryWorker } = await import('../../src/adapters/memory/index.js');
  const shared = await sharedBy(settings);
  const options: MemoryOptions = {
    ...shared,
    clients: file,
    settings: { ...shared.settings, country: COUNTRIES[settings.locale], collation: settings.locale },
    onProblems: problems,
  };
  return settings.adapter === 'memory' ? memoryAdapter(options) : memoryWorker(options);
}

/** How far the server is that fills its database; a server without one has no such address. */
interface Filling {
  share: number;
  stage: Stage;
  failure?: string;
}

async function openServer({ role, size }: Settings, { progress, signal }: Watcher): Promise<Adapter> {
  const server = SERVER ?? '/api/clientele';
  const { httpAdapter } = await import('../../src/adapters/http/index.js');
  for (;;) {
    const answer = await fetch(`${server}-demo`, { signal });
    if (!answer.ok) break;
    const { share, stage, failure } = (await answer.json()) as Filling;
    if (failure) throw new Error(failure);
    if (share === 1) break;
    progress(share, stage);
    await new Promise((done) => setTimeout(done, 400));
  }
  return httpAdapter({ url: server, token: () => `demo ${role} ${size}` });
}
