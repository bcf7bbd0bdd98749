import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { ClienteleError } from '../../src/contract/index.js';
import { chain } from '../../src/engine/index.js';
import { createClientele, type ListQuestion, type ResultSet, type Session } from '../../src/sdk/index.js';
import { ALL, settled, SmallBase, until, type SmallOptions } from './small-adapter.js';

const sessions: Session[] = [];
afterEach(() => {
  for (const session of sessions.splice(0)) session.end();
});

function start(options?: SmallOptions): { base: SmallBase; session: Session } {
  const base = new SmallBase(options);
  const session = createClientele({ adapter: base.adapter, locale: 'en' });
  sessions.push(session);
  return { base, session };
}

async function startLater(
  options?: SmallOptions,
  question: ListQuestion = ALL,
): Promise<{ base: SmallBase; session: Session; result: ResultSet }> {
  const { base, session } = start({ isLater: true, ...options });
  const result = session.open(question);
  assert.equal(result.state, 'loading');
  await base.release();
  await until(() => result.state === 'ready');
  return { base, session, result };
}

const names = (result: ResultSet, at: number, size: number): (string | undefined)[] =>
  result.rows(at, size).map((client) => client?.name);

describe('rows of an adapter in the page', () => {
  it('are there as soon as they are asked for', () => {
    const { session } = start();
    const result = session.open(ALL);
    assert.equal(result.state, 'ready');
    assert.equal(result.total, 1000);
    assert.deepEqual(names(result, 0, 2), ['Client 0', 'Client 1']);
    assert.deepEqual(names(result, 777, 2), ['Client 777', 'Client 778']);
    assert.deepEqual(names(result, 998, 30), ['Client 998', 'Client 999']);
  });

  it('are asked for once, in pages', () => {
    const { base, session } = start();
    const result = session.open(ALL);
    for (let at = 0; at < 60; at++) result.rows(at, 30);
    assert.equal(base.count('find'), 1);
    result.rows(95, 30);
    assert.equal(base.count('find'), 2);
  });

  it('tell nobody of rows that were in the answer itself', async () => {
    const { session } = start();
    const result = session.open(ALL);
    await settled();
    let told = 0;
    result.subscribe(() => told++);
    result.rows(500, 30);
    await settled();
    assert.equal(told, 0);
  });

  it('beyond the end are none', () => {
    const { session } = start({ clients: 0 });
    const result = session.open(ALL);
    assert.equal(result.total, 0);
    assert.deepEqual(result.rows(0, 30), []);
    assert.deepEqual(result.rows(5000, 30), []);
  });

  it('keep no more pages than they need', () => {
    const { base, session } = start({ clients: 20_000 });
    const result = session.open(ALL);
    for (let at = 0; at < 20_000; at += 100) result.rows(at, 30);
    const before = base.count('find');
    result.rows(0, 30);
    assert.equal(base.count('find'), before + 1, 'the first page was let go long ago');
  });
});

describe('rows of an adapter far away', () => {
  it('are undefined until they come, and then tell', async () => {
    const { base, result } = await startLater();
    await base.release();
    let told = 0;
    result.subscribe(() => told++);
    assert.deepEqual(names(result, 500, 2), [undefined, undefined]);
    await base.release();
    assert.ok(told > 0);
    assert.deepEqual(names(result, 500, 2), ['Client 500', 'Client 501']);
  });

  it('ahead are asked for before they are wanted, in the direction of scrolling', async () => {
    const { base, result } = await startLater();
    await base.release();
    await settled();
    const before = base.count('find');
    assert.deepEqual(names(result, 150, 2), ['Client 150', 'Client 151'], 'page 1 came ahead');
    assert.equal(base.count('find'), before + 1, 'page 2 is on its way');
    await base.release();
    result.rows(550, 2);
    await base.release();
    await base.release();
    const last = base.count('find');
    result.rows(549, 2);
    assert.equal(base.count('find'), last + 1);
    const window = base.lastWindow;
    assert.equal(window.at, 400, 'scrolling back asks for the page before');
  });

  it('no longer wanted are dropped, and a fling does not ask for all that it flies over', async () => {
    const { base, result } = await startLater({ clients: 100_000 });
    await base.release();
    const before = base.count('find');
    for (let at = 1000; at < 60_000; at += 1000) result.rows(at, 30);
    assert.ok(base.count('find') - before <= 2, `${base.count('find') - before} questions`);
    assert.ok(base.waiting.length <= 1);
    await until(() => base.waiting.length === 1);
    await base.release();
    assert.equal(result.rows(59_000, 1)[0]?.name, 'Client 59000');
  });

  it('that adjoin come in one answer', async () => {
    const { base, result } = await startLater();
    await base.release();
    result.rows(350, 300);
    const window = base.lastWindow;
    assert.deepEqual(window, { at: 300, size: 400 });
  });

  it('of an older revision never stand over newer ones', async () => {
    const { base, result } = await startLater({ clients: 600 });
    await base.release();
    result.rows(200, 150);
    const slow = base.waiting.splice(0);
    base.edit('c00000', { visits: 5000 }, null);
    result.refresh();
    await until(() => base.waiting.length > 0);
    await base.release();
    assert.equal(result.rows(200, 1)[0]?.name, 'Client 201');
    slow.forEach((one) => one.answer());
    await settled();
    assert.equal(result.rows(200, 1)[0]?.name, 'Client 201');
  });
});

describe('refresh', () => {
  it('keeps the old rows until the new ones are there', async () => {
    const { base, result } = await startLater();
    await base.release();
    base.edit('c00000', { visits: 5000 }, null);
    result.refresh();
    assert.equal(result.state, 'ready');
    assert.equal(names(result, 0, 1)[0], 'Client 0');
    await base.release();
    assert.equal(names(result, 0, 1)[0], 'Client 1');
  });

  it('takes in new rows at once in the page, and tells', async () => {
    const { base, session } = start();
    const result = session.open(ALL);
    await settled();
    let told = 0;
    result.subscribe(() => told++);
    base.edit('c00000', { visits: 5000 }, null);
    result.refresh();
    assert.equal(names(result, 0, 1)[0], 'Client 1');
    await settled();
    assert.equal(told, 1);
  });

  it('after an error asks again', async () => {
    const { base, session } = start();
    base.fail('find', new ClienteleError('unavailable', 'down'));
    const result = session.open(ALL);
    assert.equal(result.state, 'error');
    assert.equal(result.error?.code, 'unavailable');
    assert.equal(result.error?.detail.operation, 'find');
    result.rows(0, 30);
    assert.equal(base.count('find'), 1, 'what failed is not asked for with each frame');
    result.refresh();
    assert.equal(result.state, 'ready');
    assert.equal(result.error, null);
  });

  it('that fails keeps the old rows and says so', async () => {
    const { base, result } = await startLater();
    await base.release();
    base.fail('find', new ClienteleError('timeout', 'slow'));
    result.refresh();
    await base.release();
    assert.equal(result.state, 'error');
    assert.equal(names(result, 0, 1)[0], 'Client 0');
  });
});

describe('live changes', () => {
  it('show new values in their places', async () => {
    const { base, session } = start();
    const result = session.open(ALL);
    await until(() => base.streams === 1);
    base.edit('c00003', { firstName: 'Anna' });
    await until(() => names(result, 3, 1)[0] === 'Anna');
    assert.equal(result.stale, false, 'the name is no part of the question');
    assert.equal(base.count('find'), 1);
  });

  it('that may move rows mark the result stale, and move none', async () => {
    const { base, session } = start();
    const result = session.open(ALL);
    await until(() => base.streams === 1);
    base.edit('c00003', { visits: 9999 });
    await until(() => result.stale);
    assert.equal(result.rows(3, 1)[0]?.visits, 9999);
    result.refresh();
    assert.equal(result.stale, false);
    assert.equal(result.rows(999, 1)[0]?.id, 'c00003');
  });

  it('of many shown rows read the window once', async () => {
    const { base, session } = start();
    const result = session.open(ALL);
    await until(() => base.streams === 1);
    const ids = Array.from({ length: 40 }, (_, index) => `c${String(index).padStart(5, '0')}`);
    for (const id of ids) base.edit(id, { firstName: 'Everyone' }, null);
    base.tell({ kind: 'clients', at: '', op: 'updated', ids, fields: ['firstName'] });
    await until(() => names(result, 39, 1)[0] === 'Everyone');
    assert.equal(base.count('find'), 2);
    assert.equal(base.count('get'), 0);
  });

  it('of rows out of sight cost nothing until they are wanted', async () => {
    const { base, session } = start();
    const result = session.open(ALL);
    result.rows(500, 30);
    await until(() => base.streams === 1);
    base.edit('c00003', { firstName: 'Anna' });
    await new Promise((resolve) => setTimeout(resolve, 40));
    assert.equal(base.count('get'), 0);
    assert.equal(names(result, 3, 1)[0], 'Anna');
  });

  it('in a filter make it stale; in another field do not', async () => {
    const { base, session } = start();
    const where = { v: 1, where: { kind: 'field', field: 'city', op: 'is', value: 'Riga' } } as const;
    const result = session.open({ where, sort: [], fields: ['name'] });
    assert.equal(result.total, 500);
    await until(() => base.streams === 1);
    base.edit('c00001', { visits: 3 });
    await new Promise((resolve) => setTimeout(resolve, 40));
    assert.equal(result.stale, false);
    base.edit('c00001', { city: 'Brno' });
    await until(() => result.stale);
  });

  it('say removed rows are removed, in their places', async () => {
    const { base, session } = start();
    const result = session.open(ALL);
    await until(() => base.streams === 1);
    base.edit('c00002', {}, null);
    Object.assign(base.clients.get('c00002') ?? {}, { removedAt: '2026-11-23T00:00:00Z' });
    base.tell({ kind: 'clients', at: '', op: 'removed', ids: ['c00002'] });
    await until(() => result.rows(2, 1)[0]?.removedAt !== undefined);
    assert.equal(result.stale, true);
    assert.equal(result.total, 1000, 'nothing moves before refresh');
  });

  it('after a lost stretch mark everything stale and read what is shown', async () => {
    const { base, session } = start();
    const result = session.open(ALL);
    await until(() => base.streams === 1);
    base.edit('c00000', { firstName: 'Unheard' }, null);
    base.tell({ kind: 'lost', at: '' });
    await until(() => result.stale);
    assert.equal(names(result, 0, 1)[0], 'Unheard');
  });

  it('go on after the last cursor when the stream broke', async () => {
    const { base, session } = start();
    const result = session.open(ALL);
    await until(() => base.streams === 1);
    base.edit('c00001', { firstName: 'First' });
    await until(() => names(result, 1, 1)[0] === 'First');
    base.breakStreams();
    await until(() => base.streams === 0);
    assert.equal(session.online, false);
    base.edit('c00002', { firstName: 'Meanwhile' });
    await until(() => names(result, 2, 1)[0] === 'Meanwhile');
    assert.equal(session.online, true);
    const cursors = base.asked.filter(({ operation }) => operation === 'watch').map(({ detail }) => detail);
    assert.deepEqual(cursors, [null, '1']);
  });

  it('that began with nothing to go on from are lost when the stream breaks', async () => {
    const { base, session } = start();
    const result = session.open(ALL);
    await until(() => base.streams === 1);
    base.breakStreams(new ClienteleError('unavailable', 'restart'));
    base.edit('c00000', { firstName: 'Unheard' }, null);
    await until(() => names(result, 0, 1)[0] === 'Unheard');
    assert.equal(result.stale, true);
  });
});

describe('a result', () => {
  it('knows the position of a loaded client', () => {
    const { session } = start();
    const result = session.open(ALL);
    result.rows(0, 150);
    assert.equal(result.positionOf('c00142'), 142);
    assert.equal(result.positionOf('c00900'), null);
  });

  it('that is closed asks and tells no more', async () => {
    const { base, result } = await startLater();
    await base.release();
    let told = 0;
    result.subscribe(() => told++);
    result.rows(500, 10);
    result.close();
    assert.equal(base.waiting.length, 0, 'what was under way is aborted');
    result.refresh();
    await settled();
    assert.equal(told, 0);
  });

  it('counts where pages do not say how many there are', async () => {
    const { base, session } = start();
    const { find } = base.adapter;
    base.adapter.find = (query, context) => chain(find(query, context), (page) => ({ ...page, total: null }));
    const counted = createClientele({ adapter: base.adapter });
    sessions.push(counted);
    assert.equal(counted.open(ALL).total, 1000);
    session.end();
  });
});
