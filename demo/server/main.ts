import { createServer } from 'node:http';
import type { Adapter } from '../../src/contract/index.js';
import { createHandler, keepWorking, toNodeListener } from '../../src/server/index.js';
import { ROLES } from '../host/roles.js';
import type { Settings } from '../host/settings.js';
import { memoryBase } from './memory.js';

/*
 * The demo's server: the same handler that any host mounts, over a base in its memory or, with CLIENTELE_DATABASE, in PostgreSQL. A token of
 * the demo is no secret; it says which role to play and how large the base is to be: `Bearer demo owner 100000`.
 */
const port = Number(process.env['PORT'] ?? 5180);
/** How many clients the database holds; absent: the bases are in memory. */
const inDatabase = process.env['CLIENTELE_DATABASE'];
const handlers = new Map<string, (request: Request) => Promise<Response>>();

const database = inDatabase
  ? (await import('./postgres.js')).databaseBase(Number(inDatabase), (line) => console.log(line))
  : null;

function adapterOf(size: string): Adapter | null {
  if (!database) return memoryBase(size);
  return size === inDatabase ? database.adapter : null;
}

interface DemoToken {
  role: Settings['role'];
  size: string;
}

function tokenOf(request: Request): DemoToken | null {
  const [, role = '', size = ''] =
    /^Bearer demo (\w+) (\d+)$/.exec(request.headers.get('authorization') ?? '') ?? [];
  return Object.hasOwn(ROLES, role) && adapterOf(size) ? { role: role as Settings['role'], size } : null;
}

function handlerOf(size: string): (request: Request) => Promise<Response> {
  let handler = handlers.get(size);
  if (!handler) {
    handler = createHandler({
      adapter: adapterOf(size)!,
      authenticate(request) {
        const token = tokenOf(request);
        const tenant = database?.tenant ?? 'lilac';
        return token && { tenant, actor: `demo-${token.role}`, role: token.role };
      },
      rights: ({ role }) => ROLES[role as Settings['role']],
      onError: (error) => console.warn(`${error.detail.operation ?? ''} ${error.code}: ${error.message}`),
    });
    handlers.set(size, handler);
    work(size);
  }
  return handler;
}

/** Jobs, rules and the turn of the day, once the base is filled. */
function work(size: string): void {
  void (database?.filled ?? Promise.resolve()).then(() =>
    keepWorking({
      adapter: adapterOf(size)!,
      tenants: [database?.tenant ?? 'lilac'],
      rights: ({ role }) => ROLES[role as Settings['role']] ?? ROLES.owner,
      onError: (error) => console.warn(`pump: ${String(error)}`),
    }),
  );
}

/** Without a token nothing is answered but what the API is; that is the same for every size. */
const anySize = inDatabase ?? '1000';

async function answer(request: Request): Promise<Response> {
  if (new URL(request.url).pathname === '/api/clientele-demo')
    return Response.json(database?.filling ?? { share: 1, stage: 'loading' });
  return handlerOf(tokenOf(request)?.size ?? anySize)(request);
}

const server = createServer(toNodeListener(answer)).listen(port, '127.0.0.1', () => {
  console.log(`Clientele's handler answers at http://127.0.0.1:${port}/api/clientele`);
});

/** What is being asked is let go, so that the database is not stopped under it. */
async function end(): Promise<void> {
  server.closeAllConnections();
  server.close();
  await database?.adapter.close?.();
  process.exit(0);
}
process.once('SIGTERM', () => void end());
process.once('SIGINT', () => void end());
