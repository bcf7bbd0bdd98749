import type {
  Catalogue,
  Context,
  Id,
  LibraryKind,
  Now,
  Rule,
  SavedView,
  SegmentDocument,
  Use,
} from '../../contract/index.js';
import { chain } from '../now.js';
import type { Store } from '../store.js';
import { isViewFor } from '../views.js';
import { isListKind, nameOf } from './items.js';
import { carrying, referencesOf } from './references.js';
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
  const points = (document: SegmentDocument | undefined): boolean => {
    if (!document) return false;
    const { segments, options } = referencesOf(document, catalogue);
    return kind === 'segments' ? segments.has(id) : options.has(`${kind}:${id}`);
  };
  const gives = ({ field, value }: Rule): boolean =>
    isListKind(kind) && catalogue.fields.get(field)?.list === kind && value === id;
  const uses: Use[] = [
    ...state.items.segments.filter(({ document }) => points(document)).map((item) => used('segments', item)),
    ...state.items.rules
      .filter((rule) => points(rule.where) || gives(rule))
      .map((item) => used('rules', item)),
    ...state.items.tiers
      .filter((tier) => points(tier.where) && !(kind === 'tiers' && tier.id === id))
      .map((item) => used('tiers', item)),
  ];
  return chain(store.documents('view', context, MOST_VIEWS), (stored) => {
    const views = (stored as { view: SavedView }[])
      .map(({ view }) => view)
      .filter(({ state: { where } }) => points(where));
    const known = views.filter((view) => isViewFor(view, context));
    const others = views.length - known.length;
    return [
      ...uses,
      ...known.map((view) => used('views', view)),
      ...(others > 0 ? [{ kind: 'views' as const, id: null, name: null, count: others }] : []),
    ];
  });
}

function used(kind: Use['kind'], item: Parameters<typeof nameOf>[0] & { id: Id }): Use {
  return { kind, id: item.id, name: nameOf(item) };
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
