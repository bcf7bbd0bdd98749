import { v7 } from 'uuid';
import type { Adapter, JobStore, Now } from '../contract/adapter.js';
import { ClienteleError, isClienteleError } from '../contract/plain/errors.js';
import type { Job, JobRow } from '../contract/jobs.js';
import type { Page } from '../contract/query.js';
import type { Id } from '../contract/values.js';
import { need, type Gate } from './gate.js';
import { idle } from './idle.js';
import { settle } from './now.js';

/** What one idle slice may take. */
const BUDGET_MS = 8;
/** How often a job of a server is asked for, while it runs and nothing else tells. */
const POLL_MS = 1000;

/** How often an embedded base is looked after when nothing else calls for it. */
const MINUTE_MS = 60_000;

/** How many jobs are remembered. */
const KEPT = 50;

const ENDED: ReadonlySet<Job['state']> = new Set(['done', 'cancelled', 'failed', 'undone']);

export function hasEnded(job: Job): boolean {
  return ENDED.has(job.state);
}

export interface JobsHost {
  readonly gate: Gate;
  /** The session works the adapter's jobs itself. */
  readonly isEmbedded: boolean;
  told(job: Job): void;
}

/** Jobs that this session started or heard of: their states, who waits for them, and the pump where the adapter has none of its own. */
export class Jobs {
  readonly #host: JobsHost;
  readonly #states = new Map<Id, Job>();
  readonly #waiting = new Map<
    Id,
    { job: Promise<Job>; done(job: Job): void; failed(error: unknown): void }
  >();
  #isPumping = false;
  /** Something was queued while the pump ran its last slice. */
  #isMore = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #minute: ReturnType<typeof setTimeout> | undefined;

  constructor(host: JobsHost) {
    this.#host = host;
    host.gate.signal.addEventListener('abort', () => this.#end(), { once: true });
  }

  /** Starts something that answers with a job. */
  async start(
    operation: string,
    ask: (jobs: JobStore, context: Parameters<JobStore['run']>[1]) => Promise<Job>,
  ): Promise<Job> {
    const job = await this.#host.gate.write(operation, this.#host.gate.own(v7()), (adapter, context) =>
      ask(need(adapter.jobs, operation), context),
    );
    this.note(job);
    this.pump();
    return job;
  }

  list(): Now<Job[]> {
    return this.#host.gate.read('jobs.list', (adapter, context) =>
      need(adapter.jobs, 'jobs.list').list(context),
    );
  }

  rows(
    job: Id,
    window: { at: number; size: number },
    outcome: JobRow['outcome'] | undefined,
  ): Now<Page<JobRow>> {
    return this.#host.gate.read('jobs.rows', (adapter, context) =>
      need(adapter.jobs, 'jobs.rows').rows(job, window, context, outcome),
    );
  }

  async finished(id: Id): Promise<Job> {
    const known = this.#states.get(id);
    if (known && hasEnded(known)) return known;
    let waiting = this.#waiting.get(id);
    if (!waiting) {
      const { promise, resolve, reject } = later<Job>();
      waiting = { job: promise, done: resolve, failed: reject };
      this.#waiting.set(id, waiting);
      this.heard(id);
      this.#poll();
    }
    return waiting.job;
  }

  /** Something changed about a job: asks for its state. */
  heard(id: Id): void {
    void settle(
      () =>
        this.#host.gate.read('jobs.get', (adapter, context) =>
          need(adapter.jobs, 'jobs.get').get(id, context),
        ),
      (job) => this.note(job),
      (error) => {
        if (!isClienteleError(error) || error.code !== 'not_found') return;
        this.#waiting.get(id)?.failed(error);
        this.#waiting.delete(id);
        this.#states.delete(id);
      },
    );
  }

  /** Takes in a job's state and tells it, if it is news. */
  note(job: Job): void {
    const before = this.#states.get(job.id);
    if (
      before &&
      (hasEnded(before) && !hasEnded(job) ? true : JSON.stringify(before) === JSON.stringify(job))
    )
      return;
    this.#states.set(job.id, job);
    this.#prune();
    this.#host.told(job);
    if (!hasEnded(job)) return this.#poll();
    this.#waiting.get(job.id)?.done(job);
    this.#waiting.delete(job.id);
  }

  /** Works queued jobs of an embedded adapter in idle slices until there is no more. */
  pump(): void {
    this.#isMore = true;
    if (!this.#host.isEmbedded || this.#isPumping) return;
    this.#again();
    this.#isPumping = true;
    const slice = async (): Promise<void> => {
      if (this.#host.gate.signal.aborted) return;
      this.#isMore = false;
      let more = false;
      try {
        ({ more } = await this.#host.gate.read('jobs.work', async (adapter: Adapter, context) =>
          need(adapter.jobs, 'jobs.work').work(
            { budgetMs: BUDGET_MS, signal: this.#host.gate.signal },
            context,
          ),
        ));
      } catch {
        // Told by the gate. What is queued stays; the next start tries again.
      }
      for (const [id, job] of this.#states) if (!hasEnded(job)) this.heard(id);
      if (more || this.#isMore) return idle(() => void slice());
      this.#isPumping = false;
    };
    idle(() => void slice());
  }

  /** The day turns also where nothing changes, and what rested comes to its turn. */
  #again(): void {
    clearTimeout(this.#minute);
    this.#minute = setTimeout(() => this.pump(), MINUTE_MS);
    // A process of Node is not kept alive for it.
    (this.#minute as { unref?(): void }).unref?.();
  }

  #prune(): void {
    if (this.#states.size <= KEPT) return;
    for (const [id, job] of this.#states) {
      if (hasEnded(job)) {
        this.#states.delete(id);
        return;
      }
    }
  }

  #poll(): void {
    if (this.#host.isEmbedded || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      const open = new Set([
        ...this.#waiting.keys(),
        ...[...this.#states.values()].filter((job) => !hasEnded(job)).map(({ id }) => id),
      ]);
      for (const id of open) this.heard(id);
      if (open.size > 0) this.#poll();
    }, POLL_MS);
  }

  #end(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#minute);
    const error = new ClienteleError('aborted', 'the session has ended', { operation: 'jobs.get' });
    for (const { failed } of this.#waiting.values()) failed(error);
    this.#waiting.clear();
    this.#states.clear();
  }
}

function later<T>(): { promise: Promise<T>; resolve(value: T): void; reject(error: unknown): void } {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  return { promise, resolve, reject };
}
