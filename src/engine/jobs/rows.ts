import type { Context, JobRow, Page } from '../../contract/index.js';
import type { Store } from '../store.js';
import type { UndoRow } from './behaviours.js';
import { chunkOf, type DoneRow, type PlanRow, type StoredJob } from './documents.js';
import { loadRows } from './packed.js';

/** A window of a job's rows, in the order in which it goes over them, all or those of one outcome. */
export async function pageOfRows(
  store: Store,
  stored: StoredJob,
  window: { at: number; size: number },
  outcome: JobRow['outcome'] | undefined,
  context: Context,
): Promise<Page<JobRow>> {
  const { job, source, next } = stored;
  const total = outcome === undefined ? job.total : job[outcome];
  const items: JobRow[] = [];
  let passed = 0;
  const end = Math.min(window.at + window.size, total);
  // Done chunks hold no unprocessed rows, those that wait hold nothing else.
  const first = outcome === 'unprocessed' ? next : 0;
  const last = outcome === undefined || outcome === 'unprocessed' ? source.chunks : next;
  for (let index = first; index < last && passed < end; index++) {
    const rows = await chunk(store, stored, index, context);
    const wanted = outcome === undefined ? rows : rows.filter((row) => row.outcome === outcome);
    const from = Math.max(0, window.at - passed);
    items.push(...wanted.slice(from, from + window.size - items.length));
    passed += wanted.length;
  }
  return {
    items,
    at: window.at,
    next: null,
    total,
    today: new Date(store.now()).toISOString().slice(0, 10),
    revision: String(stored.rev),
  };
}

async function chunk(store: Store, stored: StoredJob, index: number, context: Context): Promise<JobRow[]> {
  const { job, source, next } = stored;
  if (index < next) {
    const done = await loadRows<DoneRow>(store, 'job-rows', chunkOf(job.id, index), context);
    return done.map(({ id, outcome, reason }) => ({ client: id, outcome, reason }));
  }
  const rows = await loadRows<PlanRow | UndoRow>(store, source.kind, chunkOf(source.id, index), context);
  return rows.map(({ id }) => ({ client: id, outcome: 'unprocessed', reason: null }));
}
