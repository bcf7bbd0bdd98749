import { dayOf } from './calendar.js';
import { dayNumber, MAX_DAY_NUMBER, MIN_DAY_NUMBER, type Day } from './day.js';

const DAY_MS = 86_400_000;
/** Instants are looked up in blocks of this length, for which the zone's offset is found out once. */
const BLOCK_MS = 2 ** 29;
const FIRST_MS = MIN_DAY_NUMBER * DAY_MS;
const LAST_MS = (MAX_DAY_NUMBER + 1) * DAY_MS - 1;

/** What is known of a block: one offset, or one that holds until `change` and another from it on. In milliseconds. */
interface Block {
  before: number;
  change: number;
  after: number;
}

/** One zone, as far as it has been asked about. */
interface Zone {
  format: Intl.DateTimeFormat;
  blocks: Map<number, Block>;
  /** The block of the last question: most neighbours of an instant lie in it. */
  lastIndex: number;
  last: Block;
}

const zones = new Map<string, Zone>();

function zoneOf(timeZone: string): Zone {
  let zone = zones.get(timeZone);
  if (zone === undefined) {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    zone = { format, blocks: new Map(), lastIndex: Number.NaN, last: { before: 0, change: 0, after: 0 } };
    zones.set(timeZone, zone);
  }
  return zone;
}

/** True for a time zone by name (`Europe/Sofia`, `UTC`) that this engine knows. Bare offsets are none: they have no summer. */
export function isTimeZone(timeZone: string): boolean {
  if (!/^[A-Za-z]/.test(timeZone)) return false;
  try {
    zoneOf(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** Local time less UTC at an instant, straight from the engine: `format` costs a fifth of what `formatToParts` does. */
function askOffset(zone: Zone, ms: number): number {
  // Before the calendar's first days the year would be one BC, which reads the same.
  const second = Math.floor(Math.max(ms, FIRST_MS + 2 * DAY_MS) / 1000) * 1000;
  const [month = 1, day = 1, year = 1, hour = 0, minute = 0, rest = 0] = (
    zone.format.format(second).match(/\d+/g) ?? []
  ).map(Number);
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  local.setUTCHours(hour, minute, rest);
  return local.getTime() - second;
}

function askBlock(zone: Zone, index: number): Block {
  const start = index * BLOCK_MS;
  const end = start + BLOCK_MS;
  // Mostly the blocks beside it are known, and know the offset at the edge.
  const before = zone.blocks.get(index - 1)?.after ?? askOffset(zone, start);
  const after = zone.blocks.get(index + 1)?.before ?? askOffset(zone, end);
  let low = start;
  let high = end;
  if (before !== after) {
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (askOffset(zone, middle) === before) low = middle;
      else high = middle;
    }
  }
  return { before, change: high, after };
}

function blockAt(zone: Zone, ms: number): Block {
  const index = Math.floor(ms / BLOCK_MS);
  if (index === zone.lastIndex) return zone.last;
  let block = zone.blocks.get(index);
  if (block === undefined) zone.blocks.set(index, (block = askBlock(zone, index)));
  zone.lastIndex = index;
  zone.last = block;
  return block;
}

const clampMs = (ms: number): number => (ms < FIRST_MS ? FIRST_MS : ms > LAST_MS ? LAST_MS : ms);

/** The number of the zone's calendar day at an instant in milliseconds. An unknown zone throws a RangeError. */
export function dayNumberInZone(ms: number, timeZone: string): number {
  return zoneDays(timeZone)(ms);
}

/**
 * The same for many instants: one look-up of the zone. Instants beyond the calendar fall on its first or last day;
 * NaN throws a RangeError.
 */
export function zoneDays(timeZone: string): (ms: number) => number {
  const zone = zoneOf(timeZone);
  return (ms) => {
    if (Number.isNaN(ms)) throw new RangeError('NaN is no instant');
    const at = clampMs(ms);
    const block = blockAt(zone, at);
    const day = Math.floor((at + (at < block.change ? block.before : block.after)) / DAY_MS);
    return day < MIN_DAY_NUMBER ? MIN_DAY_NUMBER : day > MAX_DAY_NUMBER ? MAX_DAY_NUMBER : day;
  };
}

/** The zone's calendar day at an instant in milliseconds. An unknown zone throws a RangeError. */
export function dayInZone(ms: number, timeZone: string): Day {
  return dayOf(dayNumberInZone(ms, timeZone));
}

/** Today in a zone; `now` in milliseconds, so that a clock can be held still. */
export function todayIn(timeZone: string, now: number): Day {
  return dayInZone(now, timeZone);
}

/** Local time less UTC at an instant, in milliseconds. */
export function offsetAt(ms: number, timeZone: string): number {
  const at = clampMs(ms);
  const block = blockAt(zoneOf(timeZone), at);
  return at < block.change ? block.before : block.after;
}

/**
 * The first instant, in milliseconds, at which the zone's calendar shows this day or a later one. Where the clock skips
 * midnight the day begins at the first time it shows; where midnight comes twice, at the first of them; a day that
 * a zone left out (Samoa, 30 December 2011) begins and ends where the next one begins.
 */
export function startOfDay(day: Day, timeZone: string): number {
  const zone = zoneOf(timeZone);
  const midnight = dayNumber(day) * DAY_MS;
  const last = midnight + 2 * DAY_MS;
  // No zone was ever a day and a half from UTC, so the day has not begun yet at the first instant looked at.
  let from = midnight - 1.5 * DAY_MS;
  while (from < last) {
    const index = Math.floor(from / BLOCK_MS);
    const block = blockAt(zone, from);
    const isBefore = from < block.change;
    const until = isBefore ? block.change : (index + 1) * BLOCK_MS;
    const begins = Math.max(from, midnight - (isBefore ? block.before : block.after));
    if (begins < until) return begins;
    from = until;
  }
  return midnight;
}
