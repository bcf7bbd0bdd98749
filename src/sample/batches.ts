import type { FieldId, Id } from '../contract/index.js';
import { sampleId } from './client.js';
import { CLIENTS_A_BATCH, codes, numbers, words, type Column, type RecordBatch } from './columns.js';
import { sampleLists } from './lists.js';
import { sampleHistory, type SampleBooking } from './visits.js';

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
      const prefix = `${kind[0]}.${client}.`;
      for (let index = 0; index < own.length; index++) {
        ids.push(prefix + index);
        clients.push(client);
        rows.push(own[index]!);
      }
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
          services: words(rows, SERVICES, ({ service }) => [service]),
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
