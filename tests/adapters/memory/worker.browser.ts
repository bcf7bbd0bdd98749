import { expect } from 'chai';
import { memoryAdapter, memoryWorker } from '../../../src/adapters/memory/index.js';
import type { Adapter, Change, Query } from '../../../src/contract/index.js';
import { isClienteleError } from '../../../src/contract/index.js';
import { sampleBase } from '../../../src/sample/index.js';

const context = { tenant: 't', actor: 'a', role: 'owner' };
const query: Query = {
  where: { v: 1, where: { kind: 'everyone' } },
  sort: [{ field: 'name', dir: 'asc' }],
  window: { at: 0, size: 20 },
};
const now = () => Date.parse('2026-03-14T12:00:00Z');
const options = () => ({ ...sampleBase({ clients: 300, today: '2026-03-14' }), now });

describe('the memory adapter in a worker', () => {
  const opened: Adapter[] = [];
  const open = (adapter: Adapter): Adapter => {
    opened.push(adapter);
    return adapter;
  };
  afterEach(() => {
    for (const adapter of opened.splice(0)) void adapter.close?.();
  });

  it('gives the answers that the page gives', async () => {
    const [page, worker] = [open(memoryAdapter(options())), open(memoryWorker(options()))];
    const there = await worker.find(query, context);
    const here = await page.find(query, context);
    expect(there.items).to.deep.equal(here.items);
    expect(there.total).to.equal(300);
    const bookings = { record: 'bookings', window: { at: 0, size: 10 } };
    expect((await worker.records!.find(bookings, context)).items).to.deep.equal(
      (await page.records!.find(bookings, context)).items,
    );
  });

  it('brings errors back as they were', async () => {
    const worker = open(memoryWorker(options()));
    const error: unknown = await Promise.resolve(worker.get('nobody', context)).catch(
      (caught: unknown) => caught,
    );
    expect(isClienteleError(error) && error.code).to.equal('not_found');
    expect(isClienteleError(error) && error.detail.operation).to.equal('get');
  });

  it('writes, and tells of it', async () => {
    const worker = open(memoryWorker(options()));
    const stop = new AbortController();
    const changes: Change[] = [];
    const watching = (async () => {
      for await (const change of worker.watch!(null, { ...context, signal: stop.signal })) {
        changes.push(change);
        stop.abort();
      }
    })();
    await worker.describe(context);
    await worker.save({ id: 'new', version: null, patch: { firstName: 'Ada' } }, { ...context, key: 'k' });
    await watching;
    expect(changes[0]).to.include({ kind: 'clients', op: 'created', key: 'k' });
    expect(await worker.get('new', context)).to.include({ name: 'Ada', version: 1 });
  });

  it('gives up a question that was withdrawn', async () => {
    const worker = open(memoryWorker(options()));
    const stop = new AbortController();
    const asked = Promise.resolve(worker.find(query, { ...context, signal: stop.signal }));
    stop.abort();
    const error: unknown = await asked.catch((caught: unknown) => caught);
    expect(isClienteleError(error) && error.code).to.equal('aborted');
  });

  it('fails what is asked after closing', async () => {
    const worker = memoryWorker(options());
    await worker.describe(context);
    await worker.close?.();
    const error: unknown = await Promise.resolve(worker.find(query, context)).catch(
      (caught: unknown) => caught,
    );
    expect(isClienteleError(error) && error.code).to.equal('unavailable');
  });
});
