import type {
  ClienteleError,
  FieldId,
  Id,
  LibraryItem,
  LibraryItems,
  LibraryKind,
  LibrarySave,
  ListItem,
  Rule,
  Segment,
  SegmentDocument,
  SegmentSize,
} from '../../../contract/index.js';
import { EVERYONE } from '../../../contract/plain/segment.js';
import { toError } from '../../../sdk/now.js';
import type { Session } from '../../../sdk/types.js';

/** The choices field whose options a kind of list holds. */
const FIELD_OF: Partial<Record<LibraryKind, FieldId>> = {
  categories: 'categories',
  groups: 'groups',
  tiers: 'tier',
};

/** Those that are made most, first. */
const ORDER: readonly LibraryKind[] = ['segments', 'groups', 'categories', 'tiers', 'rules'];

/** Counts that others' changes made old are asked for again after so long. */
const RECOUNT_MS = 1500;

/**
 * What the manager shows: the items of one kind, how many clients each has, and how that moved. Items come first; figures follow one after
 * another, so that a slow base still shows names at once.
 */
export class LibraryModel {
  kind: LibraryKind = 'segments';
  /** Null until they are there. */
  items: readonly LibraryItem[] | null = null;
  error: ClienteleError | null = null;
  /** By id; null: it could not be counted. */
  readonly counts = new Map<Id, number | null>();
  readonly sizes = new Map<Id, readonly SegmentSize[]>();

  readonly session: Session;
  readonly #changed: () => void;
  readonly #stops: (() => void)[];
  #asked = 0;
  #recount: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session, changed: () => void) {
    this.session = session;
    this.#changed = changed;
    this.#stops = [session.on('clients', () => this.#soon()), session.on('job', () => this.#soon())];
  }

  close(): void {
    this.#asked++;
    clearTimeout(this.#recount);
    for (const stop of this.#stops.splice(0)) stop();
  }

  /** Kinds that this base keeps. */
  get kinds(): readonly LibraryKind[] {
    const kept = this.session.description?.capabilities.library ?? [];
    return ORDER.filter((kind) => kept.includes(kind));
  }

  get canEdit(): boolean {
    return this.session.can('settings');
  }

  item(id: Id): LibraryItem | undefined {
    return this.items?.find((item) => item.id === id);
  }

  async open(kind: LibraryKind): Promise<void> {
    if (kind !== this.kind) {
      this.items = null;
      this.counts.clear();
      this.sizes.clear();
    }
    this.kind = kind;
    await this.load();
  }

  /** Reads the items again; the old ones stay until then. */
  async load(): Promise<void> {
    const { kind } = this;
    const asked = ++this.#asked;
    if (!this.kinds.includes(kind)) return;
    try {
      const items: readonly LibraryItem[] = await this.session.library(kind);
      if (asked !== this.#asked) return;
      this.items = items;
      this.error = null;
    } catch (cause) {
      if (asked !== this.#asked) return;
      this.error = toError(cause, 'library.list');
    }
    this.#changed();
    await this.#count(asked);
  }

  save<K extends LibraryKind>(kind: K, item: LibrarySave<K>): Promise<LibraryItems[K]> {
    return this.session.saveItem(kind, item);
  }

  /** Whom an item stands for; null: nobody can be asked for. */
  documentOf(item: LibraryItem): SegmentDocument | null {
    if (this.kind === 'segments') return (item as Segment).document;
    if (this.kind === 'rules') return (item as Rule).where;
    const field = FIELD_OF[this.kind];
    if (!field || !this.session.catalogue.fields.has(field)) return null;
    const op = field === 'tier' ? 'in' : 'anyOf';
    return { v: 1, where: { kind: 'field', field, op, value: [item.id] } };
  }

  /** Changes the places of a tier and its neighbour. */
  async move(tier: ListItem, by: -1 | 1): Promise<void> {
    const tiers = (this.items ?? []) as readonly ListItem[];
    const at = tiers.findIndex(({ id }) => id === tier.id);
    const other = tiers[at + by];
    if (at < 0 || !other) return;
    // Levels may be missing or alike: those of the two places are what counts.
    await this.session.saveItem('tiers', { ...tier, version: tier.version ?? 0, level: at + by });
    await this.session.saveItem('tiers', { ...other, version: other.version ?? 0, level: at });
  }

  #soon(): void {
    clearTimeout(this.#recount);
    this.#recount = setTimeout(() => void this.#count(this.#asked), RECOUNT_MS);
  }

  async #count(asked: number): Promise<void> {
    const { items, kind } = this;
    if (!items || items.length === 0) return;
    const field = FIELD_OF[kind];
    if (field && this.session.description?.capabilities.aggregate && (await this.#countBy(field, asked)))
      return;
    for (const item of items) {
      const document = this.documentOf(item);
      let count: number | null = null;
      try {
        if (document) ({ count } = await this.session.count(document));
      } catch {
        // Told by the session; the item stands there without a figure.
      }
      if (asked !== this.#asked) return;
      this.counts.set(item.id, count);
      this.#changed();
      if (kind === 'segments') await this.#size(item.id, asked);
    }
  }

  /** One question for all items of a list. */
  async #countBy(field: FieldId, asked: number): Promise<boolean> {
    try {
      const { rows } = await this.session.aggregate({
        over: { where: EVERYONE },
        measures: [{ agg: 'count' }],
        by: [{ field }],
      });
      if (asked !== this.#asked) return true;
      const counts = new Map(rows.map(({ keys, values }) => [keys[0], values[0] ?? 0]));
      for (const { id } of this.items ?? []) this.counts.set(id, counts.get(id) ?? 0);
      this.#changed();
      return true;
    } catch {
      return asked !== this.#asked;
    }
  }

  async #size(id: Id, asked: number): Promise<void> {
    try {
      const sizes = await this.session.sizes(id);
      if (asked !== this.#asked) return;
      this.sizes.set(id, sizes);
      this.#changed();
    } catch {
      // A base that keeps no sizes shows none.
    }
  }
}
