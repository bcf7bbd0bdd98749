import {
  DEFAULT_SETTINGS,
  standardRecords,
  type Client,
  type ClientRecord,
  type Lists,
  type RecordKind,
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
import { sampleRecordsOf } from './records.js';
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
  /**
   * Further kinds of records (notes, memberships, messages …): these of the standard ones, or `all`; default: none. They are drawn as they are
   * walked, some eight a client in all, so ask for what is shown.
   */
  records?: 'all' | readonly string[];
  /** Language in which segments and rules are named. Default `en`. */
  locale?: string;
}

/** A believable base of a salon chain with clients of five languages. Everything is made when it is walked, nothing is kept. */
export interface SampleBase {
  clients: Iterable<Client>;
  /** By kind: bookings, sales, points, and what was asked for. */
  records: Record<string, Iterable<ClientRecord>>;
  /** The kinds that were asked for, as an adapter is to know them. */
  recordKinds: readonly RecordKind[];
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

function kindsOf(asked: SampleOptions['records'] = []): readonly RecordKind[] {
  return standardRecords.filter(({ id }) => asked === 'all' || asked.includes(id));
}

function furtherRecords(
  kinds: readonly RecordKind[],
  size: { clients: number; seed: number; day: number },
): Record<string, Iterable<ClientRecord>> {
  return Object.fromEntries(
    kinds.map(({ id, date }) => [id, iterate(() => sampleRecordsOf(id, date, size))]),
  );
}

/** Makes a base that any adapter can be filled with. */
export function sampleBase({
  clients,
  seed = 1,
  today = todayIn(SAMPLE_SETTINGS.timeZone, Date.now()),
  locale,
  records,
}: SampleOptions): SampleBase {
  const day = dayNumber(today);
  const recordKinds = kindsOf(records);
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
      ...furtherRecords(recordKinds, { clients, seed, day }),
    },
    recordKinds,
    lists: sampleLists,
    ...sampleLibrary(locale),
    settings: SAMPLE_SETTINGS,
    today,
  };
}

/** The same base as batches of columns, which fill the memory adapter several times faster than objects. */
export function sampleColumns(options: SampleOptions): Omit<SampleBase, 'clients' | 'records'> & {
  clients: Iterable<ClientBatch>;
  records: Record<string, Iterable<RecordBatch | ClientRecord>>;
} {
  const { recordKinds, lists, segments, rules, settings, today } = sampleBase(options);
  const { clients, seed = 1 } = options;
  const size = { clients, seed, day: dayNumber(today) };
  return {
    clients: iterate(() => sampleClientBatches(size)),
    records: { ...sampleRecordBatches(size), ...furtherRecords(recordKinds, size) },
    recordKinds,
    lists,
    segments,
    rules,
    settings,
    today,
  };
}
export type { ClientBatch, RecordBatch } from './columns.js';
