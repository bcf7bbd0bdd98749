import { EVERYONE, type Node } from '../../contract/index.js';
import { ensure, refused, same } from './assert.js';
import { group } from './checks.js';
import { ids, IN_SOFIA, libraryOf, of, VIP } from './library.js';

const check = group('library', ['library']);

export const listChecks = [
  check(
    'makes, renames and removes categories, and takes removed ones from their clients',
    async (subject) => {
      const library = libraryOf(subject);
      const name = { en: 'Friends', ru: 'Друзья' };
      await library.save('categories', { id: 'friends', version: null, name, hue: 'pink' }, subject.writer());
      await library.save(
        'categories',
        { id: 'vip', version: 0, name: 'Very', hue: 'amber' },
        subject.writer(),
      );
      const told = (await subject.adapter.describe(subject.context)).lists.categories;
      same(
        told?.map((item) => [item.id, item.name, item.hue]),
        [
          ['vip', 'Very', 'amber'],
          ['child', 'child', undefined],
          ['press', 'press', undefined],
          ['friends', name, 'pink'],
        ].map((row) => row.map((value) => value ?? null)),
        'the list',
      );
      const { version } = await subject.get('all');
      await subject.adapter.save(
        { id: 'all', version, patch: { categories: ['vip', 'friends'] } },
        subject.writer(),
      );
      await library.remove('categories', 'vip', 1, subject.writer());
      same((await subject.get('all')).categories, ['friends'], 'what is left');
      same((await subject.adapter.count(of(VIP), subject.context)).count, 0, 'who still carries it');
      same(await ids(subject, 'categories'), ['child', 'friends', 'press'], 'the library');
      const lists = (await subject.adapter.describe(subject.context)).lists;
      ensure(!lists.categories?.some(({ id }) => id === 'vip'), 'it is not told any more');
      await refused(
        'invalid',
        async () =>
          subject.adapter.save({ id: 'leap', version: 1, patch: { categories: ['vip'] } }, subject.writer()),
        'a removed category',
      );
      const again = await library.save(
        'categories',
        { id: 'vip', version: null, name: 'New' },
        subject.writer(),
      );
      ensure((again.version ?? 0) > 1, 'one that is made again goes on with its versions');
    },
    ['write'],
  ),

  check(
    'puts clients into groups and categories and takes them out, exactly',
    async (subject) => {
      const { adapter, context } = subject;
      await libraryOf(subject).save('groups', { id: 'g', version: null, name: 'Group' }, subject.writer());
      const act = async (action: string, params: Record<string, string[] | string>) => {
        const found = of(IN_SOFIA);
        const { count, token = '', today } = await adapter.count(found, context, { token: true });
        const plan = await adapter.jobs!.plan(
          { action, params, selection: { found, except: [], count, token, today } },
          subject.writer(),
        );
        const job = await adapter.jobs!.run(plan.id, subject.writer());
        same(job.state, 'done', `${action} has ended`);
        return job;
      };
      const before = await subject.find(EVERYONE.where);
      const members: Node = { kind: 'field', field: 'groups', op: 'anyOf', value: ['g'] };
      const added = await act('addToGroup', { groups: ['g'] });
      same(await subject.ids(members), subject.expected(IN_SOFIA), 'the group is whom the segment finds');
      await act('removeFromGroup', { groups: ['g'] });
      same(await subject.ids(members), [], 'the group is empty again');
      same([added.failed, added.skipped], [0, 0], 'nobody was passed by');

      const given = await act('addToCategory', { categories: ['press', 'child'] });
      const undone = await adapter.jobs!.undo(given.id, subject.writer());
      same([undone.state, undone.ok], ['done', given.ok], 'the undo');
      const plain = (page: typeof before) =>
        page.items.map(({ version: _v, updatedAt: _u, ...rest }) => rest);
      same(plain(await subject.find(EVERYONE.where)), plain(before), 'everybody is as before');
      await refused('invalid', () => act('addToCategory', { categories: ['nope'] }), 'an unknown category');
      await act('setTier', { tier: 'gold' });
      const gold: Node = {
        kind: 'all',
        of: [IN_SOFIA, { kind: 'field', field: 'tier', op: 'in', value: ['gold'] }],
      };
      same(await subject.ids(gold), subject.expected(IN_SOFIA), 'all have the tier');
    },
    ['write', 'jobs', 'token'],
  ),
];
