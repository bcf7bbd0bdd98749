import type { Contact, Value } from '../../../contract/index.js';
import type { CodeColumn, ListColumn } from '../../../segments/source.js';
import { cut, permuted, permutedMap, resized } from './capacity.js';
import { CodeStore } from './codes.js';
import { dumpPool, restorePool } from './text.js';
import type { FieldStore, StoreDump } from './store.js';
import { TextPool } from './texts.js';

const NOTHING: readonly string[] = [];
/** Stands in no value (NUL is refused at the edge), so it can part the entries of a list. */
const MARK = '\0';

/** texts: the entries of a row in one pooled text. */
export class TextsStore implements FieldStore {
  #pool: TextPool;

  constructor(capacity: number) {
    this.#pool = new TextPool(capacity);
  }

  static restore(dump: StoreDump): TextsStore {
    const store = new TextsStore(0);
    store.#pool = restorePool(dump);
    return store;
  }

  get bytes(): number {
    return this.#pool.size;
  }

  resize(capacity: number): void {
    this.#pool.resize(capacity);
  }

  get(row: number): string[] | undefined {
    const text = this.#pool.read(row);
    return text === '' ? undefined : text.split(MARK);
  }

  set(row: number, value: Value | undefined): void {
    this.#pool.write(row, ((value as readonly string[] | undefined) ?? []).join(MARK));
  }

  face(): ListColumn {
    return { kind: 'list', read: (row) => this.get(row) ?? NOTHING };
  }

  permute(order: Uint32Array): void {
    this.#pool.permute(order);
  }

  dump(rows: number): StoreDump {
    return dumpPool('texts', this.#pool, rows);
  }

  pack(rows: number): void {
    this.#pool.pack(rows);
  }
}

/** True for a list that its first bare value stands for whole. */
function isPlain(contacts: readonly Contact[]): boolean {
  return contacts.length === 1 && contacts[0]!.label === undefined;
}

/**
 * emails: of the one address of most rows what stands before the `@` in the pool, and the domain, of which there are few, as a code;
 * several addresses of a row, or one with a label, in a map.
 */
export class EmailStore implements FieldStore {
  #locals: TextPool;
  #domains: CodeStore;
  /** The domains with their `@`. */
  readonly #tails: string[] = [];
  readonly #more = new Map<number, readonly Contact[]>();

  constructor(capacity: number) {
    this.#locals = new TextPool(capacity);
    this.#domains = new CodeStore(capacity);
  }

  static restore(dump: StoreDump): EmailStore {
    const store = new EmailStore(0);
    store.#locals = restorePool(dump);
    store.#domains = CodeStore.restore(dump);
    for (const [row, contacts] of dump.plain['more'] as [number, Contact[]][]) store.#more.set(row, contacts);
    return store;
  }

  get bytes(): number {
    return this.#locals.size + this.#domains.bytes;
  }

  /** The domain of each row's preferred address; code 0: it has none. */
  get domains(): CodeColumn {
    return this.#domains.face();
  }

  resize(capacity: number): void {
    this.#locals.resize(capacity);
    this.#domains.resize(capacity);
  }

  get(row: number): Contact[] | undefined {
    const more = this.others(row);
    if (more) return more.map((contact) => ({ ...contact }));
    const value = this.first(row);
    return value === '' ? undefined : [{ value }];
  }

  set(row: number, value: Value | undefined): void {
    const contacts = (value as readonly Contact[] | undefined) ?? [];
    if (contacts.length === 0 || isPlain(contacts)) this.#more.delete(row);
    else this.#more.set(row, contacts);
    this.#setFirst(row, contacts[0]?.value ?? '');
  }

  setBytes(at: number, bytes: Uint8Array, starts: Uint32Array): void {
    const decoder = new TextDecoder();
    for (let i = 0; i + 1 < starts.length; i++) {
      if (starts[i] === starts[i + 1]) continue;
      this.#setFirst(at + i, decoder.decode(bytes.subarray(starts[i], starts[i + 1])));
    }
  }

  /** The preferred one; '' when there is none. */
  first(row: number): string {
    const local = this.#locals.read(row);
    const domain = this.#domains.get(row);
    return domain === undefined ? local : `${local}@${domain}`;
  }

  /** The part before the `@` of the preferred one. */
  local(row: number): string {
    return this.#locals.read(row);
  }

  /** All of a row that has several, or labels. */
  others(row: number): readonly Contact[] | undefined {
    return this.#more.size > 0 ? this.#more.get(row) : undefined;
  }

  /** The bare values. */
  read(row: number): readonly string[] {
    const more = this.others(row);
    if (more) return more.map((contact) => contact.value);
    const value = this.first(row);
    return value === '' ? NOTHING : [value];
  }

  face(): ListColumn & { words: (row: number, into: Uint32Array) => number } {
    return {
      kind: 'list',
      read: (row) => this.read(row),
      words: (row, into) => {
        const code = this.#domains.codeAt(row);
        return this.#locals.words(
          row,
          code === 0 ? '' : (this.#tails[code] ??= `@${this.#domains.textOf(code)}`),
          into,
        );
      },
    };
  }

  permute(order: Uint32Array): void {
    this.#locals.permute(order);
    this.#domains.permute(order);
    permutedMap(this.#more, order);
  }

  dump(rows: number): StoreDump {
    const locals = dumpPool('emails', this.#locals, rows);
    const domains = this.#domains.dump(rows);
    return {
      kind: 'emails',
      arrays: { ...locals.arrays, ...domains.arrays },
      plain: { ...locals.plain, ...domains.plain, more: [...this.#more] },
    };
  }

  pack(rows: number): void {
    this.#locals.pack(rows);
  }

  #setFirst(row: number, value: string): void {
    const at = value.lastIndexOf('@');
    const isWhole = at <= 0 || at === value.length - 1;
    this.#locals.write(row, isWhole ? value : value.slice(0, at));
    this.#domains.set(row, isWhole ? undefined : value.slice(at + 1));
  }
}

const PACKED_PHONE = /^\+[1-9]\d{4,14}$/;
const NONE = 0;
const ELSEWHERE = -1;

/** phones: the digits of one E.164 number as a number; several of a row, labelled or unusual ones in a map. */
export class PhoneStore implements FieldStore {
  #numbers: Float64Array;
  readonly #more = new Map<number, readonly Contact[]>();

  constructor(capacity: number) {
    this.#numbers = new Float64Array(capacity);
  }

  static restore(dump: StoreDump): PhoneStore {
    const store = new PhoneStore(0);
    store.#numbers = dump.arrays['numbers'] as Float64Array;
    for (const [row, contacts] of dump.plain['more'] as [number, Contact[]][]) store.#more.set(row, contacts);
    return store;
  }

  get bytes(): number {
    return this.#numbers.byteLength;
  }

  /** The digits of the only phone; 0 for none, −1 for rows that `read` must be asked for. */
  get numbers(): Float64Array {
    return this.#numbers;
  }

  resize(capacity: number): void {
    this.#numbers = resized(this.#numbers, capacity);
  }

  get(row: number): Contact[] | undefined {
    const number = this.#numbers[row]!;
    if (number === NONE) return undefined;
    if (number === ELSEWHERE) return this.#more.get(row)!.map((contact) => ({ ...contact }));
    return [{ value: `+${number}` }];
  }

  set(row: number, value: Value | undefined): void {
    const contacts = (value as readonly Contact[] | undefined) ?? [];
    const first = contacts[0];
    if (this.#numbers[row] === ELSEWHERE) this.#more.delete(row);
    if (!first) this.#numbers[row] = NONE;
    else if (isPlain(contacts) && PACKED_PHONE.test(first.value)) this.#numbers[row] = Number(first.value);
    else {
      this.#numbers[row] = ELSEWHERE;
      this.#more.set(row, contacts);
    }
  }

  setAll(at: number, numbers: ArrayLike<number>): void {
    this.#numbers.set(numbers, at);
  }

  read(row: number): readonly string[] {
    const number = this.#numbers[row]!;
    if (number === NONE) return NOTHING;
    if (number === ELSEWHERE) return this.#more.get(row)!.map((contact) => contact.value);
    return [`+${number}`];
  }

  face(): ListColumn {
    return { kind: 'list', read: (row) => this.read(row) };
  }

  permute(order: Uint32Array): void {
    this.#numbers = permuted(this.#numbers, order);
    permutedMap(this.#more, order);
  }

  dump(rows: number): StoreDump {
    return {
      kind: 'phones',
      arrays: { numbers: cut(this.#numbers, rows) },
      plain: { more: [...this.#more] },
    };
  }
}
