import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryAdapter } from '../../src/adapters/memory/index.js';
import { handlerOf, refusal, requestOf, type Handler } from './requests.js';

const VISITED = { v: 1, where: { kind: 'field', field: 'visits', op: 'gte', value: 2 } };
const through = (id: string) => ({ v: 1, where: { kind: 'segment', id } });
const create = { 'if-none-match': '*' };

function handler(): Handler {
  return handlerOf(
    memoryAdapter({
      clients: Array.from({ length: 8 }, (_, index) => ({ id: `c${index}`, firstName: 'N', visits: index })),
      lists: { categories: [{ id: 'vip', name: 'VIP' }] },
    }),
  );
}

describe('the library over HTTP', () => {
  it('keeps an item under its address, with its version as the tag', async () => {
    const handle = handler();
    const put = requestOf('PUT', '/library/segments/s', {
      headers: create,
      body: { name: 'S', document: VISITED },
    });
    const made = await handle(put);
    assert.deepEqual([made.status, made.headers.get('etag')], [201, '"1"']);
    assert.deepEqual(await made.json(), { id: 's', version: 1, name: 'S', document: VISITED });
    const patch = { headers: { 'if-match': '"1"' }, body: { name: 'T', document: VISITED } };
    const edited = await handle(requestOf('PATCH', '/library/segments/s', patch));
    assert.deepEqual([edited.status, edited.headers.get('etag')], [200, '"2"']);
    const list = await handle(requestOf('GET', '/library/segments'));
    assert.deepEqual(await list.json(), [{ id: 's', version: 2, name: 'T', document: VISITED }]);
    const sizes = await handle(requestOf('GET', '/segments/s/sizes'));
    assert.deepEqual(
      ((await sizes.json()) as { count: number }[]).map(({ count }) => count),
      [6],
    );
    const removed = await handle(
      requestOf('DELETE', '/library/segments/s', { headers: { 'if-match': '"2"' } }),
    );
    assert.equal(removed.status, 204);
  });

  it('demands a version, refuses a stale one, and answers the same write again', async () => {
    const handle = handler();
    const body = { name: 'Very', hue: 'amber' };
    await refusal(
      await handle(requestOf('PATCH', '/library/categories/vip', { body })),
      428,
      'version_required',
    );
    await refusal(
      await handle(requestOf('PUT', '/library/categories/new', { body })),
      428,
      'version_required',
    );
    await refusal(await handle(requestOf('DELETE', '/library/categories/vip')), 428, 'version_required');
    const headers = { 'if-match': '"0"', 'idempotency-key': 'once' };
    const ask = () => handle(requestOf('PATCH', '/library/categories/vip', { headers, body }));
    const first = await (await ask()).json();
    assert.deepEqual(await (await ask()).json(), first);
    const stale = requestOf('PATCH', '/library/categories/vip', { headers: { 'if-match': '"0"' }, body });
    const told = await refusal(await handle(stale), 412, 'stale_version');
    assert.equal(told.version, 1);
  });

  it('says where an item is wrong, and by what it is used', async () => {
    const handle = handler();
    const wrong = {
      name: 'S',
      document: { v: 1, where: { kind: 'field', field: 'nope', op: 'exists' } },
      more: 1,
    };
    const put = (id: string, body: object) =>
      handle(requestOf('PUT', `/library/segments/${id}`, { headers: create, body }));
    const { issues } = await refusal(await put('s', wrong), 422, 'invalid');
    assert.deepEqual(
      issues?.map(({ path }) => path.join('.')),
      ['more'],
    );
    const { issues: inner } = await refusal(await put('s', { ...wrong, more: undefined }), 422, 'invalid');
    assert.deepEqual(
      inner?.map(({ path, code }) => [path.join('.'), code]),
      [['document.where.field', 'unknown_field']],
    );
    await put('s', { name: 'S', document: VISITED });
    await put('t', { name: 'T', document: through('s') });
    const remove = requestOf('DELETE', '/library/segments/s', { headers: { 'if-match': '"1"' } });
    const { uses } = await refusal(await handle(remove), 409, 'conflict');
    assert.deepEqual(uses, [{ kind: 'segments', id: 't', name: 'T' }]);
    const asked = await handle(requestOf('GET', '/library/segments/s/uses'));
    assert.deepEqual(await asked.json(), uses);
    await refusal(await handle(requestOf('GET', '/library/dreams')), 422, 'invalid');
  });

  it('finds by a kept segment, and says why a client is in it', async () => {
    const handle = handler();
    const body = { name: 'S', document: VISITED };
    // The handler knows its caller by then: what is kept counts at once.
    await handle(requestOf('POST', '/clients/count', { body: { where: VISITED } }));
    await handle(requestOf('PUT', '/library/segments/s', { headers: create, body }));
    const count = await handle(requestOf('POST', '/clients/count', { body: { where: through('s') } }));
    assert.equal(((await count.json()) as { count: number }).count, 6);
    const asked = requestOf('POST', '/clients/explain', { body: { where: through('s'), client: 'c3' } });
    const told = (await (await handle(asked)).json()) as { held: boolean; root: { of: { value: number }[] } };
    assert.deepEqual([told.held, told.root.of[0]?.value], [true, 3]);
  });
});
