import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { memoryAdapter, type MemoryOptions } from '../../src/adapters/memory/index.js';
import { EVERYONE, isClienteleError, PERMISSIONS, type SegmentDocument } from '../../src/contract/index.js';
import { sampleBase } from '../../src/sample/index.js';
import { createClientele, type ClienteleOptions, type Session } from '../../src/sdk/index.js';
import { until } from './small-adapter.js';

const sessions: Session[] = [];
afterEach(() => {
  for (const session of sessions.splice(0)) session.end();
});

async function start(
  more: Partial<ClienteleOptions> = {},
  options: Partial<MemoryOptions> = {},
): Promise<Session> {
  const adapter = memoryAdapter({ ...sampleBase({ clients: 400 }), ...options });
  const session = createClientele({ adapter, locale: 'en', ...more });
  sessions.push(session);
  await session.ready;
  return session;
}

const question = {
  where: EVERYONE,
  sort: [{ field: 'name', dir: 'asc' }],
  fields: ['name', 'phones', 'visits', 'favourite', 'blocked', 'city'],
} as const;

describe('a session over the memory adapter', () => {
  it('has rows as soon as it asks, sorted, and in every window', async () => {
    const session = await start();
    const result = session.open(question);
    await until(() => result.state === 'ready');
    assert.equal(result.total, 400);
    for (const at of [0, 150, 399]) assert.ok(result.rows(at, 1)[0]?.name, `row ${at}`);
    const names = result.rows(0, 400).map((client) => client?.name);
    assert.equal(new Set(result.rows(0, 400).map((client) => client?.id)).size, 400);
    assert.ok(names.every(Boolean));
  });

  it('counts what a segment finds', async () => {
    const session = await start();
    const where: SegmentDocument = { v: 1, where: { kind: 'field', field: 'visits', op: 'gte', value: 5 } };
    const { count } = await session.count(where);
    const result = session.open({ ...question, where });
    await until(() => result.state === 'ready');
    assert.equal(result.total, count);
    assert.ok(count > 0 && count < 400);
  });

  it('edits, shows the edit in the list, and refuses a stale version', async () => {
    const session = await start();
    const result = session.open(question);
    await until(() => result.state === 'ready');
    const client = await session.get(result.rows(0, 1)[0]?.id ?? '');
    const saved = await session.save(client.id, client.version, { city: 'Springfield' });
    assert.equal(result.rows(0, 1)[0]?.city, 'Springfield');
    await assert.rejects(
      session.save(client.id, client.version, { city: 'Shelbyville' }),
      (error) => isClienteleError(error) && error.code === 'stale_version',
    );
    assert.equal(session.peek(client.id)?.version, saved.version);
    assert.equal(result.rows(0, 1)[0]?.city, 'Springfield');
  });

  it('marks a favourite, blocks with a reason, and undoes', async () => {
    const session = await start();
    const result = session.open(question);
    await until(() => result.state === 'ready');
    const id = result.rows(3, 1)[0]?.id ?? '';
    const starred = await session.act({
      action: 'favourite',
      params: { on: true },
      selection: { ids: [id] },
    });
    assert.equal((await session.finished(starred.id)).state, 'done');
    await until(() => result.rows(3, 1)[0]?.favourite === true);

    const blocked = await session.act({
      action: 'block',
      params: { reason: 'rude' },
      selection: { ids: [id] },
    });
    assert.equal(result.rows(3, 1)[0]?.blocked, true);
    const done = await session.finished(blocked.id);
    assert.equal(done.ok, 1);
    assert.equal(done.undoable, true);
    const undone = await session.undo(done.id);
    assert.equal((await session.finished(undone.id)).ok, 1);
    await until(() => !result.rows(3, 1)[0]?.blocked);
  });

  it('deletes several with the typed word, and brings them back', async () => {
    const session = await start();
    const result = session.open(question);
    await until(() => result.state === 'ready');
    const [first = '', ...rest] = result.rows(0, 3).map((client) => client?.id ?? '');
    const request = {
      action: 'delete',
      params: {},
      selection: { ids: [first, ...rest] as [string, ...string[]] },
    };
    await assert.rejects(
      session.plan(request).then(({ id }) => session.run(id)),
      isClienteleError,
      'the word is asked for by the adapter too',
    );
    const plan = await session.plan({ ...request, word: 'DELETE' });
    assert.equal(plan.affected, 3);
    const told: boolean[] = [];
    session.on('clients', ({ op, own }) => op === 'removed' && told.push(own));
    const job = await session.finished((await session.run(plan.id)).id);
    assert.equal(job.ok, 3);
    await until(() => result.stale && told.length > 0);
    assert.deepEqual([...new Set(told)], [true]);
    result.refresh();
    assert.equal(result.total, 397);
    await session.finished((await session.undo(job.id)).id);
    await until(() => result.stale);
    result.refresh();
    assert.equal(result.total, 400);
  });

  it('acts on all found, except some', async () => {
    const session = await start();
    const found = await session.count(EVERYONE, { token: true });
    const result = session.open(question);
    const selection = {
      found: EVERYONE,
      except: [result.rows(0, 1)[0]?.id ?? ''],
      count: found.count,
      token: found.token ?? '',
      today: found.today,
    };
    const job = await session.act({ action: 'favourite', params: { on: true }, selection });
    const ended = await session.finished(job.id);
    assert.equal(ended.ok + ended.skipped, 399);
    await until(() => result.rows(1, 1)[0]?.favourite === true);
    assert.notEqual(result.rows(0, 1)[0]?.favourite, true);
  });

  it('takes in a booking, which finds or makes its client, and the list hears of it', async () => {
    const session = await start();
    const result = session.open(question);
    await until(() => result.state === 'ready');
    const [outcome] = await session.ingest([
      {
        record: 'bookings',
        id: 'host-1',
        client: { name: 'Nobody Sofar', phone: '+359888000111' },
        values: { start: new Date().toISOString(), state: 'arrived', price: 3500 },
      },
    ]);
    assert.equal(outcome?.outcome, 'created');
    await until(() => result.stale);
    result.refresh();
    assert.equal(result.total, 401);
  });

  it('keeps from a role what it may not see, in every way of asking', async () => {
    const session = await start({ permissions: ['see'], hidden: ['visits'] });
    const result = session.open({ ...question, fields: ['name', 'phones'] });
    await until(() => result.state === 'ready');
    const phone = result.rows(0, 400).find((client) => client?.phones?.length)?.phones?.[0];
    assert.ok(phone && 'masked' in phone, 'contacts are masked');
    const client = await session.get(result.rows(0, 1)[0]?.id ?? '');
    assert.equal('visits' in client, false);
    const asked = session.open({ ...question, sort: [{ field: 'visits', dir: 'desc' }] });
    await until(() => asked.state === 'error');
    assert.equal(session.can('edit'), false);
    await assert.rejects(session.save(client.id, client.version, { city: 'X' }), isClienteleError);
    session.update({ permissions: [...PERMISSIONS] });
    await session.ready;
    await until(() => {
      const [row] = result.rows(0, 400).flatMap((one) => one?.phones ?? []);
      return row && 'value' in row;
    });
  });

  it('keeps views', async () => {
    const session = await start();
    const state = { v: 1 as const, columns: [{ field: 'name' }], pinned: 1, sort: [], where: EVERYONE };
    const view = await session.saveView({
      id: 'mine',
      version: null,
      name: 'Mine',
      scope: 'personal',
      state,
    });
    assert.equal(view.owner, session.description?.actor.id);
    assert.deepEqual(
      (await session.views()).map(({ id }) => id),
      ['mine'],
    );
  });

  it('has every row of a window there when it is asked for, however far the jump', async () => {
    const session = await start({}, sampleBase({ clients: 20_000 }));
    const result = session.open(question);
    await until(() => result.state === 'ready');
    result.rows(0, 40);
    for (let frame = 0; frame < 100; frame++) {
      const rows = result.rows((frame * 555) % 19_900, 45);
      assert.ok(rows.every(Boolean), 'no blank row');
    }
  });
});
