import { v7 } from 'uuid';
import type { Adapter, Now, RecordQuery, WriteContext } from '../contract/adapter.js';
import type { Client, Patch } from '../contract/client.js';
import type { ActionRequest, Job, JobRow, Plan } from '../contract/jobs.js';
import type {
  ExplainRequest,
  Explanation,
  LibraryItems,
  LibraryKind,
  LibrarySave,
  SegmentSize,
  Use,
} from '../contract/library.js';
import type { Page, SavedView } from '../contract/query.js';
import type {
  ClientRecord,
  HeldItem,
  IngestItem,
  IngestResult,
  RecordPatch,
  Settlement,
} from '../contract/records.js';
import type { Id } from '../contract/values.js';
import type { NameOrder } from '../text/names.js';
import { Changes, type ChangesHost } from './changes.js';
import { need } from './gate.js';
import { Jobs } from './jobs.js';
import { foreseen } from './optimistic.js';
import { lay, overlaid } from './overlay.js';
import type { SaveOptions } from './types.js';
import { Writes } from './writes.js';

export interface DoingHost extends ChangesHost {
  /** Of the base. */
  nameOrder(): NameOrder;
  /** The session works the adapter's jobs itself. */
  readonly isEmbedded: boolean;
  jobTold(job: Job): void;
  viewsChanged(): void;
  libraryChanged(): void;
  recordsChanged(record: string, clients: readonly Id[] | 'many'): void;
}

/** All that a session does to the base, as against looking at it: a page shows its first rows without. */
export class Doing {
  readonly #host: DoingHost;
  readonly changes: Changes;
  readonly #writes: Writes;
  readonly #jobs: Jobs;

  constructor(host: DoingHost) {
    this.#host = host;
    const { gate, mirror } = host;
    this.changes = new Changes(host);
    mirror.clients.overlay = (entry) => overlaid(entry, host.nameOrder());
    this.#writes = new Writes({
      gate,
      clients: mirror.clients,
      now: () => host.now(),
      wrote: (op, ids, fields) => this.changes.wrote(op, ids, fields),
      shown: (ids) => this.changes.redraw(ids),
    });
    this.#jobs = new Jobs({ gate, isEmbedded: host.isEmbedded, told: (job) => host.jobTold(job) });
  }

  async create(patch: Patch, options?: SaveOptions): Promise<Client> {
    return this.#writes.create(patch, options);
  }

  async save(id: Id, version: number, patch: Patch, options?: SaveOptions): Promise<Client> {
    return this.#writes.save(id, version, patch, options);
  }

  async remove(id: Id, version: number): Promise<void> {
    return this.#writes.remove(id, version);
  }

  async ingest(items: readonly IngestItem[]): Promise<IngestResult[]> {
    const { gate } = this.#host;
    const results = await gate.write('ingest', gate.own(v7(), true), async (adapter, context) =>
      need(adapter.ingest, 'ingest').call(adapter, items, context),
    );
    const of = (outcome: IngestResult['outcome']): Id[] =>
      results.flatMap((result) => (result.outcome === outcome && result.client ? [result.client] : []));
    await this.#took(of('created'), of('matched'));
    return results;
  }

  /** Clients that were made or met by what was taken in. */
  async #took(created: readonly Id[], matched: readonly Id[]): Promise<void> {
    const { changes } = this;
    if (created.length > 0) changes.wrote('created', created);
    if (matched.length > 0) {
      await changes.rereadHeld(matched);
      changes.wrote('updated', matched);
    }
  }

  reviews(): Now<HeldItem[]> {
    return this.#host.gate.read('reviews.list', (adapter, context) =>
      need(adapter.reviews, 'reviews.list').list(context),
    );
  }

  async settleReview(id: Id, version: number, how: Settlement): Promise<IngestResult> {
    const result = await this.#write('reviews.settle', async (adapter, context) =>
      need(adapter.reviews, 'reviews.settle').settle(id, version, how, context),
    );
    const clients = result.client === null ? [] : [result.client];
    const isNew = result.outcome === 'created';
    await this.#took(isNew ? clients : [], isNew ? [] : clients);
    return result;
  }

  async plan(request: ActionRequest): Promise<Plan> {
    return this.#write('jobs.plan', async (adapter, context) =>
      need(adapter.jobs, 'jobs.plan').plan(request, context),
    );
  }

  async run(plan: Id): Promise<Job> {
    return this.#jobs.start('jobs.run', async (jobs, context) => jobs.run(plan, context));
  }

  async act(request: ActionRequest): Promise<Job> {
    const { mirror } = this.#host;
    const ids = 'ids' in request.selection ? request.selection.ids : [];
    const patch = foreseen(request);
    const laid = patch ? ids.flatMap((id) => lay(mirror.clients, id, patch) ?? []) : [];
    if (laid.length > 0) this.changes.redraw(ids);
    const takeBack = (): void => {
      if (laid.length === 0) return;
      for (const remove of laid.splice(0)) remove();
      this.changes.redraw(ids);
    };
    try {
      const plan = await this.plan(request);
      const job = await this.run(plan.id);
      void this.#afterwards(job, ids).finally(takeBack);
      return job;
    } catch (error) {
      takeBack();
      throw error;
    }
  }

  async finished(job: Id): Promise<Job> {
    return this.#jobs.finished(job);
  }

  jobs(): Now<Job[]> {
    return this.#jobs.list();
  }

  jobRows(job: Id, window: { at: number; size: number }, outcome?: JobRow['outcome']): Now<Page<JobRow>> {
    return this.#jobs.rows(job, window, outcome);
  }

  async cancel(job: Id): Promise<Job> {
    return this.#jobs.start('jobs.cancel', async (jobs, context) => jobs.cancel(job, context));
  }

  async retry(job: Id): Promise<Job> {
    return this.#jobs.start('jobs.retry', async (jobs, context) => jobs.retry(job, context));
  }

  async undo(job: Id): Promise<Job> {
    return this.#jobs.start('jobs.undo', async (jobs, context) => jobs.undo(job, context));
  }

  views(): Now<SavedView[]> {
    return this.#host.gate.read('views.list', (adapter, context) =>
      need(adapter.views, 'views.list').list(context),
    );
  }

  async saveView(
    view: Omit<SavedView, 'version' | 'owner'> & { version: number | null },
  ): Promise<SavedView> {
    const saved = await this.#write('views.save', async (adapter, context) =>
      need(adapter.views, 'views.save').save(view, context),
    );
    this.#host.viewsChanged();
    return saved;
  }

  async removeView(id: Id, version: number): Promise<void> {
    await this.#write('views.remove', async (adapter, context) =>
      need(adapter.views, 'views.remove').remove(id, version, context),
    );
    this.#host.viewsChanged();
  }

  library<K extends LibraryKind>(kind: K): Now<LibraryItems[K][]> {
    return this.#host.gate.read('library.list', (adapter, context) =>
      need(adapter.library, 'library.list').list(kind, context),
    );
  }

  async saveItem<K extends LibraryKind>(kind: K, item: LibrarySave<K>): Promise<LibraryItems[K]> {
    const saved = await this.#write('library.save', async (adapter, context) =>
      need(adapter.library, 'library.save').save(kind, item, context),
    );
    this.#host.libraryChanged();
    return saved;
  }

  async removeItem(kind: LibraryKind, id: Id, version: number): Promise<void> {
    await this.#write('library.remove', async (adapter, context) =>
      need(adapter.library, 'library.remove').remove(kind, id, version, context),
    );
    this.#host.libraryChanged();
  }

  uses(kind: LibraryKind, id: Id): Now<Use[]> {
    return this.#host.gate.read('library.uses', (adapter, context) =>
      need(adapter.library, 'library.uses').uses(kind, id, context),
    );
  }

  sizes(segment: Id): Now<SegmentSize[]> {
    return this.#host.gate.read('library.sizes', (adapter, context) =>
      need(adapter.library, 'library.sizes').sizes(segment, context),
    );
  }

  explain(input: ExplainRequest): Now<Explanation> {
    return this.#host.gate.read('explain', (adapter, context) => {
      need(adapter.explain, 'explain');
      return adapter.explain!(input, context);
    });
  }

  records(query: RecordQuery): Now<Page<ClientRecord>> {
    return this.#host.gate.read('records.find', (adapter, context) =>
      need(adapter.records, 'records.find').find(query, context),
    );
  }

  recordCounts(client: Id): Now<Record<string, number>> {
    return this.#host.gate.read('records.counts', (adapter, context) => {
      const records = need(adapter.records, 'records.counts');
      return need(records.counts, 'records.counts').call(records, client, context);
    });
  }

  async saveRecord(input: RecordPatch): Promise<ClientRecord> {
    const saved = await this.#write('records.save', async (adapter, context) =>
      need(adapter.records, 'records.save').save(input, context),
    );
    this.#host.recordsChanged(input.record, [input.client]);
    return saved;
  }

  async removeRecord(record: string, id: Id, version: number): Promise<void> {
    await this.#write('records.remove', async (adapter, context) =>
      need(adapter.records, 'records.remove').remove({ record, id, version }, context),
    );
    this.#host.recordsChanged(record, 'many');
  }

  /** The stream says that something changed about a job. */
  heard(job: Id): void {
    this.#jobs.heard(job);
  }

  /** Works what is queued, where nobody else does. */
  pump(): void {
    this.#jobs.pump();
  }

  async #write<T>(
    operation: string,
    ask: (adapter: Adapter, context: WriteContext) => Promise<T>,
  ): Promise<T> {
    const { gate } = this.#host;
    return gate.write(operation, gate.own(v7()), ask);
  }

  /** Waits for an optimistic action to end, until what it really did is in the cache. */
  async #afterwards(job: Job, ids: readonly Id[]): Promise<void> {
    try {
      await this.#jobs.finished(job.id);
      await this.changes.rereadHeld(ids);
    } catch {
      // Told by the gate; what was shown beforehand is taken back.
    }
  }
}
