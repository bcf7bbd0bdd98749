import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  BOOKING_STATES,
  builtinActions,
  builtinFields,
  BUILTIN_FIELD_IDS,
  builtinRecords,
  builtinTabs,
  CHANNELS,
  client,
  createCatalogue,
  defineAction,
  defineField,
  defineRecord,
  defineTab,
  fieldDefinition,
  FIELD_TYPES,
  isNumeric,
  PURPOSES,
  standardRecords,
} from '../../src/contract/index.js';

describe('the catalogue', () => {
  it('names every built-in field once, in the order of their list', () => {
    assert.deepEqual(
      [...BUILTIN_FIELD_IDS],
      builtinFields.map(({ id }) => id),
    );
    assert.equal(new Set(BUILTIN_FIELD_IDS).size, BUILTIN_FIELD_IDS.length);
  });

  it('has a place in the client for every built-in field, and a field for every place', () => {
    const places = Object.keys(client.shape).filter(
      (key) => !['id', 'version', 'removedAt', 'custom'].includes(key),
    );
    assert.deepEqual(places.sort(), [...BUILTIN_FIELD_IDS].sort());
  });

  it('writes its own with the functions that a host uses: each survives JSON and comes out the same', () => {
    for (const field of builtinFields) {
      const definition: unknown = JSON.parse(JSON.stringify(field));
      assert.deepEqual(defineField(fieldDefinition.parse(definition)), field, field.id);
    }
    for (const kind of [...builtinRecords, ...standardRecords])
      assert.deepEqual(defineRecord(JSON.parse(JSON.stringify(kind))), kind);
    for (const action of builtinActions)
      assert.deepEqual(defineAction(JSON.parse(JSON.stringify(action))), action);
    for (const tab of builtinTabs) assert.deepEqual(defineTab(JSON.parse(JSON.stringify(tab))), tab);
  });

  it('holds what the features name', () => {
    const types = new Map<string, string>(builtinFields.map(({ id, type }) => [id, type]));
    assert.deepEqual(
      ['phones', 'birthday', 'totalSpent', 'discount', 'categories', 'status', 'hasApp', 'nextVisit'].map(
        (id) => types.get(id),
      ),
      ['phones', 'birthday', 'money', 'percent', 'choices', 'choice', 'boolean', 'instant'],
    );
    assert.deepEqual(
      builtinActions.map(({ id }) => id),
      [
        'favourite',
        'block',
        'unblock',
        'delete',
        'restore',
        'addToCategory',
        'removeFromCategory',
        'addToGroup',
        'removeFromGroup',
        'setTier',
      ],
    );
    const consents = builtinFields.find(({ id }) => id === 'consents')?.options ?? [];
    assert.equal(consents.length, CHANNELS.length * (PURPOSES.length - 1));
    const bookings = builtinRecords.find(({ id }) => id === 'bookings');
    const states = bookings?.fields.find(({ id }) => id === 'state')?.options ?? [];
    assert.deepEqual(
      states.map(({ id }) => id),
      [...BOOKING_STATES],
    );
  });

  it('takes three lines to add a field with column, filter and sort', () => {
    const field = defineField({ id: 'custom.hasCat', type: 'boolean', label: 'Has a cat' });
    assert.deepEqual(
      [field.group, field.origin, field.filter, field.sort, field.search, field.export, field.import],
      ['custom', 'stored', true, true, false, true, true],
    );
    assert.deepEqual(field.column, { width: 88, shown: false });
    assert.equal(createCatalogue({ fields: [field] }).fields.get('custom.hasCat')?.label, 'Has a cat');
  });

  it('lets a later definition replace an earlier one, and adds the rest in order', () => {
    const { fields, records, actions } = createCatalogue(
      {
        fields: [{ id: 'city', type: 'text', maxLength: 5 }],
        records: [{ id: 'pets', date: 'born', fields: [{ id: 'born', type: 'day' }] }],
      },
      { fields: [{ id: 'custom.a', type: 'text' }], actions: [{ id: 'greet', permission: 'message' }] },
    );
    assert.equal(fields.get('city')?.maxLength, 5);
    assert.deepEqual([...fields.keys()], [...BUILTIN_FIELD_IDS, 'custom.a']);
    assert.deepEqual([...records.keys()], ['bookings', 'sales', 'points', 'statuses', 'pets']);
    assert.deepEqual(actions.get('greet'), {
      id: 'greet',
      permission: 'message',
      scope: 'both',
      params: [],
      required: [],
      confirm: 'none',
      danger: false,
      undo: true,
    });
  });

  it('tells the developer at once what is wrong with a definition', () => {
    const wrong: (() => unknown)[] = [
      () => defineField({ id: 'has cat', type: 'boolean' }),
      () => defineField({ id: 'custom.constructor', type: 'text' }),
      () => defineField({ id: 'custom.a', type: 'colour' as never }),
      () => defineField({ id: 'custom.a', type: 'choice' }),
      () => defineField({ id: 'custom.a', type: 'text', column: { width: 5 } }),
      () => defineRecord({ id: 'pets', date: 'born', fields: [{ id: 'name', type: 'text' }] }),
      () => defineRecord({ id: 'pets', date: 'name', fields: [{ id: 'name', type: 'text' }] }),
      () => defineRecord({ id: 'Pets', date: 'born', fields: [{ id: 'born', type: 'day' }] }),
      () => defineAction({ id: 'greet', permission: 'fly' as never }),
      () => defineTab({ id: '' }),
    ];
    for (const define of wrong) assert.throws(define, TypeError, String(define));
  });

  it('gives defaults by type', () => {
    for (const type of FIELD_TYPES) {
      const field = defineField({ id: 'custom.a', type, options: [{ id: 'a' }] });
      assert.equal(field.sort, !['choices', 'texts', 'image'].includes(type), type);
      assert.equal(field.search, ['phones', 'emails'].includes(type), type);
      assert.equal(field.contact, ['phones', 'emails'].includes(type), type);
      assert.equal(isNumeric(type), ['number', 'money', 'percent'].includes(type), type);
    }
    assert.equal(defineField({ id: 'custom.a', type: 'number', origin: 'computed' }).import, false);
  });
});
