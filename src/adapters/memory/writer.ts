import {
  isSafeText,
  type FieldId,
  type Id,
  type Lists,
  type Patch,
  type Value,
} from '../../contract/index.js';
import { validatePatch, WITNESS_KINDS, type Write, type WriteOutcome } from '../../engine/index.js';
import type { Base } from './base.js';
import type { ClientOp, Op, RecordOp } from './ops.js';
import type { TotalsKeeper } from './records/totals.js';

/** What applying changed, for the indexes and the live stream. */
export interface Touched {
  rows: number[];
  created: Id[];
  updated: Id[];
  removed: Id[];
  /** Null: any field. */
  fields: Set<FieldId> | null;
  records: Map<string, Set<Id>>;
}

interface Standing {
  exists: boolean;
  version: number;
  removed: boolean;
  patch: Patch;
}

/** Decides what writes come to, as ops, without doing anything. Later writes of a commit see the earlier ones. */
export class Decider {
  readonly #base: Base;
  readonly #lists: Lists;
  readonly #pending = new Map<Id, Standing>();
  readonly ops: ClientOp[] = [];

  constructor(base: Base, lists: Lists) {
    this.#base = base;
    this.#lists = lists;
  }

  decide({ id, version, patch = {}, create, remove }: Write): WriteOutcome {
    const { setup } = this.#base;
    const standing = this.#standing(id);
    const refuse = (reason: WriteOutcome['reason'], at = standing.version): WriteOutcome => ({
      id,
      ok: false,
      reason,
      version: at,
      before: null,
    });
    if (create && standing.exists) return refuse('changed');
    if (!create && !standing.exists) return refuse('gone', 0);
    if (!create && standing.removed && remove !== false) return refuse('gone');
    if (!create && version !== null && version !== standing.version) return refuse('changed');
    const checked = validatePatch(patch, setup.catalogue, { lists: this.#lists, computed: true });
    if (!checked.ok || !isSafeText(id)) return refuse('invalid');

    const now = setup.now();
    const next: Record<FieldId, Value | null> = { ...checked.patch };
    const before: Record<FieldId, Value | null> = {};
    for (const field of Object.keys(checked.patch)) {
      before[field] = standing.patch[field] ?? (field in standing.patch ? null : this.#held(id, field));
    }
    const moves = create || remove !== undefined || Object.keys(next).some((field) => this.#isStored(field));
    if (moves) next['updatedAt'] ??= new Date(now).toISOString();
    if (create) next['createdAt'] ??= new Date(now).toISOString();
    const op: ClientOp = { kind: 'client', id, version: standing.version + (moves ? 1 : 0), patch: next };
    if (create) op.create = true;
    if (remove !== undefined) op.removedAt = remove ? now : null;
    this.ops.push(op);
    this.#pending.set(id, {
      exists: true,
      version: op.version,
      removed: remove ?? standing.removed,
      patch: { ...standing.patch, ...next },
    });
    return {
      id,
      ok: true,
      reason: null,
      version: op.version,
      before: Object.keys(patch).length > 0 ? before : null,
    };
  }

  #standing(id: Id): Standing {
    const pending = this.#pending.get(id);
    if (pending) return pending;
    const row = this.#base.rowOf(id);
    return row === -1
      ? { exists: false, version: 0, removed: false, patch: {} }
      : {
          exists: true,
          version: this.#base.version(row),
          removed: this.#base.removedAt(row) !== undefined,
          patch: {},
        };
  }

  #held(id: Id, field: FieldId): Value | null {
    const row = this.#base.rowOf(id);
    return row === -1 ? null : (this.#base.clients.get(row, field) ?? null);
  }

  #isStored(field: FieldId): boolean {
    return this.#base.setup.catalogue.fields.get(field)?.origin === 'stored';
  }
}

/** Does what was decided, and says what it touched. Documents are not its business. */
export function applyOps(base: Base, totals: TotalsKeeper, ops: readonly Op[]): Touched {
  const touched: Touched = {
    rows: [],
    created: [],
    updated: [],
    removed: [],
    fields: new Set(),
    records: new Map(),
  };
  const owners = new Set<number>();
  for (const op of ops) {
    if (op.kind === 'client') applyClient(base, op, touched);
    else if (op.kind === 'record') applyRecord(base, totals, op, touched, owners);
  }
  for (const row of owners) {
    totals.update(row);
    touched.rows.push(row);
    touched.updated.push(base.clients.ids.at(row));
    for (const field of Object.keys(totals.of(row))) touched.fields?.add(field);
  }
  base.revision++;
  return touched;
}

function applyClient(base: Base, op: ClientOp, touched: Touched): void {
  const { clients } = base;
  let row = base.rowOf(op.id);
  if (row === -1) row = base.add(op.id);
  for (const [field, value] of Object.entries(op.patch)) {
    clients.set(row, field, value);
    touched.fields?.add(field);
  }
  base.setVersion(row, op.version);
  if (op.removedAt !== undefined) base.setRemoved(row, op.removedAt);
  touched.rows.push(row);
  if (op.create) touched.created.push(op.id);
  else if (op.removedAt) touched.removed.push(op.id);
  else touched.updated.push(op.id);
  if (op.create || op.removedAt !== undefined) touched.fields = null;
}

function applyRecord(
  base: Base,
  totals: TotalsKeeper,
  op: RecordOp,
  touched: Touched,
  owners: Set<number>,
): void {
  const table = base.needRecords(op.record);
  const owner = base.rowOf(op.client);
  if (!table || owner === -1) return;
  let row = table.find(op.id);
  if (row !== -1 && !WITNESS_KINDS.has(op.record)) owners.add(table.ownerOf(row));
  // What a commit leaves behind counts for no total, and its client is written with it.
  const counts = !WITNESS_KINDS.has(op.record);
  if (counts) totals.open(owner);
  if (op.removed) {
    if (row !== -1) table.remove(row);
  } else {
    if (row === -1) row = table.place(op.id, owner);
    else if (table.ownerOf(row) !== owner) table.setOwner(row, owner);
    for (const [field, value] of Object.entries(op.patch)) table.table.set(row, field, value);
    table.setVersion(row, op.version);
    table.setPaid(op.id, op.paid);
    table.touch();
  }
  if (counts) owners.add(owner);
  const ids = touched.records.get(op.record) ?? new Set();
  touched.records.set(op.record, ids.add(op.client));
}
