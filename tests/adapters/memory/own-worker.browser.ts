import { expect } from 'chai';
import { memoryAdapter, memoryWorker } from '../../../src/adapters/memory/index.js';
import { EVERYONE, isClienteleError, type Adapter, type Query } from '../../../src/contract/index.js';
import { sampleBase, SAMPLE_SETTINGS, sampleLists } from '../../../src/sample/index.js';

const context = { tenant: 't', actor: 'a', role: 'owner' };
const query: Query = { where: EVERYONE, sort: [{ field: 'name', dir: 'asc' }], window: { at: 0, size: 20 } };
const now = () => Date.parse('2026-03-14T12:00:00Z');
const shared = { lists: sampleLists, settings: SAMPLE_SETTINGS, now };
const start = () => new Worker(new URL('./own-worker.ts', import.meta.url), { type: 'module' });

describe('the memory adapter in a worker of the host’s own', () => {
  const opened: Adapter[] = [];
  const open = (adapter: Adapter): Adapter => {
    opened.push(adapter);
    return adapter;
  };
  afterEach(() => {
    for (const adapter of opened.splice(0)) void adapter.close?.();
  });

  it('holds what the worker made, as if the page had handed it over', async () => {
    const told: number[] = [];
    const onProgress = (clients: number) => void told.push(clients);
    const worker = open(memoryWorker({ ...shared, onProgress }, { start, load: 3000 }));
    const page = open(memoryAdapter({ ...shared, ...sampleBase({ clients: 3000, today: '2026-03-14' }) }));
    expect((await worker.find(query, context)).items).to.deep.equal((await page.find(query, context)).items);
    expect(told.every((clients) => clients <= 3000)).to.equal(true);
  });

  it('answers about clients while their records are being loaded', async () => {
    const worker = open(memoryWorker({ ...shared, clientsFirst: true }, { start, load: 20_000 }));
    const order: string[] = [];
    const after = (name: string, asked: unknown) => Promise.resolve(asked).then(() => order.push(name));
    const bookings = { record: 'bookings', window: { at: 0, size: 1 } };
    await Promise.all([
      after('bookings', worker.records!.find(bookings, context)),
      after('clients', worker.find(query, context)),
      after('description', worker.describe(context)),
    ]);
    expect(order.at(-1)).to.equal('bookings');
    expect((await worker.count(EVERYONE, context)).count).to.equal(20_000);
  });

  it('says what went wrong when the worker could not bring it', async () => {
    const worker = open(memoryWorker(shared, { start }));
    const error: unknown = await Promise.resolve(worker.find(query, context)).catch(
      (caught: unknown) => caught,
    );
    expect(isClienteleError(error) && error.code).to.equal('unavailable');
    expect(String(error)).to.contain('how many?');
  });
});
