import type {
  Context,
  Id,
  LibraryItem,
  LibraryItems,
  LibraryKind,
  ListItem,
  Lists,
  Now,
  Rule,
  Segment,
  SegmentDocument,
} from '../../contract/index.js';
import { chain } from '../now.js';
import type { Store } from '../store.js';
import { inOrder, isListKind, MOST_STORED, type ListKind, type StoredItem } from './items.js';

export interface ListEntry {
  kind: ListKind;
  id: Id;
}

/** Everything that a base keeps under names, as of one revision of it. */
export interface LibraryState {
  /** Null: nothing was ever saved. */
  readonly rev: number | null;
  /** What there is, in order; without what is on its way out. */
  readonly items: { readonly [K in LibraryKind]: readonly LibraryItems[K][] };
  /** The lists of the base: the host's own in its order, then those that were added. What is leaving is archived. */
  readonly lists: Lists;
  readonly leaving: readonly ListEntry[];
  /** What nobody is to carry any more. */
  readonly removed: readonly ListEntry[];
  /** The document of a kept segment; null: there is none. */
  segment(id: Id): SegmentDocument | null;
  stored(kind: LibraryKind, id: Id): StoredItem | null;
  find<K extends LibraryKind>(kind: K, id: Id): LibraryItems[K] | null;
}

/** What a host gives with its options, and the language of the base: where every library begins. */
export interface Seed {
  lists: Lists;
  segments: readonly Omit<Segment, 'version'>[];
  rules: readonly Omit<Rule, 'version'>[];
  collation: string;
}

const MOST_TENANTS = 100;

/** Reads what is kept; what was read before is believed as long as the revision stands. */
export function createStates(store: Store, seed: Seed): (context: Context) => Now<LibraryState> {
  const known = new Map<Id, LibraryState>();
  const read = (rev: number | null, context: Context): Now<LibraryState> => {
    if (rev === null) return makeState(null, [], seed);
    return chain(store.documents('item', context, MOST_STORED), (stored) =>
      makeState(rev, stored as StoredItem[], seed),
    );
  };
  return (context) =>
    chain(store.document('library', 'head', context), (head) => {
      const rev = (head as { rev: number } | null)?.rev ?? null;
      const before = known.get(context.tenant);
      if (before && before.rev === rev) return before;
      return chain(read(rev, context), (state) => {
        known.delete(context.tenant);
        known.set(context.tenant, state);
        if (known.size > MOST_TENANTS) known.delete(known.keys().next().value ?? '');
        return state;
      });
    });
}

function makeState(rev: number | null, documents: readonly StoredItem[], seed: Seed): LibraryState {
  const stored = new Map(documents.map((document) => [`${document.kind}:${document.item.id}`, document]));
  const all = <K extends 'segments' | 'rules'>(kind: K): LibraryItems[K][] => [
    ...(seed[kind] as readonly Omit<LibraryItems[K], 'version'>[])
      .filter(({ id }) => !stored.has(`${kind}:${id}`))
      .map((item) => ({ ...item, version: 0 }) as LibraryItems[K]),
    ...documents
      .filter((document) => document.kind === kind && document.gone === undefined)
      .map(({ item }) => item as LibraryItems[K]),
  ];

  const lists: Lists = { ...seed.lists };
  const listed = (kind: ListKind): ListItem[] => {
    const own = (seed.lists[kind] ?? []).flatMap((item): ListItem[] => {
      const kept = stored.get(`${kind}:${item.id}`);
      if (kept) return shown(kept);
      return [{ ...item, version: item.version ?? 0 }];
    });
    const ids = new Set(own.map(({ id }) => id));
    const isSeed = new Set((seed.lists[kind] ?? []).map(({ id }) => id));
    const more = documents
      .filter(
        (document) => document.kind === kind && !ids.has(document.item.id) && !isSeed.has(document.item.id),
      )
      .flatMap(shown);
    const list = [...own, ...inOrder(kind, more, seed.collation)];
    const isLevelled = kind === 'tiers' && list.some(({ level }) => level !== undefined);
    if (list.length > 0 || seed.lists[kind]) lists[kind] = isLevelled ? byLevel(list) : list;
    return list.filter(({ id }) => stored.get(`${kind}:${id}`)?.gone === undefined);
  };
  const items = {
    segments: inOrder('segments', all('segments'), seed.collation),
    rules: inOrder('rules', all('rules'), seed.collation),
    categories: inOrder('categories', listed('categories'), seed.collation),
    groups: inOrder('groups', listed('groups'), seed.collation),
    tiers: inOrder('tiers', listed('tiers'), seed.collation),
  };
  const byId = Object.fromEntries(
    Object.entries(items).map(([kind, list]) => [
      kind,
      new Map((list as LibraryItem[]).map((item) => [item.id, item])),
    ]),
  ) as unknown as Record<LibraryKind, ReadonlyMap<Id, LibraryItem>>;
  return {
    rev,
    items,
    lists,
    leaving: goneOf(documents, 'leaving'),
    removed: goneOf(documents, 'removed'),
    segment: (id) => (byId.segments.get(id) as LibraryItems['segments'] | undefined)?.document ?? null,
    stored: (kind, id) => stored.get(`${kind}:${id}`) ?? null,
    find: <K extends LibraryKind>(kind: K, id: Id) =>
      (byId[kind].get(id) as LibraryItems[K] | undefined) ?? null,
  };
}

function goneOf(documents: readonly StoredItem[], wanted: StoredItem['gone']): ListEntry[] {
  return documents.flatMap(({ kind, item, gone }) =>
    gone === wanted && isListKind(kind) ? [{ kind, id: item.id }] : [],
  );
}

/** What clients still carry keeps its name, but is not offered any more. */
function shown({ item, gone }: StoredItem): ListItem[] {
  if (gone === 'removed') return [];
  return [gone === 'leaving' ? { ...(item as ListItem), archived: true } : (item as ListItem)];
}

function byLevel(list: readonly ListItem[]): ListItem[] {
  return list
    .map((item, place) => ({ item, place }))
    .sort((a, b) => (a.item.level ?? 0) - (b.item.level ?? 0) || a.place - b.place)
    .map(({ item }) => item);
}
