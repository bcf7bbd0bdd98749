import type { Day, Instant } from '../contract/index.js';

/**
 * What the totals of a client are worked out from. Only the fields that count; amounts in minor units of the base's currency. Missing
 * numbers are 0 to the caller.
 */
export interface BookingFacts {
  /** Milliseconds since 1970; null: not known. */
  start: number | null;
  state: string;
  price: number;
  tip: number;
}
export interface SaleFacts {
  /** Negative: a refund. */
  amount: number;
}
export interface PointsFacts {
  /** Negative: points spent or expired. */
  amount: number;
}

export interface Facts {
  bookings?: Iterable<BookingFacts>;
  sales?: Iterable<SaleFacts>;
  points?: Iterable<PointsFacts>;
}

/** The computed fields of a client that its bookings, sales and points give. Null: there is none. */
export interface Totals {
  visits: number;
  firstVisit: Day | null;
  lastVisit: Day | null;
  nextVisit: Instant | null;
  noShows: number;
  cancellations: number;
  totalSpent: number;
  averageTicket: number | null;
  tipsCount: number;
  tipsSum: number;
  points: number;
}

export interface DeriveOptions {
  /** Milliseconds since 1970. */
  now: number;
  /** The day of an instant in the base's zone. */
  dayOf(instant: number): Day;
}

/**
 * The one rule of the totals, for every adapter:
 * - a visit is a booking whose state is `arrived`; `firstVisit` and `lastVisit` are the days, in the base's zone, on which the first and
 *   the last of them start. An arrived booking without a start counts as a visit and moves no date;
 * - `nextVisit` is the earliest start after now of a booking that is `requested` or `confirmed`;
 * - `totalSpent` is the price of all arrived bookings and the amount of all sales (refunds are negative sales). Tips are no spending;
 * - `averageTicket` is `totalSpent` by the number of tickets, rounded half away from zero to a minor unit. A ticket is an arrived booking
 *   or a sale with an amount above 0. None: null;
 * - `tipsCount` and `tipsSum` count tips above 0 of arrived bookings; `noShows` and `cancellations` count those states;
 * - `points` is the sum of the ledger.
 * Counts and sums are 0 when there is nothing, never missing.
 */
export function deriveTotals(facts: Facts, options: DeriveOptions): Totals {
  let visits = 0;
  let noShows = 0;
  let cancellations = 0;
  let spent = 0;
  let tickets = 0;
  let tipsCount = 0;
  let tipsSum = 0;
  let first = Infinity;
  let last = -Infinity;
  let next = Infinity;
  for (const { start, state, price, tip } of facts.bookings ?? []) {
    if (state === 'arrived') {
      visits++;
      spent += price;
      if (price > 0) tickets++;
      if (tip > 0) {
        tipsCount++;
        tipsSum += tip;
      }
      if (start !== null) {
        first = Math.min(first, start);
        last = Math.max(last, start);
      }
    } else if (state === 'noShow') noShows++;
    else if (state === 'cancelled') cancellations++;
    else if (start !== null && start > options.now) next = Math.min(next, start);
  }
  for (const { amount } of facts.sales ?? []) {
    spent += amount;
    if (amount > 0) tickets++;
  }
  let points = 0;
  for (const { amount } of facts.points ?? []) points += amount;
  return {
    visits,
    firstVisit: visits > 0 && first !== Infinity ? options.dayOf(first) : null,
    lastVisit: visits > 0 && last !== -Infinity ? options.dayOf(last) : null,
    nextVisit: next === Infinity ? null : new Date(next).toISOString(),
    noShows,
    cancellations,
    totalSpent: spent,
    averageTicket: tickets === 0 ? null : divideRounded(spent, tickets),
    tipsCount,
    tipsSum,
    points,
  };
}

/**
 * Totals of a client whose base was loaded with figures of its own, from before the records began: counts and sums add up, dates widen. The
 * average is taken over the visits that the opening figures count and the tickets that came since; `tickets` are those of the records.
 */
export function addOpening(opening: Partial<Totals>, since: Totals): Totals {
  const sum = (
    key: 'visits' | 'noShows' | 'cancellations' | 'totalSpent' | 'tipsCount' | 'tipsSum' | 'points',
  ) => (opening[key] ?? 0) + since[key];
  const totalSpent = sum('totalSpent');
  const sinceTickets = since.averageTicket ? Math.round(since.totalSpent / since.averageTicket) : 0;
  const tickets = openingTickets(opening) + sinceTickets;
  return {
    visits: sum('visits'),
    firstVisit: pick(opening.firstVisit, since.firstVisit, (a, b) => a < b),
    lastVisit: pick(opening.lastVisit, since.lastVisit, (a, b) => a > b),
    nextVisit: since.nextVisit,
    noShows: sum('noShows'),
    cancellations: sum('cancellations'),
    totalSpent,
    averageTicket: tickets === 0 ? null : divideRounded(totalSpent, tickets),
    tipsCount: sum('tipsCount'),
    tipsSum: sum('tipsSum'),
    points: sum('points'),
  };
}

function openingTickets({ averageTicket, totalSpent, visits }: Partial<Totals>): number {
  if (averageTicket && totalSpent) return Math.max(1, Math.round(totalSpent / averageTicket));
  return totalSpent ? (visits ?? 0) : 0;
}

function pick<T>(a: T | null | undefined, b: T | null, wins: (a: T, b: T) => boolean): T | null {
  if (a === null || a === undefined) return b;
  return b === null || wins(a, b) ? a : b;
}

/** Whole division, half away from zero: every engine rounds halves its own way, so none is asked. */
function divideRounded(sum: number, count: number): number {
  const size = Math.abs(sum);
  const whole = Math.floor(size / count);
  const rounded = (size - whole * count) * 2 >= count ? whole + 1 : whole;
  return sum < 0 && rounded > 0 ? -rounded : rounded;
}
