import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  createCatalogue,
  EVERYONE,
  type Capabilities,
  type Node,
  type Rights,
  type SegmentDocument,
  type ViewState,
} from '../../../src/contract/index.js';
import {
  decodeView,
  encodeView,
  resolveView,
  startState,
  withoutPersonal,
  type AddressedView,
} from '../../../src/elements/list/model/address.js';
import { documentOf } from '../../../src/elements/list/model/list-model.js';
import type { Session } from '../../../src/sdk/types.js';
import { runs } from '../../support/runs.js';
import { catalogue } from '../../segments/base.js';
import { anyNode } from '../../segments/documents.js';

const { fields } = catalogue;
const START = startState(null, fields);
const ids = [...fields.values()].filter((field) => field.column !== false).map((field) => field.id);

const of = (...conditions: Node[]): SegmentDocument => documentOf(conditions);

/** What the address gives back of a state, on the same base. */
function roundTrip(state: ViewState): ViewState {
  const text = encodeView(state, START, fields);
  const asked = text === '' ? {} : decodeView(text);
  assert.ok(typeof asked !== 'string', text);
  return resolveView(asked, START, sessionOf()).state;
}

function sessionOf(rights: Partial<Rights> = {}, capabilities: Partial<Capabilities> = {}): Session {
  const hidden = new Set(rights.hidden);
  const visible = new Map([...fields].filter(([id]) => !hidden.has(id)));
  return {
    catalogue: { ...createCatalogue(), ...catalogue, fields: visible },
    description: {
      rights: { permissions: [], hidden: [], masked: [], branches: null, ...rights },
      capabilities: {
        filter: true,
        sort: true,
        search: true,
        records: ['bookings', 'sales', 'points'],
        ...capabilities,
      },
    },
  } as unknown as Session;
}

const anyState = fc
  .record({
    columns: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 12 }),
    widths: fc.array(fc.integer({ min: 40, max: 800 }), { minLength: 12, maxLength: 12 }),
    pinned: fc.integer({ min: 0, max: 5 }),
    sort: fc.uniqueArray(fc.constantFrom('visits', 'lastVisit', 'name', 'custom.weight'), { maxLength: 4 }),
    isDown: fc.boolean(),
    where: fc.option(anyNode, { nil: null }),
    density: fc.constantFrom('comfortable', 'regular', 'compact', undefined),
  })
  .map(({ columns, widths, pinned, sort, isDown, where, density }): ViewState => ({
    v: 1,
    columns: columns.map((field, at) => ({ field, width: widths[at] ?? 100 })),
    pinned: Math.min(pinned, columns.length),
    sort: sort.map((field, at) => ({ field, dir: (at % 2 === 0) === isDown ? 'desc' : 'asc' })),
    where: where ? { v: 1, where } : EVERYONE,
    ...(density ? { density } : {}),
  }));

describe('the view in the address', () => {
  it('comes back as it was, but for what is personal', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const expected = withoutPersonal(state.where, fields).document;
        const back = roundTrip(state);
        assert.deepEqual(back.columns, state.columns);
        assert.equal(back.pinned, state.pinned);
        assert.deepEqual(back.sort, state.sort);
        assert.deepEqual(back.density, state.density);
        // A group that held nothing but a search is left out with it.
        if (!JSON.stringify(expected).includes('"search"')) assert.deepEqual(back.where, expected);
      }),
      { numRuns: runs(1000, 20_000), seed: 3 },
    );
  });

  it('is empty while the list is as it began', () => {
    assert.equal(encodeView(START, START, fields), '');
  });

  it('says only what differs, in characters that an address takes as they are', () => {
    const where = of({ kind: 'field', field: 'visits', op: 'gte', value: 2 });
    const text = encodeView({ ...START, where }, START, fields);
    assert.match(text, /^1~w\.[\w-]+$/);
    fc.assert(
      fc.property(anyState, (state) => {
        const one = encodeView(state, START, fields, 'a-view');
        assert.match(one, /^[\w\-.~!,:]*$/);
        assert.equal(new URLSearchParams(`v=${one}`).get('v'), one);
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  it('never holds a name, a phone, an e-mail, a card or what was searched for', () => {
    const secret = 'Ivanova0888';
    const personal: Node[] = [
      { kind: 'search', text: secret },
      { kind: 'field', field: 'name', op: 'contains', value: secret },
      { kind: 'field', field: 'lastName', op: 'is', value: secret },
      { kind: 'field', field: 'phones', op: 'contains', value: secret },
      { kind: 'field', field: 'emails', op: 'is', value: secret },
      { kind: 'field', field: 'cardNumbers', op: 'is', value: secret },
      { kind: 'field', field: 'address', op: 'contains', value: secret },
      { kind: 'field', field: 'allergies', op: 'contains', value: secret },
      {
        kind: 'any',
        of: [{ kind: 'none', of: [{ kind: 'field', field: 'name', op: 'is', value: secret }] }],
      },
    ];
    const kept: Node = { kind: 'field', field: 'visits', op: 'gte', value: 2 };
    for (const node of personal) {
      const text = encodeView({ ...START, where: of(kept, node) }, START, fields);
      const asked = decodeView(text) as AddressedView;
      assert.deepEqual(asked.where, of(kept), JSON.stringify(node));
      assert.equal(asked.isPartial, true, JSON.stringify(node));
      assert.ok(!decoded(text).includes('Ivanova'), text);
    }
    const alone = encodeView({ ...START, where: of(personal[1] as Node) }, START, fields);
    assert.equal(alone, '1~x');
    const exists = of({ kind: 'field', field: 'phones', op: 'exists' });
    assert.deepEqual(
      (decodeView(encodeView({ ...START, where: exists }, START, fields)) as AddressedView).where,
      exists,
    );
  });

  it('tells that something was left out', () => {
    const { problems } = resolveView(decodeView('1~x') as AddressedView, START, sessionOf());
    assert.deepEqual(problems, [{ code: 'personal' }]);
  });

  it('takes what is broken, foreign or newer for nothing at all', () => {
    for (const text of [
      'hello',
      '1',
      'true',
      '1~w.',
      '1~w.1xx',
      '1~c.',
      '1~c.na me',
      '1~p.9',
      '1~s.visits!x',
      '1~z.1',
      '0~x',
      '1~d.constructor',
      '1~i.a b',
    ]) {
      assert.equal(decodeView(text), 'broken', text);
    }
    assert.equal(decodeView('2~anything'), 'newer');
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const read = decodeView(text);
        assert.ok(typeof read === 'object' || read === 'broken' || read === 'newer');
      }),
      { numRuns: 500 },
    );
  });

  it('cut short anywhere, never shows more clients than it asked for without a word', () => {
    const where = of({ kind: 'field', field: 'visits', op: 'gte', value: 25 });
    const whole = encodeView({ ...START, where, sort: [{ field: 'visits', dir: 'desc' }] }, START, fields);
    for (let length = 2; length < whole.length; length++) {
      const read = decodeView(whole.slice(0, length));
      const isWhole = typeof read === 'object' && read.where !== undefined;
      const isTold = read === 'broken';
      const isBeforeFilter = !whole.slice(0, length).includes('~w');
      assert.ok(isWhole || isTold || isBeforeFilter, whole.slice(0, length));
    }
  });

  it('leaves out columns and sort keys that this user may not have, and names them', () => {
    const asked: AddressedView = {
      columns: [{ field: 'name' }, { field: 'totalSpent' }, { field: 'custom.gone' }],
      pinned: 1,
      sort: [
        { field: 'totalSpent', dir: 'desc' },
        { field: 'phones', dir: 'asc' },
        { field: 'visits', dir: 'asc' },
      ],
    };
    const session = sessionOf({ hidden: ['totalSpent'], masked: ['phones'] });
    const { state, problems } = resolveView(asked, START, session);
    assert.deepEqual(problems, [
      { code: 'columns', fields: ['totalSpent', 'custom.gone'] },
      { code: 'sort', fields: ['totalSpent', 'phones'] },
    ]);
    assert.deepEqual(state.sort, [{ field: 'visits', dir: 'asc' }]);
  });

  it('keeps a filter that is not understood, so that nobody is listed rather than everyone', () => {
    const where = of({ kind: 'field', field: 'custom.gone', op: 'is', value: 1 });
    const hidden = of({ kind: 'field', field: 'totalSpent', op: 'gt', value: 1 });
    for (const [asked, session] of [
      [{ where }, sessionOf()],
      [{ where: hidden }, sessionOf({ hidden: ['totalSpent'] })],
      [{ where: hidden }, sessionOf({}, { filter: ['visits'] })],
    ] as const) {
      const { state, problems } = resolveView(asked, START, session);
      assert.deepEqual(problems, [{ code: 'filters' }]);
      assert.deepEqual(state.where, asked.where);
    }
  });

  it('names the saved view that it came from', () => {
    const text = encodeView(START, START, fields, '0198-view');
    assert.equal((decodeView(text) as AddressedView).view, '0198-view');
  });
});

function decoded(text: string): string {
  const param = /w\.1([\w-]+)/.exec(text)?.[1] ?? '';
  return text + Buffer.from(param, 'base64url').toString('utf8');
}
