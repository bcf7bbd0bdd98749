import type { Bookings } from './bookings.js';

const MINUTES = 1440;

/** The least code that answers questions about clients by their bookings: one loop over the columns for each. It is no product. */
export function scanBookings({ starts, at, service, staff, state, price }: Bookings) {
  const clients = starts.length - 1;
  return {
    /** Two bookings of a service with one of the staff since a day. */
    service(wantedService: number, wantedStaff: number, day: number): number {
      const since = day * MINUTES;
      let found = 0;
      for (let client = 0; client < clients; client++) {
        let count = 0;
        for (let i = starts[client]!; i < starts[client + 1]!; i++)
          if (at[i]! >= since && service[i] === wantedService && staff[i] === wantedStaff) count++;
        if (count >= 2) found++;
      }
      return found;
    },
    period(day: number): number {
      const since = day * MINUTES;
      let found = 0;
      for (let client = 0; client < clients; client++) {
        let count = 0;
        for (let i = starts[client]!; i < starts[client + 1]!; i++) if (at[i]! >= since) count++;
        if (count >= 2) found++;
      }
      return found;
    },
    spent(wantedState: number, day: number, least: number): number {
      const since = day * MINUTES;
      let found = 0;
      for (let client = 0; client < clients; client++) {
        let sum = 0;
        for (let i = starts[client]!; i < starts[client + 1]!; i++)
          if (at[i]! >= since && state[i] === wantedState) sum += price[i]!;
        if (sum > least) found++;
      }
      return found;
    },
    dearest(least: number): number {
      let found = 0;
      for (let client = 0; client < clients; client++) {
        let best = -1;
        for (let i = starts[client]!; i < starts[client + 1]!; i++) if (price[i]! > best) best = price[i]!;
        if (best > least) found++;
      }
      return found;
    },
    /** Three in a state or more, the last of them before a day. */
    gone(wantedState: number, day: number): number {
      const before = day * MINUTES;
      let found = 0;
      for (let client = 0; client < clients; client++) {
        let count = 0;
        let last = 0;
        for (let i = starts[client]!; i < starts[client + 1]!; i++) {
          if (state[i] !== wantedState) continue;
          count++;
          last = at[i]!;
        }
        if (count >= 3 && last < before) found++;
      }
      return found;
    },
  };
}
