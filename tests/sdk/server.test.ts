import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { httpAdapter } from '../../src/adapters/http/index.js';
import { memoryAdapter } from '../../src/adapters/memory/index.js';
import { EVERYONE, isClienteleError, type Adapter } from '../../src/contract/index.js';
import { sampleBase } from '../../src/sample/index.js';
import { startClientele, type Session } from '../../src/sdk/index.js';
import { createHandler } from '../../src/server/index.js';
import { until } from './small-adapter.js';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

interface House {
  base: Adapter;
  /** Somebody's page: the session and its network, which can be cut. */
  visit(): Promise<{ session: Session; network: { isUp: boolean } }>;
}

/** A server over the memory adapter, which works its jobs as a server does, on a timer. */
function open(): House {
  // Without rules: what they give would be news that nobody here asked for.
  const base = memoryAdapter({ ...sampleBase({ clients: 1500 }), rules: [] });
  const handler = createHandler({
    adapter: base,
    csrf: false,
    authenticate: (request) => {
      const actor = request.headers.get('x-user') ?? '';
      return actor === '' ? null : { tenant: 'local', actor, role: 'owner' };
    },
  });
  const context = { tenant: 'local', actor: 'server', role: 'owner' };
  const timer = setInterval(() => void base.jobs?.work({ budgetMs: 20 }, context), 10);
  ends.push(() => clearInterval(timer));
  let visitors = 0;
  return {
    base,
    async visit() {
      const network = { isUp: true };
      const adapter = httpAdapter({
        url: 'http://salon.test/api/clientele',
        headers: { 'x-user': `user-${++visitors}` },
        retry: { limit: 0 },
        fetch: async (input, init) => {
          if (!network.isUp) throw new TypeError('fetch failed');
          return handler(new Request(input, init));
        },
      });
      const session = await startClientele({ adapter, locale: 'en' });
      ends.push(() => session.end());
      await session.ready;
      return { session, network };
    },
  };
}

const question = {
  where: EVERYONE,
  sort: [{ field: 'name', dir: 'asc' }],
  fields: ['name', 'city', 'favourite'],
} as const;

async function shown(session: Session): Promise<ReturnType<Session['open']>> {
  const result = session.open(question);
  await until(() => result.state === 'ready');
  return result;
}

describe('two sessions over one server', () => {
  it('see each other’s edits in their rows, without asking again', async () => {
    const { visit } = open();
    const [{ session: anna }, { session: eva }] = [await visit(), await visit()];
    const [hers, theirs] = [await shown(anna), await shown(eva)];
    await new Promise((resolve) => setTimeout(resolve, 50));
    const id = hers.rows(0, 1)[0]?.id ?? '';
    const client = await anna.get(id);
    const saved = await anna.save(id, client.version, { city: 'Springfield' });
    assert.equal(hers.rows(0, 1)[0]?.city, 'Springfield');
    await until(() => theirs.rows(0, 1)[0]?.city === 'Springfield');
    assert.equal(theirs.stale, false);
    await assert.rejects(
      eva.save(id, saved.version - 1, { city: 'Shelbyville' }),
      (error) =>
        isClienteleError(error) && error.code === 'stale_version' && error.detail.version === saved.version,
    );
    assert.equal(eva.peek(id)?.city, 'Springfield');
  });

  it('have an action done by the server, and hear when it has ended', async () => {
    const { visit } = open();
    const { session } = await visit();
    const result = await shown(session);
    const id = result.rows(2, 1)[0]?.id ?? '';
    const job = await session.act({ action: 'favourite', params: { on: true }, selection: { ids: [id] } });
    const ended = await session.finished(job.id);
    assert.equal(ended.ok, 1);
    await until(() => result.rows(2, 1)[0]?.favourite === true);
    const undone = await session.undo(job.id);
    await session.finished(undone.id);
    await until(() => result.rows(2, 1)[0]?.favourite !== true);
  });

  it('scroll through windows that come later', async () => {
    const { visit } = open();
    const { session } = await visit();
    const result = await shown(session);
    assert.equal(result.total, 1500);
    assert.equal(result.rows(1200, 30)[0], undefined);
    await until(() => result.rows(1200, 30).every(Boolean));
    assert.equal(result.rows(1200, 30).length, 30);
  });

  it('keep what is shown while the network is cut, say so, and catch up when it is back', async () => {
    const { visit } = open();
    const [{ session: anna, network }, { session: eva }] = [await visit(), await visit()];
    const hers = await shown(anna);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const told: boolean[] = [];
    anna.on('online', (online) => told.push(online));
    network.isUp = false;
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    hers.rows(800, 30);
    await until(() => hers.state === 'error');
    assert.equal(hers.error?.code, 'offline');
    assert.equal(anna.online, false);
    assert.ok(hers.rows(0, 1)[0]?.name, 'old rows stay');
    await assert.rejects(
      anna.save(hers.rows(0, 1)[0]?.id ?? '', 1, { city: 'Nowhere' }),
      (error) => isClienteleError(error) && error.code === 'offline',
    );
    assert.notEqual(hers.rows(0, 1)[0]?.city, 'Nowhere', 'taken back');
    const id = hers.rows(0, 1)[0]?.id ?? '';
    const client = await eva.get(id);
    await eva.save(id, client.version, { city: 'Springfield' });
    network.isUp = true;
    Reflect.deleteProperty(navigator, 'onLine');
    await anna.count(EVERYONE);
    assert.equal(anna.online, true);
    await until(() => hers.rows(800, 30).every(Boolean), 'what failed is asked for again');
    hers.rows(0, 30);
    await until(() => hers.rows(0, 1)[0]?.city === 'Springfield');
    assert.deepEqual(told, [false, true]);
  });
});
