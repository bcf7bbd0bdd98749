import type { Adapter, Change, Context } from '../../contract/index.js';
import { openAdapter } from './adapter.js';
import type { Filled } from './core.js';
import type { Brought } from './options.js';
import { isContext } from './writes.js';
import { packError, type Answer, type Request } from './wire.js';

interface Port {
  postMessage(message: Answer): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Request>) => void): void;
}

/** Makes what the host's own worker brings, from what the page told it to load. */
export type Bring = (load: unknown) => Brought | Promise<Brought>;

const port = globalThis as unknown as Port;
const running = new Map<number, AbortController>();
/** The page's clock, where it has one of its own. */
let clock: number | undefined;
let adapter: Adapter | undefined;
let filled: (base: Filled) => void;

/**
 * The memory adapter behind the port of the worker that calls this. Everything it says and hears is in wire.ts. A host calls it, at once, in
 * a worker of its own (`memoryWorker(options, { start })`) to make or fetch the clients where they are to live, and to do its own actions
 * there: `bring` is asked once for what the base is made of.
 */
export function serveMemory(bring?: Bring): void {
  port.addEventListener('message', ({ data }) => void hear(data, bring));
}

async function hear(request: Request, bring: Bring | undefined): Promise<void> {
  switch (request.kind) {
    case 'open':
      return open(request, bring);
    case 'fill':
      return filled(request.filled);
    case 'call':
      clock = request.now ?? clock;
      return call(request);
    case 'abort':
      running.get(request.call)?.abort();
      return;
    case 'watch':
      return watch(request);
  }
}

async function open(
  { options, load, now }: Extract<Request, { kind: 'open' }>,
  bring: Bring | undefined,
): Promise<void> {
  clock = now;
  const isOwn = bring !== undefined || options.clients !== undefined;
  const fill = () => {
    port.postMessage({ kind: 'empty' });
    return new Promise<Filled>((resolve) => {
      filled = resolve;
    });
  };
  try {
    const opened = openAdapter(
      {
        ...options,
        ...(await bring?.(load)),
        now: () => clock ?? Date.now(),
        onProblems: (problems, count) =>
          port.postMessage({ kind: 'problems', problems: [...problems], count }),
        onProgress: (clients) => port.postMessage({ kind: 'progress', clients }),
      },
      isOwn ? undefined : fill,
    );
    adapter = opened.adapter;
    await opened.ready;
    port.postMessage({ kind: 'opened' });
  } catch (error) {
    port.postMessage({ kind: 'failed', call: null, error: packError(error) });
  }
}

/** `find`, or `jobs.run`: a method of the adapter by its name; the context is the argument with a tenant. */
async function call({ call: number, member, args }: Extract<Request, { kind: 'call' }>): Promise<void> {
  const stop = new AbortController();
  running.set(number, stop);
  try {
    const [group, name] = member.includes('.') ? member.split('.') : [null, member];
    const owner = (group ? adapter![group as keyof Adapter] : adapter!) as unknown as Record<
      string,
      (...args: unknown[]) => unknown
    >;
    const value = await owner[name!]!(
      ...args.map((arg) => (isContext(arg) ? { ...arg, signal: stop.signal } : arg)),
    );
    port.postMessage({ kind: 'ok', call: number, value });
  } catch (error) {
    port.postMessage({ kind: 'failed', call: number, error: packError(error) });
  } finally {
    running.delete(number);
  }
}

async function watch({ call: number, since, context }: Extract<Request, { kind: 'watch' }>): Promise<void> {
  const stop = new AbortController();
  running.set(number, stop);
  try {
    const changes = adapter!.watch!(since, { ...(context as Context), signal: stop.signal });
    for await (const change of changes as AsyncIterable<Change>)
      port.postMessage({ kind: 'change', call: number, change });
    port.postMessage({ kind: 'ok', call: number, value: undefined });
  } catch (error) {
    port.postMessage({ kind: 'failed', call: number, error: packError(error) });
  } finally {
    running.delete(number);
  }
}
