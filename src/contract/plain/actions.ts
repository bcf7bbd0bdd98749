import type { ActionDefinition, TabDefinition } from '../actions.js';
import { completeField, type Field } from './fields.js';

/** An action with defaults filled in. */
export interface Action extends Omit<ActionDefinition, 'params'> {
  scope: 'one' | 'many' | 'both';
  params: readonly Field[];
  required: string[];
  confirm: 'none' | 'dialog' | 'word';
  danger: boolean;
  undo: boolean;
}

/** Fills in what a definition that is known to be right leaves unsaid. */
export function completeAction(definition: ActionDefinition): Action {
  const { params = [], ...rest } = definition;
  return {
    ...rest,
    scope: rest.scope ?? 'both',
    params: params.map(completeField),
    required: rest.required ?? [],
    confirm: rest.confirm ?? 'none',
    danger: rest.danger ?? false,
    undo: rest.undo ?? true,
  };
}

function ofList(id: string, icon: string, list: 'categories' | 'groups'): ActionDefinition {
  return {
    id,
    icon,
    permission: 'edit',
    confirm: 'dialog',
    params: [{ id: list, type: 'choices', list }],
    required: [list],
  };
}

/** The built-in actions, in the order in which they are offered. */
export const builtinActions: readonly Action[] = [
  completeAction({
    id: 'favourite',
    icon: 'star',
    permission: 'see',
    params: [{ id: 'on', type: 'boolean' }],
    required: ['on'],
  }),
  completeAction({
    id: 'block',
    icon: 'ban',
    permission: 'block',
    confirm: 'dialog',
    params: [{ id: 'reason', type: 'text', maxLength: 500 }],
    required: ['reason'],
  }),
  completeAction({ id: 'unblock', icon: 'circle-check', permission: 'block' }),
  completeAction({ id: 'delete', icon: 'trash', permission: 'delete', confirm: 'word', danger: true }),
  completeAction({ id: 'restore', icon: 'undo', permission: 'restore', places: [] }),
  completeAction(ofList('addToCategory', 'tag', 'categories')),
  completeAction(ofList('removeFromCategory', 'tag', 'categories')),
  completeAction(ofList('addToGroup', 'users', 'groups')),
  completeAction(ofList('removeFromGroup', 'users', 'groups')),
  completeAction({
    id: 'setTier',
    icon: 'award',
    permission: 'edit',
    confirm: 'dialog',
    // Absent: no tier.
    params: [{ id: 'tier', type: 'choice', list: 'tiers' }],
  }),
];

export const builtinTabs: readonly TabDefinition[] = [
  { id: 'overview', icon: 'user' },
  { id: 'bookings', icon: 'calendar', record: 'bookings' },
  { id: 'sales', icon: 'shopping-bag', record: 'sales' },
  { id: 'points', icon: 'coins', record: 'points' },
];
