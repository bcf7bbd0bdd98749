import type { Value } from '../../../contract/index.js';
import type { CodeColumn, Codes } from '../../../segments/source.js';
import { cut, permuted, resized } from './capacity.js';
import type { FieldStore, StoreDump } from './store.js';

/** Choices, and text of few distinct values: a number for each, and every text once. Code 0 is missing. */
export class CodeStore implements FieldStore {
  #codes: Codes;
  readonly #dictionary: string[] = [''];
  readonly #code = new Map<string, number>([['', 0]]);
  #face: CodeColumn | null = null;

  constructor(capacity: number) {
    this.#codes = new Uint8Array(capacity);
  }

  static restore(dump: StoreDump): CodeStore {
    const store = new CodeStore(0);
    store.#codes = dump.arrays['codes'] as Codes;
    for (const text of (dump.plain['dictionary'] as string[]).slice(1)) store.codeOf(text);
    return store;
  }

  get bytes(): number {
    return this.#codes.byteLength;
  }

  /** Distinct texts, the empty one included. */
  get distinct(): number {
    return this.#dictionary.length;
  }

  resize(capacity: number): void {
    this.#codes = resized(this.#codes, capacity);
    this.#face = null;
  }

  get(row: number): string | undefined {
    const code = this.#codes[row]!;
    return code === 0 ? undefined : this.#dictionary[code];
  }

  set(row: number, value: Value | undefined): void {
    const code = value === undefined ? 0 : this.codeOf(value as string);
    this.#codes[row] = code;
  }

  /** The code of a row; 0: missing. */
  codeAt(row: number): number {
    return this.#codes[row]!;
  }

  textOf(code: number): string {
    return this.#dictionary[code]!;
  }

  /** The code of a text, a new one where it was never seen. */
  codeOf(text: string): number {
    let code = this.#code.get(text);
    if (code === undefined) {
      code = this.#dictionary.push(text) - 1;
      this.#code.set(text, code);
      this.#face = null;
      if (code > 255 && this.#codes instanceof Uint8Array) this.#codes = Uint16Array.from(this.#codes);
      else if (code > 65_535 && this.#codes instanceof Uint16Array)
        this.#codes = Uint32Array.from(this.#codes);
    }
    return code;
  }

  /** Sets rows `at …` from codes of another dictionary. */
  setAll(at: number, codes: ArrayLike<number>, dictionary: readonly string[]): void {
    const map = Uint32Array.from(dictionary, (text) => this.codeOf(text));
    const own = this.#codes;
    for (let i = 0; i < codes.length; i++) own[at + i] = map[codes[i]!]!;
  }

  face(): CodeColumn {
    this.#face ??= { kind: 'code', codes: this.#codes, dictionary: this.#dictionary };
    return this.#face;
  }

  permute(order: Uint32Array): void {
    this.#codes = permuted(this.#codes, order);
    this.#face = null;
  }

  dump(rows: number): StoreDump {
    return {
      kind: 'code',
      arrays: { codes: cut(this.#codes, rows) },
      plain: { dictionary: this.#dictionary },
    };
  }
}
