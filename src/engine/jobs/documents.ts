import type { Context, Id, Job, Plan, RowReason, WriteContext } from '../../contract/index.js';
import type { DocumentGuard, DocumentKind, DocumentWrite, Store } from '../store.js';

/** Rows per document and per commit: a million clients are two thousand of them, each short enough to fit into a frame of a page. */
export const CHUNK = 500;

/** A client as a plan froze it: its version, and why it is passed by. */
export interface PlanRow {
  readonly id: Id;
  readonly version: number;
  readonly reason: RowReason | null;
}

/** What became of a row of a job. */
export interface DoneRow {
  readonly id: Id;
  readonly outcome: 'ok' | 'failed' | 'skipped';
  readonly reason: RowReason | null;
}

interface Author {
  actor: Id;
  role: string;
}

export interface StoredPlan extends Author {
  rev: number;
  plan: Plan;
  chunks: number;
  /** The typed word was right, or none is needed. */
  confirmed: boolean;
  /** The job that ran it. */
  job: Id | null;
}

export interface StoredJob extends Author {
  rev: number;
  job: Job;
  /** Where its rows come from: `<source.id>.<n>` for n below `chunks`; those below `next` are done. */
  source: { kind: 'plan-rows' | 'undo'; id: Id; chunks: number };
  next: number;
  /** Key of the request that started it, by which its author knows the changes as their own. */
  key: string;
  canUndo: boolean;
}

/** The context of a job's author, whoever pumps it. */
export function authorOf(stored: Author, context: Context, key: string): WriteContext {
  const { branches: _branches, permissions: _permissions, ...rest } = context;
  return { ...rest, actor: stored.actor, role: stored.role, key };
}

export async function load<T>(store: Store, kind: DocumentKind, id: Id, context: Context): Promise<T | null> {
  return (await store.document(kind, id, context)) as T | null;
}

export function chunkOf(id: Id, index: number): Id {
  return `${id}.${index}`;
}

/** The job with its next revision, ready to be written. */
export function jobDocument(stored: StoredJob): DocumentWrite {
  return { kind: 'job', id: stored.job.id, value: { ...stored, rev: stored.rev + 1 } };
}

export function guardOf(kind: DocumentKind, id: Id, stored: { rev: number } | null): DocumentGuard {
  return { kind, id, rev: stored?.rev ?? null };
}

export function isEnded(job: Job): boolean {
  return job.state !== 'queued' && job.state !== 'running' && job.state !== 'paused';
}

/** The job as it is told: whether it can be undone follows from the rest. */
export function told(stored: StoredJob): Job {
  const { job } = stored;
  const undoable = stored.canUndo && isEnded(job) && job.ok > 0 && job.undoneBy === undefined;
  return { ...job, undoable };
}

/** Adds an outcome to the counts; what is left is unprocessed. */
export function tally(job: Job, rows: readonly DoneRow[]): Job {
  const reasons = new Map(job.reasons.map(({ reason, count }) => [reason, count]));
  const next = { ...job };
  for (const { outcome, reason } of rows) {
    next[outcome]++;
    if (reason !== null) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  next.unprocessed = next.total - next.ok - next.failed - next.skipped;
  next.reasons = [...reasons].map(([reason, count]) => ({ reason, count }));
  return next;
}
