import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { postgresAdapter, type PostgresAdapter } from '../../../src/adapters/postgres/index.js';
import { isClienteleError, standardRecords, type RecordPatch } from '../../../src/contract/index.js';
import { withAccess } from '../../../src/engine/access.js';
import { openPglite, overPglite } from './pglite.js';
import { inOrder } from '../../support/in-order.js';

let keys = 0;
const as = (actor: string) => ({ tenant: 'salon', actor, role: 'owner' });
const writer = (actor: string) => ({ ...as(actor), key: `key-${++keys}` });

describe('standard records in PostgreSQL', () => {
  let base: PostgresAdapter;
  before(async () => {
    const pglite = await openPglite();
    base = postgresAdapter({
      dialect: overPglite(pglite),
      migrate: true,
      base: { recordKinds: standardRecords },
    });
    await base.save({ id: 'anna', version: null, patch: { firstName: 'Anna' } }, writer('eva'));
  });
  after(() => base.close());

  it('are counted by kind, and a note of its author’s own is told to nobody else', async () => {
    const { records } = withAccess(base);
    const note = (id: string, audience: string): RecordPatch => ({
      record: 'notes',
      id,
      version: null,
      client: 'anna',
      patch: { text: id, audience },
    });
    await records!.save(note('own', 'author'), writer('eva'));
    await records!.save(note('all', 'all'), writer('eva'));
    const ids = async (actor: string) => {
      const window = { at: 0, size: 10 };
      const { items } = await records!.find({ record: 'notes', client: 'anna', window }, as(actor));
      return items.map(({ id }) => id).sort();
    };
    assert.deepEqual([await ids('eva'), await ids('ivan')], [['all', 'own'], ['all']]);
    assert.equal((await records!.counts!('anna', as('eva')))['notes'], 2);
    assert.equal((await records!.counts!('anna', as('ivan')))['notes'], 1);
    await assert.rejects(
      records!.remove({ record: 'notes', id: 'own', version: 1 }, writer('ivan')),
      (error) => isClienteleError(error) && error.code === 'not_found',
    );
  });

  it('hold what changes leave behind, written with them', async () => {
    const patch = { city: 'Riga', consents: ['sms:marketing'] };
    await base.save({ id: 'anna', version: 1, patch, source: 'By phone' }, writer('eva'));
    const found = async (record: string) => {
      const window = { at: 0, size: 10 };
      const { items } = await base.records!.find({ record, client: 'anna', window }, as('eva'));
      return items.map(({ values }) => {
        const { at, ...told } = values;
        assert.equal(typeof at, 'string');
        return told;
      });
    };
    const entries = (await found('audit')).filter(({ action }) => action === 'save');
    assert.deepEqual(inOrder(entries.map(({ actor, field, after }) => [actor, field, after])), [
      ['eva', 'city', 'Riga'],
      ['eva', 'consents', '["sms:marketing"]'],
    ]);
    assert.deepEqual(await found('consents'), [
      { about: 'consent', channel: 'sms', purpose: 'marketing', given: true, source: 'By phone' },
    ]);
  });
});
