import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PERMISSIONS, type ClientRecord } from '../../src/contract/index.js';
import type { Session } from '../../src/sdk/index.js';
import { all, base, eva, houses, ivan, refused } from './houses.js';
import { inOrder } from '../support/in-order.js';

const now = Date.parse('2026-03-10T12:00:00Z');
const at = '2026-03-10T12:00:00.000Z';

async function told(session: Session, record: string, client = 'anna'): Promise<ClientRecord['values'][]> {
  const { items } = await session.records({ record, client, window: all });
  return items.map(({ values }) => values);
}

for (const [where, open] of Object.entries(houses)) {
  describe(`what changes leave behind in a base ${where}`, () => {
    it('is who changed which field from what to what, and nothing where nothing changed', async () => {
      const session = await open(base({ now: () => now }))(eva);
      const saved = await session.save('anna', 1, { city: 'Riga', firstName: 'Anna', discount: 5 });
      await session.save('anna', saved.version, { city: 'Sofia', discount: null });
      const entries = [
        { action: 'save', actor: 'eva', after: 'Riga', at, field: 'city' },
        { action: 'save', actor: 'eva', after: '5', at, field: 'discount' },
        { action: 'save', actor: 'eva', after: 'Sofia', at, before: 'Riga', field: 'city' },
        { action: 'save', actor: 'eva', at, before: '5', field: 'discount' },
      ];
      const plain = (list: object[]) => inOrder(list.map((one) => inOrder(Object.entries(one))));
      assert.deepEqual(plain(await told(session, 'audit')), plain(entries));
    });

    it('names actions, their undoing, and what is made and removed', async () => {
      const session = await open(base())(eva);
      const job = await session.act({
        action: 'block',
        params: { reason: 'rude' },
        selection: { ids: ['anna'] },
      });
      await session.finished(job.id);
      const undone = await session.undo(job.id);
      await session.finished(undone.id);
      const actions = (await told(session, 'audit')).map(({ action, field }) => `${action} ${field}`);
      assert.deepEqual([...new Set(actions)].sort(), [
        'block blockReason',
        'block blocked',
        'undo blockReason',
        'undo blocked',
      ]);
      const made = await session.create({ firstName: 'Cara' });
      await session.remove(made.id, made.version);
      const entries = await told(session, 'audit', made.id);
      assert.deepEqual(inOrder(entries.map(({ action, field }) => [action, field])), [
        ['create', 'firstName'],
        ['delete', undefined],
      ]);
    });

    it('tells nobody what stood in fields that they do not see', async () => {
      const visit = open(base());
      const hers = await visit(eva);
      await hers.save('anna', 1, { allergies: 'latex', phones: [{ value: '+37120001234' }], city: 'Riga' });
      const his = await visit(
        ivan,
        PERMISSIONS.filter((permission) => permission !== 'sensitive' && permission !== 'contacts'),
      );
      const entries = await told(his, 'audit');
      assert.equal(entries.length, 3);
      assert.ok(!/latex|20001234|allergies/.test(JSON.stringify(entries)));
      assert.deepEqual(
        inOrder(entries.map(({ field, after }) => [field, after])),
        inOrder([
          ['city', 'Riga'],
          ['phones', undefined],
          [undefined, undefined],
        ]),
      );
      assert.match(JSON.stringify(await told(hers, 'audit')), /latex/);
      await assert.rejects(
        async () =>
          his.records({
            record: 'audit',
            client: 'anna',
            where: { kind: 'field', field: 'after', op: 'contains', value: 'latex' },
            window: all,
          }),
        refused('forbidden'),
      );
    });

    it('is each consent with its source, and each turn of subscription and messages', async () => {
      const session = await open(base({ now: () => now }))(eva);
      const first = await session.save(
        'anna',
        1,
        { consents: ['sms:marketing', 'email:reviews'], subscribed: true, muted: false },
        { source: 'By phone' },
      );
      const second = await session.save('anna', first.version, {
        consents: ['email:reviews', 'email:birthday'],
        muted: true,
      });
      await session.save('anna', second.version, { city: 'Riga' });
      const source = 'By phone';
      const given = (channel: string, purpose: string, yes: boolean) => ({
        about: 'consent',
        at,
        channel,
        given: yes,
        purpose,
      });
      const plain = (list: object[]) => inOrder(list.map((one) => inOrder(Object.entries(one))));
      assert.deepEqual(
        plain(await told(session, 'consents')),
        plain([
          { ...given('sms', 'marketing', true), source },
          { ...given('email', 'reviews', true), source },
          { about: 'subscription', at, given: true, source },
          given('sms', 'marketing', false),
          given('email', 'birthday', true),
          { about: 'messages', at, given: false },
        ]),
      );
      await assert.rejects(
        session.save('anna', second.version + 1, { muted: false }, { source: 'x'.repeat(201) }),
        refused('invalid'),
      );
    });

    it('is not there where the write is not', async () => {
      const session = await open(base())(eva);
      await assert.rejects(session.save('anna', 9, { city: 'Riga' }), refused('stale_version'));
      assert.deepEqual(await told(session, 'audit'), []);
    });
  });
}
