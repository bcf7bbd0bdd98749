import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  isClienteleError,
  PERMISSIONS,
  type Adapter,
  type ClienteleError,
  type FieldDefinition,
  type Client,
  type Node,
  type Permission,
  type Query,
  type Rights,
  type SegmentDocument,
} from '../../src/contract/index.js';
import { withAccess } from '../../src/engine/index.js';
import { everyoneView, plainAdapter, TODAY, type PlainOptions } from './support/plain.js';
import { writer } from './support/store.js';

const clients: Client[] = [
  {
    id: 'c1',
    version: 3,
    firstName: 'Анна',
    lastName: 'Secretova',
    phones: [
      { value: '+359888123456', label: 'work' },
      { value: '+37120000078', label: 'or 20000078' },
    ],
    emails: [{ value: 'anna.private@mail.lv' }],
    address: 'Brivibas 1',
    social: ['@anna'],
    branch: 'b1',
    city: 'Riga',
    allergies: 'latex',
    visits: 4,
    custom: { secret: 'x-ray', colour: 'red' },
  },
  {
    id: 'c2',
    version: 1,
    firstName: 'Boris',
    phones: [{ value: '+359888999999' }],
    branch: 'b2',
    city: 'Sofia',
  },
  { id: 'c3', version: 1, firstName: 'Cara', branch: 'b1', city: 'Praha', removedAt: '2026-01-01T00:00:00Z' },
  { id: 'c4', version: 1, firstName: 'Dora' },
];
const fields: FieldDefinition[] = [
  { id: 'custom.secret', type: 'text', search: true },
  { id: 'custom.colour', type: 'text' },
];
const records = [
  {
    id: 'r1',
    version: 1,
    record: 'bookings',
    client: 'c1',
    at: null,
    values: { state: 'arrived', price: 500 },
  },
];

function as(rights: Partial<Rights>, more: PlainOptions = {}) {
  const plain = plainAdapter({ clients, records, ...more, description: { fields, ...more.description } });
  const whole: Rights = { permissions: [...PERMISSIONS], hidden: [], masked: [], branches: null, ...rights };
  const access = withAccess(plain.adapter, { rights: () => whole });
  return { ...plain, access };
}
const without = (...lacking: Permission[]) =>
  PERMISSIONS.filter((permission) => !lacking.includes(permission));
const doc = (where: Node): SegmentDocument => ({ v: 1, where });
const query = (where: Node = { kind: 'everyone' }, more: Partial<Query> = {}): Query => ({
  where: doc(where),
  sort: [],
  window: { at: 0, size: 50 },
  ...more,
});
const reader = () => writer({ key: '' });

async function refusal(ask: () => unknown): Promise<ClienteleError> {
  try {
    await ask();
  } catch (error) {
    assert.ok(isClienteleError(error), String(error));
    return error;
  }
  return assert.fail('it was allowed');
}
const codeOf = async (ask: () => unknown) => (await refusal(ask)).code;
const ids = async (access: Adapter, where?: Node) =>
  (await access.find(query(where), reader())).items.map(({ id }) => id);

describe('withAccess, for one who sees all', () => {
  it('lets answers through uncopied and at once, and asks what it was asked', () => {
    const { access, adapter, last } = as({});
    const page = access.find(query(), reader());
    assert.ok(!(page instanceof Promise));
    assert.equal(page.items.length, 3);
    assert.deepEqual(last('find'), query());
    assert.ok(!(access.get('c1', reader()) instanceof Promise));
    assert.ok(!(access.count(doc({ kind: 'everyone' }), reader()) instanceof Promise));
    assert.deepEqual(access.describe(reader()), adapter.describe(reader()));
  });

  it('hands the adapter the same document for the same question', async () => {
    const { access, asked } = as({});
    const question = query({ kind: 'field', field: 'city', op: 'is', value: 'Riga' });
    await access.find(question, reader());
    await access.find({ ...question, window: { at: 50, size: 50 } }, reader());
    const [first, second] = asked.map(({ input }) => (input as Query).where);
    assert.equal(first, second);
  });

  it('stays without what the adapter has not', () => {
    const { adapter } = plainAdapter();
    const { describe: tell, find, count, get, save, remove } = adapter;
    const access = withAccess({ describe: tell, find, count, get, save, remove });
    assert.deepEqual(Object.keys(access).sort(), ['count', 'describe', 'find', 'get', 'remove', 'save']);
  });

  it('refuses what cannot be understood before the adapter sees it', async () => {
    const { access, asked } = as({});
    const bad: unknown[] = [
      { v: 1, where: { kind: 'all', of: [] } },
      { v: 2, where: { kind: 'everyone' } },
      { v: 1, where: { kind: 'field', field: 'nope', op: 'is', value: 1 } },
      { v: 1, where: { kind: 'field', field: 'city', op: 'in', value: [] } },
      null,
    ];
    for (const where of bad) {
      assert.equal(
        await codeOf(() => access.find({ ...query(), where: where as never }, reader())),
        'invalid',
      );
      assert.equal(await codeOf(() => access.count(where as never, reader())), 'invalid');
    }
    for (const window of [
      { at: -1, size: 5 },
      { at: 0, size: 0 },
      { at: 0, size: 1001 },
      { at: 0.5, size: 5 },
    ]) {
      assert.equal(await codeOf(() => access.find({ ...query(), window }, reader())), 'invalid');
    }
    const sort = [{ field: 'nope', dir: 'asc' as const }];
    assert.equal(await codeOf(() => access.find({ ...query(), sort }, reader())), 'invalid');
    assert.deepEqual(asked, []);
  });

  it('turns whatever an adapter throws into an error of the union that names the operation', async () => {
    const { adapter } = plainAdapter({ clients });
    const access = withAccess({
      ...adapter,
      find: () => {
        throw new TypeError('row 12 of table clients');
      },
      count: () => Promise.reject(new DOMException('gone', 'AbortError')),
    });
    const failed = await refusal(() => access.find(query(), reader()));
    assert.deepEqual([failed.code, failed.detail.operation], ['unavailable', 'find']);
    assert.ok(!failed.message.includes('table'));
    assert.equal(await codeOf(() => access.count(doc({ kind: 'everyone' }), reader())), 'aborted');
  });
});

describe('withAccess, hidden fields', () => {
  const hidden = { hidden: ['custom.secret', 'lastName'], permissions: without('sensitive') };

  it('are in no answer, nor is what is made of them', async () => {
    const { access } = as(hidden);
    const told = JSON.stringify([
      await access.find(query(), reader()),
      await access.get('c1', reader()),
      await access.save({ id: 'c1', version: 3, patch: { city: 'Liepaja' } }, writer()),
    ]);
    for (const secret of ['x-ray', 'latex', 'Secretova', 'secret', 'allergies', 'lastName']) {
      assert.ok(!told.includes(secret), secret);
    }
    assert.ok(told.includes('Анна') && told.includes('red'));
  });

  it('answer exactly like fields that never were, in every question', async () => {
    const { access, asked } = as(hidden);
    const ask = (field: string): (() => unknown)[] => [
      () => access.find(query({ kind: 'field', field, op: 'exists' }), reader()),
      () =>
        access.find(query({ kind: 'none', of: [{ kind: 'field', field, op: 'is', value: 'a' }] }), reader()),
      () => access.find({ ...query(), sort: [{ field, dir: 'asc' }] }, reader()),
      () => access.find({ ...query(), fields: [field] }, reader()),
      () => access.get('c1', reader(), [field]),
      () => access.count(doc({ kind: 'field', field, op: 'exists' }), reader()),
      () =>
        access.aggregate?.(
          { over: { where: doc({ kind: 'everyone' }) }, measures: [{ agg: 'max', field }] },
          reader(),
        ),
      () =>
        access.aggregate?.(
          { over: { where: doc({ kind: 'everyone' }) }, measures: [{ agg: 'count' }], by: [{ field }] },
          reader(),
        ),
      () => access.save({ id: 'c1', version: 3, patch: { [field]: 'a' } }, writer()),
      () =>
        access.views?.save(
          everyoneView('v', { state: { ...everyoneView('v').state, columns: [{ field }] } }),
          writer(),
        ),
    ];
    const unknown = ask('custom.nothing');
    for (const field of ['custom.secret', 'allergies', 'lastName', 'name']) {
      for (const [index, question] of ask(field).entries()) {
        const [mine, theirs] = [await refusal(question), await refusal(unknown[index] as () => unknown)];
        const norm = (error: ClienteleError, id: string) =>
          JSON.stringify(error.toJSON()).replaceAll(id, '?').replaceAll('custom.nothing', '?');
        assert.equal(norm(mine, field), norm(theirs, 'custom.nothing'), `${field} ${index}`);
      }
    }
    assert.ok(asked.every(({ operation }) => operation === 'views.list'));
  });

  it('are not in the description, where a tenant’s own are not even named', async () => {
    const { access } = as(hidden);
    const description = await access.describe(reader());
    assert.ok(!JSON.stringify(description).includes('custom.secret'));
    assert.deepEqual(description.rights.hidden.toSorted(), ['allergies', 'lastName', 'name']);
  });

  it('are left out of the quick search, of its negation too', async () => {
    const { access } = as(hidden);
    const search = (text: string): Node => ({ kind: 'search', text });
    assert.deepEqual(await ids(access, search('x-ray')), []);
    assert.deepEqual(await ids(access, search('Secretova')), []);
    assert.deepEqual(await ids(access, search('anna')), ['c1']);
    assert.deepEqual(await ids(access, search('anna 888123')), ['c1']);
    assert.deepEqual(await ids(access, search('anna secretova')), []);
    assert.deepEqual(await ids(access, { kind: 'none', of: [search('Secretova')] }), ['c1', 'c2', 'c4']);
    assert.deepEqual(await ids(access, { kind: 'none', of: [search('anna')] }), ['c2', 'c4']);
  });

  it('are not named by changes and conflicts', async () => {
    const { access, changes } = as(hidden);
    const at = '1';
    changes.push(
      { kind: 'clients', at, op: 'updated', ids: ['c1'], fields: ['city', 'allergies', 'custom.secret'] },
      { kind: 'clients', at, op: 'updated', ids: ['c1'], fields: ['custom.secret'] },
      { kind: 'clients', at, op: 'updated', ids: ['c1'] },
    );
    const seen = [];
    for await (const change of access.watch?.(null, reader()) ?? []) seen.push(change);
    assert.deepEqual(seen, [{ ...changes[0], fields: ['city'] }, changes[2]]);
    const stale = await refusal(() => access.save({ id: 'c1', version: 1, patch: { city: 'x' } }, writer()));
    assert.deepEqual([stale.code, stale.detail.changed], ['stale_version', ['city']]);
  });

  it('take views about them away, and their columns out of other views', async () => {
    const { access, adapter } = as(hidden);
    const view = everyoneView('columns', { scope: 'shared' });
    view.state.columns = [{ field: 'custom.secret' }, { field: 'city' }, { field: 'phones' }];
    view.state.pinned = 2;
    view.state.sort = [{ field: 'custom.secret', dir: 'asc' }];
    await adapter.views.save(view, writer());
    const filtered = everyoneView('filter', { scope: 'shared' });
    filtered.state.where = doc({ kind: 'field', field: 'allergies', op: 'contains', value: 'latex' });
    await adapter.views.save(filtered, writer());
    const [told, ...more] = (await access.views?.list(reader())) ?? [];
    assert.deepEqual(more, []);
    assert.deepEqual(told?.state, {
      ...view.state,
      columns: [{ field: 'city' }, { field: 'phones' }],
      pinned: 1,
      sort: [],
    });
  });

  it('make a segment about them one that never was', async () => {
    const { access, adapter } = as(hidden);
    const about: Node = { kind: 'field', field: 'allergies', op: 'exists' };
    await adapter.library.save(
      'segments',
      { id: 's1', version: null, name: 'S', document: doc(about) },
      writer(),
    );
    const told = await refusal(() => access.find(query({ kind: 'segment', id: 's1' }), reader()));
    const never = await refusal(() => access.find(query({ kind: 'segment', id: 'never' }), reader()));
    assert.deepEqual([told.code, told.issues[0]?.code], ['invalid', 'unknown_segment']);
    assert.equal(never.message.replace('never', 's1'), told.message);
  });

  it('refuse references where the adapter does not say which segments it keeps', async () => {
    const { access } = as(hidden, { description: { segments: undefined as never } });
    assert.equal(
      await codeOf(() => access.find(query({ kind: 'segment', id: 's1' }), reader())),
      'forbidden',
    );
  });

  it('of records are cut out of answers, kinds and conditions', async () => {
    const { access } = as({ hidden: ['bookings.price'] });
    const page = await access.records?.find({ record: 'bookings', window: { at: 0, size: 10 } }, reader());
    assert.deepEqual(page?.items[0]?.values, { state: 'arrived' });
    const description = await access.describe(reader());
    assert.deepEqual(
      description.records.find(({ id }) => id === 'bookings')?.fields.find(({ id }) => id === 'price'),
      undefined,
    );
    const where: Node = { kind: 'field', field: 'price', op: 'gt', value: 1 };
    const window = { at: 0, size: 10 };
    assert.equal(
      await codeOf(() => access.records?.find({ record: 'bookings', where, window }, reader())),
      'invalid',
    );
    const about: Node = {
      kind: 'records',
      record: 'bookings',
      agg: 'sum',
      path: 'price',
      op: 'gt',
      value: 1,
    };
    assert.equal(await codeOf(() => access.find(query(about), reader())), 'invalid');
    const patch = { price: 1 };
    assert.equal(
      await codeOf(() =>
        access.records?.save({ record: 'bookings', id: 'r2', version: null, client: 'c1', patch }, writer()),
      ),
      'invalid',
    );
  });
});

describe('withAccess, masked contacts', () => {
  const masked = { permissions: without('contacts') };

  it('show enough to tell two apart, not enough to use', async () => {
    const { access } = as(masked);
    const told = await access.get('c1', reader());
    assert.deepEqual(told.phones, [{ masked: '•••• 56', label: 'work' }, { masked: '•••• 78' }]);
    assert.deepEqual(told.emails, [{ masked: '•••@•••.lv' }]);
    assert.deepEqual([told.address, told.social], ['•••', ['•••']]);
    const page = await access.find({ ...query(), fields: ['phones'] }, reader());
    assert.deepEqual(page.items[1], { id: 'c2', version: 1, phones: [{ masked: '•••• 99' }] });
    const all = JSON.stringify([
      told,
      page,
      await access.save({ id: 'c1', version: 3, patch: { city: 'x' } }, writer()),
    ]);
    for (const secret of ['888', 'anna.private', '@mail', '20000078', 'Brivibas'])
      assert.ok(!all.includes(secret), secret);
  });

  it('cannot be asked about, which is said aloud, because the user knows of the field', async () => {
    const { access } = as(masked);
    const exists: Node = { kind: 'field', field: 'phones', op: 'exists' };
    const asks = [
      () => access.find(query(exists), reader()),
      () => access.find({ ...query(), sort: [{ field: 'emails', dir: 'asc' }] }, reader()),
      () => access.count(doc(exists), reader()),
      () => access.aggregate?.({ over: { where: doc(exists) }, measures: [{ agg: 'count' }] }, reader()),
      () =>
        access.aggregate?.(
          {
            over: { where: doc({ kind: 'everyone' }) },
            measures: [{ agg: 'count' }],
            by: [{ field: 'phones' }],
          },
          reader(),
        ),
      () => access.save({ id: 'c1', version: 3, patch: { phones: null } }, writer()),
    ];
    for (const ask of asks) assert.equal(await codeOf(ask), 'forbidden');
  });

  it('are left out of the quick search', async () => {
    const { access } = as(masked);
    assert.deepEqual(await ids(access, { kind: 'search', text: '888123456' }), []);
    assert.deepEqual(await ids(access, { kind: 'search', text: 'private' }), []);
    assert.deepEqual(await ids(access, { kind: 'search', text: 'Anna' }), ['c1']);
  });

  it('let a new client be written with contacts, and answer them masked', async () => {
    const { access } = as(masked);
    const phones = [{ value: '+37120000001' }];
    const saved = await access.save(
      { id: 'n1', version: null, patch: { firstName: 'New', phones } },
      writer(),
    );
    assert.deepEqual(saved.phones, [{ masked: '•••• 01' }]);
  });

  it('stay masked when they come masked', async () => {
    const { access } = as(masked, { clients: [{ id: 'm', version: 1, phones: [{ masked: '•••• 11' }] }] });
    assert.deepEqual((await access.get('m', reader())).phones, [{ masked: '•••• 11' }]);
  });
});

describe('withAccess, branches', () => {
  const own = { branches: ['b1'], permissions: without('restore', 'jobs.all') };

  it('add themselves to every question', async () => {
    const { access, last } = as(own);
    assert.deepEqual(await ids(access), ['c1']);
    assert.deepEqual(last('find'), query({ kind: 'field', field: 'branch', op: 'in', value: ['b1'] }));
    assert.deepEqual(await ids(access, { kind: 'none', of: [{ kind: 'everyone' }] }), []);
    assert.equal((await access.count(doc({ kind: 'everyone' }), reader())).count, 1);
    assert.deepEqual(await ids(as({ branches: [] }).access), []);
  });

  it('make foreign, unknown and removed clients answer alike', async () => {
    const { access } = as(own);
    const answers = [];
    for (const id of ['c2', 'nobody', 'c3', 'c4']) {
      answers.push(JSON.stringify((await refusal(() => access.get(id, reader()))).toJSON()));
    }
    assert.deepEqual(new Set(answers).size, 1, answers.join('\n'));
    for (const id of ['c2', 'nobody']) {
      assert.equal(
        await codeOf(() => access.save({ id, version: 1, patch: { city: 'x' } }, writer())),
        'not_found',
      );
      assert.equal(await codeOf(() => access.remove(id, 1, writer())), 'not_found');
      assert.equal(
        await codeOf(() =>
          access.records?.find({ record: 'bookings', client: id, window: { at: 0, size: 5 } }, reader()),
        ),
        'not_found',
      );
    }
    assert.equal(access.get('c1', reader()) instanceof Promise, false);
    assert.equal('branch' in (await access.get('c1', reader(), ['city'])), false);
  });

  it('are where new clients are made, and from where none is moved away', async () => {
    const { access } = as(own);
    const made = await access.save({ id: 'n1', version: null, patch: { firstName: 'New' } }, writer());
    assert.equal(made.branch, 'b1');
    const moves = [
      () => access.save({ id: 'n2', version: null, patch: { firstName: 'New', branch: 'b2' } }, writer()),
      () => access.save({ id: 'c1', version: 3, patch: { branch: 'b2' } }, writer()),
      () => access.save({ id: 'c1', version: 3, patch: { branch: null } }, writer()),
    ];
    for (const move of moves) assert.equal(await codeOf(move), 'forbidden');
  });

  it('narrow selections of jobs and figures', async () => {
    const { access, last } = as(own);
    const selection = { ids: ['c1', 'c2', 'nobody'] as [string, string, string] };
    await access.aggregate?.({ over: selection, measures: [{ agg: 'count' }] }, reader());
    assert.deepEqual(last('aggregate'), { over: { ids: ['c1'] }, measures: [{ agg: 'count' }] });
    const plan = await access.jobs?.plan({ action: 'favourite', params: { on: true }, selection }, writer());
    assert.deepEqual([plan?.total, plan?.affected], [1, 1]);
    const foreign = { action: 'favourite', params: { on: true }, selection: { ids: ['c2'] as [string] } };
    assert.equal(await codeOf(() => access.jobs?.plan(foreign, writer())), 'not_found');
    const found = await access.count(doc({ kind: 'everyone' }), reader(), { token: true });
    const all = {
      found: doc({ kind: 'everyone' }),
      except: [],
      count: found.count,
      token: found.token ?? '',
      today: TODAY,
    };
    assert.equal(
      (await access.jobs?.plan({ action: 'favourite', params: { on: true }, selection: all }, writer()))
        ?.affected,
      1,
    );
  });

  it('name no foreign client in changes and in what bookings found', async () => {
    const { access, changes } = as(own);
    const at = '1';
    changes.push(
      { kind: 'clients', at, op: 'updated', ids: ['c1', 'c2'], fields: ['city'] },
      { kind: 'clients', at, op: 'updated', ids: ['c2'], fields: ['city'] },
      { kind: 'clients', at, op: 'updated', ids: ['c2'], fields: ['branch'] },
      { kind: 'clients', at, op: 'removed', ids: ['c2'] },
      { kind: 'records', at, record: 'bookings', clients: ['c1', 'c2'] },
    );
    const seen = [];
    for await (const change of access.watch?.(null, reader()) ?? []) seen.push(change);
    assert.deepEqual(seen, [
      { ...changes[0], ids: ['c1'] },
      { ...changes[2], ids: 'many' },
      { ...changes[3], ids: 'many' },
      { ...changes[4], clients: ['c1'] },
    ]);
    const values = { state: 'arrived' };
    const [result] =
      (await access.ingest?.(
        [{ record: 'bookings', id: 'r9', client: { firstName: 'A' }, values }],
        writer(),
      )) ?? [];
    assert.deepEqual([result?.client, result?.candidates], ['c1', ['c1']]);
  });

  it('do not look clients up twice where a server does', async () => {
    const { adapter, asked } = plainAdapter({
      clients,
      description: { rights: { permissions: [...PERMISSIONS], hidden: [], masked: [], branches: ['b1'] } },
    });
    const access = withAccess({ ...adapter, remote: true });
    await access.find(query(), reader());
    await access.aggregate?.({ over: { ids: ['c1', 'c2'] }, measures: [{ agg: 'count' }] }, reader());
    assert.deepEqual(
      asked.map(({ operation }) => operation),
      ['find', 'aggregate'],
    );
    assert.deepEqual((asked[0]?.input as Query | undefined)?.where, doc({ kind: 'everyone' }));
  });
});

describe('withAccess, what is remembered', () => {
  it('asks for the description once, and again when it changed', async () => {
    const plain = plainAdapter({ clients });
    let asked = 0;
    let rights: Rights = { permissions: [...PERMISSIONS], hidden: [], masked: [], branches: null };
    const access = withAccess(
      { ...plain.adapter, describe: (context) => (asked++, plain.adapter.describe(context)) },
      { rights: () => rights },
    );
    for (let round = 0; round < 5; round++) access.find(query(), reader());
    assert.equal(asked, 1);
    access.find(query(), { ...reader(), actor: 'bob' });
    assert.equal(asked, 2);
    rights = { ...rights, permissions: [] };
    assert.ok(access.find(query(), reader()));
    plain.changes.push({ kind: 'description', at: '1' });
    for await (const change of access.watch?.(null, reader()) ?? []) assert.equal(change.kind, 'description');
    assert.equal(await codeOf(() => access.find(query(), reader())), 'forbidden');
  });

  it('does not remember a failure, and answers at once after a first answer that came late', async () => {
    const plain = plainAdapter({ clients });
    let round = 0;
    const access = withAccess({
      ...plain.adapter,
      describe: async (context) => {
        if (round++ === 0) throw new Error('not yet');
        return plain.adapter.describe(context);
      },
    });
    assert.equal(await codeOf(() => access.find(query(), reader())), 'unavailable');
    const second = access.find(query(), reader());
    assert.ok(second instanceof Promise);
    await second;
    assert.ok(!(access.find(query(), reader()) instanceof Promise));
  });
});
