import assert from 'node:assert/strict';
import type { Adapter, ErrorBody } from '../../src/contract/index.js';
import { createHandler, type HandlerOptions } from '../../src/server/index.js';

export const ORIGIN = 'https://salon.example';
export const BASE = `${ORIGIN}/api/clientele`;
export const EVERYONE = { v: 1, where: { kind: 'everyone' } };
export const QUERY = { where: EVERYONE, sort: [], window: { at: 0, size: 10 } };

export type Handler = (request: Request) => Promise<Response>;

/** A handler that knows one user by the token `anna`. */
export function handlerOf(adapter: Adapter, options: Partial<HandlerOptions> = {}): Handler {
  return createHandler({ adapter, authenticate: byToken, ...options });
}

export function byToken(request: Request) {
  const token = request.headers.get('authorization');
  return token === 'Bearer anna' ? { tenant: 'salon', actor: 'anna', role: 'admin' } : null;
}

export interface Asked {
  body?: unknown;
  headers?: Record<string, string>;
  /** Sent as it is, in place of `body`. */
  raw?: BodyInit;
}

let keys = 0;
/** A request as a well-behaved caller sends it, except for what is said otherwise; an empty header is left out. */
export function requestOf(method: string, path: string, { body, headers = {}, raw }: Asked = {}): Request {
  const own: Record<string, string> = {
    authorization: 'Bearer anna',
    ...(method !== 'GET' && { 'content-type': 'application/json', 'idempotency-key': `key-${++keys}` }),
    ...headers,
  };
  const sent = Object.entries(own).filter(([, value]) => value !== '');
  return new Request(BASE + path, {
    method,
    headers: Object.fromEntries(sent),
    ...(raw !== undefined ? { body: raw } : body !== undefined ? { body: JSON.stringify(body) } : {}),
  });
}

/** The body of a refusal, after its status and code have been looked at. */
export async function refusal(response: Response, status: number, code: string): Promise<ErrorBody> {
  const body = (await response.json()) as ErrorBody;
  assert.deepEqual({ status: response.status, code: body.code }, { status, code });
  return body;
}
