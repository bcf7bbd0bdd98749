import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { EVERYONE, isClienteleError, type Adapter, type Job } from '../../../src/contract/index.js';
import { httpAdapter } from '../../../src/adapters/http/index.js';
import { toNodeListener } from '../../../src/server/index.js';
import { arrayAdapter, changed, descriptionOf, TODAY } from '../../server/array-adapter.js';
import { handlerOf, QUERY } from '../../server/requests.js';
import { anna, wired, writing } from './faulty.js';

describe('the core over HTTP', () => {
  it('describes, creates, edits, finds, counts, gets and removes', async () => {
    const { http, adapter } = wired();
    assert.deepEqual(
      (await http.describe(anna)).actor,
      descriptionOf({ actor: 'anna', role: 'admin' }).actor,
    );
    const made = await http.save(
      { id: 'c1', version: null, patch: { firstName: 'Anna', city: 'София' } },
      writing(),
    );
    assert.deepEqual(made, { id: 'c1', version: 1, firstName: 'Anna', city: 'София' });
    const edited = await http.save(
      { id: 'c1', version: 1, patch: { firstName: 'Ана', city: null } },
      writing(),
    );
    assert.deepEqual([edited.version, edited.firstName], [2, 'Ана']);
    const page = await http.find({ ...QUERY, where: EVERYONE }, anna);
    assert.deepEqual([page.items, page.total, page.today], [[edited], 1, TODAY]);
    assert.deepEqual(await http.count(EVERYONE, anna, { today: TODAY }), { count: 1, today: TODAY });
    assert.deepEqual(await http.get('c1', anna, ['firstName', 'custom.hasCat']), edited);
    assert.deepEqual(adapter.seen.at(-1)?.input, { id: 'c1', fields: ['firstName', 'custom.hasCat'] });
    assert.equal(await http.remove('c1', 2, writing()), undefined);
    assert.equal(adapter.stored.size, 0);
  });

  it('asks for no fields at all when told so, and for all when told nothing', async () => {
    const { http, adapter } = wired();
    adapter.stored.set('c1', { id: 'c1', version: 1 });
    await http.get('c1', anna, []);
    assert.deepEqual(adapter.seen.at(-1)?.input, { id: 'c1', fields: [] });
    await http.get('c1', anna);
    assert.deepEqual(adapter.seen.at(-1)?.input, { id: 'c1', fields: undefined });
  });

  it('sends neither tenant nor actor nor role, and no search text in an address', async () => {
    const { http, requests } = wired();
    const where = { v: 1, where: { kind: 'search', text: 'Ivanova' } } as const;
    await http.count(where, { tenant: 'tenant-7', actor: 'actor-7', role: 'role-7' });
    const [request] = requests;
    assert.ok(request);
    assert.ok(!request.url.includes('Ivanova'));
    assert.ok(!/-7/.test(JSON.stringify([...request.headers]) + request.url + (await request.text())));
  });

  it('carries ids with every character that an id may have', async () => {
    const { http } = wired();
    for (const id of ['a:b', 'a.b', '...', '-', '_:.-']) {
      assert.equal((await http.save({ id, version: null, patch: { firstName: 'A' } }, writing())).id, id);
      assert.equal((await http.get(id, anna)).id, id);
    }
  });

  it('works against a real server, changes included', async () => {
    const adapter = arrayAdapter();
    const server = createServer(toNodeListener(handlerOf(adapter)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const http = httpAdapter({
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/clientele/`,
      token: () => 'anna',
    });
    try {
      const made = await http.save({ id: 'c1', version: null, patch: { firstName: 'Anna' } }, writing());
      assert.deepEqual(await http.get('c1', anna), made);
      const changes = http.watch?.('0', anna)[Symbol.asyncIterator]();
      adapter.emit(changed('1', 'c1'));
      assert.deepEqual((await changes?.next())?.value, changed('1', 'c1'));
    } finally {
      await http.close?.();
      server.closeAllConnections();
      server.close();
    }
  });
});

const job: Job = {
  id: 'j1',
  action: 'block',
  params: { reason: 'spam' },
  state: 'done',
  total: 1,
  ok: 1,
  failed: 0,
  skipped: 0,
  unprocessed: 0,
  reasons: [],
  actor: 'anna',
  createdAt: '2026-03-14T09:30:00Z',
  finishedAt: null,
  undoable: true,
};
const empty = { items: [], at: 0, next: null, total: 0, today: TODAY, revision: '1' };
const record = { id: 'r1', version: 2, record: 'bookings', client: 'c1', at: null, values: { minutes: 30 } };
const view = {
  id: 'v1',
  version: 1,
  name: 'Mine',
  scope: 'personal' as const,
  owner: 'anna',
  state: { v: 1 as const, columns: [], pinned: 0, sort: [], where: EVERYONE },
};

/** What the optional members were asked for, in the order asked. */
function recording(asked: unknown[][]): Pick<Adapter, 'records' | 'jobs' | 'views' | 'aggregate' | 'ingest'> {
  const answer =
    <T>(name: string, value: T) =>
    (...input: unknown[]): Promise<T> => {
      const given = input.map((one) => (isContext(one) ? (one.key ?? '') : one));
      asked.push([name, ...given]);
      return Promise.resolve(value);
    };
  return {
    aggregate: answer('aggregate', { rows: [{ keys: ['a', null], values: [1, null] }], today: TODAY }),
    ingest: answer('ingest', [{ id: 'b1', outcome: 'created' as const, client: 'c1' }]),
    records: {
      find: answer('records.find', empty),
      save: answer('records.save', record),
      remove: answer('records.remove', undefined),
    },
    jobs: {
      plan: answer('jobs.plan', {
        id: 'p1',
        action: 'block',
        params: {},
        total: 1,
        affected: 1,
        skipped: 0,
        reasons: [],
        sample: ['c1'],
        createdAt: job.createdAt,
        expiresAt: job.createdAt,
      }),
      run: answer('jobs.run', job),
      get: answer('jobs.get', job),
      list: answer('jobs.list', [job]),
      rows: answer('jobs.rows', empty),
      cancel: answer('jobs.cancel', job),
      retry: answer('jobs.retry', job),
      undo: answer('jobs.undo', job),
      work: answer('jobs.work', { more: false }),
    },
    views: {
      list: answer('views.list', [view]),
      save: answer('views.save', view),
      remove: answer('views.remove', undefined),
    },
  };
}
const isContext = (one: unknown): one is { key?: string } =>
  typeof one === 'object' && one !== null && 'tenant' in one;

describe('the optional members over HTTP', () => {
  it('arrive as they were sent, and answer what was answered', async () => {
    const asked: unknown[][] = [];
    const { http } = wired([], {}, recording(asked));
    const { records, jobs, views } = http;
    assert.ok(records && jobs && views && http.aggregate && http.ingest);

    const measures = { over: { where: EVERYONE }, measures: [{ agg: 'count' as const }] };
    assert.deepEqual((await http.aggregate(measures, anna)).rows, [{ keys: ['a', null], values: [1, null] }]);
    const item = {
      record: 'bookings',
      id: 'b1',
      client: { phone: '+359888123456' },
      values: { minutes: 30 },
    };
    assert.equal((await http.ingest([item], writing('k1')))[0]?.outcome, 'created');
    const question = { record: 'bookings', client: 'c1', window: { at: 0, size: 5 } };
    assert.deepEqual(await records.find(question, anna), empty);
    const input = { record: 'bookings', id: 'r1', client: 'c1', patch: { minutes: 30 } };
    assert.deepEqual(await records.save({ ...input, version: null }, writing('k2')), record);
    assert.deepEqual(await records.save({ ...input, version: 1 }, writing('k3')), record);
    await records.remove({ record: 'bookings', id: 'r1', version: 2 }, writing('k4'));
    const request = {
      action: 'block',
      params: { reason: 'spam' },
      selection: { ids: ['c1'] as [string] },
      word: 'x',
    };
    assert.equal((await jobs.plan(request, writing('k5'))).id, 'p1');
    assert.deepEqual(await jobs.run('p1', writing('k6')), job);
    assert.deepEqual(await jobs.get('j1', anna), job);
    assert.deepEqual(await jobs.list(anna), [job]);
    assert.deepEqual(await jobs.rows('j1', { at: 10, size: 20 }, anna, 'failed'), empty);
    assert.deepEqual(await jobs.rows('j1', { at: 0, size: 20 }, anna), empty);
    assert.deepEqual(await jobs.cancel('j1', writing('k7')), job);
    assert.deepEqual(await jobs.retry('j1', writing('k8')), job);
    assert.deepEqual(await jobs.undo('j1', writing('k9')), job);
    assert.deepEqual(await jobs.work({ budgetMs: 50 }, anna), { more: false });
    assert.deepEqual(await views.list(anna), [view]);
    const { version: _, owner: __, ...draft } = view;
    assert.deepEqual(await views.save({ ...draft, version: null }, writing('ka')), view);
    assert.deepEqual(await views.save({ ...view, version: 1 }, writing('kb')), view);
    await views.remove('v1', 1, writing('kc'));

    // Whose job it is, is looked up before each that touches one.
    assert.ok(asked.some(([name, id]) => name === 'jobs.get' && id === 'j1'));
    const rest = asked.filter(([name]) => name !== 'jobs.work' && name !== 'jobs.get');
    assert.deepEqual(rest, [
      ['aggregate', measures, ''],
      ['ingest', [item], 'k1'],
      ['records.find', question, ''],
      ['records.save', { ...input, version: null }, 'k2'],
      ['records.save', { ...input, version: 1 }, 'k3'],
      ['records.remove', { record: 'bookings', id: 'r1', version: 2 }, 'k4'],
      ['jobs.plan', request, 'k5'],
      ['jobs.run', 'p1', 'k6'],
      ['jobs.list', ''],
      ['jobs.rows', 'j1', { at: 10, size: 20 }, '', 'failed'],
      ['jobs.rows', 'j1', { at: 0, size: 20 }, '', undefined],
      ['jobs.cancel', 'j1', 'k7'],
      ['jobs.retry', 'j1', 'k8'],
      ['jobs.undo', 'j1', 'k9'],
      ['views.list', ''],
      ['views.save', { ...draft, version: null }, 'ka'],
      ['views.save', { ...draft, version: 1 }, 'kb'],
      ['views.remove', 'v1', 1, 'kc'],
    ]);
  });

  it('answer unsupported where the server lacks them', async () => {
    const { http } = wired();
    const { records, jobs, views } = http;
    for (const ask of [
      () => jobs?.list(anna),
      () => views?.list(anna),
      () => records?.find({ record: 'sales', window: { at: 0, size: 1 } }, anna),
    ]) {
      await assert.rejects(
        async () => ask(),
        (error) => isClienteleError(error) && error.code === 'unsupported',
      );
    }
  });
});
