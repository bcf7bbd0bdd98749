import type { Contact, Value } from '../../../contract/index.js';
import type { ListColumn } from '../../../segments/source.js';
import { cut, permuted, permutedMap, resized } from './capacity.js';
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

/** emails: the one address of most rows in the pool; several of a row, or one with a label, in a map. */
export class EmailStore implements FieldStore {
  #pool: TextPool;
  readonly #more: Map<number, readonly Contact[]>;

  constructor(capacity: number) {
    this.#pool = new TextPool(capacity);
    this.#more = new Map();
  }

  static restore(dump: StoreDump): EmailStore {
    const store = new EmailStore(0);
    store.#pool = restorePool(dump);
    for (const [row, contacts] of dump.plain['more'] as [number, Contact[]][]) store.#more.set(row, contacts);
    return store;
  }

  get bytes(): number {
    return this.#pool.size;
  }

  resize(capacity: number): void {
    this.#pool.resize(capacity);
  }

  get(row: number): Contact[] | undefined {
    const more = this.#more.size > 0 ? this.#more.get(row) : undefined;
    if (more) return more.map((contact) => ({ ...contact }));
    const value = this.#pool.read(row);
    return value === '' ? undefined : [{ value }];
  }

  set(row: number, value: Value | undefined): void {
    const contacts = (value as readonly Contact[] | undefined) ?? [];
    if (contacts.length === 0 || isPlain(contacts)) this.#more.delete(row);
    else this.#more.set(row, contacts);
    this.#pool.write(row, contacts[0]?.value ?? '');
  }

  setBytes(at: number, bytes: Uint8Array, starts: Uint32Array, ascii: boolean): void {
    this.#pool.writeAll(at, bytes, starts, ascii);
  }

  /** The preferred one; '' when there is none. */
  first(row: number): string {
    return this.#pool.read(row);
  }

  /** The bare values. */
  read(row: number): readonly string[] {
    const more = this.#more.size > 0 ? this.#more.get(row) : undefined;
    if (more) return more.map((contact) => contact.value);
    const value = this.#pool.read(row);
    return value === '' ? NOTHING : [value];
  }

  face(): ListColumn {
    return { kind: 'list', read: (row) => this.read(row) };
  }

  permute(order: Uint32Array): void {
    this.#pool.permute(order);
    permutedMap(this.#more, order);
  }

  dump(rows: number): StoreDump {
    const dump = dumpPool('emails', this.#pool, rows);
    return { ...dump, plain: { ...dump.plain, more: [...this.#more] } };
  }

  pack(rows: number): void {
    this.#pool.pack(rows);
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
