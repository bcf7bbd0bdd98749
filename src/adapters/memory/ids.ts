import type { Id } from '../../contract/index.js';
import { cut, nextCapacity, permutedMap, resized } from './columns/capacity.js';
import { TextPool } from './columns/texts.js';
import { finish as finishSteps, type Steps } from './steps.js';

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const EMPTY = -1;
/** Places of the index for each id, at least. */
const FILL = 1.5;
/** Ids that are gone over between two steps. */
const STEP = 65_536;

const LETTERS = new TextEncoder().encode('0123456789abcdef');
/** Hexadecimal digits, lower case only; −1: none. */
const DIGITS = Int8Array.from({ length: 128 }, (_, code) =>
  '0123456789abcdef'.indexOf(String.fromCharCode(code)),
);

function mix(hash: number, word: number): number {
  let mixed = Math.imul(hash ^ word, 0x9e3779b1);
  mixed ^= mixed >>> 15;
  return Math.imul(mixed, 0x85ebca77);
}

function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0xc2b2ae3d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

function hashText(id: Id): number {
  let hash = SEED;
  for (let i = 0; i < id.length; i++) hash = mix(hash, id.charCodeAt(i));
  return finish(hash);
}

export interface IdsDump {
  kind: 'ids';
  uuids: Uint8Array | null;
  bytes: Uint8Array | null;
  starts: Uint32Array | null;
  foreign: [number, Id][];
}

/** What rows are called, in whatever way it is kept. */
export interface RowIds {
  readonly count: number;
  readonly bytes: number;
  /** Makes room for so many ids, in steps. */
  growing(capacity: number): Steps;
  at(row: number): Id;
  /** The row of an id, or −1. */
  find(id: Id): number;
  /** Order of two rows by their ids. */
  compare(a: number, b: number): number;
  /** Puts the rows in another order, in steps: row i becomes what row `order[i]` was. */
  permuting(order: Uint32Array): Steps;
  /** Gives spare room back. */
  pack(): void;
}

/**
 * The ids of all rows: UUIDs as 16 bytes, any other as text; a hash index leads from an id to its row. An id is given once and never
 * leaves, so a removed client's id still answers.
 */
export class Ids implements RowIds {
  #count = 0;
  /** 16 bytes a row while most ids are UUIDs; the others stand in `#foreign`. */
  #uuids: Uint8Array | null = null;
  #pool: TextPool | null = null;
  readonly #foreign = new Map<number, Id>();
  #index = new Int32Array(64).fill(EMPTY);
  #ascending = true;

  static restore(dump: IdsDump, rows: number): Ids {
    const ids = new Ids();
    ids.#uuids = dump.uuids;
    ids.#pool = dump.bytes && dump.starts ? TextPool.restore(dump.bytes, dump.starts, true) : null;
    for (const [row, id] of dump.foreign) ids.#foreign.set(row, id);
    ids.#count = rows;
    finishSteps(ids.#reindexing(rows));
    for (let row = 1; row < rows && ids.#ascending; row++) ids.#ascending = ids.compare(row - 1, row) < 0;
    return ids;
  }

  get count(): number {
    return this.#count;
  }

  get bytes(): number {
    return (this.#uuids?.byteLength ?? 0) + (this.#pool?.size ?? 0) + this.#index.byteLength;
  }

  /** True while every id is greater than the one before, so that rows are in id order by themselves. */
  get ascending(): boolean {
    return this.#ascending;
  }

  /** Makes room for so many ids, in steps. */
  *growing(capacity: number): Steps {
    if (this.#uuids) this.#uuids = resized(this.#uuids, capacity * 16);
    this.#pool?.resize(capacity);
    yield;
    if (capacity * FILL > this.#index.length) yield* this.#reindexing(capacity);
  }

  /** The id of a row. */
  at(row: number): Id {
    if (this.#pool) return this.#pool.read(row);
    if (this.#foreign.size > 0) {
      const foreign = this.#foreign.get(row);
      if (foreign !== undefined) return foreign;
    }
    const bytes = this.#uuids!;
    let id = '';
    for (let i = 0, at = row * 16; i < 16; i++) {
      if (i === 4 || i === 6 || i === 8 || i === 10) id += '-';
      id += HEX[bytes[at + i]!];
    }
    return id;
  }

  /** Writes the characters of a row's id; answers how many. */
  write(row: number, into: Uint8Array): number {
    const isPacked = !this.#pool && !(this.#foreign.size > 0 && this.#foreign.has(row));
    if (!isPacked) {
      const id = this.at(row);
      for (let i = 0; i < id.length; i++) into[i] = id.charCodeAt(i);
      return id.length;
    }
    const bytes = this.#uuids!;
    for (let i = 0, at = 0, from = row * 16; i < 16; i++) {
      if (i === 4 || i === 6 || i === 8 || i === 10) into[at++] = 45;
      const byte = bytes[from + i]!;
      into[at++] = LETTERS[byte >> 4]!;
      into[at++] = LETTERS[byte & 15]!;
    }
    return 36;
  }

  /** The row of an id, or −1. */
  find(id: Id): number {
    return this.#index[this.#slotOf(id, scratch.read(id))]!;
  }

  /** Appends an id; −1 when it is there already. */
  add(id: Id): number {
    const isUuid = scratch.read(id);
    const slot = this.#slotOf(id, isUuid);
    if (this.#index[slot] !== EMPTY) return -1;
    const row = this.#count++;
    if (row === 0 && !isUuid) this.#pool = new TextPool(64);
    if (this.#pool) this.#pool.write(row, id);
    else {
      this.#uuids ??= new Uint8Array(64 * 16);
      if (this.#uuids.length < (row + 1) * 16)
        this.#uuids = resized(this.#uuids, nextCapacity(row + 1, row) * 16);
      if (isUuid) this.#uuids.set(scratch.bytes, row * 16);
      else {
        this.#foreign.set(row, id);
        if (this.#foreign.size > 1000 && this.#foreign.size > row >> 3) this.#toPool();
      }
    }
    if (this.#ascending && row > 0) this.#ascending = this.compare(row - 1, row) < 0;
    this.#index[slot] = row;
    if (this.#count * FILL > this.#index.length) finishSteps(this.#reindexing(this.#count + 1));
    return row;
  }

  /** Order of two rows by their ids. */
  compare(a: number, b: number): number {
    if (this.#pool || this.#foreign.size > 0) {
      const left = this.at(a);
      const right = this.at(b);
      return left < right ? -1 : left > right ? 1 : 0;
    }
    const bytes = this.#uuids!;
    for (let i = 0, left = a * 16, right = b * 16; i < 16; i++) {
      const difference = bytes[left + i]! - bytes[right + i]!;
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** With how many bytes or characters all ids begin. */
  shared(): number {
    if (this.isPacked) {
      const bytes = this.#uuids!;
      let shared = 8;
      for (let row = 1; row < this.#count && shared > 0; row++) {
        for (let i = 0; i < shared; i++) if (bytes[row * 16 + i] !== bytes[i]) shared = i;
      }
      return shared;
    }
    let start = this.#count > 0 ? this.at(0) : '';
    for (let row = 1; row < this.#count && start !== ''; row++) {
      const id = this.at(row);
      while (!id.startsWith(start)) start = start.slice(0, -1);
    }
    return start.length;
  }

  /** Four bytes of an id as a number that orders as they do. */
  word(row: number, at: number): number {
    if (this.isPacked) {
      const bytes = this.#uuids!;
      const from = row * 16 + at;
      return (
        bytes[from]! * 16_777_216 + ((bytes[from + 1]! << 16) | (bytes[from + 2]! << 8) | bytes[from + 3]!)
      );
    }
    const id = this.at(row);
    let word = 0;
    for (let i = at; i < at + 4; i++) word = word * 256 + (i < id.length ? id.charCodeAt(i) : 0);
    return word;
  }

  /** True when all ids are kept as 16 bytes. */
  get isPacked(): boolean {
    return this.#uuids !== null && this.#pool === null && this.#foreign.size === 0;
  }

  /** Puts the rows in another order, in steps: row i becomes what row `order[i]` was. */
  *permuting(order: Uint32Array): Steps {
    this.#pool?.permute(order);
    permutedMap(this.#foreign, order);
    if (this.#uuids) {
      const old = this.#uuids;
      const uuids = old.slice();
      for (let row = 0; row < order.length; row++) {
        const from = order[row]! * 16;
        for (let i = 0; i < 16; i++) uuids[row * 16 + i] = old[from + i]!;
        if (row % STEP === STEP - 1) yield;
      }
      this.#uuids = uuids;
    }
    this.#ascending = false;
    yield* this.#reindexing(this.#count);
  }

  dump(): IdsDump {
    const packed = this.#pool?.packed(this.#count);
    return {
      kind: 'ids',
      uuids: this.#uuids && cut(this.#uuids, this.#count * 16),
      bytes: packed ? cut(packed.bytes, packed.starts[this.#count]!) : null,
      starts: packed ? cut(packed.starts, this.#count + 1) : null,
      foreign: [...this.#foreign],
    };
  }

  /** Gives spare room back. */
  pack(): void {
    this.#pool?.pack(this.#count);
  }

  /** Where an id stands in the index, or the free place for it. `isUuid`: it is in the scratch. */
  #slotOf(id: Id, isUuid: boolean): number {
    const mask = this.#index.length - 1;
    let slot = (isUuid ? hashBytes(scratch.bytes, 0) : hashText(id)) & mask;
    for (; ; slot = (slot + 1) & mask) {
      const row = this.#index[slot]!;
      if (row === EMPTY || this.#isAt(row, id, isUuid)) return slot;
    }
  }

  #hash(row: number): number {
    if (this.#pool || (this.#foreign.size > 0 && this.#foreign.has(row))) {
      const id = this.at(row);
      return scratch.read(id) ? hashBytes(scratch.bytes, 0) : hashText(id);
    }
    return hashBytes(this.#uuids!, row * 16);
  }

  #isAt(row: number, id: Id, isUuid: boolean): boolean {
    if (this.#pool) return this.#pool.read(row) === id;
    if (this.#foreign.size > 0 && this.#foreign.has(row)) return this.#foreign.get(row) === id;
    if (!isUuid) return false;
    const bytes = this.#uuids!;
    for (let i = 0, at = row * 16; i < 16; i++) if (bytes[at + i] !== scratch.bytes[i]) return false;
    return true;
  }

  /** Makes the index anew for so many ids. */
  *#reindexing(capacity: number): Steps {
    let size = 64;
    while (size < capacity * FILL) size *= 2;
    const index = new Int32Array(size).fill(EMPTY);
    const mask = size - 1;
    for (let row = 0; row < this.#count; row++) {
      let slot = this.#hash(row) & mask;
      while (index[slot] !== EMPTY) slot = (slot + 1) & mask;
      index[slot] = row;
      if (row % STEP === STEP - 1) yield;
    }
    this.#index = index;
  }

  #toPool(): void {
    const pool = new TextPool(this.#count);
    for (let row = 0; row < this.#count; row++) pool.write(row, this.at(row));
    this.#pool = pool;
    this.#uuids = null;
    this.#foreign.clear();
  }
}

const SEED = 0x2545f491;

function hashBytes(bytes: Uint8Array, at: number): number {
  let hash = SEED ^ 0x55555555;
  for (let i = 0; i < 16; i += 4) {
    const word =
      bytes[at + i]! | (bytes[at + i + 1]! << 8) | (bytes[at + i + 2]! << 16) | (bytes[at + i + 3]! << 24);
    hash = mix(hash, word);
  }
  return finish(hash);
}

/** True for a UUID in the usual form, lower case. */
export function isUuid(id: Id): boolean {
  return scratch.read(id);
}

/** One UUID taken apart, used again for each question. */
const scratch = {
  bytes: new Uint8Array(16),
  /** False for an id that is no UUID in the usual form. */
  read(id: Id): boolean {
    if (id.length !== 36) return false;
    for (let i = 0, at = 0; i < 16; i++, at += 2) {
      if (i === 4 || i === 6 || i === 8 || i === 10) if (id.charCodeAt(at++) !== 45) return false;
      const high = DIGITS[id.charCodeAt(at)] ?? -1;
      const low = DIGITS[id.charCodeAt(at + 1)] ?? -1;
      if (high < 0 || low < 0) return false;
      this.bytes[i] = high * 16 + low;
    }
    return true;
  },
};
