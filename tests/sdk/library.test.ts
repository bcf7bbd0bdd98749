import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { memoryAdapter } from '../../src/adapters/memory/index.js';
import { isClienteleError, type Adapter, type Node, type SegmentDocument } from '../../src/contract/index.js';
import { createClientele, type Session, type SessionOptions } from '../../src/sdk/index.js';
import { until } from './small-adapter.js';

const sessions: Session[] = [];
afterEach(() => {
  for (const session of sessions.splice(0)) session.end();
});

const VISITED: Node = { kind: 'field', field: 'visits', op: 'gte', value: 2 };
const of = (where: Node): SegmentDocument => ({ v: 1, where });

function baseOf(): Adapter {
  return memoryAdapter({
    clients: Array.from({ length: 20 }, (_, index) => ({
      id: `c${index}`,
      version: 1,
      firstName: `N${index}`,
      visits: index % 4,
    })),
    lists: { categories: [{ id: 'vip', name: 'VIP' }] },
  });
}

function open(adapter: Adapter, more: Partial<SessionOptions> = {}): Session {
  const session = createClientele({ adapter, locale: 'en', closesAdapter: false, ...more });
  sessions.push(session);
  return session;
}

/** Two people on one base. */
async function pair(): Promise<{ one: Session; other: Session }> {
  const adapter = baseOf();
  const [one, other] = [open(adapter), open(adapter)];
  await Promise.all([one.ready, other.ready]);
  return { one, other };
}

const nameOf = (session: Session, id: string) =>
  session.description?.lists.categories?.find((item) => item.id === id)?.name;

describe('the library of a session', () => {
  it('is told to whoever saved in it, and to everyone else on the base', async () => {
    const { one, other } = await pair();
    let told = 0;
    other.on('description', () => told++);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const kept = await one.saveItem('segments', {
      id: 's',
      version: null,
      name: 'Visited',
      document: of(VISITED),
    });
    assert.equal(kept.version, 1);
    await one.saveItem('categories', { id: 'vip', version: 0, name: 'Very', hue: 'amber' });
    for (const session of [one, other]) {
      await until(() => nameOf(session, 'vip') === 'Very' && session.description?.segments?.length === 1);
      assert.deepEqual(session.description?.segments, [kept]);
      assert.equal(session.format.field(session.catalogue.fields.get('categories')!, ['vip']), 'Very');
    }
    assert.ok(told > 0);
    assert.deepEqual(await other.library('segments'), [kept]);
    assert.deepEqual(
      (await other.sizes('s')).map(({ count }) => count),
      [10],
    );
  });

  it('leaves the rows that are shown where they are', async () => {
    const { one } = await pair();
    const result = one.open({ where: of({ kind: 'everyone' }), sort: [], fields: ['firstName'] });
    await until(() => result.rows(0, 5)[0] !== undefined);
    const seen = new Set<string>();
    result.subscribe(() => seen.add(`${result.state} ${result.rows(0, 5).length}`));
    await one.saveItem('categories', { id: 'new', version: null, name: 'New' });
    await until(() => nameOf(one, 'new') === 'New');
    assert.deepEqual(
      [...seen].filter((state) => !state.endsWith(' 5') || state.startsWith('loading')),
      [],
    );
  });

  it('shows by a kept segment whom it finds now', async () => {
    const { one, other } = await pair();
    await one.saveItem('segments', { id: 's', version: null, name: 'S', document: of(VISITED) });
    await until(() => other.description?.segments?.length === 1);
    const result = other.open({ where: of({ kind: 'segment', id: 's' }), sort: [], fields: ['visits'] });
    await until(() => result.total === 10);
    await one.saveItem('segments', {
      id: 's',
      version: 1,
      name: 'S',
      document: of({ ...VISITED, value: 3 }),
    });
    await until(() => result.total === 5);
  });

  it('refuses to remove what is used, and says by what', async () => {
    const { one } = await pair();
    await one.saveItem('segments', { id: 's', version: null, name: 'S', document: of(VISITED) });
    await one.saveItem('segments', {
      id: 't',
      version: null,
      name: 'T',
      document: of({ kind: 'segment', id: 's' }),
    });
    const uses = [{ kind: 'segments', id: 't', name: 'T' }];
    assert.deepEqual(await one.uses('segments', 's'), uses);
    await assert.rejects(one.removeItem('segments', 's', 1), (error) => {
      assert.ok(isClienteleError(error));
      assert.deepEqual([error.code, error.detail.uses], ['conflict', uses]);
      return true;
    });
    await one.removeItem('segments', 't', 1);
    await one.removeItem('segments', 's', 1);
    assert.deepEqual(await one.library('segments'), []);
  });

  it('works rules by itself where the base is in the page, and shows what they did', async () => {
    const { one, other } = await pair();
    const result = other.open({ where: of({ kind: 'everyone' }), sort: [], fields: ['categories'] });
    await until(() => result.rows(0, 20).every((row) => row !== undefined));
    await one.saveItem('rules', {
      id: 'r',
      version: null,
      name: 'Visitors are VIPs',
      enabled: true,
      where: of(VISITED),
      field: 'categories',
      value: 'vip',
      keep: 'while',
    });
    const held = () => result.rows(0, 20).filter((row) => row?.categories?.includes('vip')).length;
    await until(() => held() === 10);
  });

  it('says why a client is in a segment', async () => {
    const { one } = await pair();
    const told = await one.explain({ where: of(VISITED), client: 'c3' });
    assert.deepEqual([told.held, told.root.value], [true, 3]);
  });

  it('tells one who may not change settings so', async () => {
    const session = open(baseOf(), { permissions: ['see', 'edit'] });
    await session.ready;
    await assert.rejects(
      session.saveItem('categories', { id: 'x', version: null, name: 'X' }),
      (error) => isClienteleError(error) && error.code === 'forbidden',
    );
  });
});
