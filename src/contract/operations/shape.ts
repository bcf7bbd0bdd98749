import '../jitless.js';
import * as z from 'zod/mini';
import { id } from '../values.js';

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
    | 'aggregate'
    | 'ingest'
    | 'reviews'
    | 'records'
    | 'jobs'
    | 'views'
    | 'library'
    | 'explain'
    | 'watch'
    | null;
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

/** What most operations have in common; each says what it has beside or instead. */
export const none = {
  capability: null,
  writes: false,
  version: null,
  params: null,
  search: null,
  body: null,
  status: 200,
  stream: false,
} as const;
export const creates = { ...none, writes: true, version: 'create', status: 201 } as const;
export const edits = { ...none, writes: true, version: 'edit' } as const;
export const removes = { ...edits, method: 'DELETE', status: 204, answer: null } as const;

export const kind = z.string().check(z.regex(/^[a-z][a-zA-Z0-9]{0,39}$/));
export const byId = z.object({ id });
