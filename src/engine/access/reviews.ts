import type { Context, HeldItem, Id, Now, ReviewStore } from '../../contract/index.js';
import { chain, together } from '../now.js';
import { refuse } from '../refuse.js';
import { checkVersion, mustSee, visibleOf } from './clients.js';
import type { Gate, Pass } from './gate.js';
import { maskAddress } from './mask.js';

/** Fields of a client by which an item names its person. */
const NAMED: Readonly<Record<string, string>> = { phone: 'phones', email: 'emails' };
const HIDDEN = '•••';

/** Items that wait, of the user's branches, without what they may not see of a client. */
export function guardReviews(gate: Gate, reviews: ReviewStore): ReviewStore {
  const isOwn = ({ grant }: Pass, { item }: HeldItem): boolean => {
    const branch = item.client['branch'] ?? item.values['branch'];
    return grant.branches === null || (typeof branch === 'string' && grant.branches.includes(branch));
  };
  const tell = (pass: Pass, held: HeldItem, context: Context): Now<HeldItem[]> => {
    const { record, id, values } = held.item;
    const { visible, masked, isFull } = pass.grant;
    if (isFull) return [held];
    if (!visible.records.has(record)) return [];
    const client = Object.fromEntries(
      Object.entries(held.item.client).flatMap(([key, value]): [string, unknown][] => {
        const field = NAMED[key] ?? key;
        if (!visible.fields.has(field)) return [];
        if (!masked.has(field)) return [[key, value]];
        return [[key, key in NAMED ? maskAddress(String(value)) : HIDDEN]];
      }),
    );
    const seen = pass.filter.record({ id, version: 1, record, client: '', at: null, values });
    const item = { record, id, client, values: seen.values };
    return chain(visibleOf(gate, pass, held.candidates, context), (candidates) => [
      { ...held, candidates, item },
    ]);
  };
  const mustKnow = (pass: Pass, id: Id, context: Context): Now<void> => {
    if (pass.grant.isFull || gate.adapter.remote) return undefined;
    return chain(reviews.list(context), (all) => {
      const held = all.find((one) => one.id === id);
      const isKnown = held && isOwn(pass, held) && pass.grant.visible.records.has(held.item.record);
      if (!isKnown) throw refuse('not_found', 'nothing waits under this id', 'reviews.settle');
    });
  };

  return {
    list: (context) =>
      gate.enter('reviews.list', context, (pass, inner) =>
        chain(reviews.list(inner), (all) => {
          if (pass.grant.isFull || gate.adapter.remote) return all;
          const told = all.filter((held) => isOwn(pass, held)).map((held) => tell(pass, held, inner));
          return chain(together(told), (items) => items.flat());
        }),
      ),

    settle: (id, version, how, context) =>
      gate.write('reviews.settle', context, async (pass, inner) => {
        checkVersion(version, 'reviews.settle');
        if ('create' in how && !pass.grant.permissions.has('create'))
          throw refuse('forbidden', 'this needs the permission create', 'reviews.settle');
        await mustKnow(pass, id, inner);
        if ('client' in how) await mustSee(gate, pass, how.client, 'reviews.settle', inner);
        return reviews.settle(id, version, how, inner);
      }),
  };
}
