import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { operations } from '../../src/contract/operations.js';
import { arrayAdapter } from './array-adapter.js';
import { BASE, byToken, handlerOf, QUERY, refusal, requestOf } from './requests.js';

function set(options: Parameters<typeof handlerOf>[1] = {}) {
  const adapter = arrayAdapter();
  adapter.stored.set('c1', { id: 'c1', version: 1, firstName: 'Anna' });
  return { adapter, handle: handlerOf(adapter, options) };
}

describe('addresses', () => {
  it('answer unknown paths with not_found and unknown methods with what is allowed', async () => {
    const { handle } = set();
    await refusal(await handle(requestOf('GET', '/clients')), 404, 'not_found');
    await refusal(await handle(new Request('https://salon.example/elsewhere')), 404, 'not_found');
    const response = await handle(requestOf('POST', '/clients/c1', { body: {} }));
    assert.deepEqual(response.headers.get('allow')?.split(', ').sort(), ['DELETE', 'GET', 'PATCH', 'PUT']);
    await refusal(response, 405, 'unsupported');
    assert.equal((await handle(requestOf('HEAD', '/changes'))).status, 405);
  });

  it('say which optional part the base lacks', async () => {
    const { handle } = set();
    for (const [method, path] of [
      ['GET', '/jobs'],
      ['GET', '/views'],
      ['POST', '/aggregate'],
    ] as const) {
      const body = await refusal(
        await handle(requestOf(method, path, method === 'POST' ? { body: {} } : {})),
        501,
        'unsupported',
      );
      assert.ok(body.operation);
    }
  });

  it('refuse ids that are none', async () => {
    const { handle } = set();
    for (const id of ['a%2Fb', '%D0%90', 'x'.repeat(65), '%ZZ']) {
      await refusal(await handle(requestOf('GET', `/clients/${id}`)), 422, 'invalid');
    }
  });

  it('can be mounted anywhere, at the root too', async () => {
    for (const basePath of ['/v1/base/', '', '/']) {
      const handle = handlerOf(arrayAdapter(), { basePath });
      const address = `https://salon.example/${basePath.replace(/^\/|\/$/g, '')}/description`.replace(
        /([^:])\/\//,
        '$1/',
      );
      const response = await handle(new Request(address, { headers: { authorization: 'Bearer anna' } }));
      assert.equal(response.status, 200, `${basePath} ${address}`);
    }
  });

  it('hold no search text and no filter', () => {
    for (const { search, path } of Object.values(operations)) {
      const names = search ? Object.keys(search.shape) : [];
      assert.deepEqual(
        names.filter((name) => !['fields', 'at', 'size', 'outcome', 'since'].includes(name)),
        [],
        path,
      );
    }
  });
});

describe('pages of other origins', () => {
  const page = 'https://app.example';
  const cookie = (request: Request) => (request.headers.has('cookie') ? byToken(requestOf('GET', '')) : null);
  const asked = (headers: Record<string, string>) =>
    requestOf('POST', '/clients/find', {
      body: QUERY,
      headers: { authorization: '', cookie: 'session=1', ...headers },
    });

  it('cannot make a browser write with its cookie', async () => {
    const { handle } = set({ authenticate: cookie });
    await refusal(await handle(asked({})), 403, 'forbidden');
    await refusal(await handle(asked({ origin: page, 'x-clientele': '1' })), 403, 'forbidden');
    await refusal(await handle(asked({ origin: 'null', 'x-clientele': '1' })), 403, 'forbidden');
    assert.equal((await handle(asked({ 'x-clientele': '1' }))).status, 200);
    assert.equal((await handle(asked({ 'x-clientele': '1', origin: 'http://salon.example' }))).status, 200);
  });

  it('may when the host says so', async () => {
    const { handle } = set({ authenticate: cookie, csrf: { origins: [page] } });
    assert.equal((await handle(asked({ origin: page, 'x-clientele': '1' }))).status, 200);
    const off = set({ authenticate: cookie, csrf: false });
    assert.equal((await off.handle(asked({ origin: page }))).status, 200);
  });

  it('need no proof when they send a token, which no browser sends by itself', async () => {
    const { handle } = set();
    const request = requestOf('POST', '/clients/find', { body: QUERY, headers: { origin: page } });
    assert.equal((await handle(request)).status, 200);
  });

  it('are answered with CORS headers only when they are on the list', async () => {
    const { handle } = set({ cors: { origins: [page] } });
    const preflight = (origin: string) =>
      handle(
        new Request(`${BASE}/clients/c1`, {
          method: 'OPTIONS',
          headers: {
            origin,
            'access-control-request-method': 'PATCH',
            'access-control-request-headers': 'if-match',
          },
        }),
      );
    const allowed = await preflight(page);
    assert.equal(allowed.status, 204);
    assert.equal(allowed.headers.get('access-control-allow-origin'), page);
    assert.match(allowed.headers.get('access-control-allow-headers') ?? '', /If-Match.*Idempotency-Key/);
    assert.equal(allowed.headers.get('access-control-allow-credentials'), null);
    assert.equal((await preflight('https://evil.example')).headers.get('access-control-allow-origin'), null);
    const answer = await handle(requestOf('GET', '/clients/c1', { headers: { origin: page } }));
    assert.match(answer.headers.get('access-control-expose-headers') ?? '', /ETag/);
    assert.match(answer.headers.get('vary') ?? '', /Origin/);
    const failed = await handle(requestOf('GET', '/clients/none', { headers: { origin: page } }));
    assert.equal(failed.headers.get('access-control-allow-origin'), page);
  });
});
