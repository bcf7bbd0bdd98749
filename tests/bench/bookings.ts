import type { ColumnBatch } from '../../src/adapters/memory/index.js';
import type { Id } from '../../src/contract/index.js';
import { Random } from '../../src/sample/random.js';
import { TODAY } from './data.js';

export const STATES = ['requested', 'confirmed', 'arrived', 'noShow', 'cancelled'] as const;
export const SERVICES = Array.from({ length: 12 }, (_, index) => `s${index}`);
export const STAFF = Array.from({ length: 12 }, (_, index) => `m${index}`);
/** The place of `arrived` in `STATES`. */
export const ARRIVED = 2;
const CLIENTS_A_BATCH = 20_000;

/** Bookings as bare columns, client by client, oldest first; five of each client on the average. */
export interface Bookings {
  /** Those of client i are from `starts[i]` up to `starts[i + 1]`. */
  starts: Uint32Array;
  /** Minutes since 1970. */
  at: Int32Array;
  service: Uint8Array;
  staff: Uint8Array;
  state: Uint8Array;
  /** In minor units. */
  price: Int32Array;
}

export function benchBookings(clients: number): Bookings {
  const starts = new Uint32Array(clients + 1);
  for (let row = 0; row < clients; row++)
    starts[row + 1] = starts[row]! + new Random(20_262, row).whole(0, 10);
  const length = starts[clients]!;
  const bookings: Bookings = {
    starts,
    at: new Int32Array(length),
    service: new Uint8Array(length),
    staff: new Uint8Array(length),
    state: new Uint8Array(length),
    price: new Int32Array(length),
  };
  for (let row = 0; row < clients; row++) {
    const random = new Random(20_263, row);
    const own = bookings.at.subarray(starts[row], starts[row + 1]);
    for (let i = 0; i < own.length; i++)
      own[i] = (TODAY - 1000 + random.whole(0, 1030)) * 1440 + random.whole(32, 80) * 15;
    own.sort();
    for (let i = starts[row]!; i < starts[row + 1]!; i++) {
      bookings.service[i] = random.whole(0, 11);
      bookings.staff[i] = random.whole(0, 11);
      bookings.state[i] = random.weighted([2, 6, 80, 4, 8]);
      bookings.price[i] = random.whole(15, 90) * 100;
    }
  }
  return bookings;
}

/** The same as the memory adapter's batches. */
export function* bookingBatches(bookings: Bookings, ids: readonly Id[]): Generator<ColumnBatch> {
  const { starts, at, service, staff, state, price } = bookings;
  const codes = (list: Uint8Array, from: number, to: number): Uint8Array =>
    list.slice(from, to).map((code) => code + 1);
  for (let first = 0; first < ids.length; first += CLIENTS_A_BATCH) {
    const end = Math.min(ids.length, first + CLIENTS_A_BATCH);
    const [from, to] = [starts[first]!, starts[end]!];
    const clients: Id[] = [];
    for (let row = first; row < end; row++)
      for (let i = starts[row]!; i < starts[row + 1]!; i++) clients.push(ids[row]!);
    yield {
      kind: 'columns',
      ids: clients.map((_, i) => `b${from + i}`),
      clients,
      columns: {
        start: {
          kind: 'numbers',
          numbers: Float64Array.from(at.subarray(from, to), (minute) => minute * 60_000),
        },
        state: { kind: 'codes', codes: codes(state, from, to), dictionary: ['', ...STATES] },
        services: {
          kind: 'words',
          words: Uint32Array.from(service.subarray(from, to), (index) => 1 << index),
          stride: 1,
          options: SERVICES,
        },
        staff: { kind: 'codes', codes: codes(staff, from, to), dictionary: ['', ...STAFF] },
        price: { kind: 'numbers', numbers: price.subarray(from, to) },
      },
    };
  }
}
