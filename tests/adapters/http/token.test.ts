import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { isClienteleError, type ErrorCode } from '../../../src/contract/index.js';
import { httpAdapter, type Token } from '../../../src/adapters/http/index.js';
import { arrayAdapter } from '../../server/array-adapter.js';
import { BASE, handlerOf } from '../../server/requests.js';
import { anna } from './faulty.js';

/** A server that takes one token at a time. */
function guarded(tokens: () => Token | Promise<Token>) {
  const server = { accepted: 'one', asked: [] as string[], calls: 0 };
  const handle = handlerOf(arrayAdapter(), {
    authenticate(request) {
      const token = request.headers.get('authorization') ?? '';
      server.asked.push(token.replace('Bearer ', ''));
      return token === `Bearer ${server.accepted}` ? { tenant: 't', actor: 'a', role: 'admin' } : null;
    },
  });
  const http = httpAdapter({
    url: BASE,
    retry: { delay: 1 },
    fetch: async (input, init) => handle(new Request(input, init)),
    async token() {
      server.calls++;
      await pause(2);
      return tokens();
    },
  });
  return { http, server };
}
const fails = (code: ErrorCode) => (error: unknown) => isClienteleError(error) && error.code === code;

describe('the token', () => {
  it('is asked for once at the start, by however many requests', async () => {
    const { http, server } = guarded(() => 'one');
    await Promise.all(Array.from({ length: 20 }, async () => http.describe(anna)));
    await http.describe(anna);
    assert.equal(server.calls, 1);
  });

  it('is renewed once when it is refused, for all who were refused with it', async () => {
    let next = 'one';
    const { http, server } = guarded(() => next);
    await http.describe(anna);
    server.accepted = next = 'two';
    await Promise.all(Array.from({ length: 20 }, async () => http.describe(anna)));
    assert.equal(server.calls, 2);
  });

  it('is renewed no second time for one request', async () => {
    const { http, server } = guarded(() => 'wrong');
    await assert.rejects(Promise.resolve(http.describe(anna)), fails('unauthenticated'));
    assert.equal(server.calls, 2);
    assert.deepEqual(server.asked, ['wrong', 'wrong']);
  });

  it('is renewed before it ends, when it says when', async () => {
    for (const form of [(at: number) => at, (at: number) => new Date(at).toISOString()]) {
      let left = 100;
      const { http, server } = guarded(() => ({ token: 'one', expiresAt: form(Date.now() + left) }));
      await http.describe(anna);
      await http.describe(anna);
      assert.equal(server.calls, 1);
      left = 3_600_000;
      await pause(70);
      await http.describe(anna);
      await http.describe(anna);
      assert.equal(server.calls, 2);
    }
  });

  it('that cannot be had is unauthenticated, with its cause; the next request asks anew', async () => {
    let broken = true;
    const cause = new Error('signed out');
    const { http } = guarded(() => {
      if (broken) throw cause;
      return 'one';
    });
    await assert.rejects(
      Promise.resolve(http.describe(anna)),
      (error) => fails('unauthenticated')(error) && (error as Error).cause === cause,
    );
    broken = false;
    assert.ok(await http.describe(anna));
  });

  it('is not renewed for a step-up, which no token cures', async () => {
    let calls = 0;
    const http = httpAdapter({
      url: BASE,
      token: () => `t${++calls}`,
      fetch: async () =>
        Response.json({ code: 'step_up_required', message: 'say it again' }, { status: 401 }),
    });
    await assert.rejects(Promise.resolve(http.describe(anna)), fails('step_up_required'));
    assert.equal(calls, 1);
  });

  it('that is empty sends no Authorization', async () => {
    const { http, server } = guarded(() => '');
    await assert.rejects(Promise.resolve(http.describe(anna)), fails('unauthenticated'));
    assert.equal(server.asked[0], '');
  });
});
