import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import {
  EVERYONE,
  isClienteleError,
  type Client,
  type ClienteleError,
  type ErrorCode,
} from '../../../src/contract/index.js';
import { httpAdapter } from '../../../src/adapters/http/index.js';
import { QUERY } from '../../server/requests.js';
import {
  altered,
  anna,
  answering,
  brokenOff,
  lost,
  page,
  unreachable,
  wired,
  writing,
  type Fault,
} from './faulty.js';

const client: Client = { id: 'c1', version: 1, firstName: 'Anna' };
const query = { ...QUERY, where: EVERYONE };

async function failing(work: unknown, code: ErrorCode, operation: string): Promise<ClienteleError> {
  try {
    await work;
  } catch (error) {
    assert.ok(isClienteleError(error), String(error));
    assert.deepEqual([error.code, error.detail.operation], [code, operation], error.message);
    return error;
  }
  return assert.fail(`expected ${code}`);
}
const times = (count: number, fault: Fault) => Array.from({ length: count }, () => fault);

describe('an answer that does not come', () => {
  it('is asked for again, for reads by POST too', async () => {
    const { http, requests } = wired([unreachable, answering('{}', 503), answering(null, 500)]);
    assert.equal((await http.find(query, anna)).total, 0);
    assert.equal(requests.length, 4);
  });

  it('is asked for again when it breaks off in its middle', async () => {
    const { http, adapter, requests } = wired([brokenOff]);
    adapter.stored.set('c1', client);
    assert.deepEqual(await http.get('c1', anna), client);
    assert.equal(requests.length, 2);
  });

  it('was a write that happened: the same key gives the same answer, and nothing happens twice', async () => {
    for (const fault of [lost, brokenOff]) {
      const { http, adapter, requests } = wired([fault]);
      const made = await http.save({ id: 'c1', version: null, patch: { firstName: 'Anna' } }, writing());
      assert.deepEqual(made, client);
      const keys = requests.map((request) => request.headers.get('idempotency-key'));
      assert.equal(keys.length, 2);
      assert.equal(keys[0], keys[1]);
      assert.equal(adapter.stored.get('c1')?.version, 1);
    }
  });

  it('gives up as unavailable, in the end', async () => {
    const { http, requests } = wired(times(9, unreachable), { retry: { delay: 1, limit: 2 } });
    const error = await failing(http.describe(anna), 'unavailable', 'describe');
    assert.equal(requests.length, 3);
    assert.ok(error.cause);
  });

  it('is offline at once where the browser knows that there is no network', async () => {
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      const { http, requests } = wired(times(9, unreachable));
      await failing(http.find(query, anna), 'offline', 'find');
      assert.equal(requests.length, 1);
    } finally {
      delete (navigator as { onLine?: boolean }).onLine;
    }
  });

  it('is a timeout when it takes too long, after another try', async () => {
    const slow: Fault = (request) =>
      new Promise((_, reject) =>
        request.signal.addEventListener('abort', () => reject(new Error('aborted'))),
      );
    const { http, requests } = wired(times(9, slow), { timeout: 20, retry: { limit: 1, delay: 1 } });
    await failing(http.find(query, anna), 'timeout', 'find');
    assert.equal(requests.length, 2);
  });

  it('never takes longer than the budget', async () => {
    const { http } = wired(times(99, answering('{}', 503)), { retry: { limit: 99, delay: 40, budget: 300 } });
    const begun = Date.now();
    await assert.rejects(Promise.resolve(http.find(query, anna)));
    assert.ok(Date.now() - begun < 600, `${Date.now() - begun} ms`);
  });
});

describe('an answer that says wait', () => {
  it('is waited for as long as it says, in seconds or until a date', async () => {
    for (const form of [() => '1', () => new Date(Date.now() + 2000).toUTCString()]) {
      const after = form();
      const { http } = wired([answering('{}', 429, { 'retry-after': after })]);
      const begun = Date.now();
      await http.find(query, anna);
      const waited = Date.now() - begun;
      assert.ok(waited >= 900 && waited < 3500, `${after}: ${waited} ms`);
    }
  });

  it('is not waited for past the budget, and says for how long', async () => {
    const { http, requests } = wired([answering('{}', 429, { 'retry-after': '3600' })]);
    const begun = Date.now();
    const error = await failing(http.find(query, anna), 'rate_limited', 'find');
    assert.equal(error.detail.retryAfter, 3_600_000);
    assert.equal(requests.length, 1);
    assert.ok(Date.now() - begun < 1000);
  });

  it('is our own twin at work when it is a conflict with a time; without one it is final', async () => {
    const body = JSON.stringify({ code: 'conflict', message: 'still running', retryAfter: 1 });
    const twin = wired([answering(body, 409, { 'retry-after': '0' })]);
    await twin.http.save({ id: 'c1', version: null, patch: { firstName: 'A' } }, writing());
    assert.equal(twin.requests.length, 2);
    const final = wired([answering(JSON.stringify({ code: 'conflict', message: 'other input' }), 409)]);
    await failing(final.http.save({ id: 'c1', version: null, patch: {} }, writing()), 'conflict', 'save');
    assert.equal(final.requests.length, 1);
  });
});

describe('an answer of another kind', () => {
  it('is malformed_answer when it is a page, part of an answer, nothing, or JSON of another form', async () => {
    const strangers = [
      page(),
      answering('{"count": 3, "tod'),
      answering(''),
      answering('[]'),
      answering('{"count":"3"}'),
    ];
    for (const fault of strangers) {
      const { http, requests } = wired([fault]);
      await failing(http.count(EVERYONE, anna), 'malformed_answer', 'count');
      assert.equal(requests.length, 1);
    }
  });

  it('names what is missing, and repeats nothing of it', async () => {
    const { http } = wired([altered((body: object) => ({ ...body, today: undefined, note: 'Ivan' }))]);
    const error = await failing(http.count(EVERYONE, anna), 'malformed_answer', 'count');
    assert.deepEqual(
      error.issues.map(({ path }) => path),
      [['today']],
    );
    assert.ok(!JSON.stringify(error).includes('Ivan'));
  });

  it('is read all the same with more fields and in another order', async () => {
    const reordered = altered((body: object) =>
      Object.fromEntries([['more', { x: 1 }], ...Object.entries(body).reverse()]),
    );
    const { http, adapter } = wired([reordered]);
    adapter.stored.set('c1', client);
    assert.deepEqual(await http.get('c1', anna), client);
  });

  it('is an error by its status when a proxy answers in the place of the server', async () => {
    const expected: [number, ErrorCode][] = [
      [403, 'forbidden'],
      [404, 'malformed_answer'],
      [413, 'too_large'],
      [429, 'rate_limited'],
      [500, 'unavailable'],
      [502, 'unavailable'],
      [504, 'timeout'],
      [418, 'malformed_answer'],
    ];
    for (const [status, code] of expected) {
      const { http } = wired(times(3, page(status)), { retry: { limit: 0 } });
      await failing(http.get('c1', anna), code, 'get');
    }
  });

  it('keeps what the server says of an error, and takes a code that only a newer one knows', async () => {
    const { http, adapter } = wired();
    adapter.stored.set('c1', { ...client, version: 5 });
    const error = await failing(
      http.save({ id: 'c1', version: 1, patch: {} }, writing()),
      'stale_version',
      'save',
    );
    assert.deepEqual([error.detail.version, error.detail.changed], [5, ['firstName']]);
    assert.ok(error.detail.request);
    const body = JSON.stringify({ code: 'teapot', message: 'new', more: true });
    const newer = wired([answering(body, 422)]);
    await failing(newer.http.get('c1', anna), 'invalid', 'get');
  });
});

describe('giving up', () => {
  it('is aborted at once: before, while asking, while waiting to ask again', async () => {
    const never: Fault = () => new Promise(() => undefined);
    const cases: [Fault[], boolean][] = [
      [[], true],
      [[never], false],
      [times(9, answering('{}', 503, { 'retry-after': '5' })), false],
    ];
    for (const [faults, before] of cases) {
      const { http } = wired(faults);
      const given = new AbortController();
      if (before) given.abort();
      const asked = http.find(query, { ...anna, signal: given.signal });
      const begun = Date.now();
      setTimeout(() => given.abort(new Error('a reason of the host')), 20);
      await failing(asked, 'aborted', 'find');
      assert.ok(Date.now() - begun < 4000);
    }
  });

  it('ends all that is under way when the adapter is closed, and refuses what comes after', async () => {
    const { http } = wired([() => new Promise(() => undefined)]);
    const asked = http.find(query, anna);
    await pause(5);
    void http.close?.();
    await failing(asked, 'aborted', 'find');
    await failing(http.describe(anna), 'aborted', 'describe');
  });
});

describe('an address', () => {
  it('must be one', () => {
    assert.throws(() => httpAdapter({ url: '/api/clientele' }), /write it in full/);
    assert.throws(() => httpAdapter({ url: 'http://' }), TypeError);
  });
});
