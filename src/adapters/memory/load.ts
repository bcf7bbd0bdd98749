import { v7 as uuid } from 'uuid';
import { valueOf, type Client, type FieldId, type Id } from '../../contract/index.js';
import { cleanerOf, type Cleaner } from '../../engine/clean.js';
import { splitName } from '../../text/index.js';
import type { Base } from './base.js';
import { isBatch, partsOf, putColumn, sliceColumn, type BatchColumn, type ColumnBatch } from './batch.js';
import type { FieldStore } from './columns/index.js';
import { nextCapacity } from './columns/capacity.js';
import type { ClientLike, LoadProblem } from './options.js';
import type { Steps } from './steps.js';
import { isUuid, type RowIds } from './ids.js';
import type { Table } from './table.js';

const ID = /^[\w.:-]{1,64}$/;
const MOST_PROBLEMS = 1000;

/** What was left out while loading: the first thousand, and how many there were. */
export class Problems {
  readonly first: LoadProblem[] = [];
  count = 0;

  add(row: number, field: string, message: string): void {
    this.count++;
    if (this.first.length < MOST_PROBLEMS) this.first.push({ row, field, message });
  }
}

type Setter = (row: number, value: unknown, at: number) => void;

/** Puts objects into rows of a table: values that are not valid are left out and reported. */
export class Filler {
  readonly #table: Table<RowIds>;
  readonly #country: string;
  readonly #problems: Problems;
  readonly #setters = new Map<string, Setter | null>();

  constructor(table: Table<RowIds>, country: string, problems: Problems) {
    this.#table = table;
    this.#country = country;
    this.#problems = problems;
  }

  /** Sets one value; a field that the catalogue does not know is dropped. `at` is where it stood in the source. */
  set(row: number, id: FieldId, value: unknown, at: number): void {
    if (value === undefined || value === null) return;
    let setter = this.#setters.get(id);
    if (setter === undefined) this.#setters.set(id, (setter = this.#setterOf(id)));
    setter?.(row, value, at);
  }

  #setterOf(id: FieldId): Setter | null {
    const field = this.#table.fields.get(id);
    if (!field || field.origin === 'virtual') return null;
    const clean: Cleaner = cleanerOf(field, this.#country);
    let store: FieldStore | undefined;
    return (row, value, at) => {
      const cleaned = clean(value);
      if (cleaned === null) this.#problems.add(at, id, `not a ${field.type}`);
      else (store ??= this.#table.need(id)!).set(row, cleaned);
    };
  }
}

/** Takes clients in, one after another. */
export class ClientLoader {
  readonly #base: Base;
  readonly #problems: Problems;
  readonly #filler: Filler;
  #at = 0;

  constructor(base: Base, problems: Problems) {
    this.#base = base;
    this.#problems = problems;
    this.#filler = new Filler(base.clients, base.setup.settings.country, problems);
  }

  get count(): number {
    return this.#at;
  }

  add(item: ClientLike | ColumnBatch): Steps | void {
    if (isBatch(item)) return this.#addBatch(item);
    const { clients } = this.#base;
    if (clients.rows === clients.capacity) return this.#addGrown(item);
    this.#addClient(item);
  }

  *#addGrown(client: ClientLike): Steps {
    const { clients } = this.#base;
    yield* clients.growing(nextCapacity(clients.rows + 1, clients.capacity));
    this.#addClient(client);
  }

  #addClient(client: ClientLike): void {
    const at = this.#at++;
    const row = this.#addId(client.id, at);
    if (row === -1) return;
    for (const key in client) {
      const value = (client as Record<string, unknown>)[key];
      switch (key) {
        case 'id':
        case 'name':
          break;
        case 'version':
          if (Number.isSafeInteger(value) && (value as number) > 0)
            this.#base.setVersion(row, value as number);
          break;
        case 'removedAt':
          if (typeof value === 'string') this.#base.setRemoved(row, Date.parse(value));
          break;
        case 'custom':
          for (const own in value as object) {
            this.#filler.set(row, `custom.${own}`, valueOf(client as Client, `custom.${own}`), at);
          }
          break;
        default:
          this.#filler.set(row, key, value, at);
      }
    }
    if (client.name && !client.firstName && !client.lastName) this.#split(row, client.name, at);
  }

  #addId(id: Id | undefined, at: number): number {
    if (id === undefined) return this.#base.add(uuid());
    if (typeof id !== 'string' || !(isUuid(id) || ID.test(id))) {
      this.#problems.add(
        at,
        'id',
        `not an id: 1–64 characters of A-Z a-z 0-9 _ . : - are; the client is left out`,
      );
      return -1;
    }
    const row = this.#base.add(id);
    if (row === -1) this.#problems.add(at, 'id', 'the same id again; the client is left out');
    return row;
  }

  /** A whole name in the parts that the base keeps. */
  #split(row: number, name: string, at: number): void {
    const { nameOrder, collation } = this.#base.setup.settings;
    for (const [part, text] of Object.entries(splitName(name, nameOrder, collation))) {
      this.#filler.set(row, part, text, at);
    }
  }

  *#addBatch(whole: ColumnBatch): Steps {
    const { clients } = this.#base;
    for (const batch of partsOf(whole)) {
      yield* makeRoom(clients, batch);
      const rows = addIds(batch.ids, (id, index) => this.#addId(id, this.#at + index));
      putBatch(clients, batch.columns, rows, (row, field, value, index) =>
        this.#filler.set(row, field, value, this.#at + index),
      );
      this.#at += rows.length;
      yield;
    }
  }
}

/** Makes room for a batch, if there is none. */
export function* makeRoom(table: Table<RowIds>, { ids }: ColumnBatch): Steps {
  const needed = table.rows + (ids instanceof Uint8Array ? ids.length / 16 : ids.length);
  if (needed > table.capacity) yield* table.growing(nextCapacity(needed, table.capacity));
}

/** Rows of a batch's ids; −1 for those that are left out. */
export function addIds(ids: readonly Id[] | Uint8Array, add: (id: Id, index: number) => number): Int32Array {
  const isPacked = ids instanceof Uint8Array;
  const rows = new Int32Array(isPacked ? ids.length / 16 : ids.length);
  for (let i = 0; i < rows.length; i++) rows[i] = add(isPacked ? uuidAt(ids, i) : ids[i]!, i);
  return rows;
}

/** Puts the columns of a batch into its rows. */
export function putBatch(
  table: Table<RowIds>,
  columns: Readonly<Record<FieldId, BatchColumn>>,
  rows: Int32Array,
  set: (row: number, field: FieldId, value: unknown, index: number) => void,
): void {
  for (const [id, column] of Object.entries(columns)) {
    const store = table.need(id);
    if (!store) continue;
    if (column.kind === 'values') {
      column.values.forEach((value, i) => {
        if (rows[i] !== -1) set(rows[i]!, id, value, i);
      });
      continue;
    }
    // Rows that were left out part a batch into runs.
    for (let from = 0; from < rows.length;) {
      let to = from + 1;
      while (to < rows.length && (rows[to] === -1) === (rows[from] === -1)) to++;
      if (rows[from] !== -1 && !putColumn(store, rows[from]!, sliceColumn(column, from, to))) {
        throw new TypeError(`column "${id}": a field of its type takes no "${column.kind}"`);
      }
      from = to;
    }
  }
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function uuidAt(bytes: Uint8Array, index: number): Id {
  let id = '';
  for (let i = 0, at = index * 16; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) id += '-';
    id += HEX[bytes[at + i]!];
  }
  return id;
}
