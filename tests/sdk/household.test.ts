import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { householdOf } from '../../src/sdk/household.js';
import { base, eva, houses } from './houses.js';
import { inOrder } from '../support/in-order.js';

const clients = ['anna', 'boris', 'cara', 'dan'].map((id) => ({ id, firstName: id }));

for (const [where, open] of Object.entries(houses)) {
  describe(`a household in a base ${where}`, () => {
    it('is seen from both sides, each member once, and says who is gone', async () => {
      const session = await open(base({ clients }))(eva);
      const relate = (id: string, client: string, to: string, relation: string) =>
        session.saveRecord({ record: 'relations', id, version: null, client, patch: { to, relation } });
      await relate('r1', 'anna', 'boris', 'child');
      await relate('r2', 'cara', 'anna', 'parent');
      await relate('r3', 'boris', 'anna', 'parent');
      await relate('r4', 'anna', 'dan', 'partner');
      await relate('r5', 'anna', 'nobody', 'friend');
      await relate('r6', 'anna', 'anna', 'other');
      await session.remove('dan', 1);
      const told = async (client: string) =>
        inOrder(
          (await householdOf(session, client)).map(({ id, relation, state, isTheirs, client: known }) => [
            id,
            relation,
            state,
            isTheirs,
            known?.firstName,
          ]),
        );
      assert.deepEqual(await told('anna'), [
        ['boris', 'child', 'present', false, 'boris'],
        ['cara', 'child', 'present', true, 'cara'],
        ['dan', 'partner', 'removed', false, undefined],
        ['nobody', 'friend', 'unknown', false, undefined],
      ]);
      assert.deepEqual(await told('boris'), [['anna', 'parent', 'present', false, 'anna']]);
      assert.deepEqual(await told('cara'), [['anna', 'parent', 'present', false, 'anna']]);
    });
  });
}
