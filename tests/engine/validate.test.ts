import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCatalogue, type Patch } from '../../src/contract/index.js';
import { validatePatch, type ValidateOptions } from '../../src/engine/validate.js';

const catalogue = createCatalogue({
  fields: [
    { id: 'custom.hasCat', type: 'boolean' },
    { id: 'custom.shoe', type: 'number', decimals: 1, min: 20, max: 60 },
    { id: 'custom.colour', type: 'choice', options: [{ id: 'red' }, { id: 'blue' }] },
    { id: 'custom.guide', type: 'choices', list: 'staff' },
    { id: 'custom.passport', type: 'text', maxLength: 12, contact: true },
    { id: 'custom.since', type: 'day' },
  ],
});

function accepted(patch: unknown, options?: ValidateOptions): Patch {
  const result = validatePatch(patch, catalogue, options);
  assert.ok(result.ok, JSON.stringify(result));
  return result.patch;
}

/** `path code` of each issue. */
function refused(patch: unknown, options?: ValidateOptions): string[] {
  const result = validatePatch(patch, catalogue, options);
  assert.ok(!result.ok, `accepted: ${JSON.stringify(result)}`);
  return result.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`);
}

describe('validatePatch', () => {
  it('refuses keys that the catalogue does not know, prototype names included', () => {
    assert.deepEqual(refused({ nope: 1, 'custom.nope': true }), [
      'nope unknown_field',
      'custom.nope unknown_field',
    ]);
    for (const key of [
      '__proto__',
      'constructor',
      'prototype',
      'hasOwnProperty',
      '',
      'tenantId',
      'version',
      'id',
      'removedAt',
    ]) {
      const hostile = JSON.parse(`{${JSON.stringify(key)}: {"polluted": true}}`) as unknown;
      assert.deepEqual(refused(hostile), [`${key} unknown_field`]);
    }
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  it('refuses what the base keeps, and lets the engine write it', () => {
    assert.deepEqual(refused({ visits: 3, name: 'Anna', age: 3, createdAt: '2026-01-01T00:00:00Z' }), [
      'visits read_only',
      'name read_only',
      'age read_only',
      'createdAt read_only',
    ]);
    assert.deepEqual(accepted({ visits: 3 }, { computed: true }), { visits: 3 });
    assert.deepEqual(refused({ name: 'Anna' }, { computed: true }), ['name read_only']);
  });

  it('takes null as cleared, undefined as absent, and answers a fresh object', () => {
    const patch = { city: null, firstName: undefined, 'custom.hasCat': null };
    const checked = accepted(patch);
    assert.deepEqual(checked, { city: null, 'custom.hasCat': null });
    assert.notEqual(checked, patch);
  });

  it('cuts outer white space only, and clears what is then empty', () => {
    assert.deepEqual(
      accepted({ firstName: '  Анна  Мария ', lastName: ' ', social: [' @anna '], phones: [] }),
      {
        firstName: 'Анна  Мария',
        lastName: null,
        social: ['@anna'],
        phones: null,
      },
    );
  });

  it('drops a phone, e-mail or option that stands twice, keeping the first place', () => {
    assert.deepEqual(
      accepted({
        phones: [
          { value: '+359888123456', label: 'work' },
          { value: ' +359888123456' },
          { value: '+37120000000' },
        ],
        emails: [{ value: 'Anna@x.lv' }, { value: 'anna@X.lv' }],
        'custom.guide': ['s1', 's2', 's1'],
      }),
      {
        phones: [{ value: '+359888123456', label: 'work' }, { value: '+37120000000' }],
        emails: [{ value: 'Anna@x.lv' }],
        'custom.guide': ['s1', 's2'],
      },
    );
  });

  it('takes phones in E.164 only, and keeps no extra key of a contact', () => {
    const extra = JSON.parse('[{"value":"+359888123456","__proto__":{"x":1},"verified":true}]') as unknown;
    assert.deepEqual(accepted({ phones: extra }), { phones: [{ value: '+359888123456' }] });
    for (const value of ['0888123456', '+0888123456', '+359 888 123456', '+1234', '+1234567890123456', '']) {
      assert.deepEqual(refused({ phones: [{ value: '+37120000000' }, { value }] }), [
        'phones.1.value not_a_phone',
      ]);
    }
    assert.deepEqual(refused({ phones: ['+37120000000'] }), ['phones.0 wrong_type']);
    assert.deepEqual(refused({ phones: [{ masked: '•••• 56' }] }), ['phones.0 masked']);
    assert.deepEqual(refused({ phones: [{}] }), ['phones.0.value required']);
  });

  it('takes e-mail addresses of the usual shape', () => {
    for (const value of ['a@b.lv', 'first.last+tag@пример.бг', "o'hara@x.co.uk"]) {
      assert.deepEqual(accepted({ emails: [{ value }] }), { emails: [{ value }] });
    }
    for (const value of [
      'a',
      'a@b',
      '@b.lv',
      'a b@c.lv',
      'a@b@c.lv',
      'a@b..lv',
      'a@.lv',
      `${'a'.repeat(250)}@b.lv`,
    ]) {
      assert.deepEqual(refused({ emails: [{ value }] }), ['emails.0.value not_an_email'], value);
    }
  });

  it('takes numbers within their limits, whole where the type is whole', () => {
    assert.deepEqual(accepted({ 'custom.shoe': 41.5, discount: 33.33 }), {
      'custom.shoe': 41.5,
      discount: 33.33,
    });
    assert.ok(Object.is(accepted({ discount: -0 })['discount'], 0));
    assert.deepEqual(refused({ 'custom.shoe': 41.55, discount: 33.333 }), [
      'custom.shoe too_precise',
      'discount too_precise',
    ]);
    assert.deepEqual(refused({ 'custom.shoe': 19.5, discount: 100.5 }), [
      'custom.shoe too_small',
      'discount too_big',
    ]);
    for (const value of ['3', Number.NaN, Number.POSITIVE_INFINITY, true]) {
      assert.deepEqual(refused({ discount: value }), ['discount wrong_type']);
    }
    assert.deepEqual(refused({ debt: 1.5 }, { computed: true }), ['debt not_whole']);
    assert.deepEqual(refused({ debt: 2 ** 53 }, { computed: true }), ['debt not_whole']);
  });

  it('takes days, birthdays and instants that exist', () => {
    assert.deepEqual(accepted({ birthday: '--02-29', 'custom.since': '2024-02-29' }), {
      birthday: '--02-29',
      'custom.since': '2024-02-29',
    });
    assert.deepEqual(refused({ birthday: '--02-30', 'custom.since': '2023-02-29' }), [
      'birthday not_a_day',
      'custom.since not_a_day',
    ]);
    for (const nextVisit of [
      '2026-02-30T10:00:00Z',
      '2026-02-03T24:00:00Z',
      '2026-02-03T10:00:00+02:00',
      '2026-02-03',
    ]) {
      assert.deepEqual(refused({ nextVisit }, { computed: true }), ['nextVisit not_an_instant'], nextVisit);
    }
    assert.ok(accepted({ nextVisit: '2026-02-03T10:00:00.5Z' }, { computed: true }));
  });

  it('takes options that the field or the base knows', () => {
    const lists = { staff: [{ id: 's1', name: 'Ieva' }] };
    assert.deepEqual(
      accepted({ 'custom.colour': 'red', gender: 'female', 'custom.guide': ['s1'] }, { lists }),
      {
        'custom.colour': 'red',
        gender: 'female',
        'custom.guide': ['s1'],
      },
    );
    assert.deepEqual(refused({ 'custom.colour': 'green', 'custom.guide': ['s1', 's9'] }, { lists }), [
      'custom.colour unknown_option',
      'custom.guide.1 unknown_option',
    ]);
    assert.deepEqual(
      accepted({ source: 'flyer' }, { lists }),
      { source: 'flyer' },
      'a list that the base does not keep',
    );
    assert.deepEqual(refused({ source: 'not an id' }, { lists }), ['source unknown_option']);
    assert.deepEqual(refused({ 'custom.colour': 'constructor' }), ['custom.colour unknown_option']);
  });

  it('refuses text that not every adapter can store, and text over its length', () => {
    assert.deepEqual(refused({ city: 'a\0b', workplace: '\ud800', occupation: 'x'.repeat(10_001) }), [
      'city unsafe_text',
      'workplace unsafe_text',
      'occupation too_long',
    ]);
    assert.deepEqual(refused({ 'custom.passport': '1234567890123' }), ['custom.passport too_long']);
    assert.deepEqual(accepted({ city: 'x😀' }), { city: 'x😀' });
  });

  it('takes picture addresses that cannot run anything', () => {
    for (const photo of [
      'https://x.lv/a.png',
      'data:image/png;base64,AA',
      'blob:https://x.lv/1',
      '/photos/1.jpg',
      'a.jpg',
    ]) {
      assert.deepEqual(accepted({ photo }), { photo });
    }
    for (const photo of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'java\nscript:alert(1)',
      '\u0001javascript:alert(1)',
      'data:text/html,x',
      'http://x.lv/a.png',
      '//evil.example/a.png',
      '\\\\evil.example/a.png',
      'file:///etc/passwd',
    ]) {
      assert.deepEqual(refused({ photo }), ['photo unsafe_address'], photo);
    }
  });

  it('asks a new client for a part of a name or one contact, and nothing else', () => {
    for (const patch of [
      { firstName: 'A' },
      { lastName: 'B' },
      { phones: [{ value: '+37120000000' }] },
      { social: ['@a'] },
    ]) {
      assert.ok(accepted(patch, { creating: true }));
    }
    for (const patch of [{}, { city: 'Riga' }, { firstName: ' ' }, { lastName: null }]) {
      assert.deepEqual(refused(patch, { creating: true }), [' required']);
    }
    assert.deepEqual(accepted({}), {});
  });

  it('refuses what is no object of values', () => {
    for (const patch of [null, undefined, 'x', 3, []]) assert.deepEqual(refused(patch), [' wrong_type']);
    assert.deepEqual(refused({ firstName: { toString: 'x' }, hasApp: 'yes', phones: {}, social: 'x' }), [
      'firstName wrong_type',
      'hasApp wrong_type',
      'phones wrong_type',
      'social wrong_type',
    ]);
  });
});
