import { fieldsById } from '../../../engine/validate.js';
import type { ClientRecord, FieldId, Id, Money, RecordKind, Value } from '../../../contract/index.js';
import { allBits } from '../../../segments/bits.js';
import type { Bits, Column, RelatedSource } from '../../../segments/source.js';
import type { Base } from '../base.js';
import { cut, nextCapacity, resized } from '../columns/capacity.js';
import { NumberStore } from '../columns/index.js';
import { finish, type Steps } from '../steps.js';
import { Table, type TableDump } from '../table.js';

/** Clients that are gone over between two steps. */
const STEP = 8192;

export interface RecordTableDump {
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
  readonly table: Table;
  readonly #base: Base;
  /** The client's row of each record. */
  #owners = new Uint32Array(0);
  readonly #versions = new Map<number, number>();
  readonly #removed = new Set<number>();
  readonly #paid = new Map<Id, Record<string, Money>>();
  #starts = new Uint32Array(1);
  /** Records behind the groups, by client's row. */
  readonly #recent = new Map<number, number[]>();
  #isOrdered = true;

  constructor(kind: RecordKind, base: Base, dump?: RecordTableDump) {
    this.kind = kind;
    this.#base = base;
    this.table = new Table(fieldsById(kind.fields), base.setup.lists, dump?.table);
    if (!dump) return;
    this.#owners = dump.owners as Uint32Array<ArrayBuffer>;
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
    return this.table.bytes + this.#owners.byteLength + this.#starts.byteLength;
  }

  /** Makes room for so many records. */
  *growing(rows: number): Steps {
    yield* this.table.growing(rows);
    if (rows > this.#owners.length) this.#owners = resized(this.#owners, rows);
  }

  /** A new record; −1 when its id is there. Its values are set by `table.set`. While `loading`, call `order` at the end. */
  add(id: Id, owner: number, loading = false): number {
    const row = this.table.add(id);
    if (row === -1) return -1;
    if (row >= this.#owners.length) this.#owners = resized(this.#owners, nextCapacity(row + 1, row));
    this.#owners[row] = owner;
    this.#isOrdered = false;
    if (!loading) this.#remember(row);
    return row;
  }

  /** The row of an id that is not removed, or −1. */
  find(id: Id): number {
    const row = this.table.ids.find(id);
    return row !== -1 && this.#removed.has(row) ? -1 : row;
  }

  ownerOf(row: number): number {
    return this.#owners[row]!;
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
    if (removed === -1) return this.add(id, owner);
    this.#removed.delete(removed);
    for (const field of this.table.present()) this.table.set(removed, field, undefined);
    if (this.#owners[removed] !== owner) this.setOwner(removed, owner);
    return removed;
  }

  setOwner(row: number, owner: number): void {
    this.#owners[row] = owner;
    this.#isOrdered = false;
    this.#regroup();
  }

  /** Says that the dates of a record changed, so that groups must be put in order again. */
  touch(): void {
    this.#isOrdered = false;
  }

  /** Rows of a client's records, removed ones left out, in no order. */
  rowsOf(owner: number): number[] {
    const found: number[] = [];
    if (owner + 1 < this.#starts.length) {
      for (let row = this.#starts[owner]!; row < this.#starts[owner + 1]!; row++) {
        if (!this.#removed.has(row)) found.push(row);
      }
    }
    for (const row of this.#recent.get(owner) ?? []) if (!this.#removed.has(row)) found.push(row);
    return found;
  }

  get(row: number, field: FieldId): Value | undefined {
    return this.table.get(row, field);
  }

  /** Milliseconds of an instant field or another number of a row; null where there is none. */
  number(row: number, field: FieldId): number | null {
    const store = this.table.store(field);
    if (!(store instanceof NumberStore)) return null;
    const { values, missing, scale } = store.face(this.rows);
    return values[row] === missing ? null : values[row]! / scale;
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
      client: this.#base.clients.ids.at(this.#owners[row]!),
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
      starts: this.#starts,
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
    if (this.#isOrdered && this.#starts.length === clients + 1) return;
    const { rows } = this;
    const starts = new Uint32Array(clients + 1);
    for (let row = 0; row < rows; row++) starts[this.#owners[row]! + 1]!++;
    for (let client = 0; client < clients; client++) starts[client + 1]! += starts[client]!;
    yield;
    if (!this.#isOrdered) yield* this.#permuting(starts);
    this.#starts = starts;
    this.#recent.clear();
    this.#isOrdered = true;
  }

  *packing(): Steps {
    yield* this.table.packing();
    this.#owners = resized(this.#owners, this.rows);
  }

  dump(): RecordTableDump {
    return {
      table: this.table.dump(),
      owners: cut(this.#owners, this.rows),
      versions: [...this.#versions],
      removed: [...this.#removed],
      paid: [...this.#paid],
    };
  }

  *#permuting(starts: Uint32Array): Steps {
    const { rows } = this;
    const next = starts.slice();
    const order = new Uint32Array(rows);
    for (let row = 0; row < rows; row++) order[next[this.#owners[row]!]!++] = row;
    const store = this.table.store(this.kind.date);
    if (store instanceof NumberStore) {
      const { values, missing } = store.face(rows);
      const at = (row: number) => (values[row] === missing ? -Infinity : values[row]!);
      const { ids } = this.table;
      for (let client = 0; client + 1 < starts.length; client++) {
        const from = starts[client]!;
        const to = starts[client + 1]!;
        let isSorted = true;
        for (let i = from + 1; i < to && isSorted; i++) isSorted = at(order[i - 1]!) < at(order[i]!);
        if (isSorted) continue;
        order.subarray(from, to).sort((a, b) => at(a) - at(b) || ids.compare(a, b));
        if (client % STEP === STEP - 1) yield;
      }
    }
    let isSame = true;
    for (let row = 0; row < rows && isSame; row++) isSame = order[row] === row;
    if (isSame) return;
    yield* this.table.permuting(order);
    const owners = this.#owners.slice();
    for (let row = 0; row < rows; row++) owners[row] = this.#owners[order[row]!]!;
    this.#owners = owners;
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

  #remember(row: number): void {
    const owner = this.#owners[row]!;
    const recent = this.#recent.get(owner);
    if (recent) recent.push(row);
    else this.#recent.set(owner, [row]);
  }

  /** Forgets the groups, where a record went to another client. */
  #regroup(): void {
    this.#starts = new Uint32Array(1);
    this.#recent.clear();
    for (let row = 0; row < this.rows; row++) this.#remember(row);
  }
}
