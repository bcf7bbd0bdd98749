import type { Value } from '../../../contract/index.js';
import type { NumberColumn } from '../../../segments/source.js';
import { cut, permuted, resized } from './capacity.js';
import type { FieldStore, StoreDump } from './store.js';

const MINUTE = 60_000;
const NONE = -2_147_483_648;
/** The last minute that four bytes hold, in the year 6053. */
const LAST = 2_147_483_647;

/** Instants of records: whole minutes in four bytes while all of them are such, as bookings are, else milliseconds in eight. */
export class InstantStore implements FieldStore {
  #minutes: Int32Array | null;
  #instants: Float64Array | null = null;

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
    if (this.#minutes && instant !== null && !isShort(instant)) this.#widen();
    if (this.#minutes) this.#minutes[row] = instant === null ? NONE : instant / MINUTE;
    else this.#instants![row] = instant ?? -Infinity;
  }

  setAll(at: number, instants: ArrayLike<number>, missing: number | null): void {
    for (let i = 0; i < instants.length; i++) {
      const instant = instants[i]!;
      this.setInstant(at + i, instant === missing || instant !== instant ? null : instant);
    }
  }

  face(): NumberColumn {
    const column = { kind: 'number', full: false, scale: 1 } as const;
    return this.#minutes
      ? { ...column, values: this.#minutes, missing: NONE, unit: MINUTE }
      : { ...column, values: this.#instants!, missing: -Infinity };
  }

  permute(order: Uint32Array): void {
    if (this.#minutes) this.#minutes = permuted(this.#minutes, order);
    else this.#instants = permuted(this.#instants!, order);
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

function isShort(instant: number): boolean {
  return instant % MINUTE === 0 && instant > NONE * MINUTE && instant <= LAST * MINUTE;
}
