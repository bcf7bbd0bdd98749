import type { Dialect } from 'kysely';
import {
  asDefinitions,
  createCatalogue,
  DEFAULT_SETTINGS,
  type ActionDefinition,
  type Catalogue,
  type Client,
  type ClientRecord,
  type Contact,
  type Context,
  type Description,
  type FieldDefinition,
  type FieldId,
  type Id,
  type Lists,
  type MaskedContact,
  type Now,
  type RecordDefinition,
  type RecordKind,
  type Rights,
  type Rule,
  type Segment,
  type Settings,
  type TabDefinition,
} from '../../contract/index.js';
import type { ActionBehaviour, Words } from '../../engine/index.js';

/** What a base is made of beside its data. */
export interface BaseOptions {
  lists?: Lists;
  /** Segments and rules with which the library begins. */
  segments?: readonly Omit<Segment, 'version'>[];
  rules?: readonly Omit<Rule, 'version'>[];
  settings?: Partial<Settings>;
  fields?: readonly FieldDefinition[];
  recordKinds?: readonly (RecordDefinition | RecordKind)[];
  actions?: readonly ActionDefinition[];
  /** What the host's own actions do, by their ids. */
  behaviours?: Readonly<Record<string, ActionBehaviour>>;
  /** Words to be typed in languages that the product does not speak, by action and locale. */
  words?: Words;
  tabs?: readonly TabDefinition[];
}

/** One statement that was sent: its text, which holds no value, and what it took. */
export interface Statement {
  sql: string;
  parameters: readonly unknown[];
  ms: number;
}

/** Wakes the adapter when a notification comes on a channel of the database. Answers how to stop. */
export type Listen = (
  channel: string,
  onNotify: (payload: string) => void,
) => Now<() => void | Promise<void>>;

export interface PostgresOptions {
  /** A dialect of Kysely for PostgreSQL 14 or later: over a pool of node-postgres, over PGlite, or another. */
  dialect: Dialect;
  /** What the base of a tenant is made of. Called for every question; the same object again means that nothing changed. */
  base?: BaseOptions | ((tenant: Id) => Now<BaseOptions>);
  /** What a user may do and see; everything by default. */
  rights?: Partial<Rights> | ((context: Context) => Now<Partial<Rights>>);
  actor?: (context: Context) => Description['actor'];
  /** Milliseconds since 1970; the machine's clock by default. */
  now?: () => number;
  /** Schema of the database that holds the tables. Default `clientele`. */
  schema?: string;
  /** Calls `migrate()` before the first question. Default false: a deployment does it. */
  migrate?: boolean;
  /**
   * Fields that an index sorts by; others are sorted when asked. A host's own field stands by its id where `base` is no function, else by
   * its definition. Default: name, lastVisit, visits, totalSpent, createdAt.
   */
  sorted?: readonly (FieldId | FieldDefinition)[];
  /** Tables parted by tenant, so that `isolate(tenant)` can give a large one tables of its own. Decided by the first `migrate()`. */
  partitioned?: boolean;
  /** Tells the database in each transaction for which tenant it is: needed with the row-level security script. */
  rowSecurity?: boolean;
  /** Contexts of another tenant are refused. Absent: any tenant is let in. */
  tenant?: Id;
  /** Absent: the change log is looked at every second. */
  listen?: Listen;
  /** Milliseconds between looks at the change log. Default 1000; with `listen`, 15,000. */
  pollMs?: number;
  /** So many changes of a tenant are kept for those who come back. Default 10,000. */
  keptChanges?: number;
  /** Leaves the dialect's connections open on `close()`. */
  keepOpen?: boolean;
  /** Told every statement, for the host's monitoring. */
  onStatement?: (statement: Statement) => void;
}

/** What a base is made of, with every default filled in. */
export interface Setup {
  catalogue: Catalogue;
  lists: Lists;
  settings: Settings;
  now: () => number;
  behaviours: Readonly<Record<string, ActionBehaviour>>;
  words: Words;
  options: BaseOptions;
}

export function setupOf(options: BaseOptions, now: () => number): Setup {
  return {
    catalogue: createCatalogue({
      fields: [...(options.fields ?? [])],
      records: asDefinitions(options.recordKinds),
      actions: [...(options.actions ?? [])],
      tabs: [...(options.tabs ?? [])],
    }),
    lists: options.lists ?? {},
    settings: { ...DEFAULT_SETTINGS, ...options.settings },
    now,
    behaviours: options.behaviours ?? {},
    words: options.words ?? {},
    options,
  };
}

/** A client as a host may hand it over: the version left out or not, contacts as bare texts or not. Without an id it gets one. */
export type ClientLike = Partial<Omit<Client, 'phones' | 'emails'>> & {
  phones?: string | readonly (string | Contact | MaskedContact)[] | undefined;
  emails?: string | readonly (string | Contact | MaskedContact)[] | undefined;
};

/** A record as a host may hand it over. */
export type RecordLike = Omit<ClientRecord, 'version' | 'record' | 'at'> &
  Partial<Pick<ClientRecord, 'version' | 'at'>>;

/** A value of the source that was left out. `row` counts from 0. */
export interface LoadProblem {
  row: number;
  field: string;
  message: string;
}

export interface LoadOptions {
  tenant: Id;
  /** Rows of one transaction. Default 2,000. */
  batch?: number;
  onProgress?: (rows: number) => void;
  signal?: AbortSignal;
}

export interface Loaded {
  rows: number;
  /** What was left out: the first thousand. */
  problems: LoadProblem[];
  problemCount: number;
}
