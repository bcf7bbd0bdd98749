import type { Id, WriteContext } from '../../contract/index.js';
import type { Store } from '../store.js';
import type { UndoRow } from './behaviours.js';
import { CHUNK, chunkOf, type DoneRow, type PlanRow, type StoredJob } from './documents.js';
import { loadRows, rowsDocument } from './packed.js';

/** Copies the failed rows of a job into a source of their own, with the versions that were planned. */
export async function retrySource(
  store: Store,
  stored: StoredJob,
  to: Id,
  context: WriteContext,
): Promise<StoredJob['source']> {
  const { job, source, next } = stored;
  let chunks = 0;
  let pending: (PlanRow | UndoRow)[] = [];
  const flush = async () => {
    if (pending.length === 0) return;
    await store.commit([], [rowsDocument(source.kind, chunkOf(to, chunks), pending)], context);
    chunks++;
    pending = [];
  };
  for (let index = 0; index < next; index++) {
    const done = await loadRows<DoneRow>(store, 'job-rows', chunkOf(job.id, index), context);
    const failed = new Set(done.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id));
    if (failed.size === 0) continue;
    const rows = await loadRows<PlanRow | UndoRow>(store, source.kind, chunkOf(source.id, index), context);
    for (const row of rows) {
      if (!failed.has(row.id)) continue;
      pending.push(row);
      if (pending.length === CHUNK) await flush();
    }
  }
  await flush();
  return { kind: source.kind, id: to, chunks };
}
