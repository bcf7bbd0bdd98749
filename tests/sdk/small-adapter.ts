import {
  ClienteleError,
  DEFAULT_SETTINGS,
  EVERYONE,
  PERMISSIONS,
  setValue,
  valueOf,
  type Adapter,
  type Change,
  type Client,
  type Context,
  type Description,
  type Job,
  type Node,
  type Now,
  type Page,
  type Patch,
  type Plan,
  type Query,
  type SavedView,
  type WriteContext,
} from '../../src/contract/index.js';

export interface SmallOptions {
  clients?: number;
  /** Answers come when `release` is called; false: at once. */
  isLater?: boolean;
  /** The same for descriptions. */
  isDescribedLater?: boolean;
  description?: Partial<Description>;
  isRemote?: boolean;
  hasWatch?: boolean;
}

type Waiting = { operation: string; context: Context; answer(): void; isGone: boolean };

/** A base in a Map that keeps the port's promises for what the session needs, and shows what it was asked. */
export class SmallBase {
  readonly clients = new Map<string, Client>();
  readonly asked: { operation: string; detail?: unknown; context: Context }[] = [];
  readonly waiting: Waiting[] = [];
  readonly jobs = new Map<string, Job>();
  readonly #plans = new Map<string, Plan>();
  readonly #queue: { job: string; ids: string[]; patch: Patch | 'remove'; key: string }[] = [];
  readonly #views = new Map<string, SavedView>();
  readonly #streams = new Set<(change: Change | Error) => void>();
  readonly log: Change[] = [];
  /** The next calls of these operations fail so. */
  readonly failures = new Map<string, ClienteleError[]>();
  isLater: boolean;
  isDescribedLater: boolean;
  isClosed = false;
  rights = { permissions: [...PERMISSIONS] as Description['rights']['permissions'] };
  revision = 0;
  readonly adapter: Adapter;
  readonly #options: SmallOptions;

  constructor(options: SmallOptions = {}) {
    this.#options = options;
    this.isLater = options.isLater ?? false;
    this.isDescribedLater = options.isDescribedLater ?? false;
    for (let index = 0; index < (options.clients ?? 1000); index++) {
      const id = `c${String(index).padStart(5, '0')}`;
      this.clients.set(id, {
        id,
        version: 1,
        firstName: `Client ${index}`,
        visits: index,
        city: index % 2 ? 'Riga' : 'Brno',
      });
    }
    this.adapter = this.#make();
  }

  /** Answers what waits, oldest first; or only what the filter takes. */
  async release(take: (operation: string, index: number) => boolean = () => true): Promise<void> {
    const all = this.waiting.splice(0);
    all.forEach((one, index) => (take(one.operation, index) ? one.answer() : this.waiting.push(one)));
    await settled();
  }

  fail(operation: string, error: ClienteleError): void {
    this.failures.set(operation, [...(this.failures.get(operation) ?? []), error]);
  }

  /** Somebody else's edit. */
  edit(id: string, patch: Patch, tell: Partial<Extract<Change, { kind: 'clients' }>> | null = {}): void {
    const old = this.clients.get(id);
    if (!old) throw new Error(`no ${id}`);
    const client = { ...old, version: old.version + 1 };
    for (const [field, value] of Object.entries(patch)) setValue(client, field, value);
    this.clients.set(id, client);
    this.revision++;
    if (tell)
      this.tell({ kind: 'clients', at: '', op: 'updated', ids: [id], fields: Object.keys(patch), ...tell });
  }

  tell(change: Change): void {
    const numbered = { ...change, at: String(this.log.length + 1) };
    this.log.push(numbered);
    for (const stream of [...this.#streams]) stream(numbered);
  }

  breakStreams(error = new ClienteleError('offline', 'the stream broke')): void {
    for (const stream of [...this.#streams]) stream(error);
  }

  get streams(): number {
    return this.#streams.size;
  }

  /** Of the newest question for a window of clients. */
  get lastWindow(): { at: number; size: number } {
    const query = this.asked.findLast(({ operation }) => operation === 'find')?.detail as Query | undefined;
    if (!query || !('at' in query.window)) throw new Error('no window was asked for');
    return query.window;
  }

  count(operation: string): number {
    return this.asked.filter((one) => one.operation === operation).length;
  }

  #answer<T>(operation: string, context: Context, detail: unknown, work: () => T): Now<T> {
    this.asked.push({ operation, detail, context });
    const run = (): T => {
      const failure = this.failures.get(operation)?.shift();
      if (failure) throw failure;
      if (this.isClosed) throw new Error('closed');
      return work();
    };
    if (!(operation === 'describe' ? this.isDescribedLater : this.isLater)) return run();
    return new Promise<T>((resolve, reject) => {
      const waiting: Waiting = {
        operation,
        context,
        isGone: false,
        answer: () => {
          if (waiting.isGone) return;
          try {
            resolve(run());
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        },
      };
      context.signal?.addEventListener('abort', () => {
        waiting.isGone = true;
        const at = this.waiting.indexOf(waiting);
        if (at >= 0) this.waiting.splice(at, 1);
        reject(new DOMException('aborted', 'AbortError'));
      });
      this.waiting.push(waiting);
    });
  }

  #find(query: Query): Page<Client> {
    const rows = [...this.clients.values()].filter(
      (client) => !client.removedAt && matches(query.where.where, client),
    );
    const [key] = query.sort;
    if (key) {
      rows.sort((a, b) => {
        const [x, y] = [valueOf(a, key.field) ?? '', valueOf(b, key.field) ?? ''];
        return (x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1) * (key.dir === 'asc' ? 1 : -1);
      });
    }
    const { window } = query;
    const at = 'at' in window ? window.at : 0;
    const items = rows.slice(at, at + window.size).map((client) => pick(client, query.fields));
    return {
      items,
      at,
      next: null,
      total: rows.length,
      today: '2026-11-23',
      revision: String(this.revision),
    };
  }

  #description(): Description {
    const { description, hasWatch = true } = this.#options;
    return {
      contract: 1,
      capabilities: {
        filter: true,
        sort: true,
        search: true,
        write: true,
        token: true,
        watch: hasWatch,
        records: ['bookings'],
        ingest: true,
        actions: ['favourite', 'block', 'unblock', 'delete'],
        views: true,
        files: false,
        aggregate: false,
      },
      fields: [],
      records: [],
      actions: [],
      tabs: [],
      lists: {},
      settings: DEFAULT_SETTINGS,
      rights: { permissions: this.rights.permissions, hidden: [], masked: [], branches: null },
      actor: { id: 'anna', name: 'Anna', role: 'owner' },
      now: new Date().toISOString(),
      today: new Date().toISOString().slice(0, 10),
      ...description,
    };
  }

  #make(): Adapter {
    const later = async <T>(
      operation: string,
      context: Context,
      detail: unknown,
      work: () => T,
    ): Promise<T> => this.#answer(operation, context, detail, work);
    const get = (id: string): Client => {
      const client = this.clients.get(id);
      if (!client || client.removedAt) throw new ClienteleError('not_found', `no client ${id}`);
      return client;
    };
    return {
      describe: (context) => this.#answer('describe', context, null, () => this.#description()),
      find: (query, context) => this.#answer('find', context, query, () => this.#find(query)),
      count: (where, context) =>
        this.#answer('count', context, where, () => ({
          count: [...this.clients.values()].filter((client) => matches(where.where, client)).length,
          today: '2026-11-23',
        })),
      get: (id, context, fields) => this.#answer('get', context, { id, fields }, () => pick(get(id), fields)),
      save: async ({ id, version, patch }, context) =>
        later('save', context, { id, version, patch }, () => {
          const old = version === null ? { id, version: 0 } : get(id);
          if (version !== null && old.version !== version) {
            throw new ClienteleError('stale_version', 'changed since', { version: old.version });
          }
          const client: Client = { ...old, version: old.version + 1 };
          for (const [field, value] of Object.entries(patch)) setValue(client, field, value);
          this.clients.set(id, client);
          this.revision++;
          const op = version === null ? 'created' : 'updated';
          this.tell({ kind: 'clients', at: '', op, ids: [id], fields: Object.keys(patch), key: context.key });
          return pick(client, undefined);
        }),
      remove: async (id, version, context) =>
        later('remove', context, { id, version }, () => {
          this.clients.set(id, { ...get(id), removedAt: new Date().toISOString() });
          this.revision++;
          this.tell({ kind: 'clients', at: '', op: 'removed', ids: [id], key: context.key });
        }),
      ...(this.#options.hasWatch === false ? {} : { watch: (since, context) => this.#watch(since, context) }),
      ...(this.#options.isRemote ? { remote: true as const } : {}),
      jobs: this.#makeJobs(later),
      views: {
        list: (context) => this.#answer('views.list', context, null, () => [...this.#views.values()]),
        save: async (view, context) =>
          later('views.save', context, view, () => {
            const saved = { ...view, version: (view.version ?? 0) + 1, owner: 'anna' };
            this.#views.set(view.id, saved);
            return saved;
          }),
        remove: async (id, version, context) =>
          later('views.remove', context, { id, version }, () => void this.#views.delete(id)),
      },
      close: () => {
        this.isClosed = true;
      },
    };
  }

  #makeJobs(
    later: <T>(operation: string, context: WriteContext, detail: unknown, work: () => T) => Promise<T>,
  ): NonNullable<Adapter['jobs']> {
    const start = (context: WriteContext, plan: Plan): Job => {
      const id = `job-${this.jobs.size + 1}`;
      const job: Job = {
        id,
        action: plan.action,
        params: plan.params,
        state: 'queued',
        total: plan.total,
        ok: 0,
        failed: 0,
        skipped: 0,
        unprocessed: plan.total,
        reasons: [],
        actor: context.actor,
        createdAt: new Date().toISOString(),
        finishedAt: null,
        undoable: false,
      };
      this.jobs.set(id, job);
      const { action, params, sample } = plan;
      const patch: Patch | 'remove' =
        action === 'delete'
          ? 'remove'
          : action === 'favourite'
            ? { favourite: params['on'] === true }
            : action === 'block'
              ? { blocked: true, blockReason: String(params['reason']) }
              : { blocked: false, blockReason: null };
      this.#queue.push({ job: id, ids: [...sample], patch, key: context.key });
      return job;
    };
    return {
      plan: async (request, context) =>
        later('jobs.plan', context, request, () => {
          if (!('ids' in request.selection)) throw new ClienteleError('unsupported', 'ids only');
          const plan: Plan = {
            id: `plan-${this.#plans.size + 1}`,
            action: request.action,
            params: request.params,
            total: request.selection.ids.length,
            affected: request.selection.ids.length,
            skipped: 0,
            reasons: [],
            sample: [...request.selection.ids],
            createdAt: new Date().toISOString(),
            expiresAt: new Date(Date.now() + 60_000).toISOString(),
          };
          this.#plans.set(plan.id, plan);
          return plan;
        }),
      run: async (plan, context) =>
        later('jobs.run', context, plan, () => {
          const known = this.#plans.get(plan);
          if (!known) throw new ClienteleError('not_found', 'no such plan');
          return start(context, known);
        }),
      get: (id, context) =>
        this.#answer('jobs.get', context, id, () => {
          const job = this.jobs.get(id);
          if (!job) throw new ClienteleError('not_found', 'no such job');
          return job;
        }),
      list: (context) => this.#answer('jobs.list', context, null, () => [...this.jobs.values()]),
      rows: (job, { at }, context) =>
        this.#answer('jobs.rows', context, job, () => ({
          items: [],
          at,
          next: null,
          total: 0,
          today: '2026-11-23',
          revision: '0',
        })),
      cancel: async (id) => this.#end(id, 'cancelled'),
      retry: async () => {
        throw new ClienteleError('unsupported', 'not here');
      },
      undo: async () => {
        throw new ClienteleError('unsupported', 'not here');
      },
      work: async (_options, context) => {
        this.asked.push({ operation: 'jobs.work', context });
        this.work();
        return { more: this.#queue.length > 0 };
      },
    };
  }

  /** One row of the oldest job. */
  work(): void {
    const task = this.#queue[0];
    if (!task) return;
    const id = task.ids.shift();
    const job = this.jobs.get(task.job) as Job;
    if (id !== undefined) {
      const client = this.clients.get(id);
      const failure = this.failures.get(`row ${id}`)?.shift();
      if (client && !failure) {
        if (task.patch === 'remove') this.clients.set(id, { ...client, removedAt: new Date().toISOString() });
        else this.edit(id, task.patch, null);
        const op = task.patch === 'remove' ? 'removed' : 'updated';
        this.tell({ kind: 'clients', at: '', op, ids: [id], key: task.key });
      }
      const counted = { ...job, unprocessed: job.unprocessed - 1, state: 'running' as const };
      this.jobs.set(
        job.id,
        failure ? { ...counted, failed: job.failed + 1 } : { ...counted, ok: job.ok + 1 },
      );
    }
    if (task.ids.length === 0) {
      this.#queue.shift();
      this.#end(job.id, 'done');
    }
    this.tell({ kind: 'job', at: '', id: job.id });
  }

  #end(id: string, state: Job['state']): Job {
    const job = { ...(this.jobs.get(id) as Job), state, finishedAt: new Date().toISOString() };
    this.jobs.set(id, job);
    return job;
  }

  async *#watch(since: string | null, context: Context): AsyncGenerator<Change> {
    this.asked.push({ operation: 'watch', detail: since, context });
    const failure = this.failures.get('watch')?.shift();
    if (failure) throw failure;
    const queue: (Change | Error)[] = since === null ? [] : this.log.slice(Number(since));
    let wake: () => void = () => undefined;
    const push = (change: Change | Error): void => {
      queue.push(change);
      wake();
    };
    const stop = (): void => push(new DOMException('aborted', 'AbortError'));
    context.signal?.addEventListener('abort', stop, { once: true });
    this.#streams.add(push);
    try {
      for (;;) {
        const next = queue.shift();
        if (next instanceof Error) throw next;
        if (next) yield next;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      this.#streams.delete(push);
      context.signal?.removeEventListener('abort', stop);
    }
  }
}

function matches(node: Node, client: Client): boolean {
  if (node.kind === 'everyone') return true;
  if (node.kind === 'all') return node.of.every((inner) => matches(inner, client));
  if (node.kind === 'field' && node.op === 'is') return valueOf(client, node.field) === node.value;
  throw new ClienteleError('unsupported', `the small base knows no ${node.kind}`);
}

function pick(stored: Client, fields: readonly string[] | undefined): Client {
  const name = [stored.firstName, stored.lastName].filter(Boolean).join(' ');
  const client = name === '' ? { ...stored } : { ...stored, name };
  if (!fields) return client;
  const picked: Client = { id: client.id, version: client.version };
  for (const field of fields) {
    const value = valueOf(client, field);
    if (value !== undefined) setValue(picked, field, value as never);
  }
  return picked;
}

/** After everything that is under way without timers. */
export async function settled(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
}

/** Waits until `check` is truthy; fails after two seconds. */
export async function until(check: () => unknown, what = 'condition'): Promise<void> {
  const end = Date.now() + 2000;
  while (!check()) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

export const ALL = {
  where: EVERYONE,
  sort: [{ field: 'visits', dir: 'asc' }],
  fields: ['name', 'city', 'visits'],
} as const;
