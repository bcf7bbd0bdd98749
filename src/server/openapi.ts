import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import * as z from 'zod/mini';
import {
  change,
  client,
  description,
  errorBody,
  ERROR_STATUS,
  job,
  node,
  plan,
  record,
  savedView,
  segmentDocument,
  selection,
} from '../contract/index.js';
import { CSRF_HEADER, errorsOf, KEY_HEADER, operations, type Operation } from '../contract/operations.js';

const components = {
  Change: change,
  Client: client,
  Description: description,
  Error: errorBody,
  Job: job,
  Node: node,
  Plan: plan,
  Record: record,
  SavedView: savedView,
  SegmentDocument: segmentDocument,
  Selection: selection,
};

let cached: { base: string; document: object } | undefined;

/** The OpenAPI 3.1 document of the operations under a base path, made from the schemas that the handler parses with. */
export function openApi(basePath: string): object {
  if (cached?.base !== basePath) cached = { base: basePath, document: documentOf(basePath) };
  return cached.document;
}

function documentOf(basePath: string): object {
  const paths: ZodOpenApiPathsObject = {};
  for (const [id, operation] of Object.entries(operations)) {
    const row: Operation = operation;
    paths[row.path] = { ...paths[row.path], [row.method.toLowerCase()]: describe(id, row) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Clientele',
      version: '1',
      description:
        'Clients, their records, segments, actions and jobs. A write needs an Idempotency-Key: the same key with the same body gives the ' +
        'same answer again; with another body, or while its twin is at work, 409. Edits need If-Match.',
    },
    servers: [{ url: basePath }],
    security: [{ bearer: [] }, { cookie: [] }],
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: {
          type: 'apiKey',
          in: 'cookie',
          name: 'session',
          description: `The host's own session; every method but GET then needs the header ${CSRF_HEADER}.`,
        },
      },
    },
  });
}

function describe(id: string, operation: Operation): ZodOpenApiOperationObject {
  const header = headersOf(operation);
  return {
    operationId: id,
    summary: operation.summary,
    tags: [operation.name.split('.').length > 1 ? (operation.name.split('.')[0] ?? '') : 'clients'],
    requestParams: {
      ...(operation.params && { path: operation.params }),
      ...(operation.search && { query: operation.search }),
      ...(header && { header }),
    },
    ...(operation.body && {
      requestBody: { required: true, content: { 'application/json': { schema: operation.body } } },
    }),
    responses: { [operation.status]: successOf(operation), ...failuresOf(operation) },
  };
}

function headersOf(operation: Operation) {
  const shape = {
    ...(operation.writes && { [KEY_HEADER]: z.string().check(z.regex(/^[\x21-\x7e]{1,200}$/)) }),
    ...(operation.version === 'edit' && { 'If-Match': z.string().check(z.regex(/^(W\/)?"\d{1,15}"$/)) }),
    ...(operation.version === 'create' && { 'If-None-Match': z.literal('*') }),
    ...(operation.stream && { 'Last-Event-ID': z.exactOptional(z.string()) }),
  };
  return Object.keys(shape).length > 0 ? z.object(shape) : null;
}

function successOf(operation: Operation) {
  if (!operation.answer) return { description: 'Done.' };
  const type = operation.stream ? 'text/event-stream' : 'application/json';
  return {
    description: operation.stream ? 'Events, each a change; comments are signs of life.' : 'The answer.',
    content: { [type]: { schema: operation.answer } },
    ...(operation.version && {
      headers: { ETag: { description: 'The version.', schema: { type: 'string' as const } } },
    }),
  };
}

/** One response per status: several codes may share one. 500 is a fault of the server's own, under the code `unavailable`. */
function failuresOf(operation: Operation): ZodOpenApiResponsesObject {
  const byStatus = new Map<number, string[]>([[500, ['unavailable']]]);
  for (const code of errorsOf(operation)) {
    byStatus.set(ERROR_STATUS[code], [...(byStatus.get(ERROR_STATUS[code]) ?? []), code]);
  }
  const entries = [...byStatus].map(([status, codes]) => [
    status,
    {
      description: codes.map((code) => `\`${code}\``).join(' or '),
      content: { 'application/json': { schema: errorBody } },
    },
  ]);
  return Object.fromEntries(entries) as ZodOpenApiResponsesObject;
}
