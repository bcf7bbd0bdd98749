import { v7 } from 'uuid';
import {
  isClienteleError,
  type Catalogue,
  type Context,
  type Id,
  type Job,
  type JobRow,
  type JobStore,
  type Lists,
  type Now,
  type Page,
  type Plan,
  type Rights,
  type WriteContext,
} from '../../contract/index.js';
import { withIdempotency, type Once } from '../idempotency.js';
import { refuse } from '../refuse.js';
import type { DocumentGuard, DocumentWrite, Store } from '../store.js';
import { builtinBehaviours, type ActionBehaviour } from './behaviours.js';
import {
  authorOf,
  guardOf,
  isEnded,
  jobDocument,
  load,
  told,
  type StoredJob,
  type StoredPlan,
} from './documents.js';
import { createMachine, type JobLimits, type Machine } from './machine.js';
import { makePlan } from './plan.js';
import { prunePlans } from './prune.js';
import { pageOfRows } from './rows.js';
import { retrySource } from './retry.js';
import { end, giveUp, workOn } from './work.js';
import { DEFAULT_WORDS, type Words } from './words.js';

export interface JobOptions {
  catalogue: Catalogue | ((context: Context) => Catalogue);
  /** A host's own, by action; the built-in ones are there anyway. */
  behaviours?: Readonly<Record<string, ActionBehaviour>>;
  /** Lists of the base, against which parameters are checked. */
  lists?(context: Context): Now<Lists>;
  /** What the base does by itself, when no job takes the time; answers whether there is more. */
  upkeep?(isOver: () => boolean, context: Context): Promise<boolean>;
  limits?: Partial<JobLimits>;
  /** Accepted words by action and locale, beside the product's own. */
  words?: Words;
  /** Rights of a job's author, asked before each chunk, where the pump brings none. */
  rights?(context: Context): Now<Rights>;
  newId?(): Id;
}

const LIMITS: JobLimits = { mostRows: 2_000_000, planLife: 15 * 60_000, inline: 100, mostJobs: 200 };
/** How often a chunk is tried before its rows are given up. */
const TRIES = 3;
/** Plans that nobody ran are looked for when there is nothing else to do, at most so often. */
const PRUNE_EVERY = 60_000;

/** Plans and jobs over a store: the one road of everything that is done to clients. */
export function createJobs(store: Store, options: JobOptions): JobStore {
  const machines = createMachine(store, {
    catalogue: options.catalogue,
    lists: (context) => options.lists?.(context),
    behaviours: { ...builtinBehaviours, ...options.behaviours },
    words: mergeWords(options.words),
    limits: { ...LIMITS, ...options.limits },
    newId: options.newId ?? v7,
  });
  const machineFor = (context: Context, rights?: (who: Context) => Now<Rights> | null): Machine =>
    machines(context, rights ?? options.rights);
  /** Jobs that this process works on, so that two pumps do not race for the same chunk only for one to lose. */
  const held = new Set<Id>();
  const failures = new Map<Id, number>();
  let pruned = -Infinity;

  const readJob = async (id: Id, operation: string, context: Context): Promise<StoredJob> => {
    const stored = await load<StoredJob>(store, 'job', id, context);
    const isVisible =
      stored && (stored.actor === context.actor || (context.permissions?.includes('jobs.all') ?? true));
    if (!isVisible) throw refuse('not_found', 'no such job', operation);
    return stored;
  };
  /** A job may be changed by who may do what it does. */
  const ownJob = async (id: Id, operation: string, context: Context): Promise<StoredJob> => {
    const stored = await readJob(id, operation, context);
    const { action } = machineFor(context).known(stored.job.action, operation);
    if (context.permissions && !context.permissions.includes(action.permission)) {
      throw refuse('forbidden', `${action.id} is not allowed to you`, operation);
    }
    return stored;
  };

  /** Works on a job until it has ended or the time is up. Answers whether it is worth coming back. */
  const pump = async (id: Id, machine: Machine, context: Context, isOver: () => boolean): Promise<void> => {
    if (held.has(id)) return;
    held.add(id);
    try {
      do {
        const stored = await load<StoredJob>(store, 'job', id, context);
        if (!stored || isEnded(stored.job)) return;
        try {
          await workOn(machine, stored, context);
          failures.delete(id);
        } catch (error) {
          if (isClienteleError(error) && error.code === 'conflict') continue;
          const tries = (failures.get(id) ?? 0) + 1;
          failures.set(id, tries);
          if (tries < TRIES) return;
          failures.delete(id);
          await giveUp(machine, stored, context);
        }
      } while (!isOver());
    } finally {
      held.delete(id);
    }
  };

  /** Starts a job; a small one is done before anyone hears of it. */
  const start = async (
    stored: StoredJob,
    once: Once<Id>,
    also: readonly DocumentWrite[],
    guards: readonly DocumentGuard[],
    context: WriteContext,
  ): Promise<Id> => {
    const { id } = stored.job;
    const first = stored.source.chunks === 0 ? end(stored, 'done', store.now()) : stored;
    await store.commit([], [jobDocument(first), ...also, once.document(id)], context, [
      guardOf('job', id, null),
      ...guards,
      ...once.guards,
    ]);
    return id;
  };
  const finishSmall = async (id: Id, context: Context): Promise<Job> => {
    const machine = machineFor(context);
    const stored = await readJob(id, 'jobs.run', context);
    if (!isEnded(stored.job) && stored.job.total <= machine.options.inline) {
      await pump(id, machine, context, () => false);
    }
    return told(await readJob(id, 'jobs.run', context));
  };

  const jobs: JobStore = {
    plan: (request, context) =>
      withIdempotency<Plan>(store, 'jobs.plan', request, context, async (once) => {
        const machine = machineFor(context);
        const made = await makePlan(machine, machine.newId(), request, context);
        const document = { kind: 'plan', id: made.plan.id, value: made } as const;
        await store.commit([], [document, once.document(made.plan)], context, once.guards);
        return made.plan;
      }),

    run: async (plan, context) => {
      const id = await withIdempotency<Id>(store, 'jobs.run', plan, context, async (once) => {
        const machine = machineFor(context);
        const stored = await load<StoredPlan>(store, 'plan', plan, context);
        if (!stored || stored.actor !== context.actor) throw refuse('not_found', 'no such plan', 'jobs.run');
        const { action } = machine.known(stored.plan.action, 'jobs.run');
        if (context.permissions && !context.permissions.includes(action.permission)) {
          throw refuse('forbidden', `${action.id} is not allowed to you`, 'jobs.run');
        }
        if (stored.job !== null) throw refuse('conflict', 'the plan was run already', 'jobs.run');
        if (Date.parse(stored.plan.expiresAt) <= store.now()) {
          throw refuse('conflict', 'the plan is too old; make it anew', 'jobs.run');
        }
        if (!stored.confirmed) {
          throw refuse('invalid', 'the word must be typed first', 'jobs.run', {
            issues: [{ path: ['word'], code: 'required', message: 'type the word' }],
          });
        }
        const job = newJob(machine.newId(), stored, context, store.now(), {
          source: { kind: 'plan-rows', id: plan, chunks: stored.chunks },
          canUndo: action.undo,
          total: stored.plan.total,
        });
        const used: StoredPlan = { ...stored, rev: stored.rev + 1, job: job.job.id };
        const also = [{ kind: 'plan', id: plan, value: used }] as const;
        return start(job, once, also, [guardOf('plan', plan, stored)], context);
      });
      return finishSmall(id, context);
    },

    get: async (id, context) => told(await readJob(id, 'jobs.get', context)),

    async list(context) {
      const { mostJobs } = machineFor(context).options;
      const stored = (await store.documents('job', context, mostJobs)) as StoredJob[];
      const seesAll = context.permissions?.includes('jobs.all') ?? true;
      return stored.filter(({ actor }) => seesAll || actor === context.actor).map(told);
    },

    async rows(id, window, context, outcome): Promise<Page<JobRow>> {
      return pageOfRows(store, await readJob(id, 'jobs.rows', context), window, outcome, context);
    },

    cancel: async (id, context) => {
      await withIdempotency<Id>(store, 'jobs.cancel', id, context, async (once) => {
        for (;;) {
          const stored = await ownJob(id, 'jobs.cancel', context);
          const ended = isEnded(stored.job) ? stored : end(stored, 'cancelled', store.now());
          // The undo that was stopped may be taken up again: rows that it restored are then passed by as changed.
          const undone = stored.job.undoOf;
          const original = undone === undefined ? null : await load<StoredJob>(store, 'job', undone, context);
          const also = original && ended !== stored ? [jobDocument(withoutUndo(original))] : [];
          const guards = original && also.length > 0 ? [guardOf('job', original.job.id, original)] : [];
          try {
            await store.commit([], [jobDocument(ended), ...also, once.document(id)], context, [
              guardOf('job', id, stored),
              ...guards,
              ...once.guards,
            ]);
            return id;
          } catch (error) {
            // The worker was quicker with a chunk: look again.
            const isRace = isClienteleError(error) && error.code === 'conflict';
            const now = isRace ? await readJob(id, 'jobs.cancel', context) : stored;
            if (now.rev === stored.rev) throw error;
          }
        }
      });
      return told(await readJob(id, 'jobs.cancel', context));
    },

    retry: async (id, context) => {
      const retried = await withIdempotency<Id>(store, 'jobs.retry', id, context, async (once) => {
        const stored = await ownJob(id, 'jobs.retry', context);
        if (!isEnded(stored.job)) throw refuse('conflict', 'the job is still running', 'jobs.retry');
        if (stored.job.failed === 0) throw refuse('conflict', 'no row of the job failed', 'jobs.retry');
        const machine = machineFor(context);
        const newId = machine.newId();
        const source = await retrySource(store, stored, newId, context);
        const job = newJob(newId, stored, context, store.now(), {
          source,
          canUndo: stored.canUndo,
          total: stored.job.failed,
        });
        if (stored.job.undoOf !== undefined) job.job.undoOf = stored.job.undoOf;
        return start(job, once, [], [], context);
      });
      return finishSmall(retried, context);
    },

    undo: async (id, context) => {
      const undone = await withIdempotency<Id>(store, 'jobs.undo', id, context, async (once) => {
        const stored = await ownJob(id, 'jobs.undo', context);
        if (!told(stored).undoable) throw refuse('conflict', 'the job cannot be undone', 'jobs.undo');
        const machine = machineFor(context);
        const job = newJob(machine.newId(), stored, context, store.now(), {
          source: { kind: 'undo', id, chunks: stored.next },
          canUndo: false,
          total: stored.job.ok,
        });
        job.job.undoOf = id;
        const marked: StoredJob = {
          ...stored,
          job: { ...stored.job, state: 'undone', undoneBy: job.job.id },
        };
        return start(job, once, [jobDocument(marked)], [guardOf('job', id, stored)], context);
      });
      return finishSmall(undone, context);
    },

    async work({ budgetMs, signal, rights }, context) {
      const over = performance.now() + budgetMs;
      const isOver = () => performance.now() >= over || signal?.aborted === true;
      const machine = machineFor(context, rights ?? options.rights ?? ownRights(context));
      const active = async () =>
        ((await store.documents('job', context, machine.options.mostJobs)) as StoredJob[])
          .filter(({ job }) => !isEnded(job))
          .reverse();
      let waiting = await active();
      let isMoved = true;
      // At least one round of chunks is done, however small the budget: else a slow machine would never get on.
      while (waiting.length > 0 && isMoved) {
        isMoved = false;
        for (const { job, rev } of waiting) {
          if (signal?.aborted) break;
          // One chunk of each in turn, so that a small job does not wait for a great one.
          await pump(job.id, machine, context, () => true);
          isMoved ||= (await load<StoredJob>(store, 'job', job.id, context))?.rev !== rev;
          if (isOver()) break;
        }
        waiting = await active();
        if (isOver()) break;
      }
      if (waiting.length === 0 && store.now() - pruned > PRUNE_EVERY) {
        pruned = store.now();
        await prunePlans(store, machine.options.mostJobs, context);
      }
      if (waiting.length > 0 && isOver()) return { more: true };
      const hasUpkeep = signal?.aborted !== true && (await options.upkeep?.(isOver, context)) === true;
      return { more: hasUpkeep || waiting.length > 0 };
    },
  };
  return jobs;
}

/** What the pump's own context says of its user; of others it says nothing. */
function ownRights({ actor, role, permissions, branches }: Context): (who: Context) => Rights | null {
  return (who) =>
    permissions && who.actor === actor && who.role === role
      ? { permissions: [...permissions], hidden: [], masked: [], branches: branches ? [...branches] : null }
      : null;
}

function newJob(
  id: Id,
  from: Pick<StoredPlan, 'plan'> | Pick<StoredJob, 'job'>,
  context: WriteContext,
  now: number,
  rest: Pick<StoredJob, 'source' | 'canUndo'> & { total: number },
): StoredJob {
  const { action, params } = 'plan' in from ? from.plan : from.job;
  const { total, source, canUndo } = rest;
  const { actor, role, key } = authorOf(context, context, context.key);
  return {
    rev: 0,
    actor,
    role,
    key,
    source,
    canUndo,
    next: 0,
    job: {
      id,
      action,
      params,
      state: 'queued',
      total,
      ok: 0,
      failed: 0,
      skipped: 0,
      unprocessed: total,
      reasons: [],
      actor,
      createdAt: new Date(now).toISOString(),
      finishedAt: null,
      undoable: false,
    },
  };
}

/** A job whose undo was cancelled: it may be undone again. */
function withoutUndo(stored: StoredJob): StoredJob {
  const { undoneBy: _, ...job } = stored.job;
  return { ...stored, job: { ...job, state: stored.job.unprocessed > 0 ? 'cancelled' : 'done' } };
}

function mergeWords(own: Words = {}): Words {
  const actions = new Set([...Object.keys(DEFAULT_WORDS), ...Object.keys(own)]);
  return Object.fromEntries(
    [...actions].map((action) => [action, { ...DEFAULT_WORDS[action], ...own[action] }]),
  );
}
