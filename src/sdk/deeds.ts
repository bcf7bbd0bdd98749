import type { Now, RecordQuery } from '../contract/adapter.js';
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
import type { Doing } from './doing.js';
import type { SaveOptions } from './types.js';
import { rejecting } from './now.js';

/** The members of a session that what writes answers for, which a page may load after its first rows. */
export abstract class Deeds {
  /** Works with what writes: at once where it is there, else when it has loaded. */
  protected abstract with<T>(work: (doing: Doing) => Now<T>): Now<T>;

  protected read<T>(work: (doing: Doing) => Now<T>): Now<T> {
    return rejecting(() => this.with(work));
  }

  async create(patch: Patch, options?: SaveOptions): Promise<Client> {
    return this.with((doing) => doing.create(patch, options));
  }

  async save(id: Id, version: number, patch: Patch, options?: SaveOptions): Promise<Client> {
    return this.with((doing) => doing.save(id, version, patch, options));
  }

  async remove(id: Id, version: number): Promise<void> {
    return this.with((doing) => doing.remove(id, version));
  }

  async ingest(items: readonly IngestItem[]): Promise<IngestResult[]> {
    return this.with((doing) => doing.ingest(items));
  }

  reviews(): Now<HeldItem[]> {
    return this.read((doing) => doing.reviews());
  }

  async settleReview(id: Id, version: number, how: Settlement): Promise<IngestResult> {
    return this.with((doing) => doing.settleReview(id, version, how));
  }

  async plan(request: ActionRequest): Promise<Plan> {
    return this.with((doing) => doing.plan(request));
  }

  async run(plan: Id): Promise<Job> {
    return this.with((doing) => doing.run(plan));
  }

  async act(request: ActionRequest): Promise<Job> {
    return this.with((doing) => doing.act(request));
  }

  async finished(job: Id): Promise<Job> {
    return this.with((doing) => doing.finished(job));
  }

  jobs(): Now<Job[]> {
    return this.read((doing) => doing.jobs());
  }

  jobRows(job: Id, window: { at: number; size: number }, outcome?: JobRow['outcome']): Now<Page<JobRow>> {
    return this.read((doing) => doing.jobRows(job, window, outcome));
  }

  async cancel(job: Id): Promise<Job> {
    return this.with((doing) => doing.cancel(job));
  }

  async retry(job: Id): Promise<Job> {
    return this.with((doing) => doing.retry(job));
  }

  async undo(job: Id): Promise<Job> {
    return this.with((doing) => doing.undo(job));
  }

  views(): Now<SavedView[]> {
    return this.read((doing) => doing.views());
  }

  async saveView(
    view: Omit<SavedView, 'version' | 'owner'> & { version: number | null },
  ): Promise<SavedView> {
    return this.with((doing) => doing.saveView(view));
  }

  async removeView(id: Id, version: number): Promise<void> {
    return this.with((doing) => doing.removeView(id, version));
  }

  library<K extends LibraryKind>(kind: K): Now<LibraryItems[K][]> {
    return this.read((doing) => doing.library(kind));
  }

  async saveItem<K extends LibraryKind>(kind: K, item: LibrarySave<K>): Promise<LibraryItems[K]> {
    return this.with((doing) => doing.saveItem(kind, item));
  }

  async removeItem(kind: LibraryKind, id: Id, version: number): Promise<void> {
    return this.with((doing) => doing.removeItem(kind, id, version));
  }

  uses(kind: LibraryKind, id: Id): Now<Use[]> {
    return this.read((doing) => doing.uses(kind, id));
  }

  sizes(segment: Id): Now<SegmentSize[]> {
    return this.read((doing) => doing.sizes(segment));
  }

  explain(input: ExplainRequest): Now<Explanation> {
    return this.read((doing) => doing.explain(input));
  }

  records(query: RecordQuery): Now<Page<ClientRecord>> {
    return this.read((doing) => doing.records(query));
  }

  recordCounts(client: Id): Now<Record<string, number>> {
    return this.read((doing) => doing.recordCounts(client));
  }

  async saveRecord(input: RecordPatch): Promise<ClientRecord> {
    return this.with((doing) => doing.saveRecord(input));
  }

  async removeRecord(record: string, id: Id, version: number): Promise<void> {
    return this.with((doing) => doing.removeRecord(record, id, version));
  }
}
