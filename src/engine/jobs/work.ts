import {
  valueOf,
  type Client,
  type Context,
  type FieldId,
  type Job,
  type Patch,
  type RowReason,
  type WriteContext,
} from '../../contract/index.js';
import { isInBranches } from '../branches.js';
import type { DocumentWrite, Write, WriteOutcome } from '../store.js';
import { canonical } from '../idempotency.js';
import { validatePatch } from '../validate.js';
import type { ActionBehaviour, ActionContext, Applied, Params, UndoRow } from './behaviours.js';
import {
  authorOf,
  chunkOf,
  guardOf,
  jobDocument,
  tally,
  type DoneRow,
  type PlanRow,
  type StoredJob,
} from './documents.js';
import type { Machine } from './machine.js';
import { loadRows, rowsDocument } from './packed.js';
import { sameAs, type Restored, type RestoredRow } from './restored.js';

const NOTHING: Restored = new Map();

/** What is decided for a row before anything is written. */
type Decision =
  | { write: Write; removed?: boolean; restores?: number }
  | { outcome: 'skipped' | 'failed'; reason: RowReason };

/**
 * Does the next chunk of a job: decides for each row, then writes clients, outcomes, before-images and progress in one transaction, so
 * that a kill anywhere leaves each row either wholly done or untouched. Answers the job as it then stands.
 * @throws ClienteleError `conflict` when somebody else moved the job meanwhile; nothing is written then.
 */
export async function workOn(machine: Machine, stored: StoredJob, context: Context): Promise<StoredJob> {
  const { store } = machine;
  const { job, source, next } = stored;
  const author = authorOf(stored, context, stored.key);
  const { action, behaviour } = machine.known(job.action, 'jobs.work');
  const rights = await machine.rights(author);
  const permissions = rights?.permissions;
  if (permissions && !(permissions.includes('see') && permissions.includes(action.permission))) {
    // What is done stays; what is not done stays unprocessed, and the job says why it ended.
    const denied = tally(job, []);
    const ended = end(
      {
        ...stored,
        job: { ...denied, reasons: [...denied.reasons, { reason: 'forbidden', count: job.unprocessed }] },
      },
      'failed',
      store.now(),
    );
    await save(machine, ended, author);
    return { ...ended, rev: ended.rev + 1 };
  }
  const acting = machine.acting(author);
  const scope = { branches: rights?.branches ?? null };
  const rows = await loadRows<PlanRow | UndoRow>(store, source.kind, chunkOf(source.id, next), author);
  const isUndo = source.kind === 'undo';
  const ids = rows.map(({ id }) => id);
  const fields = fieldsFor(behaviour, isUndo ? (rows as readonly UndoRow[]) : []);
  const clients = await store.read(ids, author, fields);
  const isBehind =
    isUndo && clients.some((client, index) => client && client.version !== rows[index]?.version);
  const restored = isBehind ? await machine.restored(stored, author) : NOTHING;

  const decisions = rows.map((row, index): Decision => {
    const client = clients[index] ?? null;
    if ('reason' in row && row.reason !== null) return { outcome: 'skipped', reason: row.reason };
    if (!client) return { outcome: 'skipped', reason: 'gone' };
    if (!isInBranches(client, scope)) return { outcome: 'failed', reason: 'forbidden' };
    return 'reason' in row
      ? decide(client, row.version, behaviour, job.params, acting)
      : decideUndo(restored, client, row, behaviour, job.params, acting);
  });
  const name = isUndo ? 'undo' : job.action;
  const writes = decisions.flatMap((decision) =>
    'write' in decision ? [{ ...decision.write, action: name }] : [],
  );

  let after: StoredJob = stored;
  const documents = (outcomes: readonly WriteOutcome[]): DocumentWrite[] => {
    const undo: (UndoRow | RestoredRow)[] = [];
    let written = 0;
    const done = decisions.map((decision, index): DoneRow => {
      const id = ids[index] ?? '';
      if (!('write' in decision)) return { id, outcome: decision.outcome, reason: decision.reason };
      const outcome = outcomes[written++];
      if (!outcome?.ok) return { id, ...why(outcome?.reason ?? 'storage') };
      undo.push(keptOf(decision, outcome));
      return { id, outcome: 'ok', reason: null };
    });
    const progress: StoredJob = {
      ...stored,
      job: { ...tally(job, done), state: 'running' },
      next: next + 1,
    };
    after = next + 1 < source.chunks ? progress : end(progress, 'done', store.now());
    const id = chunkOf(job.id, next);
    return [rowsDocument('job-rows', id, done), rowsDocument('undo', id, undo), jobDocument(after)];
  };
  await store.commit(writes, documents, author, [guardOf('job', job.id, stored)]);
  return { ...after, rev: stored.rev + 1 };
}

/** Gives a chunk up that cannot be written: its rows fail as `storage`, and the job goes on. */
export async function giveUp(machine: Machine, stored: StoredJob, context: Context): Promise<void> {
  const { store } = machine;
  const { job, source, next } = stored;
  const author = authorOf(stored, context, stored.key);
  const rows = await loadRows<PlanRow | UndoRow>(store, source.kind, chunkOf(source.id, next), author);
  const done = rows.map((row): DoneRow => {
    const reason = 'reason' in row ? row.reason : null;
    return reason === null
      ? { id: row.id, outcome: 'failed', reason: 'storage' }
      : { id: row.id, outcome: 'skipped', reason };
  });
  const progress: StoredJob = { ...stored, job: { ...tally(job, done), state: 'running' }, next: next + 1 };
  const after = next + 1 < source.chunks ? progress : end(progress, 'done', store.now());
  const id = chunkOf(job.id, next);
  await store.commit([], [rowsDocument('job-rows', id, done), jobDocument(after)], author, [
    guardOf('job', job.id, stored),
  ]);
}

export function end(stored: StoredJob, state: Job['state'], now: number): StoredJob {
  return { ...stored, job: { ...stored.job, state, finishedAt: new Date(now).toISOString() } };
}

/** Writes the job alone, if it is still as it was read. */
export async function save(machine: Machine, stored: StoredJob, context: WriteContext): Promise<void> {
  const guard = guardOf('job', stored.job.id, stored);
  await machine.store.commit([], [jobDocument(stored)], context, [guard]);
}

function decide(
  client: Client,
  version: number,
  behaviour: ActionBehaviour,
  params: Params,
  acting: ActionContext,
): Decision {
  if (client.removedAt !== undefined && !behaviour.removed) return { outcome: 'skipped', reason: 'gone' };
  if (client.version !== version) return { outcome: 'skipped', reason: 'changed' };
  return asWrite(
    client,
    attempt(() => behaviour.apply(client, params, acting)),
    acting,
  );
}

function decideUndo(
  restored: Restored,
  client: Client,
  row: UndoRow,
  behaviour: ActionBehaviour,
  params: Params,
  acting: ActionContext,
): Decision {
  const { fields } = acting.catalogue;
  // Loose fields do not move the version: whether they were edited since shows only in their values.
  const isMoved = Object.entries(row.after ?? {}).some(
    ([field, value]) =>
      fields.get(field)?.origin === 'loose' && canonical(valueOf(client, field) ?? null) !== canonical(value),
  );
  if (isMoved || !sameAs(restored, row.id, client.version, row.version)) {
    return { outcome: 'skipped', reason: 'changed' };
  }
  const own = behaviour.undo;
  if (own) {
    const decision = asWrite(
      client,
      attempt(() => own(client, row, params, acting)),
      acting,
    );
    return 'write' in decision ? { ...decision, restores: row.base } : decision;
  }
  const write: Write = { id: row.id, version: client.version };
  if (row.before !== null) write.patch = row.before;
  if (row.removed !== null) write.remove = !row.removed;
  return { write, restores: row.base };
}

/** What is kept of a row that was written: enough to undo it, or, of an undo, which version came back. */
function keptOf(
  { write, removed, restores }: Extract<Decision, { write: Write }>,
  { id, version, before }: WriteOutcome,
): UndoRow | RestoredRow {
  if (restores !== undefined) return { id, version, restores };
  const after = write.patch ?? null;
  return { id, version, base: write.version ?? 0, before, after, removed: removed ?? null };
}

/** A host's behaviour that throws spoils its own row only. */
function attempt(step: () => Applied): Applied {
  try {
    return step();
  } catch {
    return { fail: 'invalid' };
  }
}

function asWrite(client: Client, applied: Applied, { catalogue }: ActionContext): Decision {
  if ('skip' in applied) return { outcome: 'skipped', reason: applied.skip };
  if ('fail' in applied) return { outcome: 'failed', reason: applied.fail };
  const write: Write = { id: client.id, version: client.version };
  if ('remove' in applied) return { write: { ...write, remove: applied.remove }, removed: applied.remove };
  const checked = validatePatch(applied.patch, catalogue, { computed: true });
  return checked.ok
    ? { write: { ...write, patch: checked.patch } }
    : { outcome: 'failed', reason: 'invalid' };
}

/** A write that did not apply: the client moved meanwhile, or it could not be stored. */
function why(reason: RowReason): Pick<DoneRow, 'outcome' | 'reason'> {
  return { outcome: reason === 'changed' || reason === 'gone' ? 'skipped' : 'failed', reason };
}

/** Undo compares what the job left with what stands now, so it needs those fields too. */
function fieldsFor(behaviour: ActionBehaviour, undo: readonly UndoRow[]): FieldId[] | undefined {
  if (!behaviour.fields) return undefined;
  const patched = undo.flatMap((row) => Object.keys((row.after ?? {}) satisfies Patch));
  return [...new Set([...behaviour.fields, 'branch', ...patched])];
}
