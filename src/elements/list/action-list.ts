import { Award, Ban, CircleCheck, Coins, Star, Tag, Trash2, Undo2, Users, Zap } from 'lucide';
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
  tag: Tag,
  users: Users,
  award: Award,
};

export function iconOfAction(action: Action): IconNode {
  return ICONS[action.icon ?? ''] ?? Zap;
}

/**
 * Actions that may be offered somewhere for so many clients, in the order of the catalogue. Of one client, whether to block or to unblock
 * is known; what is chosen from a list is offered when there is something in it.
 */
export function actionsFor(
  model: ListModel,
  place: 'row' | 'bar' | 'palette',
  count: number,
  one: Client | null = null,
): Action[] {
  const unfit = count === 1 ? 'many' : 'one';
  const lists = model.session.description?.lists;
  const pointless = one ? (one.blocked ? 'block' : 'unblock') : null;
  return [...model.session.catalogue.actions.values()].filter(
    (action) =>
      action.id !== pointless &&
      action.scope !== unfit &&
      (action.places?.includes(place) ?? true) &&
      action.params.every(({ list }) => !list || (lists?.[list] ?? []).length > 0) &&
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
