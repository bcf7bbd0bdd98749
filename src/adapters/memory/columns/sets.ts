import type { Value } from '../../../contract/index.js';
import type { SetColumn } from '../../../segments/source.js';
import { cut, resized } from './capacity.js';
import type { FieldStore, StoreDump } from './store.js';

/** Choices: a bit for each option, in the order of the list. */
export class SetStore implements FieldStore {
  #words: Uint32Array;
  #stride: number;
  #capacity: number;
  readonly #options: string[];
  readonly #index: Map<string, number>;
  #face: SetColumn | null = null;

  constructor(capacity: number, options: readonly string[]) {
    this.#capacity = capacity;
    this.#options = [...options];
    this.#index = new Map(options.map((option, index) => [option, index]));
    this.#stride = Math.max(1, (options.length + 31) >> 5);
    this.#words = new Uint32Array(capacity * this.#stride);
  }

  static restore(dump: StoreDump, capacity: number): SetStore {
    const store = new SetStore(0, dump.plain['options'] as string[]);
    store.#capacity = capacity;
    store.#stride = dump.plain['stride'] as number;
    store.#words = dump.arrays['words'] as Uint32Array;
    return store;
  }

  get bytes(): number {
    return this.#words.byteLength;
  }

  resize(capacity: number): void {
    this.#capacity = capacity;
    this.#words = resized(this.#words, capacity * this.#stride);
    this.#face = null;
  }

  get(row: number): string[] | undefined {
    let found: string[] | undefined;
    for (let word = 0; word < this.#stride; word++) {
      let bits = this.#words[row * this.#stride + word]!;
      while (bits !== 0) {
        const bit = 31 - Math.clz32(bits & -bits);
        (found ??= []).push(this.#options[word * 32 + bit]!);
        bits &= bits - 1;
      }
    }
    return found;
  }

  set(row: number, value: Value | undefined): void {
    const options = (value as readonly string[] | undefined) ?? [];
    const places = options.map((option) => this.placeOf(option));
    const from = row * this.#stride;
    this.#words.fill(0, from, from + this.#stride);
    for (const place of places) this.#words[from + (place >> 5)]! |= 1 << (place & 31);
  }

  /** Sets rows `at …` from words over another list of options. */
  setAll(at: number, words: Uint32Array, stride: number, options: readonly string[]): void {
    const places = options.map((option) => this.placeOf(option));
    const own = this.#stride;
    if (own === 1 && stride === 1 && places.every((place, index) => place === index)) {
      this.#words.set(words, at);
      return;
    }
    for (let i = 0, row = at; i < words.length; i += stride, row++) {
      for (let word = 0; word < stride; word++) {
        for (let bits = words[i + word]!; bits !== 0; bits &= bits - 1) {
          const place = places[word * 32 + 31 - Math.clz32(bits & -bits)]!;
          this.#words[row * own + (place >> 5)]! |= 1 << (place & 31);
        }
      }
    }
  }

  /** The bit of an option, a new one where it was never seen. */
  placeOf(option: string): number {
    let place = this.#index.get(option);
    if (place === undefined) {
      place = this.#options.push(option) - 1;
      this.#index.set(option, place);
      this.#face = null;
      if (place >= this.#stride * 32) this.#widen();
    }
    return place;
  }

  face(): SetColumn {
    this.#face ??= { kind: 'set', words: this.#words, stride: this.#stride, options: this.#options };
    return this.#face;
  }

  permute(order: Uint32Array): void {
    const words = this.#words.slice();
    for (let row = 0; row < order.length; row++) {
      for (let word = 0; word < this.#stride; word++)
        words[row * this.#stride + word] = this.#words[order[row]! * this.#stride + word]!;
    }
    this.#words = words;
    this.#face = null;
  }

  dump(rows: number): StoreDump {
    return {
      kind: 'set',
      arrays: { words: cut(this.#words, rows * this.#stride) },
      plain: { options: this.#options, stride: this.#stride },
    };
  }

  #widen(): void {
    const stride = this.#stride + 1;
    const words = new Uint32Array(this.#capacity * stride);
    for (let row = 0; row < this.#capacity; row++) {
      for (let word = 0; word < this.#stride; word++)
        words[row * stride + word] = this.#words[row * this.#stride + word]!;
    }
    this.#words = words;
    this.#stride = stride;
  }
}
