import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EVERYONE } from '../../../src/contract/index.js';
import { tolerant } from '../../../src/adapters/http/tolerant.js';
import { operations } from '../../../src/contract/operations.js';
import { altered, anna, wired } from './faulty.js';

describe('a newer server', () => {
  it('may describe fields, records, actions, permissions, lists and hues that we do not know', async () => {
    const newer = altered((body: object) => ({
      ...body,
      fields: [
        { id: 'custom.hasCat', type: 'boolean' },
        { id: 'custom.shape', type: 'polygon' },
      ],
      actions: [{ id: 'sing', permission: 'sing' }],
      tabs: [
        { id: 'songs', record: 'songs' },
        { id: 'secret', permission: 'sing' },
      ],
      lists: {
        tiers: [
          { id: 'gold', name: 'Gold', hue: 'ultraviolet' },
          { id: 'star', name: 'Star', where: { v: 2, where: 'new' } },
        ],
        moods: [{ id: 'glad', name: 'Glad' }],
      },
      rights: { permissions: ['see', 'sing'], hidden: [], masked: [], branches: null },
    }));
    const { http } = wired([newer]);
    const described = await http.describe(anna);
    assert.deepEqual(described.fields, [{ id: 'custom.hasCat', type: 'boolean' }]);
    assert.deepEqual(described.actions, []);
    assert.deepEqual(described.tabs, [{ id: 'songs', record: 'songs' }]);
    assert.deepEqual(described.lists, {
      tiers: [
        { id: 'gold', name: 'Gold' },
        { id: 'star', name: 'Star' },
      ],
    });
    assert.deepEqual(described.rights.permissions, ['see']);
  });

  it('may have reasons that we do not know: they count as the host’s own', () => {
    const reasons = [
      { reason: 'too late!', count: 2 },
      { reason: 'gone', count: 1 },
      { reason: 'x-own', count: 1 },
    ];
    const job = tolerant(operations.getJob, { reasons }) as { reasons: { reason: string }[] };
    assert.deepEqual(
      job.reasons.map(({ reason }) => reason),
      ['x-too-late-', 'gone', 'x-own'],
    );
    const rows = tolerant(operations.jobRows, {
      items: [{ client: 'c1', outcome: 'failed', reason: 'new' }],
    });
    assert.deepEqual(rows, { items: [{ client: 'c1', outcome: 'failed', reason: 'x-new' }] });
  });

  it('may have views of a scope that we do not know: they are left out', () => {
    const state = { v: 1, columns: [], pinned: 0, sort: [], where: EVERYONE };
    const view = { id: 'v1', version: 1, name: 'Mine', scope: 'personal', owner: 'anna', state };
    assert.deepEqual(tolerant(operations.listViews, [view, { ...view, scope: 'galactic' }]), [view]);
  });

  it('may keep segments and rules in a form that we do not know: they are left out', async () => {
    const kept = { id: 's1', version: 1, name: 'Mine', document: EVERYONE };
    const newer = { ...kept, id: 's2', document: { v: 2, where: { kind: 'telepathy' } } };
    const gift = {
      id: 'r1',
      version: 1,
      name: 'R',
      enabled: true,
      where: EVERYONE,
      field: 'city',
      value: 'x',
      keep: 'given',
    };
    const list = [{ ...kept, hue: 'ultraviolet' }, newer, gift, { ...gift, keep: 'sometimes' }];
    assert.deepEqual(tolerant(operations.listLibrary, list), [kept, gift]);
    const { http } = wired([
      altered((body: { capabilities: object }) => ({
        ...body,
        segments: [kept, newer],
        capabilities: { ...body.capabilities, library: ['segments', 'dreams'] },
      })),
    ]);
    const { segments, capabilities } = await http.describe(anna);
    assert.deepEqual([segments, capabilities.library], [[kept], ['segments']]);
  });

  it('leaves what is closed to its schema', () => {
    for (const strange of [null, 7, 'x', [], {}]) {
      for (const operation of Object.values(operations)) {
        assert.doesNotThrow(() => tolerant(operation, strange), operation.name);
      }
    }
  });
});
