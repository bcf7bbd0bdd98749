import { cut } from './capacity.js';
import type { Value } from '../../../contract/index.js';
import type { Column } from '../../../segments/source.js';
import { CodeStore } from './codes.js';
import type { FieldStore, StoreDump } from './store.js';
import { TextPool } from './texts.js';

/** So many distinct texts are never worth a dictionary of their own when most rows differ. */
const MANY = 20_000;

export function dumpPool(kind: string, pool: TextPool, rows: number): StoreDump {
  const { bytes, starts } = pool.packed(rows);
  return {
    kind,
    arrays: { bytes: cut(bytes, starts[rows]!), starts: cut(starts, rows + 1) },
    plain: { ascii: pool.ascii },
  };
}

export function restorePool(dump: StoreDump): TextPool {
  return TextPool.restore(
    dump.arrays['bytes'] as Uint8Array,
    dump.arrays['starts'] as Uint32Array,
    dump.plain['ascii'] as boolean,
  );
}

/** Text of any kind: a dictionary while values repeat, bytes when nearly every row has its own. */
export class TextStore implements FieldStore {
  #codes: CodeStore | null;
  #pool: TextPool | null = null;
  #capacity: number;
  #set = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
    this.#codes = new CodeStore(capacity);
  }

  static restore(dump: StoreDump): TextStore {
    const store = new TextStore(0);
    if (dump.kind === 'code') store.#codes = CodeStore.restore(dump);
    else {
      store.#codes = null;
      store.#pool = restorePool(dump);
    }
    return store;
  }

  get bytes(): number {
    return this.#codes?.bytes ?? this.#pool!.size;
  }

  /** Its dictionary, while it has one. */
  get codes(): CodeStore | null {
    return this.#codes;
  }

  resize(capacity: number): void {
    this.#capacity = capacity;
    this.#codes?.resize(capacity);
    this.#pool?.resize(capacity);
  }

  get(row: number): string | undefined {
    if (this.#codes) return this.#codes.get(row);
    return this.#pool!.read(row) || undefined;
  }

  set(row: number, value: Value | undefined): void {
    if (!this.#codes) {
      this.#pool!.write(row, (value as string | undefined) ?? '');
      return;
    }
    this.#codes.set(row, value);
    this.#set++;
    if (this.#codes.distinct > MANY) this.#spread();
  }

  setAll(at: number, codes: ArrayLike<number>, dictionary: readonly string[]): void {
    if (!this.#codes) {
      for (let i = 0; i < codes.length; i++) this.#pool!.write(at + i, dictionary[codes[i]!]!);
      return;
    }
    this.#codes.setAll(at, codes, dictionary);
    this.#set += codes.length;
    if (this.#codes.distinct > MANY) this.#spread();
  }

  setBytes(at: number, bytes: Uint8Array, starts: Uint32Array, ascii: boolean): void {
    if (this.#codes) this.#toPool();
    this.#pool!.writeAll(at, bytes, starts, ascii);
  }

  face(): Column {
    if (this.#codes) return this.#codes.face();
    const pool = this.#pool!;
    return { kind: 'text', read: (row) => pool.read(row) || null };
  }

  permute(order: Uint32Array): void {
    this.#codes?.permute(order);
    this.#pool?.permute(order);
  }

  dump(rows: number): StoreDump {
    return this.#codes ? this.#codes.dump(rows) : dumpPool('text', this.#pool!, rows);
  }

  pack(rows: number): void {
    this.#pool?.pack(rows);
  }

  /** Gives the dictionary up when more than one row in three brings a text of its own. */
  #spread(): void {
    if (this.#codes!.distinct * 3 > this.#set) this.#toPool();
  }

  #toPool(): void {
    const { codes, dictionary } = this.#codes!.face();
    const pool = new TextPool(this.#capacity);
    let last = codes.length;
    while (last > 0 && codes[last - 1] === 0) last--;
    for (let row = 0; row < last; row++) pool.write(row, dictionary[codes[row]!]!);
    this.#pool = pool;
    this.#codes = null;
  }
}
