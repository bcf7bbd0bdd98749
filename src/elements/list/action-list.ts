import { Ban, CircleCheck, Coins, Star, Trash2, Undo2, Zap } from 'lucide';
import type { Action } from '../../contract/index.js';
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

/** Actions that may be offered somewhere for so many clients, in the order of the catalogue. */
export function actionsFor(model: ListModel, place: 'row' | 'bar', count: number): Action[] {
  const unfit = count === 1 ? 'many' : 'one';
  return [...model.session.catalogue.actions.values()].filter(
    (action) =>
      action.scope !== unfit &&
      (action.places?.includes(place) ?? true) &&
      model.session.action(action.id) !== null,
  );
}
