import { cors } from 'hono/cors';
import type { MiddlewareHandler } from 'hono';
import { ClienteleError } from '../contract/index.js';
import { CSRF_HEADER, KEY_HEADER } from '../contract/operations.js';

export interface CorsOptions {
  /** Origins whose pages may call: `https://app.example`. All others get no CORS header, and their browsers refuse. */
  origins: readonly string[] | ((origin: string) => boolean);
  /** Lets those pages send cookies. Default false. */
  credentials?: boolean;
  /** Seconds that a browser may keep the answer to a preflight. Default 600. */
  maxAge?: number;
}

/** Answers preflights before anyone is asked who they are, and marks the answers that an allowed page may read. */
export function crossOrigin(options: CorsOptions): MiddlewareHandler {
  return cors({
    origin: (origin) => (isAllowed(origin, options.origins) ? origin : null),
    allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowHeaders: [
      'Authorization',
      'Content-Type',
      'If-Match',
      'If-None-Match',
      'Last-Event-ID',
      KEY_HEADER,
      CSRF_HEADER,
    ],
    exposeHeaders: ['ETag', 'Retry-After', 'X-Request-Id'],
    credentials: options.credentials ?? false,
    maxAge: options.maxAge ?? 600,
  });
}

export interface CsrfOptions {
  /** More origins whose pages may send requests with a cookie, beside the server's own and those of `cors` with credentials. */
  origins?: readonly string[];
}

/**
 * Refuses what a foreign page could make a browser send with its user's cookie: an unsafe method without an `Authorization` header
 * must carry `X-Clientele`, which no form can set and no foreign page may without a preflight, and, where the browser names the page's
 * origin, come from the server's own host or an allowed one. The scheme is not compared: TLS often ends before us.
 * @throws ClienteleError `forbidden`.
 */
export function refuseForgery(request: Request, allowed: (origin: string) => boolean): void {
  if (request.method === 'GET' || request.headers.has('authorization')) return;
  if (!request.headers.has(CSRF_HEADER)) {
    throw new ClienteleError('forbidden', `a request without Authorization needs the header ${CSRF_HEADER}`);
  }
  const origin = request.headers.get('origin');
  if (origin === null || request.headers.get('sec-fetch-site') === 'same-origin') return;
  if (hostOf(origin) === new URL(request.url).host || allowed(origin)) return;
  throw new ClienteleError('forbidden', 'the page that sent this is of another origin');
}

export function isAllowed(origin: string, list: CorsOptions['origins']): boolean {
  return typeof list === 'function' ? origin !== '' && list(origin) : list.includes(origin);
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
