import type * as z from 'zod/mini';
import type { Adapter, LibraryKind, LibrarySave, Now, RecordStore, WriteContext } from '../contract/index.js';
import type { Operations } from '../contract/operations.js';

type Parsed<S> = S extends z.ZodMiniType ? z.output<S> : null;

/** A request as its operation's schemas made it. `version` null creates; it is 0 where the operation has none. */
export interface Input<O extends { params: unknown; search: unknown; body: unknown }> {
  params: Parsed<O['params']>;
  search: Parsed<O['search']>;
  body: Parsed<O['body']>;
  version: O extends { version: 'create' } ? null : number;
}

/** As `withAccess` makes it: what an adapter leaves out of its records is supplied there. */
type Full = Required<Adapter> & { records: Required<RecordStore> };
type Calls = {
  readonly [K in keyof Operations]: (
    adapter: Full,
    input: Input<Operations[K]>,
    context: WriteContext,
  ) => Now<unknown>;
};

/** What each operation asks of the adapter. The handler has made sure that the capability is there. */
export const calls: Calls = {
  describe: (adapter, _, context) => adapter.describe(context),
  find: (adapter, { body }, context) => adapter.find(body, context),
  count: (adapter, { body: { where, ...options } }, context) => adapter.count(where, context, options),
  get: (adapter, { params, search }, context) =>
    adapter.get(
      params.id,
      context,
      search.fields?.split(',').filter((part) => part !== ''),
    ),
  create: (adapter, { params, body, version }, context) =>
    adapter.save({ id: params.id, version, ...body }, context),
  save: (adapter, { params, body, version }, context) =>
    adapter.save({ id: params.id, version, ...body }, context),
  remove: (adapter, { params, version }, context) => adapter.remove(params.id, version, context),
  aggregate: (adapter, { body }, context) => adapter.aggregate(body, context),
  ingest: (adapter, { body }, context) => adapter.ingest(body.items, context),
  findRecords: (adapter, { body }, context) => adapter.records.find(body, context),
  countRecords: (adapter, { params }, context) => adapter.records.counts(params.id, context),
  listReviews: (adapter, _, context) => adapter.reviews.list(context),
  settleReview: (adapter, { params, body, version }, context) =>
    adapter.reviews.settle(params.id, version, body, context),
  createRecord: (adapter, { params, body, version }, context) =>
    adapter.records.save({ ...params, ...body, version }, context),
  saveRecord: (adapter, { params, body, version }, context) =>
    adapter.records.save({ ...params, ...body, version }, context),
  removeRecord: (adapter, { params, version }, context) =>
    adapter.records.remove({ ...params, version }, context),
  plan: (adapter, { body }, context) => adapter.jobs.plan(body, context),
  run: (adapter, { params }, context) => adapter.jobs.run(params.id, context),
  listJobs: (adapter, _, context) => adapter.jobs.list(context),
  getJob: (adapter, { params }, context) => adapter.jobs.get(params.id, context),
  jobRows: (adapter, { params, search: { outcome, ...window } }, context) =>
    adapter.jobs.rows(params.id, window, context, outcome),
  cancelJob: (adapter, { params }, context) => adapter.jobs.cancel(params.id, context),
  retryJob: (adapter, { params }, context) => adapter.jobs.retry(params.id, context),
  undoJob: (adapter, { params }, context) => adapter.jobs.undo(params.id, context),
  work: (adapter, { body }, context) =>
    adapter.jobs.work({ ...body, ...(context.signal && { signal: context.signal }) }, context),
  listViews: (adapter, _, context) => adapter.views.list(context),
  createView: (adapter, { params, body, version }, context) =>
    adapter.views.save({ ...params, ...body, version }, context),
  saveView: (adapter, { params, body, version }, context) =>
    adapter.views.save({ ...params, ...body, version }, context),
  removeView: (adapter, { params, version }, context) => adapter.views.remove(params.id, version, context),
  listLibrary: (adapter, { params }, context) => adapter.library.list(params.kind, context),
  createItem: (adapter, { params, body, version }, context) =>
    adapter.library.save(params.kind, itemOf(params.id, version, body), context),
  saveItem: (adapter, { params, body, version }, context) =>
    adapter.library.save(params.kind, itemOf(params.id, version, body), context),
  removeItem: (adapter, { params, version }, context) =>
    adapter.library.remove(params.kind, params.id, version, context),
  uses: (adapter, { params }, context) => adapter.library.uses(params.kind, params.id, context),
  sizes: (adapter, { params }, context) => adapter.library.sizes(params.id, context),
  explain: (adapter, { body }, context) => adapter.explain(body, context),
  watch: (adapter, { search }, context) => adapter.watch(search.since ?? null, context),
};

/** An item as it came. What belongs to which kind is checked by the library, which has an issue for each fault. */
function itemOf(id: string, version: number | null, body: object): LibrarySave<LibraryKind> {
  return { ...body, id, version } as LibrarySave<LibraryKind>;
}
