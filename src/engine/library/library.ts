import { v7 } from 'uuid';
import {
  isClienteleError,
  type Catalogue,
  type Context,
  type Id,
  type LibraryItem,
  type LibraryItems,
  type LibraryKind,
  type LibrarySave,
  type LibraryStore,
  type Lists,
  type Now,
  type Rule,
  type Segment,
  type SegmentDocument,
  type SegmentSize,
  type Settings,
  type Use,
  type WriteContext,
} from '../../contract/index.js';
import { todayIn } from '../../time/index.js';
import { withIdempotency } from '../idempotency.js';
import { chain } from '../now.js';
import { refuse } from '../refuse.js';
import type { DocumentGuard, DocumentWrite, Store } from '../store.js';
import { checkItem } from './check.js';
import { checkId, documentIdOf, isListKind, MOST_ITEMS, type StoredItem } from './items.js';
import { takeAway } from './leave.js';
import { faultsOf } from './plans.js';
import { sizeDocument, type StoredSizes } from './sizes.js';
import { createStates, type LibraryState, type ListEntry } from './state.js';
import { carriersUse, usesOf } from './uses.js';

export interface LibraryOptions {
  catalogue: Catalogue | ((context: Context) => Catalogue);
  settings: Settings;
  /** What the host lists: the items of categories, groups and tiers with which the library begins. */
  lists: Lists;
  /** Segments and rules with which it begins; as what is listed, they can be replaced and removed. */
  segments?: readonly Omit<Segment, 'version'>[] | undefined;
  rules?: readonly Omit<Rule, 'version'>[] | undefined;
  /** How many clients a document finds for this context, as of today. References in it are followed. */
  count(where: SegmentDocument, context: Context): Now<number>;
}

/** The library of a base, and what the rest of the base needs to know of it. */
export interface Library extends LibraryStore {
  /** Everything as it stands now: at once where the store answers at once. */
  state(context: Context): Now<LibraryState>;
  /** Goes on with a removal; says whether it has ended. */
  letGo(entry: ListEntry, context: Context, isOver: () => boolean): Promise<boolean>;
}

/** Milliseconds that a removal works on clients before it leaves the rest to the pump. */
const INLINE = 100;
/** How often a write is begun anew when somebody else changed the library meanwhile. */
const TRIES = 5;

/** Segments, rules and lists over a store. All of it has one revision, so that no two writes can make a circle between them. */
export function createLibrary(store: Store, options: LibraryOptions): Library {
  const { lists, segments = [], rules = [] } = options;
  const states = createStates(store, { lists, segments, rules, collation: options.settings.collation });
  const catalogueFor = (context: Context): Catalogue =>
    typeof options.catalogue === 'function' ? options.catalogue(context) : options.catalogue;
  const today = () => todayIn(options.settings.timeZone, store.now());

  /** What stands, when it is the version that is meant. */
  const standing = (
    state: LibraryState,
    kind: LibraryKind,
    id: Id,
    version: number | null | undefined,
    operation: string,
  ): LibraryItem | null => {
    if (version === undefined) {
      throw refuse('version_required', 'say which version is meant; null makes a new item', operation);
    }
    const item = state.find(kind, id);
    if (version === null) {
      if (item) throw refuse('conflict', 'there is an item with this id', operation);
      return null;
    }
    if (!item) throw refuse('not_found', 'no such item', operation);
    if (item.version !== version) {
      throw refuse('stale_version', 'the item was changed since', operation, { version: item.version ?? 0 });
    }
    return item;
  };

  /** Decides and writes; again from the start where the library has moved in between. */
  const write = async <T>(
    context: WriteContext,
    decide: (
      state: LibraryState,
    ) => Promise<{ documents: DocumentWrite[]; guards: readonly DocumentGuard[]; answer: T }>,
  ): Promise<T> => {
    for (let tries = 1; ; tries++) {
      const state = await states(context);
      const { documents, guards, answer } = await decide(state);
      const head: DocumentWrite = { kind: 'library', id: 'head', value: { rev: (state.rev ?? 0) + 1 } };
      try {
        await store.commit([], [...documents, head], context, [
          ...guards,
          { kind: 'library', id: 'head', rev: state.rev },
        ]);
        return answer;
      } catch (error) {
        const isRace = isClienteleError(error) && error.code === 'conflict';
        if (!isRace || tries === TRIES || (await states(context)).rev === state.rev) throw error;
      }
    }
  };

  const save = <K extends LibraryKind>(
    kind: K,
    item: LibrarySave<K>,
    context: WriteContext,
  ): Promise<LibraryItems[K]> => {
    const operation = 'library.save';
    return withIdempotency<LibraryItems[K]>(store, operation, { kind, item }, context, (once) =>
      write(context, async (state) => {
        const { id, version } = item as { id: Id; version: number | null };
        checkId(id, operation);
        const checked = checkItem(kind, item, state, catalogueFor(context), operation);
        standing(state, kind, id, version, operation);
        if (version === null && state.items[kind].length >= MOST_ITEMS[kind]) {
          throw refuse('too_large', `at most ${MOST_ITEMS[kind]} ${kind}`, operation);
        }
        const before = state.stored(kind, id);
        if (before?.gone === 'leaving') {
          throw refuse('conflict', 'an item of this id is still being taken from its clients', operation);
        }
        const next = {
          ...(kind === 'tiers' ? { level: nextLevel(state) } : {}),
          ...checked,
          version: (before?.item.version ?? 0) + 1,
        } as unknown as LibraryItems[K] & { version: number };
        const stored: StoredItem = { rev: (before?.rev ?? 0) + 1, kind, item: next };
        const documents: DocumentWrite[] = [
          { kind: 'item', id: documentIdOf(kind, id), value: stored },
          once.document(next),
        ];
        if (kind === 'segments') {
          const size = await sizeNow(id, (next as LibraryItems['segments']).document, context);
          if (size) documents.push(size);
        }
        return { documents, guards: once.guards, answer: next as LibraryItems[K] };
      }),
    );
  };

  /** The size of a segment today beside those of before; null where it cannot be counted now. */
  const sizeNow = async (
    id: Id,
    document: SegmentDocument,
    context: WriteContext,
  ): Promise<DocumentWrite | null> => {
    try {
      const found = await options.count(document, everywhere(context));
      const before = (await store.document('size', id, context)) as StoredSizes | null;
      return sizeDocument(id, before, { day: today(), count: found });
    } catch {
      return null;
    }
  };

  const remove = async (kind: LibraryKind, id: Id, version: number, context: WriteContext): Promise<void> => {
    const operation = 'library.remove';
    await withIdempotency<void>(store, operation, { kind, id, version }, context, (once) =>
      write(context, async (state) => {
        const item = standing(state, kind, id, version, operation);
        const catalogue = catalogueFor(context);
        const uses = await usesOf(kind, id, state, catalogue, store, context);
        if (uses.length > 0) throw refuse('conflict', 'something still points at it', operation, { uses });
        const before = state.stored(kind, id);
        const document = documentIdOf(kind, id);
        const documents: DocumentWrite[] = [once.document()];
        if (isListKind(kind)) {
          const rev = (before?.rev ?? 0) + 1;
          const left: StoredItem = {
            rev,
            kind,
            item: { ...item!, version: version + 1 } as StoredItem['item'],
            gone: 'leaving',
          };
          documents.push({ kind: 'item', id: document, value: left });
        } else {
          // What the host brings would be back at the next look.
          const isSeed = [...segments, ...rules].some((one) => one.id === id);
          const left: StoredItem | null = isSeed
            ? {
                rev: (before?.rev ?? 0) + 1,
                kind,
                item: { ...item!, version: version + 1 } as StoredItem['item'],
                gone: 'removed',
              }
            : null;
          documents.push({ kind: 'item', id: document, value: left });
        }
        if (kind === 'segments') documents.push({ kind: 'size', id, value: null });
        return { documents, guards: once.guards, answer: undefined };
      }),
    );
    if (!isListKind(kind)) return;
    const until = performance.now() + INLINE;
    // The removal stands; what a failure leaves over is taken by the pump.
    await letGo({ kind, id }, context, () => performance.now() >= until).catch(() => false);
  };

  const letGo = async (
    { kind, id }: ListEntry,
    context: Context,
    isOver: () => boolean,
  ): Promise<boolean> => {
    const own: WriteContext = { ...everywhere(context), key: v7() };
    if (!(await takeAway(store, kind, [id], catalogueFor(context), today(), own, isOver))) return false;
    await write(own, async (state) => {
      const before = state.stored(kind, id);
      const stored = before && { ...before, rev: before.rev + 1, gone: 'removed' as const };
      const isOpen = before?.gone === 'leaving';
      return {
        documents: isOpen ? [{ kind: 'item', id: documentIdOf(kind, id), value: stored }] : [],
        guards: [],
        answer: undefined,
      };
    });
    return true;
  };

  return {
    state: states,
    letGo,
    list: <K extends LibraryKind>(kind: K, context: Context) =>
      chain(states(context), (state) => {
        const list: readonly LibraryItems[K][] = state.items[kind];
        if (kind !== 'rules') return [...list];
        return (list as readonly Rule[]).map((rule) => {
          const faults = faultsOf(rule, state, catalogueFor(context));
          return (faults.length > 0 ? { ...rule, faults } : rule) as LibraryItems[K];
        });
      }),
    save,
    remove,
    uses: (kind, id, context) =>
      chain(states(context), (state): Now<Use[]> => {
        if (!state.find(kind, id)) throw refuse('not_found', 'no such item', 'library.uses');
        const catalogue = catalogueFor(context);
        const count = (where: SegmentDocument) => options.count(where, context);
        return chain(usesOf(kind, id, state, catalogue, store, context), (uses) =>
          chain(carriersUse(kind, id, catalogue, count), (clients) => [...uses, ...clients]),
        );
      }),
    sizes: (segment, context) =>
      chain(states(context), (state): Now<SegmentSize[]> => {
        if (!state.find('segments', segment)) throw refuse('not_found', 'no such segment', 'library.sizes');
        return chain(
          store.document('size', segment, context),
          (stored) => (stored as StoredSizes | null)?.sizes ?? [],
        );
      }),
  };
}

/** A context that sees the whole base: of the library's own work. */
export function everywhere<C extends Context>(context: C): C {
  const { branches: _branches, permissions: _permissions, ...rest } = context;
  return rest as C;
}

function nextLevel(state: LibraryState): number {
  return Math.max(-1, ...state.items.tiers.map(({ level = 0 }) => level)) + 1;
}
