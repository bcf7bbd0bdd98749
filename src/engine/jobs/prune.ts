import type { Context } from '../../contract/index.js';
import type { DocumentWrite, Store } from '../store.js';
import { chunkOf, guardOf, type StoredPlan } from './documents.js';

/** Removes plans that were never run and may no longer be: a preview of a million clients is not kept for nothing. */
export async function prunePlans(store: Store, most: number, context: Context): Promise<void> {
  const plans = (await store.documents('plan', context, most)) as StoredPlan[];
  for (const stored of plans) {
    const { plan, job, chunks } = stored;
    if (job !== null || Date.parse(plan.expiresAt) > store.now()) continue;
    const rows = Array.from({ length: chunks }, (_, index): DocumentWrite => {
      return { kind: 'plan-rows', id: chunkOf(plan.id, index), value: null };
    });
    const documents: DocumentWrite[] = [{ kind: 'plan', id: plan.id, value: null }, ...rows];
    await store.commit([], documents, { ...context, key: plan.id }, [guardOf('plan', plan.id, stored)]);
  }
}
