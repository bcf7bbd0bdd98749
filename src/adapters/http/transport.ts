import ky, { isHTTPError, NetworkError, type KyInstance } from 'ky';
import * as z from 'zod/mini';
import { ClienteleError, type Context, type WriteContext } from '../../contract/index.js';
import { CSRF_HEADER, KEY_HEADER, type Operation } from '../../contract/operations.js';
import { failureOf, isOffline, malformed, retryAfterOf } from './failures.js';
import { tokensOf, type Token } from './token.js';
import { tolerant } from './tolerant.js';

export interface RetryOptions {
  /** Times that a request is sent again. Default 4. */
  limit?: number;
  /** Milliseconds, upper bound of the first wait; doubles with each. Default 300. */
  delay?: number;
  /** Milliseconds for one call with all its retries. Default 30,000. */
  budget?: number;
}

export interface HttpAdapterOptions {
  /** Where the server's handler is mounted: `/api/clientele`, or a full address. */
  url: string;
  /** Called before the first request, before the token ends, and once when it is refused. Absent: the cookie of the page, or nothing. */
  token?: () => Token | Promise<Token>;
  /** In place of the platform's own, for tests and hosts that wrap it. */
  fetch?: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** Sent with every request. */
  headers?: Readonly<Record<string, string>>;
  /** Whether cookies go to another origin. Default `same-origin`. */
  credentials?: RequestCredentials;
  /** Milliseconds for one try. Default 10,000. */
  timeout?: number;
  retry?: RetryOptions;
}

/** What one call puts into its request. */
export interface Call {
  params?: Readonly<Record<string, string>>;
  search?: Readonly<Record<string, string | number | undefined>>;
  body?: unknown;
  /** Null creates. */
  version?: number | null;
  /** Milliseconds that the server was asked to take, beside the usual time for an answer. */
  work?: number;
}

type Answer<O extends Operation> = O['answer'] extends z.ZodMiniType ? z.output<O['answer']> : void;

export interface Transport {
  /** Asks the server; retries what may pass. @throws ClienteleError with the operation's name. */
  send<O extends Operation>(operation: O, call: Call, context: Context | WriteContext): Promise<Answer<O>>;
  /** Opens a stream once, and hands its answer over unread. @throws ClienteleError likewise. */
  open(operation: Operation, call: Call & { cursor: string | null }, signal: AbortSignal): Promise<Response>;
  /** Ended by `close`. */
  readonly closed: AbortSignal;
  close(): void;
}

interface Try {
  token: string;
  key: string | undefined;
  /** When the budget is spent, in milliseconds since 1970. */
  deadline: number;
  signal: AbortSignal;
}

const RETRIED = [408, 409, 425, 429, 500, 502, 503, 504];

export function createTransport(options: HttpAdapterOptions): Transport {
  const { timeout = 10_000, credentials = 'same-origin', headers = {} } = options;
  const { limit = 4, delay = 300, budget = 30_000 } = options.retry ?? {};
  const base = baseOf(options.url);
  const tokens = options.token && tokensOf(options.token);
  const end = new AbortController();
  const fetcher = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const read = whole(fetcher);
  const client = ky.create({
    fetch: (input, init) => read(input instanceof Request ? input : new Request(input, init)),
    credentials,
  });

  async function attempt(
    operation: Operation,
    call: Call,
    { token, key, deadline, signal }: Try,
  ): Promise<string> {
    return request(client, base + pathOf(operation, call), {
      method: operation.method,
      headers: { ...headers, ...headersOf(operation, call, token, key) },
      ...(call.body !== undefined && { json: call.body }),
      signal,
      timeout: timeout + (call.work ?? 0),
      totalTimeout: Math.max(1, deadline - Date.now()),
      retry: {
        limit,
        methods: ['get', 'post', 'put', 'patch', 'delete'],
        statusCodes: RETRIED,
        afterStatusCodes: RETRIED,
        delay: (count) => delay * 2 ** (count - 1),
        backoffLimit: 8000,
        jitter: true,
        retryOnTimeout: true,
        shouldRetry: ({ error }) => {
          if (isOffline()) return false;
          if (!isHTTPError(error)) return undefined;
          const after = retryAfterOf(error.response.headers);
          // A conflict with a time to come back is our own twin at work; without one it is for good.
          if (error.response.status === 409 && after === undefined) return false;
          return Date.now() + (after ?? 0) < deadline ? undefined : false;
        },
      },
    });
  }

  /** Runs with a token, and once more with another when it is refused. */
  async function authenticated<T>(
    run: (token: string) => Promise<T>,
    fail: (error: unknown) => ClienteleError,
  ) {
    let token = '';
    try {
      token = (await tokens?.current()) ?? '';
      return await run(token);
    } catch (error) {
      const failed = fail(error);
      if (failed.code !== 'unauthenticated' || !tokens || !isHTTPError(failed.cause)) throw failed;
    }
    try {
      return await run(await tokens.renew(token));
    } catch (error) {
      throw fail(error);
    }
  }

  return {
    closed: end.signal,
    close: () => end.abort(),

    async send(operation, call, context) {
      const { name } = operation;
      if (end.signal.aborted)
        throw new ClienteleError('aborted', `${name}: the adapter is closed`, { operation: name });
      const signal = context.signal ? AbortSignal.any([context.signal, end.signal]) : end.signal;
      const key = operation.writes && 'key' in context ? context.key : undefined;
      const deadline = Date.now() + budget + (call.work ?? 0);
      const answered = authenticated(
        (token) => attempt(operation, call, { token, key, deadline, signal }),
        (error) => failureOf(error, name, signal),
      );
      const text = await unlessAborted(answered, signal, () => failureOf(undefined, name, signal));
      return parseAnswer(operation, text);
    },

    async open(operation, call, signal) {
      const fail = (error: unknown) => failureOf(error, operation.name, signal);
      return authenticated(async (token) => {
        const asked = fetcher(base + pathOf(operation, call), {
          method: operation.method,
          headers: {
            ...headers,
            ...headersOf(operation, call, token, undefined),
            ...(call.cursor !== null && { 'last-event-id': call.cursor }),
            accept: 'text/event-stream',
          },
          credentials,
          signal,
        });
        const response = await unlessAborted(asked, signal, () => signal.reason).catch((error: unknown) => {
          throw signal.aborted ? error : networkError(base, error);
        });
        if (response.ok) return response;
        // Ky reads the failure's body as it does for every other operation.
        await request(client, base, { fetch: async () => response, retry: 0, signal });
        throw malformed(operation.name, `status ${response.status}`);
      }, fail);
    },
  };
}

/** @throws TypeError when the address is none, or is relative where there is no page that it could be relative to. */
function baseOf(url: string): string {
  const page = typeof document === 'object' ? document.baseURI : globalThis.location?.href;
  if (!URL.canParse(url, page)) throw new TypeError(`httpAdapter: "${url}" is no address; write it in full`);
  const { origin, pathname } = new URL(url, page);
  return origin + pathname.replace(/\/+$/, '');
}

async function request(
  client: KyInstance,
  address: string,
  options: Parameters<KyInstance>[1],
): Promise<string> {
  return client(address, options).text();
}

/**
 * A fetch that is done only when the whole answer is there, so that one broken off in its middle counts as not answered; and that ends
 * with its signal also where the host's own does not.
 */
function whole(fetcher: NonNullable<HttpAdapterOptions['fetch']>): (request: Request) => Promise<Response> {
  const read = async (request: Request) => {
    const response = await fetcher(request);
    const body = await response.arrayBuffer();
    return new Response(body.byteLength > 0 ? body : null, {
      status: response.status,
      headers: response.headers,
    });
  };
  return async (request) => {
    const { signal } = request;
    const given = () => signal.reason as unknown;
    try {
      return await unlessAborted(read(request), signal, given);
    } catch (error) {
      throw signal.aborted ? error : networkError(request, error);
    }
  };
}

function networkError(input: string | URL | Request, cause: unknown): NetworkError {
  const request = input instanceof Request ? input : new Request(input);
  return new NetworkError(request, cause instanceof Error ? { cause } : {});
}

function pathOf(operation: Operation, { params = {}, search = {} }: Call): string {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const given = Object.entries(search).filter(([, value]) => value !== undefined);
  const asked = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return asked ? `${path}?${asked}` : path;
}

function headersOf(
  operation: Operation,
  call: Call,
  token: string,
  key: string | undefined,
): Record<string, string> {
  return {
    accept: 'application/json',
    [CSRF_HEADER]: '1',
    ...(token !== '' && { authorization: `Bearer ${token}` }),
    ...(key !== undefined && { [KEY_HEADER]: key }),
    ...(operation.version === 'create' && { 'if-none-match': '*' }),
    ...(operation.version === 'edit' && { 'if-match': `"${call.version ?? ''}"` }),
  };
}

function parseAnswer<O extends Operation>(operation: O, text: string): Answer<O> {
  const { name, answer } = operation;
  if (!answer) return undefined as Answer<O>;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const what = /^\s*</.test(text)
      ? 'a page instead of JSON; is the address right?'
      : 'no JSON, or only a part of it';
    throw malformed(name, `the answer is ${what}`, {}, error);
  }
  const parsed = z.safeParse(answer, tolerant(operation, value));
  if (parsed.success) return parsed.data as Answer<O>;
  const issues = parsed.error.issues.slice(0, 20).map(({ path, code }) => ({
    path: path.map((part) => (typeof part === 'number' ? part : String(part))),
    code,
    message: 'has another form than the contract says',
  }));
  throw malformed(
    name,
    `the answer differs from the contract at ${issues[0]?.path.join('.') || 'its root'}`,
    { issues },
  );
}

/** A fetch that does not listen to its signal must not keep the caller waiting. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal, fail: () => unknown): Promise<T> {
  if (signal.aborted) {
    work.catch(() => undefined);
    throw fail();
  }
  let stop: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(fail());
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
