import type { Action, Catalogue, Context, Id, Lists, Now, Rights } from '../../contract/index.js';
import { refuse } from '../refuse.js';
import type { Store } from '../store.js';
import type { ActionBehaviour, ActionContext } from './behaviours.js';
import type { StoredJob } from './documents.js';
import { restoredSince, type Restored } from './restored.js';
import type { Words } from './words.js';

/** How much a job may take, and how long things live. */
export interface JobLimits {
  /** Clients of one job. Default 2,000,000. */
  mostRows: number;
  /** Milliseconds until a plan must be made anew. Default 15 minutes. */
  planLife: number;
  /** Jobs of up to so many clients are done by `run` itself, before it answers. Default 100. */
  inline: number;
  /** Jobs that are listed and pumped, the newest of a tenant. Default 200. */
  mostJobs: number;
}

/** What every part of the job engine works with. */
export interface Machine {
  readonly store: Store;
  readonly options: JobLimits;
  readonly words: Words;
  readonly newId: () => Id;
  /** The action and what it means here. @throws ClienteleError `invalid` or `unsupported`. */
  known(action: string, operation: string): { action: Action; behaviour: ActionBehaviour };
  acting(context: Context): ActionContext;
  /** Lists of the base; undefined: not known here. */
  lists(context: Context): Now<Lists | undefined>;
  /** Rights of a user now; null: nobody restricts them. */
  rights(context: Context): Now<Rights> | null;
  /** What other undo jobs have put back meanwhile; looked up once per job. */
  restored(undo: StoredJob, context: Context): Promise<Restored>;
}

const MOST_RESTORED = 4;

/** The catalogue may be asked for anew each time: a tenant's own actions come and go. */
export function createMachine(
  store: Store,
  parts: {
    catalogue: Catalogue | ((context: Context) => Catalogue);
    behaviours: Readonly<Record<string, ActionBehaviour>>;
    lists(context: Context): Now<Lists | undefined>;
    words: Words;
    limits: JobLimits;
    newId: () => Id;
  },
): (context: Context, rights?: (context: Context) => Now<Rights> | null) => Machine {
  const found = new Map<Id, Promise<Restored>>();
  return (context, rights) => {
    const catalogue = typeof parts.catalogue === 'function' ? parts.catalogue(context) : parts.catalogue;
    return {
      store,
      options: parts.limits,
      words: parts.words,
      newId: parts.newId,
      known(id, operation) {
        const action = catalogue.actions.get(id);
        if (!action) throw refuse('invalid', `there is no action "${id.slice(0, 60)}"`, operation);
        const behaviour = Object.hasOwn(parts.behaviours, id) ? parts.behaviours[id] : undefined;
        if (!behaviour) throw refuse('unsupported', `nothing here knows how to ${id}`, operation);
        return { action, behaviour };
      },
      acting: ({ tenant, actor, role }) => ({ tenant, actor, role, now: store.now(), catalogue }),
      lists: (who) => parts.lists(who),
      rights: (who) => rights?.(who) ?? null,
      restored(undo, who) {
        const known = found.get(undo.job.id) ?? restoredSince(store, undo, parts.limits.mostJobs, who);
        found.set(undo.job.id, known);
        if (found.size > MOST_RESTORED) found.delete(found.keys().next().value ?? '');
        return known;
      },
    };
  };
}
