import { sql } from 'kysely';
import { ClienteleError, type Change, type Context, type Id } from '../../contract/index.js';
import { ANSWER_LIFE } from '../../engine/index.js';
import type { Base } from './base.js';
import type { Database } from './database.js';
import type { PostgresOptions } from './options.js';

const POLL = 1000;
/** Between looks where notifications come: for one that was lost. */
const POLL_LISTENING = 15_000;
const KEPT = 10_000;
/** Old changes and answers are swept once in so many changes. */
const SWEPT = 500;
const PAGE = 500;
/** A burst of writes sends one notification. */
const BURST_MS = 20;

/** The live stream: a log in the database, and what wakes those who read it. */
export class ChangeLog {
  readonly #database: Database;
  readonly #options: PostgresOptions;
  readonly #channel: string;
  readonly #sleeping = new Map<Id, Set<() => void>>();
  readonly #sent = new Map<Id, ReturnType<typeof setTimeout>>();
  readonly #background = new Set<Promise<unknown>>();
  #listening: Promise<() => void | Promise<void>> | null = null;
  #watchers = 0;
  #isClosed = false;

  constructor(database: Database, options: PostgresOptions) {
    this.#database = database;
    this.#options = options;
    this.#channel = `${database.schema}_changes`;
  }

  /** A transaction stands whose last change has this number. */
  added(context: Context, seq: number): void {
    this.#wake(context.tenant);
    if (this.#options.listen) this.#notify(context);
    if (seq % SWEPT === 0) this.#later(() => this.#sweep(context, seq));
  }

  /** Changes after a cursor until the signal aborts. A cursor that is too old, or of another life of the base, answers `lost` first. */
  async *watch(base: Base, since: string | null, context: Context): AsyncGenerator<Change> {
    const { signal } = context;
    this.#watchers++;
    try {
      // Where "from now on" begins is settled first: what comes while a connection is made to listen is in the log.
      const head = await this.#database.read('watch', context, (run) => base.head(run));
      await this.#listen();
      let next = head.seq;
      if (since !== null) {
        const [epoch, number] = since.split('.');
        const wanted = Number(number);
        const isKnown = epoch === head.epoch && Number.isInteger(wanted) && wanted >= 0 && wanted <= head.seq;
        if (!isKnown || (await this.#isSwept(context, wanted, head.seq)))
          yield { kind: 'lost', at: `${head.epoch}.${head.seq}` };
        else next = wanted;
      }
      const isOver = () => this.#isClosed || signal?.aborted === true;
      while (!isOver()) {
        const asleep = this.#sleep(context);
        const rows = await this.#after(context, next);
        if (rows.length === 0) {
          await asleep.wait();
          continue;
        }
        asleep.cancel();
        if (rows[0]!.seq > next + 1) yield { kind: 'lost', at: `${head.epoch}.${rows[0]!.seq - 1}` };
        for (const { seq, change } of rows) {
          if (isOver()) return;
          next = seq;
          const told = (typeof change === 'string' ? JSON.parse(change) : change) as Change;
          yield { ...told, at: `${head.epoch}.${seq}` };
        }
      }
    } catch (error) {
      if (signal?.aborted) return;
      throw error;
    } finally {
      if (--this.#watchers === 0) await this.#stopListening();
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const tenant of [...this.#sleeping.keys()]) this.#wake(tenant);
    for (const timer of this.#sent.values()) clearTimeout(timer);
    await Promise.allSettled(this.#background);
    await this.#stopListening();
  }

  async #after({ tenant, ...context }: Context, next: number): Promise<{ seq: number; change: unknown }[]> {
    const { changes } = this.#database.tables;
    return this.#database.read('watch', { ...context, tenant }, (run) =>
      run(
        sql<{
          seq: number;
          change: unknown;
        }>`select seq::float8, change from ${changes} where tenant = ${tenant} and seq > ${next}::int8 order by changes.seq limit ${PAGE}`,
      ),
    );
  }

  async #isSwept(context: Context, wanted: number, seq: number): Promise<boolean> {
    if (wanted === seq) return false;
    const [first] = await this.#after(context, wanted);
    return first?.seq !== wanted + 1;
  }

  /** Begins before the log is looked at, so that what comes in between is not slept through. */
  #sleep({ tenant, signal }: Context): { wait(): Promise<void>; cancel(): void } {
    const ms = this.#options.pollMs ?? (this.#options.listen ? POLL_LISTENING : POLL);
    let wake: () => void = () => undefined;
    const woken = new Promise<void>((done) => {
      wake = done;
    });
    const sleepers = this.#sleeping.get(tenant) ?? new Set();
    this.#sleeping.set(tenant, sleepers.add(wake));
    let timer: ReturnType<typeof setTimeout> | undefined;
    signal?.addEventListener('abort', wake, { once: true });
    const cancel = () => {
      clearTimeout(timer);
      sleepers.delete(wake);
      if (sleepers.size === 0 && this.#sleeping.get(tenant) === sleepers) this.#sleeping.delete(tenant);
      signal?.removeEventListener('abort', wake);
    };
    return {
      cancel,
      wait: async () => {
        timer = setTimeout(wake, ms);
        if (signal?.aborted || this.#isClosed) wake();
        await woken;
        cancel();
      },
    };
  }

  #wake(tenant: Id): void {
    for (const wake of [...(this.#sleeping.get(tenant) ?? [])]) wake();
  }

  #notify(context: Context): void {
    const { tenant } = context;
    if (this.#sent.has(tenant) || this.#isClosed) return;
    const timer = setTimeout(() => {
      this.#sent.delete(tenant);
      // After the commit, by itself: a notification within it would make all commits of the database wait for one another.
      this.#later(() =>
        this.#database.read('watch', { tenant, actor: '', role: '' }, (run) =>
          run(sql`select pg_notify(${this.#channel}, ${tenant})`),
        ),
      );
    }, BURST_MS);
    this.#sent.set(tenant, timer);
  }

  async #sweep({ tenant, actor, role }: Context, seq: number): Promise<void> {
    const { changes, documents } = this.#database.tables;
    const oldest = seq - (this.#options.keptChanges ?? KEPT);
    await this.#database.write('sweep', { tenant, actor, role }, async (run) => {
      await run(sql`delete from ${changes} where tenant = ${tenant} and seq <= ${oldest}::int8`);
      await run(
        sql`delete from ${documents} where tenant = ${tenant} and kind = 'answer' and at < now() - ${ANSWER_LIFE}::float8 * interval '1 millisecond'`,
      );
    });
  }

  /** What nobody waits for; when it fails, it is done the next time. */
  #later(work: () => Promise<unknown>): void {
    const task = work().catch(() => undefined);
    this.#background.add(task);
    void task.finally(() => this.#background.delete(task));
  }

  async #listen(): Promise<void> {
    const { listen } = this.#options;
    if (!listen) return;
    this.#listening ??= Promise.resolve(listen(this.#channel, (tenant) => this.#wake(tenant)));
    try {
      await this.#listening;
    } catch (error) {
      this.#listening = null;
      throw new ClienteleError(
        'unavailable',
        'notifications cannot be listened to',
        { operation: 'watch' },
        error,
      );
    }
  }

  async #stopListening(): Promise<void> {
    const listening = this.#listening;
    this.#listening = null;
    await (
      await listening?.catch(() => undefined)
    )?.();
  }
}
