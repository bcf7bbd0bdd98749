import {
  isClienteleError,
  valueOf,
  type Adapter,
  type Client,
  type Context,
  type FieldId,
  type Id,
  type Patch,
  type Value,
  type WriteContext,
} from '../../src/contract/index.js';
import { SHARED, type State } from './merge.js';

/** Clientele's side, by nothing but its port. */
export interface Ours {
  /** Null: there is no such client. One that was merged answers with its survivor; one that was removed with `removedAt`. */
  get(id: Id): Promise<Client | null>;
  /** Makes, edits, removes or brings back a client. What Clientele does not accept stays as it is there. */
  write(id: Id, standing: Client | null, patch: Patch): Promise<void>;
}

/** What a client is, of the fields that both sides have. */
export function stateOf(client: Client): State {
  const state: Record<FieldId, Value> = { removed: client.removedAt !== undefined };
  for (const field of SHARED) {
    const value = valueOf(client, field);
    if (value !== undefined) state[field] = value as Value;
  }
  return state;
}

export function createOurs(adapter: Adapter, context: Context): Ours {
  const write = (): WriteContext => ({ ...context, key: crypto.randomUUID() });

  const get = async (id: Id): Promise<Client | null> => {
    try {
      return await adapter.get(id, context);
    } catch (error) {
      if (isClienteleError(error) && error.code === 'not_found') return null;
      throw error;
    }
  };

  /** Saves what is accepted: a host's old data holds all sorts of things. */
  const save = async (id: Id, version: number | null, patch: Patch): Promise<Client> => {
    try {
      return await adapter.save({ id, version, patch }, write());
    } catch (error) {
      if (!isClienteleError(error) || error.code !== 'invalid') throw error;
      const refused = new Set(error.issues.flatMap(({ path }) => path.map(String)));
      const accepted = Object.entries(patch).filter(([field]) => !refused.has(field));
      if (accepted.length === Object.keys(patch).length) throw error;
      return adapter.save({ id, version, patch: Object.fromEntries(accepted) }, write());
    }
  };

  const restored = async (id: Id): Promise<Client> => {
    const jobs = adapter.jobs!;
    const plan = await jobs.plan({ action: 'restore', params: {}, selection: { ids: [id] } }, write());
    const { id: job } = await jobs.run(plan.id, write());
    while (!['done', 'failed', 'cancelled'].includes((await jobs.get(job, context)).state))
      await jobs.work({ budgetMs: 500 }, context);
    return adapter.get(id, context);
  };

  return {
    get,
    async write(id, standing, patch) {
      const { removed, ...fields } = patch;
      // What is removed takes no edit: it comes back first, and is removed last.
      let now = standing?.removedAt === undefined ? standing : await restored(id);
      if (!now || Object.keys(fields).length > 0) now = await save(id, now?.version ?? null, fields);
      if (removed ?? standing?.removedAt !== undefined) await adapter.remove(id, now.version, write());
    },
  };
}
