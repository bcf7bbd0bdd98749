import type { Id, WriteContext } from '../../contract/index.js';
import type { Store } from '../store.js';
import type { UndoRow } from './behaviours.js';
import { CHUNK, chunkOf, load, type DoneRow, type PlanRow, type Rows, type StoredJob } from './documents.js';

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
    const value: Rows<PlanRow | UndoRow> = { rows: pending };
    await store.commit([], [{ kind: source.kind, id: chunkOf(to, chunks), value }], context);
    chunks++;
    pending = [];
  };
  for (let index = 0; index < next; index++) {
    const done = await load<Rows<DoneRow>>(store, 'job-rows', chunkOf(job.id, index), context);
    const failed = new Set((done?.rows ?? []).filter((row) => row[1] === 'failed').map(([id]) => id));
    if (failed.size === 0) continue;
    const rows = await load<Rows<PlanRow | UndoRow>>(store, source.kind, chunkOf(source.id, index), context);
    for (const row of rows?.rows ?? []) {
      if (!failed.has('id' in row ? row.id : row[0])) continue;
      pending.push(row);
      if (pending.length === CHUNK) await flush();
    }
  }
  await flush();
  return { kind: source.kind, id: to, chunks };
}
