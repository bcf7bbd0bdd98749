import { createServer } from 'node:http';
import { memoryAdapter } from '../../src/adapters/memory/index.js';
import type { Adapter } from '../../src/contract/index.js';
import { sampleColumns } from '../../src/sample/index.js';
import { createHandler, toNodeListener } from '../../src/server/index.js';
import { OWN_FIELDS, ROLES } from '../host/roles.js';
import { CHOICES, type Settings } from '../host/settings.js';

/*
 * The demo's server: the same handler that any host mounts, over a base in its memory. A token of the demo is no secret; it says
 * which role to play and how large the base is to be: `Bearer demo owner 100000`.
 */
const port = Number(process.env['PORT'] ?? 5180);
const bases = new Map<string, (request: Request) => Promise<Response>>();

function adapterOf(size: string): Adapter {
  const { clients, records, lists, settings } = sampleColumns({ clients: Number(size) });
  return memoryAdapter({ clients, records, lists, settings, fields: OWN_FIELDS });
}

interface DemoToken {
  role: Settings['role'];
  size: string;
}

function tokenOf(request: Request): DemoToken | null {
  const [, role = '', size = ''] =
    /^Bearer demo (\w+) (\d+)$/.exec(request.headers.get('authorization') ?? '') ?? [];
  const isKnown = Object.hasOwn(ROLES, role) && (CHOICES.size as readonly string[]).includes(size);
  return isKnown ? { role: role as Settings['role'], size } : null;
}

/** A base is made when it is first asked for, and kept. */
function handlerOf(size: string): (request: Request) => Promise<Response> {
  let handler = bases.get(size);
  if (!handler) {
    handler = createHandler({
      adapter: adapterOf(size),
      authenticate(request) {
        const token = tokenOf(request);
        return token && { tenant: 'lilac', actor: `demo-${token.role}`, role: token.role };
      },
      rights: ({ role }) => ROLES[role as Settings['role']],
      onError: (error) => console.warn(`${error.detail.operation ?? ''} ${error.code}: ${error.message}`),
    });
    bases.set(size, handler);
  }
  return handler;
}

createServer(toNodeListener((request) => handlerOf(tokenOf(request)?.size ?? '1000')(request))).listen(
  port,
  '127.0.0.1',
  () => {
    console.log(`Clientele's handler answers at http://127.0.0.1:${port}/api/clientele`);
  },
);
