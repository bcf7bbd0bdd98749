import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  createCatalogue,
  EVERYONE,
  isClienteleError,
  type Job,
  type JobStore,
  type Selection,
} from '../../src/contract/index.js';
import { createJobs, defineBehaviour, tokenOf } from '../../src/engine/index.js';
import { runs } from '../support/runs.js';
import { people, TestStore, writer, type Fault } from './support/store.js';

const catalogue = createCatalogue({
  fields: [{ id: 'custom.level', type: 'number' }],
  actions: [{ id: 'promote', permission: 'edit' }],
});
/** Adds one to what is there, so that a row done twice shows. */
const promote = defineBehaviour({
  plan: (client) => (client.muted ? { skip: 'muted' } : 'affect'),
  apply: (client) => ({ patch: { 'custom.level': levelOf(client) + 1 } }),
});
const levelOf = (client: { custom?: Record<string, unknown> | undefined } | undefined) =>
  Number(client?.custom?.['level'] ?? 0);

const COUNT = 1300;

function isWhole(job: Job): void {
  assert.equal(job.ok + job.failed + job.skipped + job.unprocessed, job.total);
  assert.ok(Math.min(job.ok, job.failed, job.skipped, job.unprocessed) >= 0);
}

async function tryOn<T>(step: () => Promise<T>): Promise<T | null> {
  try {
    return await step();
  } catch (error) {
    assert.ok(isClienteleError(error) && error.code === 'storage', String(error));
    return null;
  }
}

/** Repeats a write under one key until it answers, with a new process after each crash. */
async function insist<T>(process: () => JobStore, step: (jobs: JobStore) => Promise<T>): Promise<T> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const answer = await tryOn(() => step(process()));
    if (answer !== null) return answer;
  }
  return assert.fail('it never came through');
}

async function drain(store: TestStore, process: () => JobStore, id: string): Promise<Job> {
  for (let round = 0; round < 200; round++) {
    const jobs = process();
    const job = await jobs.get(id, writer());
    isWhole(job);
    if (job.finishedAt !== null) return job;
    await tryOn(() => jobs.work({ budgetMs: 0.001 }, writer()));
    // What stands between two pieces of work tells of each row exactly once.
    isWhole(await jobs.get(id, writer()));
  }
  return assert.fail('the job never ended');
}

const plans = fc.record({
  faults: fc.array(fc.constantFrom<Fault>('before', 'after', null, null), { minLength: 5, maxLength: 60 }),
  edited: fc.uniqueArray(fc.nat(COUNT - 1), { maxLength: 20 }),
  muted: fc.uniqueArray(fc.nat(COUNT - 1), { maxLength: 20 }),
  broken: fc.uniqueArray(fc.nat(COUNT - 1), { maxLength: 20 }),
});

describe('a job that is killed anywhere', () => {
  it('does each row exactly once, says what became of it, and undoes it exactly', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async ({ faults, edited, muted, broken }) => {
        const store = new TestStore(people(COUNT, (index) => (muted.includes(index) ? { muted: true } : {})));
        const ids = [...store.clients.keys()];
        const idOf = (index: number) => ids[index] as string;
        const before = structuredClone(store.clients);
        store.fault = (commit) => faults[commit] ?? null;
        const process = () =>
          createJobs(store, { catalogue, behaviours: { promote }, limits: { inline: 0 } });
        const selection: Selection = {
          found: EVERYONE,
          except: [],
          count: COUNT,
          token: tokenOf(ids),
          today: '2026-03-10',
        };

        const [planKey, runKey, undoKey] = [writer(), writer(), writer()];
        const plan = await insist(process, (jobs) =>
          jobs.plan({ action: 'promote', params: {}, selection }, planKey),
        );
        for (const index of edited) store.edit(idOf(index), { city: 'Riga' });
        store.broken = new Set(broken.map(idOf));
        const started = await insist(process, (jobs) => jobs.run(plan.id, runKey));
        const job = await drain(store, process, started.id);

        // A chunk may have been given up after three crashes in a row; its rows are then failed and untouched.
        const rows = new Map<string, string>();
        for (let at = 0; at < COUNT; at += 1000) {
          const page = await process().rows(job.id, { at, size: 1000 }, writer());
          for (const row of page.items) {
            assert.ok(!rows.has(row.client), `${row.client} is told twice`);
            rows.set(row.client, row.outcome);
          }
        }
        assert.equal(rows.size, COUNT);
        const seen = { ok: 0, failed: 0, skipped: 0, unprocessed: 0 };
        for (const [id, outcome] of rows) {
          seen[outcome as keyof typeof seen]++;
          assert.equal(levelOf(store.clients.get(id)), outcome === 'ok' ? 1 : 0, `${id} is ${outcome}`);
        }
        assert.deepEqual(seen, {
          ok: job.ok,
          failed: job.failed,
          skipped: job.skipped,
          unprocessed: job.unprocessed,
        });
        for (const index of [...edited, ...muted]) assert.notEqual(rows.get(idOf(index)), 'ok');

        if (!job.undoable) return;
        store.broken = new Set();
        const undo = await insist(process, (jobs) => jobs.undo(job.id, undoKey));
        const undone = await drain(store, process, undo.id);
        assert.equal(undone.total, job.ok);
        assert.equal(undone.skipped, 0);
        for (const [id, client] of store.clients) {
          const old = before.get(id);
          if (edited.map(idOf).includes(id)) continue;
          const isLeft = undone.failed > 0 && levelOf(client) === 1;
          if (!isLeft)
            assert.deepEqual({ ...client, custom: {}, version: 0 }, { ...old, custom: {}, version: 0 });
        }
        const left = [...store.clients.values()].filter((client) => levelOf(client) === 1).length;
        assert.equal(left, undone.failed);
      }),
      { numRuns: runs(10, 300) },
    );
  });

  it('lets two pumps share a job without doing a row twice', async () => {
    const store = new TestStore(people(COUNT));
    const process = () => createJobs(store, { catalogue, behaviours: { promote }, limits: { inline: 0 } });
    const ids = [...store.clients.keys()] as [string, ...string[]];
    const plan = await process().plan({ action: 'promote', params: {}, selection: { ids } }, writer());
    const started = await process().run(plan.id, writer());
    const pumps = [process(), process(), process()];
    for (let round = 0; round < 20; round++) {
      await Promise.all(pumps.map((jobs) => jobs.work({ budgetMs: 0.001 }, writer())));
    }
    const job = await process().get(started.id, writer());
    assert.deepEqual([job.state, job.ok], ['done', COUNT]);
    assert.ok([...store.clients.values()].every((client) => levelOf(client) === 1));
  });
});
