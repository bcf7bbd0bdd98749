import type { Context, Id } from '../../contract/index.js';
import type { Store } from '../store.js';
import { chunkOf, load, type StoredJob } from './documents.js';
import { loadRows } from './packed.js';

/** A client that an undo has put back: its new version holds what an older version held. */
export interface RestoredRow {
  id: Id;
  version: number;
  restores: number;
}

/** For each client, which older version a newer one is the same as. */
export type Restored = ReadonlyMap<Id, ReadonlyMap<number, number>>;

/**
 * What other undo jobs have put back since a job was made. Versions only grow, so after the undo of a second job the first one would look
 * as if its rows had been edited; with this, jobs can be undone one after another, the last first.
 */
export async function restoredSince(
  store: Store,
  undo: StoredJob,
  most: number,
  context: Context,
): Promise<Restored> {
  const original = await load<StoredJob>(store, 'job', undo.source.id, context);
  const since = original?.job.createdAt ?? undo.job.createdAt;
  const others = ((await store.documents('job', context, most)) as StoredJob[]).filter(
    ({ job }) => job.undoOf !== undefined && job.id !== undo.job.id && job.createdAt >= since,
  );
  const restored = new Map<Id, Map<number, number>>();
  for (const { job, next } of others) {
    for (let index = 0; index < next; index++) {
      const rows = await loadRows<RestoredRow>(store, 'undo', chunkOf(job.id, index), context);
      for (const { id, version, restores } of rows) {
        const versions = restored.get(id) ?? new Map<number, number>();
        restored.set(id, versions.set(version, restores));
      }
    }
  }
  return restored;
}

/** True when a version holds what the wanted one held. */
export function sameAs(restored: Restored, id: Id, version: number, wanted: number): boolean {
  const versions = restored.get(id);
  let at: number | undefined = version;
  while (at !== undefined && at > wanted) at = versions?.get(at);
  return at === wanted;
}
