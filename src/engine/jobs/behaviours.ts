import type {
  Catalogue,
  Client,
  FieldId,
  Id,
  Patch,
  RowReason,
  ScalarValue,
  Value,
} from '../../contract/index.js';

export type Params = Readonly<Record<string, ScalarValue>>;

/** Under what an action is planned and done. */
export interface ActionContext {
  tenant: Id;
  actor: Id;
  role: string;
  /** Milliseconds since 1970. */
  now: number;
  catalogue: Catalogue;
}

/** What an action does to one client. `skip`: there is nothing to do; `fail`: it cannot be done. */
export type Applied = { patch: Patch } | { remove: boolean } | { skip: RowReason } | { fail: RowReason };

/** What one client held before a job touched it, and after: enough to put it back. */
export interface UndoRow {
  id: Id;
  /** The version that the job left behind. */
  version: number;
  /** The version that it found. */
  base: number;
  /** Null: no field was patched. */
  before: Patch | null;
  after: Patch | null;
  /** The job removed (true) or brought back (false) the client; null: neither. */
  removed: boolean | null;
}

/**
 * What an action means where the data is, registered under the name of its definition. All three are pure: what they answer is written by
 * the engine, in one transaction with the job's progress, and may be asked again after a crash.
 */
export interface ActionBehaviour {
  /** Fields that plan, apply and undo look at; absent: all of them. Few fields make a job on many clients fast. */
  fields?: readonly FieldId[];
  plan(client: Client, params: Params, context: ActionContext): 'affect' | { skip: RowReason };
  apply(client: Client, params: Params, context: ActionContext): Applied;
  /** Absent: every patched field gets its value of before, and a removed client comes back. */
  undo?(client: Client, row: UndoRow, params: Params, context: ActionContext): Applied;
  /** It is for removed clients, whom all other actions pass by as `gone`. */
  removed?: true;
}

/** Checks the shape of a behaviour; the same function for built-in and a host's own. @throws TypeError */
export function defineBehaviour(behaviour: ActionBehaviour): ActionBehaviour {
  for (const step of ['plan', 'apply'] as const) {
    if (typeof behaviour[step] !== 'function') throw new TypeError(`a behaviour needs ${step}()`);
  }
  return Object.freeze({ ...behaviour });
}

const patching = (
  fields: readonly FieldId[],
  wanted: (params: Params) => Record<FieldId, Value | null>,
): ActionBehaviour =>
  defineBehaviour({
    fields,
    plan: (client, params) => (isAlready(client, wanted(params)) ? { skip: 'unchanged' } : 'affect'),
    apply: (_, params) => ({ patch: wanted(params) }),
  });

function isAlready(client: Client, patch: Record<FieldId, Value | null>): boolean {
  return Object.entries(patch).every(([field, value]) => {
    const held = client[field as keyof Client];
    // A flag that was never set is as good as one set to false.
    return held === value || (held === undefined && (value === null || value === false));
  });
}

/** Puts options into a set, or takes them out of it; what else is in it stays. */
const choosing = (field: 'categories' | 'groups', isAdding: boolean): ActionBehaviour => {
  const next = (client: Client, params: Params): readonly string[] | null => {
    const held = client[field] ?? [];
    const chosen = params[field] as readonly string[];
    const kept = isAdding
      ? [...held, ...chosen.filter((id) => !held.includes(id))]
      : held.filter((id) => !chosen.includes(id));
    return kept.length === held.length ? null : kept;
  };
  return defineBehaviour({
    fields: [field],
    plan: (client, params) => (next(client, params) ? 'affect' : { skip: 'unchanged' }),
    apply: (client, params) => {
      const kept = next(client, params);
      return kept ? { patch: { [field]: kept.length === 0 ? null : kept } } : { skip: 'unchanged' };
    },
  });
};

export const builtinBehaviours: Readonly<Record<string, ActionBehaviour>> = {
  favourite: patching(['favourite'], ({ on }) => ({ favourite: on === true })),
  block: patching(['blocked', 'blockReason'], ({ reason }) => ({
    blocked: true,
    blockReason: String(reason),
  })),
  unblock: patching(['blocked', 'blockReason'], () => ({ blocked: false, blockReason: null })),
  delete: defineBehaviour({
    fields: [],
    plan: () => 'affect',
    apply: () => ({ remove: true }),
  }),
  restore: defineBehaviour({
    fields: [],
    removed: true,
    plan: (client) => (client.removedAt === undefined ? { skip: 'unchanged' } : 'affect'),
    apply: () => ({ remove: false }),
  }),
  addToCategory: choosing('categories', true),
  removeFromCategory: choosing('categories', false),
  addToGroup: choosing('groups', true),
  removeFromGroup: choosing('groups', false),
  setTier: patching(['tier'], ({ tier }) => ({ tier: typeof tier === 'string' ? tier : null })),
};
