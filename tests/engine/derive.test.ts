import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addOpening, deriveTotals, type BookingFacts } from '../../src/engine/derive.js';

const at = (text: string) => Date.parse(text);
const options = {
  now: at('2026-03-10T12:00:00Z'),
  dayOf: (instant: number) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Sofia' }).format(new Date(instant)),
};
const booking = (start: string | null, state: string, price = 0, tip = 0): BookingFacts => ({
  start: start === null ? null : at(start),
  state,
  price,
  tip,
});

describe('deriveTotals', () => {
  it('answers zeros and no dates for a client without records', () => {
    assert.deepEqual(deriveTotals({}, options), {
      visits: 0,
      firstVisit: null,
      lastVisit: null,
      nextVisit: null,
      noShows: 0,
      cancellations: 0,
      totalSpent: 0,
      averageTicket: null,
      tipsCount: 0,
      tipsSum: 0,
      points: 0,
    });
  });

  it('counts arrived bookings as visits, on days of the base’s zone', () => {
    const totals = deriveTotals(
      {
        bookings: [
          booking('2026-01-31T22:30:00Z', 'arrived', 3000, 200),
          booking('2025-12-31T21:59:00Z', 'arrived', 1000),
          booking('2026-02-01T10:00:00Z', 'noShow', 9000, 900),
          booking('2026-02-02T10:00:00Z', 'cancelled', 9000),
          booking(null, 'arrived', 500, 100),
        ],
      },
      options,
    );
    assert.deepEqual(
      [totals.visits, totals.firstVisit, totals.lastVisit, totals.noShows, totals.cancellations],
      [3, '2025-12-31', '2026-02-01', 1, 1],
    );
    assert.deepEqual(
      [totals.totalSpent, totals.tipsCount, totals.tipsSum, totals.averageTicket],
      [4500, 2, 300, 1500],
    );
  });

  it('takes the earliest future booking that still stands as the next visit', () => {
    const totals = deriveTotals(
      {
        bookings: [
          booking('2026-03-10T12:00:00Z', 'confirmed'),
          booking('2026-03-20T08:00:00Z', 'confirmed'),
          booking('2026-03-12T08:00:00Z', 'requested'),
          booking('2026-03-11T08:00:00Z', 'cancelled'),
        ],
      },
      options,
    );
    assert.equal(totals.nextVisit, '2026-03-12T08:00:00.000Z');
    assert.equal(totals.visits, 0);
  });

  it('counts sales as spending, takes refunds off, and rounds the average half away from zero', () => {
    const totals = deriveTotals(
      {
        bookings: [booking('2026-01-01T10:00:00Z', 'arrived', 0)],
        sales: [{ amount: 1000 }, { amount: 1001 }, { amount: -300 }],
      },
      options,
    );
    assert.deepEqual([totals.totalSpent, totals.averageTicket], [1701, 851]);
    assert.equal(deriveTotals({ sales: [{ amount: 1 }, { amount: -4 }] }, options).averageTicket, -3);
    assert.equal(
      deriveTotals({ sales: [{ amount: 2 }, { amount: 1 }, { amount: -8 }] }, options).averageTicket,
      -3,
    );
  });

  it('sums the points ledger', () => {
    assert.equal(deriveTotals({ points: [{ amount: 50 }, { amount: -20 }] }, options).points, 30);
  });

  it('adds what was loaded with the client to what its records give', () => {
    const since = deriveTotals({ bookings: [booking('2026-03-01T10:00:00Z', 'arrived', 4000)] }, options);
    const totals = addOpening(
      { visits: 3, firstVisit: '2020-05-05', lastVisit: '2025-01-01', totalSpent: 6000 },
      since,
    );
    assert.deepEqual(
      [totals.visits, totals.firstVisit, totals.lastVisit, totals.totalSpent, totals.averageTicket],
      [4, '2020-05-05', '2026-03-01', 10_000, 2500],
    );
    assert.deepEqual(addOpening({}, since), since);
  });
});
