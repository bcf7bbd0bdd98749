import { v7 } from 'uuid';
import type { Client, Context, Day, Settings, WriteContext } from '../../contract/index.js';
import { addDays, dayNumber } from '../../time/index.js';
import { lostOn, turnedLost, type StatusChange } from '../history.js';
import type { Store } from '../store.js';
import { CHUNK } from './leave.js';
import { Stream } from './streams.js';

/** Up to so many days that nobody worked on are gone over. */
const MOST_DAYS = 800;

/** How far the history of statuses has come. */
interface StoredTurn {
  rev: number;
  /** The day up to which all is written. */
  day: Day;
}

export interface Turner {
  store: Store;
  settings: Settings;
  /** Writes changes of status in one commit; those that stand already are left as they are. */
  keep(changes: readonly StatusChange[], context: WriteContext): Promise<void>;
  /** Sees the whole base. */
  context: Context;
}

/**
 * Writes down who was lost on each day since it was last done, a step at a time. A base that is looked at for the first time has no history
 * before today.
 */
export async function* turn({ store, settings, keep, context }: Turner, today: Day): AsyncGenerator<void> {
  const id = 'statuses';
  const stored = (await store.document('sweep', id, context)) as StoredTurn | null;
  if (stored && stored.day >= today) return;
  const begin = async (day: Day, rev: number | null): Promise<void> => {
    const value: StoredTurn = { rev: (rev ?? 0) + 1, day };
    const by = { ...context, key: v7() };
    await store.commit([], [{ kind: 'sweep', id, value }], by, [{ kind: 'sweep', id, rev }]);
  };
  if (!stored) return begin(today, null);
  const days = Math.min(MOST_DAYS, dayNumber(today) - dayNumber(stored.day));
  for (let ago = days - 1; ago >= 0; ago--) {
    const day = addDays(today, -ago);
    const lost = new Stream(store, { v: 1, where: turnedLost(day, settings) }, day, CHUNK, context);
    for (let page = await lost.page(); page.length > 0; page = await lost.page()) {
      const clients = await store.read(
        page.map((row) => row.id),
        context,
        ['visits'],
      );
      const changes = clients.filter((client): client is Client => client !== null);
      await keep(
        changes.map((client) => lostOn(day, client)),
        { ...context, key: v7() },
      );
      yield;
    }
  }
  await begin(today, stored.rev);
}
