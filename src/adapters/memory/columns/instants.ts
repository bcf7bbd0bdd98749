import type { Value } from '../../../contract/index.js';
import type { NumberColumn } from '../../../segments/source.js';
import { cut, permuted, resized } from './capacity.js';
import type { FieldStore, StoreDump } from './store.js';

const MINUTE = 60_000;
const NONE = -2_147_483_648;

/**
 * Instants of records: whole minutes in four bytes while all of them are such, as bookings are, else milliseconds in eight. What a segment
 * reads is made when one asks, and let go when nobody does.
 */
export class InstantStore implements FieldStore {
  #minutes: Int32Array | null;
  #instants: Float64Array | null = null;
  #face: WeakRef<NumberColumn> | null = null;

  constructor(capacity: number) {
    this.#minutes = new Int32Array(capacity).fill(NONE);
  }

  static restore(dump: StoreDump): InstantStore {
    const store = new InstantStore(0);
    store.#minutes = (dump.arrays['minutes'] as Int32Array | undefined) ?? null;
    store.#instants = (dump.arrays['instants'] as Float64Array | undefined) ?? null;
    return store;
  }

  get bytes(): number {
    return (this.#minutes ?? this.#instants)!.byteLength;
  }

  resize(capacity: number): void {
    if (this.#minutes) this.#minutes = resized(this.#minutes, capacity, NONE);
    else this.#instants = resized(this.#instants!, capacity, -Infinity);
    this.#face = null;
  }

  /** Milliseconds since 1970; null: missing. */
  at(row: number): number | null {
    const minute = this.#minutes ? this.#minutes[row]! : null;
    if (minute !== null) return minute === NONE ? null : minute * MINUTE;
    const instant = this.#instants![row]!;
    return instant === -Infinity ? null : instant;
  }

  get(row: number): string | undefined {
    const instant = this.at(row);
    return instant === null ? undefined : new Date(instant).toISOString();
  }

  set(row: number, value: Value | undefined): void {
    this.setInstant(row, value === undefined ? null : Date.parse(value as string));
  }

  setInstant(row: number, instant: number | null): void {
    this.#face = null;
    if (this.#minutes && instant !== null && instant % MINUTE !== 0) this.#widen();
    if (this.#minutes) this.#minutes[row] = instant === null ? NONE : instant / MINUTE;
    else this.#instants![row] = instant ?? -Infinity;
  }

  setAll(at: number, instants: ArrayLike<number>, missing: number | null): void {
    for (let i = 0; i < instants.length; i++) {
      const instant = instants[i]!;
      this.setInstant(at + i, instant === missing || instant !== instant ? null : instant);
    }
  }

  face(rows: number): NumberColumn {
    const known = this.#face?.deref();
    if (known && known.values.length === rows) return known;
    const values = new Float64Array(rows);
    let full = true;
    for (let row = 0; row < rows; row++) {
      const instant = this.at(row);
      values[row] = instant ?? -Infinity;
      if (instant === null) full = false;
    }
    const face: NumberColumn = { kind: 'number', values, missing: -Infinity, full, scale: 1 };
    this.#face = new WeakRef(face);
    return face;
  }

  permute(order: Uint32Array): void {
    if (this.#minutes) this.#minutes = permuted(this.#minutes, order);
    else this.#instants = permuted(this.#instants!, order);
    this.#face = null;
  }

  dump(rows: number): StoreDump {
    const arrays: StoreDump['arrays'] = this.#minutes
      ? { minutes: cut(this.#minutes, rows) }
      : { instants: cut(this.#instants!, rows) };
    return { kind: 'instants', arrays, plain: {} };
  }

  #widen(): void {
    const minutes = this.#minutes!;
    this.#instants = Float64Array.from(minutes, (minute) => (minute === NONE ? -Infinity : minute * MINUTE));
    this.#minutes = null;
  }
}
