import { ClienteleError, type Adapter, type Context, type Now } from '../../contract/index.js';
import { chain, isPromise } from '../../engine/index.js';
import { setupOf } from './base.js';
import { createCore, type Core, type Filled } from './core.js';
import { describe } from './describe.js';
import { fillBase, isFile } from './open.js';
import type { MemoryOptions, Setup } from './options.js';

/**
 * A base in memory: columns in this page (or worker, or Node), ready for a million clients. Reads answer at once when the base is loaded;
 * until then they wait for it.
 * @throws TypeError when a definition of the options is not valid
 */
export function memoryAdapter(options: MemoryOptions = {}): Adapter {
  return openAdapter(options).adapter;
}

/** `fill`: asked for the base instead of `clients` and `records`. */
export function openAdapter(
  options: MemoryOptions,
  fill?: () => Promise<Filled>,
): { adapter: Adapter; ready: Now<void> } {
  let core: Core | null = null;
  let isClosed = false;
  // Definitions that are not valid are the developer's mistake, told at once.
  const setup = setupOf(options);
  // What the base is loaded from must not live as long as the adapter.
  const { clients, records: _records, ...rest } = options;
  let described: MemoryOptions = rest;
  const opening: Now<Core> = fill
    ? fill().then((filled) => createCore(setup, filled))
    : isFile(clients)
      ? openFile(clients, options).then((opened) => {
          described = opened.described;
          return opened.core;
        })
      : openOptions(setup, options);
  const ready: Now<void> = chain(opening, (made) => {
    core = made;
  });
  if (isPromise(ready)) ready.catch(() => undefined);

  /** Goes on when the base is loaded: at once when it is. */
  const when = <T>(operation: string, context: Context, next: (core: Core) => Now<T>): Now<T> => {
    if (isClosed) throw new ClienteleError('unavailable', 'the adapter was closed', { operation });
    if (context.signal?.aborted)
      throw new ClienteleError('aborted', 'the question was withdrawn', { operation });
    if (rest.tenant !== undefined && context.tenant !== rest.tenant)
      throw new ClienteleError('forbidden', 'this base belongs to another tenant', { operation });
    return core ? next(core) : chain(opening, next);
  };
  const write = async <T>(operation: string, context: Context, next: (core: Core) => Now<T>): Promise<T> =>
    when(operation, context, next);

  const adapter: Adapter = {
    describe: (c) => when('describe', c, ({ base }) => describe(base, described)),
    find: (query, c) => when('find', c, (core) => core.find(query, c)),
    count: (where, c, asked) => when('count', c, (core) => core.count(where, c, asked)),
    get: (id, c, fields) => when('get', c, (core) => core.get(id, c, fields)),
    save: (input, c) => write('save', c, (core) => core.save(input, c)),
    remove: (id, version, c) => write('remove', c, (core) => core.remove(id, version, c)),
    async *watch(since, c) {
      const { log } = await when('watch', c, (core) => core);
      yield* log.watch(since, c.signal);
    },
    aggregate: (input, c) => when('aggregate', c, (core) => core.aggregate(input, c)),
    ingest: (items, c) => write('ingest', c, (core) => core.ingest(items, c)),
    records: {
      find: (query, c) => when('records.find', c, ({ records }) => records.find(query, c)),
      save: (input, c) => write('records.save', c, ({ records }) => records.save(input, c)),
      remove: (input, c) => write('records.remove', c, ({ records }) => records.remove(input, c)),
    },
    jobs: {
      plan: (request, c) => write('jobs.plan', c, ({ jobs }) => jobs.plan(request, c)),
      run: (plan, c) => write('jobs.run', c, ({ jobs }) => jobs.run(plan, c)),
      get: (job, c) => when('jobs.get', c, ({ jobs }) => jobs.get(job, c)),
      list: (c) => when('jobs.list', c, ({ jobs }) => jobs.list(c)),
      rows: (job, window, c, outcome) =>
        when('jobs.rows', c, ({ jobs }) => jobs.rows(job, window, c, outcome)),
      cancel: (job, c) => write('jobs.cancel', c, ({ jobs }) => jobs.cancel(job, c)),
      retry: (job, c) => write('jobs.retry', c, ({ jobs }) => jobs.retry(job, c)),
      undo: (job, c) => write('jobs.undo', c, ({ jobs }) => jobs.undo(job, c)),
      work: (asked, c) => write('jobs.work', c, ({ jobs }) => jobs.work(asked, c)),
    },
    views: {
      list: (c) => when('views.list', c, ({ views }) => views.list(c)),
      save: (view, c) => write('views.save', c, ({ views }) => views.save(view, c)),
      remove: (id, version, c) => write('views.remove', c, ({ views }) => views.remove(id, version, c)),
    },
    close() {
      isClosed = true;
      core?.close();
    },
  };
  return { adapter, ready };
}

function openOptions(setup: Setup, options: MemoryOptions): Now<Core> {
  const core = createCore(setup);
  return chain(fillBase(core.base, core.totals, options), () => core);
}

async function openFile(
  file: Blob | Response,
  options: MemoryOptions,
): Promise<{ core: Core; described: MemoryOptions }> {
  const { readFileOptions } = await import('./csv.js');
  const read = await readFileOptions(file, options);
  const core = createCore(setupOf(read.options));
  await fillBase(core.base, core.totals, read.options, read.problems);
  const { clients: _clients, records: _records, ...described } = read.options;
  return { core, described };
}
