import type {
  Client,
  Context,
  FieldId,
  Id,
  Now,
  Patch,
  RowReason,
  Selection,
  WriteContext,
} from '../contract/index.js';

/** Documents that the engine keeps beside the clients: plans, jobs, rows of a job, idempotency answers, views. */
export type DocumentKind =
  | 'plan'
  | 'plan-rows'
  | 'job'
  | 'job-rows'
  | 'undo'
  | 'view'
  | 'answer'
  | 'review'
  | 'library'
  | 'item'
  | 'size'
  | 'sweep';

/** One client's part of a commit. `version` null: whatever stands now; a number: only if it is still that one. */
export interface Write {
  id: Id;
  version: number | null;
  /** Stored and loose fields; also computed ones, which only the engine may write. */
  patch?: Patch;
  /** Makes a new client of the patch. */
  create?: true;
  /** True: removed (soft). False: a removed client is back. */
  remove?: boolean;
  /** What it is called in the audit; absent: `create`, `save`, `delete` or `restore`. */
  action?: string;
  /** Where a consent in the patch was given. */
  source?: string;
}

export interface WriteOutcome {
  id: Id;
  ok: boolean;
  /** Why not: `changed` (another version), `gone`, `invalid`. */
  reason: RowReason | null;
  version: number;
  /** What the patched fields held before, for undo; null where there was nothing. */
  before: Patch | null;
}

export interface DocumentWrite {
  kind: DocumentKind;
  id: Id;
  /** Null removes. */
  value: object | null;
}

/** What must still be so when a commit is written: two workers of one job, or twins of one request, cannot both win. */
export interface DocumentGuard {
  kind: DocumentKind;
  id: Id;
  /** The `rev` that the stored document carries; null: no such document stands. */
  rev: number | null;
}

/**
 * The little that the engine asks of an adapter's storage. The rules that must be the same everywhere (plans, jobs, undo, idempotency,
 * matching) stand on it once.
 */
export interface Store {
  /** Ids of the selection with their versions, in id order, after an id; rows outside the caller's branches are not in it. */
  walk(
    selection: Selection,
    after: Id | null,
    size: number,
    context: Context,
  ): Now<{ id: Id; version: number }[]>;
  /** In the order asked; null for unknown ids. Removed clients carry `removedAt`. */
  read(ids: readonly Id[], context: Context, fields?: readonly FieldId[]): Now<(Client | null)[]>;
  /**
   * Ids of clients (not of removed ones) one of whose keys is this: an E.164 phone, an e-mail in lower case, or a birthday with
   * `fold(first name + ' ' + last name)`. Over the whole base, whatever the caller's branches.
   */
  match(
    key: { phone: string } | { email: string } | { name: string; birthday: string },
    context: Context,
  ): Now<Id[]>;
  /**
   * Writes clients and documents in one transaction: after a crash either all of it stands or nothing. One write that does not apply
   * does not stop the others; its outcome says why. What `witness` makes of the writes is written with them. Emits one `clients` change per commit that wrote clients, with the key; a written
   * `job` document also emits a `job` change with its id, a written `view` a `views` change, the head of the `library` a `description` change.
   *
   * `documents` may be a pure function of the outcomes, called once inside the transaction: what is told about the rows is then
   * committed with them. `guards` are looked at first: when one does not hold, nothing is written and the commit throws `conflict`.
   */
  commit(
    writes: readonly Write[],
    documents: readonly DocumentWrite[] | ((outcomes: readonly WriteOutcome[]) => readonly DocumentWrite[]),
    context: WriteContext,
    guards?: readonly DocumentGuard[],
  ): Promise<WriteOutcome[]>;
  document(kind: DocumentKind, id: Id, context: Context): Now<object | null>;
  /** Documents of a kind, newest first. */
  documents(kind: DocumentKind, context: Context, limit: number): Now<object[]>;
  /** Changes with every change of clients and records, and never comes back to what it was. */
  revision(context: Context): Now<string>;
  now(): number;
}
