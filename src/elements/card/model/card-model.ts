import type {
  Client,
  ClienteleError,
  ClientRecord,
  Id,
  RecordKind,
  TabDefinition,
} from '../../../contract/index.js';
import { isLater, toError } from '../../../sdk/now.js';
import type { Session } from '../../../sdk/types.js';

/** A tab of a card: what the catalogue says, and the kind of records that it shows. */
export interface CardTab extends TabDefinition {
  readonly kind: RecordKind | null;
}

/** Where a client stands by what they spent: 1 is the first. */
export interface Rank {
  readonly place: number;
  readonly total: number;
}

/** Tabs of our own that show no one kind of records. */
const OWN_TABS: readonly TabDefinition[] = [
  { id: 'overview', icon: 'user' },
  { id: 'timeline', icon: 'history' },
];
/** Kinds that an own tab shows better than a table would. */
const FIRST_KINDS = ['notes', 'bookings', 'sales'];

/**
 * One client as the card shows it. Who is known already is there at once; what changes elsewhere arrives by itself; a client who is removed
 * while the card is open stays readable and is said to be gone.
 */
export class CardModel {
  readonly session: Session;
  readonly id: Id;
  client: Client | null;
  state: 'loading' | 'ready' | 'gone' | 'error';
  error: ClienteleError | null = null;
  /** How many records of each kind there are; null until known. */
  counts: Readonly<Record<string, number>> | null = null;
  /** Notes that must be seen before anything else. */
  alerts: readonly ClientRecord[] = [];
  rank: Rank | null = null;

  readonly #listeners = new Set<() => void>();
  readonly #stops: (() => void)[];
  #asked = 0;

  constructor(session: Session, id: Id) {
    this.session = session;
    this.id = id;
    this.client = session.peek(id);
    this.state = this.client ? 'ready' : 'loading';
    this.#stops = [
      session.on('clients', ({ ids, op }) => {
        if (ids !== 'many' && !ids.includes(id)) return;
        if (op === 'removed' && ids !== 'many') this.#gone();
        else void this.load();
      }),
      session.on('records', ({ clients }) => {
        if (clients === 'many' || clients.includes(id)) void this.#count();
      }),
      session.on('description', () => void this.load()),
    ];
    void this.load();
  }

  close(): void {
    this.#asked++;
    this.#listeners.clear();
    for (const stop of this.#stops.splice(0)) stop();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tabs that this base, this catalogue and these rights allow, in the order wanted; those not named follow. */
  tabs(order: readonly string[]): readonly CardTab[] {
    const { catalogue, description } = this.session;
    const kept = description?.capabilities.records ?? [];
    const known = new Map<string, CardTab>();
    const add = (tab: TabDefinition): void => {
      const kind = tab.record === undefined ? null : (catalogue.records.get(tab.record) ?? null);
      if (tab.record !== undefined && (!kind || !kept.includes(tab.record))) return;
      if (tab.permission && !this.session.can(tab.permission)) return;
      known.set(tab.id, { ...tab, kind });
    };
    for (const tab of OWN_TABS) add(tab);
    const kinds = [...catalogue.records.values()].filter(({ tab }) => tab);
    const rank = ({ id }: RecordKind): number =>
      FIRST_KINDS.includes(id) ? FIRST_KINDS.indexOf(id) : FIRST_KINDS.length;
    for (const kind of kinds.sort((a, b) => rank(a) - rank(b))) {
      add({ id: kind.id, record: kind.id, ...(kind.icon === undefined ? {} : { icon: kind.icon }) });
    }
    for (const tab of catalogue.tabs.values()) if (!known.has(tab.id)) add(tab);
    const first = order.flatMap((id) => known.get(id) ?? []);
    return [...first, ...[...known.values()].filter((tab) => !first.includes(tab))];
  }

  /** Reads the client again; what is shown stays until then. */
  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const answer = this.session.get(this.id);
      const client = isLater(answer) ? await answer : answer;
      if (asked !== this.#asked) return;
      this.client = client;
      this.state = 'ready';
      this.error = null;
    } catch (cause) {
      if (asked !== this.#asked) return;
      this.error = toError(cause, 'get');
      if (this.error.code === 'not_found') this.#gone();
      else if (!this.client) this.state = 'error';
    }
    this.#tell();
    if (this.state === 'ready') await Promise.all([this.#count(), this.#place()]);
  }

  #gone(): void {
    this.state = 'gone';
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  async #count(): Promise<void> {
    const asked = this.#asked;
    const kept = this.session.description?.capabilities.records ?? [];
    if (kept.length === 0) return;
    try {
      const counts = await this.session.recordCounts(this.id);
      const alerts = kept.includes('notes')
        ? await this.session.records({
            record: 'notes',
            client: this.id,
            where: { kind: 'field', field: 'alert', op: 'is', value: true },
            sort: [{ field: 'at', dir: 'desc' }],
            window: { at: 0, size: 5 },
          })
        : null;
      if (asked !== this.#asked) return;
      this.counts = counts;
      this.alerts = alerts?.items ?? [];
      this.#tell();
    } catch {
      // Told by the session; the tabs stand there without their numbers.
    }
  }

  /** The place in the TOP: all who spent more, and one. */
  async #place(): Promise<void> {
    const spent = this.client?.totalSpent;
    const asked = this.#asked;
    if (!spent || !this.session.catalogue.fields.has('totalSpent')) return;
    try {
      const [above, all] = await Promise.all([
        this.session.count({ v: 1, where: { kind: 'field', field: 'totalSpent', op: 'gt', value: spent } }),
        this.session.count({ v: 1, where: { kind: 'everyone' } }),
      ]);
      if (asked !== this.#asked) return;
      this.rank = { place: above.count + 1, total: all.count };
      this.#tell();
    } catch {
      // A base that cannot compare what clients spent shows no place.
    }
  }
}
