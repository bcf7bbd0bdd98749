import type {
  Adapter,
  Context,
  LibraryItems,
  LibraryKind,
  LibrarySave,
  WriteContext,
} from '../../contract/index.js';
import { operations } from '../../contract/operations.js';
import { createTransport, type HttpAdapterOptions } from './transport.js';
import { watchChanges } from './watch.js';

/** Without a sign of life for so long (three of the server's heartbeats), a stream is opened anew. */
const SILENCE = 60_000;

/**
 * A base behind a server that speaks the contract. Every optional member is there; one that the server lacks answers `unsupported`, and
 * `describe` says so before. Reads and writes are sent again when no answer came: a write is known by its key. A watch holds one
 * connection; over HTTP/1.1 browsers allow six to a host for all their tabs, over HTTP/2 about a hundred.
 */
export function httpAdapter(options: HttpAdapterOptions): Adapter {
  const transport = createTransport(options);
  const { send } = transport;
  const delay = options.retry?.delay ?? 1000;

  return {
    remote: true,
    describe: (context) => send(operations.describe, {}, context),
    find: (query, context) => send(operations.find, { body: query }, context),
    count: (where, context, more) => send(operations.count, { body: { where, ...more } }, context),
    get: (id, context, fields) =>
      send(operations.get, { params: { id }, search: { fields: fields?.join(',') } }, context),
    save: ({ id, version, ...body }, context) =>
      send(
        version === null ? operations.create : operations.save,
        { params: { id }, version, body },
        context,
      ),
    remove: (id, version, context) => send(operations.remove, { params: { id }, version }, context),
    watch: (since, context) => watchChanges(transport, since, context, { silence: SILENCE, delay }),
    aggregate: (input, context) => send(operations.aggregate, { body: input }, context),
    ingest: (items, context) => send(operations.ingest, { body: { items } }, context),
    reviews: {
      list: (context) => send(operations.listReviews, {}, context),
      settle: (id, version, how, context) =>
        send(operations.settleReview, { params: { id }, version, body: how }, context),
    },
    records: {
      find: (query, context) => send(operations.findRecords, { body: query }, context),
      counts: (id, context) => send(operations.countRecords, { params: { id } }, context),
      save: ({ record, id, version, ...body }, context) =>
        send(
          version === null ? operations.createRecord : operations.saveRecord,
          { params: { record, id }, version, body },
          context,
        ),
      remove: ({ record, id, version }, context) =>
        send(operations.removeRecord, { params: { record, id }, version }, context),
    },
    jobs: {
      plan: (request, context) => send(operations.plan, { body: request }, context),
      run: (id, context) => send(operations.run, { params: { id } }, context),
      get: (id, context) => send(operations.getJob, { params: { id } }, context),
      list: (context) => send(operations.listJobs, {}, context),
      rows: (id, window, context, outcome) =>
        send(operations.jobRows, { params: { id }, search: { ...window, outcome } }, context),
      cancel: (id, context) => send(operations.cancelJob, { params: { id } }, context),
      retry: (id, context) => send(operations.retryJob, { params: { id } }, context),
      undo: (id, context) => send(operations.undoJob, { params: { id } }, context),
      work: ({ budgetMs, signal }, context) =>
        send(
          operations.work,
          { body: { budgetMs }, work: budgetMs },
          signal ? { ...context, signal } : context,
        ),
    },
    views: {
      list: (context) => send(operations.listViews, {}, context),
      save({ id, version, name, scope, role, state }, context) {
        const body = { name, scope, role, state };
        const operation = version === null ? operations.createView : operations.saveView;
        return send(operation, { params: { id }, version, body }, context);
      },
      remove: (id, version, context) => send(operations.removeView, { params: { id }, version }, context),
    },
    library: {
      // The wire has one shape for items of all kinds; which one comes follows from the address.
      list: <K extends LibraryKind>(kind: K, context: Context) =>
        send(operations.listLibrary, { params: { kind } }, context) as Promise<LibraryItems[K][]>,
      save<K extends LibraryKind>(kind: K, item: LibrarySave<K>, context: WriteContext) {
        const { id, version, ...body } = item as LibrarySave<LibraryKind>;
        const operation = version === null ? operations.createItem : operations.saveItem;
        return send(operation, { params: { kind, id }, version, body }, context) as Promise<LibraryItems[K]>;
      },
      remove: (kind, id, version, context) =>
        send(operations.removeItem, { params: { kind, id }, version }, context),
      uses: (kind, id, context) => send(operations.uses, { params: { kind, id } }, context),
      sizes: (id, context) => send(operations.sizes, { params: { id } }, context),
    },
    explain: (input, context) => send(operations.explain, { body: input }, context),
    close: () => transport.close(),
  };
}
