import type { Client } from '../contract/client.js';
import { setValue } from '../contract/plain/client.js';
import { displayName, type NameOrder } from '../text/names.js';
import type { Entry } from './clients.js';

const NAME_PARTS = ['firstName', 'lastName', 'patronymic'] as const;

/** The last answer with the edits on their way laid over it. `nameOrder` is how an edited name is put together until the answer says it. */
export function overlaid({ base, pending, known }: Entry, nameOrder: NameOrder): Client {
  const view = { ...base, ...(base.custom ? { custom: { ...base.custom } } : {}) };
  for (const patch of pending) {
    for (const [field, value] of Object.entries(patch)) setValue(view, field, value);
    // Only where all parts are known; else the old name stands until the answer.
    const isRenamed = NAME_PARTS.some((part) => part in patch);
    if (isRenamed && NAME_PARTS.every((part) => part in patch || known?.has(part) !== false)) {
      view.name = displayName(view, nameOrder);
    }
  }
  return view;
}
