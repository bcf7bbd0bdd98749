import { addOpening, deriveTotals, type Totals } from '../../../engine/index.js';
import type { FieldId, Patch, Value } from '../../../contract/index.js';
import { dayInZone } from '../../../time/index.js';
import type { Base } from '../base.js';
import type { Opening } from '../ops.js';

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
    const covered = new Set([...this.#whole].flatMap((kind) => GIVEN[kind]!));
    const opening: Record<string, Value> = {};
    for (const field of TOTALS) {
      const value = covered.has(field as keyof Totals) ? undefined : this.#base.clients.get(row, field);
      if (value !== undefined) opening[field] = value;
    }
    if (Object.keys(opening).length > 0 || covered.size < TOTALS.length)
      this.#openings.set(row, opening as Opening);
  }

  /** Works out a client's totals anew and keeps them. */
  update(row: number): void {
    const { clients } = this.#base;
    const totals = this.of(row);
    for (const [field, value] of Object.entries(totals)) {
      const column = clients.store(field);
      if (value === null) column?.set(row, undefined);
      else clients.set(row, field, value as Value);
    }
  }

  of(row: number): Patch {
    const { records, setup } = this.#base;
    const bookings = records.get('bookings');
    const sales = records.get('sales');
    const points = records.get('points');
    const since = deriveTotals(
      {
        bookings: (bookings?.rowsOf(row) ?? []).map((at) => ({
          start: bookings!.number(at, 'start'),
          state: (bookings!.get(at, 'state') as string | undefined) ?? '',
          price: bookings!.number(at, 'price') ?? 0,
          tip: bookings!.number(at, 'tip') ?? 0,
        })),
        sales: (sales?.rowsOf(row) ?? []).map((at) => ({ amount: sales!.number(at, 'amount') ?? 0 })),
        points: (points?.rowsOf(row) ?? []).map((at) => ({ amount: points!.number(at, 'amount') ?? 0 })),
      },
      { now: setup.now(), dayOf: (instant) => dayInZone(instant, setup.settings.timeZone) },
    );
    const opening = this.#openings.get(row);
    const totals = opening ? addOpening(opening, since) : since;
    const present = [...records.keys()].filter(givesTotals);
    const fields = new Set([...this.#whole, ...present].flatMap((kind) => GIVEN[kind]!));
    return Object.fromEntries(Object.entries(totals).filter(([field]) => fields.has(field as keyof Totals)));
  }
}
