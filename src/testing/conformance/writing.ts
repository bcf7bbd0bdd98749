import { EVERYONE, type Id, type Patch } from '../../contract/index.js';
import { ensure, refused, same } from './assert.js';
import { group } from './checks.js';
import type { Subject } from './subject.js';

const check = group('writing', ['write']);

const create = (subject: Subject, id: Id, patch: Patch, key?: string) =>
  subject.adapter.save({ id, version: null, patch }, subject.writer(key));
const edit = (subject: Subject, id: Id, version: number, patch: Patch, key?: string) =>
  subject.adapter.save({ id, version, patch }, subject.writer(key));

export const writingChecks = [
  check('makes a client that is found, sorted, searched and counted at once', async (subject) => {
    const before = (await subject.adapter.count(EVERYONE, subject.context)).count;
    const patch = { firstName: 'Цветелина', city: 'Абакан', 'custom.hasCat': true };
    const made = await create(subject, 'new-1', patch);
    same([made.id, made.firstName, made.custom], ['new-1', 'Цветелина', { hasCat: true }], 'the answer');
    ensure(made.version >= 1, 'the version of a new client is 1 or more');
    same((await subject.get('new-1')).city, 'Абакан', 'read back');
    const sorted = await subject.ids(EVERYONE.where, [{ field: 'city', dir: 'asc' }]);
    same(sorted[0], 'new-1', 'first by city');
    same((await subject.adapter.count(EVERYONE, subject.context)).count, before + 1, 'the count');
    if (subject.capabilities.search) {
      same(await subject.ids({ kind: 'search', text: 'tsvetelina' }), ['new-1'], 'the search');
    }
  }),

  check('leaves what is absent, clears what is null, and grows the version by one', async (subject) => {
    const saved = await edit(subject, 'all', 7, { city: null, occupation: 'singer', 'custom.colour': null });
    same([saved.version, saved.city, saved.occupation], [8, undefined, 'singer'], 'the answer');
    const read = await subject.get('all');
    same([read.version, read.lastName, read.custom?.['colour']], [8, 'Ёлкина', undefined], 'read back');
    same(read.custom?.['hasCat'], true, 'a custom field beside the cleared one');
    same(
      await subject.ids({ kind: 'field', field: 'occupation', op: 'is', value: 'singer' }),
      ['all'],
      'found anew',
    );
    const gone = await subject.ids({ kind: 'field', field: 'city', op: 'exists' });
    ensure(!gone.includes('all'), 'a cleared value still exists');
  }),

  check('demands a version, and refuses a stale one with the version that stands', async (subject) => {
    await refused('version_required', () => edit(subject, 'all', undefined as never, { city: 'x' }), 'save');
    await refused(
      'version_required',
      () => subject.adapter.remove('all', undefined as never, subject.writer()),
      'remove',
    );
    await edit(subject, 'all', 7, { city: 'Varna' });
    const stale = await refused(
      'stale_version',
      () => edit(subject, 'all', 7, { city: 'Burgas' }),
      'a stale save',
    );
    same(stale.detail.version, 8, 'the version in the error');
    ensure(stale.detail.changed?.includes('city') ?? true, 'the changed fields name city');
    await refused(
      'stale_version',
      () => subject.adapter.remove('all', 7, subject.writer()),
      'a stale remove',
    );
    same((await subject.get('all')).city, 'Varna', 'what stands');
  }),

  check('lets one of two win who edit the same version', async (subject) => {
    const writes = ['a', 'b', 'c', 'd'].map((city) => edit(subject, 'all', 7, { city }));
    const results = await Promise.allSettled(writes);
    same(results.filter(({ status }) => status === 'fulfilled').length, 1, 'winners');
    same((await subject.get('all')).version, 8, 'the version');
  }),

  check('refuses to make somebody who is there, and to edit nobody', async (subject) => {
    await refused('conflict', () => create(subject, 'all', { firstName: 'x' }), 'create');
    await refused('not_found', () => edit(subject, 'no-such', 1, { city: 'x' }), 'edit');
    await refused('not_found', () => subject.adapter.remove('no-such', 1, subject.writer()), 'remove');
  }),

  check(
    'refuses keys that nobody knows and values that cannot be, and stores nothing of them',
    async (subject) => {
      const bad = [
        '{"nope":1}',
        '{"__proto__":{"x":1}}',
        '{"constructor":"x"}',
        '{"version":9}',
        '{"id":"x"}',
        '{"tenant":"x"}',
        '{"removedAt":null}',
        '{"custom":{"hasCat":true}}',
        '{"custom.nope":1}',
        '{"visits":5}',
        '{"name":"x"}',
        '{"city":5}',
        '{"discount":101}',
        '{"birthday":"2023-02-29"}',
        '{"phones":[{"value":"0888"}]}',
        '{"emails":[{"value":"nobody"}]}',
        '{"categories":["no-such"]}',
        '{"photo":"javascript:alert(1)"}',
        '{"city":"a\\u0000b"}',
        '{"city":"\\ud800"}',
      ];
      const before = await subject.get('all');
      for (const json of bad) {
        // A spread keeps `__proto__` as a key of its own.
        const patch = { city: 'half-done', ...(JSON.parse(json) as Patch) };
        const issue = await refused('invalid', () => edit(subject, 'all', 7, patch), json);
        ensure(issue.issues.length > 0, `${json}: the error says where`);
      }
      same(await subject.get('all'), before, 'the client');
      ensure(
        ({} as Record<string, unknown>)['x'] === undefined,
        'the prototype of all objects was written to',
      );
    },
  ),

  check('keeps texts as they are', async (subject) => {
    const texts = [
      '😀👩‍👩‍👧',
      'שלום ‏x',
      'e\u0301',
      "Robert'); DROP TABLE clients;--",
      '<b>x</b>',
      '%_\\',
      '0007',
      '=1+1',
    ];
    for (const [index, text] of texts.entries()) {
      await create(subject, `text-${index}`, { firstName: text });
      same((await subject.get(`text-${index}`)).firstName, text, 'the text');
      const found = await subject.ids({ kind: 'field', field: 'firstName', op: 'is', value: text });
      ensure(found.includes(`text-${index}`), `"${text}" is not found by itself`);
    }
  }),

  check('does not move the version for a favourite', async (subject) => {
    const saved = await edit(subject, 'all', 7, { favourite: false });
    same([saved.version, saved.favourite], [7, false], 'the answer');
    same((await edit(subject, 'all', 7, { city: 'x' })).version, 8, 'an edit of the same version afterwards');
  }),

  check('does a write once per key, and answers it again', async (subject) => {
    const key = 'once-and-only-once';
    const first = await edit(subject, 'all', 7, { city: 'Pleven' }, key);
    await edit(subject, 'all', 8, { city: 'Ruse' });
    same(await edit(subject, 'all', 7, { city: 'Pleven' }, key), first, 'the second answer');
    same((await subject.get('all')).city, 'Ruse', 'what stands');
    await refused(
      'conflict',
      () => edit(subject, 'all', 9, { city: 'Vidin' }, key),
      'the key for another write',
    );
    await create(subject, 'key-1', { firstName: 'x' }, 'make-once');
    await create(subject, 'key-1', { firstName: 'x' }, 'make-once');
  }),

  check('loses none of many edits that go on together', async (subject) => {
    let version = 7;
    for (let round = 0; round < 20; round++) {
      const results = await Promise.allSettled(
        [0, 1, 2].map((turn) => edit(subject, 'all', version, { occupation: `${round}.${turn}` })),
      );
      same(results.filter(({ status }) => status === 'fulfilled').length, 1, `winners of round ${round}`);
      version++;
    }
    same((await subject.get('all')).version, 27, 'the version');
  }),

  check('removes softly: nobody finds or counts who was removed', async (subject) => {
    const everyone = await subject.ids(EVERYONE.where);
    await subject.adapter.remove('all', 7, subject.writer());
    same(
      await subject.ids(EVERYONE.where),
      everyone.filter((id) => id !== 'all'),
      'who is left',
    );
    same((await subject.adapter.count(EVERYONE, subject.context)).count, everyone.length - 1, 'the count');
    const none = await subject.ids({
      kind: 'none',
      of: [{ kind: 'field', field: 'city', op: 'is', value: 'x' }],
    });
    ensure(!none.includes('all'), 'a removed client matches a negation');
    await refused(['not_found', 'stale_version'], () => edit(subject, 'all', 7, { city: 'x' }), 'an edit');
  }),

  check('walks on under writes without skipping or repeating who did not change', async (subject) => {
    const sort = [{ field: 'city', dir: 'asc' as const }];
    const before = await subject.ids(EVERYONE.where, sort);
    const walked: Id[] = [];
    const touched = new Set<Id>();
    let after: string | null = null;
    for (let round = 0; round < 40; round++) {
      const page = await subject.find(EVERYONE.where, sort, { window: { after, size: 5 }, fields: [] });
      walked.push(...page.items.map(({ id }) => id));
      after = page.next;
      if (after === null) break;
      await create(subject, `walk-${round}`, { firstName: 'w', city: round % 2 ? 'Aa' : 'Zz' });
      const id = before[(round * 17) % before.length] as Id;
      const { version } = await subject.get(id).catch(() => ({ version: null }));
      if (version === null || touched.has(id)) continue;
      touched.add(id);
      if (round % 3 === 0) await subject.adapter.remove(id, version, subject.writer());
      else await edit(subject, id, version, { city: round % 2 ? 'Zzz' : 'Aaa' });
    }
    const still = before.filter((id) => !touched.has(id));
    same(
      walked.filter((id) => still.includes(id)),
      still,
      'clients that did not change',
    );
  }),
];
