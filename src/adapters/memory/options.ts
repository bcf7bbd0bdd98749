import type {
  Catalogue,
  Client,
  ClientRecord,
  Contact,
  Description,
  FieldDefinition,
  Lists,
  MaskedContact,
  ActionDefinition,
  RecordDefinition,
  RecordKind,
  Rights,
  Rule,
  Segment,
  Settings,
  TabDefinition,
} from '../../contract/index.js';
import type { ActionBehaviour, Words } from '../../engine/index.js';
import type { ColumnBatch } from './batch.js';
import type { PendingChanges } from './pending.js';

/**
 * A client as a host may hand it over: as the contract has it, the version left out or not, contacts as bare texts or not. Without an id it
 * gets one. What is not valid is left out and reported, never a reason to drop the client.
 */
export type ClientLike = Partial<Omit<Client, 'phones' | 'emails'>> & {
  phones?: string | readonly (string | Contact | MaskedContact)[] | undefined;
  emails?: string | readonly (string | Contact | MaskedContact)[] | undefined;
};

/** A record as a host may hand it over. */
export type RecordLike = Omit<ClientRecord, 'version' | 'record' | 'at'> &
  Partial<Pick<ClientRecord, 'version' | 'at'>>;

/** Where clients come from: objects at once or one by one, columns, or a CSV file with headers. */
export type ClientSource =
  | Iterable<ClientLike | ColumnBatch>
  | AsyncIterable<ClientLike | ColumnBatch>
  | ReadableStream<ClientLike | ColumnBatch>
  | ColumnBatch
  | Blob
  | Response;

export type RecordSource =
  Iterable<RecordLike | ColumnBatch> | AsyncIterable<RecordLike | ColumnBatch> | ColumnBatch;

/** A value of the source that was left out. `row` counts from 0; of a CSV file it is the line. */
export interface LoadProblem {
  row: number;
  field: string;
  message: string;
}

export interface MemoryOptions {
  clients?: ClientSource;
  /** Records by kind. A kind with any record here gives the totals that it stands for; else those of the clients are where counting starts. */
  records?: Readonly<Record<string, RecordSource>>;
  lists?: Lists;
  /** Segments and rules with which the library begins. */
  segments?: readonly Omit<Segment, 'version'>[];
  rules?: readonly Omit<Rule, 'version'>[];
  settings?: Partial<Settings>;
  fields?: readonly FieldDefinition[];
  /** Further kinds of records: `standardRecords`, and the host's own. */
  recordKinds?: readonly (RecordDefinition | RecordKind)[];
  actions?: readonly ActionDefinition[];
  /** What the host's own actions do, by their ids. Functions, so they are for a base in this page or process, not in a worker. */
  behaviours?: Readonly<Record<string, ActionBehaviour>>;
  /** Words to be typed in languages that the product does not speak, by action and locale. */
  words?: Words;
  tabs?: readonly TabDefinition[];
  /** What the user may do and see; everything by default. */
  rights?: Partial<Rights>;
  actor?: Description['actor'];
  /** Milliseconds since 1970; the machine's clock by default. */
  now?: () => number;
  /**
   * Clients answer as soon as they are there, while their records still come in: for a large base whose clients bring their totals along.
   * What concerns records waits, and so does every write; totals that the records contradict are then mended. Not with `persist` or a file.
   */
  clientsFirst?: boolean;
  /** Keeps the base in IndexedDB under this name. What is there wins over `clients` and `records`. */
  persist?: string;
  /**
   * Called with clients that are about to be written, one write after the other: for a host that keeps them elsewhere. When it rejects,
   * nothing is written, and its error is the answer.
   */
  beforeWrite?: (changes: PendingChanges) => Promise<void> | void;
  /** Contexts of another tenant are refused. Absent: any tenant is let in. */
  tenant?: string;
  /** Called once after loading with what was left out; by default the developer's console is told. */
  onProblems?: (problems: readonly LoadProblem[], count: number) => void;
  /** Called while loading with the number of clients so far. */
  onProgress?: (clients: number) => void;
}

/** What the host's own worker brings to the base that lives in it: also what no message could carry there. */
export type Brought = Pick<MemoryOptions, 'clients' | 'records' | 'behaviours' | 'beforeWrite'>;

/** A worker of the host's own, instead of ours: its module calls `serveMemory`. */
export interface OwnWorker {
  /** Starts it, as a module. */
  start: () => Worker;
  /** Handed to the function that `serveMemory` was given: what tells one base from another. Copied. */
  load?: unknown;
}

/** Options with every default filled in. */
export interface Setup {
  catalogue: Catalogue;
  lists: Lists;
  segments: readonly Omit<Segment, 'version'>[];
  rules: readonly Omit<Rule, 'version'>[];
  settings: Settings;
  now: () => number;
  behaviours: Readonly<Record<string, ActionBehaviour>>;
  words: Words;
  beforeWrite: MemoryOptions['beforeWrite'] | undefined;
}
