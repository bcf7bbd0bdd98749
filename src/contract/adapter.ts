import type { Client, Patch } from './client.js';
import type { Permission } from './actions.js';
import type { Description, Rights } from './description.js';
import type { Change } from './changes.js';
import type { ActionRequest, Job, JobRow, Plan } from './jobs.js';
import type { Aggregate, Found, Page, Query, SavedView, SortKey, Table, Window } from './query.js';
import type { ClientRecord, HeldItem, IngestItem, IngestResult, RecordPatch, Settlement } from './records.js';
import type {
  ExplainRequest,
  Explanation,
  LibraryItems,
  LibraryKind,
  LibrarySave,
  SegmentSize,
  Use,
} from './library.js';
import type { Node, SegmentDocument } from './segment.js';
import type { Day, FieldId, Id } from './values.js';

/** An in-page adapter may answer at once, so that a scroll paints without a blank frame. */
export type Now<T> = T | Promise<T>;

/** Who asks. Filled by the handler or the session, never by a body. */
export interface Context {
  tenant: Id;
  actor: Id;
  role: string;
  /** Only clients of these branches; null or absent: all. Set by `withAccess` from the user's rights; a selection by ids obeys it too. */
  branches?: readonly Id[] | null;
  /** What the user may do, set by `withAccess`; absent: nobody has restricted it. */
  permissions?: readonly Permission[];
  signal?: AbortSignal;
}

/** Who writes. The same key with the same input gives the same answer again; with another input, `conflict`. */
export interface WriteContext extends Context {
  key: string;
}

/** Creates (version null) or edits one client. Absent in the patch = unchanged, null = cleared; unknown and computed fields are refused. */
export interface Save {
  id: Id;
  version: number | null;
  patch: Patch;
  /** Where consents in the patch were given ("by phone", a form's name): kept with them. */
  source?: string;
}

export interface RecordQuery {
  record: string;
  client?: Id;
  /** Over the record's own fields. Absent: all. */
  where?: Node;
  sort?: SortKey[];
  today?: Day;
  window: Window;
}

/** Records of clients outside `context.branches` are as unknown ones: neither told, nor changed, nor removed. */
export interface RecordStore {
  find(query: RecordQuery, context: Context): Now<Page<ClientRecord>>;
  save(input: RecordPatch, context: WriteContext): Promise<ClientRecord>;
  remove(input: { record: string; id: Id; version: number }, context: WriteContext): Promise<void>;
  /** How many records a client has, by kind; a kind without any may be left out. Absent: `find` is asked for each kind. */
  counts?(client: Id, context: Context): Now<Record<string, number>>;
}

/** What `ingest` could not give to anybody by itself. */
export interface ReviewStore {
  /** The newest first, at most 500. */
  list(context: Context): Now<HeldItem[]>;
  /** Gives it to a client, makes a new one for it, or drops it; then it waits no more. What came of it is told as by `ingest`. */
  settle(id: Id, version: number, how: Settlement, context: WriteContext): Promise<IngestResult>;
}

export interface WorkOptions {
  budgetMs: number;
  signal?: AbortSignal;
  /** Rights of a job's author as they are now, asked before each piece of it; given by `withAccess`. Absent: not asked. */
  rights?(context: Context): Now<Rights>;
}

export interface JobStore {
  /** Says what would happen to whom and writes nothing to clients. Freezes ids and versions. */
  plan(request: ActionRequest, context: WriteContext): Promise<Plan>;
  /** Starts the plan. Rows edited since it was made are skipped as `changed`. */
  run(plan: Id, context: WriteContext): Promise<Job>;
  get(job: Id, context: Context): Now<Job>;
  list(context: Context): Now<Job[]>;
  rows(
    job: Id,
    window: { at: number; size: number },
    context: Context,
    outcome?: JobRow['outcome'],
  ): Now<Page<JobRow>>;
  cancel(job: Id, context: WriteContext): Promise<Job>;
  /** Runs the failed rows again, as a new job. */
  retry(job: Id, context: WriteContext): Promise<Job>;
  /** A new job that restores what this one changed; rows edited since are listed, never overwritten. */
  undo(job: Id, context: WriteContext): Promise<Job>;
  /** The pump: does queued work for about `budgetMs`. Node runs it on a timer, serverless by cron, the session when embedded. */
  work(options: WorkOptions, context: Context): Promise<{ more: boolean }>;
}

export interface ViewStore {
  list(context: Context): Now<SavedView[]>;
  save(
    view: Omit<SavedView, 'version' | 'owner'> & { version: number | null },
    context: WriteContext,
  ): Promise<SavedView>;
  remove(id: Id, version: number, context: WriteContext): Promise<void>;
}

/** What the base keeps under names: segments, rules, categories, groups, tiers. Changes of it are told as `description`. */
export interface LibraryStore {
  /** In the order of their names (tiers: of their levels), then ids. */
  list<K extends LibraryKind>(kind: K, context: Context): Now<LibraryItems[K][]>;
  /** A document in it is checked against the catalogue and the other segments; circles are `invalid`. */
  save<K extends LibraryKind>(kind: K, item: LibrarySave<K>, context: WriteContext): Promise<LibraryItems[K]>;
  /** What something points at is refused as `conflict`, whose `uses` say by what; a category, group or tier is taken from its clients. */
  remove(kind: LibraryKind, id: Id, version: number, context: WriteContext): Promise<void>;
  /** What points at an item. */
  uses(kind: LibraryKind, id: Id, context: Context): Now<Use[]>;
  /** Sizes of a segment, one a day, oldest first; at most 800 days. */
  sizes(segment: Id, context: Context): Now<SegmentSize[]>;
}

/**
 * What a host implements. Errors are `ClienteleError`s of the closed union. Reads may answer at once or later; writes are promises.
 * The core gives a working list, card and form; every member marked optional is a capability that `describe` declares.
 */
export interface Adapter {
  describe(context: Context): Now<Description>;
  find(query: Query, context: Context): Now<Page<Client>>;
  count(where: SegmentDocument, context: Context, options?: { today?: Day; token?: true }): Now<Found>;
  /** Removed clients answer `not_found` to those without `restore`; a merged id answers with its survivor. */
  get(id: Id, context: Context, fields?: FieldId[]): Now<Client>;
  save(input: Save, context: WriteContext): Promise<Client>;
  /** Soft; restore and erase are actions. */
  remove(id: Id, version: number, context: WriteContext): Promise<void>;

  /** Changes after `since` (null: from now on), until the signal aborts. */
  watch?(since: string | null, context: Context): AsyncIterable<Change>;
  aggregate?(input: Aggregate, context: Context): Now<Table>;
  ingest?(items: readonly IngestItem[], context: WriteContext): Promise<IngestResult[]>;
  reviews?: ReviewStore;
  records?: RecordStore;
  jobs?: JobStore;
  views?: ViewStore;
  library?: LibraryStore;
  /** Why a client is in a segment, or is not. */
  explain?(input: ExplainRequest, context: Context): Now<Explanation>;
  /**
   * Its rules run elsewhere (a server): a session overrides none of its settings or rights, and leaves the pumping of jobs to it;
   * `withAccess` does not check twice what costs a look-up per client.
   * Absent: embedded in this page or process.
   */
  readonly remote?: true;
  /** Frees workers, connections and timers. Calling anything after it is an error. */
  close?(): void | Promise<void>;
}
