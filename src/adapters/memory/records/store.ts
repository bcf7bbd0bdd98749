import {
  ClienteleError,
  invalid,
  type ClientRecord,
  type RecordKind,
  type RecordPatch,
  type RecordStore,
  type WriteContext,
} from '../../../contract/index.js';
import {
  fieldsById,
  isTellable,
  mustBeWritable,
  signed,
  validateValues,
  withIdempotency,
} from '../../../engine/index.js';
import type { Base } from '../base.js';
import { documentOp, type RecordOp } from '../ops.js';
import { isWithin } from '../select.js';
import type { MemoryStore } from '../store.js';
import { RecordFinder } from './find.js';
import { statusOps } from './history.js';
import type { RecordTable } from './table.js';
import type { TotalsKeeper } from './totals.js';

/** All of it is there. */
export type MemoryRecords = Required<RecordStore>;

/** Records of clients over the base. */
export function createRecords(base: Base, store: MemoryStore, totals: TotalsKeeper): MemoryRecords {
  const finder = new RecordFinder(base);
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
      return finder.find(table, query, context);
    },

    counts(client, context) {
      const owner = base.rowOf(client);
      if (owner === -1 || !isWithin(base, owner, context)) return {};
      return Object.fromEntries([...base.records].map(([kind, table]) => [kind, table.rowsOf(owner).length]));
    },

    save(input: RecordPatch, context: WriteContext) {
      return withIdempotency<ClientRecord>(store, operation, input, context, (once) =>
        store.write(context, () => {
          mustBeWritable(input.record, operation, input.version === null);
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
          const patch = signed(kind, row === -1 ? null : table.read(row), checked.patch, context, operation);
          const op: RecordOp = {
            kind: 'record',
            record: kind.id,
            id: input.id,
            client: input.client,
            version: version + 1,
            patch,
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
          mustBeWritable(input.record, 'records.remove', false);
          const kind = kindOf(input.record, 'records.remove');
          const table = base.records.get(kind.id);
          const row = table?.find(input.id) ?? -1;
          if (!table || row === -1 || !isWithin(base, table.ownerOf(row), context))
            throw new ClienteleError('not_found', 'no such record', { operation: 'records.remove' });
          if (!isTellable(kind, table.read(row), context))
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
