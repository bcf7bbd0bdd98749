import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryAdapter } from '../../src/adapters/memory/index.js';
import { PERMISSIONS, type Adapter, type Node, type Rights } from '../../src/contract/index.js';
import { keepWorking } from '../../src/server/index.js';

const VISITED: Node = { kind: 'field', field: 'visits', op: 'gte', value: 2 };
const VIP: Node = { kind: 'field', field: 'categories', op: 'anyOf', value: ['vip'] };
const context = (key = '') => ({ tenant: 't', actor: 'ann', role: 'owner', key });

function base(): Required<Adapter> {
  return memoryAdapter({
    clients: Array.from({ length: 1000 }, (_, index) => ({
      id: `c${index}`,
      firstName: 'N',
      visits: index % 4,
    })),
    lists: { categories: [{ id: 'vip', name: 'VIP' }] },
    rules: [
      {
        id: 'r',
        name: 'R',
        enabled: true,
        where: { v: 1, where: VISITED },
        field: 'categories',
        value: 'vip',
        keep: 'given',
      },
    ],
  }) as Required<Adapter>;
}
const countOf = async (adapter: Adapter, where: Node) =>
  (await adapter.count({ v: 1, where }, context())).count;

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; !(await isSo());) {
    assert.ok(Date.now() < end, 'waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function start(adapter: Required<Adapter>): Promise<string> {
  const ids = Array.from({ length: 600 }, (_, index) => `c${index}`) as [string, ...string[]];
  const request = { action: 'block', params: { reason: 'x' }, selection: { ids } };
  const plan = await adapter.jobs.plan(request, context(`p${Math.random()}`));
  return (await adapter.jobs.run(plan.id, context(`r${Math.random()}`))).id;
}

describe('the pump of a server', () => {
  it('works jobs and rules of its tenants until it is stopped', async () => {
    const adapter = base();
    const stop = keepWorking({ adapter, tenants: () => ['t'], everyMs: 5 });
    await until(async () => (await countOf(adapter, VIP)) === 500);
    const job = await start(adapter);
    await until(async () => (await adapter.jobs.get(job, context())).state === 'done');
    stop();
    const later = await start(adapter);
    await new Promise((resolve) => setTimeout(resolve, 40));
    assert.equal((await adapter.jobs.get(later, context())).state, 'queued');
  });

  it('does a job with the rights that its author has by then', async () => {
    const adapter = base();
    const job = await start(adapter);
    const rights = (): Rights => ({
      permissions: PERMISSIONS.filter((permission) => permission !== 'block'),
      hidden: [],
      masked: [],
      branches: null,
    });
    const stop = keepWorking({ adapter, tenants: ['t'], rights, everyMs: 5 });
    await until(async () => (await adapter.jobs.get(job, context())).state === 'failed');
    stop();
    assert.equal((await adapter.jobs.get(job, context())).ok, 0);
  });

  it('tells what went wrong, and goes on with the others', async () => {
    const adapter = base();
    const told: unknown[] = [];
    const failing: Adapter = {
      ...adapter,
      jobs: {
        ...adapter.jobs,
        work: async (options, who) => {
          if (who.tenant === 'broken') throw new Error('no such base');
          return adapter.jobs.work(options, who);
        },
      },
    };
    const stop = keepWorking({
      adapter: failing,
      tenants: ['broken', 't'],
      everyMs: 5,
      onError: (error, tenant) => told.push([String(error), tenant]),
    });
    await until(async () => (await countOf(adapter, VIP)) === 500);
    stop();
    assert.deepEqual(told[0], ['Error: no such base', 'broken']);
  });
});
