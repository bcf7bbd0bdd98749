import type {
  Catalogue,
  Context,
  Id,
  LibraryKind,
  Now,
  SavedView,
  SegmentDocument,
  Use,
} from '../../contract/index.js';
import { usedBy } from '../../segments/index.js';
import { chain } from '../now.js';
import type { Store } from '../store.js';
import { isViewFor } from '../views.js';
import { isListKind } from './items.js';
import { carrying } from './references.js';
import type { LibraryState } from './state.js';

const MOST_VIEWS = 1000;

/** What else than clients points at an item. Somebody else's own views are counted, not named. */
export function usesOf(
  kind: LibraryKind,
  id: Id,
  state: LibraryState,
  catalogue: Catalogue,
  store: Store,
  context: Context,
): Now<Use[]> {
  const uses = usedBy(kind, id, state.items, catalogue);
  return chain(store.documents('view', context, MOST_VIEWS), (stored) => {
    const all = (stored as { view: SavedView }[]).map(({ view }) => view);
    const viewUses = (views: readonly SavedView[]): Use[] => usedBy(kind, id, { views }, catalogue);
    const others = viewUses(all.filter((view) => !isViewFor(view, context))).length;
    return [
      ...uses,
      ...viewUses(all.filter((view) => isViewFor(view, context))),
      ...(others > 0 ? [{ kind: 'views' as const, id: null, name: null, count: others }] : []),
    ];
  });
}

/** How many clients carry an item of a list. */
export function carriersUse(
  kind: LibraryKind,
  id: Id,
  catalogue: Catalogue,
  count: (where: SegmentDocument) => Now<number>,
): Now<Use[]> {
  const document = isListKind(kind) ? carrying(kind, [id], catalogue) : null;
  if (!document) return [];
  return chain(count(document), (found): Use[] =>
    found > 0 ? [{ kind: 'clients', id: null, name: null, count: found }] : [],
  );
}
