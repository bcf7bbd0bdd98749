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

  it('keeps records of every kind, counts them, and leaves behind what changes do', async () => {
    const base = sampleBase({ clients: 40, today: '2026-03-14', records: 'all' });
    const worker = open(memoryWorker({ ...base, now }));
    const page = open(memoryAdapter({ ...base, now }));
    const { items } = await page.find(query, context);
    for (const { id } of items) {
      const wanted = await page.records!.counts!(id, context);
      expect(await worker.records!.counts!(id, context)).to.deep.equal(wanted);
    }
    const { id: client, version } = items[0]!;
    const before = (await worker.records!.counts!(client, context))['audit'] ?? 0;
    const note = { record: 'notes', id: 'n', version: null, client, patch: { text: 'Mornings' } };
    const made = await worker.records!.save(note, { ...context, key: 'n' });
    expect(made.values).to.deep.equal({ text: 'Mornings', actor: 'a' });
    await worker.save({ id: client, version, patch: { city: 'Brno' } }, { ...context, key: 's' });
    expect((await worker.records!.counts!(client, context))['audit']).to.equal(before + 1);
    expect(await worker.reviews!.list(context)).to.deep.equal([]);
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
