import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createCatalogue,
  EVERYONE,
  isClienteleError,
  type ActionRequest,
  type ErrorCode,
  type Id,
  type Job,
  type JobStore,
  type Selection,
} from '../../src/contract/index.js';
import { createJobs, defineBehaviour, tokenOf, type JobOptions } from '../../src/engine/index.js';
import { CHUNK } from '../../src/engine/jobs/documents.js';
import { people, TestStore, writer } from './support/store.js';

const catalogue = createCatalogue({
  fields: [{ id: 'custom.level', type: 'number', min: 0, max: 5 }],
  actions: [
    { id: 'promote', permission: 'edit', params: [{ id: 'by', type: 'number', min: 1 }], required: ['by'] },
    { id: 'unknown-here', permission: 'edit' },
  ],
});
const promote = defineBehaviour({
  plan: (client) => (client.blocked ? { skip: 'blocked' } : 'affect'),
  apply: (client, { by }) => {
    if (client.city === 'broken') throw new Error('a fault of the host');
    const level = client.custom?.['level'];
    return { patch: { 'custom.level': (typeof level === 'number' ? level : 0) + Number(by) } };
  },
});

function jobsOver(store: TestStore, options: Partial<JobOptions> = {}): JobStore {
  return createJobs(store, { catalogue, behaviours: { promote }, ...options });
}

function everyone(store: TestStore, except: Id[] = []): Selection {
  const ids = [...store.clients.values()].filter((client) => !client.removedAt).map(({ id }) => id);
  return { found: EVERYONE, except, count: ids.length, token: tokenOf(ids), today: '2026-03-10' };
}

const favourite = (selection: Selection): ActionRequest => ({
  action: 'favourite',
  params: { on: true },
  selection,
});
const promotion = (selection: Selection): ActionRequest => ({
  action: 'promote',
  params: { by: 1 },
  selection,
});
const these = (...ids: [Id, ...Id[]]): Selection => ({ ids });

async function refused(promise: Promise<unknown>): Promise<ErrorCode> {
  const error = await promise.then(
    () => assert.fail('it was accepted'),
    (thrown: unknown) => thrown,
  );
  assert.ok(isClienteleError(error), String(error));
  return error.code;
}

async function finish(jobs: JobStore, job: Job): Promise<Job> {
  for (let round = 0; round < 10_000; round++) {
    const now = await jobs.get(job.id, writer());
    if (now.finishedAt !== null) return now;
    await jobs.work({ budgetMs: 5 }, writer());
  }
  return assert.fail('the job never ended');
}

async function act(jobs: JobStore, request: ActionRequest): Promise<Job> {
  const plan = await jobs.plan(request, writer());
  return finish(jobs, await jobs.run(plan.id, writer()));
}

const counts = ({ total, ok, failed, skipped, unprocessed }: Job) => [
  total,
  ok,
  failed,
  skipped,
  unprocessed,
];

describe('a plan', () => {
  it('says what would happen to whom, and writes nothing to clients', async () => {
    const store = new TestStore(people(20, (index) => (index < 8 ? { favourite: true } : {})));
    const before = structuredClone(store.clients);
    const plan = await jobsOver(store).plan(favourite(everyone(store, ['c00019'])), writer());
    assert.deepEqual([plan.total, plan.affected, plan.skipped], [19, 11, 8]);
    assert.deepEqual(plan.reasons, [
      { reason: 'unchanged', count: 8, sample: ['c00000', 'c00001', 'c00002', 'c00003', 'c00004'] },
    ]);
    assert.deepEqual(plan.sample, ['c00008', 'c00009', 'c00010', 'c00011', 'c00012']);
    assert.deepEqual(store.clients, before);
  });

  it('counts an id once, and tells unknown and removed ones as gone', async () => {
    const store = new TestStore(
      people(3, (index) => (index === 2 ? { removedAt: '2026-01-01T00:00:00Z' } : {})),
    );
    const plan = await jobsOver(store).plan(
      favourite(these('c00001', 'c00001', 'c00002', 'nobody')),
      writer(),
    );
    assert.deepEqual([plan.total, plan.affected], [3, 1]);
    assert.deepEqual(plan.reasons, [{ reason: 'gone', count: 2, sample: ['c00002', 'nobody'] }]);
  });

  it('answers conflict with both counts when the set is no longer the one that was confirmed', async () => {
    const store = new TestStore(people(5));
    const selection = everyone(store);
    store.clients.delete('c00000');
    store.clients.set('c00009', { id: 'c00009', version: 1 });
    const error = await jobsOver(store)
      .plan(favourite(selection), writer())
      .catch((thrown: unknown) => thrown);
    assert.ok(isClienteleError(error));
    assert.deepEqual([error.code, error.detail.before, error.detail.now], ['conflict', 5, 5]);
  });

  it('refuses actions nobody knows, and parameters that the definition does not let', async () => {
    const jobs = jobsOver(new TestStore(people(1)));
    const plan = (action: string, params: ActionRequest['params']) =>
      refused(jobs.plan({ action, params, selection: these('c00000') }, writer()));
    assert.equal(await plan('nope', {}), 'invalid');
    assert.equal(await plan('constructor', {}), 'invalid');
    assert.equal(await plan('unknown-here', {}), 'unsupported');
    assert.equal(await plan('promote', {}), 'invalid');
    assert.equal(await plan('promote', { by: 0 }), 'invalid');
    assert.equal(await plan('promote', { by: 1, more: 2 }), 'invalid');
    assert.equal(await plan('block', { reason: '  ' }), 'invalid');
  });

  it('refuses more clients than a job takes', async () => {
    const store = new TestStore(people(30));
    assert.equal(
      await refused(jobsOver(store, { limits: { mostRows: 20 } }).plan(favourite(everyone(store)), writer())),
      'too_large',
    );
  });

  it('is forgotten with its rows when it is too old, unless it was run', async () => {
    const store = new TestStore(people(1200));
    const jobs = jobsOver(store);
    await jobs.plan(favourite(everyone(store)), writer());
    const job = await act(jobs, favourite(these('c00000')));
    store.time += 16 * 60_000;
    await jobs.work({ budgetMs: 5 }, writer());
    const kinds = [...store.kept.keys()].map((key) => key.split('/')[1]);
    assert.equal(kinds.filter((kind) => kind === 'plan').length, 1);
    assert.equal(kinds.filter((kind) => kind === 'plan-rows').length, 1);
    assert.equal((await jobs.rows(job.id, { at: 0, size: 5 }, writer())).items.length, 1);
  });

  it('leaves out clients of branches that are not the user’s', async () => {
    const store = new TestStore(people(4, (index) => ({ branch: index % 2 ? 'b1' : 'b2' })));
    const jobs = jobsOver(store);
    const mine = writer({ branches: ['b1'] });
    const selection = { ...everyone(store), count: 2, token: tokenOf(['c00001', 'c00003']) };
    assert.equal((await jobs.plan(favourite(selection), mine)).affected, 2);
    const some = await jobs.plan(favourite(these('c00000', 'c00001')), writer({ branches: ['b1'] }));
    assert.deepEqual([some.affected, some.reasons[0]?.reason], [1, 'gone']);
  });
});

describe('the typed word', () => {
  const remove = (selection: Selection, word?: string): ActionRequest => ({
    action: 'delete',
    params: {},
    selection,
    ...(word === undefined ? {} : { word }),
  });

  it('is asked for more than one client, in any of the languages and any case', async () => {
    for (const word of ['DELETE', ' удалить ', 'изтрий', 'Smazat', 'dzēst', 'dze\u0304st']) {
      const store = new TestStore(people(3));
      const job = await act(jobsOver(store), remove(everyone(store), word));
      assert.deepEqual(counts(job), [3, 3, 0, 0, 0], word);
    }
  });

  it('may be left out of a preview, but not of what is run', async () => {
    const store = new TestStore(people(3));
    const jobs = jobsOver(store);
    const plan = await jobs.plan(remove(everyone(store)), writer());
    assert.equal(plan.affected, 3);
    assert.equal(await refused(jobs.run(plan.id, writer())), 'invalid');
    assert.equal(await refused(jobs.plan(remove(everyone(store), 'yes'), writer())), 'invalid');
    assert.ok([...store.clients.values()].every((client) => client.removedAt === undefined));
  });

  it('is not asked for one client, and a host may add a language', async () => {
    const store = new TestStore(people(3));
    const jobs = jobsOver(store, { words: { delete: { de: 'LÖSCHEN' } } });
    assert.equal((await act(jobs, remove(these('c00000')))).ok, 1);
    assert.equal((await act(jobs, remove(these('c00001', 'c00002'), 'löschen'))).ok, 2);
  });
});

describe('a job', () => {
  it('does what was planned, in chunks, and tells each row', async () => {
    const store = new TestStore(people(2500, (index) => (index % 5 === 0 ? { favourite: true } : {})));
    const jobs = jobsOver(store);
    const job = await act(jobs, favourite(everyone(store)));
    assert.deepEqual([job.state, ...counts(job)], ['done', 2500, 2000, 0, 500, 0]);
    assert.deepEqual(job.reasons, [{ reason: 'unchanged', count: 500 }]);
    assert.ok([...store.clients.values()].every((client) => client.favourite && client.version === 1));
    const page = await jobs.rows(job.id, { at: 995, size: 10 }, writer());
    assert.deepEqual([page.total, page.items.length, page.items[0]?.client], [2500, 10, 'c00995']);
    const skipped = await jobs.rows(job.id, { at: 499, size: 10 }, writer(), 'skipped');
    assert.deepEqual(skipped.items, [{ client: 'c02495', outcome: 'skipped', reason: 'unchanged' }]);
  });

  it('skips rows edited since the plan as changed, also those edited while it runs', async () => {
    const store = new TestStore(people(4));
    const jobs = jobsOver(store);
    const plan = await jobs.plan({ ...promotion(everyone(store)) }, writer());
    store.edit('c00001', { city: 'Riga' });
    store.clients.delete('c00002');
    let isFirst = true;
    store.meanwhile = () => {
      if (store.kept.has('t1/job-rows/x') || !isFirst || store.commits < 4) return;
      isFirst = false;
      store.edit('c00003', { city: 'Sofia' });
    };
    const job = await finish(jobs, await jobs.run(plan.id, writer()));
    assert.deepEqual(counts(job), [4, 1, 0, 3, 0]);
    assert.deepEqual(
      (await jobs.rows(job.id, { at: 0, size: 10 }, writer())).items.map(
        ({ outcome, reason }) => reason ?? outcome,
      ),
      ['ok', 'changed', 'gone', 'changed'],
    );
    assert.equal(store.clients.get('c00003')?.custom, undefined);
  });

  it('fails the rows that a behaviour cannot do, and no other', async () => {
    const store = new TestStore(
      people(4, (index) => (index === 1 ? { city: 'broken' } : { custom: { level: index * 2 } })),
    );
    store.broken.add('c00000');
    const job = await act(jobsOver(store), promotion(everyone(store)));
    assert.deepEqual(counts(job), [4, 1, 3, 0, 0]);
    assert.deepEqual(
      new Map(job.reasons.map(({ reason, count }) => [reason, count])),
      new Map([
        ['storage', 1],
        ['invalid', 2],
      ]),
    );
  });

  it('answers the same job to the same key, and runs a plan once', async () => {
    const store = new TestStore(people(3));
    const jobs = jobsOver(store);
    const plan = await jobs.plan(promotion(everyone(store)), writer());
    const once = writer();
    const [first, again] = [await jobs.run(plan.id, once), await jobs.run(plan.id, once)];
    assert.deepEqual(again, first);
    assert.equal(await refused(jobs.run(plan.id, writer())), 'conflict');
    const twins = await jobs.plan(promotion(everyone(store)), writer());
    const results = await Promise.allSettled([1, 2, 3].map(() => jobs.run(twins.id, writer())));
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
    assert.ok([...store.clients.values()].every((client) => client.custom?.['level'] === 2));
  });

  it('keeps one answer per key also for a plan, and refuses the key for another', async () => {
    const store = new TestStore(people(3));
    const jobs = jobsOver(store);
    const once = writer();
    const plan = await jobs.plan(favourite(these('c00000')), once);
    assert.deepEqual(await jobs.plan(favourite(these('c00000')), once), plan);
    assert.equal(await refused(jobs.plan(favourite(these('c00001')), once)), 'conflict');
  });

  it('is not started from a plan that is too old or somebody else’s', async () => {
    const store = new TestStore(people(3));
    const jobs = jobsOver(store);
    const plan = await jobs.plan(favourite(everyone(store)), writer());
    assert.equal(await refused(jobs.run(plan.id, writer({ actor: 'bob' }))), 'not_found');
    assert.equal(await refused(jobs.run('nope', writer())), 'not_found');
    store.time += 16 * 60_000;
    assert.equal(await refused(jobs.run(plan.id, writer())), 'conflict');
  });

  it('stops between two chunks when it is cancelled; the rest stays unprocessed', async () => {
    const store = new TestStore(people(3000));
    const jobs = jobsOver(store);
    const plan = await jobs.plan(favourite(everyone(store)), writer());
    const job = await jobs.run(plan.id, writer());
    assert.equal(job.state, 'queued');
    await jobs.work({ budgetMs: 0.001 }, writer());
    const cancelled = await jobs.cancel(job.id, writer());
    assert.deepEqual([cancelled.state, ...counts(cancelled)], ['cancelled', 3000, CHUNK, 0, 0, 3000 - CHUNK]);
    assert.equal((await jobs.work({ budgetMs: 5 }, writer())).more, false);
    assert.deepEqual(counts(await jobs.get(job.id, writer())), [3000, CHUNK, 0, 0, 3000 - CHUNK]);
    const rest = await jobs.rows(job.id, { at: 1500, size: 3 }, writer(), 'unprocessed');
    assert.deepEqual([rest.total, rest.items[0]?.client], [3000 - CHUNK, 'c02000']);
  });

  it('runs the failed rows again, and only those', async () => {
    const store = new TestStore(people(6));
    store.broken = new Set(['c00001', 'c00004']);
    const jobs = jobsOver(store);
    const job = await act(jobs, promotion(everyone(store)));
    assert.deepEqual(counts(job), [6, 4, 2, 0, 0]);
    store.broken.delete('c00001');
    const again = await finish(jobs, await jobs.retry(job.id, writer()));
    assert.deepEqual(counts(again), [2, 1, 1, 0, 0]);
    assert.ok(
      [...store.clients.values()].every(({ id, custom }) =>
        id === 'c00004' ? !custom : custom?.['level'] === 1,
      ),
    );
    assert.equal(
      await refused(jobs.retry((await act(jobs, favourite(these('c00000')))).id, writer())),
      'conflict',
    );
  });

  it('ends when its author may no longer do it; what is left stays unprocessed', async () => {
    const store = new TestStore(people(2000, () => ({ branch: 'b1' })));
    const jobs = jobsOver(store);
    const plan = await jobs.plan(
      { action: 'block', params: { reason: 'x' }, selection: everyone(store) },
      writer(),
    );
    const job = await jobs.run(plan.id, writer());
    const rights = {
      permissions: ['see' as const, 'block' as const],
      hidden: [],
      masked: [],
      branches: null,
    };
    await jobs.work({ budgetMs: 0.001, rights: () => rights }, writer());
    await jobs.work({ budgetMs: 5, rights: () => ({ ...rights, permissions: ['see'] }) }, writer());
    const ended = await jobs.get(job.id, writer());
    assert.deepEqual([ended.state, ...counts(ended)], ['failed', 2000, CHUNK, 0, 0, 2000 - CHUNK]);
    const other = await jobs.plan(favourite(these('c00000')), writer());
    assert.equal(other.affected, 1);
  });

  it('fails rows of branches that its author may no longer see', async () => {
    const store = new TestStore(people(200, (index) => ({ branch: index < 150 ? 'b1' : 'b2' })));
    const jobs = jobsOver(store);
    const job = await jobs.run((await jobs.plan(favourite(everyone(store)), writer())).id, writer());
    const rights = { permissions: ['see' as const], hidden: [], masked: [], branches: ['b1'] };
    await jobs.work({ budgetMs: 5, rights: () => rights }, writer());
    const ended = await jobs.get(job.id, writer());
    assert.deepEqual([...counts(ended), ended.reasons[0]?.reason], [200, 150, 50, 0, 0, 'forbidden']);
  });

  it('is seen by its author and by those who see all jobs', async () => {
    const store = new TestStore(people(3));
    const jobs = jobsOver(store);
    const job = await act(jobs, favourite(these('c00000')));
    const bob = { actor: 'bob', permissions: ['see' as const] };
    assert.equal(await refused(Promise.resolve(jobs.get(job.id, writer(bob)))), 'not_found');
    assert.deepEqual(await jobs.list(writer(bob)), []);
    assert.equal((await jobs.list(writer({ ...bob, permissions: ['see', 'jobs.all'] }))).length, 1);
    assert.equal(await refused(Promise.resolve(jobs.get(job.id, writer({ tenant: 't2' })))), 'not_found');
  });

  it('does a small job while a great one runs', async () => {
    const store = new TestStore(people(20_000));
    const jobs = jobsOver(store, { limits: { inline: 0 } });
    const great = await jobs.run((await jobs.plan(favourite(everyone(store)), writer())).id, writer());
    const small = await jobs.run((await jobs.plan(promotion(these('c00003')), writer())).id, writer());
    for (let round = 0; round < 4; round++) await jobs.work({ budgetMs: 0.001 }, writer());
    while ((await jobs.get(small.id, writer())).state !== 'done') await jobs.work({ budgetMs: 1 }, writer());
    assert.equal((await jobs.get(great.id, writer())).state, 'running');
  });
});

describe('undo', () => {
  it('restores every value exactly, removed clients too', async () => {
    const store = new TestStore(
      people(1500, (index) =>
        index % 3 === 0 ? { favourite: false, blockReason: 'old' } : { custom: { level: 1 } },
      ),
    );
    const before = structuredClone(store.clients);
    const jobs = jobsOver(store);
    const done = [
      await act(jobs, favourite(everyone(store))),
      await act(jobs, { action: 'block', params: { reason: 'new' }, selection: everyone(store) }),
      await act(jobs, { action: 'delete', params: {}, selection: everyone(store), word: 'delete' }),
    ];
    assert.ok(
      [...store.clients.values()].every((client) => client.removedAt && client.blockReason === 'new'),
    );
    for (const job of done.reverse()) {
      assert.equal(job.undoable, true);
      const undo = await finish(jobs, await jobs.undo(job.id, writer()));
      assert.deepEqual(counts(undo), [1500, 1500, 0, 0, 0]);
      const original = await jobs.get(job.id, writer());
      assert.deepEqual([original.state, original.undoable, original.undoneBy], ['undone', false, undo.id]);
    }
    for (const [id, client] of store.clients) {
      const old = before.get(id);
      assert.deepEqual(
        { ...client, version: 0, custom: client.custom ?? {} },
        { ...old, version: 0, custom: old?.custom ?? {} },
      );
    }
  });

  it('passes by rows edited since, and lists them; also where only a favourite was changed', async () => {
    const store = new TestStore(people(4));
    const jobs = jobsOver(store);
    const promoted = await act(jobs, promotion(everyone(store)));
    store.edit('c00001', { city: 'Riga' });
    const undo = await finish(jobs, await jobs.undo(promoted.id, writer()));
    assert.deepEqual(counts(undo), [4, 3, 0, 1, 0]);
    assert.deepEqual((await jobs.rows(undo.id, { at: 0, size: 9 }, writer(), 'skipped')).items, [
      { client: 'c00001', outcome: 'skipped', reason: 'changed' },
    ]);
    assert.equal(store.clients.get('c00001')?.custom?.['level'], 1);
    const starred = await act(jobs, favourite(everyone(store)));
    store.edit('c00002', { favourite: false });
    assert.deepEqual(counts(await finish(jobs, await jobs.undo(starred.id, writer()))), [4, 3, 0, 1, 0]);
  });

  it('is refused twice, and may be taken up again after it was cancelled', async () => {
    const store = new TestStore(people(2500));
    const jobs = jobsOver(store);
    const job = await act(jobs, promotion(everyone(store)));
    const undo = await jobs.undo(job.id, writer());
    assert.equal(await refused(jobs.undo(job.id, writer())), 'conflict');
    await jobs.work({ budgetMs: 0.001 }, writer());
    await jobs.cancel(undo.id, writer());
    assert.equal((await jobs.get(job.id, writer())).undoable, true);
    const rest = await finish(jobs, await jobs.undo(job.id, writer()));
    assert.deepEqual(counts(rest), [2500, 2500 - CHUNK, 0, CHUNK, 0]);
    assert.ok([...store.clients.values()].every(({ custom }) => custom?.['level'] === undefined));
  });

  it('of a cancelled job takes back what was done', async () => {
    const store = new TestStore(people(2500));
    const jobs = jobsOver(store);
    const job = await jobs.run((await jobs.plan(promotion(everyone(store)), writer())).id, writer());
    await jobs.work({ budgetMs: 0.001 }, writer());
    assert.equal((await jobs.cancel(job.id, writer())).undoable, true);
    assert.deepEqual(counts(await finish(jobs, await jobs.undo(job.id, writer()))), [CHUNK, CHUNK, 0, 0, 0]);
    assert.ok([...store.clients.values()].every(({ custom }) => custom?.['level'] === undefined));
  });
});
