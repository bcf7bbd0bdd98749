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
  load,
  tally,
  type DoneRow,
  type PlanRow,
  type Rows,
  type StoredJob,
} from './documents.js';
import type { Machine } from './machine.js';
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
  const chunk = await load<Rows<PlanRow | UndoRow>>(store, source.kind, chunkOf(source.id, next), author);
  const rows = chunk?.rows ?? [];
  const isUndo = source.kind === 'undo';
  const versions = rows.map((row) => ('id' in row ? row.version : row[1]));
  const ids = rows.map((row) => ('id' in row ? row.id : row[0]));
  const fields = fieldsFor(behaviour, isUndo ? (rows as readonly UndoRow[]) : []);
  const clients = await store.read(ids, author, fields);
  const isBehind = isUndo && clients.some((client, index) => client && client.version !== versions[index]);
  const restored = isBehind ? await machine.restored(stored, author) : NOTHING;

  const decisions = rows.map((row, index): Decision => {
    const client = clients[index] ?? null;
    if (!('id' in row) && row[2] !== null) return { outcome: 'skipped', reason: row[2] };
    if (!client) return { outcome: 'skipped', reason: 'gone' };
    if (!isInBranches(client, scope)) return { outcome: 'failed', reason: 'forbidden' };
    return 'id' in row
      ? decideUndo(restored, client, row, behaviour, job.params, acting)
      : decide(client, row[1], behaviour, job.params, acting);
  });
  const writes = decisions.flatMap((decision) => ('write' in decision ? [decision.write] : []));

  let after: StoredJob = stored;
  const documents = (outcomes: readonly WriteOutcome[]): DocumentWrite[] => {
    const undo: (UndoRow | RestoredRow)[] = [];
    let written = 0;
    const done = decisions.map((decision, index): DoneRow => {
      const [id, version] = [ids[index] ?? '', versions[index] ?? 0];
      if (!('write' in decision)) return [id, decision.outcome, decision.reason, version];
      const outcome = outcomes[written++];
      if (!outcome?.ok) return [id, ...why(outcome?.reason ?? 'storage'), version];
      undo.push(keptOf(decision, outcome));
      return [id, 'ok', null, version];
    });
    const progress: StoredJob = {
      ...stored,
      job: { ...tally(job, done), state: 'running' },
      next: next + 1,
    };
    after = next + 1 < source.chunks ? progress : end(progress, 'done', store.now());
    const id = chunkOf(job.id, next);
    return [
      { kind: 'job-rows', id, value: { rows: done } satisfies Rows<DoneRow> },
      { kind: 'undo', id, value: { rows: undo } satisfies Rows<UndoRow | RestoredRow> },
      jobDocument(after),
    ];
  };
  await store.commit(writes, documents, author, [guardOf('job', job.id, stored)]);
  return { ...after, rev: stored.rev + 1 };
}

/** Gives a chunk up that cannot be written: its rows fail as `storage`, and the job goes on. */
export async function giveUp(machine: Machine, stored: StoredJob, context: Context): Promise<void> {
  const { store } = machine;
  const { job, source, next } = stored;
  const author = authorOf(stored, context, stored.key);
  const chunk = await load<Rows<PlanRow | UndoRow>>(store, source.kind, chunkOf(source.id, next), author);
  const done = (chunk?.rows ?? []).map((row): DoneRow => {
    if ('id' in row) return [row.id, 'failed', 'storage', row.version];
    const [id, version, reason] = row;
    return reason === null ? [id, 'failed', 'storage', version] : [id, 'skipped', reason, version];
  });
  const progress: StoredJob = { ...stored, job: { ...tally(job, done), state: 'running' }, next: next + 1 };
  const after = next + 1 < source.chunks ? progress : end(progress, 'done', store.now());
  const id = chunkOf(job.id, next);
  await store.commit(
    [],
    [{ kind: 'job-rows', id, value: { rows: done } satisfies Rows<DoneRow> }, jobDocument(after)],
    author,
    [guardOf('job', job.id, stored)],
  );
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
  if (row.removed !== undefined) write.remove = !row.removed;
  return { write, restores: row.base };
}

/** What is kept of a row that was written: enough to undo it, or, of an undo, which version came back. */
function keptOf(
  { write, removed, restores }: Extract<Decision, { write: Write }>,
  { id, version, before }: WriteOutcome,
): UndoRow | RestoredRow {
  if (restores !== undefined) return { id, version, restores };
  const base = write.version ?? 0;
  return {
    id,
    version,
    base,
    before,
    after: write.patch ?? null,
    ...(removed === undefined ? {} : { removed }),
  };
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
function why(reason: RowReason): ['skipped' | 'failed', RowReason] {
  return [reason === 'changed' || reason === 'gone' ? 'skipped' : 'failed', reason];
}

/** Undo compares what the job left with what stands now, so it needs those fields too. */
function fieldsFor(behaviour: ActionBehaviour, undo: readonly UndoRow[]): FieldId[] | undefined {
  if (!behaviour.fields) return undefined;
  const patched = undo.flatMap((row) => Object.keys((row.after ?? {}) satisfies Patch));
  return [...new Set([...behaviour.fields, 'branch', ...patched])];
}
