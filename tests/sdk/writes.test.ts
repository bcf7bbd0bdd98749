import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { ClienteleError, isClienteleError, type ActionRequest } from '../../src/contract/index.js';
import { createClientele, type Session, type SessionEvents } from '../../src/sdk/index.js';
import { ALL, settled, SmallBase, until, type SmallOptions } from './small-adapter.js';

const sessions: Session[] = [];
afterEach(() => {
  for (const session of sessions.splice(0)) session.end();
});

async function start(options?: SmallOptions): Promise<{ base: SmallBase; session: Session }> {
  const base = new SmallBase(options);
  const session = createClientele({ adapter: base.adapter, locale: 'en' });
  sessions.push(session);
  if (options?.hasWatch !== false) await until(() => base.streams === 1);
  return { base, session };
}

const codeOf = (error: unknown): string => (isClienteleError(error) ? error.code : String(error));
const favourite = (id: string, on = true): ActionRequest => ({
  action: 'favourite',
  params: { on },
  selection: { ids: [id] },
});

describe('an edit', () => {
  it('shows at once in every result and in peek, before the answer', async () => {
    const { base, session } = await start();
    const [one, two] = [session.open(ALL), session.open({ ...ALL, sort: [] })];
    base.isLater = true;
    const saving = session.save('c00001', 1, { city: 'Sofia' });
    assert.equal(one.rows(1, 1)[0]?.city, 'Sofia');
    assert.equal(two.rows(1, 1)[0]?.city, 'Sofia');
    assert.equal(session.peek('c00001')?.city, 'Sofia');
    await settled();
    await base.release();
    assert.equal((await saving).version, 2);
    assert.equal(one.rows(1, 1)[0]?.version, 2);
  });

  it('that is refused is taken back, and the caller hears why', async () => {
    const { base, session } = await start();
    const result = session.open(ALL);
    base.fail('save', new ClienteleError('forbidden', 'no'));
    const saving = session.save('c00001', 1, { city: 'Sofia' });
    assert.equal(result.rows(1, 1)[0]?.city, 'Sofia');
    await assert.rejects(saving, (error) => codeOf(error) === 'forbidden');
    assert.equal(result.rows(1, 1)[0]?.city, 'Riga');
  });

  it('after another one still under way follows its version', async () => {
    const { base, session } = await start();
    session.open(ALL);
    base.isLater = true;
    const both = Promise.all([
      session.save('c00001', 1, { occupation: 'Baker' }),
      session.save('c00001', 1, { city: 'Sofia' }),
    ]);
    await settled();
    assert.equal(base.count('save'), 1, 'one after another');
    await base.release();
    await until(() => base.count('save') === 2);
    await base.release();
    const [, second] = await both;
    assert.equal(second.version, 3);
    assert.equal(second.occupation, 'Baker');
    assert.equal(second.city, 'Sofia');
  });

  it('of another client does not wait', async () => {
    const { base, session } = await start();
    base.isLater = true;
    const both = Promise.all([
      session.save('c00001', 1, { city: 'Sofia' }),
      session.save('c00002', 1, { city: 'Varna' }),
    ]);
    await settled();
    assert.equal(base.count('save'), 2);
    await base.release();
    await both;
  });

  it('on a version that is gone answers stale_version, with what stands now in the cache', async () => {
    const { base, session } = await start();
    session.open(ALL);
    base.edit('c00001', { city: 'By another' }, null);
    await assert.rejects(session.save('c00001', 1, { city: 'Mine' }), (error: ClienteleError) => {
      assert.equal(error.code, 'stale_version');
      assert.equal(error.detail.version, 2);
      assert.equal(session.peek('c00001')?.city, 'By another');
      assert.equal(session.peek('c00001')?.version, 2);
      return true;
    });
  });

  it('stays on top of answers that come meanwhile', async () => {
    const { base, session } = await start();
    const result = session.open(ALL);
    base.isLater = true;
    const saving = session.save('c00001', 1, { city: 'Sofia' });
    result.refresh();
    await base.release((operation) => operation === 'find');
    assert.equal(result.rows(1, 1)[0]?.city, 'Sofia');
    await base.release();
    await saving;
    assert.equal(result.rows(1, 1)[0]?.city, 'Sofia');
  });

  it('of a name is seen in the whole name at once', async () => {
    const { base, session } = await start();
    base.clients.set('c00001', {
      id: 'c00001',
      version: 1,
      name: 'Anna Miller',
      firstName: 'Anna',
      lastName: 'Miller',
    });
    await session.get('c00001');
    base.isLater = true;
    const saving = session.save('c00001', 1, { lastName: 'Berzina' });
    assert.equal(session.peek('c00001')?.name, 'Anna Berzina');
    await settled();
    await base.release();
    await saving;
  });

  it('is known as our own when the stream brings it back', async () => {
    const { base, session } = await start();
    session.open(ALL);
    const events: SessionEvents['clients'][] = [];
    session.on('clients', (event) => events.push(event));
    await session.save('c00001', 1, { city: 'Sofia' });
    base.edit('c00002', { city: 'By another' });
    await until(() => events.some(({ own }) => !own));
    assert.deepEqual(
      events.filter(({ own }) => !own).map(({ ids }) => ids),
      [['c00002']],
    );
  });

  it('carries its own key', async () => {
    const { base, session } = await start();
    await session.save('c00001', 1, { city: 'Sofia' });
    await session.save('c00001', 2, { city: 'Varna' });
    const keys = base.asked
      .filter(({ operation }) => operation === 'save')
      .map(({ context }) => ('key' in context ? String(context.key) : ''));
    assert.equal(new Set(keys).size, 2);
    for (const key of keys) assert.match(key, /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-/);
  });

  it('of a field that sorts makes the result stale', async () => {
    const { session } = await start();
    const result = session.open({ ...ALL, sort: [{ field: 'occupation', dir: 'asc' }] });
    await session.save('c00001', 1, { city: 'Sofia' });
    assert.equal(result.stale, false);
    await session.save('c00001', 2, { occupation: 'Baker' });
    assert.equal(result.stale, true);
  });
});

describe('create and remove', () => {
  it('tell, and make results stale', async () => {
    const { session } = await start();
    const result = session.open(ALL);
    const told: string[] = [];
    session.on('clients', ({ op, own }) => told.push(`${op} ${String(own)}`));
    const made = await session.create({ firstName: 'Anna' });
    assert.deepEqual(told, ['created true']);
    assert.equal(session.peek(made.id)?.firstName, 'Anna');
    assert.equal(result.stale, true);
    result.refresh();
    assert.equal(result.total, 1001);
    await session.remove('c00001', 1);
    assert.equal(told.at(-1), 'removed true');
    assert.ok(result.rows(0, 5).some((client) => client?.removedAt));
    result.refresh();
    assert.equal(result.total, 1000);
  });
});

describe('act', () => {
  it('shows a favourite at once, and what was really done when the job has ended', async () => {
    const { session } = await start();
    const result = session.open({ ...ALL, fields: ['name', 'favourite'] });
    const acting = session.act(favourite('c00001'));
    assert.equal(result.rows(1, 1)[0]?.favourite, true);
    const job = await acting;
    const done = await session.finished(job.id);
    assert.equal(done.state, 'done');
    assert.equal(done.ok, 1);
    await settled();
    assert.equal(result.rows(1, 1)[0]?.favourite, true);
  });

  it('that is refused is taken back', async () => {
    const { base, session } = await start();
    const result = session.open({ ...ALL, fields: ['name', 'blocked'] });
    base.fail('jobs.run', new ClienteleError('forbidden', 'no'));
    const acting = session.act({ action: 'block', params: { reason: 'x' }, selection: { ids: ['c00001'] } });
    assert.equal(result.rows(1, 1)[0]?.blocked, true);
    await assert.rejects(acting);
    assert.equal(result.rows(1, 1)[0]?.blocked, undefined);
  });

  it('that fails for a client is taken back for that client', async () => {
    const { base, session } = await start();
    const result = session.open({ ...ALL, fields: ['name', 'favourite'] });
    base.fail('row c00001', new ClienteleError('storage', 'full'));
    const job = await session.act({
      action: 'favourite',
      params: { on: true },
      selection: { ids: ['c00001', 'c00002'] },
    });
    const done = await session.finished(job.id);
    assert.equal(done.failed, 1);
    await until(() => result.rows(1, 1)[0]?.favourite === undefined);
    assert.equal(result.rows(2, 1)[0]?.favourite, true);
  });

  it('needs the right and the capability', async () => {
    const { session } = await start();
    assert.equal(session.action('delete')?.id, 'delete');
    assert.equal(session.action('restore'), null, 'the adapter cannot');
    session.update({ permissions: ['see'] });
    await session.ready;
    assert.equal(session.action('delete'), null, 'the role may not');
    assert.equal(session.action('favourite')?.id, 'favourite');
  });
});

describe('jobs', () => {
  it('of ours that remove clients mark their rows and say that it was us', async () => {
    const { session } = await start();
    const result = session.open(ALL);
    const told: SessionEvents['clients'][] = [];
    session.on('clients', (event) => told.push(event));
    const job = await session.act({ action: 'delete', params: {}, selection: { ids: ['c00001'] } });
    await session.finished(job.id);
    await until(() => result.rows(1, 1)[0]?.removedAt !== undefined);
    await until(() => told.some(({ op }) => op === 'removed'));
    assert.deepEqual(
      told.filter(({ op }) => op === 'removed'),
      [{ ids: ['c00001'], op: 'removed', own: true }],
    );
    assert.equal(result.stale, true);
  });

  it('of an embedded adapter are worked in slices until they are done, and told as they go', async () => {
    const { base, session } = await start();
    const states: string[] = [];
    session.on('job', ({ state, ok }) => states.push(`${state} ${ok}`));
    const plan = await session.plan({
      action: 'delete',
      params: {},
      selection: { ids: ['c00001', 'c00002'] },
    });
    const job = await session.run(plan.id);
    await session.finished(job.id);
    assert.equal(states[0], 'queued 0');
    assert.equal(states.at(-1), 'done 2');
    assert.ok(base.count('jobs.work') >= 2);
  });

  it('left over from an earlier visit go on by themselves', async () => {
    const base = new SmallBase();
    const early = createClientele({ adapter: base.adapter });
    const plan = await early.plan(favourite('c00001'));
    await early.run(plan.id);
    early.end();
    base.isClosed = false;
    sessions.push(createClientele({ adapter: base.adapter }));
    await until(() => base.jobs.get('job-1')?.state === 'done');
  });

  it('of a server are its own to work, and are heard of by the stream', async () => {
    const { base, session } = await start({ isRemote: true });
    const job = await session.act(favourite('c00001'));
    const finished = session.finished(job.id);
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.equal(base.count('jobs.work'), 0);
    base.work();
    assert.equal((await finished).state, 'done');
  });

  it('that end while nobody listens are still found finished', async () => {
    const { session } = await start({ hasWatch: false });
    const job = await session.act(favourite('c00001'));
    await session.finished(job.id);
    assert.equal((await session.finished(job.id)).state, 'done');
  });

  it('whose session ends reject those who wait', async () => {
    const { session } = await start({ isRemote: true });
    const job = await session.act(favourite('c00001'));
    const finished = session.finished(job.id);
    await settled();
    session.end();
    await assert.rejects(finished, (error) => codeOf(error) === 'aborted');
  });
});
