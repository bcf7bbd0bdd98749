import {
  EVERYONE,
  type Field,
  type FieldId,
  type Id,
  type Node,
  type SavedView,
  type SegmentDocument,
  type SortKey,
  type ViewState,
} from '../../../contract/index.js';
import type { ListQuestion, ResultSet, Session, SessionEvents } from '../../../sdk/types.js';
import {
  defaultLayout,
  layoutOfView,
  moveColumn,
  resizeColumn,
  toggleColumn,
  togglePin,
  type Layout,
  type LayoutChange,
  type LayoutRefusal,
} from './layout.js';
import { NOTHING, tick, type Ticks } from './selection.js';

export type Density = 'comfortable' | 'regular' | 'compact';

const MAX_SORT_KEYS = 4;

/** Fields that a row needs whatever its columns: badges, star, face, and the words for a screen reader. */
const ALWAYS: readonly FieldId[] = ['name', 'photo', 'favourite', 'blocked', 'subscribed', 'muted', 'status'];

/** The conditions of a document that stand side by side as chips: the members of its outermost `all`, or the one it is. */
export function conditionsOf(document: SegmentDocument): readonly Node[] {
  const { where } = document;
  if (where.kind === 'everyone') return [];
  return where.kind === 'all' ? where.of : [where];
}

/** The document of conditions that must all hold; of none, everyone. */
export function documentOf(conditions: readonly Node[]): SegmentDocument {
  const [first, ...rest] = conditions;
  if (!first) return EVERYONE;
  return {
    v: 1,
    where: rest.length === 0 && first.kind !== 'all' ? first : { kind: 'all', of: [first, ...rest] },
  };
}

/**
 * What one client list shows, and every way to change it. The parts of the list (toolbar, grid, bar, panel) hold no state of their own
 * about the question: they read this and ask it, so each part can be understood alone.
 */
export class ListModel {
  readonly session: Session;
  layout: Layout;
  /** Null: as the page around says. */
  density: Density | null = null;
  sort: readonly SortKey[] = [];
  /** The filters; what is searched for stands apart, as it is never kept, shared or put into an address. */
  filters: SegmentDocument = EVERYONE;
  search = '';
  ticks: Ticks = NOTHING;
  /** The saved view that was chosen last, and what it said then. */
  view: SavedView | null = null;
  result: ResultSet;

  #listeners = new Set<() => void>();
  #leaveResult: () => void;
  #leaveSession: () => void;
  #initial: ViewState | null;

  /**
   * @param initial how the list begins, and what a reset goes back to; null: the definitions' own defaults.
   * @param shown what it shows at first where that is something else: from the address, or from before the rights changed.
   */
  constructor(
    session: Session,
    initial: ViewState | null = null,
    search = '',
    shown: ViewState | null = null,
  ) {
    this.session = session;
    this.#initial = initial;
    this.layout = defaultLayout(session.catalogue.fields);
    const state = shown ?? initial;
    if (state) this.#take(state);
    this.search = search;
    this.result = session.open(this.question);
    this.#leaveResult = this.result.subscribe(this.#notify);
    this.#leaveSession = session.on('clients', (event) => this.#hear(event));
  }

  get fields(): ReadonlyMap<FieldId, Field> {
    return this.session.catalogue.fields;
  }

  /** Filters and search as one document. */
  get where(): SegmentDocument {
    const text = this.search.trim();
    return text === '' ? this.filters : documentOf([...conditionsOf(this.filters), { kind: 'search', text }]);
  }

  get question(): ListQuestion {
    const fields = new Set([...ALWAYS, ...this.layout.columns.map((column) => column.field)]);
    return {
      where: this.where,
      sort: this.sort,
      fields: [...fields].filter((field) => this.fields.has(field)),
    };
  }

  get viewState(): ViewState {
    return {
      v: 1,
      columns: this.layout.columns.map(({ field, width }) => ({ field, width })),
      pinned: this.layout.pinned,
      sort: [...this.sort],
      where: this.filters,
      ...(this.density ? { density: this.density } : {}),
    };
  }

  /** Whether something differs from the chosen view (or from how the list began). */
  get isChanged(): boolean {
    const base = this.view?.state ?? this.#initial;
    const now = this.viewState;
    if (base) return JSON.stringify({ ...now, v: 1 }) !== JSON.stringify({ ...now, ...base, v: 1 });
    return this.filters.where.kind !== 'everyone' || this.sort.length > 0;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  setSearch(text: string): void {
    if (text === this.search) return;
    this.search = text;
    this.#ask();
  }

  setFilters(filters: SegmentDocument): void {
    this.filters = filters;
    this.#ask();
  }

  /** Everyone again, sorted as before. */
  clearFilters(): void {
    this.setFilters(EVERYONE);
  }

  setSort(sort: readonly SortKey[]): void {
    this.sort = sort;
    this.#ask();
  }

  /** A click on a header: ascending, descending, none. With `add` the other keys stay (at most four). */
  toggleSort(field: FieldId, add: boolean): void {
    const now = this.sort.find((key) => key.field === field);
    const dir = now === undefined ? 'asc' : now.dir === 'asc' ? 'desc' : null;
    if (!add) return this.setSort(dir ? [{ field, dir }] : []);
    if (now) {
      const changed: SortKey = { field, dir: 'desc' };
      return this.setSort(this.sort.flatMap((key) => (key !== now ? [key] : dir ? [changed] : [])));
    }
    if (this.sort.length < MAX_SORT_KEYS) this.setSort([...this.sort, { field, dir: 'asc' }]);
  }

  setDensity(density: Density): void {
    this.density = density;
    this.#notify();
  }

  toggleColumn(field: Field): LayoutRefusal | null {
    return this.#lay(toggleColumn(this.layout, field));
  }

  moveColumn(field: FieldId, to: number): LayoutRefusal | null {
    return this.#lay(moveColumn(this.layout, field, to));
  }

  togglePin(field: FieldId): LayoutRefusal | null {
    return this.#lay(togglePin(this.layout, field));
  }

  resizeColumn(field: FieldId, width: number): void {
    this.#lay({ ok: true, layout: resizeColumn(this.layout, field, width) });
  }

  resetColumns(): void {
    const layout = this.#initial ? layoutOfView(this.#initial, this.fields) : defaultLayout(this.fields);
    this.#lay({ ok: true, layout });
  }

  tick(ids: Iterable<Id>, on: boolean): void {
    this.ticks = tick(this.ticks, ids, on);
    this.#notify();
  }

  clearTicks(): void {
    this.ticks = NOTHING;
    this.#notify();
  }

  /** Ticks everything that the question finds, loaded or not. @throws what `count` throws; the ticks then stay as they were. */
  async tickAllFound(): Promise<void> {
    const { where } = this;
    const found = await this.session.count(where, { token: true });
    if (where !== this.where && JSON.stringify(where) !== JSON.stringify(this.where)) return;
    this.ticks = {
      kind: 'found',
      where,
      except: new Set(),
      count: found.count,
      token: found.token ?? '',
      today: found.today,
    };
    this.#notify();
  }

  /** Takes over a saved view, or with null how the list began. */
  applyView(view: SavedView | null): void {
    this.view = view;
    const state = view?.state ?? this.#initial;
    if (state) this.#take(state);
    else {
      this.layout = defaultLayout(this.fields);
      this.sort = [];
      this.filters = EVERYONE;
    }
    this.#ask();
  }

  /** Names the saved view that the state came from, and leaves the state as it is: from the address, or just saved. */
  adoptView(view: SavedView | null): void {
    this.view = view;
    this.#notify();
  }

  /** Takes over a state without choosing a view: from the address. */
  applyState(state: ViewState): void {
    this.#take(state);
    this.#ask();
  }

  close(): void {
    this.#leaveSession();
    this.#leaveResult();
    this.result.close();
    this.#listeners.clear();
  }

  /** Whoever adds or removes a client expects to see it at once; what others do waits for the rows to be left alone. */
  #hear({ op, ids, own }: SessionEvents['clients']): void {
    if (op === 'updated') return;
    if (op === 'removed' && ids !== 'many') this.#untick(ids);
    if (own) this.result.refresh();
  }

  #untick(gone: readonly Id[]): void {
    const { ticks } = this;
    if (ticks.kind === 'ids' && gone.some((id) => ticks.ids.has(id))) this.tick(gone, false);
  }

  #take(state: ViewState): void {
    this.layout = layoutOfView(state, this.fields);
    this.sort = state.sort.filter((key) => this.fields.get(key.field)?.sort);
    this.filters = state.where;
    this.density = state.density ?? this.density;
  }

  #lay(change: LayoutChange): LayoutRefusal | null {
    if (!change.ok) return change.reason;
    const before = this.question.fields;
    this.layout = change.layout;
    const known = new Set(before);
    if (this.question.fields.some((field) => !known.has(field))) this.#reopen();
    this.#notify();
    return null;
  }

  #ask(): void {
    // "All found" belongs to the question it was made for; single ticks survive search and filters.
    if (this.ticks.kind === 'found') this.ticks = NOTHING;
    this.#reopen();
    this.#notify();
  }

  #reopen(): void {
    const old = this.result;
    this.#leaveResult();
    this.result = this.session.open(this.question);
    this.#leaveResult = this.result.subscribe(this.#notify);
    old.close();
  }

  readonly #notify = (): void => {
    for (const listener of this.#listeners) listener();
  };
}
