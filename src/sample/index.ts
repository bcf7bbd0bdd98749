import {
  DEFAULT_SETTINGS,
  type Client,
  type ClientRecord,
  type Lists,
  type Rule,
  type Segment,
  type Settings,
} from '../contract/index.js';
import { dayNumber, todayIn } from '../time/index.js';
import { earned, sampleRecordBatches } from './batches.js';
import { sampleClientBatches } from './client-batches.js';
import { sampleClient, sampleId } from './client.js';
import type { ClientBatch, RecordBatch } from './columns.js';
import { sampleLibrary } from './library.js';
import { sampleLists } from './lists.js';
import { sampleHistory } from './visits.js';

export { sampleClient, sampleId } from './client.js';
export { sampleHistory } from './visits.js';
export type { SampleBooking, SampleHistory, SampleSale } from './visits.js';
export { sampleLibrary } from './library.js';
export { sampleLists } from './lists.js';

export interface SampleOptions {
  /** How many clients. */
  clients: number;
  /** Names the base: the same seed, the same people. Default 1. */
  seed?: number;
  /** `YYYY-MM-DD`; default: today in the zone of the sample (Europe/Riga). */
  today?: string;
  /** Language in which segments and rules are named. Default `en`. */
  locale?: string;
}

/** A believable base of a salon chain with clients of five languages. Everything is made when it is walked, nothing is kept. */
export interface SampleBase {
  clients: Iterable<Client>;
  /** By kind: bookings, sales, points. */
  records: Record<string, Iterable<ClientRecord>>;
  lists: Lists;
  segments: Omit<Segment, 'version'>[];
  rules: Omit<Rule, 'version'>[];
  settings: Settings;
  today: string;
}

export const SAMPLE_SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  timeZone: 'Europe/Riga',
  currency: 'EUR',
  country: 'LV',
  collation: 'lv',
};

function iterate<T>(walk: () => Generator<T>): Iterable<T> {
  return { [Symbol.iterator]: walk };
}

const iso = (ms: number): string => new Date(ms).toISOString();

/** Makes a base that any adapter can be filled with. */
export function sampleBase({
  clients,
  seed = 1,
  today = todayIn(SAMPLE_SETTINGS.timeZone, Date.now()),
  locale,
}: SampleOptions): SampleBase {
  const day = dayNumber(today);
  const record = (
    kind: string,
    client: string,
    at: number,
    index: number,
    values: Record<string, unknown>,
  ): ClientRecord => ({
    id: `${kind[0]}.${client}.${index}`,
    version: 1,
    record: kind,
    client,
    at: iso(at),
    values,
  });
  return {
    clients: iterate(function* () {
      for (let row = 0; row < clients; row++) yield sampleClient(seed, row, day);
    }),
    records: {
      bookings: iterate(function* () {
        for (let row = 0; row < clients; row++) {
          const client = sampleId(seed, row);
          let index = 0;
          for (const { start, service, ...rest } of sampleHistory(seed, row, day).bookings) {
            yield record('bookings', client, start, index++, {
              start: iso(start),
              services: [service],
              ...rest,
            });
          }
        }
      }),
      sales: iterate(function* () {
        for (let row = 0; row < clients; row++) {
          const client = sampleId(seed, row);
          let index = 0;
          for (const { at, ...rest } of sampleHistory(seed, row, day).sales) {
            yield record('sales', client, at, index++, { at: iso(at), title: 'Shampoo', ...rest });
          }
        }
      }),
      points: iterate(function* () {
        for (let row = 0; row < clients; row++) {
          for (const { at, amount } of earned(seed, row, day)) {
            yield record('points', sampleId(seed, row), at, 0, { at: iso(at), amount, reason: 'Visits' });
          }
        }
      }),
    },
    lists: sampleLists,
    ...sampleLibrary(locale),
    settings: SAMPLE_SETTINGS,
    today,
  };
}

/** The same base as batches of columns, which fill the memory adapter several times faster than objects. */
export function sampleColumns(options: SampleOptions): Omit<SampleBase, 'clients' | 'records'> & {
  clients: Iterable<ClientBatch>;
  records: Record<string, Iterable<RecordBatch>>;
} {
  const { lists, segments, rules, settings, today } = sampleBase(options);
  const { clients, seed = 1 } = options;
  const size = { clients, seed, day: dayNumber(today) };
  return {
    clients: iterate(() => sampleClientBatches(size)),
    records: sampleRecordBatches(size),
    lists,
    segments,
    rules,
    settings,
    today,
  };
}
export type { ClientBatch, RecordBatch } from './columns.js';
