import './jitless.js';
import * as z from 'zod/mini';
import { change } from './changes.js';
import { client, patch } from './client.js';
import { description, listItem } from './description.js';
import type { ErrorCode } from './errors.js';
import { actionRequest, job, jobRow, plan } from './jobs.js';
import { explainRequest, explanation, LIBRARY_KINDS, rule, segmentSize, use } from './library.js';
import { aggregate, clientPage, found, pageOf, query, savedView, sortKey, table, window } from './query.js';
import { ingestItem, ingestResult, record, recordPatch } from './records.js';
import { node, segment, segmentDocument } from './segment.js';
import { day, id } from './values.js';

/**
 * The wire form of the adapter port: one row per operation, from which the server's routes, the HTTP adapter's requests and the OpenAPI
 * document are all made. Search texts and filters travel in bodies, so that no address, and so no log, holds a personal value.
 */
export interface Operation {
  /** The member of the adapter that it calls; errors carry it as `operation`. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Under the base path, with parameters in braces: `/clients/{id}`. */
  readonly path: string;
  readonly summary: string;
  /** Status of success; 204 has no body. */
  readonly status: 200 | 201 | 204;
  /** Optional member of the adapter that it needs; without it the answer is `unsupported`. */
  readonly capability:
    'aggregate' | 'ingest' | 'records' | 'jobs' | 'views' | 'library' | 'explain' | 'watch' | null;
  /** Changes something: needs an `Idempotency-Key`, and may then be sent again. */
  readonly writes: boolean;
  /** `create`: `If-None-Match: *` is demanded; `edit`: `If-Match` with the version. */
  readonly version: 'create' | 'edit' | null;
  readonly params: z.ZodMiniObject | null;
  readonly search: z.ZodMiniObject | null;
  readonly body: z.ZodMiniType | null;
  /** Null: nothing is answered. Of a stream: one event. */
  readonly answer: z.ZodMiniType | null;
  /** The answer is a stream of server-sent events. */
  readonly stream: boolean;
}

const none = {
  capability: null,
  writes: false,
  version: null,
  params: null,
  search: null,
  body: null,
  status: 200,
  stream: false,
} as const;
const creates = { ...none, writes: true, version: 'create', status: 201 } as const;
const edits = { ...none, writes: true, version: 'edit' } as const;
const removes = { ...edits, method: 'DELETE', status: 204, answer: null } as const;

const kind = z.string().check(z.regex(/^[a-z][a-zA-Z0-9]{0,39}$/));
const byId = z.object({ id });
const byKind = z.object({ kind: z.enum(LIBRARY_KINDS) });
const byItem = z.object({ kind: z.enum(LIBRARY_KINDS), id });
const byRecord = z.object({ record: kind, id });

/** Field ids with commas between: `name,phones,custom.hasCat`. */
export const fieldList = z
  .string()
  .check(z.maxLength(8000), z.regex(/^([a-zA-Z][\w-]{0,39}(\.[a-zA-Z][\w-]{0,39})?(,|$))*$/));

export const recordQuery = z.strictObject({
  record: kind,
  client: z.exactOptional(id),
  where: z.exactOptional(node),
  sort: z.exactOptional(z.array(sortKey).check(z.maxLength(4))),
  today: z.exactOptional(day),
  window,
});

const { name, scope, role, state } = savedView.shape;
const libraryItem = z.union([segment, rule, listItem]);
/** An item without what the address and the headers say. Which members belong to which kind is checked by the library. */
const libraryBody = z.record(z.string(), z.unknown());
const viewBody = z.strictObject({ name, scope, role, state });
const recordBody = z.strictObject({ client: recordPatch.shape.client, patch });

export const operations = {
  describe: {
    ...none,
    name: 'describe',
    method: 'GET',
    path: '/description',
    summary: 'What the base can do, its catalogue, lists and settings, and what the caller may see.',
    answer: description,
  },
  find: {
    ...none,
    name: 'find',
    method: 'POST',
    path: '/clients/find',
    summary: 'A window of the clients that a segment finds.',
    body: query,
    answer: clientPage,
  },
  count: {
    ...none,
    name: 'count',
    method: 'POST',
    path: '/clients/count',
    summary: 'How many clients a segment finds; on demand with the token of that set.',
    body: z.strictObject({
      where: segmentDocument,
      today: z.exactOptional(day),
      token: z.exactOptional(z.literal(true)),
    }),
    answer: found,
  },
  get: {
    ...none,
    name: 'get',
    method: 'GET',
    path: '/clients/{id}',
    summary: 'One client. `ETag` is its version.',
    params: byId,
    search: z.object({ fields: z.exactOptional(fieldList) }),
    answer: client,
  },
  create: {
    ...creates,
    name: 'save',
    method: 'PUT',
    path: '/clients/{id}',
    summary: 'Makes a client under an id of the caller.',
    params: byId,
    body: z.strictObject({ patch }),
    answer: client,
  },
  save: {
    ...edits,
    name: 'save',
    method: 'PATCH',
    path: '/clients/{id}',
    summary: 'Edits a client: what is absent stays, null clears.',
    params: byId,
    body: z.strictObject({ patch }),
    answer: client,
  },
  remove: {
    ...removes,
    name: 'remove',
    path: '/clients/{id}',
    summary: 'Removes a client; restorable.',
    params: byId,
  },
  aggregate: {
    ...none,
    capability: 'aggregate',
    name: 'aggregate',
    method: 'POST',
    path: '/aggregate',
    summary: 'Figures over a set of clients, in one row or in groups.',
    body: aggregate,
    answer: table,
  },
  ingest: {
    ...none,
    capability: 'ingest',
    writes: true,
    name: 'ingest',
    method: 'POST',
    path: '/ingest',
    summary: 'Takes in bookings or sales, finding or making their clients.',
    body: z.strictObject({ items: z.array(ingestItem).check(z.minLength(1), z.maxLength(1000)) }),
    answer: z.array(ingestResult),
  },
  findRecords: {
    ...none,
    capability: 'records',
    name: 'records.find',
    method: 'POST',
    path: '/records/find',
    summary: 'A window of records of one kind, of one client or of all.',
    body: recordQuery,
    answer: pageOf(record),
  },
  createRecord: {
    ...creates,
    capability: 'records',
    name: 'records.save',
    method: 'PUT',
    path: '/records/{record}/{id}',
    summary: 'Makes a record under an id of the caller.',
    params: byRecord,
    body: recordBody,
    answer: record,
  },
  saveRecord: {
    ...edits,
    capability: 'records',
    name: 'records.save',
    method: 'PATCH',
    path: '/records/{record}/{id}',
    summary: 'Edits a record.',
    params: byRecord,
    body: recordBody,
    answer: record,
  },
  removeRecord: {
    ...removes,
    capability: 'records',
    name: 'records.remove',
    path: '/records/{record}/{id}',
    summary: 'Removes a record.',
    params: byRecord,
  },
  plan: {
    ...none,
    capability: 'jobs',
    writes: true,
    status: 201,
    name: 'jobs.plan',
    method: 'POST',
    path: '/plans',
    summary: 'Says what an action would do to whom; changes no client.',
    body: actionRequest,
    answer: plan,
  },
  run: {
    ...none,
    capability: 'jobs',
    writes: true,
    status: 201,
    name: 'jobs.run',
    method: 'POST',
    path: '/plans/{id}/run',
    summary: 'Starts a plan as a job.',
    params: byId,
    answer: job,
  },
  listJobs: {
    ...none,
    capability: 'jobs',
    name: 'jobs.list',
    method: 'GET',
    path: '/jobs',
    summary: 'The jobs that the caller may see, newest first.',
    answer: z.array(job),
  },
  getJob: {
    ...none,
    capability: 'jobs',
    name: 'jobs.get',
    method: 'GET',
    path: '/jobs/{id}',
    summary: 'How far a job has come.',
    params: byId,
    answer: job,
  },
  jobRows: {
    ...none,
    capability: 'jobs',
    name: 'jobs.rows',
    method: 'GET',
    path: '/jobs/{id}/rows',
    summary: 'What became of each client of a job.',
    params: byId,
    search: z.object({
      at: z.coerce.number().check(z.int(), z.gte(0)),
      size: z.coerce.number().check(z.int(), z.gte(1), z.lte(1000)),
      outcome: z.exactOptional(jobRow.shape.outcome),
    }),
    answer: pageOf(jobRow),
  },
  cancelJob: {
    ...none,
    capability: 'jobs',
    writes: true,
    name: 'jobs.cancel',
    method: 'POST',
    path: '/jobs/{id}/cancel',
    summary: 'Stops a job; what it has done stays.',
    params: byId,
    answer: job,
  },
  retryJob: {
    ...none,
    capability: 'jobs',
    writes: true,
    status: 201,
    name: 'jobs.retry',
    method: 'POST',
    path: '/jobs/{id}/retry',
    summary: 'Runs the failed rows again, as a new job.',
    params: byId,
    answer: job,
  },
  undoJob: {
    ...none,
    capability: 'jobs',
    writes: true,
    status: 201,
    name: 'jobs.undo',
    method: 'POST',
    path: '/jobs/{id}/undo',
    summary: 'Restores what a job changed, as a new job.',
    params: byId,
    answer: job,
  },
  work: {
    ...none,
    capability: 'jobs',
    name: 'jobs.work',
    method: 'POST',
    path: '/work',
    summary: 'Does queued work for about so many milliseconds; says whether there is more.',
    body: z.strictObject({ budgetMs: z.int().check(z.gte(1), z.lte(60_000)) }),
    answer: z.object({ more: z.boolean() }),
  },
  listViews: {
    ...none,
    capability: 'views',
    name: 'views.list',
    method: 'GET',
    path: '/views',
    summary: 'The saved views that the caller gets.',
    answer: z.array(savedView),
  },
  createView: {
    ...creates,
    capability: 'views',
    name: 'views.save',
    method: 'PUT',
    path: '/views/{id}',
    summary: 'Keeps a view under an id of the caller.',
    params: byId,
    body: viewBody,
    answer: savedView,
  },
  saveView: {
    ...edits,
    capability: 'views',
    name: 'views.save',
    method: 'PATCH',
    path: '/views/{id}',
    summary: 'Replaces what a view keeps.',
    params: byId,
    body: viewBody,
    answer: savedView,
  },
  removeView: {
    ...removes,
    capability: 'views',
    name: 'views.remove',
    path: '/views/{id}',
    summary: 'Removes a view.',
    params: byId,
  },
  listLibrary: {
    ...none,
    capability: 'library',
    name: 'library.list',
    method: 'GET',
    path: '/library/{kind}',
    summary: 'Kept segments, rules, categories, groups or tiers, in order.',
    params: byKind,
    answer: z.array(libraryItem),
  },
  createItem: {
    ...creates,
    capability: 'library',
    name: 'library.save',
    method: 'PUT',
    path: '/library/{kind}/{id}',
    summary: 'Keeps a new item under an id of the caller.',
    params: byItem,
    body: libraryBody,
    answer: libraryItem,
  },
  saveItem: {
    ...edits,
    capability: 'library',
    name: 'library.save',
    method: 'PATCH',
    path: '/library/{kind}/{id}',
    summary: 'Replaces what an item holds.',
    params: byItem,
    body: libraryBody,
    answer: libraryItem,
  },
  removeItem: {
    ...removes,
    capability: 'library',
    name: 'library.remove',
    path: '/library/{kind}/{id}',
    summary: 'Removes an item; one that something points at is refused with what does.',
    params: byItem,
  },
  uses: {
    ...none,
    capability: 'library',
    name: 'library.uses',
    method: 'GET',
    path: '/library/{kind}/{id}/uses',
    summary: 'What points at an item.',
    params: byItem,
    answer: z.array(use),
  },
  sizes: {
    ...none,
    capability: 'library',
    name: 'library.sizes',
    method: 'GET',
    path: '/segments/{id}/sizes',
    summary: 'How many clients a segment had, day by day.',
    params: byId,
    answer: z.array(segmentSize),
  },
  explain: {
    ...none,
    capability: 'explain',
    name: 'explain',
    method: 'POST',
    path: '/clients/explain',
    summary: 'Why a client is in a segment, or is not.',
    body: explainRequest,
    answer: explanation,
  },
  watch: {
    ...none,
    capability: 'watch',
    stream: true,
    name: 'watch',
    method: 'GET',
    path: '/changes',
    summary:
      'Changes after a cursor (absent: from now on) as server-sent events; `Last-Event-ID` wins over `since`.',
    search: z.object({ since: z.exactOptional(z.string().check(z.maxLength(2000))) }),
    answer: change,
  },
} as const satisfies Record<string, Operation>;

export type Operations = typeof operations;
export type OperationId = keyof Operations;
/** Names as errors and the rights matrix use them: `save`, `jobs.run`. */
export type OperationName = Operations[OperationId]['name'];

/** Header that every write carries. */
export const KEY_HEADER = 'Idempotency-Key';
/** Header that no form and no foreign page can send without asking: the proof that a request with a cookie is meant. */
export const CSRF_HEADER = 'X-Clientele';

/** The errors that an operation may answer with, for its documentation. */
export function errorsOf(operation: Operation): ErrorCode[] {
  const codes: ErrorCode[] = [
    'unauthenticated',
    'forbidden',
    'invalid',
    'rate_limited',
    'unavailable',
    'timeout',
  ];
  codes.push('malformed_answer', 'unsupported', 'aborted');
  if (operation.params) codes.push('not_found');
  if (operation.body) codes.push('too_large');
  if (operation.writes) codes.push('conflict', 'step_up_required', 'storage');
  else if (operation.method === 'POST') codes.push('conflict');
  if (operation.version) codes.push('version_required');
  if (operation.version === 'edit') codes.push('stale_version');
  return codes;
}
