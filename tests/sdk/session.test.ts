import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { ClienteleError, isClienteleError, type Permission } from '../../src/contract/index.js';
import { createClientele, type ClienteleOptions, type Session } from '../../src/sdk/index.js';
import { ALL, settled, SmallBase, until, type SmallOptions } from './small-adapter.js';

const sessions: Session[] = [];
afterEach(() => {
  for (const session of sessions.splice(0)) session.end();
});

function start(
  options?: SmallOptions,
  more: Partial<ClienteleOptions> = {},
): { base: SmallBase; session: Session } {
  const base = new SmallBase(options);
  const session = createClientele({ adapter: base.adapter, ...more });
  sessions.push(session);
  return { base, session };
}

const codeOf = (error: unknown): string => (isClienteleError(error) ? error.code : String(error));

describe('the start', () => {
  it('over an adapter in the page is done when createClientele returns', () => {
    const { session } = start();
    assert.equal(session.description?.actor.name, 'Anna');
    assert.ok(session.catalogue.fields.has('visits'));
    assert.equal(session.can('delete'), true);
    assert.match(session.today, /^\d{4}-\d{2}-\d{2}$/);
  });

  it('over a slow adapter leaves results loading until the description is there', async () => {
    const { base, session } = start({ isDescribedLater: true });
    const result = session.open(ALL);
    assert.equal(session.description, null);
    assert.equal(session.catalogue.fields.size, 0);
    assert.equal(session.can('see'), false);
    assert.deepEqual(result.rows(0, 10), Array.from({ length: 10 }));
    base.isDescribedLater = false;
    await base.release();
    assert.equal((await session.ready).contract, 1);
    assert.equal(result.state, 'ready');
  });

  it('that fails rejects ready, tells the monitoring, and can be tried again', async () => {
    const base = new SmallBase();
    base.fail('describe', new ClienteleError('offline', 'no network'));
    const heard: string[] = [];
    const session = createClientele({ adapter: base.adapter, onError: ({ code }) => heard.push(code) });
    sessions.push(session);
    const result = session.open(ALL);
    await assert.rejects(session.ready, (error) => codeOf(error) === 'offline');
    assert.deepEqual(heard, ['offline']);
    assert.equal(session.online, false);
    session.update({});
    await session.ready;
    assert.equal(session.online, true);
    await until(() => result.state === 'ready');
  });

  it('of an adapter that throws anything gives an error of the closed union with its cause', async () => {
    const base = new SmallBase();
    const cause = new TypeError('x is not a function');
    base.adapter.find = () => {
      throw cause;
    };
    const session = createClientele({ adapter: base.adapter });
    sessions.push(session);
    const result = session.open(ALL);
    assert.equal(result.error?.code, 'unavailable');
    assert.equal(result.error?.cause, cause);
    assert.equal(result.error?.detail.operation, 'find');
  });
});

describe('options', () => {
  it('override an embedded adapter', () => {
    const { session } = start(undefined, {
      timeZone: 'Asia/Tokyo',
      currency: 'CZK',
      permissions: ['see', 'edit'],
      actor: { id: 'eva', name: 'Eva', role: 'reception' },
      catalogue: { fields: [{ id: 'custom.hasCat', type: 'boolean', label: 'Has a cat' }] },
    });
    assert.equal(session.description?.settings.timeZone, 'Asia/Tokyo');
    assert.match(session.format.money(12_345), /123[.,]45/);
    assert.equal(session.can('delete'), false);
    assert.equal(session.description?.actor.role, 'reception');
    assert.equal(session.catalogue.fields.get('custom.hasCat')?.group, 'custom');
  });

  it("leave a server's own settings and rights alone", () => {
    const { session } = start({ isRemote: true }, { timeZone: 'Asia/Tokyo', permissions: ['see'] });
    assert.equal(session.description?.settings.timeZone, 'UTC');
    assert.equal(session.can('delete'), true);
  });

  it('hide what the user may not see', () => {
    const { session } = start(undefined, { hidden: ['totalSpent'], permissions: ['see'] });
    assert.equal(session.catalogue.fields.has('totalSpent'), false);
    assert.equal(session.catalogue.fields.has('allergies'), false, 'sensitive without the right');
    assert.ok(session.catalogue.fields.has('visits'));
  });
});

describe('update', () => {
  it('of the rights forgets every client before anything is asked again', async () => {
    const { base, session } = start();
    const result = session.open(ALL);
    await session.get('c00001');
    base.isLater = true;
    base.isDescribedLater = true;
    session.update({ permissions: ['see'] as Permission[] });
    await base.release();
    assert.equal(session.peek('c00001'), null);
    assert.deepEqual(result.rows(0, 1), [undefined]);
    assert.equal(result.state, 'loading');
    await base.release();
    await until(() => result.state === 'ready');
    assert.equal(session.can('edit'), false);
  });

  it('of the locale changes the formats and asks nothing', () => {
    const { base, session } = start(undefined, { locale: 'en' });
    const asked = base.asked.length;
    let told = 0;
    session.on('description', () => told++);
    session.update({ locale: 'cs' });
    assert.equal(session.locale, 'cs');
    assert.equal(session.format.locale, 'cs');
    assert.equal(told, 1);
    assert.equal(base.asked.length, asked);
  });

  it('that comes twice keeps the newer answer', async () => {
    const { base, session } = start();
    base.isDescribedLater = true;
    session.update({ permissions: ['see'] });
    session.update({ permissions: ['see', 'edit'] });
    const [first, second] = base.waiting.splice(0);
    second?.answer();
    await settled();
    first?.answer();
    await session.ready;
    assert.equal(session.can('edit'), true);
  });

  it('comes by itself when the base says that its description changed', async () => {
    const { base, session } = start();
    await until(() => base.streams === 1);
    base.rights.permissions = ['see'];
    base.tell({ kind: 'description', at: '' });
    await until(() => !session.can('delete'));
  });
});

describe('get', () => {
  it('answers from the cache while the stream keeps it current', async () => {
    const { base, session } = start();
    await until(() => base.streams === 1);
    await session.get('c00001');
    await session.get('c00001');
    assert.equal(base.count('get'), 1);
    base.edit('c00001', { firstName: 'Anna' });
    await new Promise((resolve) => setTimeout(resolve, 40));
    assert.equal((await session.get('c00001')).name, 'Anna');
    assert.equal(base.count('get'), 2);
  });

  it('asks for fields that a row did not hold', async () => {
    const { base, session } = start();
    await until(() => base.streams === 1);
    session.open(ALL);
    assert.equal((await session.get('c00001', { fields: ['name'] })).name, 'Client 1');
    assert.equal(base.count('get'), 0);
    assert.equal((await session.get('c00001')).city, 'Riga');
    assert.equal(base.count('get'), 1);
  });

  it('asks the same question once at a time', async () => {
    const { base, session } = start();
    base.isLater = true;
    const both = Promise.all([session.get('c00001'), session.get('c00001')]);
    await settled();
    await base.release();
    const [one, two] = await both;
    assert.equal(one, two);
    assert.equal(base.count('get'), 1);
  });

  it('of an unknown client rejects with not_found', async () => {
    const { session } = start();
    await assert.rejects(
      async () => session.get('nobody'),
      (error) => codeOf(error) === 'not_found',
    );
  });

  it('can be aborted', async () => {
    const { base, session } = start();
    base.isLater = true;
    const control = new AbortController();
    const asking = session.get('c00001', { signal: control.signal });
    control.abort();
    await assert.rejects(
      async () => asking,
      (error) => codeOf(error) === 'aborted',
    );
  });
});

describe('online', () => {
  it('turns false with an offline error and true with the next answer, and what failed is asked again', async () => {
    const { base, session } = start({ hasWatch: false });
    const told: boolean[] = [];
    session.on('online', (online) => told.push(online));
    base.fail('find', new ClienteleError('offline', 'no network'));
    const result = session.open(ALL);
    assert.equal(session.online, false);
    assert.equal(result.state, 'error');
    await session.get('c00001');
    assert.deepEqual(told, [false, true]);
    assert.equal(result.state, 'ready');
  });
});

describe('what an adapter lacks', () => {
  it('answers unsupported', async () => {
    const { session } = start();
    await assert.rejects(
      async () => session.aggregate({ over: { where: ALL.where }, measures: [{ agg: 'count' }] }),
      (error) => codeOf(error) === 'unsupported',
    );
    await assert.rejects(session.ingest([]), (error) => codeOf(error) === 'unsupported');
  });
});

describe('views', () => {
  it('are kept by the adapter, and told', async () => {
    const { session } = start();
    let told = 0;
    session.on('views', () => told++);
    const state = { v: 1, columns: [], pinned: 0, sort: [], where: ALL.where } as const;
    const saved = await session.saveView({
      id: 'v1',
      version: null,
      name: 'Regulars',
      scope: 'personal',
      state: { ...state, columns: [], sort: [] },
    });
    assert.equal((await session.views()).length, 1);
    await session.removeView('v1', saved.version);
    assert.equal((await session.views()).length, 0);
    assert.equal(told, 2);
  });
});

describe('end', () => {
  it('closes the adapter and the stream, and refuses what comes after', async () => {
    const { base, session } = start();
    await until(() => base.streams === 1);
    session.end();
    session.end();
    await until(() => base.streams === 0);
    assert.equal(base.isClosed, true);
    await assert.rejects(
      async () => session.get('c00001'),
      (error) => codeOf(error) === 'aborted',
    );
    await assert.rejects(session.save('c00001', 1, {}), (error) => codeOf(error) === 'aborted');
  });

  it('leaves an adapter open that is not its own', () => {
    const base = new SmallBase();
    createClientele({ adapter: base.adapter, closesAdapter: false }).end();
    assert.equal(base.isClosed, false);
  });

  it('lets a listener that throws stop nobody', () => {
    const { session } = start();
    const original = console.error;
    const shown: unknown[] = [];
    console.error = (error: unknown) => shown.push(error);
    let heard = 0;
    session.on('description', () => {
      throw new Error('mine');
    });
    session.on('description', () => heard++);
    session.update({ locale: 'ru' });
    console.error = original;
    assert.equal(heard, 1);
    assert.equal(shown.length, 1);
  });

  it('a thousand times leaves nothing behind', async () => {
    const base = new SmallBase({ clients: 50 });
    const references: WeakRef<Session>[] = [];
    for (let round = 0; round < 1000; round++) {
      const session = createClientele({ adapter: base.adapter, closesAdapter: false });
      const result = session.open(ALL);
      result.subscribe(() => undefined);
      session.on('clients', () => undefined);
      result.rows(0, 30);
      references.push(new WeakRef(session));
      if (round % 50 === 0) await settled();
      session.end();
    }
    await until(() => base.streams === 0);
    base.asked.length = 0;
    const { setFlagsFromString } = await import('node:v8');
    const { runInNewContext } = await import('node:vm');
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    for (let attempt = 0; attempt < 10; attempt++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      collect();
    }
    const alive = references.filter((reference) => reference.deref()).length;
    assert.ok(alive <= 5, `${alive} of 1,000 sessions are still held`);
  });
});
