import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCatalogue } from '../../../src/contract/index.js';
import * as layouts from '../../../src/elements/list/model/layout.js';

const { fields } = createCatalogue();
const field = (id: string) => fields.get(id)!;
const names = (layout: layouts.Layout) => layout.columns.map((column) => column.field);
const must = (change: layouts.LayoutChange) => {
  assert.ok(change.ok);
  return change.layout;
};
const show = (...ids: string[]): layouts.Layout => ({
  columns: ids.map((id) => ({ field: id, width: 100 })),
  pinned: 0,
});

describe('layout of the columns', () => {
  it('begins with the columns that their definitions show, the name pinned', () => {
    const layout = layouts.defaultLayout(fields);
    assert.equal(layout.columns[0]?.field, 'name');
    assert.equal(layout.pinned, 1);
    assert.ok(layouts.isShown(layout, 'phones') && !layouts.isShown(layout, 'city'));
  });

  it('adds a column at the end, takes it away again, and keeps the last one', () => {
    const one = show('name');
    const two = must(layouts.toggleColumn(one, field('city')));
    assert.deepEqual(names(two), ['name', 'city']);
    assert.deepEqual(names(must(layouts.toggleColumn(two, field('name')))), ['city']);
    assert.deepEqual(layouts.toggleColumn(one, field('name')), { ok: false, reason: 'last_column' });
  });

  it('pins five columns and refuses the sixth with a reason', () => {
    let layout = show('name', 'city', 'visits', 'phones', 'emails', 'tier');
    for (const id of ['visits', 'name', 'city', 'phones', 'tier'])
      layout = must(layouts.togglePin(layout, id));
    assert.deepEqual(names(layout).slice(0, 5), ['visits', 'name', 'city', 'phones', 'tier']);
    assert.deepEqual(layouts.togglePin(layout, 'emails'), { ok: false, reason: 'too_many_pinned' });
  });

  it('lets a pinned column go to the front of the others', () => {
    let layout = show('name', 'city', 'visits');
    for (const id of ['name', 'city']) layout = must(layouts.togglePin(layout, id));
    layout = must(layouts.togglePin(layout, 'name'));
    assert.deepEqual([names(layout), layout.pinned], [['city', 'name', 'visits'], 1]);
  });

  it('keeps the order that the lock has fixed', () => {
    const layout = { ...show('name', 'city', 'visits', 'tier'), pinned: 2 };
    assert.deepEqual(layouts.moveColumn(layout, 'name', 1), { ok: false, reason: 'pinned_order_is_fixed' });
    assert.deepEqual(layouts.moveColumn(layout, 'tier', 0), { ok: false, reason: 'pinned_order_is_fixed' });
    assert.deepEqual(names(must(layouts.moveColumn(layout, 'tier', 2))), ['name', 'city', 'tier', 'visits']);
  });

  it('leaves out fields that a view names and the user does not have', () => {
    const view = {
      columns: [{ field: 'gone' }, { field: 'city', width: 5 }, { field: 'city' }, { field: 'visits' }],
      pinned: 2,
    };
    const layout = layouts.layoutOfView(view, fields);
    assert.deepEqual(layout, {
      columns: [
        { field: 'city', width: 40 },
        { field: 'visits', width: 88 },
      ],
      pinned: 1,
    });
    assert.deepEqual(
      layouts.layoutOfView({ columns: [{ field: 'gone' }], pinned: 0 }, fields),
      layouts.defaultLayout(fields),
    );
  });
});
