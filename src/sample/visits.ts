import type { BookingState } from '../contract/index.js';
import { Random } from './random.js';
import { sampleLists } from './lists.js';

const DAY_MS = 86_400_000;

/** One booking of a sample client. `start` in milliseconds UTC; money in minor units. */
export interface SampleBooking {
  start: number;
  minutes: number;
  state: BookingState;
  service: string;
  staff: string;
  branch: string;
  price: number;
  tip: number;
  online: boolean;
}

export interface SampleSale {
  at: number;
  amount: number;
  staff: string;
  branch: string;
}

export interface SampleHistory {
  /** When the base first knew of the client, in milliseconds UTC. */
  created: number;
  bookings: SampleBooking[];
  sales: SampleSale[];
}

/** A start between 9:00 and 18:45 of a UTC+2 morning, so that a calendar of the region shows opening hours. */
function startOn(random: Random, day: number): number {
  return day * DAY_MS + 7 * 3_600_000 + random.whole(0, 39) * 900_000;
}

/**
 * What client `row` did: visits come at a rhythm of one's own (3–14 weeks) until one stays away, as in the models that predict them; about
 * one in six never came. `today` is a day number; nothing but bookings lies after it.
 */
export function sampleHistory(seed: number, row: number, today: number): SampleHistory {
  const random = new Random(seed + 7919, row);
  const created = today - Math.floor(2200 * random.next() ** 1.7) - 1;
  const history: SampleHistory = { created: startOn(random, created) - 3_600_000, bookings: [], sales: [] };
  if (random.chance(0.16)) return history;
  const rhythm = 21 + Math.floor(77 * random.next() ** 1.3);
  const staysAway = random.chance(0.25) ? 0.5 : 0.02;
  const home = random.pick(sampleLists.branches).id;
  const staffHere = sampleLists.staff.filter((person) => person.branch === home);
  const favourite = random.pick(staffHere);
  let day = created + random.whole(0, 20);
  for (let turn = 0; turn < 60; turn++) {
    const service = random.pick(sampleLists.services);
    const price = Math.round((service.price * (0.9 + 0.3 * random.next())) / 100) * 100;
    const isPast = day < today;
    const fate = random.next();
    const state: BookingState = isPast
      ? fate < 0.06
        ? 'noShow'
        : fate < 0.13
          ? 'cancelled'
          : 'arrived'
      : fate < 0.2
        ? 'requested'
        : 'confirmed';
    const arrived = state === 'arrived';
    history.bookings.push({
      start: startOn(random, day),
      minutes: service.minutes,
      state,
      service: service.id,
      staff: random.chance(0.8) ? favourite.id : random.pick(staffHere).id,
      branch: home,
      price,
      tip: arrived && random.chance(0.3) ? random.whole(1, 10) * 100 : 0,
      online: random.chance(0.4),
    });
    if (arrived && random.chance(0.18)) {
      history.sales.push({
        at: (history.bookings.at(-1) as SampleBooking).start + 3_600_000,
        amount: random.whole(5, 60) * 100,
        staff: favourite.id,
        branch: home,
      });
    }
    if (!isPast) break;
    if (random.chance(staysAway)) break;
    day += Math.max(3, Math.round(rhythm * (0.6 + 0.8 * random.next())));
    if (day > today + 45) break;
  }
  return history;
}
