import { Ban, CircleCheck, Coins, Star, Trash2, Undo2, Zap } from 'lucide';
import type { Action, Client } from '../../contract/index.js';
import type { IconNode } from '../parts/icon.js';
import type { ListModel } from './model/list-model.js';

/** The icons that built-in actions name; an action of the host's with another name gets a plain one. */
const ICONS: Readonly<Record<string, IconNode>> = {
  star: Star,
  ban: Ban,
  'circle-check': CircleCheck,
  trash: Trash2,
  undo: Undo2,
  coins: Coins,
};

export function iconOfAction(action: Action): IconNode {
  return ICONS[action.icon ?? ''] ?? Zap;
}

/**
 * Actions that may be offered somewhere for so many clients, in the order of the catalogue. Of one client, whether to block or to unblock
 * is known.
 */
export function actionsFor(
  model: ListModel,
  place: 'row' | 'bar' | 'palette',
  count: number,
  one: Client | null = null,
): Action[] {
  const unfit = count === 1 ? 'many' : 'one';
  const pointless = one ? (one.blocked ? 'block' : 'unblock') : null;
  return [...model.session.catalogue.actions.values()].filter(
    (action) =>
      action.id !== pointless &&
      action.scope !== unfit &&
      (action.places?.includes(place) ?? true) &&
      model.session.action(action.id) !== null,
  );
}

/** The one client that is ticked, if it is known. */
export function onlyTicked(model: ListModel): Client | null {
  const { ticks } = model;
  if (ticks.kind !== 'ids' || ticks.ids.size !== 1) return null;
  const [id = ''] = ticks.ids;
  return model.session.peek(id);
}
