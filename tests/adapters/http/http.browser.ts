import { expect } from 'chai';
import { setupWorker } from 'msw/browser';
import { http as mocked } from 'msw';
import { httpAdapter } from '../../../src/adapters/http/index.js';
import { memoryAdapter } from '../../../src/adapters/memory/index.js';
import { EVERYONE, isClienteleError, type Change } from '../../../src/contract/index.js';
import { createHandler } from '../../../src/server/index.js';
import { engine } from '../../support/keys.js';

const context = { tenant: 't', actor: 'anna', role: 'owner' };
const query = { where: EVERYONE, sort: [], window: { at: 0, size: 10 } };

describe('the HTTP adapter in a browser, against the handler as a mock', () => {
  const handle = createHandler({
    adapter: memoryAdapter({ clients: [{ id: 'c1', firstName: 'Анна' }] }),
    authenticate: () => context,
  });
  const worker = setupWorker(mocked.all('/api/clientele/*', ({ request }) => handle(request)));
  before(() => worker.start({ quiet: true, onUnhandledFrame: 'bypass' }));
  after(() => worker.stop());

  it('reads and writes under an address relative to the page, without a token', async () => {
    const http = httpAdapter({ url: '/api/clientele' });
    expect((await http.find(query, context)).items.map(({ firstName }) => firstName)).to.deep.equal(['Анна']);
    const made = await http.save(
      { id: 'c2', version: null, patch: { firstName: 'Ivo' } },
      { ...context, key: 'k' },
    );
    const { firstName, version } = await http.get('c2', context);
    expect([firstName, version]).to.deep.equal(['Ivo', made.version]);
    await http.close?.();
  });

  it('hears of changes, and stops with the signal', async function () {
    // A stream without an end does not pass a service worker there: the mock would answer when it has all of it.
    if (engine === 'webkit') this.skip();
    const http = httpAdapter({ url: '/api/clientele' });
    const given = new AbortController();
    const changes = http.watch?.('', { ...context, signal: given.signal });
    const told: Change['kind'][] = [];
    for await (const change of changes ?? []) {
      told.push(change.kind);
      given.abort();
    }
    expect(told).to.deep.equal(['lost']);
    await http.close?.();
  });

  it('is aborted, and names what was asked', async () => {
    const http = httpAdapter({ url: '/api/clientele' });
    const given = new AbortController();
    const asked = Promise.resolve(http.find(query, { ...context, signal: given.signal }));
    given.abort();
    const error: unknown = await asked.catch((reason: unknown) => reason);
    expect(isClienteleError(error) && [error.code, error.detail.operation]).to.deep.equal([
      'aborted',
      'find',
    ]);
    await http.close?.();
  });
});
