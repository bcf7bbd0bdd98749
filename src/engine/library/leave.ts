import {
  valueOf,
  type Catalogue,
  type Client,
  type Field,
  type FieldId,
  type Id,
  type Value,
  type WriteContext,
} from '../../contract/index.js';
import { createBreather } from '../breathe.js';
import type { Store, Write } from '../store.js';
import { carriersOf, carrying } from './references.js';
import type { ListKind } from './items.js';

/** Clients of one commit: short enough to fit into a frame of a page. */
export const CHUNK = 500;

/**
 * Takes entries of a list from all clients who carry them, a chunk at a time; who is edited meanwhile is met again in the next pass. What is
 * done stays done wherever it is stopped. Answers whether nobody carries them any more.
 */
export async function takeAway(
  store: Store,
  kind: ListKind,
  ids: readonly Id[],
  catalogue: Catalogue,
  today: string,
  context: WriteContext,
  isOver: () => boolean,
): Promise<boolean> {
  const gone = new Set(ids);
  const fields = carriersOf(kind, catalogue);
  const document = carrying(kind, ids, catalogue);
  if (!document) return true;
  const selection = { found: document, except: [], count: 0, token: '', today };
  const breathe = createBreather();
  let after: Id | null = null;
  let isDone = true;
  for (let part = 0; ; part++) {
    const rows: { id: Id; version: number }[] = await store.walk(selection, after, CHUNK, context);
    const last = rows.at(-1);
    if (!last) return isDone;
    after = last.id;
    const clients = await store.read(
      rows.map((row) => row.id),
      context,
      fields.map(({ id }) => id),
    );
    const writes = clients.flatMap((client): Write[] => {
      const patch = client ? without(client, fields, gone) : null;
      return client && patch ? [{ id: client.id, version: client.version, patch }] : [];
    });
    if (writes.length > 0) {
      const outcomes = await store.commit(writes, [], { ...context, key: `${context.key}.${part}` });
      isDone &&= outcomes.every(({ ok, reason }) => ok || reason === 'gone');
    }
    if (rows.length < CHUNK) return isDone;
    if (isOver()) return false;
    await breathe();
  }
}

function without(
  client: Client,
  fields: readonly Field[],
  gone: ReadonlySet<Id>,
): Record<FieldId, Value | null> | null {
  const patch: Record<FieldId, Value | null> = {};
  for (const { id } of fields) {
    const held = valueOf(client, id);
    if (Array.isArray(held)) {
      const kept = (held as readonly string[]).filter((one) => !gone.has(one));
      if (kept.length < held.length) patch[id] = kept.length === 0 ? null : kept;
    } else if (typeof held === 'string' && gone.has(held)) patch[id] = null;
  }
  return Object.keys(patch).length === 0 ? null : patch;
}
