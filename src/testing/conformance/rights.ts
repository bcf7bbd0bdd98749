import { EVERYONE, PERMISSIONS, type Node, type Rights } from '../../contract/index.js';
import { ensure, refused, same } from './assert.js';
import { group } from './checks.js';
import type { Subject } from './subject.js';

const check = group('rights');

const lacks = (...names: string[]): Pick<Rights, 'permissions'> => ({
  permissions: PERMISSIONS.filter((permission) => !names.includes(permission)),
});
const hidden: Partial<Rights> = { ...lacks('sensitive'), hidden: ['custom.motto', 'occupation'] };
const masked: Partial<Rights> = lacks('contacts');
const branch: Partial<Rights> = { ...lacks('restore'), branches: ['b2'] };

/** Everything that a user may read, as one text: what is secret must not stand in it. */
async function everything(subject: Subject): Promise<string> {
  const { adapter, context } = subject;
  return JSON.stringify([
    await adapter.describe(context),
    await subject.find(EVERYONE.where),
    await subject.get('all').catch((error: unknown) => error),
    subject.capabilities.records.includes('bookings')
      ? await adapter.records?.find(
          { record: 'bookings', client: 'all', window: { at: 0, size: 10 } },
          context,
        )
      : null,
  ]);
}

/** Every question in which a field can be named. */
function questions(subject: Subject, field: string): (() => unknown)[] {
  const { adapter, context, capabilities } = subject;
  const exists: Node = { kind: 'field', field, op: 'exists' };
  const where = { v: 1 as const, where: exists };
  return [
    () => adapter.find(subject.query({ where }), context),
    () => adapter.find(subject.query({ where: { v: 1, where: { kind: 'none', of: [exists] } } }), context),
    () => adapter.find(subject.query({ sort: [{ field, dir: 'asc' }] }), context),
    () => adapter.count(where, context),
    ...(capabilities.aggregate
      ? [
          () => adapter.aggregate?.({ over: { where }, measures: [{ agg: 'count' }] }, context),
          () =>
            adapter.aggregate?.(
              { over: { where: EVERYONE }, measures: [{ agg: 'count' }], by: [{ field }] },
              context,
            ),
        ]
      : []),
  ];
}

export const rightsChecks = [
  check(
    'shows nothing of a hidden field, anywhere',
    async (subject) => {
      const told = await everything(subject);
      for (const secret of ['latex', 'Carpe diem', 'dancer', 'custom.motto']) {
        ensure(!told.includes(secret), `"${secret}" is told`);
      }
      ensure(told.includes('Юлия'), 'the rest is told');
    },
    [],
    hidden,
  ),

  check(
    'answers for a hidden field as for one that never was',
    async (subject) => {
      for (const field of ['custom.motto', 'occupation', 'allergies', 'custom.never']) {
        for (const ask of questions(subject, field)) await refused('invalid', ask, field);
      }
      if (subject.capabilities.write) {
        const save = () =>
          subject.adapter.save({ id: 'all', version: 7, patch: { 'custom.motto': 'x' } }, subject.writer());
        await refused('invalid', save, 'a write');
      }
    },
    [],
    hidden,
  ),

  check(
    'does not find by what is hidden',
    async (subject) => {
      same(await subject.ids({ kind: 'search', text: 'carpe' }), [], 'a search');
      same(await subject.ids({ kind: 'search', text: 'yolkina' }), ['all'], 'a search of what may be seen');
      const others = await subject.ids({ kind: 'none', of: [{ kind: 'search', text: 'carpe' }] });
      same(others.length, subject.seed.clients.length, 'everybody is not found by it');
    },
    ['search'],
    hidden,
  ),

  check(
    'masks contacts, and refuses to be asked about them',
    async (subject) => {
      const told = await everything(subject);
      for (const secret of [
        '359888123456',
        '88812',
        'Yulia.Private',
        'mail.example',
        'Secret street',
        '@yulia',
      ]) {
        ensure(!told.includes(secret), `"${secret}" is told`);
      }
      const { phones } = await subject.get('all', ['phones']);
      same(phones, [{ masked: '•••• 56', label: 'work' }, { masked: '•••• 78' }], 'phones');
      for (const field of ['phones', 'emails', 'address']) {
        const asks = questions(subject, field).filter((_, index) => field !== 'address' || index !== 2);
        for (const ask of asks) await refused('forbidden', ask, field);
      }
    },
    [],
    masked,
  ),

  check(
    'does not find by a masked contact',
    async (subject) => {
      for (const text of ['888123', 'private@mail', '+359888123456']) {
        same(await subject.ids({ kind: 'search', text }), [], `the search "${text}"`);
      }
      same(await subject.ids({ kind: 'search', text: 'Ёлкина' }), ['all'], 'a search by name');
    },
    ['search'],
    masked,
  ),

  check(
    'shows clients of the user’s branches alone, and foreign ones as if they were not',
    async (subject) => {
      const own = subject.seed.clients.filter((client) => client.branch === 'b2').map(({ id }) => id);
      same(await subject.ids(EVERYONE.where), own.sort(), 'who is found');
      same((await subject.adapter.count(EVERYONE, subject.context)).count, own.length, 'the count');
      const messages = [];
      for (const id of ['all', 'no-such', 'nobody']) {
        messages.push((await refused('not_found', () => subject.get(id), `get ${id}`)).message);
      }
      same(new Set(messages).size, 1, 'different words for foreign and unknown clients');
      if (subject.capabilities.aggregate) {
        const over = { ids: ['all', 'leap'] as [string, string] };
        const table = await subject.adapter.aggregate?.(
          { over, measures: [{ agg: 'count' }] },
          subject.context,
        );
        same(table?.rows[0]?.values, [1], 'the count of a selection by ids');
      }
    },
    [],
    branch,
  ),

  check(
    'writes to clients of the user’s branches alone',
    async (subject) => {
      const { adapter } = subject;
      const foreign = { id: 'all', version: 7, patch: { city: 'x' } };
      await refused('not_found', () => adapter.save(foreign, subject.writer()), 'an edit');
      await refused('not_found', () => adapter.remove('all', 7, subject.writer()), 'a removal');
      const moved = { id: 'leap', version: 1, patch: { branch: 'b1' } };
      await refused('forbidden', () => adapter.save(moved, subject.writer()), 'a move to another branch');
      if (!adapter.jobs || !subject.capabilities.actions.includes('favourite')) return;
      const selection = { ids: ['all', 'leap'] as [string, string] };
      const plan = await adapter.jobs.plan(
        { action: 'favourite', params: { on: true }, selection },
        subject.writer(),
      );
      same(plan.affected, 1, 'who would be changed');
    },
    ['write'],
    branch,
  ),

  check(
    'refuses what the user may not do',
    async (subject) => {
      const { adapter, context } = subject;
      await refused('forbidden', () => adapter.find(subject.query(), context), 'find');
      await refused('forbidden', () => adapter.count(EVERYONE, context), 'count');
      await refused('forbidden', () => adapter.get('all', context), 'get');
      if (subject.capabilities.write) {
        const edit = { id: 'all', version: 7, patch: { city: 'x' } };
        await refused('forbidden', () => adapter.save(edit, subject.writer()), 'save');
        await refused('forbidden', () => adapter.remove('all', 7, subject.writer()), 'remove');
      }
    },
    [],
    { permissions: [] },
  ),
];
