import { Hono } from 'hono/tiny';
import {
  ClienteleError,
  invalid,
  isClienteleError,
  type Adapter,
  type Change,
  type Description,
  type Id,
  type Now,
  type Rights,
  type WriteContext,
} from '../contract/index.js';
import {
  KEY_HEADER,
  operations,
  type Operation,
  type OperationId,
  type OperationName,
} from '../contract/operations.js';
import { withAccess } from '../engine/index.js';
import { answer, errorOf, failure, SECURITY_HEADERS } from './answers.js';
import { readJson } from './body.js';
import { calls } from './calls.js';
import { crossOrigin, isAllowed, refuseForgery, type CorsOptions, type CsrfOptions } from './guard.js';
import { known, parse, versionOf } from './parse.js';
import { streamOf } from './stream.js';

/** Who asks, as the host's authentication knows them. */
export interface Caller {
  tenant: Id;
  actor: Id;
  role: string;
}

export interface Limits {
  /** Bytes of a body. Default 1 MiB. */
  body?: number;
  /** Levels of nesting in a body. Default 64. */
  depth?: number;
  /** Milliseconds between two heartbeats of a change stream, at each of which its caller is authenticated again. Default 20,000. */
  heartbeat?: number;
}

export interface HandlerOptions {
  /** Any adapter; rights are kept by the handler. */
  adapter: Adapter;
  /** Says who asks, from the request's headers alone; null: nobody we know. */
  authenticate(request: Request): Now<Caller | null>;
  /** A last word before each operation; false refuses it. May throw a `ClienteleError`, `rate_limited` say. */
  authorize?(caller: Caller, operation: OperationName, request: Request): Now<boolean>;
  /** What a caller may do and see; asked again after half a minute. Absent: as the adapter's description says. */
  rights?(caller: Caller, description: Description): Now<Rights>;
  /** Pages of other origins that may call. Absent: none. */
  cors?: CorsOptions;
  /** Protection of callers with cookies, on by default; false where no request is ever authenticated by a cookie. */
  csrf?: CsrfOptions | false;
  limits?: Limits;
  /** Told every error that is answered, with its cause; `error.detail.request` is the number that the caller got. */
  onError?(error: ClienteleError, request: Request): void;
  /** Where the handler is mounted. Default `/api/clientele`. */
  basePath?: string;
}

/** A server's end of the contract over any adapter. Runs wherever `Request` and `Response` are. */
export function createHandler(options: HandlerOptions): (request: Request) => Promise<Response> {
  const { onError, csrf = {}, cors } = options;
  const limits = { body: 1 << 20, depth: 64, heartbeat: 20_000, ...options.limits };
  const mounted = (options.basePath ?? '/api/clientele').replace(/^\/+|\/+$/g, '');
  const basePath = mounted && `/${mounted}`;
  const rights = options.rights;
  const adapter = withAccess(
    options.adapter,
    rights ? { rights: (context, description) => rights(callerIn(context), description) } : {},
  );

  const trusts = (origin: string): boolean =>
    (csrf !== false && (csrf.origins?.includes(origin) ?? false)) ||
    (cors?.credentials === true && isAllowed(origin, cors.origins));

  async function callerOf(request: Request): Promise<Caller> {
    const caller = await options.authenticate(request);
    if (!caller) throw new ClienteleError('unauthenticated', 'sign in');
    return callerIn(caller);
  }

  async function inputOf(operation: Operation, request: Request, params: object) {
    const search = Object.fromEntries(new URL(request.url).searchParams);
    const resumed = operation.stream ? request.headers.get('last-event-id') : null;
    if (resumed !== null) search['since'] = resumed;
    const body = operation.body && (await readJson(request, limits.body, limits.depth));
    return {
      params: operation.params && parse(operation.params, params),
      search: operation.search && parse(operation.search, search),
      body: operation.body && parse(operation.body, body),
    };
  }

  async function run(id: OperationId, request: Request, params: object, number: string): Promise<Response> {
    const operation: Operation = operations[id];
    if (csrf !== false) refuseForgery(request, trusts);
    const caller = await callerOf(request);
    if ((await options.authorize?.(caller, operations[id].name, request)) === false) {
      throw new ClienteleError('forbidden', 'this is not allowed to you');
    }
    if (operation.capability && !adapter[operation.capability]) {
      throw new ClienteleError('unsupported', `this base has no ${operation.capability}`);
    }
    const version = preconditionOf(operation, request);
    const key = operation.writes ? keyOf(request) : '';
    const ended = new AbortController();
    request.signal.addEventListener('abort', () => ended.abort(), { once: true });
    if (request.signal.aborted) ended.abort();
    const context: WriteContext = { ...caller, key, signal: ended.signal };
    const parsed = await inputOf(operation, request, params);
    const result = await (calls[id] as Call)(adapter as Required<Adapter>, { ...parsed, version }, context);
    if (!operation.stream) return answer(known(operation, result), operation.status);
    return streamOf(result as AsyncIterable<Change>, {
      ended,
      heartbeat: limits.heartbeat,
      errorOf: (error) => told(errorOf(error, operation.name, number), request),
      async check() {
        const now = await callerOf(request);
        if (now.tenant !== caller.tenant || now.actor !== caller.actor || now.role !== caller.role) {
          throw new ClienteleError('unauthenticated', 'somebody else is signed in');
        }
      },
    });
  }

  function told(error: ClienteleError, request: Request): ClienteleError {
    onError?.(error, request);
    return error;
  }

  const app = new Hono<{ Variables: { number: string } }>();
  app.use(async (context, next) => {
    const given = context.req.header('x-request-id') ?? '';
    const number = /^[\w.-]{1,64}$/.test(given) ? given : crypto.randomUUID();
    context.set('number', number);
    await next();
    context.header('x-request-id', number);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) context.header(name, value);
  });
  if (cors) app.use(crossOrigin(cors));
  app.onError((error, context) => {
    const { number } = context.var;
    return failure(
      told(errorOf(error, undefined, number), context.req.raw),
      isClienteleError(error) ? undefined : 500,
    );
  });
  app.notFound((context) => {
    const { number } = context.var;
    const allow = methodsOf(context.req.path.slice(basePath.length));
    if (!context.req.path.startsWith(`${basePath}/`) || allow.length === 0) {
      return failure(new ClienteleError('not_found', 'nothing is here', { request: number }));
    }
    const response = failure(
      new ClienteleError('unsupported', 'this address does not know the method', { request: number }),
      405,
    );
    response.headers.set('allow', allow.join(', '));
    return response;
  });

  app.get(`${basePath}/openapi.json`, async () => {
    const { openApi } = await import('./openapi.js');
    return answer(openApi(basePath), 200);
  });
  for (const id of Object.keys(operations) as OperationId[]) {
    const { method, path, name } = operations[id];
    app.on(method, basePath + path.replace(/\{(\w+)\}/g, ':$1'), async (context) => {
      const { raw } = context.req;
      try {
        return await run(id, raw, context.req.param(), context.var.number);
      } catch (error) {
        const status = isClienteleError(error) ? undefined : 500;
        return failure(told(errorOf(error, name, context.var.number), raw), status);
      }
    });
  }
  return async (request) => {
    // Hono would answer HEAD by running GET and dropping the body, which for a stream of changes never ends.
    if (request.method === 'HEAD') return new Response(null, { status: 405, headers: SECURITY_HEADERS });
    return app.fetch(request);
  };
}

/** Copied by name: whatever else the host's object holds is no part of a context. */
function callerIn({ tenant, actor, role }: Caller): Caller {
  return { tenant, actor, role };
}

interface Parsed {
  params: unknown;
  search: unknown;
  body: unknown;
  version: number | null;
}
type Call = (adapter: Required<Adapter>, input: Parsed, context: WriteContext) => Now<unknown>;

/** The version that a write stands on: null for one that creates, 0 where none is asked for. */
function preconditionOf(operation: Operation, request: Request): number | null {
  if (operation.version === 'edit') return versionOf(request.headers.get('if-match'));
  if (operation.version === null) return 0;
  if (request.headers.get('if-none-match')?.trim() !== '*') {
    throw new ClienteleError('version_required', 'send If-None-Match: * to create; PATCH edits');
  }
  return null;
}

function keyOf(request: Request): string {
  const key = request.headers.get(KEY_HEADER);
  if (key !== null && /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw invalid([
    { path: [KEY_HEADER], code: 'required', message: 'a write needs a key, 1–200 visible ASCII characters' },
  ]);
}

function methodsOf(path: string): string[] {
  const rows: readonly Operation[] = Object.values(operations);
  const fits = (pattern: string) => new RegExp(`^${pattern.replace(/\{\w+\}/g, '[^/]+')}/?$`).test(path);
  return rows.filter((row) => fits(row.path)).map((row) => row.method);
}
