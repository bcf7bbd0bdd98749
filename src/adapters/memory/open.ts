import { chain } from '../../engine/index.js';
import type { Now } from '../../contract/index.js';
import type { Base } from './base.js';
import { isBatch, type ColumnBatch } from './batch.js';
import { addIds, ClientLoader, drain, Filler, Problems, putBatch } from './load.js';
import type { ClientLike, MemoryOptions, RecordLike, RecordSource } from './options.js';
import { givesTotals, type TotalsKeeper } from './records/totals.js';
import type { RecordTable } from './records/table.js';

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
  const records = Object.entries(options.records ?? {});
  let done: Now<void> = fillClients(base, options, problems);
  done = chain(done, () => base.clients.pack());
  for (const [kind, source] of records) done = chain(done, () => fillRecords(base, kind, source, problems));
  done = chain(done, () => {
    const whole = records.map(([kind]) => kind).filter((kind) => base.records.get(kind)!.rows > 0);
    totals.setWhole(whole);
    return whole.some(givesTotals) ? drain(rowsOf(base), (row) => totals.update(row)) : undefined;
  });
  return chain(done, () => {
    base.revision++;
    tell(problems, options);
  });
}

function rowsOf(base: Base): Iterable<number> {
  return Array.from({ length: base.rows }, (_, row) => row);
}

function fillClients(base: Base, { clients, onProgress }: MemoryOptions, problems: Problems): Now<void> {
  if (clients === undefined) return undefined;
  const loader = new ClientLoader(base, problems);
  const source = Array.isArray(clients) ? (clients as ClientLike[]) : null;
  if (source) base.clients.reserve(source.length);
  const items = (isBatch(clients) ? [clients] : clients) as Iterable<ClientLike | ColumnBatch>;
  return drain(items, (item) => loader.add(item), onProgress && (() => onProgress(loader.count)));
}

function fillRecords(base: Base, kind: string, source: RecordSource, problems: Problems): Now<void> {
  const table = base.needRecords(kind);
  if (!table) throw new TypeError(`records: the catalogue knows no records "${kind}"`);
  const filler = new Filler(table.table, base.setup.settings.country, problems);
  let at = 0;
  const take = (item: RecordLike | ColumnBatch): void => {
    if (isBatch(item)) at += addRecords(base, table, item, filler, problems, at);
    else addRecord(base, table, item, filler, problems, at++);
  };
  const items = isBatch(source) ? [source] : source;
  return chain(drain<RecordLike | ColumnBatch>(items, take), () => {
    table.pack();
    table.order();
  });
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
  const row = table.add(record.id, owner, true);
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
  const rows = addIds(table.table, batch.ids, (id, i) => {
    const owner = base.rowOf(owners[i] ?? '');
    const row = owner === -1 ? -1 : table.add(id, owner, true);
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
