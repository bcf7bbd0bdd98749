import {
  ClienteleError,
  invalid,
  type Client,
  type ClientRecord,
  type Context,
  type Page,
  type RecordKind,
  type RecordPatch,
  type RecordQuery,
  type RecordStore,
  type WriteContext,
} from '../../../contract/index.js';
import { fieldsById, mustBeWritable, validateValues, withIdempotency } from '../../../engine/index.js';
import {
  checkSort,
  compareValues,
  evaluate,
  hasBit,
  readSegment,
  resolveSort,
  sortValue,
  type Bits,
} from '../../../segments/index.js';
import type { Base } from '../base.js';
import { documentOp, type RecordOp } from '../ops.js';
import { isWithin } from '../select.js';
import type { MemoryStore } from '../store.js';
import { statusOps } from './history.js';
import type { RecordTable } from './table.js';
import type { TotalsKeeper } from './totals.js';

/** Records of clients over the base. */
export function createRecords(base: Base, store: MemoryStore, totals: TotalsKeeper): RecordStore {
  const kindOf = (id: string, operation: string): RecordKind => {
    const kind = base.setup.catalogue.records.get(id);
    if (!kind)
      throw new ClienteleError('unsupported', `there are no records "${id.slice(0, 60)}"`, { operation });
    return kind;
  };
  const operation = 'records.save';

  return {
    find(query, context) {
      const kind = kindOf(query.record, 'records.find');
      const table = base.needRecords(kind.id)!;
      return page(
        base,
        table,
        sorted(base, table, matching(base, table, query, context), query, context),
        query,
      );
    },

    save(input: RecordPatch, context: WriteContext) {
      return withIdempotency<ClientRecord>(store, operation, input, context, (once) =>
        store.write(context, () => {
          mustBeWritable(input.record, operation);
          const kind = kindOf(input.record, operation);
          const table = base.needRecords(kind.id)!;
          const row = table.find(input.id);
          if (input.version === undefined)
            throw new ClienteleError('version_required', 'say which version is replaced', { operation });
          if (input.version === null && row !== -1)
            throw new ClienteleError('conflict', 'there is such a record', { operation });
          if (input.version !== null && row === -1)
            throw new ClienteleError('not_found', 'no such record', { operation });
          const version = row === -1 ? 0 : table.versionOf(row);
          if (input.version !== null && input.version !== version)
            throw new ClienteleError('stale_version', 'the record was changed since', { operation, version });
          const owner = base.rowOf(input.client);
          if (owner === -1 || !isWithin(base, owner, context))
            throw new ClienteleError('not_found', 'no such client', { operation });
          const checked = validateValues(input.patch, fieldsById(kind.fields), {
            lists: base.named(context).lists,
          });
          if (!checked.ok) throw invalid(checked.issues, operation);
          const op: RecordOp = {
            kind: 'record',
            record: kind.id,
            id: input.id,
            client: input.client,
            version: version + 1,
            patch: checked.patch,
          };
          const answer = after(table, row, op);
          const became = statusOps(base, totals, table, row, op);
          return { ops: [op, ...became, documentOp(once.document(answer), context)], answer };
        }),
      );
    },

    remove(input, context) {
      return withIdempotency<void>(store, 'records.remove', input, context, (once) =>
        store.write(context, () => {
          mustBeWritable(input.record, 'records.remove');
          const kind = kindOf(input.record, 'records.remove');
          const table = base.records.get(kind.id);
          const row = table?.find(input.id) ?? -1;
          if (!table || row === -1 || !isWithin(base, table.ownerOf(row), context))
            throw new ClienteleError('not_found', 'no such record', { operation: 'records.remove' });
          const version = table.versionOf(row);
          if (input.version === undefined)
            throw new ClienteleError('version_required', 'say which version is removed', {
              operation: 'records.remove',
            });
          if (input.version !== version)
            throw new ClienteleError('stale_version', 'the record was changed since', {
              operation: 'records.remove',
              version,
            });
          const op: RecordOp = {
            kind: 'record',
            record: kind.id,
            id: input.id,
            client: base.clients.ids.at(table.ownerOf(row)),
            version: version + 1,
            patch: {},
            removed: true,
          };
          const became = statusOps(base, totals, table, row, op);
          return { ops: [op, ...became, documentOp(once.document(), context)], answer: undefined };
        }),
      );
    },
  };
}

/** The record as it will be. */
function after(table: RecordTable, row: number, op: RecordOp): ClientRecord {
  const old = row === -1 ? null : table.read(row);
  const values: Record<string, unknown> = { ...old?.values };
  for (const [field, value] of Object.entries(op.patch)) {
    if (value === null) delete values[field];
    else values[field] = value;
  }
  return {
    id: op.id,
    version: op.version,
    record: op.record,
    client: op.client,
    at: (values[table.kind.date] as string | undefined) ?? null,
    values,
    ...(old?.paid ? { paid: old.paid } : {}),
  };
}

function matching(base: Base, table: RecordTable, query: RecordQuery, context: Context): number[] {
  const bits = query.where === undefined ? table.live : conditionBits(base, table, query);
  let rows: number[];
  if (query.client === undefined) rows = Array.from({ length: table.rows }, (_, row) => row);
  else {
    const owner = base.rowOf(query.client);
    rows = owner === -1 ? [] : table.rowsOf(owner);
  }
  return rows.filter((row) => (!bits || hasBit(bits, row)) && isWithin(base, table.ownerOf(row), context));
}

function conditionBits(base: Base, table: RecordTable, { where, today = base.today }: RecordQuery): Bits {
  const { settings, catalogue } = base.setup;
  const fields = fieldsById(table.kind.fields);
  const document = { v: 1, where } as const;
  return evaluate(
    readSegment(document, { catalogue: { fields, records: catalogue.records }, settings, today }),
    table.source(),
  ).bits;
}

interface Placed {
  row: number;
  id: string;
  values: (number | string | null)[];
}

/** The newest first, unless asked otherwise; then by id. */
function sorted(
  base: Base,
  table: RecordTable,
  rows: number[],
  query: RecordQuery,
  context: Context,
): { placed: Placed[]; compare: Compare } {
  const { settings } = base.setup;
  const { lists } = base.named(context);
  const catalogue = { fields: fieldsById(table.kind.fields) };
  const sort =
    query.sort && query.sort.length > 0 ? query.sort : [{ field: table.kind.date, dir: 'desc' as const }];
  const issues = checkSort(sort, catalogue);
  if (issues.length > 0) throw invalid(issues, 'records.find');
  const keys = resolveSort(sort, { catalogue, settings, lists });
  const compare: Compare = (a, b) => {
    for (const [i, { descending }] of keys.entries()) {
      const order = compareValues(a.values[i]!, b.values[i]!, descending);
      if (order !== 0) return order;
    }
    return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  };
  const placed = rows.map((row) => {
    const { id, values } = table.read(row);
    return { row, id, values: keys.map(({ by }) => sortValue(values as unknown as Client, by)) };
  });
  return { placed: placed.sort(compare), compare };
}

type Compare = (a: Omit<Placed, 'row'>, b: Omit<Placed, 'row'>) => number;

function page(
  base: Base,
  table: RecordTable,
  { placed, compare }: { placed: Placed[]; compare: Compare },
  { window, today = base.today }: RecordQuery,
): Page<ClientRecord> {
  const isWalk = 'after' in window;
  let from = isWalk ? 0 : window.at;
  if (isWalk && window.after !== null) {
    const last = cursorOf(window.after);
    while (from < placed.length && compare(placed[from]!, last) <= 0) from++;
  }
  const to = Math.min(from + window.size, placed.length);
  const last = placed[to - 1];
  return {
    items: placed.slice(from, to).map(({ row }) => table.read(row)),
    at: isWalk ? null : from,
    next: isWalk && last && to < placed.length ? JSON.stringify([last.id, ...last.values]) : null,
    total: placed.length,
    today,
    revision: String(base.revision),
  };
}

function cursorOf(text: string): Omit<Placed, 'row'> {
  try {
    const [id, ...values] = JSON.parse(text) as [string, ...(number | string | null)[]];
    if (typeof id === 'string') return { id, values };
  } catch {
    // Not one of ours: refused below.
  }
  const message = 'this is no cursor of this walk';
  throw invalid([{ path: ['window', 'after'], code: 'wrong_cursor', message }], 'records.find');
}
