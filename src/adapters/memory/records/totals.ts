import {
  addOpening,
  deriveTotals,
  type BookingFacts,
  type Facts,
  type Totals,
} from '../../../engine/index.js';
import type { FieldId, Patch, Value } from '../../../contract/index.js';
import { dayInZone } from '../../../time/index.js';
import type { Base } from '../base.js';
import { InstantStore } from '../columns/index.js';
import type { Opening } from '../ops.js';
import type { Steps } from '../steps.js';

/** Clients that are gone over between two steps. */
const STEP = 256;

/** The fields that each kind of record gives. */
const GIVEN: Readonly<Record<string, readonly (keyof Totals)[]>> = {
  bookings: [
    'visits',
    'firstVisit',
    'lastVisit',
    'nextVisit',
    'noShows',
    'cancellations',
    'totalSpent',
    'averageTicket',
    'tipsCount',
    'tipsSum',
  ],
  sales: ['totalSpent', 'averageTicket'],
  points: ['points'],
};

export const TOTALS: readonly FieldId[] = [...new Set(Object.values(GIVEN).flat())];

/** Kinds of records that the totals of clients are made of. */
export function givesTotals(kind: string): boolean {
  return Object.hasOwn(GIVEN, kind);
}

/**
 * The totals of clients from their records. Kinds that were loaded with the base give them whole; for others what the clients brought with them
 * is where counting starts.
 */
export class TotalsKeeper {
  readonly #base: Base;
  /** Kinds that the base was loaded with. */
  #whole: Set<string>;
  /** Totals that clients brought with them, of those who got records since. */
  readonly #openings: Map<number, Opening>;

  constructor(base: Base, whole: Iterable<string> = [], openings: Iterable<[number, Opening]> = []) {
    this.#base = base;
    this.#whole = new Set([...whole].filter(givesTotals));
    this.#openings = new Map(openings);
  }

  setWhole(kinds: Iterable<string>): void {
    this.#whole = new Set([...kinds].filter(givesTotals));
  }

  get whole(): string[] {
    return [...this.#whole];
  }

  get openings(): [number, Opening][] {
    return [...this.#openings];
  }

  /** Remembers what a client holds before its first record of a kind comes. Call before a record is written. */
  open(row: number): void {
    if (this.#openings.has(row)) return;
    const opening = this.#openingOf(row);
    if (opening) this.#openings.set(row, opening);
  }

  /** What a client's visits come to with these bookings instead of those that stand. */
  withBookings(
    row: number,
    bookings: Iterable<BookingFacts>,
  ): Pick<Totals, 'visits' | 'lastVisit' | 'nextVisit'> {
    return this.#derive(row, () => ({ bookings }), this.#openings.get(row) ?? this.#openingOf(row));
  }

  #openingOf(row: number): Opening | undefined {
    const covered = new Set([...this.#whole].flatMap((kind) => GIVEN[kind]!));
    const opening: Record<string, Value> = {};
    for (const field of TOTALS) {
      const value = covered.has(field as keyof Totals) ? undefined : this.#base.clients.get(row, field);
      if (value !== undefined) opening[field] = value;
    }
    return Object.keys(opening).length > 0 || covered.size < TOTALS.length ? (opening as Opening) : undefined;
  }

  /** Works out a client's totals anew and keeps them. */
  update(row: number): void {
    this.#put(row, this.of(row));
  }

  /** Works out the totals of all clients, in steps, and keeps them. */
  *updating(): Steps {
    yield* this.comparing((row, totals) => this.#put(row, totals));
  }

  /** Tells, in steps, of every client whose totals are others than its records come to: which, and to what. */
  *comparing(tell: (row: number, totals: Patch) => void): Steps {
    const { rows, clients } = this.#base;
    const facts = factsOf(this.#base);
    const given = this.#given();
    for (let row = 0; row < rows; row++) {
      const totals = this.#derive(row, facts);
      const changed: Record<FieldId, Value | null> = {};
      let isChanged = false;
      for (const field of given) {
        const value = totals[field];
        if ((clients.get(row, field) ?? null) === value) continue;
        changed[field] = value;
        isChanged = true;
      }
      if (isChanged) tell(row, changed);
      if (row % STEP === STEP - 1) yield;
    }
  }

  of(row: number): Patch {
    const totals = this.#derive(row, factsOf(this.#base));
    return Object.fromEntries(this.#given().map((field) => [field, totals[field]]));
  }

  #derive(row: number, facts: (row: number) => Facts, opening = this.#openings.get(row)): Totals {
    const { setup } = this.#base;
    const since = deriveTotals(facts(row), {
      now: setup.now(),
      dayOf: (instant) => dayInZone(instant, setup.settings.timeZone),
    });
    return opening ? addOpening(opening, since) : since;
  }

  /** The fields that the kinds of records which are there give. */
  #given(): readonly (keyof Totals)[] {
    const present = [...this.#base.records.keys()].filter(givesTotals);
    return [...new Set([...this.#whole, ...present].flatMap((kind) => GIVEN[kind]!))];
  }

  #put(row: number, totals: Patch): void {
    const { clients } = this.#base;
    for (const field in totals) {
      const value = totals[field];
      if (value === null) clients.store(field)?.set(row, undefined);
      else clients.set(row, field, value as Value);
    }
  }
}

/** Reads what counts of a client's records, from columns that are looked up once. */
function factsOf({ records }: Base): (row: number) => Facts {
  const rowsOf = (kind: string) => {
    const table = records.get(kind);
    return (row: number) => table?.rowsOf(row) ?? [];
  };
  const number = (kind: string, field: FieldId): ((row: number) => number | null) => {
    const store = records.get(kind)?.table.store(field);
    if (store instanceof InstantStore) return (row) => store.at(row);
    return (row) => (store?.get(row) as number | undefined) ?? null;
  };
  const [bookings, sales, points] = [rowsOf('bookings'), rowsOf('sales'), rowsOf('points')];
  const [start, price, tip] = [
    number('bookings', 'start'),
    number('bookings', 'price'),
    number('bookings', 'tip'),
  ];
  const state = records.get('bookings')?.table.store('state');
  const amounts = (kind: string) => {
    const amount = number(kind, 'amount');
    return (row: number) => ({ amount: amount(row) ?? 0 });
  };
  const [sale, movement] = [amounts('sales'), amounts('points')];
  const booking = (row: number) => ({
    start: start(row),
    state: (state?.get(row) as string | undefined) ?? '',
    price: price(row) ?? 0,
    tip: tip(row) ?? 0,
  });
  return (row) => ({
    bookings: bookings(row).map(booking),
    sales: sales(row).map(sale),
    points: points(row).map(movement),
  });
}
