import { afterEach } from 'node:test';
import { httpAdapter } from '../../src/adapters/http/index.js';
import { memoryAdapter, type MemoryOptions } from '../../src/adapters/memory/index.js';
import {
  defineRecord,
  isClienteleError,
  PERMISSIONS,
  standardRecords,
  type Adapter,
  type ErrorCode,
  type Permission,
} from '../../src/contract/index.js';
import { createClientele, startClientele, type Session } from '../../src/sdk/index.js';
import { createHandler } from '../../src/server/index.js';

export const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A host's own kind: this is all that it takes for a tab, columns and conditions. */
export const trips = defineRecord({
  id: 'trips',
  label: { en: 'Trips' },
  icon: 'plane',
  date: 'from',
  editable: true,
  fields: [
    { id: 'from', type: 'day' },
    { id: 'country', type: 'choice', options: [{ id: 'it' }, { id: 'jp' }] },
    { id: 'price', type: 'money', min: 0 },
  ],
});

export const base = (more: Partial<MemoryOptions> = {}): Adapter =>
  memoryAdapter({
    clients: [
      { id: 'anna', firstName: 'Anna' },
      { id: 'boris', firstName: 'Boris' },
    ],
    recordKinds: [...standardRecords, trips],
    ...more,
  });

export type Visit = (
  actor: { id: string; name: string },
  permissions?: readonly Permission[],
) => Promise<Session>;

const inPage = (adapter = base()): Visit => {
  return async (actor, permissions = PERMISSIONS) => {
    const session = createClientele({
      adapter,
      closesAdapter: false,
      locale: 'en',
      actor: { ...actor, role: 'staff' },
      permissions,
    });
    ends.push(() => session.end());
    await session.ready;
    return session;
  };
};

const overHttp = (adapter = base()): Visit => {
  return async (actor, permissions = PERMISSIONS) => {
    const handler = createHandler({
      adapter,
      csrf: false,
      authenticate: () => ({ tenant: 'local', actor: actor.id, role: 'staff' }),
      rights: (_context, description) => ({ ...description.rights, permissions: [...permissions] }),
    });
    const session = await startClientele({
      adapter: httpAdapter({
        url: 'http://salon.test/api/clientele',
        retry: { limit: 0 },
        fetch: async (input, init) => handler(new Request(input, init)),
      }),
      locale: 'en',
    });
    ends.push(() => session.end());
    await session.ready;
    return session;
  };
};

/** Who comes to a base: where it lies must make no difference. */
export const houses: Readonly<Record<string, (adapter?: Adapter) => Visit>> = {
  'in the page': inPage,
  'behind a server': overHttp,
};

export const refused = (code: ErrorCode) => (error: unknown) =>
  isClienteleError(error) && error.code === code;
export const all = { at: 0, size: 100 };
export const eva = { id: 'eva', name: 'Eva' };
export const ivan = { id: 'ivan', name: 'Ivan' };
