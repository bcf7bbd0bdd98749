import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { ClienteleError, type FieldDefinition, type Lists } from '../../../contract/index.js';
import type { TypedArray } from '../columns/capacity.js';
import type { Filled } from '../core.js';
import type { Op } from '../ops.js';

/** All of a base as of one moment. */
export interface Snapshot {
  filled: Filled;
  /** Documents of the engine, as ops that bring them back. */
  documents: Op[];
  /** What a file brought along when the base was made of one. */
  fields: FieldDefinition[];
  lists: Lists;
}

/** A batch of ops that belong together. */
export interface Entry {
  ops: readonly Op[];
  key?: string | undefined;
}

interface Schema extends DBSchema {
  /** The snapshot without its arrays, under 'base'. */
  meta: { key: string; value: { generation: number; skeleton: unknown; after: number } };
  /** The arrays of a snapshot: `<generation>/<number>`. */
  chunks: { key: string; value: TypedArray };
  log: { key: number; value: Entry };
}

/** Where an array stood; arrays are kept apart, so that no write is larger than a column. */
interface Placeholder {
  $chunk: number;
}

/** What became of a failed write, in the closed union. */
export function storageError(error: unknown): ClienteleError {
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return new ClienteleError(
    'storage',
    isFull
      ? 'the browser has no room left for the base; nothing was written'
      : 'the base could not be written',
    {},
    error,
  );
}

/** A base in IndexedDB: a snapshot, and a log of what was written since. */
export class Database {
  readonly #db: IDBPDatabase<Schema>;

  private constructor(db: IDBPDatabase<Schema>) {
    this.#db = db;
  }

  /** @throws ClienteleError `storage` */
  static async open(name: string): Promise<Database> {
    try {
      const db = await openDB<Schema>(`clientele:${name}`, 1, {
        upgrade(fresh) {
          fresh.createObjectStore('meta');
          fresh.createObjectStore('chunks');
          fresh.createObjectStore('log', { autoIncrement: true });
        },
        blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
      });
      return new Database(db);
    } catch (error) {
      throw storageError(error);
    }
  }

  /** The snapshot and the number of the last entry of the log that it holds; null: nothing is kept yet. */
  async snapshot(): Promise<{ snapshot: Snapshot; after: number } | null> {
    const meta = await this.#db.get('meta', 'base');
    if (!meta) return null;
    const { generation, skeleton, after } = meta;
    const range = IDBKeyRange.bound(`${generation}/`, `${generation}/~`);
    const keys = await this.#db.getAllKeys('chunks', range);
    const arrays = new Map<number, TypedArray>();
    for (const key of keys)
      arrays.set(Number(key.slice(key.indexOf('/') + 1)), (await this.#db.get('chunks', key))!);
    return { snapshot: filledIn(skeleton, arrays) as Snapshot, after };
  }

  /** Entries of the log after a number. */
  async entries(after: number): Promise<{ number: number; entry: Entry }[]> {
    const found: { number: number; entry: Entry }[] = [];
    let cursor = await this.#db.transaction('log').store.openCursor(IDBKeyRange.lowerBound(after, true));
    while (cursor) {
      found.push({ number: cursor.key, entry: cursor.value });
      cursor = await cursor.continue();
    }
    return found;
  }

  /** Adds to the log; resolves with its number when it is on the disk. @throws ClienteleError `storage` */
  async append(entry: Entry): Promise<number> {
    try {
      const transaction = this.#db.transaction('log', 'readwrite', { durability: 'strict' });
      const number = await transaction.store.add(entry);
      await transaction.done;
      return number;
    } catch (error) {
      throw storageError(error);
    }
  }

  /** Replaces the snapshot, and forgets the log up to a number. What stood before stands until all is written. */
  async replace(snapshot: Snapshot, after: number): Promise<void> {
    try {
      const before = await this.#db.get('meta', 'base');
      const generation = (before?.generation ?? 0) + 1;
      await this.#db.delete('chunks', IDBKeyRange.bound(`${generation}/`, `${generation}/~`));
      const arrays: TypedArray[] = [];
      const skeleton = takenOut(snapshot, arrays);
      for (const [number, array] of arrays.entries())
        await this.#db.put('chunks', array, `${generation}/${number}`);
      const transaction = this.#db.transaction(['meta', 'chunks', 'log'], 'readwrite', {
        durability: 'strict',
      });
      await Promise.all([
        transaction.objectStore('meta').put({ generation, skeleton, after }, 'base'),
        transaction.objectStore('log').delete(IDBKeyRange.upperBound(after)),
        ...(before
          ? [
              transaction
                .objectStore('chunks')
                .delete(IDBKeyRange.bound(`${before.generation}/`, `${before.generation}/~`)),
            ]
          : []),
        transaction.done,
      ]);
    } catch (error) {
      throw storageError(error);
    }
  }

  close(): void {
    this.#db.close();
  }
}

function isArray(value: unknown): value is TypedArray {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

function takenOut(value: unknown, arrays: TypedArray[]): unknown {
  if (isArray(value)) return { $chunk: arrays.push(value) - 1 } satisfies Placeholder;
  // Only lists of objects can hold arrays.
  if (Array.isArray(value))
    return typeof value[0] === 'object' ? value.map((item) => takenOut(item, arrays)) : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, takenOut(item, arrays)]));
}

function filledIn(value: unknown, arrays: ReadonlyMap<number, TypedArray>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return typeof value[0] === 'object' ? value.map((item) => filledIn(item, arrays)) : value;
  if ('$chunk' in value) return arrays.get((value as Placeholder).$chunk);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filledIn(item, arrays)]));
}
