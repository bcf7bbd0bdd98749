import { setValue, type Client, type Id } from '../../contract/index.js';
import { displayName } from '../../text/index.js';
import type { Base } from './base.js';
import type { Op } from './ops.js';
import { clientReader } from './read.js';

/** Clients as they are about to be written. */
export interface PendingChanges {
  /** New and edited clients, whole; `isNew` also for one that was removed and is back. */
  readonly saved: readonly { readonly client: Client; readonly isNew: boolean }[];
  readonly removed: readonly Id[];
}

/** What was decided, as clients: for whoever keeps them elsewhere. Null: no client is touched. */
export function pendingChanges(base: Base, ops: readonly Op[]): PendingChanges | null {
  const saved = new Map<Id, { client: Client; isNew: boolean }>();
  const removed = new Set<Id>();
  const read = clientReader(base, base.today);
  for (const op of ops) {
    if (op.kind !== 'client') continue;
    const row = base.rowOf(op.id);
    const known = saved.get(op.id);
    const client = known?.client ?? (row === -1 ? { id: op.id, version: 0 } : read(row));
    client.version = op.version;
    for (const [field, value] of Object.entries(op.patch)) setValue(client, field, value);
    setValue(client, 'name', displayName(client, base.setup.settings.nameOrder) || undefined);
    if (op.removedAt) {
      removed.add(op.id);
      saved.delete(op.id);
      continue;
    }
    delete client.removedAt;
    const isBack = op.removedAt === null;
    removed.delete(op.id);
    saved.set(op.id, { client, isNew: known?.isNew === true || op.create === true || isBack });
  }
  return saved.size + removed.size === 0 ? null : { saved: [...saved.values()], removed: [...removed] };
}
