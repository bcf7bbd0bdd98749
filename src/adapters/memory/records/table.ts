import { fieldsById } from '../../../engine/validate.js';
import type { ClientRecord, FieldId, Id, Money, RecordKind, Value } from '../../../contract/index.js';
import { allBits } from '../../../segments/bits.js';
import type { Bits, Column, RelatedSource } from '../../../segments/source.js';
import type { Base } from '../base.js';
import { InstantStore } from '../columns/index.js';
import { finish, type Steps } from '../steps.js';
import { Table, type TableDump } from '../table.js';
import { Groups } from './groups.js';
import { RecordIds, type Owners, type RecordIdsDump } from './ids.js';

/** Clients that are gone over between two steps. */
const STEP = 8192;

export interface RecordTableDump {
  ids: RecordIdsDump;
  table: TableDump;
  owners: Uint32Array;
  versions: [row: number, version: number][];
  removed: number[];
  paid: [id: Id, paid: Record<string, Money>][];
}

/**
 * The records of one kind. They stand grouped by client, oldest first, as a segment reads them; those added since stand behind until somebody
 * asks for the groups again.
 */
export class RecordTable {
  readonly kind: RecordKind;
  readonly table: Table<RecordIds>;
  readonly #base: Base;
  readonly #groups = new Groups();
  /** Whose the records are while they are put in order. */
  #owners: Uint32Array | null = null;
  readonly #versions = new Map<number, number>();
  readonly #removed = new Set<number>();
  readonly #paid = new Map<Id, Record<string, Money>>();
  #isOrdered = true;
  /** How often the rows were put in another order: what names rows holds as long as this stands. */
  moves = 0;

  constructor(kind: RecordKind, base: Base, dump?: RecordTableDump) {
    this.kind = kind;
    this.#base = base;
    const owners: Owners = {
      idOf: (row) => base.clients.ids.at(this.ownerOf(row)),
      rowsOf: (client) => {
        const owner = base.rowOf(client);
        return owner === -1 ? [] : this.#groups.rowsOf(owner);
      },
    };
    const ids = new RecordIds(owners, dump?.ids, dump?.table.rows);
    this.table = new Table(fieldsById(kind.fields), base.setup.lists, ids, dump?.table, true);
    if (!dump) return;
    for (const owner of dump.owners) this.#groups.add(owner, true);
    for (const [row, version] of dump.versions) this.#versions.set(row, version);
    for (const row of dump.removed) this.#removed.add(row);
    for (const [id, paid] of dump.paid) this.#paid.set(id, paid);
    this.#isOrdered = this.rows === 0;
    this.order();
  }

  get rows(): number {
    return this.table.rows;
  }

  get bytes(): number {
    return this.table.bytes + this.#groups.bytes;
  }

  /** Makes room for so many records. */
  growing(rows: number): Steps {
    return this.table.growing(rows);
  }

  /** A new record while loading: `ordering` comes at the end. −1 when its id is seen to be there. */
  load(id: Id, client: Id, owner: number): number {
    const row = this.table.made(this.table.ids.append(id, client));
    if (row !== -1) this.#groups.add(owner, true);
    this.#isOrdered = false;
    return row;
  }

  /** The row of an id that is not removed, or −1. */
  find(id: Id): number {
    const row = this.table.ids.find(id);
    return row !== -1 && this.#removed.has(row) ? -1 : row;
  }

  ownerOf(row: number): number {
    return this.#owners ? this.#owners[row]! : this.#groups.ownerOf(row);
  }

  versionOf(row: number): number {
    return this.#versions.get(row) ?? 1;
  }

  setVersion(row: number, version: number): void {
    if (version === 1) this.#versions.delete(row);
    else this.#versions.set(row, version);
  }

  setPaid(id: Id, paid: Record<string, Money> | undefined): void {
    if (paid) this.#paid.set(id, paid);
    else this.#paid.delete(id);
  }

  remove(row: number): void {
    this.#removed.add(row);
  }

  /** The row for a record that is not there; a removed one comes back empty under its id. */
  place(id: Id, owner: number): number {
    const removed = this.table.ids.find(id);
    if (removed === -1) {
      const row = this.table.made(this.table.ids.append(id, this.#base.clients.ids.at(owner)));
      this.#groups.add(owner, false);
      this.#isOrdered = false;
      return row;
    }
    this.#removed.delete(removed);
    for (const field of this.table.present()) this.table.set(removed, field, undefined);
    if (this.ownerOf(removed) !== owner) this.setOwner(removed, owner);
    return removed;
  }

  setOwner(row: number, owner: number): void {
    // Its id may have been made of the old owner's.
    const id = this.table.ids.at(row);
    this.#groups.move(row, owner);
    this.table.ids.keep(row, id);
    this.#isOrdered = false;
  }

  /** Says that the dates of a record changed, so that groups must be put in order again. */
  touch(): void {
    this.#isOrdered = false;
  }

  /** Rows of a client's records, removed ones left out, in no order. */
  rowsOf(owner: number): number[] {
    const rows = this.#groups.rowsOf(owner);
    return this.#removed.size === 0 ? rows : rows.filter((row) => !this.#removed.has(row));
  }

  get(row: number, field: FieldId): Value | undefined {
    return this.table.get(row, field);
  }

  /** Milliseconds of an instant field or another number of a row; null where there is none. */
  number(row: number, field: FieldId): number | null {
    const store = this.table.store(field);
    if (store instanceof InstantStore) return store.at(row);
    const value = store?.get(row);
    return typeof value === 'number' ? value : null;
  }

  read(row: number): ClientRecord {
    const id = this.table.ids.at(row);
    const values: Record<string, unknown> = {};
    for (const field of this.table.present()) {
      const value = this.table.get(row, field);
      if (value !== undefined) values[field] = value;
    }
    const paid = this.#paid.get(id);
    return {
      id,
      version: this.versionOf(row),
      record: this.kind.id,
      client: this.#base.clients.ids.at(this.ownerOf(row)),
      at: (values[this.kind.date] as string | undefined) ?? null,
      values,
      ...(paid ? { paid } : {}),
    };
  }

  /** Not removed; null when none is. */
  get live(): Bits | null {
    if (this.#removed.size === 0) return null;
    const bits = allBits(this.rows);
    for (const row of this.#removed) bits[row >> 5]! &= ~(1 << (row & 31));
    return bits;
  }

  /** What a segment reads: groups are put in order when they are not. */
  source(): RelatedSource {
    this.order();
    return {
      rows: this.rows,
      live: this.live,
      starts: this.#groups.starts,
      column: (field): Column | null => this.table.column(field),
      related: () => null,
    };
  }

  /** Groups the records by client, oldest first. */
  order(): void {
    finish(this.ordering());
  }

  /** The same in steps. Nothing may be read or written meanwhile. */
  *ordering(): Steps {
    const clients = this.#base.rows;
    if (this.#isOrdered) {
      if (this.#groups.starts.length !== clients + 1) this.#groups.extend(clients);
      return;
    }
    const owners = this.#groups.owners();
    const starts = new Uint32Array(clients + 1);
    for (let row = 0; row < owners.length; row++) starts[owners[row]! + 1]!++;
    for (let client = 0; client < clients; client++) starts[client + 1]! += starts[client]!;
    yield;
    this.#owners = owners;
    yield* this.#permuting(yield* this.#orderWithin(starts, owners));
    this.#owners = null;
    this.#groups.settle(starts);
    this.#isOrdered = true;
  }

  *packing(): Steps {
    yield* this.table.packing();
  }

  dump(): RecordTableDump {
    return {
      ids: this.table.ids.dump(),
      table: this.table.dump(),
      owners: this.#groups.owners(),
      versions: [...this.#versions],
      removed: [...this.#removed],
      paid: [...this.#paid],
    };
  }

  /** The records client by client, oldest first; those whose id repeats an earlier one of the client are removed. */
  *#orderWithin(starts: Uint32Array, owners: Uint32Array): Generator<void, Uint32Array> {
    const next = starts.slice();
    const order = new Uint32Array(owners.length);
    for (let row = 0; row < owners.length; row++) order[next[owners[row]!]!++] = row;
    yield;
    const { ids } = this.table;
    const { date } = this.kind;
    const at = (row: number) => this.number(row, date) ?? this.#dayOf(row, date);
    for (let client = 0; client + 1 < starts.length; client++) {
      const group = order.subarray(starts[client], starts[client + 1]);
      for (const row of ids.repeated(group)) this.#removed.add(row);
      let isSorted = true;
      for (let i = 1; i < group.length && isSorted; i++) isSorted = at(group[i - 1]!) < at(group[i]!);
      if (!isSorted) group.sort((a, b) => compareNumbers(at(a), at(b)) || ids.compare(a, b));
      if (client % STEP === STEP - 1) yield;
    }
    return order;
  }

  /** The time of a record whose date is a day; −∞ for none, so that it comes first. */
  #dayOf(row: number, field: FieldId): number {
    const value = this.table.get(row, field);
    return typeof value === 'string' ? Date.parse(value) : -Infinity;
  }

  *#permuting(order: Uint32Array): Steps {
    let isSame = true;
    for (let row = 0; row < order.length && isSame; row++) isSame = order[row] === row;
    if (isSame) return;
    this.moves++;
    yield* this.table.permuting(order);
    const moved = new Map<number, number>();
    order.forEach((old, row) => {
      if (this.#versions.has(old) || this.#removed.has(old)) moved.set(old, row);
    });
    const versions = [...this.#versions];
    const removed = [...this.#removed];
    this.#versions.clear();
    this.#removed.clear();
    for (const [old, version] of versions) this.#versions.set(moved.get(old)!, version);
    for (const old of removed) this.#removed.add(moved.get(old)!);
  }
}

/** −∞ less −∞ is no number. */
function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
