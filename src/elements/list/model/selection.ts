import type { Day, Id, SegmentDocument, Selection } from '../../../contract/index.js';

/** What is ticked: these ids, or all that a question finds except these. */
export type Ticks =
  | { readonly kind: 'ids'; readonly ids: ReadonlySet<Id> }
  | {
      readonly kind: 'found';
      readonly where: SegmentDocument;
      readonly except: ReadonlySet<Id>;
      readonly count: number;
      readonly token: string;
      readonly today: Day;
    };

export const NOTHING: Ticks = { kind: 'ids', ids: new Set() };

export function isTicked(ticks: Ticks, id: Id): boolean {
  return ticks.kind === 'ids' ? ticks.ids.has(id) : !ticks.except.has(id);
}

export function tickedCount(ticks: Ticks): number {
  return ticks.kind === 'ids' ? ticks.ids.size : Math.max(0, ticks.count - ticks.except.size);
}

function changed(set: ReadonlySet<Id>, ids: Iterable<Id>, on: boolean): Set<Id> {
  const next = new Set(set);
  for (const id of ids) {
    if (on) next.add(id);
    else next.delete(id);
  }
  return next;
}

/** Ticks or unticks rows; of "all found", unticking excludes. */
export function tick(ticks: Ticks, ids: Iterable<Id>, on: boolean): Ticks {
  return ticks.kind === 'ids'
    ? { kind: 'ids', ids: changed(ticks.ids, ids, on) }
    : { ...ticks, except: changed(ticks.except, ids, !on) };
}

/** What an action is done to; null while nothing is ticked. */
export function selectionOf(ticks: Ticks): Selection | null {
  if (tickedCount(ticks) === 0) return null;
  if (ticks.kind === 'ids') return { ids: [...ticks.ids] as [Id, ...Id[]] };
  const { where, except, count, token, today } = ticks;
  return { found: where, except: [...except], count, token, today };
}
