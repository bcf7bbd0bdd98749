import type {
  Action,
  ActionRequest,
  Aggregate,
  Catalogue,
  Client,
  ClienteleError,
  ClientRecord,
  Day,
  Description,
  ExplainRequest,
  Explanation,
  Field,
  FieldId,
  Found,
  Id,
  HeldItem,
  IngestItem,
  IngestResult,
  Job,
  JobRow,
  Label,
  LibraryItems,
  LibraryKind,
  LibrarySave,
  Now,
  Page,
  Patch,
  Permission,
  Plan,
  RecordPatch,
  RecordQuery,
  Save,
  SavedView,
  SegmentDocument,
  SegmentSize,
  Settlement,
  SortKey,
  Table,
  Use,
} from '../contract/index.js';

/** What a session tells those who listen. */
export interface SessionEvents {
  /** The description was read, or read again (role, locale, catalogue or settings changed). */
  description: Description;
  /**
   * Clients changed, or what is shown of them (an edit on its way, or taken back); `ids` 'many' means anything may have. Already applied to
   * the session's cache; results that rows may have moved in are `stale`.
   */
  clients: { ids: readonly Id[] | 'many'; op: 'created' | 'updated' | 'removed'; own: boolean };
  records: { record: string; clients: readonly Id[] | 'many' };
  job: Job;
  views: null;
  /** Whether the adapter answers: false after an `offline` error until something succeeds again. */
  online: boolean;
  /** Everything that failed, for the host's monitoring too. */
  error: ClienteleError;
}

/** What a result shows: a question without a window. */
export interface ListQuestion {
  where: SegmentDocument;
  sort: readonly SortKey[];
  fields: readonly FieldId[];
}

/**
 * The live result of one question, in rows by position. It never shows a row of another question; a position that is not loaded yet is
 * undefined (a skeleton). With an in-page adapter rows are there as soon as they are asked for.
 */
export interface ResultSet {
  readonly question: ListQuestion;
  readonly state: 'loading' | 'ready' | 'error';
  readonly error: ClienteleError | null;
  /** Null until known. */
  readonly total: number | null;
  /** True when changes arrived that may have moved rows; `refresh` takes them in. Values of shown rows are always current. */
  readonly stale: boolean;
  /** Rows `at … at + size`, asking the adapter for what is missing (and dropping requests for windows no longer wanted). */
  rows(at: number, size: number): readonly (Client | undefined)[];
  /** Asks again; the old rows stay until the new ones are there. */
  refresh(): void;
  /** Called after each change of what is above. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Position of a client among the loaded rows, or null. */
  positionOf(id: Id): number | null;
  close(): void;
}

/** Values in the words of the locale, zone and currency of the session. Missing values give ''. */
export interface Formatter {
  readonly locale: string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** Minor units of the base's currency. */
  money(value: number): string;
  percent(value: number): string;
  day(value: string, style?: 'short' | 'long'): string;
  instant(value: string, style?: 'short' | 'long'): string;
  birthday(value: string): string;
  /** "3 weeks ago", "today", "tomorrow". */
  relative(dayOrInstant: string): string;
  phone(value: string): string;
  list(values: readonly string[]): string;
  /** Any field's value as a cell shows it; options and lists by their names. */
  field(field: Field, value: unknown): string;
  /** Name of an option, list item or definition in the locale. */
  label(label: Label): string;
}

/** `source`: where consents in the patch were given, kept with them. */
export type SaveOptions = Pick<Save, 'source'>;

/**
 * What every widget talks to: one adapter, one user, one locale. Reads go through its cache; writes show at once and are rolled back when
 * refused; changes of others arrive by themselves. What is asked for answers at once or with a promise; a failure is always a rejected one.
 */
export interface Session {
  /** Null until the adapter has described itself. */
  readonly description: Description | null;
  /** Built-in, host's and tenant's definitions; only what this user may see. Empty before `description`. */
  readonly catalogue: Catalogue;
  readonly locale: string;
  readonly format: Formatter;
  readonly online: boolean;
  /** The base's day now, by its clock and time zone; '' before `description`. */
  readonly today: Day;
  /** Resolves with the first description; rejects with the error that prevented it. */
  readonly ready: Promise<Description>;

  on<K extends keyof SessionEvents>(type: K, listener: (event: SessionEvents[K]) => void): () => void;
  can(permission: Permission): boolean;
  /** The action if the user may run it and the adapter can. */
  action(id: string): Action | null;

  open(question: ListQuestion): ResultSet;
  /** A client from the cache at once, if it is there with these fields. */
  peek(id: Id): Client | null;
  get(id: Id, options?: { fields?: FieldId[]; signal?: AbortSignal }): Now<Client>;
  count(where: SegmentDocument, options?: { token?: true; signal?: AbortSignal }): Now<Found>;
  aggregate(input: Aggregate, options?: { signal?: AbortSignal }): Now<Table>;
  create(patch: Patch, options?: SaveOptions): Promise<Client>;
  /** Shown at once, taken back when refused. After `stale_version` the client as it stands now is in the cache (`peek`). */
  save(id: Id, version: number, patch: Patch, options?: SaveOptions): Promise<Client>;
  remove(id: Id, version: number): Promise<void>;
  ingest(items: readonly IngestItem[]): Promise<IngestResult[]>;
  /** What was taken in and waits for somebody to say whose it is. */
  reviews(): Now<HeldItem[]>;
  /** After `stale_version` the item came again, with other values: look once more. */
  settleReview(id: Id, version: number, how: Settlement): Promise<IngestResult>;

  records(query: RecordQuery): Now<Page<ClientRecord>>;
  /** How many records of each kind a client has, of the kinds that the user may see; each is there, be it with 0. */
  recordCounts(client: Id): Now<Record<string, number>>;
  saveRecord(input: RecordPatch): Promise<ClientRecord>;
  removeRecord(record: string, id: Id, version: number): Promise<void>;

  plan(request: ActionRequest): Promise<Plan>;
  run(plan: Id): Promise<Job>;
  /** Plan and run in one, for actions that ask nothing; optimistic where it can be. */
  act(request: ActionRequest): Promise<Job>;
  /** Resolves when the job has ended, with its last state. */
  finished(job: Id): Promise<Job>;
  jobs(): Now<Job[]>;
  jobRows(job: Id, window: { at: number; size: number }, outcome?: JobRow['outcome']): Now<Page<JobRow>>;
  cancel(job: Id): Promise<Job>;
  retry(job: Id): Promise<Job>;
  undo(job: Id): Promise<Job>;

  views(): Now<SavedView[]>;
  saveView(view: Omit<SavedView, 'version' | 'owner'> & { version: number | null }): Promise<SavedView>;
  removeView(id: Id, version: number): Promise<void>;

  /** What the base keeps under names; segments and lists are in the description too. */
  library<K extends LibraryKind>(kind: K): Now<LibraryItems[K][]>;
  saveItem<K extends LibraryKind>(kind: K, item: LibrarySave<K>): Promise<LibraryItems[K]>;
  removeItem(kind: LibraryKind, id: Id, version: number): Promise<void>;
  uses(kind: LibraryKind, id: Id): Now<Use[]>;
  sizes(segment: Id): Now<SegmentSize[]>;
  explain(input: ExplainRequest): Now<Explanation>;

  /** Another locale, role or token: everything shown is asked for again. */
  update(options: Partial<Pick<SessionOptions, 'locale' | 'permissions' | 'onError'>>): void;
  /** Stops the live stream, jobs and the adapter. */
  end(): void;
}

export interface SessionOptions {
  /** BCP 47; default: the provider's `lang`, else the page's. */
  locale?: string;
  /** Overrides of an embedded adapter's settings; a server's own settings win. */
  timeZone?: string;
  currency?: string;
  permissions?: readonly Permission[];
  hidden?: readonly FieldId[];
  masked?: readonly FieldId[];
  actor?: { id: Id; name: string; role: string };
  /**
   * More definitions, for an adapter whose `describe` leaves them out: it must know their values itself. The bundled adapters take `fields` and
   * the like themselves.
   */
  catalogue?: Partial<Pick<Description, 'fields' | 'records' | 'actions' | 'tabs'>>;
  onError?(error: ClienteleError): void;
}
