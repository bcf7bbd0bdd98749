import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PERMISSIONS, type ClientRecord, type Node } from '../../src/contract/index.js';
import { createClientele, type Session } from '../../src/sdk/index.js';
import { all, base, ends, eva, houses, ivan, refused } from './houses.js';
import { until } from './small-adapter.js';

const note = (id: string, patch: object, version: number | null = null) => ({
  record: 'notes',
  id,
  version,
  client: 'anna',
  patch: patch as never,
});

for (const [where, open] of Object.entries(houses)) {
  describe(`records of a base ${where}`, () => {
    it('are made, edited, counted and removed, with versions', async () => {
      const session = await open()(eva);
      const values = { from: '2026-05-01', country: 'jp', price: 120000 };
      const trip = { record: 'trips', id: 't1', client: 'anna' };
      const made = await session.saveRecord({ ...trip, version: null, patch: values });
      assert.deepEqual([made.version, made.at, made.values], [1, '2026-05-01', values]);
      const edited = await session.saveRecord({ ...trip, version: 1, patch: { country: null, price: 5 } });
      assert.deepEqual([edited.version, edited.values], [2, { from: '2026-05-01', price: 5 }]);
      await assert.rejects(session.saveRecord({ ...trip, version: 1, patch: {} }), refused('stale_version'));
      await assert.rejects(session.saveRecord({ ...trip, version: null, patch: {} }), refused('conflict'));
      await assert.rejects(
        session.saveRecord({ ...trip, version: 2, patch: { weight: 5 } }),
        refused('invalid'),
      );
      const counts = await session.recordCounts('anna');
      assert.equal(counts['trips'], 1);
      assert.deepEqual(Object.keys(counts).sort(), [...session.catalogue.records.keys()].sort());
      assert.equal((await session.recordCounts('boris'))['trips'], 0);
      await assert.rejects(session.removeRecord('trips', 't1', 1), refused('stale_version'));
      await session.removeRecord('trips', 't1', 2);
      assert.equal((await session.recordCounts('anna'))['trips'], 0);
    });

    it('come by position and by cursor, sorted and filtered, with their number', async () => {
      const session = await open()(eva);
      for (let i = 0; i < 25; i++) {
        const patch = {
          from: `2026-01-${String(i + 1).padStart(2, '0')}`,
          price: (i * 7) % 25,
          ...(i % 2 ? { country: 'it' } : {}),
        };
        await session.saveRecord({ record: 'trips', id: `t${i}`, version: null, client: 'anna', patch });
      }
      const sort = [{ field: 'price', dir: 'desc' }] as { field: string; dir: 'desc' }[];
      const ask = { record: 'trips', client: 'anna', sort };
      const whole = await session.records({ ...ask, window: all });
      assert.deepEqual(
        whole.items.map(({ values }) => values['price']),
        Array.from({ length: 25 }, (_, i) => 24 - i),
      );
      const middle = await session.records({ ...ask, window: { at: 10, size: 5 } });
      assert.deepEqual([middle.items, middle.total], [whole.items.slice(10, 15), 25]);
      const walked: ClientRecord[] = [];
      for (let after: string | null = null, first = true; first || after; first = false) {
        const page = await session.records({ ...ask, window: { after, size: 7 } });
        walked.push(...page.items);
        after = page.next;
      }
      assert.deepEqual(walked, whole.items);
      const where = { kind: 'field', field: 'country', op: 'in', value: ['it'] } satisfies Node;
      assert.equal((await session.records({ ...ask, where, window: { at: 0, size: 1 } })).total, 12);
    });

    it('tell other sessions of what is written', async () => {
      const visit = open();
      const [hers, his] = [await visit(eva), await visit(ivan)];
      const heard: unknown[] = [];
      his.on('records', (event) => heard.push(event));
      await new Promise((resolve) => setTimeout(resolve, 30));
      await hers.saveRecord(note('n1', { text: 'Prefers mornings' }));
      await until(() => heard.length > 0);
      assert.deepEqual(heard[0], { record: 'notes', clients: ['anna'] });
      assert.equal((await his.records({ record: 'notes', client: 'anna', window: all })).total, 1);
    });

    it('keep a note that its author keeps to themselves from everyone else', async () => {
      const visit = open();
      const [hers, his] = [await visit(eva), await visit(ivan)];
      const mine = await hers.saveRecord(note('n1', { text: 'Only me', audience: 'author', actor: 'ivan' }));
      assert.equal(mine.values['actor'], 'eva');
      await hers.saveRecord(note('n2', { text: 'For all', audience: 'all' }));
      const ids = async (session: Session) =>
        (await session.records({ record: 'notes', client: 'anna', window: all })).items.map(({ id }) => id);
      assert.deepEqual((await ids(hers)).sort(), ['n1', 'n2']);
      assert.deepEqual(await ids(his), ['n2']);
      assert.equal((await hers.recordCounts('anna'))['notes'], 2);
      assert.equal((await his.recordCounts('anna'))['notes'], 1);
      const segment = {
        v: 1,
        where: {
          kind: 'records',
          record: 'notes',
          where: { kind: 'field', field: 'text', op: 'contains', value: 'only me' },
          agg: 'count',
          op: 'gte',
          value: 1,
        },
      } as const;
      assert.equal((await hers.count(segment)).count, 1);
      assert.equal((await his.count(segment)).count, 0);
      const explained = await his.explain({ where: segment, client: 'anna' });
      assert.equal(explained.held, false);
      await assert.rejects(his.saveRecord(note('n1', { text: 'mine now' }, 1)), refused('not_found'));
      await assert.rejects(his.removeRecord('notes', 'n1', 1), refused('not_found'));
      await assert.rejects(his.saveRecord(note('n2', { audience: 'author' }, 1)), refused('forbidden'));
      await hers.saveRecord(note('n1', { audience: 'all' }, 1));
      assert.deepEqual((await ids(his)).sort(), ['n1', 'n2']);
    });

    it('keep sensitive fields from those who may not see them', async () => {
      const visit = open();
      const hers = await visit(eva);
      const his = await visit(
        ivan,
        PERMISSIONS.filter((permission) => permission !== 'sensitive'),
      );
      const form = { record: 'questionnaires', id: 'q1', client: 'anna' };
      await hers.saveRecord({ ...form, version: null, patch: { title: 'Skin', answers: 'eczema' } });
      const told = await his.records({ record: 'questionnaires', client: 'anna', window: all });
      assert.deepEqual(told.items[0]?.values, { title: 'Skin' });
      const where = { kind: 'field', field: 'answers', op: 'contains', value: 'e' } satisfies Node;
      await assert.rejects(
        async () => his.records({ record: 'questionnaires', client: 'anna', where, window: all }),
        refused('invalid'),
      );
      await assert.rejects(
        his.saveRecord({ ...form, version: 1, patch: { answers: '' } }),
        refused('invalid'),
      );
    });

    it('are only added to where they are proof', async () => {
      const session = await open()(eva);
      const consent = { record: 'consents', id: 'k1', client: 'anna' };
      const made = await session.saveRecord({
        ...consent,
        version: null,
        patch: { about: 'consent', channel: 'sms', purpose: 'marketing', given: true, wording: 'I agree' },
      });
      await assert.rejects(
        session.saveRecord({ ...consent, version: made.version, patch: { given: false } }),
        refused('invalid'),
      );
      await assert.rejects(session.removeRecord('consents', 'k1', made.version), refused('invalid'));
      await assert.rejects(
        session.saveRecord({ record: 'audit', id: 'a', version: null, client: 'anna', patch: {} }),
        refused('invalid'),
      );
    });

    it('have no audit for those who may not see it', async () => {
      const visit = open();
      const his = await visit(
        ivan,
        PERMISSIONS.filter((permission) => permission !== 'audit'),
      );
      assert.ok(!('audit' in (await his.recordCounts('anna'))));
      await assert.rejects(
        async () => his.records({ record: 'audit', client: 'anna', window: all }),
        refused('invalid'),
      );
    });
  });
}

describe('a record that is sent twice', () => {
  it('is written once, answered alike, and refused with another content or without a version', async () => {
    const { records } = base();
    const writer = (key: string) => ({ tenant: 'local', actor: 'eva', role: 'staff', key });
    const save = (patch: object, key = 'k1') => records!.save(note('n1', patch), writer(key));
    const first = await save({ text: 'Mornings' });
    assert.deepEqual(await save({ text: 'Mornings' }), first);
    await assert.rejects(save({ text: 'Evenings' }), refused('conflict'));
    await assert.rejects(save({ text: 'Mornings' }, 'k2'), refused('conflict'));
    await assert.rejects(
      records!.save({ ...note('n1', {}), version: undefined as never }, writer('k3')),
      refused('version_required'),
    );
    const remove = () => records!.remove({ record: 'notes', id: 'n1', version: 1 }, writer('k4'));
    await remove();
    await remove();
    assert.equal((await records!.counts!('anna', writer('')))['notes'], 0);
  });
});

describe('ten thousand records of one client', () => {
  it('are shown window by window without a wait', async () => {
    const bookings = Array.from({ length: 10_000 }, (_, i) => ({
      id: `b${i}`,
      client: i % 5 === 4 ? 'boris' : 'anna',
      values: { start: new Date(1.7e12 + ((i * 7919) % 10_007) * 3_600_000).toISOString(), price: i % 97 },
    }));
    const session = createClientele({ adapter: base({ records: { bookings } }), locale: 'en' });
    ends.push(() => session.end());
    await session.ready;
    const sort = [{ field: 'price', dir: 'asc' } as const];
    const ask = (at: number) =>
      session.records({ record: 'bookings', client: 'anna', sort, window: { at, size: 50 } });
    await ask(0);
    const began = process.cpuUsage();
    for (let at = 0; at < 8000; at += 80) assert.equal((await ask(at)).items.length, at > 7950 ? 40 : 50);
    const { user, system } = process.cpuUsage(began);
    const each = (user + system) / 1000 / 100;
    assert.ok(each < 8, `a window took ${each.toFixed(2)} ms`);
  });
});
