import type { Value } from '../../../contract/index.js';
import type { NumberColumn, Numbers } from '../../../segments/source.js';
import { cut, permuted, resized } from './capacity.js';
import type { FieldStore, StoreDump } from './store.js';

/** How a value of a field type becomes a number of the column and back. */
export interface Codec {
  scale: number;
  encode(value: Value): number;
  decode(number: number): Value;
}

/** From narrow to wide: each holds whole numbers from `from` to `to`, and `missing` beside them; the last holds anything. */
const WIDTHS = [
  { make: (length: number) => new Uint8Array(length), from: 0, to: 254, missing: 255 },
  { make: (length: number) => new Uint16Array(length), from: 0, to: 65_534, missing: 65_535 },
  {
    make: (length: number) => new Int32Array(length),
    from: -2_147_483_647,
    to: 2_147_483_647,
    missing: -2_147_483_648,
  },
  { make: (length: number) => new Float64Array(length), from: -Infinity, to: Infinity, missing: -Infinity },
] as const;
const WIDEST = WIDTHS.length - 1;

/** Numbers, money, percents, booleans, days and instants, in the narrowest array that holds what came so far. */
export class NumberStore implements FieldStore {
  #width = 0;
  #present = 0;
  readonly #codec: Codec;
  readonly #face: NumberColumn;

  constructor(codec: Codec, capacity: number) {
    this.#codec = codec;
    const { make, missing } = WIDTHS[0];
    this.#face = {
      kind: 'number',
      values: make(capacity).fill(missing),
      missing,
      full: false,
      scale: codec.scale,
    };
  }

  static restore(codec: Codec, dump: StoreDump): NumberStore {
    const store = new NumberStore(codec, 0);
    store.#width = dump.plain['width'] as number;
    store.#present = dump.plain['present'] as number;
    store.#face.values = dump.arrays['values'] as Numbers;
    store.#face.missing = WIDTHS[store.#width]!.missing;
    return store;
  }

  get bytes(): number {
    return this.#face.values.byteLength;
  }

  resize(capacity: number): void {
    this.#face.values = resized(this.#face.values, capacity, this.#face.missing);
  }

  get(row: number): Value | undefined {
    const number = this.#face.values[row];
    return number === this.#face.missing || number === undefined ? undefined : this.#codec.decode(number);
  }

  set(row: number, value: Value | undefined): void {
    this.setNumber(row, value === undefined ? null : this.#codec.encode(value));
  }

  /** Sets the column's own number; null clears. */
  setNumber(row: number, number: number | null): void {
    const face = this.#face;
    const before = face.values[row];
    if (number === null) {
      if (before !== face.missing) this.#present--;
      face.values[row] = face.missing;
      return;
    }
    if (before === face.missing) this.#present++;
    this.#fit(number, number, Number.isInteger(number));
    face.values[row] = number;
  }

  /** Sets rows `at …` from a ready array in the column's own numbers. */
  setAll(at: number, given: ArrayLike<number>, missing: number | null): void {
    // One kind of array for the loops below, whatever came.
    const numbers = given instanceof Float64Array ? given : Float64Array.from(given);
    let least = Infinity;
    let greatest = -Infinity;
    let whole = true;
    let present = 0;
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i]!;
      if (number === missing || number !== number) continue;
      present++;
      if (number < least) least = number;
      if (number > greatest) greatest = number;
      if (whole && (number | 0) !== number && !Number.isInteger(number)) whole = false;
    }
    if (present === 0) return;
    this.#fit(least, greatest, whole);
    this.#present += present;
    const { values, missing: own } = this.#face;
    if (present === numbers.length) values.set(numbers, at);
    else {
      for (let i = 0; i < numbers.length; i++) {
        const number = numbers[i]!;
        values[at + i] = number === missing || number !== number ? own : number;
      }
    }
  }

  face(rows: number): NumberColumn {
    this.#face.full = this.#present === rows;
    return this.#face;
  }

  dump(rows: number): StoreDump {
    return {
      kind: 'number',
      arrays: { values: cut(this.#face.values, rows) },
      plain: { width: this.#width, present: this.#present },
    };
  }

  permute(order: Uint32Array): void {
    this.#face.values = permuted(this.#face.values, order);
  }

  /** Widens the array until it holds both ends. */
  #fit(least: number, greatest: number, whole: boolean): void {
    let width = this.#width;
    while (
      width < WIDEST &&
      (!whole || least < WIDTHS[width]!.from || greatest > WIDTHS[width]!.to || Object.is(least, -0))
    ) {
      width++;
    }
    if (width === this.#width) return;
    const { make, missing } = WIDTHS[width]!;
    const { values: old, missing: gone } = this.#face;
    const values = make(old.length);
    for (let row = 0; row < old.length; row++) values[row] = old[row] === gone ? missing : old[row]!;
    this.#width = width;
    this.#face.values = values;
    this.#face.missing = missing;
  }
}
