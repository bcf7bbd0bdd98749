import type { FieldId, Id } from '../contract/index.js';
import { sampleId } from './client.js';
import { sampleLists } from './lists.js';
import { sampleHistory, type SampleBooking } from './visits.js';

/** Rows of one batch: enough to be quick, few enough to let a page breathe between two. */
const CLIENTS_A_BATCH = 2000;

type Column =
  | { kind: 'numbers'; numbers: ArrayLike<number>; missing?: number }
  | { kind: 'codes'; codes: ArrayLike<number>; dictionary: readonly string[] }
  | { kind: 'words'; words: Uint32Array; stride: number; options: readonly string[] };

/** Records as columns, in the shape that the memory adapter takes: no object for each. */
export interface RecordBatch {
  kind: 'columns';
  ids: Id[];
  clients: Id[];
  columns: Record<FieldId, Column>;
}

function codes<T>(rows: readonly T[], read: (row: T) => string): Column {
  const dictionary = [''];
  const known = new Map<string, number>([['', 0]]);
  const list = Uint32Array.from(rows, (row) => {
    const text = read(row);
    const code = known.get(text) ?? dictionary.push(text) - 1;
    known.set(text, code);
    return code;
  });
  return { kind: 'codes', codes: list, dictionary };
}

const numbers = <T>(rows: readonly T[], read: (row: T) => number): Column => ({
  kind: 'numbers',
  numbers: Float64Array.from(rows, read),
});

const SERVICES = sampleLists.services.map(({ id }) => id as string);

function* walk<T>(
  kind: string,
  options: { clients: number; seed: number; day: number },
  rowsOf: (row: number) => readonly T[],
  columnsOf: (rows: readonly T[]) => Record<FieldId, Column>,
): Generator<RecordBatch> {
  for (let from = 0; from < options.clients; from += CLIENTS_A_BATCH) {
    const ids: Id[] = [];
    const clients: Id[] = [];
    const rows: T[] = [];
    for (let row = from; row < Math.min(options.clients, from + CLIENTS_A_BATCH); row++) {
      const own = rowsOf(row);
      if (own.length === 0) continue;
      const client = sampleId(options.seed, row);
      own.forEach((each, index) => {
        ids.push(`${kind[0]}.${client}.${index}`);
        clients.push(client);
        rows.push(each);
      });
    }
    if (rows.length > 0) yield { kind: 'columns', ids, clients, columns: columnsOf(rows) };
  }
}

/** The bookings, sales and points of a sample base, as batches of columns. The same records as `sampleBase().records`. */
export function sampleRecordBatches(options: {
  clients: number;
  seed: number;
  /** Day number of today. */
  day: number;
}): Record<'bookings' | 'sales' | 'points', Iterable<RecordBatch>> {
  const { seed, day } = options;
  const iterate = (walk: () => Generator<RecordBatch>): Iterable<RecordBatch> => ({
    [Symbol.iterator]: walk,
  });
  return {
    bookings: iterate(() =>
      walk<SampleBooking>(
        'bookings',
        options,
        (row) => sampleHistory(seed, row, day).bookings,
        (rows) => ({
          start: numbers(rows, ({ start }) => start),
          minutes: numbers(rows, ({ minutes }) => minutes),
          state: codes(rows, ({ state }) => state),
          services: {
            kind: 'words',
            words: Uint32Array.from(rows, ({ service }) => 1 << SERVICES.indexOf(service)),
            stride: 1,
            options: SERVICES,
          },
          staff: codes(rows, ({ staff }) => staff),
          branch: codes(rows, ({ branch }) => branch),
          price: numbers(rows, ({ price }) => price),
          tip: numbers(rows, ({ tip }) => tip),
          online: numbers(rows, ({ online }) => Number(online)),
        }),
      ),
    ),
    sales: iterate(() =>
      walk(
        'sales',
        options,
        (row) => sampleHistory(seed, row, day).sales,
        (rows) => ({
          at: numbers(rows, ({ at }) => at),
          title: codes(rows, () => 'Shampoo'),
          amount: numbers(rows, ({ amount }) => amount),
          staff: codes(rows, ({ staff }) => staff),
          branch: codes(rows, ({ branch }) => branch),
        }),
      ),
    ),
    points: iterate(() =>
      walk(
        'points',
        options,
        (row) => earned(seed, row, day),
        (rows) => ({
          at: numbers(rows, ({ at }) => at),
          amount: numbers(rows, ({ amount }) => amount),
          reason: codes(rows, () => 'Visits'),
        }),
      ),
    ),
  };
}

/** One point for every ten units of money spent, credited with the last visit. */
export function earned(seed: number, row: number, day: number): { at: number; amount: number }[] {
  const { bookings, sales } = sampleHistory(seed, row, day);
  const arrived = bookings.filter(({ state }) => state === 'arrived');
  const spent = [...arrived.map(({ price }) => price), ...sales.map(({ amount }) => amount)].reduce(
    (sum, money) => sum + money,
    0,
  );
  const amount = Math.floor(spent / 1000);
  const last = arrived.at(-1);
  return amount > 0 && last ? [{ at: last.start, amount }] : [];
}
