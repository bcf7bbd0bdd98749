import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCatalogue, type Change, type Lists, type Rule } from '../../../src/contract/index.js';
import { ruleQuestions } from '../../../src/segments/index.js';
import { atLeast, baseOf, CONTEXT, of, people, writer } from './support.js';

const LISTS: Lists = {
  categories: ['vip', 'press', 'new'].map((id) => ({ id, name: id })),
  tiers: [
    { id: 'bronze', name: 'Bronze', level: 0, where: of(atLeast(1)) },
    { id: 'silver', name: 'Silver', level: 1, where: of(atLeast(3)) },
    { id: 'gold', name: 'Gold', level: 2, where: of(atLeast(5)) },
    { id: 'family', name: 'Family', level: 3 },
  ],
};
const plain: Lists = { categories: LISTS.categories! };
const vip = { where: of(atLeast(3)), field: 'categories', value: 'vip' } as const;

describe('rules that assign by themselves', () => {
  it('give a category to all who match, once, and leave what else they have', async () => {
    const base = baseOf({
      clients: people(1200, (index) => ({ visits: index % 6, categories: index % 2 ? ['press'] : [] })),
      lists: plain,
    });
    await base.rule('r', vip);
    await base.settle();
    assert.equal(await base.count({ kind: 'field', field: 'categories', op: 'anyOf', value: ['vip'] }), 600);
    const client = await base.client('c000003');
    assert.deepEqual([client.categories, client.version], [['vip', 'press'], 2]);
    assert.equal((await base.client('c000002')).version, 1);
    await base.settle();
    assert.equal((await base.client('c000003')).version, 2, 'nothing is given twice');
  });

  it('go on keeping who once got it under `given`, and take it from who no longer matches under `while`', async () => {
    for (const keep of ['given', 'while'] as const) {
      const base = baseOf({
        clients: people(3, (index) => ({ discount: index * 5, categories: index === 0 ? ['vip'] : [] })),
        lists: plain,
      });
      const where = of({ kind: 'field', field: 'discount', op: 'gte', value: 5 });
      await base.rule('r', { ...vip, where, keep });
      await base.settle();
      assert.deepEqual((await base.client('c000001')).categories, ['vip']);
      const { version } = await base.client('c000001');
      await base.adapter.save({ id: 'c000001', version, patch: { discount: null } }, writer());
      await base.settle();
      const stays = keep === 'given';
      assert.deepEqual((await base.client('c000001')).categories, stays ? ['vip'] : undefined, keep);
      // By hand, and never matching; its discount is not known in the second case: unknown is no match either.
      assert.deepEqual((await base.client('c000000')).categories, stays ? ['vip'] : undefined, keep);
      assert.deepEqual((await base.client('c000002')).categories, ['vip']);
    }
  });

  it('give a discount, the greatest that is due, and the next one when that ends', async () => {
    const base = baseOf({
      clients: people(4, (index) => ({ debt: index * 100, discount: index === 0 ? 7 : undefined }) as never),
    });
    const debt = (value: number) => of({ kind: 'field', field: 'debt', op: 'gte', value });
    const city = of({ kind: 'field', field: 'city', op: 'is', value: 'Riga' });
    await base.rule('small', { where: debt(100), field: 'discount', value: 5, keep: 'while' });
    await base.rule('large', { where: city, field: 'discount', value: 10, keep: 'while' });
    await base.adapter.save({ id: 'c000001', version: 1, patch: { city: 'Riga' } }, writer());
    await base.settle();
    const discounts = async () =>
      Promise.all(people(4).map(async ({ id }) => (await base.client(id)).discount ?? null));
    assert.deepEqual(await discounts(), [7, 10, 5, 5]);
    const { version } = await base.client('c000001');
    await base.adapter.save({ id: 'c000001', version, patch: { city: null } }, writer());
    await base.settle();
    assert.deepEqual(await discounts(), [7, 5, 5, 5]);
    const { version: old } = await base.client('c000003');
    await base.adapter.save({ id: 'c000003', version: old, patch: { discount: 3 } }, writer());
    await base.settle();
    assert.deepEqual(await discounts(), [7, 5, 5, 5], 'the rule has the last word');
  });

  it('do nothing while they are disabled, and what they gave stays when they go', async () => {
    const base = baseOf({ clients: people(2, () => ({ visits: 4 })), lists: plain });
    const { version } = await base.rule('r', { ...vip, enabled: false });
    await base.settle();
    assert.equal((await base.client('c000000')).categories, undefined);
    await base.rule('r', { ...vip, enabled: true }, version);
    await base.settle();
    await base.library.remove('rules', 'r', version + 1, writer());
    await base.settle();
    assert.deepEqual((await base.client('c000000')).categories, ['vip']);
  });

  it('follow each other, and come to rest also where they never agree', async () => {
    const base = baseOf({ clients: people(3, () => ({ visits: 4 })), lists: plain });
    const has = (id: string) => of({ kind: 'field', field: 'categories', op: 'anyOf', value: [id] });
    const lacks = (id: string) => of({ kind: 'none', of: [has(id).where] });
    await base.rule('a', { where: has('vip'), field: 'categories', value: 'press', keep: 'while' });
    await base.rule('b', vip);
    await base.settle();
    assert.deepEqual((await base.client('c000001')).categories, ['vip', 'press']);
    await base.rule('c', { where: lacks('new'), field: 'occupation', value: 'x', keep: 'while' });
    const quarrel = of({ kind: 'field', field: 'occupation', op: 'is', value: 'x' });
    await base.rule('d', { where: quarrel, field: 'categories', value: 'new', keep: 'while' });
    assert.ok((await base.settle()) < 100);
    assert.ok((await base.settle()) < 5, 'without a change it is left as it is');
  });

  it('follow a segment that they point at when it changes', async () => {
    const base = baseOf({ clients: people(6, (index) => ({ visits: index })), lists: plain });
    await base.save('segments', { id: 's', name: 'S', document: of(atLeast(5)) });
    await base.rule('r', { ...vip, where: of({ kind: 'segment', id: 's' }), keep: 'while' });
    await base.settle();
    const held = () => base.count({ kind: 'field', field: 'categories', op: 'anyOf', value: ['vip'] });
    assert.equal(await held(), 1);
    await base.save('segments', { id: 's', version: 1, name: 'S', document: of(atLeast(2)) });
    await base.settle();
    assert.equal(await held(), 4);
  });

  it('lean on today: what is due on another day comes with that day', async () => {
    const base = baseOf({ clients: people(2, (index) => ({ birthday: `1990-03-1${index}` })), lists: plain });
    const where = of({
      kind: 'field',
      field: 'birthday',
      op: 'anniversary',
      value: [
        { ago: 0, unit: 'day' },
        { ago: 0, unit: 'day' },
      ],
    });
    await base.rule('r', { ...vip, where, keep: 'while' });
    await base.settle();
    const who = async () => [
      (await base.client('c000000')).categories,
      (await base.client('c000001')).categories,
    ];
    assert.deepEqual(await who(), [['vip'], undefined]);
    base.clock.now += 86_400_000;
    await base.settle();
    assert.deepEqual(await who(), [undefined, ['vip']]);
  });

  it('tell their effect as a change of the clients, and act under their own name', async () => {
    const base = baseOf({ clients: people(2, () => ({ visits: 4 })), lists: plain });
    await base.rule('r', vip);
    const stop = new AbortController();
    const changes: Change[] = [];
    const watching = (async () => {
      for await (const change of base.adapter.watch(null, { ...CONTEXT, signal: stop.signal }))
        changes.push(change);
    })();
    await base.settle();
    stop.abort();
    await watching;
    const [change] = changes.filter(({ kind }) => kind === 'clients');
    assert.ok(change?.kind === 'clients');
    assert.deepEqual(
      [change.op, change.ids, change.fields],
      ['updated', ['c000000', 'c000001'], ['categories', 'updatedAt']],
    );
  });

  it('say why they do nothing when their field or segment is gone, and leave what they gave', async () => {
    const shoe = { id: 'custom.shoe', type: 'number' } as const;
    const clients = people(2, () => ({ visits: 4, categories: ['vip'] }));
    const base = baseOf({ clients, lists: plain, fields: [shoe] });
    const where = of({ kind: 'field', field: 'custom.shoe', op: 'gte', value: 40 });
    await base.rule('r', { ...vip, where, keep: 'while' });
    assert.deepEqual((await base.library.list('rules', CONTEXT))[0]?.faults, undefined);
    // The same documents under a catalogue that has lost the field: what a new release of the host may bring.
    const rule = (await base.library.list('rules', CONTEXT))[0]!;
    const later = baseOf({ clients, lists: plain });
    const { createLibrary } = await import('../../../src/engine/index.js');
    const { TestStore } = await import('../support/store.js');
    const store = new TestStore(clients);
    store.kept.set('t1/library/head', { rev: 1 });
    store.kept.set('t1/item/rules:r', { rev: 1, kind: 'rules', item: rule });
    const library = createLibrary(store, {
      catalogue: createCatalogue(),
      settings: (await later.adapter.describe(CONTEXT)).settings,
      lists: plain,
      count: () => 0,
    });
    const [told] = await library.list('rules', CONTEXT);
    assert.deepEqual(
      told?.faults?.map(({ path, code }) => [path.join('.'), code]),
      [['where.where.field', 'unknown_field']],
    );
  });

  it('count beforehand who would get a value and who would lose it', async () => {
    const base = baseOf({
      clients: people(6, (index) => ({ visits: index, categories: index < 4 ? ['vip'] : [] })),
      lists: plain,
    });
    const rule: Pick<Rule, 'where' | 'value'> = { where: vip.where, value: 'vip' };
    const field = createCatalogue().fields.get('categories')!;
    const asked = ruleQuestions(rule, field);
    assert.ok(asked);
    const [gets, holds, keeps] = await Promise.all(
      [asked.gets, asked.holds, asked.keeps].map(async ({ where }) => base.count(where)),
    );
    assert.deepEqual([gets, holds! - keeps!], [2, 3]);
  });
});

describe('tiers by rule', () => {
  it('are the highest whose condition holds; one by hand without a condition is left alone', async () => {
    const base = baseOf({
      clients: people(7, (index) => ({ visits: index, ...(index === 6 ? { tier: 'family' } : {}) })),
      lists: LISTS,
    });
    await base.settle();
    const tiers = async () =>
      Promise.all(people(7).map(async ({ id }) => (await base.client(id)).tier ?? null));
    assert.deepEqual(await tiers(), [null, 'bronze', 'bronze', 'silver', 'silver', 'gold', 'family']);
    const { version } = await base.client('c000005');
    await base.adapter.save({ id: 'c000005', version, patch: { tier: 'family' } }, writer());
    await base.settle();
    assert.equal((await base.client('c000005')).tier, 'family');
  });

  it('fall to the next one when the condition is changed, in one step', async () => {
    const base = baseOf({ clients: people(6, (index) => ({ visits: index })), lists: LISTS });
    await base.settle();
    const before = await base.client('c000005');
    await base.save('tiers', { id: 'gold', version: 0, name: 'Gold', level: 2, where: of(atLeast(9)) });
    await base.settle();
    const after = await base.client('c000005');
    assert.deepEqual([after.tier, after.version], ['silver', before.version + 1]);
  });
});

describe('the work of rules', () => {
  it('is done in short pieces, and picked up where a budget ended', async () => {
    const base = baseOf({ clients: people(30_000, () => ({ visits: 4 })), lists: plain });
    await base.rule('r', vip);
    const held = () => base.count({ kind: 'field', field: 'categories', op: 'anyOf', value: ['vip'] });
    let rounds = 0;
    for (let more = true, before = 0; more; rounds++) {
      ({ more } = await base.adapter.jobs.work({ budgetMs: 0 }, writer()));
      const now = await held();
      assert.ok(now - before <= 500, `${now - before} at once`);
      before = now;
    }
    assert.equal(await held(), 30_000);
    assert.ok(rounds > 60, `${rounds} pieces`);
  });
});
