import {
  invalid,
  type HeldItem,
  type IngestItem,
  type IngestResult,
  type ReviewStore,
} from '../contract/index.js';
import { reviewId, settledFor, takeIn, type IngestOptions, type Review } from './ingest.js';
import { withIdempotency } from './idempotency.js';
import { chain } from './now.js';
import { refuse } from './refuse.js';
import type { Store } from './store.js';

const MOST = 500;
const OPERATION = 'reviews.settle';

/**
 * What `ingest` holds, to be listed and settled. An item leaves the list in the commit that keeps the answer, so a repeat after a crash meets
 * it again, finds its record written, and changes nothing.
 */
export function createReviews(store: Store, options: IngestOptions): ReviewStore {
  return {
    list: (context) =>
      chain(store.documents('review', context, MOST), (held) => (held as Review[]).map(toldOf)),

    settle: (id, version, how, context) =>
      withIdempotency<IngestResult>(store, OPERATION, { id, version, how }, context, async (once) => {
        const review = (await store.document('review', id, context)) as Review | null;
        if (!review) throw refuse('not_found', 'nothing waits under this id', OPERATION);
        if (review.rev !== version)
          throw refuse('stale_version', 'the item came again since', OPERATION, { version: review.rev });
        const result = await settled(review.item);
        if (result.outcome === 'failed') {
          const code = result.reason ?? 'invalid';
          throw invalid([{ path: [], code, message: `the item cannot be taken in: ${code}` }], OPERATION);
        }
        await store.commit([], [{ kind: 'review', id, value: null }, once.document(result)], context, [
          ...once.guards,
          { kind: 'review', id, rev: review.rev },
        ]);
        return result;

        async function settled(item: IngestItem): Promise<IngestResult> {
          if ('drop' in how) return { id: item.id, outcome: 'unchanged', client: null, reason: 'dropped' };
          const { settled: known, catalogue } = await settledFor(options, context);
          const inner = { ...context, key: `${context.key}.item` };
          const own = 'client' in how ? { ...item, client: { id: how.client } } : item;
          const manner = 'client' in how ? {} : { isNew: true as const };
          return takeIn(store, known, catalogue, own, inner, { ...manner, isHeld: true });
        }
      }),
  };
}

function toldOf({ rev, item, candidates, reason, at }: Review): HeldItem {
  return { id: reviewId(item), version: rev, item, candidates, reason, at };
}
