import type { Adapter, Context, WriteContext } from '../../../src/contract/index.js';
import { httpAdapter, type HttpAdapterOptions } from '../../../src/adapters/http/index.js';
import { arrayAdapter } from '../../server/array-adapter.js';
import { BASE, handlerOf, type Handler } from '../../server/requests.js';

export const anna: Context = { tenant: 'ignored', actor: 'ignored', role: 'ignored' };
let keys = 0;
export const writing = (key = `key-${++keys}`): WriteContext => ({ ...anna, key });

/** What happens to one request on its way: it gets the way on, and answers in its place. */
export type Fault = (request: Request, pass: Handler) => Promise<Response>;

/** The HTTP adapter against the real handler, with faults that befall the first requests, one each. */
export function wired(
  faults: Fault[] = [],
  options: Partial<HttpAdapterOptions> = {},
  parts: Partial<Adapter> = {},
) {
  const adapter = arrayAdapter(parts);
  const handle = handlerOf(adapter);
  const requests: Request[] = [];
  const http = httpAdapter({
    url: BASE,
    token: () => 'anna',
    retry: { delay: 1 },
    fetch: (input, init) => {
      const request = new Request(input, init);
      requests.push(request.clone());
      const fault = faults.shift();
      return fault ? fault(request, handle) : handle(request);
    },
    ...options,
  });
  return { adapter, http, requests, faults };
}

export const answering =
  (body: BodyInit | null, status = 200, headers: Record<string, string> = {}): Fault =>
  () =>
    Promise.resolve(
      new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } }),
    );
export const page = (status = 200) =>
  answering('<!doctype html><title>Sign in</title>', status, { 'content-type': 'text/html' });
export const unreachable: Fault = () => Promise.reject(new TypeError('fetch failed'));
/** The server did it; nobody hears of it. */
export const lost: Fault = async (request, pass) => {
  await pass(request);
  throw new TypeError('fetch failed');
};
/** The server did it; the answer breaks off in its middle. */
export const brokenOff: Fault = async (request, pass) => {
  const whole = new Uint8Array(await (await pass(request)).arrayBuffer());
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(whole.slice(0, whole.length / 2)),
    pull: (controller) => controller.error(new TypeError('terminated')),
  });
  return new Response(body, { headers: { 'content-type': 'application/json' } });
};
/** Changes what the server answers. */
export const altered =
  (change: (body: never) => unknown): Fault =>
  async (request, pass) => {
    const response = await pass(request);
    return Response.json(change((await response.json()) as never), { status: response.status });
  };
