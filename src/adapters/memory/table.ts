import type { Field, FieldId, Lists, Value } from '../../contract/index.js';
import type { Column } from '../../segments/source.js';
import { nextCapacity } from './columns/capacity.js';
import { createStore, restoreStore, type FieldStore, type StoreDump } from './columns/index.js';
import type { Ids, RowIds } from './ids.js';
import { finish, type Steps } from './steps.js';

export interface TableDump {
  rows: number;
  columns: Record<FieldId, StoreDump>;
}

/** Rows with an id each and a column for every field that any of them has. Clients are one, each kind of record is another. */
export class Table<I extends RowIds = Ids> {
  readonly ids: I;
  /** Columns small before quick. */
  readonly #compact: boolean;
  readonly #fields: ReadonlyMap<FieldId, Field>;
  readonly #lists: Lists;
  readonly #stores = new Map<FieldId, FieldStore>();
  /** Columns of fields that the catalogue does not know at present: given back as they came. */
  readonly #unread = new Map<FieldId, StoreDump>();
  #capacity = 0;

  constructor(fields: ReadonlyMap<FieldId, Field>, lists: Lists, ids: I, dump?: TableDump, compact = false) {
    this.#fields = fields;
    this.#lists = lists;
    this.ids = ids;
    this.#compact = compact;
    if (!dump) return;
    this.#capacity = dump.rows;
    for (const [id, column] of Object.entries(dump.columns)) {
      const field = fields.get(id);
      const store = field && restoreStore(field, column, dump.rows);
      if (store) {
        store.resize(dump.rows);
        this.#stores.set(id, store);
      } else this.#unread.set(id, column);
    }
  }

  get rows(): number {
    return this.ids.count;
  }

  get capacity(): number {
    return this.#capacity;
  }

  get fields(): ReadonlyMap<FieldId, Field> {
    return this.#fields;
  }

  /** Bytes in typed arrays. */
  get bytes(): number {
    let sum = this.ids.bytes;
    for (const store of this.#stores.values()) sum += store.bytes;
    return sum;
  }

  /** Bytes by part, for figures. */
  sizes(): Record<string, number> {
    const sizes: Record<string, number> = { ids: this.ids.bytes };
    for (const [id, store] of this.#stores) sizes[id] = store.bytes;
    return sizes;
  }

  /** Room for so many rows in all, taken at once. */
  reserve(rows: number): void {
    if (rows > this.#capacity) this.#resize(rows);
  }

  /** Makes room for a row whose id was appended; −1 stays what it is. */
  made(row: number): number {
    if (row >= this.#capacity) this.#resize(nextCapacity(row + 1, this.#capacity));
    return row;
  }

  /** The column of a field that has a value in some row. */
  store(field: FieldId): FieldStore | undefined {
    return this.#stores.get(field);
  }

  /** The column of a field, made when there is none; undefined for a field that the catalogue does not know. */
  need(id: FieldId): FieldStore | undefined {
    const known = this.#stores.get(id);
    if (known) return known;
    const field = this.#fields.get(id);
    if (!field || field.origin === 'virtual') return undefined;
    const store = createStore(field, this.#capacity, this.#lists, this.#compact);
    this.#stores.set(id, store);
    return store;
  }

  get(row: number, field: FieldId): Value | undefined {
    return this.#stores.get(field)?.get(row);
  }

  set(row: number, field: FieldId, value: Value | null | undefined): void {
    if (value === null || value === undefined) this.#stores.get(field)?.set(row, undefined);
    else this.need(field)?.set(row, value);
  }

  column(field: FieldId): Column | null {
    return this.#stores.get(field)?.face(this.rows) ?? null;
  }

  /** Fields that have a column. */
  present(): Iterable<FieldId> {
    return this.#stores.keys();
  }

  /** Makes room for so many rows in all, column by column. Nothing may be written meanwhile. */
  *growing(capacity: number): Steps {
    yield* this.ids.growing(capacity);
    for (const store of this.#stores.values()) {
      store.resize(capacity);
      yield;
    }
    this.#capacity = capacity;
  }

  /** Gives spare room back, column by column, when no more rows are to come for now. */
  *packing(): Steps {
    if (this.#capacity > this.rows * 1.02 + 64) yield* this.growing(this.rows);
    this.ids.pack();
    for (const store of this.#stores.values()) {
      if ('pack' in store) (store as FieldStore & { pack(rows: number): void }).pack(this.rows);
      yield;
    }
  }

  /** Puts the rows in another order, column by column: row i becomes what row `order[i]` was. */
  *permuting(order: Uint32Array): Steps {
    yield* this.ids.permuting(order);
    for (const store of this.#stores.values()) {
      store.permute(order);
      yield;
    }
  }

  dump(): TableDump {
    const columns: Record<FieldId, StoreDump> = Object.fromEntries(this.#unread);
    for (const [id, store] of this.#stores) columns[id] = store.dump(this.rows);
    return { rows: this.rows, columns };
  }

  #resize(capacity: number): void {
    finish(this.growing(capacity));
  }
}
