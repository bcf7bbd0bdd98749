import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  isClienteleError,
  PERMISSIONS,
  type Adapter,
  type ClienteleError,
  type LibraryKind,
  type Node,
  type Rights,
} from '../../../src/contract/index.js';
import { withAccess } from '../../../src/engine/index.js';
import { baseOf, CONTEXT, of, people, writer } from './support.js';

const LATEX: Node = { kind: 'field', field: 'allergies', op: 'contains', value: 'latex' };
const RIGA: Node = { kind: 'field', field: 'city', op: 'is', value: 'Riga' };
const SEARCH: Node = { kind: 'search', text: 'private' };
const through = (id: string): Node => ({ kind: 'segment', id });

/** A base with segments, rules and a tier, some of which are about allergies, seen by one from whom those are hidden. */
async function stage(rights: Partial<Rights> = { hidden: ['allergies'] }) {
  const base = baseOf({
    clients: people(6, (index) => ({
      city: index % 2 ? 'Riga' : 'Sofia',
      branch: index < 3 ? 'b1' : 'b2',
      ...(index < 2 ? { allergies: 'latex' } : {}),
      ...(index === 1 ? { emails: [{ value: 'private@mail.example' }] } : {}),
    })),
    lists: {
      categories: [{ id: 'vip', name: 'VIP' }],
      branches: ['b1', 'b2'].map((id) => ({ id, name: id })),
      tiers: [{ id: 'secret', name: 'Tier', where: of(LATEX) }],
    },
  });
  const keep = (id: string, where: Node) =>
    base.save('segments', { id, name: `Name of ${id}`, document: of(where) });
  await keep('latex', LATEX);
  await keep('riga', RIGA);
  await keep('searched', SEARCH);
  await keep('both', { kind: 'all', of: [through('latex'), through('riga')] });
  await base.rule('allergic', {
    enabled: false,
    where: of(through('latex')),
    field: 'categories',
    value: 'vip',
  });
  await base.rule('local', { enabled: false, where: of(RIGA), field: 'categories', value: 'vip' });
  const whole: Rights = { permissions: [...PERMISSIONS], hidden: [], masked: [], branches: null, ...rights };
  const access = withAccess(base.adapter, { rights: () => whole }) as Required<Adapter>;
  const ids = async (kind: LibraryKind) => (await access.library.list(kind, CONTEXT)).map(({ id }) => id);
  return { ...base, access, ids };
}

async function refusal(ask: () => unknown): Promise<ClienteleError> {
  try {
    await ask();
  } catch (error) {
    assert.ok(isClienteleError(error), String(error));
    return error;
  }
  return assert.fail('it was allowed');
}

describe('the library, for one from whom a field is hidden', () => {
  it('holds no segment, rule or condition about it, also not through another segment', async () => {
    const { access, ids } = await stage();
    assert.deepEqual(await ids('segments'), ['riga', 'searched']);
    assert.deepEqual(await ids('rules'), ['local']);
    const description = await access.describe(CONTEXT);
    assert.deepEqual(
      description.segments?.map(({ id }) => id),
      ['riga', 'searched'],
    );
    assert.deepEqual(await access.library.list('tiers', CONTEXT), [
      { id: 'secret', name: 'Tier', version: 0 },
    ]);
    const told = JSON.stringify([description, await access.library.list('tiers', CONTEXT)]);
    assert.ok(!told.includes('latex') && !told.includes('allergies","op'), told);
  });

  it('answers for those as for items that never were', async () => {
    const { access } = await stage();
    const { library } = access;
    for (const id of ['latex', 'both', 'never']) {
      const asks: (() => unknown)[] = [
        () => library.sizes(id, CONTEXT),
        () => library.uses('segments', id, CONTEXT),
        () => library.remove('segments', id, 1, writer()),
        () => library.save('segments', { id, version: 1, name: 'Mine', document: of(RIGA) }, writer()),
      ];
      for (const ask of asks) {
        assert.equal((await refusal(ask)).code, 'not_found', id);
      }
      const questions: (() => unknown)[] = [
        () => access.find({ where: of(through(id)), sort: [], window: { at: 0, size: 5 } }, CONTEXT),
        () => access.count(of({ kind: 'none', of: [through(id)] }), CONTEXT),
        () => access.explain({ where: of(through(id)), client: 'c000000' }, CONTEXT),
        () =>
          library.save(
            'segments',
            { id: 'x', version: null, name: 'X', document: of(through(id)) },
            writer(),
          ),
      ];
      for (const ask of questions) {
        const { code, issues } = await refusal(ask);
        assert.deepEqual([code, issues[0]?.code], ['invalid', 'unknown_segment'], id);
      }
    }
  });

  it('keeps no question about it, and lets nobody take away what they do not see', async () => {
    const { access } = await stage();
    const { library } = access;
    const keep = (kind: LibraryKind, item: object) => () => library.save(kind, item as never, writer());
    const rule = { id: 'x', version: null, name: 'X', enabled: true, keep: 'given', value: 'x' };
    const unknown = [
      keep('segments', { id: 'x', version: null, name: 'X', document: of(LATEX) }),
      keep('rules', { ...rule, where: of(LATEX), field: 'city' }),
      keep('rules', { ...rule, where: of(RIGA), field: 'allergies' }),
    ];
    for (const ask of unknown) {
      const { code, issues } = await refusal(ask);
      assert.deepEqual([code, issues[0]?.code], ['invalid', 'unknown_field']);
    }
    const tier = keep('tiers', { id: 'secret', version: 0, name: 'Mine' });
    assert.equal((await refusal(tier)).code, 'forbidden');
  });

  it('does not name what points at an item and is about it', async () => {
    const { access } = await stage();
    const uses = await access.library.uses('segments', 'riga', CONTEXT);
    assert.deepEqual(uses, [{ kind: 'segments', id: null, name: null }]);
    const error = await refusal(() => access.library.remove('segments', 'riga', 1, writer()));
    assert.deepEqual([error.code, error.detail.uses], ['conflict', uses]);
  });

  it('finds by a segment that they know, and by no field that they do not see', async () => {
    const { access, adapter } = await stage({ hidden: ['emails'] });
    const count = async (by: Adapter, where: Node) => (await by.count(of(where), CONTEXT)).count;
    assert.equal(await count(access, through('riga')), 3);
    assert.equal(await count(adapter, through('searched')), 1);
    assert.equal(await count(access, through('searched')), 0, 'what is found by the hidden field alone');
    assert.equal(await count(access, { kind: 'segment', id: 'searched', not: true }), 6);
    const explained = await refusal(() =>
      access.explain({ where: of(through('searched')), client: 'c000001' }, CONTEXT),
    );
    assert.equal(explained.code, 'forbidden');
  });

  it('lets nobody fill a group that they do not see', async () => {
    const { access } = await stage({ hidden: ['categories'] });
    const { actions } = (await access.describe(CONTEXT)).capabilities;
    assert.ok(actions.includes('addToGroup') && !actions.includes('addToCategory'));
    const request = {
      action: 'addToCategory',
      params: { categories: ['vip'] },
      selection: { ids: ['c000000'] as [string] },
    };
    assert.equal((await refusal(() => access.jobs.plan(request, writer()))).code, 'unsupported');
  });

  it('tells one of a branch nothing of the others', async () => {
    const { access } = await stage({ branches: ['b1'] });
    assert.equal((await refusal(() => access.library.sizes('riga', CONTEXT))).code, 'forbidden');
    assert.equal((await access.count(of(through('riga')), CONTEXT)).count, 1);
    assert.equal(
      (await refusal(() => access.explain({ where: of(RIGA), client: 'c000005' }, CONTEXT))).code,
      'not_found',
    );
    assert.equal((await access.explain({ where: of(RIGA), client: 'c000001' }, CONTEXT)).held, true);
  });

  it('knows what was kept by somebody else since', async () => {
    const { access, save } = await stage();
    await access.count(of(RIGA), CONTEXT);
    await save('segments', { id: 'later', name: 'Later', document: of(RIGA) });
    assert.equal((await access.count(of(through('later')), CONTEXT)).count, 3);
    await save('categories', { id: 'new', name: 'New' });
    const written = await access.save(
      { id: 'c000005', version: 1, patch: { categories: ['new'] } },
      writer(),
    );
    assert.deepEqual(written.categories, ['new']);
    const never = { id: 'c000005', version: 2, patch: { categories: ['never'] } };
    assert.equal((await refusal(() => access.save(never, writer()))).code, 'invalid');
  });
});
