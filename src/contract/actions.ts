import './jitless.js';
import * as z from 'zod/mini';
import { defineField, fieldDefinition } from './fields.js';
import { completeAction, type Action } from './plain/actions.js';
import { PERMISSIONS } from './plain/names.js';
import { id, label } from './values.js';

export { builtinActions, builtinTabs } from './plain/actions.js';
export type { Action } from './plain/actions.js';
export { PERMISSIONS } from './plain/names.js';
export type { Permission } from './plain/names.js';

export const actionDefinition = z.object({
  id: z.string().check(z.regex(/^[a-z][\w.-]{0,39}$/)),
  label: z.optional(label),
  icon: z.optional(z.string()),
  permission: z.enum(PERMISSIONS),
  /** For one client, several, or both (default). */
  scope: z.optional(z.enum(['one', 'many', 'both'])),
  /** What must be said to run it, as fields; a form is made of them. */
  params: z.optional(z.array(fieldDefinition)),
  /** Param ids that may not be left out. */
  required: z.optional(z.array(z.string())),
  /**
   * What is asked first: nothing (a toast offers undo), a dialog, or the typed localised word when it hits more than one client
   * (the server checks it too).
   */
  confirm: z.optional(z.enum(['none', 'dialog', 'word'])),
  danger: z.optional(z.boolean()),
  undo: z.optional(z.boolean()),
  /** Sensitive: the host's step-up callback is asked. */
  stepUp: z.optional(z.boolean()),
  /** Tag of the host's own dialog; it gets `.selection`, `.action`, `.session`. */
  element: z.optional(z.string()),
  /** Where it is offered: row menu, action bar, card; all by default. */
  places: z.optional(z.array(z.enum(['row', 'bar', 'card', 'palette']))),
});
export type ActionDefinition = z.infer<typeof actionDefinition>;

/**
 * Says what can be done to one client or many. JSON only: its behaviour is registered beside it by the same name, where the data is.
 * @throws TypeError when the definition is not valid.
 */
export function defineAction(definition: ActionDefinition): Action {
  const parsed = actionDefinition.safeParse(definition);
  if (!parsed.success)
    throw new TypeError(`action ${JSON.stringify(definition.id)}: ${z.prettifyError(parsed.error)}`);
  parsed.data.params?.forEach((param) => defineField(param));
  return completeAction(parsed.data);
}

export const tabDefinition = z.object({
  id: z.string().check(z.regex(/^[a-z][\w-]{0,39}$/)),
  label: z.optional(label),
  icon: z.optional(z.string()),
  /** Shows the records of this kind. */
  record: z.optional(id),
  /** Or the host's own element; it gets `.client`, `.session`. */
  element: z.optional(z.string()),
  permission: z.optional(z.enum(PERMISSIONS)),
});
export type TabDefinition = z.infer<typeof tabDefinition>;

/** A tab of the card. @throws TypeError when the definition is not valid. */
export function defineTab(definition: TabDefinition): TabDefinition {
  const parsed = tabDefinition.safeParse(definition);
  if (!parsed.success)
    throw new TypeError(`tab ${JSON.stringify(definition.id)}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
