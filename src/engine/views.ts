import {
  ClienteleError,
  savedView,
  type Context,
  type Id,
  type SavedView,
  type ViewStore,
} from '../contract/index.js';
import { refuse } from './refuse.js';
import { withIdempotency } from './idempotency.js';
import type { Store } from './store.js';

const MOST_VIEWS = 1000;

interface StoredView {
  rev: number;
  view: SavedView;
}

/** A view reaches its maker, everyone (`shared`), or everyone of its role. */
export function isViewFor(view: SavedView, context: Context): boolean {
  if (view.owner === context.actor || view.scope === 'shared') return true;
  return view.scope === 'role' && view.role === context.role;
}

/**
 * Saved views over a store. A view is changed and removed by its maker, and by whoever has `views.share` where it is not personal; somebody
 * else's personal view answers like an unknown one. Views come in the order of their names, then ids.
 */
export function createViews(store: Store): ViewStore {
  const read = async (id: Id, context: Context): Promise<StoredView | null> =>
    (await store.document('view', id, context)) as StoredView | null;

  const writable = async (id: Id, version: number, operation: string, context: Context) => {
    const stored = await read(id, context);
    const view = stored?.view;
    if (!view || !isViewFor(view, context)) throw refuse('not_found', 'no such view', operation);
    const mayShare = context.permissions?.includes('views.share') ?? true;
    if (view.owner !== context.actor && !mayShare)
      throw refuse('forbidden', 'somebody else made this view', operation);
    if (view.version !== version) {
      throw new ClienteleError('stale_version', 'the view was changed since', {
        operation,
        version: view.version,
      });
    }
    return view;
  };

  return {
    async list(context) {
      const stored = (await store.documents('view', context, MOST_VIEWS)) as StoredView[];
      return stored
        .map(({ view }) => view)
        .filter((view) => isViewFor(view, context))
        .sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
    },

    save: (view, context) =>
      withIdempotency(store, 'views.save', view, context, async (once) => {
        if (view.version === undefined)
          throw refuse('version_required', 'say which version is replaced', 'views.save');
        const old =
          view.version === null ? null : await writable(view.id, view.version, 'views.save', context);
        const next: SavedView = {
          id: view.id,
          version: (old?.version ?? 0) + 1,
          name: view.name,
          scope: view.scope,
          ...(view.scope === 'role' ? { role: view.role ?? context.role } : {}),
          owner: old?.owner ?? context.actor,
          state: view.state,
        };
        const checked = savedView.safeParse(next);
        if (!checked.success) throw refuse('invalid', 'this is no view', 'views.save');
        const guard = { kind: 'view', id: view.id, rev: old?.version ?? null } as const;
        const stored: StoredView = { rev: next.version, view: next };
        await store.commit([], [{ kind: 'view', id: view.id, value: stored }, once.document(next)], context, [
          guard,
          ...once.guards,
        ]);
        return next;
      }),

    remove: (id, version, context) =>
      withIdempotency<void>(store, 'views.remove', { id, version }, context, async (once) => {
        if (version === undefined)
          throw refuse('version_required', 'say which version is removed', 'views.remove');
        const old = await writable(id, version, 'views.remove', context);
        await store.commit([], [{ kind: 'view', id, value: null }, once.document()], context, [
          { kind: 'view', id, rev: old.version },
          ...once.guards,
        ]);
      }),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
