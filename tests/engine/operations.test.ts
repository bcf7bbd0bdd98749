import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  isClienteleError,
  PERMISSIONS,
  type ErrorCode,
  type Permission,
  type RecordPatch,
} from '../../src/contract/index.js';
import { operations } from '../../src/contract/operations.js';
import { RIGHTS_MATRIX, withAccess, type AdapterOperation } from '../../src/engine/index.js';
import { everyoneView, plainAdapter, TODAY } from './support/plain.js';
import { people, writer } from './support/store.js';

const everyone = { v: 1, where: { kind: 'everyone' } } as const;
const window = { at: 0, size: 10 };
const record: RecordPatch = { record: 'bookings', id: 'r1', version: null, client: 'c00000', patch: {} };

const keptSegment = (id: string) => ({ id, version: null, name: id, document: everyone });

type Access = Required<ReturnType<typeof withAccess>>;

/** One harmless call of each member. Jobs and views need something to be called on: `made` holds it. */
const CALLS: Record<AdapterOperation, (access: Access, made: { plan: string; job: string }) => unknown> = {
  describe: (access) => access.describe(writer()),
  find: (access) => access.find({ where: everyone, sort: [], window }, writer()),
  count: (access) => access.count(everyone, writer()),
  get: (access) => access.get('c00000', writer()),
  save: (access) => access.save({ id: 'c00000', version: 1, patch: { city: 'Riga' } }, writer()),
  remove: (access) => access.remove('c00001', 1, writer()),
  watch: async (access) => {
    for await (const _ of access.watch(null, writer())) break;
  },
  aggregate: (access) =>
    access.aggregate({ over: { where: everyone }, measures: [{ agg: 'count' }] }, writer()),
  ingest: (access) => access.ingest([], writer()),
  'reviews.list': (access) => access.reviews.list(writer()),
  'reviews.settle': (access) => access.reviews.settle('q1', 1, { drop: true }, writer()),
  'records.find': (access) => access.records.find({ record: 'bookings', window }, writer()),
  'records.counts': (access) => access.records.counts!('c00000', writer()),
  'records.save': (access) => access.records.save(record, writer()),
  'records.remove': (access) => access.records.remove({ record: 'bookings', id: 'r1', version: 1 }, writer()),
  'jobs.plan': (access) =>
    access.jobs.plan({ action: 'block', params: { reason: 'x' }, selection: { ids: ['c00002'] } }, writer()),
  'jobs.run': (access, { plan }) => access.jobs.run(plan, writer()),
  'jobs.get': (access, { job }) => access.jobs.get(job, writer()),
  'jobs.list': (access) => access.jobs.list(writer()),
  'jobs.rows': (access, { job }) => access.jobs.rows(job, window, writer()),
  'jobs.cancel': (access, { job }) => access.jobs.cancel(job, writer()),
  'jobs.retry': (access, { job }) => access.jobs.retry(job, writer()),
  'jobs.undo': (access, { job }) => access.jobs.undo(job, writer()),
  'jobs.work': (access) => access.jobs.work({ budgetMs: 1 }, writer()),
  'views.list': (access) => access.views.list(writer()),
  'views.save': (access) => access.views.save(everyoneView('v2', { scope: 'shared' }), writer()),
  'views.remove': (access) => access.views.remove('v1', 1, writer()),
  'library.list': (access) => access.library.list('segments', writer()),
  'library.save': (access) => access.library.save('segments', keptSegment('s2'), writer()),
  'library.remove': (access) => access.library.remove('segments', 's1', 1, writer()),
  'library.uses': (access) => access.library.uses('segments', 's1', writer()),
  'library.sizes': (access) => access.library.sizes('s1', writer()),
  explain: (access) => access.explain({ where: everyone, client: 'c00000' }, writer()),
  close: (access) => access.close(),
};
const NAMES = Object.keys(CALLS) as AdapterOperation[];

async function outcome(ask: () => unknown): Promise<ErrorCode | 'ok'> {
  try {
    await ask();
    return 'ok';
  } catch (error) {
    assert.ok(isClienteleError(error), String(error));
    return error.code;
  }
}

/** An adapter with a plan and a job of block, made by one who may do all, seen with these permissions. */
async function stage(permissions: readonly Permission[], more = {}) {
  const plain = plainAdapter({ clients: people(5), description: more });
  let held: readonly Permission[] = PERMISSIONS;
  const rights = () => ({ permissions: [...held], hidden: [], masked: [], branches: null });
  const access = withAccess({ ...plain.adapter, close: () => undefined }, { rights, believe: 0 }) as Access;
  const block = (id: string) => ({
    action: 'block',
    params: { reason: 'x' },
    selection: { ids: [id] as [string] },
  });
  plain.store.broken.add('c00004');
  const selection = { ids: ['c00003', 'c00004'] as [string, string] };
  let [job, plan] = ['none', 'none'];
  if ((await access.describe(writer())).capabilities.actions.length > 0) {
    const first = await access.jobs.plan({ ...block('c00003'), selection }, writer());
    job = (await access.jobs.run(first.id, writer())).id;
    plan = (await access.jobs.plan(block('c00004'), writer())).id;
  }
  await plain.adapter.views.save(everyoneView('v1'), writer());
  await plain.adapter.library.save('segments', keptSegment('s1'), writer());
  plain.changes.push({ kind: 'lost', at: '1' });
  held = permissions;
  return { ...plain, access, made: { job, plan } };
}

describe('the rights matrix', () => {
  it('has a cell for every operation of the contract, and every member of an adapter is behind it', async () => {
    for (const { name } of Object.values(operations)) assert.ok(name in RIGHTS_MATRIX, name);
    assert.deepEqual(Object.keys(RIGHTS_MATRIX).sort(), [...NAMES].sort());
    const { access } = await stage(PERMISSIONS);
    const members = Object.entries(access).flatMap(([key, member]) =>
      typeof member === 'function' ? [key] : Object.keys(member).map((inner) => `${key}.${inner}`),
    );
    assert.deepEqual(members.sort(), [...NAMES].sort());
  });

  it('lets one who may do all do all', async () => {
    for (const name of NAMES) {
      const { access, made } = await stage(PERMISSIONS);
      assert.equal(await outcome(() => CALLS[name](access, made)), 'ok', name);
    }
  });

  it('refuses every operation to one who lacks a permission it needs, before the adapter is asked', async () => {
    for (const name of NAMES) {
      for (const lacking of RIGHTS_MATRIX[name].needs) {
        const { access, asked, made } = await stage(
          PERMISSIONS.filter((permission) => permission !== lacking),
        );
        const before = asked.length;
        assert.equal(
          await outcome(() => CALLS[name](access, made)),
          'forbidden',
          `${name} without ${lacking}`,
        );
        assert.equal(asked.length, before, name);
      }
    }
  });

  it('lets one without any permission do nothing but ask what there is', async () => {
    const free = NAMES.filter((name) => RIGHTS_MATRIX[name].needs.length === 0);
    assert.deepEqual(free.sort(), ['close', 'describe', 'jobs.work']);
    for (const name of NAMES) {
      const { access, made } = await stage([]);
      assert.equal(
        await outcome(() => CALLS[name](access, made)),
        free.includes(name) ? 'ok' : 'forbidden',
        name,
      );
    }
  });

  it('asks for what the input touches', async () => {
    const patches: [patch: object, needed: Permission | null][] = [
      [{ city: 'x' }, 'edit'],
      [{ blocked: true }, 'block'],
      [{ blockReason: 'x', city: 'y' }, 'block'],
      [{ favourite: true }, null],
    ];
    for (const [patch, needed] of patches) {
      const save = (permissions: readonly Permission[]) =>
        stage(permissions).then(({ access }) =>
          outcome(() => access.save({ id: 'c00000', version: 1, patch: patch as never }, writer())),
        );
      assert.equal(await save(needed === null ? ['see'] : ['see', 'edit', 'block']), 'ok');
      if (needed) assert.equal(await save(PERMISSIONS.filter((each) => each !== needed)), 'forbidden');
    }
    const create = { id: 'n1', version: null, patch: { firstName: 'New' } };
    assert.equal(
      await outcome(async () => (await stage(['see', 'edit'])).access.save(create, writer())),
      'forbidden',
    );
    assert.equal(
      await outcome(async () => (await stage(['see', 'create'])).access.save(create, writer())),
      'ok',
    );
  });

  it('asks for the permission of the action in plan, run, cancel, retry and undo', async () => {
    for (const name of ['jobs.plan', 'jobs.run', 'jobs.cancel', 'jobs.retry', 'jobs.undo'] as const) {
      const { access, made } = await stage(PERMISSIONS.filter((permission) => permission !== 'block'));
      assert.equal(await outcome(() => CALLS[name](access, made)), 'forbidden', name);
    }
  });

  it('shares views with those alone who may, and gives jobs of others to those who see all', async () => {
    const { access, made } = await stage(['see', 'block']);
    assert.equal(await outcome(() => CALLS['views.save'](access, made)), 'forbidden');
    assert.equal(await outcome(() => access.views.save(everyoneView('mine'), writer())), 'ok');
    const bob = () => ({ ...writer(), actor: 'bob' });
    assert.equal(await outcome(() => access.jobs.get(made.job, bob())), 'not_found');
    assert.deepEqual(await access.jobs.list(bob()), []);
    const boss = (await stage(PERMISSIONS)).access;
    assert.equal((await boss.jobs.list(bob())).length, 1);
  });

  it('answers unsupported where the adapter says that it cannot', async () => {
    const { description } = { description: plainAdapter().adapter.describe(writer()) };
    const capabilities = {
      ...(await description).capabilities,
      write: false,
      watch: false,
      records: [],
      ingest: false,
      actions: [],
      views: false,
      aggregate: false,
      token: false,
      library: [],
      explain: false,
    };
    for (const name of NAMES) {
      if (!('can' in RIGHTS_MATRIX[name])) continue;
      const { access, made } = await stage(PERMISSIONS, { capabilities });
      assert.equal(await outcome(() => CALLS[name](access, made)), 'unsupported', name);
    }
    const { access } = await stage(PERMISSIONS, { capabilities });
    assert.equal(
      await outcome(() => access.count(everyone, writer(), { token: true, today: TODAY })),
      'unsupported',
    );
    const some = { ...capabilities, actions: ['favourite'] };
    const favouritesOnly = plainAdapter({ clients: people(2), description: { capabilities: some } });
    assert.equal(
      await outcome(() =>
        CALLS['jobs.plan'](withAccess(favouritesOnly.adapter) as Access, { plan: '', job: '' }),
      ),
      'unsupported',
    );
  });
});
