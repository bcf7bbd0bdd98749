import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ERROR_CODES, EVERYONE, type ErrorBody, type Query } from '../../src/contract/index.js';
import { operations, type Operation } from '../../src/contract/operations.js';
import { runs } from '../support/runs.js';
import { memoryAdapter } from '../../src/adapters/memory/index.js';
import { handlerOf, QUERY, requestOf } from './requests.js';

const rows: readonly Operation[] = Object.values(operations).filter(({ stream }) => !stream);
const hostile = fc.constantFrom(
  '__proto__',
  'constructor',
  'tenantId',
  'version',
  'deletedAt',
  'where',
  'patch',
  'window',
);
const json = fc.oneof(
  fc.jsonValue({ maxDepth: 6 }),
  fc.dictionary(hostile, fc.jsonValue(), { noNullPrototype: false }),
  fc.record({
    patch: fc.dictionary(fc.oneof(hostile, fc.string(), fc.constant('firstName')), fc.jsonValue()),
  }),
  fc.record({
    ...Object.fromEntries(Object.entries(QUERY).map(([name, value]) => [name, fc.constant(value)])),
    fields: fc.jsonValue(),
  }),
  fc.record({ where: fc.oneof(fc.constant(EVERYONE), fc.jsonValue()) }),
);
const raw = fc.oneof(
  { weight: 4, arbitrary: json.map((value) => JSON.stringify(value)) },
  fc.string(),
  fc.uint8Array(),
);
const header = fc.oneof(fc.constantFrom('*', '"1"', 'W/"2"', ''), fc.stringMatching(/^[\x20-\x7e]{0,20}$/));
const word = fc.oneof(fc.constantFrom('c1', '..', '%2e%2e', '%00', '%ZZ', '__proto__', 'a b'), fc.string());

const CONTEXT = { tenant: 'salon', actor: 'anna', role: 'admin' };

describe('anything at all', () => {
  it('is answered with success or a typed refusal, and stores nothing that has no place', async () => {
    const property = fc.asyncProperty(
      fc.constantFrom(...rows),
      raw,
      word,
      header,
      async (row, body, id, match) => {
        const adapter = memoryAdapter({ clients: [{ id: 'c1', firstName: 'Anna' }] });
        const faults: unknown[] = [];
        const handle = handlerOf(adapter, {
          onError: (error) => void (error.code === 'unavailable' && faults.push(error)),
        });
        const path = row.path.replace(/\{\w+\}/g, () => encodeURIComponent(id).replaceAll('%25', '%'));
        const headers = { 'if-match': match, 'if-none-match': match };
        const response = await handle(
          requestOf(
            row.method,
            path,
            row.method === 'GET' ? { headers } : { raw: body as BodyInit, headers },
          ),
        );
        assert.ok(
          response.status < 500 || response.status === 501,
          `${row.name}: ${response.status} ${String(faults[0])}`,
        );
        if (response.status >= 400) {
          const refused = (await response.json()) as ErrorBody;
          assert.ok(ERROR_CODES.includes(refused.code));
        }
        const { items } = await adapter.find({ ...QUERY, where: EVERYONE } as Query, CONTEXT);
        for (const client of items) {
          for (const name of ['tenantId', 'deletedAt', '__proto__', 'constructor'])
            assert.ok(!Object.hasOwn(client, name), name);
        }
      },
    );
    await fc.assert(property, { numRuns: runs(1500, 50_000) });
  });
});
