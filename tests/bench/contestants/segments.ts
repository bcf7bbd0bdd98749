import { memoryWorker } from '../../../src/adapters/memory/index.js';
import type { Adapter, Context, Found, Node } from '../../../src/contract/index.js';
import { createClientele } from '../../../src/sdk/index.js';
import type { Session } from '../../../src/sdk/types.js';
import { ARRIVED, benchBookings, bookingBatches } from '../bookings.js';
import { batches } from '../batches.js';
import { benchRows, dayText, TODAY } from '../data.js';
import { betweenFrames } from '../page/frames.js';
import { compare, many } from '../page/compare.js';
import { scanColumns } from '../scan.js';
import { scanBookings } from '../scan-bookings.js';

export interface Typed {
  /** Counts asked for and answered. */
  counts: number;
  frames: number;
  /** Frames that came a frame late or more, as a share; and while nothing was asked. */
  dropped: number;
  droppedIdle: number;
  /** Milliseconds between two frames, at most; and while nothing was asked. */
  longest: number;
  longestIdle: number;
}

const context: Context = { tenant: 'bench', actor: 'bench', role: 'owner' };
const KEY_MS = 90;
const TYPING_MS = 5000;
/** More than one frame of a 60 Hz screen, with room for what a timer is late. */
const LATE_MS = 25;

let adapter: Adapter;
let session: Session;
let columns: ReturnType<typeof scanColumns>;
let bookings: ReturnType<typeof scanBookings>;

const day = (number: number) => ({ day: dayText(number) });
const since = (number: number): Node => ({ kind: 'field', field: 'start', op: 'gte', value: day(number) });
const arrived: Node = { kind: 'field', field: 'state', op: 'in', value: ['arrived'] };
const visits = { kind: 'records', record: 'bookings' } as const;

/** Conditions on fields, one more with every question, as while a segment is built. */
function building(at: number): Node {
  const all: Node[] = [
    { kind: 'field', field: 'points', op: 'gte', value: 100 + at },
    { kind: 'field', field: 'createdAt', op: 'gte', value: day(TODAY - 2000 - at) },
    { kind: 'field', field: 'categories', op: 'anyOf', value: ['k3', 'k7'] },
    { kind: 'field', field: 'consents', op: 'anyOf', value: ['email:marketing'] },
  ];
  const [first, ...rest] = all.slice(0, 1 + (at % 4)) as [Node, ...Node[]];
  return { kind: 'all', of: [first, ...rest] };
}

/** At least two bookings of a service with a member of the staff since a day. */
const service = (at: number): Node => ({
  ...visits,
  agg: 'count',
  op: 'gte',
  value: 2,
  where: {
    kind: 'all',
    of: [
      { kind: 'field', field: 'services', op: 'anyOf', value: [`s${at % 12}`] },
      { kind: 'field', field: 'staff', op: 'in', value: [`m${(at * 5) % 12}`] },
      since(TODAY - 300 - at),
    ],
  },
});

const period = (at: number): Node => ({
  ...visits,
  agg: 'count',
  op: 'gte',
  value: 2,
  where: since(TODAY - 90 - at),
});

const spent = (at: number): Node => ({
  ...visits,
  agg: 'sum',
  path: 'price',
  op: 'gt',
  value: 10_000 + at,
  where: { kind: 'all', of: [arrived, since(TODAY - 300 - at)] },
});

const dearest = (at: number): Node => ({ ...visits, agg: 'max', path: 'price', op: 'gt', value: 8000 + at });

/** Three visits or more, and none since a day. */
const gone = (at: number): Node => ({
  kind: 'all',
  of: [
    { ...visits, agg: 'count', op: 'gte', value: 3, where: arrived },
    { ...visits, agg: 'last', path: 'start', op: 'lt', value: day(TODAY - 60 - at), where: arrived },
  ],
});

let turn = 0;
/** As of a day that was not asked for yet, so that no answer is kept for it; the documents name their days themselves. */
const count = (where: Node): unknown =>
  adapter.count({ v: 1, where }, context, { today: dayText(TODAY - turn++) });
const against =
  (node: (at: number) => Node, scan: (at: number) => number) => (): ReturnType<typeof compare> =>
    compare(
      many(40),
      (at) => count(node(at)),
      scan,
      (ours: Found, scanned: number) => ours.count === scanned,
    );

export const segments = {
  async load(clients: number): Promise<void> {
    const rows = benchRows(clients);
    const records = benchBookings(clients);
    const ids = rows.map(({ id }) => id);
    adapter = memoryWorker({
      clients: batches(rows),
      records: { bookings: bookingBatches(records, ids) },
      settings: { timeZone: 'UTC' },
      now: () => TODAY * 86_400_000 + 3_600_000,
    });
    columns = scanColumns(rows);
    bookings = scanBookings(records);
    // The base makes its search index by itself, in the same worker: what is asked after that is measured.
    await adapter.count({ v: 1, where: { kind: 'search', text: 'anna' } }, context);
    session = createClientele({ adapter, closesAdapter: false });
    await session.ready;
  },
  fields: against(building, (at) => columns.building(1 + (at % 4), 100 + at, TODAY - 2000 - at)),
  service: against(service, (at) => bookings.service(at % 12, (at * 5) % 12, TODAY - 300 - at)),
  period: against(period, (at) => bookings.period(TODAY - 90 - at)),
  spent: against(spent, (at) => bookings.spent(ARRIVED, TODAY - 300 - at, 10_000 + at)),
  dearest: against(dearest, (at) => bookings.dearest(8000 + at)),
  gone: against(gone, (at) => bookings.gone(ARRIVED, TODAY - 60 - at)),
  /** Keys as fast as one types, a count with each, the one before withdrawn: the page's frames meanwhile. */
  async typing(): Promise<Typed> {
    const idle = await watchFrames(async () => betweenFrames(2000));
    let counts = 0;
    let stop = new AbortController();
    const busy = await watchFrames(async () => {
      const end = performance.now() + TYPING_MS;
      for (let at = 0; performance.now() < end; at++) {
        stop.abort();
        stop = new AbortController();
        const where = at % 2 === 0 ? spent(at) : service(at);
        Promise.resolve(session.count({ v: 1, where }, { signal: stop.signal })).then(
          () => counts++,
          () => undefined,
        );
        await betweenFrames(KEY_MS);
      }
    });
    return {
      counts,
      frames: busy.length,
      dropped: lateOf(busy),
      droppedIdle: lateOf(idle),
      longest: Math.max(...busy),
      longestIdle: Math.max(...idle),
    };
  },
};

const lateOf = (frames: readonly number[]): number =>
  frames.length === 0 ? 1 : frames.filter((ms) => ms > LATE_MS).length / frames.length;

/** Milliseconds between the frames of the page while something is done. */
async function watchFrames(work: () => Promise<void>): Promise<number[]> {
  const frames: number[] = [];
  let isOver = false;
  let last = performance.now();
  const frame = (): void => {
    const now = performance.now();
    frames.push(now - last);
    last = now;
    if (!isOver) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  await work();
  isOver = true;
  return frames.slice(1);
}

declare global {
  interface Window {
    segments: typeof segments;
  }
}
window.segments = segments;
