import {
  PERMISSIONS,
  type Id,
  type LibraryKind,
  type LibraryStore,
  type Node,
  type SegmentDocument,
} from '../../contract/index.js';
import { ensure, refused, same } from './assert.js';
import { group } from './checks.js';
import type { Subject } from './subject.js';

const check = group('library', ['library']);

export function libraryOf({ adapter }: Subject): LibraryStore {
  ensure(adapter.library, 'the adapter has no library');
  return adapter.library;
}

export const IN_SOFIA: Node = { kind: 'field', field: 'city', op: 'is', value: 'Sofia' };
export const VIP: Node = { kind: 'field', field: 'categories', op: 'anyOf', value: ['vip'] };
export const of = (where: Node): SegmentDocument => ({ v: 1, where });

export function keep(subject: Subject, id: Id, where: Node, version: number | null = null) {
  return libraryOf(subject).save(
    'segments',
    { id, version, name: `The ${id}`, document: of(where) },
    subject.writer(),
  );
}

export const ids = async (subject: Subject, kind: LibraryKind): Promise<Id[]> =>
  (await libraryOf(subject).list(kind, subject.context)).map(({ id }) => id);

export const libraryChecks = [
  check('begins with the lists of the base', async (subject) => {
    const { lists } = await subject.adapter.describe(subject.context);
    same(await ids(subject, 'categories'), ['child', 'press', 'vip'], 'categories, by name');
    same(await ids(subject, 'tiers'), ['bronze', 'silver', 'gold'], 'tiers, by level');
    same(
      lists.categories?.map(({ id }) => id),
      ['vip', 'child', 'press'],
      'the order of the host',
    );
    same(await ids(subject, 'segments'), [], 'segments');
    same(await ids(subject, 'rules'), [], 'rules');
  }),

  check('keeps a segment, tells it, and replaces it as a whole', async (subject) => {
    const library = libraryOf(subject);
    const described = { id: 'sofia', name: 'In Sofia', description: 'All there', hue: 'teal' as const };
    const made = await library.save(
      'segments',
      { ...described, version: null, document: of(IN_SOFIA) },
      subject.writer(),
    );
    same(made, { ...described, version: 1, document: of(IN_SOFIA) }, 'the answer');
    same(await library.list('segments', subject.context), [made], 'the list');
    same((await subject.adapter.describe(subject.context)).segments, [made], 'the description');
    const next = await keep(subject, 'sofia', VIP, 1);
    same(next, { id: 'sofia', name: 'The sofia', version: 2, document: of(VIP) }, 'what replaced it');
    await library.remove('segments', 'sofia', 2, subject.writer());
    same(await library.list('segments', subject.context), [], 'the list after its removal');
  }),

  check('refuses a wrong version, and does a write once per key', async (subject) => {
    const library = libraryOf(subject);
    const item = { id: 'once', version: null, name: 'Once', document: of(IN_SOFIA) };
    const writer = subject.writer();
    const made = await library.save('segments', item, writer);
    same(await library.save('segments', item, writer), made, 'the same write again');
    await refused('conflict', () => library.save('segments', { ...item, name: 'X' }, writer), 'a used key');
    await refused('conflict', () => library.save('segments', item, subject.writer()), 'a second one');
    const stale = await refused('stale_version', () => keep(subject, 'once', VIP, 7), 'a stale version');
    same(stale.detail.version, 1, 'the version that stands');
    await refused('not_found', () => keep(subject, 'never', VIP, 1), 'an edit of what is not there');
    const other = (version: unknown) =>
      library.remove('segments', 'once', version as number, subject.writer());
    await refused('version_required', () => other(undefined), 'a removal without a version');
    await refused('stale_version', () => other(4), 'a removal with a stale version');
  }),

  check('names the place of each fault of an item', async (subject) => {
    const save = (kind: LibraryKind, item: object) => () =>
      libraryOf(subject).save(kind, { version: null, ...item } as never, subject.writer());
    const faults: [kind: LibraryKind, item: object, path: string, code: string][] = [
      ['segments', { id: 'a', name: '', document: of(VIP) }, 'name', 'required'],
      ['segments', { id: 'a', name: 'A' }, 'document', 'required'],
      [
        'segments',
        { id: 'a', name: 'A', document: of({ kind: 'field', field: 'nope', op: 'exists' }) },
        'document.where.field',
        'unknown_field',
      ],
      ['categories', { id: 'a', name: 'A', hue: 'puce' }, 'hue', 'unknown_value'],
      ['categories', { id: 'a', name: 'A', secret: 1 }, 'secret', 'unknown_key'],
      ['tiers', { id: 'a', name: 'A', discount: 101 }, 'discount', 'too_big'],
      [
        'rules',
        { id: 'a', name: 'A', enabled: true, where: of(VIP), field: 'visits', value: 1, keep: 'given' },
        'field',
        'read_only',
      ],
      [
        'rules',
        {
          id: 'a',
          name: 'A',
          enabled: true,
          where: of(IN_SOFIA),
          field: 'categories',
          value: 'no',
          keep: 'given',
        },
        'value',
        'unknown_option',
      ],
      [
        'rules',
        {
          id: 'a',
          name: 'A',
          enabled: true,
          where: of(VIP),
          field: 'categories',
          value: 'vip',
          keep: 'while',
        },
        'where',
        'circle',
      ],
    ];
    for (const [kind, item, path, code] of faults) {
      const error = await refused('invalid', save(kind, item), `${path} of ${kind}`);
      const found = error.issues.find((issue) => issue.path.join('.') === path);
      same(found?.code, code, `the issue at ${path}, among ${JSON.stringify(error.issues)}`);
    }
  }),

  check('finds by a kept segment whom its document finds', async (subject) => {
    await keep(subject, 'sofia', IN_SOFIA);
    await keep(subject, 'both', { kind: 'all', of: [{ kind: 'segment', id: 'sofia' }, VIP] });
    const both: Node = { kind: 'all', of: [IN_SOFIA, VIP] };
    const questions: [node: Node, same: Node][] = [
      [{ kind: 'segment', id: 'sofia' }, IN_SOFIA],
      [{ kind: 'segment', id: 'both' }, both],
      [
        { kind: 'segment', id: 'sofia', not: true },
        { kind: 'none', of: [IN_SOFIA] },
      ],
      [
        {
          kind: 'any',
          of: [
            { kind: 'segment', id: 'both' },
            { kind: 'none', of: [VIP] },
          ],
        },
        { kind: 'any', of: [both, { kind: 'none', of: [VIP] }] },
      ],
    ];
    for (const [asked, meant] of questions) {
      const wanted = subject.expected(meant);
      ensure(wanted.length > 0, 'somebody is to be found');
      same(await subject.ids(asked), wanted, JSON.stringify(asked));
      same((await subject.adapter.count(of(asked), subject.context)).count, wanted.length, 'their number');
    }
  }),

  check(
    'takes a kept segment in figures and in selections',
    async (subject) => {
      await keep(subject, 'sofia', IN_SOFIA);
      const found = of({ kind: 'segment', id: 'sofia' });
      const wanted = subject.expected(IN_SOFIA).length;
      const figures = await subject.adapter.aggregate?.(
        { over: { where: found }, measures: [{ agg: 'count' }] },
        subject.context,
      );
      same(figures?.rows[0]?.values, [wanted], 'the figure');
      const {
        count,
        token = '',
        today,
      } = await subject.adapter.count(found, subject.context, { token: true });
      const plan = await subject.adapter.jobs?.plan(
        { action: 'favourite', params: { on: true }, selection: { found, except: [], count, token, today } },
        subject.writer(),
      );
      same(plan?.total, wanted, 'the plan');
    },
    ['aggregate', 'token', 'jobs'],
  ),

  check('goes by a segment as it is now, and tells that something changed', async (subject) => {
    await keep(subject, 'mine', IN_SOFIA);
    const before = await subject.find({ kind: 'segment', id: 'mine' });
    await keep(subject, 'mine', VIP, 1);
    const after = await subject.find({ kind: 'segment', id: 'mine' });
    same(
      after.items.map(({ id }) => id),
      subject.expected(VIP),
      'those who are found',
    );
    ensure(before.revision !== after.revision, 'the revision moves with the segment');
  }),

  check('refuses what points nowhere or in a circle: it never means everyone', async (subject) => {
    const nowhere: Node = { kind: 'segment', id: 'nowhere' };
    for (const node of [nowhere, { kind: 'segment', id: 'nowhere', not: true }] satisfies Node[]) {
      await refused('invalid', () => subject.find(node), 'a find');
      await refused('invalid', () => subject.adapter.count(of(node), subject.context), 'a count');
    }
    await refused('invalid', () => keep(subject, 'a', nowhere), 'a segment that points nowhere');
    await refused('invalid', () => keep(subject, 'a', { kind: 'segment', id: 'a' }), 'one that is itself');
    await keep(subject, 'a', VIP);
    await keep(subject, 'b', { kind: 'none', of: [{ kind: 'segment', id: 'a' }] });
    const circle = await refused(
      'invalid',
      () => keep(subject, 'a', { kind: 'segment', id: 'b' }, 1),
      'a circle of two',
    );
    ensure(
      circle.issues.some(({ code }) => code === 'circle'),
      'the issue says that it is a circle',
    );
    same(await subject.ids({ kind: 'segment', id: 'b' }), subject.expected({ kind: 'none', of: [VIP] }), 'b');
  }),

  check('removes nothing that something points at, and says what does', async (subject) => {
    const library = libraryOf(subject);
    await keep(subject, 'a', VIP);
    await keep(subject, 'b', { kind: 'segment', id: 'a' });
    await library.save(
      'rules',
      {
        id: 'r',
        version: null,
        name: 'To the press',
        enabled: false,
        where: of({ kind: 'segment', id: 'a' }),
        field: 'categories',
        value: 'press',
        keep: 'given',
      },
      subject.writer(),
    );
    const remove = (kind: LibraryKind, id: Id, version: number) =>
      library.remove(kind, id, version, subject.writer());
    const error = await refused('conflict', () => remove('segments', 'a', 1), 'a used segment');
    const uses = [
      { kind: 'segments', id: 'b', name: 'The b' },
      { kind: 'rules', id: 'r', name: 'To the press' },
    ];
    same(error.detail.uses, uses, 'what uses it');
    same(await library.uses('segments', 'a', subject.context), uses, 'the same, asked');
    await refused('conflict', () => remove('categories', 'vip', 0), 'a category that a segment asks for');
    await refused('conflict', () => remove('categories', 'press', 0), 'a category that a rule gives');
    await remove('rules', 'r', 1);
    await remove('segments', 'b', 1);
    await remove('segments', 'a', 1);
    await refused('invalid', () => subject.find({ kind: 'segment', id: 'a' }), 'a removed segment');
    const carried = await library.uses('categories', 'vip', subject.context);
    same(
      carried,
      [{ kind: 'clients', id: null, name: null, count: subject.expected(VIP).length }],
      'clients',
    );
  }),

  check('remembers how large a segment was today', async (subject) => {
    await keep(subject, 'sofia', IN_SOFIA);
    const size = { day: subject.seed.today, count: subject.expected(IN_SOFIA).length };
    same(await libraryOf(subject).sizes('sofia', subject.context), [size], 'the sizes');
    await keep(subject, 'sofia', VIP, 1);
    const now = { ...size, count: subject.expected(VIP).length };
    same(await libraryOf(subject).sizes('sofia', subject.context), [now], 'one for each day');
    await refused('not_found', () => libraryOf(subject).sizes('nope', subject.context), 'of no segment');
  }),

  check(
    'tells of what changed as a change of the description',
    async (subject) => {
      const stop = new AbortController();
      const context = { ...subject.context, signal: stop.signal };
      const changes = subject.adapter.watch!(null, context)[Symbol.asyncIterator]();
      const next = changes.next();
      // A stream may need a moment to begin; what is written before is not its business.
      await new Promise((resolve) => setTimeout(resolve, 50));
      await keep(subject, 'told', VIP);
      const { value } = await next;
      stop.abort();
      await changes.return?.();
      same((value as { kind?: string } | undefined)?.kind, 'description', 'the change');
    },
    ['watch'],
  ),

  check(
    'lets nobody change it who may not change settings',
    async (subject) => {
      const library = libraryOf(subject);
      await refused('forbidden', () => keep(subject, 'a', VIP), 'a save');
      await refused('forbidden', () => library.remove('categories', 'vip', 0, subject.writer()), 'a removal');
      await refused('forbidden', () => library.uses('categories', 'vip', subject.context), 'its uses');
      same((await library.list('categories', subject.context)).length, 3, 'all may read it');
    },
    [],
    { permissions: PERMISSIONS.filter((permission) => permission !== 'settings') },
  ),

  check(
    'keeps no question about what the user does not see',
    async (subject) => {
      const hidden: Node = { kind: 'field', field: 'occupation', op: 'exists' };
      await refused(['invalid', 'forbidden'], () => keep(subject, 'a', hidden), 'a hidden field');
      const masked: Node = { kind: 'field', field: 'phones', op: 'exists' };
      await refused('forbidden', () => keep(subject, 'a', masked), 'a masked field');
      await keep(subject, 'b', VIP);
      same(await subject.ids({ kind: 'segment', id: 'b' }), subject.expected(VIP), 'what they may ask');
    },
    [],
    {
      permissions: PERMISSIONS.filter((permission) => permission !== 'contacts'),
      hidden: ['occupation'],
    },
  ),
];
