import type { Value } from '../../../contract/index.js';
import type { BirthdayColumn } from '../../../segments/source.js';
import { cut, permuted, resized } from './capacity.js';
import type { FieldStore, StoreDump } from './store.js';

const two = (number: number) => (number < 10 ? `0${number}` : `${number}`);

/** `YYYY-MM-DD` or `--MM-DD` as `year * 512 + month * 32 + day`, year 0 when it is not known. */
export function packBirthday(text: string): number {
  const year = text.startsWith('--') ? 0 : Number(text.slice(0, 4));
  return year * 512 + Number(text.slice(-5, -3)) * 32 + Number(text.slice(-2));
}

export function unpackBirthday(packed: number): string {
  const year = packed >> 9;
  const day = `${two((packed >> 5) & 15)}-${two(packed & 31)}`;
  return year === 0 ? `--${day}` : `${String(year).padStart(4, '0')}-${day}`;
}

export class BirthdayStore implements FieldStore {
  readonly #face: BirthdayColumn;

  constructor(capacity: number) {
    this.#face = { kind: 'birthday', values: new Int32Array(capacity).fill(-1) };
  }

  static restore(dump: StoreDump): BirthdayStore {
    const store = new BirthdayStore(0);
    store.#face.values = dump.arrays['values'] as Int32Array;
    return store;
  }

  get bytes(): number {
    return this.#face.values.byteLength;
  }

  resize(capacity: number): void {
    this.#face.values = resized(this.#face.values, capacity, -1);
  }

  get(row: number): string | undefined {
    const packed = this.#face.values[row]!;
    return packed === -1 ? undefined : unpackBirthday(packed);
  }

  set(row: number, value: Value | undefined): void {
    this.#face.values[row] = value === undefined ? -1 : packBirthday(value as string);
  }

  setAll(at: number, packed: Int32Array): void {
    this.#face.values.set(packed, at);
  }

  face(): BirthdayColumn {
    return this.#face;
  }

  permute(order: Uint32Array): void {
    this.#face.values = permuted(this.#face.values, order);
  }

  dump(rows: number): StoreDump {
    return { kind: 'birthday', arrays: { values: cut(this.#face.values, rows) }, plain: {} };
  }
}
