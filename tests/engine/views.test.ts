import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isClienteleError, type ErrorCode } from '../../src/contract/index.js';
import { createViews } from '../../src/engine/index.js';
import { everyoneView } from './support/plain.js';
import { TestStore, writer } from './support/store.js';

async function refused(promise: Promise<unknown>): Promise<ErrorCode> {
  const error = await promise.then(
    () => assert.fail('it was accepted'),
    (thrown: unknown) => thrown,
  );
  assert.ok(isClienteleError(error), String(error));
  return error.code;
}
const bob = (more = {}) => writer({ actor: 'bob', role: 'staff', permissions: ['see'], ...more });

describe('saved views', () => {
  it('reach their maker, everyone, or everyone of a role, in the order of their names', async () => {
    const views = createViews(new TestStore());
    await views.save(everyoneView('zz-mine'), writer());
    await views.save(everyoneView('all', { scope: 'shared' }), writer());
    await views.save(everyoneView('staff', { scope: 'role', role: 'staff' }), writer());
    await views.save(everyoneView('owners', { scope: 'role', role: 'owner' }), writer());
    assert.deepEqual(
      (await views.list(writer())).map(({ id }) => id),
      ['all', 'owners', 'staff', 'zz-mine'],
    );
    assert.deepEqual(
      (await views.list(bob())).map(({ id }) => id),
      ['all', 'staff'],
    );
    assert.deepEqual(await views.list(writer({ tenant: 't2' })), []);
  });

  it('keep their owner and grow their version; a stale or missing version is refused', async () => {
    const views = createViews(new TestStore());
    const made = await views.save(everyoneView('v', { scope: 'shared' }), writer());
    assert.deepEqual([made.owner, made.version], ['ann', 1]);
    const { owner: _, ...view } = made;
    const next = await views.save({ ...view, name: 'Renamed' }, bob({ permissions: ['see', 'views.share'] }));
    assert.deepEqual([next.owner, next.version, next.name], ['ann', 2, 'Renamed']);
    assert.equal(await refused(views.save(view, writer())), 'stale_version');
    assert.equal(
      await refused(views.save({ ...view, version: undefined as never }, writer())),
      'version_required',
    );
    assert.equal(await refused(views.remove('v', 1, writer())), 'stale_version');
    await views.remove('v', 2, writer());
    assert.deepEqual(await views.list(writer()), []);
  });

  it('of others cannot be changed without views.share, and personal ones are as unknown', async () => {
    const views = createViews(new TestStore());
    const shared = await views.save(everyoneView('s', { scope: 'shared' }), writer());
    const personal = await views.save(everyoneView('p'), writer());
    assert.equal(await refused(views.save(shared, bob())), 'forbidden');
    assert.equal(await refused(views.remove('s', 1, bob())), 'forbidden');
    assert.equal(
      await refused(views.remove('p', 1, bob({ permissions: ['see', 'views.share'] }))),
      'not_found',
    );
    assert.equal(await refused(views.save(personal, bob())), 'not_found');
    assert.equal(await refused(views.save(everyoneView('p'), bob())), 'conflict');
  });

  it('are made once per key, and must be whole', async () => {
    const views = createViews(new TestStore());
    const once = writer();
    const made = await views.save(everyoneView('v'), once);
    assert.deepEqual(await views.save(everyoneView('v'), once), made);
    assert.equal(await refused(views.save(everyoneView('w', { name: '' }), writer())), 'invalid');
    const sixth = everyoneView('x');
    sixth.state.pinned = 6;
    assert.equal(await refused(views.save(sixth, writer())), 'invalid');
  });
});
