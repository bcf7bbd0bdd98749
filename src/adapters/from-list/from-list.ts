import {
  ClienteleError,
  isClienteleError,
  type Adapter,
  type Change,
  type Client,
  type Context,
  type Description,
  type Id,
  type Now,
} from '../../contract/index.js';
import { chain, isPromise } from '../../engine/index.js';
import { memoryAdapter, type ClientLike, type MemoryOptions, type PendingChanges } from '../memory/index.js';

/** What a host has: a way to get its clients, and perhaps to change them. */
export interface HostList {
  /** All clients of the host: an array, or a promise of one. */
  load(): Now<Iterable<ClientLike>>;
  /** Keeps a new or edited client, whole. What it rejects is not done, and its error is what the user sees. Absent: nobody can edit. */
  save?(client: Client, change: { isNew: boolean }): Promise<unknown> | void;
  /** Takes a client away. Absent: nobody can delete. */
  remove?(id: Id): Promise<unknown> | void;
}

/** Settings, lists, fields, rights of the base, as the memory adapter takes them. */
export type FromListOptions = Omit<MemoryOptions, 'clients' | 'persist' | 'beforeWrite'>;

/** An adapter that can be told that the host's list has changed. */
export interface ListAdapter extends Adapter {
  /** Loads the list again; open widgets follow. Jobs and their undo are forgotten. */
  refresh(): Promise<void>;
}

const NEEDS_REMOVE: ReadonlySet<string> = new Set(['delete', 'restore']);

/**
 * A whole base out of a host that can only list its clients: search, sort, filters, selections and jobs work in the page, and every write
 * goes to the host before it stands. The list is loaded at the first question, and again after a load that failed.
 *
 * Capabilities follow what the host gives: without `save` the list is read-only, without `remove` nobody deletes. Records that are handed over
 * can be asked about, not changed; views are not kept, since a reload would lose them.
 */
export function fromList(host: HostList, options: FromListOptions = {}): ListAdapter {
  let loaded: Now<Adapter> | null = null;
  let isClosed = false;
  const listeners = new Set<AbortController>();

  const beforeWrite = async ({ saved, removed }: PendingChanges): Promise<void> => {
    try {
      for (const { client, isNew } of saved) {
        if (!host.save) throw new ClienteleError('unsupported', 'this list cannot be written');
        await host.save(client, { isNew });
      }
      for (const id of removed) {
        if (!host.remove) throw new ClienteleError('unsupported', 'nobody can be removed from this list');
        await host.remove(id);
      }
    } catch (error) {
      throw told(error, 'the list could not be written');
    }
  };

  const open = (): Now<Adapter> => {
    if (isClosed) throw new ClienteleError('unavailable', 'the adapter was closed');
    if (loaded) return loaded;
    const failed = (error: unknown): never => {
      loaded = null;
      throw told(error, 'the list could not be loaded');
    };
    try {
      const made = chain(host.load(), (clients) => memoryAdapter({ ...options, clients, beforeWrite }));
      loaded = isPromise(made)
        ? made.then((adapter) => {
            // From here on questions are answered at once.
            loaded = adapter;
            return adapter;
          }, failed)
        : made;
      return loaded;
    } catch (error) {
      return failed(error);
    }
  };
  const ask = <T>(question: (adapter: Adapter) => Now<T>): Now<T> => chain(open(), question);
  const tell = async <T>(write: (adapter: Required<Adapter>) => Promise<T>): Promise<T> =>
    write((await open()) as Required<Adapter>);

  const describe = (description: Description): Description => ({
    ...description,
    capabilities: {
      ...description.capabilities,
      write: host.save !== undefined,
      views: false,
      // It would not outlive a reload.
      library: [],
      records: Object.keys(options.records ?? {}),
      actions: description.capabilities.actions.filter(
        (id) => host.save !== undefined && (host.remove !== undefined || !NEEDS_REMOVE.has(id)),
      ),
      ingest: false,
    },
  });

  async function* watch(since: string | null, context: Context): AsyncGenerator<Change> {
    let from = since;
    while (!context.signal?.aborted && !isClosed) {
      const refreshed = new AbortController();
      const forward = () => refreshed.abort();
      context.signal?.addEventListener('abort', forward);
      listeners.add(refreshed);
      try {
        const adapter = await open();
        yield* adapter.watch?.(from, { ...context, signal: refreshed.signal }) ?? [];
      } catch (error) {
        if (!refreshed.signal.aborted) throw error;
      } finally {
        context.signal?.removeEventListener('abort', forward);
        listeners.delete(refreshed);
      }
      if (!refreshed.signal.aborted || context.signal?.aborted || isClosed) return;
      from = null;
      yield { kind: 'lost', at: '' };
    }
  }

  const close = async (): Promise<void> => {
    const adapter = await loaded;
    for (const listener of listeners) listener.abort();
    await adapter?.close?.();
  };

  const { save, remove } = host;
  return {
    describe: (context) => ask((adapter) => chain(adapter.describe(context), describe)),
    find: (query, context) => ask((adapter) => adapter.find(query, context)),
    count: (where, context, more) => ask((adapter) => adapter.count(where, context, more)),
    get: (id, context, fields) => ask((adapter) => adapter.get(id, context, fields)),
    save: (input, context) =>
      tell((adapter) =>
        save ? adapter.save(input, context) : refuse('this list cannot be written', 'save'),
      ),
    remove: (id, version, context) =>
      tell((adapter) =>
        remove
          ? adapter.remove(id, version, context)
          : refuse('nobody can be removed from this list', 'remove'),
      ),
    watch,
    aggregate: (input, context) => ask((adapter) => (adapter as Required<Adapter>).aggregate(input, context)),
    explain: (input, context) => ask((adapter) => (adapter as Required<Adapter>).explain(input, context)),
    ...(options.records
      ? {
          records: {
            find: (query, context) =>
              ask((adapter) => (adapter as Required<Adapter>).records.find(query, context)),
            counts: (client, context) => ask((adapter) => adapter.records!.counts!(client, context)),
            save: () => refuse('records of this list cannot be written', 'records.save'),
            remove: () => refuse('records of this list cannot be written', 'records.remove'),
          },
        }
      : {}),
    ...(save ? { jobs: jobsOf(tell, ask) } : {}),
    async refresh() {
      const before = loaded;
      loaded = null;
      try {
        await open();
      } catch (error) {
        // The old list is better than none.
        loaded = before;
        throw error;
      }
      for (const listener of listeners) listener.abort();
      const adapter = await before;
      await adapter?.close?.();
    },
    async close() {
      isClosed = true;
      await close();
    },
  };
}

function jobsOf(
  tell: <T>(write: (adapter: Required<Adapter>) => Promise<T>) => Promise<T>,
  ask: <T>(question: (adapter: Adapter) => Now<T>) => Now<T>,
): NonNullable<Adapter['jobs']> {
  const jobs = (adapter: Adapter) => (adapter as Required<Adapter>).jobs;
  return {
    plan: (request, context) => tell((adapter) => adapter.jobs.plan(request, context)),
    run: (plan, context) => tell((adapter) => adapter.jobs.run(plan, context)),
    get: (job, context) => ask((adapter) => jobs(adapter).get(job, context)),
    list: (context) => ask((adapter) => jobs(adapter).list(context)),
    rows: (job, window, context, outcome) =>
      ask((adapter) => jobs(adapter).rows(job, window, context, outcome)),
    cancel: (job, context) => tell((adapter) => adapter.jobs.cancel(job, context)),
    retry: (job, context) => tell((adapter) => adapter.jobs.retry(job, context)),
    undo: (job, context) => tell((adapter) => adapter.jobs.undo(job, context)),
    work: (more, context) => tell((adapter) => adapter.jobs.work(more, context)),
  };
}

function told(error: unknown, message: string): ClienteleError {
  return isClienteleError(error) ? error : new ClienteleError('unavailable', message, {}, error);
}

function refuse(message: string, operation: string): Promise<never> {
  return Promise.reject(new ClienteleError('unsupported', message, { operation }));
}
