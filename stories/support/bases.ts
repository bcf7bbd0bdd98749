import { memoryAdapter, type MemoryOptions } from '../../src/adapters/memory/index.js';
import {
  ClienteleError,
  PERMISSIONS,
  type Adapter,
  type ErrorCode,
  type Rights,
} from '../../src/contract/index.js';
import { sampleColumns } from '../../src/sample/index.js';
import { createHandler } from '../../src/server/index.js';

/** The day of every story, so that one looks the same tomorrow. */
const TODAY = '2026-06-01';
const now = () => Date.parse(`${TODAY}T09:00:00Z`);

export const OWNER: Rights = { permissions: [...PERMISSIONS], hidden: [], masked: [], branches: null };

/** Sees names and visits; contacts are masked, money is hidden. */
export const TRAINEE: Rights = {
  permissions: ['see'],
  hidden: ['totalSpent', 'averageTicket', 'tipsSum', 'debt', 'depositBalance'],
  masked: ['phones', 'emails', 'address', 'social'],
  branches: null,
};

/** A base of so many people, always the same ones. */
export function base(clients = 500, options: MemoryOptions = {}): Adapter {
  return memoryAdapter({ ...sampleColumns({ clients, today: TODAY }), now, ...options });
}

/** The real server handler over a base, for request mocking. */
export function handlerOf(adapter: Adapter, rights: Rights = OWNER): (request: Request) => Promise<Response> {
  return createHandler({
    adapter,
    authenticate: () => ({ tenant: 'story', actor: 'u-story', role: 'owner' }),
    rights: () => rights,
    csrf: false,
  });
}

/** A base whose questions all fail in one way. */
export function failing(code: ErrorCode, message: string): Adapter {
  const fail = () => Promise.reject(new ClienteleError(code, message));
  return { ...base(20), find: fail, count: fail };
}

/** A base that takes for ever. */
export function waiting(): Adapter {
  const wait = () => new Promise<never>(() => undefined);
  return { ...base(20), find: wait, count: wait };
}

/** People with names that no layout expects. */
export function longNames(): Adapter {
  const names = [
    ['Анна-Мария Александра Изабелла', 'Константинопольская-Преображенская'],
    ['Wolfeschlegelsteinhausenbergerdorff', 'Hubert Blaine the Third of Somewhere Rather Far Away'],
    ['محمد عبد الرحمن', 'الأنصاري'],
    ['👩‍🎤 Ziggy', '🌟🌟🌟🌟🌟🌟🌟🌟'],
    ['Žaņņa Ķērsta Ūzuliņa', 'Šķēle-Čerņavska'],
    ['', ''],
  ];
  return memoryAdapter({
    now,
    clients: names.map(([firstName = '', lastName = ''], index) => ({
      id: `long-${index}`,
      firstName,
      lastName,
      phones: [`+37126000${100 + index}`],
      emails: ['a.very.long.mailbox.name.that.goes.on@an-equally-long-domain-name.example'],
      city: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
    })),
  });
}
