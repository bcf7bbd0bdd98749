import '../jitless.js';
import * as z from 'zod/mini';
import { patch } from '../client.js';
import { pageOf, sortKey, window } from '../query.js';
import { heldItem, ingestResult, record, recordPatch, settlement } from '../records.js';
import { node } from '../segment.js';
import { day, id } from '../values.js';
import { byId, creates, edits, kind, none, removes, type Operation } from './shape.js';

const byRecord = z.object({ record: kind, id });
export const recordQuery = z.strictObject({
  record: kind,
  client: z.exactOptional(id),
  where: z.exactOptional(node),
  sort: z.exactOptional(z.array(sortKey).check(z.maxLength(4))),
  today: z.exactOptional(day),
  window,
});

const recordBody = z.strictObject({ client: recordPatch.shape.client, patch });

export const recordOperations = {
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
  countRecords: {
    ...none,
    capability: 'records',
    name: 'records.counts',
    method: 'GET',
    path: '/clients/{id}/records',
    summary: 'How many records a client has, by kind.',
    params: byId,
    answer: z.record(z.string(), z.int().check(z.gte(0))),
  },
  listReviews: {
    ...none,
    capability: 'reviews',
    name: 'reviews.list',
    method: 'GET',
    path: '/reviews',
    summary: 'Ingested items that wait for a person to say whose they are.',
    answer: z.array(heldItem),
  },
  settleReview: {
    ...edits,
    capability: 'reviews',
    name: 'reviews.settle',
    method: 'POST',
    path: '/reviews/{id}',
    summary: 'Gives a waiting item to a client, makes a new one for it, or drops it.',
    params: byId,
    body: settlement,
    answer: ingestResult,
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
} as const satisfies Record<string, Operation>;
