import {
  ClienteleError,
  type Adapter,
  type Context,
  type LibraryStore,
  type Now,
  type SegmentDocument,
} from '../../contract/index.js';
import { chain, isPromise } from '../../engine/index.js';
import { setupOf } from './base.js';
import type { Core } from './core.js';
import { describe } from './describe.js';
import { asksRecords, openBase, type Fill, type Opened } from './opening.js';
import type { MemoryOptions } from './options.js';
import {
  doWrite,
  isContext,
  withoutSignal,
  type WriteAnswer,
  type WriteArgs,
  type WriteMember,
} from './writes.js';

/**
 * A base in memory: columns in this page (or worker, or Node), ready for a million clients. Reads answer at once when the base is loaded;
 * until then they wait for it.
 * @throws TypeError when a definition of the options is not valid
 */
export function memoryAdapter(options: MemoryOptions = {}): Adapter {
  return openAdapter(options).adapter;
}

/** `fill`: asked for the base instead of `clients` and `records`. */
export function openAdapter(options: MemoryOptions, fill?: Fill): { adapter: Adapter; ready: Now<void> } {
  let opened: Opened | null = null;
  /** While records come in behind their clients. */
  let records: Promise<void> | undefined;
  let isClosed = false;
  // What the base is loaded from must not live as long as the adapter.
  const { clients: _clients, records: _records, ...rest } = options;
  // Definitions that are not valid are the developer's mistake, told at once.
  const ready: Now<void> = chain(openBase(options, setupOf(options), fill), (base) => {
    opened = base;
    if (isClosed) return close();
    if (!isPromise(base.records)) return base.core.warm();
    records = base.records.then(() => {
      records = undefined;
      if (!isClosed) base.core.warm();
    });
    records.catch(() => undefined);
  });
  if (isPromise(ready)) ready.catch(() => undefined);

  /** Goes on when the base is loaded: at once when it is. */
  const when = <T>(operation: string, context: Context, next: (core: Core) => Now<T>): Now<T> => {
    if (isClosed) throw new ClienteleError('unavailable', 'the adapter was closed', { operation });
    if (context.signal?.aborted)
      throw new ClienteleError('aborted', 'the question was withdrawn', { operation });
    if (rest.tenant !== undefined && context.tenant !== rest.tenant)
      throw new ClienteleError('forbidden', 'this base belongs to another tenant', { operation });
    return opened ? next(opened.core) : chain(ready, () => next(opened!.core));
  };
  /** The same for what concerns records. */
  const whenWhole = <T>(operation: string, context: Context, next: (core: Core) => Now<T>): Now<T> =>
    when(operation, context, (core) => chain<void, T>(records, () => next(core)));
  const whenFor = (where: SegmentDocument): typeof when => (asksRecords(where) ? whenWhole : when);
  const write =
    <K extends WriteMember>(member: K) =>
    async (...args: WriteArgs<K>): Promise<WriteAnswer<K>> => {
      const given: readonly unknown[] = args;
      const done = await whenWhole<unknown>(member, given.find(isContext)!, (core) => {
        const { persistence } = opened!;
        return persistence?.isFollower
          ? persistence.ask(member, given.map(withoutSignal))
          : doWrite(core, member, given);
      });
      return done as WriteAnswer<K>;
    };
  const close = (): void => {
    isClosed = true;
    opened?.persistence?.close();
    opened?.core.close();
  };

  const adapter: Adapter = {
    describe: (c) =>
      when('describe', c, ({ base, library }) =>
        chain(library.state(c), (state) => describe(base, { ...rest, ...opened!.described }, state)),
      ),
    find: (query, c) => whenFor(query.where)('find', c, (core) => core.find(query, c)),
    count: (where, c, asked) => whenFor(where)('count', c, (core) => core.count(where, c, asked)),
    get: (id, c, fields) => when('get', c, (core) => core.get(id, c, fields)),
    save: write('save'),
    remove: write('remove'),
    async *watch(since, c) {
      const { log } = await when('watch', c, (core) => core);
      yield* log.watch(since, c.signal);
    },
    aggregate: (input, c) => whenWhole('aggregate', c, (core) => core.aggregate(input, c)),
    ingest: write('ingest'),
    reviews: {
      list: (c) => whenWhole('reviews.list', c, ({ reviews }) => reviews.list(c)),
      settle: write('reviews.settle'),
    },
    records: {
      find: (query, c) => whenWhole('records.find', c, (core) => core.records.find(query, c)),
      counts: (client, c) => whenWhole('records.counts', c, ({ records }) => records.counts(client, c)),
      save: write('records.save'),
      remove: write('records.remove'),
    },
    jobs: {
      plan: write('jobs.plan'),
      run: write('jobs.run'),
      get: (job, c) => when('jobs.get', c, ({ jobs }) => jobs.get(job, c)),
      list: (c) => when('jobs.list', c, ({ jobs }) => jobs.list(c)),
      rows: (job, window, c, outcome) =>
        when('jobs.rows', c, ({ jobs }) => jobs.rows(job, window, c, outcome)),
      cancel: write('jobs.cancel'),
      retry: write('jobs.retry'),
      undo: write('jobs.undo'),
      work: write('jobs.work'),
    },
    views: {
      list: (c) => when('views.list', c, ({ views }) => views.list(c)),
      save: write('views.save'),
      remove: write('views.remove'),
    },
    library: {
      list: (kind, c) => when('library.list', c, ({ library }) => library.list(kind, c)),
      save: write('library.save') as LibraryStore['save'],
      remove: write('library.remove'),
      uses: (kind, id, c) => when('library.uses', c, ({ library }) => library.uses(kind, id, c)),
      sizes: (segment, c) => when('library.sizes', c, ({ library }) => library.sizes(segment, c)),
    },
    explain: (input, c) => whenFor(input.where)('explain', c, (core) => core.explain(input, c)),
    close,
  };
  return { adapter, ready };
}
