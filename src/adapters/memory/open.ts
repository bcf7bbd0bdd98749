import { chain } from '../../engine/index.js';
import type { Now, Patch } from '../../contract/index.js';
import type { Base } from './base.js';
import { isBatch, partsOf, type ColumnBatch } from './batch.js';
import { nextCapacity } from './columns/capacity.js';
import { addIds, ClientLoader, Filler, makeRoom, Problems, putBatch } from './load.js';
import type { ClientLike, MemoryOptions, RecordLike, RecordSource } from './options.js';
import type { TotalsKeeper } from './records/totals.js';
import type { RecordTable } from './records/table.js';
import { finish, stepsOf, work, workLater, type Steps } from './steps.js';

/** True for clients that are to be read from a file first (csv.ts). */
export function isFile(source: unknown): source is Blob | Response {
  return (
    (typeof Blob !== 'undefined' && source instanceof Blob) ||
    (typeof Response !== 'undefined' && source instanceof Response)
  );
}

/** Fills a base from the options: at once when that is quick, else in slices. */
export function fillBase(
  base: Base,
  totals: TotalsKeeper,
  options: MemoryOptions,
  problems = new Problems(),
): Now<void> {
  let done: Now<void> = fillClients(base, options, problems);
  done = chain(done, () => fillAllRecords(base, totals, options, problems));
  done = chain(done, () => (totals.whole.length > 0 ? work(totals.updating()) : undefined));
  return chain(done, () => {
    base.revision++;
    tell(problems, options);
  });
}

/** Fills only the clients; `fillRest` goes on from there. */
export function fillFirst(base: Base, options: MemoryOptions, problems: Problems): Now<void> {
  return chain(fillClients(base, options, problems), () => {
    base.revision++;
  });
}

/** Fills the records of a base whose clients are asked for meanwhile. `mend` is told, a few at a time, of totals that were wrong. */
export function fillRest(
  base: Base,
  totals: TotalsKeeper,
  options: MemoryOptions,
  problems: Problems,
  mend: (wrong: readonly [row: number, totals: Patch][]) => void,
): Now<void> {
  const done = chain(fillAllRecords(base, totals, options, problems), () => {
    if (totals.whole.length === 0) return undefined;
    let wrong: [row: number, totals: Patch][] = [];
    const hand = () => {
      if (wrong.length > 0) mend(wrong);
      wrong = [];
    };
    const compared = work(
      totals.comparing((row, right) => {
        wrong.push([row, right]);
        if (wrong.length === MENDED) hand();
      }),
    );
    return chain(compared, hand);
  });
  return chain(done, () => tell(problems, options));
}

function fillAllRecords(
  base: Base,
  totals: TotalsKeeper,
  options: MemoryOptions,
  problems: Problems,
): Now<void> {
  const records = Object.entries(options.records ?? {});
  let done: Now<void> = undefined;
  for (const [kind, source] of records) done = chain(done, () => fillRecords(base, kind, source, problems));
  return chain(done, () =>
    totals.setWhole(records.map(([kind]) => kind).filter((kind) => base.records.get(kind)!.rows > 0)),
  );
}

/** Totals are mended for so many clients at a time. */
const MENDED = 500;
/** Lists of so many are taken at once, so that a small base answers at once. */
const SHORT = 2000;

function doWork<T>(
  items: Iterable<T> | AsyncIterable<T> | ReadableStream<T>,
  take: (item: T) => Steps | void,
  progress?: () => void,
): Now<void> {
  if (!(Symbol.iterator in items)) return workLater(items, take, progress);
  const steps = stepsOf(items, take);
  if (Array.isArray(items) && items.length <= SHORT && !items.some(isBatch)) return finish(steps);
  return work(steps, progress);
}

function fillClients(base: Base, { clients, onProgress }: MemoryOptions, problems: Problems): Now<void> {
  if (clients === undefined) return undefined;
  const loader = new ClientLoader(base, problems);
  const items = (isBatch(clients) ? [clients] : clients) as Iterable<ClientLike | ColumnBatch>;
  if (Array.isArray(items)) base.clients.reserve(rowsIn(items as (ClientLike | ColumnBatch)[]));
  const filled = doWork(items, (item) => loader.add(item), onProgress && (() => onProgress(loader.count)));
  return chain(filled, () => work(base.clients.packing()));
}

function rowsIn(items: readonly (ClientLike | ColumnBatch)[]): number {
  let rows = 0;
  for (const item of items) {
    if (!isBatch(item)) rows++;
    else rows += item.ids instanceof Uint8Array ? item.ids.length / 16 : item.ids.length;
  }
  return rows;
}

function fillRecords(base: Base, kind: string, source: RecordSource, problems: Problems): Now<void> {
  const table = recordsOf(base, kind);
  const filler = new Filler(table.table, base.setup.settings.country, problems);
  let at = 0;
  const take = (item: RecordLike | ColumnBatch): Steps | void => {
    if (isBatch(item)) return takeBatch(item);
    if (table.rows < table.table.capacity) addRecord(base, table, item, filler, problems, at++);
    else return takeGrown(item);
  };
  function* takeGrown(item: RecordLike): Steps {
    yield* table.growing(nextCapacity(table.rows + 1, table.table.capacity));
    addRecord(base, table, item, filler, problems, at++);
  }
  function* takeBatch(whole: ColumnBatch): Steps {
    for (const batch of partsOf(whole)) {
      yield* makeRoom(table.table, batch);
      at += addRecords(base, table, batch, filler, problems, at);
      yield;
    }
  }
  const items = isBatch(source) ? [source] : source;
  return chain(doWork<RecordLike | ColumnBatch>(items, take), () =>
    chain(work(table.packing()), () => work(table.ordering())),
  );
}

function recordsOf(base: Base, kind: string): RecordTable {
  const table = base.needRecords(kind);
  if (!table) throw new TypeError(`records: the catalogue knows no records "${kind}"`);
  return table;
}

function addRecord(
  base: Base,
  table: RecordTable,
  record: RecordLike,
  filler: Filler,
  problems: Problems,
  at: number,
): void {
  const owner = base.rowOf(record.client);
  if (owner === -1) {
    problems.add(at, `${table.kind.id}.client`, 'no such client; the record is left out');
    return;
  }
  const row = table.load(record.id, record.client, owner);
  if (row === -1) {
    problems.add(at, `${table.kind.id}.id`, 'the same id again; the record is left out');
    return;
  }
  for (const field in record.values) filler.set(row, field, record.values[field], at);
  if (record.version !== undefined && record.version > 1) table.setVersion(row, record.version);
  if (record.paid) table.setPaid(record.id, record.paid);
}

function addRecords(
  base: Base,
  table: RecordTable,
  batch: ColumnBatch,
  filler: Filler,
  problems: Problems,
  at: number,
): number {
  const owners = batch.clients ?? [];
  const rows = addIds(batch.ids, (id, i) => {
    const owner = base.rowOf(owners[i] ?? '');
    const row = owner === -1 ? -1 : table.load(id, owners[i]!, owner);
    if (row === -1)
      problems.add(at + i, `${table.kind.id}.id`, 'a repeated id or an unknown client; left out');
    return row;
  });
  putBatch(table.table, batch.columns, rows, (row, field, value, i) => filler.set(row, field, value, at + i));
  return rows.length;
}

function tell({ first, count }: Problems, { onProblems }: MemoryOptions): void {
  if (count === 0) return;
  if (onProblems) {
    onProblems(first, count);
    return;
  }
  const { row, field, message } = first[0]!;
  console.warn(
    `clientele: ${count} value(s) of the clients handed over were left out; the first: row ${row}, ${field}: ${message}. ` +
      'Pass `onProblems` to see all.',
  );
}
