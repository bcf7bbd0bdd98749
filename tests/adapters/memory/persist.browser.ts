import { expect } from 'chai';
import { deleteDB } from 'idb';
import { memoryAdapter, memoryWorker, type MemoryOptions } from '../../../src/adapters/memory/index.js';
import { isClienteleError, type Adapter, type Client, type Page } from '../../../src/contract/index.js';
import { sampleBase } from '../../../src/sample/index.js';

const context = { tenant: 't', actor: 'a', role: 'owner' };
let keys = 0;
const writer = () => ({ ...context, key: `key-${++keys}-${Date.now()}` });
const everyone = { v: 1, where: { kind: 'everyone' } } as const;
const all = async (adapter: Adapter): Promise<Page<Client>> =>
  adapter.find({ where: everyone, sort: [], window: { at: 0, size: 1000 } }, context);

describe('a kept base', () => {
  let name: string;
  const opened: Adapter[] = [];
  const open = (options: MemoryOptions = {}, make = memoryAdapter): Adapter => {
    const adapter = make({ persist: name, settings: { timeZone: 'Europe/Riga' }, ...options });
    opened.push(adapter);
    return adapter;
  };
  const close = async (adapter: Adapter): Promise<void> => {
    opened.splice(opened.indexOf(adapter), 1);
    await adapter.close?.();
  };

  beforeEach(() => {
    name = `test-${Math.random().toString(36).slice(2)}`;
  });
  afterEach(async () => {
    for (const adapter of opened.splice(0)) await adapter.close?.();
    await deleteDB(`clientele:${name}`);
  });

  it('comes back as it was, with clients, records, views and answers', async () => {
    const { clients, records, lists, settings } = sampleBase({ clients: 200, today: '2026-03-14' });
    const first = open({ clients, records, lists, settings });
    const made = await first.save(
      { id: 'ada', version: null, patch: { firstName: 'Ada', city: 'Rīga' } },
      writer(),
    );
    const key = writer();
    await first.save({ id: 'ada', version: made.version, patch: { lastName: 'Novak' } }, key);
    await first.records!.save(
      {
        record: 'bookings',
        id: 'b1',
        version: null,
        client: 'ada',
        patch: { start: '2026-03-01T09:00:00Z', state: 'arrived', price: 1500 },
      },
      writer(),
    );
    const before = (await all(first)).items;
    await close(first);

    const second = open({ lists, settings });
    const after = (await all(second)).items;
    expect(after).to.deep.equal(before);
    expect(after.find(({ id }) => id === 'ada')).to.include({
      name: 'Ada Novak',
      visits: 1,
      totalSpent: 1500,
    });
    const again = await second.save({ id: 'ada', version: made.version, patch: { lastName: 'Novak' } }, key);
    expect(again.version).to.equal(made.version + 1);
    const bookings = await second.records!.find(
      { record: 'bookings', client: 'ada', window: { at: 0, size: 5 } },
      context,
    );
    expect(bookings.items.map(({ id }) => id)).to.deep.equal(['b1']);
  });

  it('comes back from the worker too', async () => {
    const first = open({ clients: [{ id: 'ada', firstName: 'Ada' }] }, memoryWorker);
    await first.save({ id: 'ada', version: 1, patch: { lastName: 'Novak' } }, writer());
    await close(first);
    const second = open({}, memoryWorker);
    expect(await second.get('ada', context)).to.include({ name: 'Ada Novak', version: 2 });
  });

  it('survives more writes than its log holds', async () => {
    const first = open({ clients: [{ id: 'ada', firstName: 'Ada' }] });
    await Promise.all(
      Array.from({ length: 1005 }, (_, i) =>
        first.save({ id: `c${i}`, version: null, patch: { firstName: `Name ${i}` } }, writer()),
      ),
    );
    await close(first);
    const second = open();
    expect((await all(second)).total).to.equal(1006);
    expect(await second.get('c1004', context)).to.include({ firstName: 'Name 1004' });
  });

  it('is written by one of several tabs; the others ask it, and see what it wrote', async () => {
    const one = open({ clients: [{ id: 'ada', firstName: 'Ada' }] });
    await one.describe(context);
    const other = open();
    const saved = await other.save({ id: 'ada', version: 1, patch: { lastName: 'Novak' } }, writer());
    expect(saved).to.include({ name: 'Ada Novak', version: 2 });
    expect(await one.get('ada', context)).to.include({ name: 'Ada Novak' });
    expect(await other.get('ada', context)).to.include({ name: 'Ada Novak' });
    const error: unknown = await other
      .save({ id: 'ada', version: 1, patch: { lastName: 'Stale' } }, writer())
      .catch((caught: unknown) => caught);
    expect(isClienteleError(error) && error.code).to.equal('stale_version');
    expect(isClienteleError(error) && error.detail.changed).to.deep.equal(['lastName']);
  });

  it('has another writer when the first tab goes', async () => {
    const one = open({ clients: [{ id: 'ada', firstName: 'Ada' }] });
    await one.save({ id: 'ada', version: 1, patch: { lastName: 'One' } }, writer());
    const other = open();
    await other.describe(context);
    await close(one);
    const saved = await other.save({ id: 'ada', version: 2, patch: { lastName: 'Two' } }, writer());
    expect(saved.version).to.equal(3);
    await close(other);
    expect(await open().get('ada', context)).to.include({ lastName: 'Two' });
  });

  it('writes nothing when the browser has no room, and says so', async () => {
    const adapter = open({ clients: [{ id: 'ada', firstName: 'Ada' }] });
    await adapter.save({ id: 'ada', version: 1, patch: { city: 'Rīga' } }, writer());
    const { add } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    let error: unknown;
    try {
      error = await adapter
        .save({ id: 'ada', version: 2, patch: { city: 'Sofia' } }, writer())
        .catch((caught: unknown) => caught);
    } finally {
      IDBObjectStore.prototype.add = add;
    }
    expect(isClienteleError(error) && error.code).to.equal('storage');
    expect(await adapter.get('ada', context)).to.include({ city: 'Rīga', version: 2 });
  });
});
