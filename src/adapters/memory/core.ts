import { v7 as uuid } from 'uuid';
import {
  ClienteleError,
  type Adapter,
  type Client,
  type Context,
  type JobStore,
  type Now,
  type Page,
  type Query,
  type SegmentDocument,
  type ReviewStore,
  type ViewStore,
} from '../../contract/index.js';
import {
  chain,
  createExplain,
  createIngest,
  createJobs,
  createLibrary,
  createReviews,
  createUpkeep,
  createViews,
  type IngestOptions,
  type Library,
  type LibraryState,
} from '../../engine/index.js';
import { aggregateRows } from './aggregate/index.js';
import { Base, type BaseDump } from './base.js';
import { ChangeLog } from './changes.js';
import type { Setup } from './options.js';
import type { Journal, Opening } from './ops.js';
import { Questions } from './questions.js';
import { clientReader } from './read.js';
import { createRecords, type MemoryRecords } from './records/store.js';
import { keepHistory } from './records/history.js';
import { TotalsKeeper } from './records/totals.js';
import { removeClient, saveClient } from './save.js';
import { SearchIndex } from './search/index.js';
import { isWithin, selectedRows } from './select.js';
import { Orders } from './sort/orders.js';
import { MemoryStore } from './store.js';
import { tokenOfRows } from './token.js';
import { walkRows } from './walk.js';

/** A filled base on its way to a worker or from IndexedDB. */
export interface Filled {
  base: BaseDump;
  /** Kinds of records whose sums are the totals. */
  whole: string[];
  openings: [row: number, opening: Opening][];
}

/** Bases of so many clients are worth an index before anyone asks. */
const WARM = 20_000;

type Asked = Required<
  Pick<Adapter, 'find' | 'count' | 'get' | 'save' | 'remove' | 'aggregate' | 'ingest' | 'explain'>
>;

/** A loaded base with everything that answers about it. */
export interface Core extends Asked {
  base: Base;
  totals: TotalsKeeper;
  store: MemoryStore;
  log: ChangeLog;
  records: MemoryRecords;
  reviews: ReviewStore;
  jobs: JobStore;
  views: ViewStore;
  library: Library;
  dump(): Filled;
  /** Makes what is likely to be asked for, while nothing else is to be done. */
  warm(): void;
  close(): void;
}

export function createCore(setup: Setup, filled: Filled | null = null, journal: Journal | null = null): Core {
  const base = new Base(setup, filled?.base);
  const totals = new TotalsKeeper(base, filled?.whole, filled?.openings);
  const orders = new Orders(base);
  const search = new SearchIndex(base);
  const questions = new Questions(base, orders, search);
  const epoch = uuid().replaceAll('-', '');
  const log = new ChangeLog(epoch);
  const { catalogue, behaviours, words, beforeWrite } = setup;
  const store = new MemoryStore({
    epoch,
    base,
    orders,
    search,
    questions,
    totals,
    log,
    journal,
    beforeWrite,
  });

  const find = (query: Query, context: Context): Now<Page<Client>> => {
    const { where, sort, window, today = base.today } = query;
    const page = (
      rows: ArrayLike<number>,
      total: number,
      rest: { at: number | null; next: string | null },
    ) => ({
      items: Array.from(rows, clientReader(base, today, query.fields)),
      ...rest,
      total,
      today,
      revision: `${epoch}.${base.revision}`,
    });
    if ('after' in window) {
      const { bits, count } = questions.match(where, today, context);
      const { rows, next } = walkRows(
        base,
        orders,
        bits,
        questions.keys(sort, context),
        window.after,
        window.size,
      );
      return page(rows, count, { at: null, next });
    }
    const { at, size } = window;
    return chain(questions.ask(where, sort, today, context).ready(), () => {
      // Asked again: something may have changed while it was waited for.
      const result = questions.ask(where, sort, today, context);
      return page(result.rows(at, size), result.count, { at, next: null });
    });
  };

  const records = createRecords(base, store, totals);
  const { settings } = setup;
  const countOf = (where: SegmentDocument, context: Context) =>
    chain(questions.ready(where, context), () => questions.match(where, base.today, context).count);
  const library = createLibrary(store, { ...setup, count: countOf });
  const upkeep = createUpkeep(store, {
    library,
    catalogue,
    settings,
    count: countOf,
    keepHistory: (changes, context) => keepHistory(base, store, changes, context),
  });
  // The store answers at once, so the library does.
  const stateOf = (context: Pick<Context, 'tenant'>) => library.state(context as Context) as LibraryState;
  base.named = stateOf;

  const taking: IngestOptions = {
    catalogue,
    settings: setup.settings,
    lists: (context) => stateOf(context).lists,
    records: {
      get: (kind, id) => {
        const table = base.records.get(kind);
        const row = table?.find(id) ?? -1;
        return row === -1 ? null : table!.read(row);
      },
      save: (input, context) => records.save(input, context),
    },
  };

  return {
    base,
    totals,
    store,
    log,
    records,
    ingest: createIngest(store, taking),
    reviews: createReviews(store, taking),
    jobs: createJobs(store, {
      catalogue,
      behaviours,
      words,
      lists: (context) => stateOf(context).lists,
      upkeep,
    }),
    views: createViews(store),
    library,
    explain: createExplain(store, {
      catalogue,
      settings,
      segments: (context) => stateOf(context).segment,
      today: () => base.today,
      records: (client, kinds) =>
        kinds.flatMap((kind) => {
          const table = base.records.get(kind);
          return (table?.rowsOf(base.rowOf(client)) ?? []).map((row) => table!.read(row));
        }),
    }),
    find: (query, context) => chain(questions.ready(query.where, context), () => find(query, context)),

    count: (where, context, { today = base.today, token } = {}) =>
      chain(questions.ready(where, context), () => {
        const { bits, count } = questions.match(where, today, context);
        if (!token) return { count, today };
        return chain(tokenOfRows(base, bits), (made) => ({ count, today, token: made }));
      }),

    get(id, context, fields) {
      const row = base.rowOf(id);
      const mayRestore = context.permissions?.includes('restore') ?? true;
      if (row === -1 || !isWithin(base, row, context) || (base.removedAt(row) !== undefined && !mayRestore))
        throw new ClienteleError('not_found', 'no such client', { operation: 'get' });
      return clientReader(base, base.today, fields)(row);
    },

    save: (input, context) => saveClient(base, store, input, context),
    remove: (id, version, context) => removeClient(base, store, id, version, context),

    aggregate(input, context) {
      const today = input.today ?? base.today;
      return aggregateRows(input, {
        source: questions.source(),
        bits: selectedRows(base, questions, input.over, today, context),
        fieldOf: (id) => catalogue.fields.get(id),
        timeZone: setup.settings.timeZone,
        today,
      });
    },

    dump: () => ({ base: base.dump(), whole: totals.whole, openings: totals.openings }),

    warm() {
      if (base.rows > WARM) void orders.prepare([], true).then(() => search.warm());
    },

    close() {
      log.close();
      orders.clear();
      search.close();
    },
  };
}
