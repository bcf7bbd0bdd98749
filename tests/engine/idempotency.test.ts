import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isClienteleError, type ClienteleError, type WriteContext } from '../../src/contract/index.js';
import { withIdempotency } from '../../src/engine/index.js';
import type { Store } from '../../src/engine/store.js';
import { elsewhere, people, TestStore, writer } from './support/store.js';

async function errorOf(promise: Promise<unknown>): Promise<ClienteleError> {
  const error = await promise.then(
    () => assert.fail('it was accepted'),
    (thrown: unknown) => thrown,
  );
  assert.ok(isClienteleError(error), String(error));
  return error;
}

/** A write that counts how often it is done. */
function counter(store: TestStore) {
  let runs = 0;
  const write = (input: unknown, context: WriteContext, on: Store = store) =>
    withIdempotency<{ run: number }>(on, 'save', input, context, async (once) => {
      const answer = { run: ++runs };
      await on.commit(
        [{ id: 'c00000', version: null, patch: { city: `run ${runs}` } }],
        [once.document(answer)],
        context,
        once.guards,
      );
      return answer;
    });
  return { write, runs: () => runs };
}

describe('withIdempotency', () => {
  it('answers the same to the same key and input, whatever the order of its properties', async () => {
    const { write, runs } = counter(new TestStore(people(1)));
    const once = writer();
    assert.deepEqual(await write({ a: 1, b: { c: 2, d: 3 } }, once), { run: 1 });
    assert.deepEqual(await write({ b: { d: 3, c: 2 }, a: 1 }, once), { run: 1 });
    assert.equal(runs(), 1);
    assert.deepEqual(await write({ a: 1 }, writer()), { run: 2 });
  });

  it('refuses the key for another input, and keeps keys apart by actor, tenant and route', async () => {
    const store = new TestStore(people(1));
    const { write } = counter(store);
    const once = writer();
    await write({ a: 1 }, once);
    assert.equal((await errorOf(write({ a: 2 }, once))).code, 'conflict');
    assert.deepEqual(await write({ a: 2 }, { ...once, actor: 'bob' }), { run: 2 });
    assert.deepEqual(await write({ a: 2 }, { ...once, tenant: 't2' }), { run: 3 });
    const other = await withIdempotency(store, 'remove', { a: 2 }, once, async () => 'other route');
    assert.equal(other, 'other route');
  });

  it('answers conflict with retryAfter while a twin is running', async () => {
    const { write, runs } = counter(new TestStore(people(1)));
    const once = writer();
    const first = write({ a: 1 }, once);
    const twin = await errorOf(write({ a: 1 }, once));
    assert.deepEqual([twin.code, typeof twin.detail.retryAfter], ['conflict', 'number']);
    const stranger = await errorOf(write({ a: 2 }, once));
    assert.deepEqual([stranger.code, stranger.detail.retryAfter], ['conflict', undefined]);
    assert.deepEqual(await first, { run: 1 });
    assert.equal(runs(), 1);
  });

  it('gives a twin in another process the answer of the quicker one', async () => {
    const store = new TestStore(people(1));
    const { write } = counter(store);
    const once = writer();
    const answers = await Promise.all([write({ a: 1 }, once), write({ a: 1 }, once, elsewhere(store))]);
    assert.deepEqual(answers[0], answers[1]);
    assert.equal(store.clients.get('c00000')?.version, 2);
  });

  it('remembers an answer whose way back was lost, and nothing of a write that failed', async () => {
    const store = new TestStore(people(1));
    const { write, runs } = counter(store);
    const [lost, failed] = [writer(), writer()];
    store.fault = () => 'after';
    assert.equal((await errorOf(write({ a: 1 }, lost))).code, 'storage');
    store.fault = () => 'before';
    assert.equal((await errorOf(write({ a: 1 }, failed))).code, 'storage');
    store.fault = () => null;
    assert.deepEqual(await write({ a: 1 }, lost), { run: 1 });
    assert.deepEqual(await write({ a: 1 }, failed), { run: 3 });
    assert.equal(runs(), 3);
  });

  it('needs a key, and forgets it after a day', async () => {
    const store = new TestStore(people(1));
    const { write } = counter(store);
    assert.equal((await errorOf(write({}, writer({ key: '' })))).code, 'invalid');
    const once = writer();
    await write({ a: 1 }, once);
    store.time += 25 * 3600 * 1000;
    assert.deepEqual(await write({ a: 2 }, once), { run: 2 });
    assert.deepEqual(await write({ a: 2 }, once), { run: 2 });
  });
});
