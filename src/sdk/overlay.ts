import type { Client, Patch } from '../contract/client.js';
import { setValue } from '../contract/plain/client.js';
import { displayName, type NameOrder } from '../text/names.js';
import type { ClientCache, Entry } from './clients.js';
import type { Id } from '../contract/values.js';

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

/** Shows an edit at once. The answer takes it back: when the edit was answered, or refused. Null: the cache has no such client. */
export function lay(clients: ClientCache, id: Id, patch: Patch): (() => void) | null {
  const entry = clients.entry(id);
  if (!entry) return null;
  const own = { ...patch };
  entry.pending.push(own);
  clients.look(entry);
  return () => {
    entry.pending = entry.pending.filter((other) => other !== own);
    clients.look(entry);
  };
}

/** Marks a client as removed, for rows that still show it. */
export function markRemoved(clients: ClientCache, id: Id, at: string): void {
  const entry = clients.entry(id);
  if (!entry || entry.base.removedAt !== undefined) return;
  entry.base = { ...entry.base, removedAt: at };
  clients.look(entry);
}
