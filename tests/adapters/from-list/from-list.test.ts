import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fromList } from '../../../src/adapters/from-list/index.js';
import {
  EVERYONE,
  isClienteleError,
  type Change,
  type Client,
  type ErrorCode,
  type Query,
} from '../../../src/contract/index.js';

let keys = 0;
const context = { tenant: 'salon', actor: 'ann', role: 'owner' };
const writer = () => ({ ...context, key: `key-${++keys}` });
const query: Query = { where: EVERYONE, sort: [], fields: ['name', 'city'], window: { at: 0, size: 50 } };
const people = () => [
  { id: 'a', firstName: 'Anna', phones: '+359888123456', city: 'Sofia' },
  { id: 'b', firstName: 'Boris' },
];

async function codeOf(ask: () => unknown): Promise<ErrorCode> {
  try {
    await ask();
  } catch (error) {
    assert.ok(isClienteleError(error), String(error));
    return error.code;
  }
  return assert.fail('it was accepted');
}

/** A host that notes what it is told. */
function host(fails: () => boolean = () => false) {
  const told: unknown[] = [];
  const note = async (...what: unknown[]) => {
    await Promise.resolve();
    if (fails()) throw new Error('the host is down');
    told.push(structuredClone(what));
  };
  const adapter = fromList({
    load: people,
    save: (client, { isNew }) => note('save', client.id, client.city, client.name, client.favourite, isNew),
    remove: (id) => note('remove', id),
  });
  return { adapter, told };
}

describe('fromList', () => {
  it('makes a working base of an array, answering at once', () => {
    const adapter = fromList({ load: people });
    const page = adapter.find(query, context);
    assert.ok(!(page instanceof Promise));
    assert.deepEqual(
      page.items.map(({ name }) => name),
      ['Anna', 'Boris'],
    );
    const found = adapter.find(
      { ...query, where: { v: 1, where: { kind: 'search', text: '0888 123' } } },
      context,
    );
    assert.deepEqual(
      (found as typeof page).items.map(({ id }) => id),
      ['a'],
    );
  });

  it('can do what the host can', async () => {
    const readOnly = fromList({ load: people });
    const { capabilities } = await readOnly.describe(context);
    assert.deepEqual([capabilities.write, capabilities.actions, readOnly.jobs], [false, [], undefined]);
    assert.equal(
      await codeOf(() => readOnly.save({ id: 'a', version: 1, patch: { city: 'x' } }, writer())),
      'unsupported',
    );
    const noRemove = fromList({ load: people, save: async () => undefined });
    assert.deepEqual((await noRemove.describe(context)).capabilities.actions, [
      'favourite',
      'block',
      'unblock',
      'addToCategory',
      'removeFromCategory',
      'addToGroup',
      'removeFromGroup',
      'setTier',
    ]);
    assert.equal(await codeOf(() => noRemove.remove('a', 1, writer())), 'unsupported');
    const selection = { ids: ['a'] as [string] };
    const plan = await noRemove.jobs?.plan({ action: 'delete', params: {}, selection }, writer());
    const job = await noRemove.jobs?.run(plan?.id ?? '', writer());
    assert.equal(job?.ok, 0);
    assert.equal((await noRemove.get('a', context)).name, 'Anna');
  });

  it('tells the host every write, whole, before it stands', async () => {
    const { adapter, told } = host();
    await adapter.save({ id: 'a', version: 1, patch: { city: 'Varna' } }, writer());
    await adapter.save({ id: 'n', version: null, patch: { firstName: 'New' } }, writer());
    await adapter.remove('b', 1, writer());
    assert.deepEqual(told, [
      ['save', 'a', 'Varna', 'Anna', undefined, false],
      ['save', 'n', undefined, 'New', undefined, true],
      ['remove', 'b'],
    ]);
  });

  it('tells the host what jobs do, and what their undo takes back', async () => {
    const { adapter, told } = host();
    const act = async (action: string, params: Record<string, boolean | string>, word?: string) => {
      const selection = { ids: ['a', 'b'] as [string, string] };
      const plan = await adapter.jobs?.plan(
        { action, params, selection, ...(word ? { word } : {}) },
        writer(),
      );
      return adapter.jobs?.run(plan?.id ?? '', writer());
    };
    await act('favourite', { on: true });
    assert.deepEqual(told.splice(0), [
      ['save', 'a', 'Sofia', 'Anna', true, false],
      ['save', 'b', undefined, 'Boris', true, false],
    ]);
    const gone = await act('delete', {}, 'delete');
    assert.deepEqual(told.splice(0), [
      ['remove', 'a'],
      ['remove', 'b'],
    ]);
    await adapter.jobs?.undo(gone?.id ?? '', writer());
    assert.deepEqual(told, [
      ['save', 'a', 'Sofia', 'Anna', true, true],
      ['save', 'b', undefined, 'Boris', true, true],
    ]);
  });

  it('writes nothing when the host refuses, and lets it be tried again', async () => {
    let isDown = true;
    const { adapter, told } = host(() => isDown);
    const write = writer();
    const save = () => adapter.save({ id: 'a', version: 1, patch: { city: 'Varna' } }, write);
    assert.equal(await codeOf(save), 'unavailable');
    assert.deepEqual(
      [(await adapter.get('a', context)).city, (await adapter.get('a', context)).version],
      ['Sofia', 1],
    );
    isDown = false;
    assert.equal((await save()).city, 'Varna');
    assert.equal(told.length, 1);
  });

  it('does not trouble the host with what is not valid', async () => {
    const { adapter, told } = host();
    assert.equal(
      await codeOf(() => adapter.save({ id: 'a', version: 1, patch: { nope: 1 } }, writer())),
      'invalid',
    );
    assert.equal(
      await codeOf(() => adapter.save({ id: 'a', version: 9, patch: { city: 'x' } }, writer())),
      'stale_version',
    );
    assert.deepEqual(told, []);
  });

  it('says that it could not load, and loads again when it is asked again', async () => {
    let round = 0;
    const adapter = fromList({
      load: async () => {
        if (round++ === 0) throw new Error('no network');
        return people();
      },
    });
    assert.equal(await codeOf(() => adapter.find(query, context)), 'unavailable');
    assert.equal((await adapter.find(query, context)).total, 2);
    assert.ok(!(adapter.find(query, context) instanceof Promise));
    assert.equal(round, 2);
  });

  it('takes the list anew on refresh, and tells those who watch; a failed refresh keeps the old list', async () => {
    let list = people();
    let fails = false;
    const adapter = fromList({
      load: () => {
        if (fails) throw new Error('no network');
        return list;
      },
    });
    const stop = new AbortController();
    const seen: Change[] = [];
    const watching = (async () => {
      for await (const change of adapter.watch?.(null, { ...context, signal: stop.signal }) ?? []) {
        seen.push(change);
        stop.abort();
      }
    })();
    await adapter.find(query, context);
    await new Promise((resolve) => setTimeout(resolve));
    list = [...people(), { id: 'c', firstName: 'Cara' }];
    await adapter.refresh();
    await watching;
    assert.deepEqual(
      seen.map(({ kind }) => kind),
      ['lost'],
    );
    assert.equal((await adapter.find(query, context)).total, 3);
    fails = true;
    assert.equal(await codeOf(() => adapter.refresh()), 'unavailable');
    assert.equal((await adapter.find(query, context)).total, 3);
    await adapter.close?.();
    assert.equal(await codeOf(() => adapter.find(query, context)), 'unavailable');
  });

  it('takes clients as a host writes them', async () => {
    const loose: Partial<Client>[] & object[] = [
      { id: 'x', name: 'Иванова Анна', emails: 'a@b.lv' } as never,
    ];
    const adapter = fromList({ load: () => loose as never }, { settings: { nameOrder: 'lastFirst' } });
    const client = await adapter.get('x', context);
    assert.deepEqual(
      [client.firstName, client.lastName, client.emails],
      ['Анна', 'Иванова', [{ value: 'a@b.lv' }]],
    );
  });
});
