import '../jitless.js';
import * as z from 'zod/mini';
import { client, patch } from '../client.js';
import { description } from '../description.js';
import { explainRequest, explanation } from '../library.js';
import { aggregate, clientPage, found, query, table } from '../query.js';
import { ingestItem, ingestResult } from '../records.js';
import { segmentDocument } from '../segment.js';
import { day, safeText } from '../values.js';
import { byId, creates, edits, none, removes, type Operation } from './shape.js';

/** Field ids with commas between: `name,phones,custom.hasCat`. */
export const fieldList = z
  .string()
  .check(z.maxLength(8000), z.regex(/^([a-zA-Z][\w-]{0,39}(\.[a-zA-Z][\w-]{0,39})?(,|$))*$/));

/** `source`: where consents in the patch were given. */
const saveBody = z.strictObject({
  patch,
  source: z.exactOptional(safeText.check(z.maxLength(200))),
});

export const clientOperations = {
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
    body: saveBody,
    answer: client,
  },
  save: {
    ...edits,
    name: 'save',
    method: 'PATCH',
    path: '/clients/{id}',
    summary: 'Edits a client: what is absent stays, null clears.',
    params: byId,
    body: saveBody,
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
} as const satisfies Record<string, Operation>;
