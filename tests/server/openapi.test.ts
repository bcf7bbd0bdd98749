import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
// oxlint-disable-next-line no-restricted-imports -- zod/mini reads no JSON Schema, and a test ships nothing
import { fromJSONSchema } from 'zod';
import * as z from 'zod/mini';
import { ERROR_STATUS } from '../../src/contract/index.js';
import { errorsOf, operations, type Operation } from '../../src/contract/operations.js';
import { RIGHTS_MATRIX } from '../../src/engine/index.js';
import { arrayAdapter } from './array-adapter.js';
import { EVERYONE, handlerOf, QUERY, requestOf } from './requests.js';

interface Documented {
  operationId: string;
  parameters?: { in: string; name: string; required?: boolean; schema: object }[];
  requestBody?: { required: boolean; content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
}
interface Document {
  openapi: string;
  info: { title: string; version: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, Documented>>;
  components: { schemas: Record<string, object> };
}

const handle = handlerOf(arrayAdapter());
const load = async () => (await (await handle(requestOf('GET', '/openapi.json'))).json()) as Document;
const rows: [string, Operation][] = Object.entries(operations);

/** A JSON Schema of the document, with its references, as something that parses. */
function schemaOf(document: Document, schema: object) {
  const inner = JSON.parse(JSON.stringify(schema).replaceAll('#/components/schemas/', '#/$defs/')) as object;
  const defs = JSON.parse(
    JSON.stringify(document.components.schemas).replaceAll('#/components/schemas/', '#/$defs/'),
  ) as object;
  return fromJSONSchema({ ...inner, $defs: defs } as never, { defaultTarget: 'draft-2020-12' });
}

describe('the OpenAPI document', () => {
  it('is of version 3.1, needs nobody to sign in, and says where it stands', async () => {
    const response = await handle(requestOf('GET', '/openapi.json', { headers: { authorization: '' } }));
    assert.equal(response.status, 200);
    const document = (await response.json()) as Document;
    assert.equal(document.openapi, '3.1.0');
    assert.ok(document.info.title && document.info.version);
    assert.deepEqual(document.servers, [{ url: '/api/clientele' }]);
  });

  it('has every operation with its own id, and no other', async () => {
    const { paths } = await load();
    const found = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, { operationId }]) => `${operationId} ${method.toUpperCase()} ${path}`,
      ),
    );
    assert.deepEqual(found.sort(), rows.map(([id, { method, path }]) => `${id} ${method} ${path}`).sort());
    assert.equal(new Set(found.map((line) => line.split(' ')[0])).size, rows.length);
  });

  it('names every parameter of a path, every header that is demanded, and every status of an error', async () => {
    const { paths } = await load();
    for (const [id, operation] of rows) {
      const documented = paths[operation.path]?.[operation.method.toLowerCase()] as Documented;
      const parameters = documented.parameters ?? [];
      const inPath = parameters.filter((one) => one.in === 'path');
      assert.deepEqual(
        inPath.map(({ name }) => name).sort(),
        [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort(),
        id,
      );
      assert.ok(
        inPath.every(({ required }) => required),
        id,
      );
      const demanded = parameters
        .filter((one) => one.in === 'header' && one.required)
        .map(({ name }) => name);
      const expected = [
        ...(operation.writes ? ['Idempotency-Key'] : []),
        ...(operation.version === 'edit' ? ['If-Match'] : operation.version ? ['If-None-Match'] : []),
      ];
      assert.deepEqual(demanded.sort(), expected.sort(), id);
      for (const code of errorsOf(operation)) {
        assert.match(
          documented.responses[ERROR_STATUS[code]]?.description ?? '',
          new RegExp(`\`${code}\``),
          `${id} ${code}`,
        );
      }
      assert.ok(documented.responses[500], id);
      assert.equal(Boolean(documented.requestBody), operation.body !== null, id);
      assert.equal(Boolean(documented.responses[operation.status]?.content), operation.answer !== null, id);
    }
  });

  it('points nowhere that is not in it', async () => {
    const document = await load();
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
      (match) => match[1] ?? '',
    );
    assert.ok(references.length > 20);
    for (const reference of references) {
      const parts = reference.replace(/^#\//, '').split('/');
      const found = parts.reduce<unknown>(
        (at, part) => (at as Record<string, unknown> | undefined)?.[part],
        document,
      );
      assert.ok(found, reference);
    }
    for (const name of ['Client', 'Node', 'Error', 'Job', 'Change'])
      assert.ok(document.components.schemas[name], name);
  });

  it('describes what the handler really takes and answers', async () => {
    const document = await load();
    const { requestBody, responses } = (document.paths['/clients/find'] ?? {})['post'] as Documented;
    const body = schemaOf(document, requestBody?.content['application/json']?.schema ?? {});
    assert.ok(z.safeParse(body, QUERY).success);
    const nested = {
      v: 1,
      where: { kind: 'all', of: [EVERYONE.where, { kind: 'none', of: [EVERYONE.where] }] },
    };
    assert.ok(z.safeParse(body, { ...QUERY, where: nested }).success);
    assert.ok(!z.safeParse(body, { ...QUERY, where: { v: 1, where: { kind: 'nobody' } } }).success);
    assert.ok(!z.safeParse(body, { ...QUERY, more: 1 }).success);
    const page = await (await handle(requestOf('POST', '/clients/find', { body: QUERY }))).json();
    assert.ok(
      z.safeParse(schemaOf(document, responses[200]?.content?.['application/json']?.schema ?? {}), page)
        .success,
    );
    const refused = await (await handle(requestOf('POST', '/clients/find', { body: {} }))).json();
    const error = schemaOf(document, responses[422]?.content?.['application/json']?.schema ?? {});
    assert.ok(z.safeParse(error, refused).success);
  });
});

describe('the table of operations', () => {
  it('has all that an adapter can be asked, by the names of the rights matrix', () => {
    const names = new Set(rows.map(([, { name }]) => name));
    const asked = Object.keys(RIGHTS_MATRIX).filter((name) => name !== 'close');
    assert.deepEqual([...names].sort(), asked.sort());
  });

  it('has one row per method and path', () => {
    const places = rows.map(([, { method, path }]) => `${method} ${path}`);
    assert.equal(new Set(places).size, places.length);
  });

  it('demands versions only of writes, and lets no write through a GET', () => {
    for (const [id, { method, writes, version }] of rows) {
      if (version) assert.ok(writes, id);
      if (method === 'GET') assert.ok(!writes, id);
      if (method === 'PUT' || method === 'PATCH' || method === 'DELETE') assert.ok(writes && version, id);
    }
  });
});
