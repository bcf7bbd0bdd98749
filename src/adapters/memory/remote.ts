import {
  ClienteleError,
  type Adapter,
  type Change,
  type Context,
  type JobStore,
} from '../../contract/index.js';
import { setupOf } from './base.js';
import { memoryAdapter } from './adapter.js';
import { createCore } from './core.js';
import { fillBase } from './open.js';
import type { MemoryOptions, OwnWorker } from './options.js';
import { isContext, withoutSignal } from './writes.js';
import { buffersOf, unpackError, type Answer, type Request, type WireOptions } from './wire.js';

/** The one policy that we name: for the address of our own worker. */
const POLICY = 'clientele';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

let policy: { createScriptURL(url: string): string } | undefined;

/** Starts our worker; null where the page's rules forbid it. */
function startWorker(): Worker | null {
  const url = new URL('./worker.js', import.meta.url);
  try {
    const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
    policy ??= types?.createPolicy(POLICY, {
      createScriptURL(asked) {
        if (asked !== url.href) throw new TypeError('only our own worker');
        return asked;
      },
    });
    return new Worker(policy ? policy.createScriptURL(url.href) : url, { type: 'module', name: 'clientele' });
  } catch {
    return null;
  }
}

/**
 * The memory adapter in a module worker: the page never waits for it. The same answers, but never at once. Clients and records that are
 * handed over as objects are turned into columns here, in slices, and given to the worker without a copy; a file is read there.
 * Where the page's policy forbids the worker (it needs `worker-src 'self'` and, under Trusted Types, the policy `clientele`), the base
 * lives in the page and the console says so.
 *
 * `own`: a worker of the host's, which makes or fetches the clients itself; what `options` say of clients and records is then left to it.
 */
export function memoryWorker(options: MemoryOptions = {}, own?: OwnWorker): Adapter {
  if (own) return adapterOver(own.start(), options, own.load);
  const worker = typeof Worker === 'function' ? startWorker() : null;
  if (!worker) {
    console.warn(
      "clientele: the worker may not start here, so the base lives in the page. Allow `worker-src 'self'` and, with Trusted Types, the policy `clientele`.",
    );
    return memoryAdapter(options);
  }
  return adapterOver(worker, options);
}

function adapterOver(worker: Worker, options: MemoryOptions, load?: unknown): Adapter {
  const link = new Link(worker, options, load);
  const ask =
    (member: string) =>
    <T>(...args: unknown[]) =>
      link.call<T>(member, args);
  const group = <T>(name: string, members: readonly string[]): T =>
    Object.fromEntries(members.map((member) => [member, ask(`${name}.${member}`)])) as never;
  return {
    describe: ask('describe'),
    find: ask('find'),
    count: ask('count'),
    get: ask('get'),
    save: ask('save'),
    remove: ask('remove'),
    watch: (since, context) => link.watch(since, context),
    aggregate: ask('aggregate'),
    ingest: ask('ingest'),
    explain: ask('explain'),
    records: group('records', ['find', 'counts', 'save', 'remove']),
    jobs: {
      ...group<JobStore>('jobs', ['plan', 'run', 'get', 'list', 'rows', 'cancel', 'retry', 'undo']),
      // A function cannot cross: the rights that the engine asks for are those of the context.
      work: ({ budgetMs }, context) => link.call('jobs.work', [{ budgetMs }, context]),
    },
    reviews: group('reviews', ['list', 'settle']),
    views: group('views', ['list', 'save', 'remove']),
    library: group('library', ['list', 'save', 'remove', 'uses', 'sizes']),
    close: () => link.close(),
  };
}

interface Waiting {
  resolve(value: never): void;
  reject(error: unknown): void;
}

/** The page's end of the port. */
class Link {
  readonly #worker: Worker;
  #options: MemoryOptions;
  readonly #waiting = new Map<number, Waiting>();
  readonly #watching = new Map<number, (change: Change | null) => void>();
  readonly #ready: Promise<void>;
  #next = 1;
  #failure: ClienteleError | null = null;
  #opened!: () => void;
  #refused!: (error: ClienteleError) => void;

  constructor(worker: Worker, options: MemoryOptions, load: unknown) {
    this.#worker = worker;
    this.#options = options;
    this.#ready = new Promise((resolve, reject) => {
      this.#opened = resolve;
      this.#refused = reject;
    });
    this.#ready.catch(() => undefined);
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => this.#hear(data));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#fail(
        new ClienteleError('unavailable', `the worker failed: ${event.message || 'it could not be loaded'}`),
      );
    });
    this.#post({ kind: 'open', options: wireOptions(options), load, ...this.#clock() });
  }

  async call<T>(member: string, args: readonly unknown[]): Promise<T> {
    const context = args.find(isContext);
    const signal = context?.signal;
    if (signal?.aborted) throw aborted(member);
    await this.#ready;
    if (signal?.aborted) throw aborted(member);
    if (this.#failure) throw this.#failure;
    const call = this.#next++;
    const stop = () => {
      this.#post({ kind: 'abort', call });
      this.#waiting.get(call)?.reject(aborted(member));
      this.#waiting.delete(call);
    };
    signal?.addEventListener('abort', stop, { once: true });
    try {
      return await new Promise<T>((resolve, reject) => {
        this.#waiting.set(call, { resolve: resolve as never, reject });
        this.#post({ kind: 'call', call, member, args: args.map(withoutSignal), ...this.#clock() });
      });
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  async *watch(since: string | null, context: Context): AsyncGenerator<Change> {
    await this.#ready;
    const call = this.#next++;
    const arrived: Change[] = [];
    let isOver = false;
    let wake: (() => void) | null = null;
    const stop = () => {
      isOver = true;
      wake?.();
    };
    this.#watching.set(call, (change) => {
      if (change) arrived.push(change);
      else isOver = true;
      wake?.();
    });
    context.signal?.addEventListener('abort', stop, { once: true });
    this.#post({ kind: 'watch', call, since, context: withoutSignal(context) as object });
    try {
      while (!isOver || arrived.length > 0) {
        if (arrived.length > 0) yield arrived.shift()!;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      this.#watching.delete(call);
      context.signal?.removeEventListener('abort', stop);
      this.#post({ kind: 'abort', call });
    }
  }

  close(): void {
    this.#fail(new ClienteleError('unavailable', 'the adapter was closed'));
    this.#worker.terminate();
  }

  #hear(answer: Answer): void {
    switch (answer.kind) {
      case 'opened':
        return this.#opened();
      case 'empty':
        return void this.#fill();
      case 'progress':
        return this.#options.onProgress?.(answer.clients);
      case 'problems':
        return this.#options.onProblems?.(answer.problems, answer.count);
      case 'change':
        return this.#watching.get(answer.call)?.(answer.change);
      case 'ok':
        this.#watching.get(answer.call)?.(null);
        this.#waiting.get(answer.call)?.resolve(answer.value as never);
        this.#waiting.delete(answer.call);
        return;
      case 'failed':
        if (answer.call === null) return this.#fail(unpackError(answer.error));
        this.#watching.get(answer.call)?.(null);
        this.#waiting.get(answer.call)?.reject(unpackError(answer.error));
        this.#waiting.delete(answer.call);
    }
  }

  /** Makes columns of what the page has, and hands them over. */
  async #fill(): Promise<void> {
    try {
      const { clients: _clients, records: _records, ...rest } = this.#options;
      const options = this.#options;
      // What the base was made of is not kept for its sake.
      this.#options = rest;
      const core = createCore(setupOf(options));
      await fillBase(core.base, core.totals, options);
      const filled = core.dump();
      this.#worker.postMessage({ kind: 'fill', filled } satisfies Request, buffersOf(filled));
    } catch (error) {
      this.#fail(
        new ClienteleError('unavailable', `the clients could not be loaded: ${String(error)}`, {}, error),
      );
    }
  }

  #fail(error: ClienteleError): void {
    this.#failure ??= error;
    this.#refused(error);
    for (const { reject } of this.#waiting.values()) reject(error);
    for (const end of this.#watching.values()) end(null);
    this.#waiting.clear();
  }

  #post(request: Request): void {
    this.#worker.postMessage(request);
  }

  #clock(): { now?: number } {
    const { now } = this.#options;
    return now ? { now: now() } : {};
  }
}

/** Options without what cannot cross or stays here: functions, and clients that are not a file. */
function wireOptions(options: MemoryOptions): WireOptions {
  const { clients, records, now: _now, onProblems: _problems, onProgress: _progress, ...data } = options;
  const { behaviours: _behaviours, beforeWrite: _beforeWrite, ...rest } = data;
  const isFile = typeof Blob !== 'undefined' && clients instanceof Blob;
  const kinds = Object.fromEntries(Object.keys(records ?? {}).map((kind): [string, never[]] => [kind, []]));
  return { ...rest, ...(isFile ? { clients } : {}), ...(records ? { records: kinds } : {}) };
}

function aborted(operation: string): ClienteleError {
  return new ClienteleError('aborted', 'the question was withdrawn', { operation });
}
