import { v7 as uuid } from 'uuid';
import {
  ClienteleError,
  type Adapter,
  type Client,
  type Context,
  type Description,
  type Now,
  type Page,
  type Query,
} from '../../contract/index.js';
import { chain, createJobs, createViews, isPromise } from '../../engine/index.js';
import { aggregateRows } from './aggregate.js';
import { Base, setupOf } from './base.js';
import { ChangeLog } from './changes.js';
import { describe } from './describe.js';
import { fillBase } from './open.js';
import type { MemoryOptions } from './options.js';
import { Questions } from './questions.js';
import { clientReader } from './read.js';
import { createRecords } from './records/store.js';
import { TotalsKeeper } from './records/totals.js';
import { removeClient, saveClient } from './save.js';
import { SearchIndex } from './search/index.js';
import { selectedRows } from './select.js';
import { Orders } from './sort/orders.js';
import { MemoryStore } from './store.js';
import { tokenOfRows } from './token.js';
import { walkRows } from './walk.js';

/**
 * A base in memory: columns in this page (or worker, or Node), ready for a million clients. Reads answer at once when the base is loaded.
 */
export function memoryAdapter(options: MemoryOptions = {}): Adapter {
  const base = new Base(setupOf(options));
  const orders = new Orders(base);
  const search = new SearchIndex(base);
  const questions = new Questions(base, orders, search);
  const totals = new TotalsKeeper(base, Object.keys(options.records ?? {}));
  const log = new ChangeLog(uuid().replaceAll('-', ''));
  const store = new MemoryStore({
    base,
    orders,
    search,
    questions,
    totals,
    log,
    journal: null,
    beforeWrite: options.beforeWrite,
  });
  const { catalogue } = base.setup;

  let isReady = false;
  let isClosed = false;
  const loading = fillBase(base, totals, options);
  const ready: Now<void> = chain(loading, () => {
    isReady = true;
  });
  if (isPromise(ready)) ready.catch(() => undefined);

  /** Goes on when the base is loaded: at once when it is. */
  const when = <T>(operation: string, context: Context, next: () => Now<T>): Now<T> => {
    if (isClosed) throw new ClienteleError('unavailable', 'the adapter was closed', { operation });
    if (context.signal?.aborted)
      throw new ClienteleError('aborted', 'the question was withdrawn', { operation });
    if (options.tenant !== undefined && context.tenant !== options.tenant)
      throw new ClienteleError('forbidden', 'this base belongs to another tenant', { operation });
    return isReady ? next() : chain(ready, next);
  };
  const later = <A extends unknown[], T>(
    operation: string,
    contextAt: number,
    method: (...args: A) => Now<T>,
  ): ((...args: A) => Now<T>) => {
    return (...args) => when(operation, args[contextAt] as Context, () => method(...args));
  };
  const promised = <A extends unknown[], T>(
    operation: string,
    contextAt: number,
    method: (...args: A) => Now<T>,
  ): ((...args: A) => Promise<T>) => {
    const go = later(operation, contextAt, method);
    return async (...args) => go(...args);
  };

  const find = (query: Query, context: Context): Now<Page<Client>> => {
    const today = query.today ?? base.today;
    const read = clientReader(base, today, query.fields);
    const frame = { today, revision: revisionOf() };
    if ('at' in query.window) {
      const { at, size } = query.window;
      const result = questions.ask(query.where, query.sort, today, context);
      return chain(result.rows(at, size), (rows) => ({
        items: Array.from(rows, read),
        at,
        next: null,
        total: result.count,
        ...frame,
      }));
    }
    const { bits, count } = questions.match(query.where, today, context);
    const { after, size } = query.window;
    const { rows, next } = walkRows(base, orders, bits, questions.keys(query.sort), after, size);
    return { items: rows.map(read), at: null, next, total: count, ...frame };
  };
  const epoch = uuid().slice(-12);
  const revisionOf = () => `${epoch}.${base.revision}`;

  const records = createRecords(base, store);
  const jobs = createJobs(store, { catalogue });
  const views = createViews(store);

  return {
    describe: (context) => when('describe', context, (): Description => describe(base, options)),
    find: later('find', 1, find),
    count: later('count', 1, (where, context, { today = base.today, token } = {}) => {
      const { bits, count } = questions.match(where, today, context);
      if (!token) return { count, today };
      return chain(tokenOfRows(base, bits), (made) => ({ count, today, token: made }));
    }),
    get: later('get', 1, (id, context, fields) => {
      const row = base.rowOf(id);
      const isHidden =
        row === -1 ||
        !isInBranchesOf(row, context) ||
        (base.removedAt(row) !== undefined && !(context.permissions?.includes('restore') ?? true));
      if (isHidden) throw new ClienteleError('not_found', 'no such client', { operation: 'get' });
      return clientReader(base, base.today, fields)(row);
    }),
    save: promised('save', 1, (input, context) => saveClient(base, store, input, context)),
    remove: promised('remove', 2, (id, version, context) => removeClient(store, id, version, context)),
    async *watch(since, context) {
      await when('watch', context, () => undefined);
      yield* log.watch(since, context.signal);
    },
    aggregate: later('aggregate', 1, (input, context) => {
      const today = input.today ?? base.today;
      return aggregateRows(input, {
        source: questions.source(),
        bits: selectedRows(base, questions, input.over, today, context),
        fieldOf: (id) => catalogue.fields.get(id),
        timeZone: base.setup.settings.timeZone,
        today,
      });
    }),
    records: {
      find: later('records.find', 1, records.find),
      save: promised('records.save', 1, records.save),
      remove: promised('records.remove', 1, records.remove),
    },
    jobs: {
      plan: promised('jobs.plan', 1, jobs.plan),
      run: promised('jobs.run', 1, jobs.run),
      get: later('jobs.get', 1, jobs.get),
      list: later('jobs.list', 0, jobs.list),
      rows: later('jobs.rows', 2, jobs.rows),
      cancel: promised('jobs.cancel', 1, jobs.cancel),
      retry: promised('jobs.retry', 1, jobs.retry),
      undo: promised('jobs.undo', 1, jobs.undo),
      work: promised('jobs.work', 1, jobs.work),
    },
    views: {
      list: later('views.list', 0, views.list),
      save: promised('views.save', 1, views.save),
      remove: promised('views.remove', 2, views.remove),
    },
    async close() {
      isClosed = true;
      log.close();
      orders.clear();
    },
  };

  function isInBranchesOf(row: number, { branches }: Context): boolean {
    return !branches || branches.includes((base.clients.get(row, 'branch') as string | undefined) ?? '');
  }
}
