import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ClienteleError, type Client } from '../../src/contract/index.js';
import { arrayAdapter } from './array-adapter.js';
import { BASE, EVERYONE, handlerOf, QUERY, refusal, requestOf } from './requests.js';

const anna: Client = { id: 'c1', version: 1, firstName: 'Anna' };

function set(options: Parameters<typeof handlerOf>[1] = {}) {
  const adapter = arrayAdapter();
  adapter.stored.set('c1', anna);
  return { adapter, handle: handlerOf(adapter, options) };
}
const edit = (body: unknown, headers: Record<string, string> = {}) =>
  requestOf('PATCH', '/clients/c1', { body, headers: { 'if-match': '"1"', ...headers } });

describe('who asks', () => {
  it('refuses whom the host does not know, and asks for a token', async () => {
    const { handle, adapter } = set();
    const response = await handle(
      requestOf('GET', '/description', { headers: { authorization: 'Bearer eve' } }),
    );
    assert.equal(response.headers.get('www-authenticate'), 'Bearer');
    await refusal(response, 401, 'unauthenticated');
    assert.equal(adapter.seen.length, 0);
  });

  it('takes tenant, actor and role from authentication alone', async () => {
    const authenticate = () => ({ tenant: 't1', actor: 'a1', role: 'admin', branches: ['b1'], key: 'own' });
    const { handle, adapter } = set({ authenticate });
    const headers = { 'x-tenant': 'other', tenant: 'other' };
    await handle(requestOf('POST', '/clients/find?tenant=other&role=owner', { body: QUERY, headers }));
    const seen = adapter.seen.find(({ operation }) => operation === 'find')?.context as Record<
      string,
      unknown
    >;
    assert.deepEqual([seen['tenant'], seen['actor'], seen['role']], ['t1', 'a1', 'admin']);
    assert.notDeepEqual(seen['branches'], ['b1']);
  });

  it('lets the host have the last word, by operation', async () => {
    const asked: string[] = [];
    const { handle, adapter } = set({
      authorize: (caller, operation) => asked.push(`${caller.actor} ${operation}`) < 0,
    });
    await refusal(await handle(edit({ patch: { firstName: 'A' } })), 403, 'forbidden');
    assert.deepEqual(asked, ['anna save']);
    assert.equal(adapter.stored.get('c1')?.version, 1);
  });

  it('carries an error of the host, with its time to come back', async () => {
    const { handle } = set({
      authorize() {
        throw new ClienteleError('rate_limited', 'slow down', { retryAfter: 1500 });
      },
    });
    const response = await handle(requestOf('GET', '/description'));
    assert.equal(response.headers.get('retry-after'), '2');
    assert.equal((await refusal(response, 429, 'rate_limited')).retryAfter, 1500);
  });
});

describe('rights', () => {
  it('are asked of the host, and hold in answers, questions and errors', async () => {
    const { handle, adapter } = set({
      rights: ({ actor }, description) => ({
        ...description.rights,
        permissions: ['see'],
        hidden: actor === 'anna' ? ['birthday'] : [],
      }),
    });
    const known: Client = { ...anna, birthday: '1990-05-01', phones: [{ value: '+359888123456' }] };
    adapter.stored.set('c1', known);
    const client = (await (await handle(requestOf('GET', '/clients/c1'))).json()) as Client;
    assert.deepEqual(client, { ...anna, phones: [{ masked: '•••• 56' }] });
    const sorted = { ...QUERY, sort: [{ field: 'birthday', dir: 'asc' }] };
    await refusal(await handle(requestOf('POST', '/clients/find', { body: sorted })), 422, 'invalid');
    await refusal(await handle(edit({ patch: { firstName: 'A' } })), 403, 'forbidden');
    await refusal(await handle(edit({ patch: { birthday: '1990-05-02' } })), 422, 'invalid');
  });
});

describe('versions', () => {
  it('demands If-Match of an edit and a removal, also when it says anything goes', async () => {
    const { handle } = set();
    const body = { patch: { firstName: 'A' } };
    await refusal(await handle(edit(body, { 'if-match': '' })), 428, 'version_required');
    await refusal(await handle(edit(body, { 'if-match': '*' })), 428, 'version_required');
    await refusal(await handle(requestOf('DELETE', '/clients/c1')), 428, 'version_required');
  });

  it('demands If-None-Match: * of a creation', async () => {
    const { handle, adapter } = set();
    const body = { patch: { firstName: 'New' } };
    await refusal(await handle(requestOf('PUT', '/clients/c2', { body })), 428, 'version_required');
    const made = await handle(requestOf('PUT', '/clients/c2', { body, headers: { 'if-none-match': '*' } }));
    assert.equal(made.status, 201);
    assert.equal(made.headers.get('etag'), '"1"');
    assert.equal(adapter.stored.get('c2')?.firstName, 'New');
  });

  it('answers a stale edit with the version that stands and the fields changed since', async () => {
    const { handle, adapter } = set();
    adapter.stored.set('c1', { ...anna, version: 4 });
    const response = await handle(edit({ patch: { firstName: 'A' } }));
    assert.equal(response.headers.get('etag'), '"4"');
    const body = await refusal(response, 412, 'stale_version');
    assert.deepEqual([body.version, body.changed], [4, ['firstName']]);
  });

  it('refuses an If-Match that is no version', async () => {
    const { handle } = set();
    for (const match of ['1', '"one"', '"1", "2"', '"-1"']) {
      await refusal(await handle(edit({ patch: {} }, { 'if-match': match })), 422, 'invalid');
    }
  });

  it('takes a tag that a proxy has weakened, and answers the new version as ETag', async () => {
    const { handle } = set();
    const response = await handle(edit({ patch: { firstName: 'A' } }, { 'if-match': 'W/"1"' }));
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('etag'), '"2"');
  });

  it('removes with 204 and no body', async () => {
    const { handle, adapter } = set();
    const response = await handle(requestOf('DELETE', '/clients/c1', { headers: { 'if-match': '"1"' } }));
    assert.equal(response.status, 204);
    assert.equal(await response.text(), '');
    assert.equal(adapter.stored.size, 0);
  });
});

describe('idempotency', () => {
  it('demands a key of every write', async () => {
    const { handle } = set();
    const body = await refusal(await handle(edit({ patch: {} }, { 'idempotency-key': '' })), 422, 'invalid');
    assert.deepEqual(body.issues?.[0]?.path, ['Idempotency-Key']);
  });

  it('answers the same key and body again, and refuses the key with another body', async () => {
    const { handle, adapter } = set();
    const headers = { 'idempotency-key': 'once' };
    const first = await (await handle(edit({ patch: { firstName: 'A' } }, headers))).json();
    const again = await (await handle(edit({ patch: { firstName: 'A' } }, headers))).json();
    assert.deepEqual(again, first);
    assert.equal(adapter.stored.get('c1')?.version, 2);
    await refusal(await handle(edit({ patch: { firstName: 'B' } }, headers)), 409, 'conflict');
  });

  it('tells a twin in flight when to come back', async () => {
    const { handle, adapter } = set();
    adapter.save = () =>
      Promise.reject(new ClienteleError('conflict', 'still running', { retryAfter: 1000 }));
    const response = await handle(edit({ patch: { firstName: 'A' } }));
    assert.equal(response.headers.get('retry-after'), '1');
    await refusal(response, 409, 'conflict');
  });
});

describe('bodies', () => {
  it('stores no key that the contract does not know, by any door', async () => {
    const { handle, adapter } = set();
    const extra = ['tenantId', 'version', 'deletedAt', 'actor', 'key'];
    for (const name of extra) {
      const response = await handle(edit({ patch: { firstName: 'A' }, [name]: 'x' }));
      const body = await refusal(response, 422, 'invalid');
      assert.deepEqual(
        body.issues?.map(({ code, path }) => [code, path]),
        [['unknown_field', [name]]],
      );
    }
    for (const name of ['__proto__', 'constructor', 'prototype', 'toString']) {
      const raw = `{"patch":{"firstName":"A","${name}":{"polluted":true}}}`;
      const response = await handle(
        requestOf('PATCH', '/clients/c1', { raw, headers: { 'if-match': '"1"' } }),
      );
      if (response.status !== 422) {
        const input = adapter.seen.at(-1)?.input as { patch: object };
        assert.deepEqual(Object.keys(input.patch), ['firstName'], name);
        adapter.stored.set('c1', anna);
      }
    }
    assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  it('refuses what is not declared as JSON, so that no form can send it', async () => {
    const { handle } = set();
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', '']) {
      const asked = requestOf('POST', '/clients/find', {
        raw: new TextEncoder().encode(JSON.stringify(QUERY)),
        headers: { 'content-type': type },
      });
      const body = await refusal(await handle(asked), 422, 'invalid');
      assert.equal(body.issues?.[0]?.code, 'content_type');
    }
  });

  it('refuses broken JSON, a broken encoding and an empty body', async () => {
    const { handle } = set();
    for (const raw of ['{"where":', '', new Uint8Array([0x7b, 0xff, 0x7d])]) {
      const body = await refusal(await handle(requestOf('POST', '/clients/find', { raw })), 422, 'invalid');
      assert.equal(body.issues?.[0]?.code, 'not_json');
    }
  });

  it('refuses a body past the limit, announced or not, without reading on', async () => {
    const { handle } = set({ limits: { body: 1000 } });
    const long = JSON.stringify({ ...QUERY, x: 'x'.repeat(2000) });
    await refusal(await handle(requestOf('POST', '/clients/find', { raw: long })), 413, 'too_large');
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 500;
        controller.enqueue(new Uint8Array(500).fill(32));
      },
    });
    const request = new Request(`${BASE}/clients/find`, {
      method: 'POST',
      body: endless,
      headers: { 'content-type': 'application/json', authorization: 'Bearer anna' },
      duplex: 'half',
    } as RequestInit);
    await refusal(await handle(request), 413, 'too_large');
    assert.ok(sent <= 2500, `${sent} bytes were read`);
  });

  it('refuses a body nested without end before anything recursive sees it', async () => {
    const { handle } = set();
    const deep = `{"where":{"v":1,"where":${'{"kind":"all","of":['.repeat(20_000)}`;
    const body = await refusal(
      await handle(requestOf('POST', '/clients/find', { raw: deep })),
      422,
      'invalid',
    );
    assert.equal(body.issues?.[0]?.code, 'too_deep');
    const brackets = { ...QUERY, where: { v: 1, where: { kind: 'search', text: `a${'['.repeat(100)}` } } };
    assert.equal((await handle(requestOf('POST', '/clients/find', { body: brackets }))).status, 200);
  });

  it('names each fault by its path, and repeats no value', async () => {
    const { handle } = set();
    const secret = 'ivan.petrov@example.com';
    const where = { v: 1, where: { kind: 'field', field: secret, op: 'is', value: secret } };
    const body = { where, sort: [{ field: 'name', dir: secret }], window: { at: -1, size: 10 }, [secret]: 1 };
    const response = await handle(requestOf('POST', '/clients/find', { body }));
    const text = await response.clone().text();
    assert.ok(!text.includes('ivan'), text);
    const refused = await refusal(response, 422, 'invalid');
    const paths = refused.issues?.map(({ path }) => path.join('.')) ?? [];
    assert.ok(paths.includes('where.where.field') && paths.includes('sort.0.dir'), paths.join());
  });

  it('says what is missing', async () => {
    const { handle } = set();
    const refused = await refusal(
      await handle(requestOf('POST', '/clients/count', { body: {} })),
      422,
      'invalid',
    );
    assert.deepEqual(refused.issues, [{ path: ['where'], code: 'required', message: 'is required' }]);
  });
});

describe('answers', () => {
  it('passes the wanted fields on', async () => {
    const { handle, adapter } = set();
    await handle(requestOf('GET', '/clients/c1?fields=firstName,custom.hasCat'));
    const asked = adapter.seen.filter(({ operation }) => operation === 'get').at(-1)?.input;
    assert.deepEqual(asked, { id: 'c1', fields: ['firstName', 'custom.hasCat'] });
    await refusal(await handle(requestOf('GET', '/clients/c1?fields=__proto__')), 422, 'invalid');
  });

  it('lets out nothing that the contract does not name', async () => {
    const { handle, adapter } = set();
    adapter.stored.set('c1', { ...anna, passwordHash: 'x' } as Client);
    const client = await (await handle(requestOf('GET', '/clients/c1'))).json();
    assert.deepEqual(client, anna);
  });

  it('are kept by no cache and taken for no other type, failures too', async () => {
    const { handle } = set();
    for (const path of ['/description', '/nothing', '/clients/unknown', '/openapi.json']) {
      const { headers } = await handle(requestOf('GET', path));
      assert.equal(headers.get('cache-control'), 'no-store', path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.match(headers.get('content-type') ?? '', /^application\/json/, path);
      assert.match(headers.get('x-request-id') ?? '', /^[\w.-]{1,64}$/, path);
    }
  });

  it('carry the number of the request, and take a decent one from the caller', async () => {
    const { handle } = set();
    const ask = (given: string) =>
      handle(requestOf('GET', '/clients/none', { headers: { 'x-request-id': given } }));
    const response = await ask('trace-1');
    assert.equal(response.headers.get('x-request-id'), 'trace-1');
    assert.equal((await refusal(response, 404, 'not_found')).request, 'trace-1');
    assert.notEqual((await ask('a b <script>')).headers.get('x-request-id'), 'a b <script>');
  });

  it('tell nothing of a fault of the adapter but a number, and its cause to the host', async () => {
    const told: ClienteleError[] = [];
    const { handle, adapter } = set({ onError: (error) => void told.push(error) });
    const cause = new Error('duplicate key value: phone +359888123456');
    adapter.find = () => {
      throw cause;
    };
    const response = await handle(requestOf('POST', '/clients/find', { body: QUERY }));
    assert.ok(!(await response.clone().text()).includes('+359'));
    const body = await refusal(response, 503, 'unavailable');
    assert.equal(body.operation, 'find');
    assert.equal(told[0]?.cause, cause);
    assert.equal(told[0]?.detail.request, body.request);
  });

  it('have status 500 for a fault of the host itself', async () => {
    const { handle } = set({
      authenticate() {
        throw new Error('no route to 10.0.0.7');
      },
    });
    const response = await handle(requestOf('GET', '/description'));
    assert.ok(!(await response.clone().text()).includes('10.0.0.7'));
    await refusal(response, 500, 'unavailable');
  });

  it('turn an adapter that answers nonsense into malformed_answer', async () => {
    const { handle, adapter } = set();
    adapter.count = () => ({ count: 'many' }) as never;
    const request = requestOf('POST', '/clients/count', { body: { where: EVERYONE } });
    await refusal(await handle(request), 502, 'malformed_answer');
  });

  it('have a status of their own for every code', async () => {
    const { handle, adapter } = set();
    const expected = {
      offline: 503,
      storage: 507,
      timeout: 504,
      step_up_required: 401,
      aborted: 499,
    } as const;
    for (const [code, status] of Object.entries(expected)) {
      adapter.get = () => Promise.reject(new ClienteleError(code as 'offline', 'no'));
      await refusal(await handle(requestOf('GET', '/clients/c1')), status, code);
    }
  });
});
