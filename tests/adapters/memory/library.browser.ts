import { expect } from 'chai';
import { memoryAdapter, memoryWorker, type MemoryOptions } from '../../../src/adapters/memory/index.js';
import type { Adapter, Node, WriteContext } from '../../../src/contract/index.js';
import { describeAdapter } from '../../conformance/suite.js';

const GROUPS = ['library', 'rules', 'statuses', 'explain'];

describeAdapter(
  'memory in a worker',
  ({ clients, records, fields, lists, settings, rights, now }) => {
    const of = (kind: string) => records.filter(({ record }) => record === kind);
    return memoryWorker({
      clients,
      records: { bookings: of('bookings'), sales: of('sales'), points: [] },
      fields,
      lists,
      settings,
      rights,
      now: () => now,
    });
  },
  undefined,
  { groups: GROUPS },
);

describe('a kept library', () => {
  let keys = 0;
  const context = (): WriteContext => ({ tenant: 't', actor: 'a', role: 'owner', key: `k${++keys}` });
  const visited: Node = { kind: 'field', field: 'visits', op: 'gte', value: 2 };
  const options = (name: string): MemoryOptions => ({
    persist: name,
    clients: Array.from({ length: 10 }, (_, index) => ({ id: `c${index}`, firstName: 'N', visits: index })),
    lists: { categories: [{ id: 'vip', name: 'VIP' }] },
  });
  const settle = async (adapter: Adapter) => {
    for (let more = true; more;) ({ more } = await adapter.jobs!.work({ budgetMs: 20 }, context()));
  };

  it('is there again after a reload, with what its rules gave', async () => {
    const name = `library-${Date.now()}`;
    const first = memoryAdapter(options(name));
    await first.library!.save(
      'segments',
      { id: 's', version: null, name: 'Visited', document: { v: 1, where: visited } },
      context(),
    );
    await first.library!.save(
      'rules',
      {
        id: 'r',
        version: null,
        name: 'R',
        enabled: true,
        where: { v: 1, where: { kind: 'segment', id: 's' } },
        field: 'categories',
        value: 'vip',
        keep: 'while',
      },
      context(),
    );
    await settle(first);
    const given = await first.get('c5', context());
    expect(given.categories).to.deep.equal(['vip']);
    await first.close?.();

    const second = memoryAdapter(options(name));
    const description = await second.describe(context());
    expect(description.segments?.map(({ id, version }) => [id, version])).to.deep.equal([['s', 1]]);
    const { count } = await second.count({ v: 1, where: { kind: 'segment', id: 's' } }, context());
    expect(count).to.equal(8);
    await settle(second);
    expect((await second.get('c5', context())).version).to.equal(given.version);
    await second.close?.();
    indexedDB.deleteDatabase(name);
  });
});
