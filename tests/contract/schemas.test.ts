import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import * as contract from '../../src/contract/index.js';
import {
  actionRequest,
  aggregate,
  birthday,
  change,
  client,
  clientPage,
  ClienteleError,
  contact,
  day,
  description,
  DEFAULT_SETTINGS,
  errorBody,
  ERROR_CODES,
  ERROR_STATUS,
  fieldId,
  id,
  ingestItem,
  instant,
  invalid,
  isClienteleError,
  isSafeText,
  job,
  jobRow,
  money,
  node,
  patch,
  PERMISSIONS,
  plan,
  query,
  record,
  recordPatch,
  safeText,
  savedView,
  segmentDocument,
  selection,
  setValue,
  settings,
  table,
  valueOf,
  viewState,
  type Client,
  type ErrorCode,
} from '../../src/contract/index.js';
import { runs } from '../support/runs.js';

interface Schema {
  safeParse(value: unknown): { success: boolean; data?: unknown };
}
const everyone = { v: 1, where: { kind: 'everyone' } };
const at = '2026-03-10T12:00:00.000Z';

/** One valid document of each schema. */
const SAMPLES: Record<string, [schema: Schema, sample: object]> = {
  client: [
    client,
    {
      id: 'c1',
      version: 3,
      phones: [{ value: '+37120000000', label: 'work' }, { masked: '•••• 56' }],
      custom: { a: 1 },
    },
  ],
  query: [
    query,
    {
      where: everyone,
      sort: [{ field: 'visits', dir: 'desc' }],
      fields: ['name'],
      today: '2026-03-10',
      window: { after: null, size: 10 },
    },
  ],
  page: [
    clientPage,
    { items: [{ id: 'c1', version: 1 }], at: 0, next: null, total: 1, today: '2026-03-10', revision: 'r' },
  ],
  segment: [
    segmentDocument,
    {
      v: 1,
      where: {
        kind: 'all',
        of: [
          { kind: 'field', field: 'custom.hasCat', op: 'is', value: true, not: true, orMissing: true },
          {
            kind: 'records',
            record: 'bookings',
            where: { kind: 'field', field: 'state', op: 'in', value: ['arrived'] },
            agg: 'sum',
            path: 'price',
            op: 'gt',
            value: 5,
          },
          {
            kind: 'field',
            field: 'lastVisit',
            op: 'between',
            value: [
              { ago: 3, unit: 'week' },
              { end: 'month', shift: -1 },
            ],
          },
          { kind: 'search', text: 'anna' },
        ],
      },
    },
  ],
  selection: [selection, { found: everyone, except: ['c1'], count: 5, token: '5-00', today: '2026-03-10' }],
  action: [
    actionRequest,
    {
      action: 'delete',
      params: { a: 'x', b: 1, c: true, d: ['e'] },
      selection: { ids: ['c1'] },
      word: 'DELETE',
    },
  ],
  aggregate: [
    aggregate,
    { over: { where: everyone }, measures: [{ agg: 'count' }], by: [{ field: 'visits', breaks: [1, 5] }] },
  ],
  table: [table, { rows: [{ keys: ['a', 1, null, true], values: [1, null] }], today: '2026-03-10' }],
  plan: [
    plan,
    {
      id: 'p',
      action: 'a',
      params: {},
      total: 1,
      affected: 0,
      skipped: 1,
      reasons: [{ reason: 'x-own', count: 1, sample: ['c'] }],
      sample: [],
      createdAt: at,
      expiresAt: at,
    },
  ],
  job: [
    job,
    {
      id: 'j',
      action: 'a',
      params: {},
      state: 'done',
      total: 1,
      ok: 1,
      failed: 0,
      skipped: 0,
      unprocessed: 0,
      reasons: [],
      actor: 'a',
      createdAt: at,
      finishedAt: at,
      undoable: true,
    },
  ],
  jobRow: [jobRow, { client: 'c', outcome: 'skipped', reason: 'changed' }],
  record: [
    record,
    {
      id: 'r',
      version: 1,
      record: 'sales',
      client: 'c',
      at: null,
      values: { amount: 5 },
      paid: { amount: { amount: 9, currency: 'CZK', base: 5 } },
    },
  ],
  recordPatch: [
    recordPatch,
    { record: 'sales', id: 'r', version: null, client: 'c', patch: { amount: null } },
  ],
  ingestItem: [
    ingestItem,
    { record: 'bookings', id: 'b', client: { phone: '0888 123', name: 'A' }, values: {} },
  ],
  view: [
    savedView,
    {
      id: 'v',
      version: 1,
      name: 'V',
      scope: 'role',
      role: 'r',
      owner: 'a',
      state: { v: 1, columns: [{ field: 'name', width: 200 }], pinned: 5, sort: [], where: everyone },
    },
  ],
  change: [change, { kind: 'clients', at: '1', op: 'updated', ids: ['c'], fields: ['city'], key: 'k' }],
  settings: [settings, DEFAULT_SETTINGS],
  error: [
    errorBody,
    {
      code: 'stale_version',
      message: 'm',
      version: 3,
      changed: ['city'],
      issues: [{ path: ['a', 1], code: 'c', message: 'm', params: { max: 1 } }],
    },
  ],
  description: [
    description,
    {
      contract: 1,
      capabilities: {
        filter: true,
        sort: ['name'],
        search: true,
        write: true,
        token: true,
        watch: true,
        records: [],
        ingest: false,
        actions: [],
        views: false,
        files: false,
        aggregate: false,
      },
      fields: [{ id: 'custom.a', type: 'text' }],
      records: [],
      actions: [],
      tabs: [],
      lists: { staff: [{ id: 's', name: { en: 'S', ru: 'С' } }] },
      settings: DEFAULT_SETTINGS,
      rights: { permissions: [...PERMISSIONS], hidden: [], masked: [], branches: null },
      actor: { id: 'a', name: 'A', role: 'r' },
      now: at,
      today: '2026-03-10',
    },
  ],
};

describe('schemas of the contract', () => {
  it('take a document through JSON and back unchanged', () => {
    for (const [name, [schema, sample]] of Object.entries(SAMPLES)) {
      const parsed = schema.safeParse(JSON.parse(JSON.stringify(sample)));
      assert.ok(parsed.success, name);
      assert.deepEqual(parsed.data, sample, name);
    }
  });

  it('drop what an answer holds beyond them, instead of throwing', () => {
    for (const name of [
      'client',
      'page',
      'plan',
      'job',
      'jobRow',
      'record',
      'view',
      'change',
      'settings',
      'error',
      'description',
      'table',
    ]) {
      const [schema, sample] = SAMPLES[name] as [Schema, object];
      const parsed = schema.safeParse({ ...sample, addedNextYear: { deep: true } });
      assert.ok(parsed.success, name);
      assert.deepEqual(parsed.data, sample, name);
    }
  });

  it('refuse what a question holds beyond them', () => {
    for (const name of ['query', 'segment', 'selection', 'action', 'aggregate']) {
      const [schema, sample] = SAMPLES[name] as [Schema, object];
      assert.ok(!schema.safeParse({ ...sample, tenant: 'other' }).success, name);
    }
    assert.ok(
      !viewState.safeParse({ v: 1, columns: [], pinned: 0, sort: [], where: everyone, extra: 1 }).success,
    );
    assert.ok(!node.safeParse({ kind: 'everyone', of: [] }).success);
  });

  it('stand anything that JSON can hold, and never touch a prototype', () => {
    const schemas = Object.values(SAMPLES).map(([schema]) => schema);
    fc.assert(
      fc.property(fc.constantFrom(...schemas), fc.jsonValue(), (schema, value) => {
        assert.equal(typeof schema.safeParse(value).success, 'boolean');
      }),
      { numRuns: runs(500, 20_000) },
    );
    const hostile = JSON.parse(
      '{"id":"c","version":1,"__proto__":{"admin":true},"custom":{"__proto__":"x","constructor":"y"}}',
    ) as object;
    const parsed = client.safeParse(hostile);
    assert.ok(parsed.success);
    assert.equal((parsed.data as { admin?: boolean }).admin, undefined);
    assert.equal(({} as { admin?: boolean }).admin, undefined);
    const parsedPatch = patch.safeParse(JSON.parse('{"__proto__":{"admin":true},"city":"x"}'));
    if (parsedPatch.success) {
      assert.deepEqual(Object.getOwnPropertyNames(parsedPatch.data), ['city']);
      assert.equal((parsedPatch.data as { admin?: unknown }).admin, undefined);
    }
    assert.ok(!patch.safeParse({ constructor: 'x' }).success);
  });

  it('know an empty group, an empty list and a newer version as faults', () => {
    for (const where of [
      { kind: 'all', of: [] },
      { kind: 'field', field: 'city', op: 'in', value: [] },
      { kind: 'field', field: 'city', op: 'like', value: 'x' },
      { kind: 'field', field: '__proto__', op: 'is', value: 'x' },
    ]) {
      assert.ok(!segmentDocument.safeParse({ v: 1, where }).success, JSON.stringify(where));
    }
    assert.ok(!segmentDocument.safeParse({ v: 2, where: { kind: 'everyone' } }).success);
  });

  it('hold the limits of a question', () => {
    const [, sample] = SAMPLES['query'] as [Schema, Record<string, unknown>];
    const key = { field: 'name', dir: 'asc' };
    assert.ok(!query.safeParse({ ...sample, sort: [key, key, key, key, key] }).success);
    assert.ok(!query.safeParse({ ...sample, window: { at: 0, size: 1001 } }).success);
    assert.ok(!query.safeParse({ ...sample, window: { at: -1, size: 1 } }).success);
    assert.ok(!query.safeParse({ ...sample, window: { at: 0, after: null, size: 1 } }).success);
    assert.ok(!selection.safeParse({ ids: [] }).success);
    assert.ok(!viewState.safeParse({ v: 1, columns: [], pinned: 6, sort: [], where: everyone }).success);
  });
});

describe('values of the contract', () => {
  const takes = (schema: Schema, good: unknown[], bad: unknown[]) => {
    for (const value of good) assert.ok(schema.safeParse(value).success, `refused ${JSON.stringify(value)}`);
    for (const value of bad) assert.ok(!schema.safeParse(value).success, `took ${JSON.stringify(value)}`);
  };

  it('are ids, field ids, days, birthdays, instants and contacts of one form each', () => {
    takes(id, ['a', 'A-1_2.3:4', 'x'.repeat(64)], ['', 'x'.repeat(65), 'a b', 'é', 'a/b', 5, null]);
    takes(
      fieldId,
      ['visits', 'custom.hasCat', 'a-b'],
      ['', '1a', 'a.b.c', 'a..b', '__proto__', 'constructor', 'custom.prototype', 'custom.'],
    );
    takes(
      day,
      ['2024-02-29', '0001-01-01'],
      ['2023-02-29', '2024-13-01', '2024-1-1', '2024-02-30', '20240229', 5],
    );
    takes(birthday, ['1990-05-05', '--02-29'], ['--02-30', '--2-9', '05-05', '2023-02-29']);
    takes(
      instant,
      ['2026-03-10T12:00:00Z', '2026-03-10T12:00:00.5Z', at],
      [
        '2026-03-10',
        '2026-03-10T12:00:00',
        '2026-03-10T12:00:00+02:00',
        '2026-02-30T12:00:00Z',
        '2026-03-10T24:00:00Z',
        '2026-03-10T12:60:00Z',
      ],
    );
    takes(contact, [{ value: 'x' }, { value: 'x', label: 'y' }], [{ value: '' }, { masked: 'x' }, {}, 'x']);
    takes(
      money,
      [{ amount: -5, currency: 'EUR', base: 0 }],
      [
        { amount: 1.5, currency: 'EUR', base: 0 },
        { amount: 1, currency: 'eur', base: 0 },
        { amount: 2 ** 53, currency: 'EUR', base: 0 },
      ],
    );
    takes(safeText, ['', '😀', 'a\nb'], ['\0', '\ud83d', '\ude00x', 'x'.repeat(10_001)]);
  });

  it('know text that every adapter stores unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const isStored =
          !text.includes('\0') && new TextDecoder().decode(new TextEncoder().encode(text)) === text;
        assert.equal(isSafeText(text), isStored);
      }),
      { numRuns: runs(500, 20_000) },
    );
    assert.ok(!isSafeText('\ud800') && !isSafeText('\udc00') && !isSafeText('a\udc00\ud800'));
  });

  it('are read and set on a client by field id, own keys alone', () => {
    const one: Client = { id: 'c', version: 1, city: 'Riga', custom: { hasCat: true } };
    assert.deepEqual(
      [valueOf(one, 'city'), valueOf(one, 'custom.hasCat'), valueOf(one, 'custom.nope')],
      ['Riga', true, undefined],
    );
    assert.equal(valueOf(one, 'toString'), undefined);
    assert.equal(valueOf(one, 'custom.valueOf'), undefined);
    setValue(one, 'custom.__proto__', 'x');
    assert.equal(Object.getPrototypeOf(one.custom), Object.prototype);
    setValue(one, 'city', null);
    setValue(one, 'custom.hasCat', undefined);
    assert.deepEqual([Object.hasOwn(one, 'city'), Object.hasOwn(one.custom ?? {}, 'hasCat')], [false, false]);
  });
});

describe('errors of the contract', () => {
  it('are a closed union, each with a status', () => {
    assert.deepEqual([...ERROR_CODES].sort(), [
      'aborted',
      'conflict',
      'forbidden',
      'invalid',
      'malformed_answer',
      'not_found',
      'offline',
      'rate_limited',
      'stale_version',
      'step_up_required',
      'storage',
      'timeout',
      'too_large',
      'unauthenticated',
      'unavailable',
      'unsupported',
      'version_required',
    ] satisfies ErrorCode[]);
    assert.deepEqual(ERROR_CODES, Object.keys(ERROR_STATUS));
    assert.ok(!errorBody.safeParse({ code: 'teapot', message: '' }).success);
  });

  it('go over the wire and back, and are known across copies of the library', () => {
    const cause = new Error('deep');
    const error = new ClienteleError(
      'stale_version',
      'changed',
      { version: 4, changed: ['city'], operation: 'save' },
      cause,
    );
    const back = ClienteleError.fromJSON(errorBody.parse(JSON.parse(JSON.stringify(error))));
    assert.deepEqual([back.code, back.message, back.detail], [error.code, error.message, error.detail]);
    assert.equal(error.cause, cause);
    assert.ok(!JSON.stringify(error).includes('deep'));
    const foreign = Object.assign(new Error('x'), { name: 'ClienteleError', code: 'invalid', detail: {} });
    assert.ok(isClienteleError(foreign));
    for (const other of [null, undefined, {}, new Error('x'), 'ClienteleError'])
      assert.ok(!isClienteleError(other));
  });

  it('say where an input is wrong', () => {
    const error = invalid(
      [{ path: ['patch', 'phones', 1], code: 'not_a_phone', message: 'no phone' }],
      'save',
    );
    assert.deepEqual(
      [error.message, error.issues.length, error.detail.operation],
      ['patch.phones.1: no phone', 1, 'save'],
    );
    assert.deepEqual(new ClienteleError('offline', 'x').issues, []);
  });
});

it('exports nothing that is undefined', () => {
  for (const [name, value] of Object.entries(contract)) assert.notEqual(value, undefined, name);
});
