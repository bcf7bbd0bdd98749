import type { Id } from '../../../contract/index.js';
import { permuted, permutedMap, resized, nextCapacity } from '../columns/capacity.js';
import { numberCodec } from '../columns/codecs.js';
import { NumberStore, type StoreDump } from '../columns/index.js';
import { Ids, type IdsDump, type RowIds } from '../ids.js';
import type { Steps } from '../steps.js';

/** How ids of records are made: `prefix` + the client's id + `infix` + a number; infix null: without the client's id. */
interface Pattern {
  prefix: string;
  infix: string | null;
}

export interface RecordIdsDump {
  /** Set when no patterns were found: then nothing else counts. */
  whole: IdsDump | null;
  patterns: Pattern[];
  kinds: Uint8Array;
  numbers: StoreDump;
  foreign: [row: number, id: Id][];
}

/** What ids are made of beside their numbers. */
export interface Owners {
  /** The client's id of a record. */
  idOf(row: number): Id;
  /** Rows of a client's records, removed ones too; none for an unknown client. */
  rowsOf(client: Id): Iterable<number>;
}

const MOST_PATTERNS = 200;
const FOREIGN = 255;
const MOST_FOREIGN = 1000;
const NUMBERED = /^(.*?)(0|[1-9]\d{0,8})$/s;

/**
 * Ids of records in a byte or a few each. Hosts number their records, all in a row or each client's by themselves; what is kept is the number and
 * which pattern it goes into. Ids without any pattern stand in a map, whole.
 */
export class RecordIds implements RowIds {
  #count = 0;
  readonly #owners: Owners;
  readonly #patterns: Pattern[] = [];
  readonly #known = new Map<string, number>();
  /** The pattern that an id was last made by. */
  #last = 0;
  #kinds = new Uint8Array(0);
  #numbers: NumberStore;
  readonly #foreign = new Map<number, Id>();
  /** Ids without patterns, as UUIDs are, when most are such. */
  #whole: Ids | null = null;

  constructor(owners: Owners, dump?: RecordIdsDump, rows = 0) {
    this.#owners = owners;
    this.#numbers = dump ? NumberStore.restore(numberCodec, dump.numbers) : new NumberStore(numberCodec, 0);
    if (!dump) return;
    for (const pattern of dump.patterns) this.#kindOf(pattern);
    this.#kinds = dump.kinds as Uint8Array<ArrayBuffer>;
    this.#count = dump.kinds.length;
    if (dump.whole) {
      this.#whole = Ids.restore(dump.whole, rows);
      this.#count = rows;
    }
    for (const [row, id] of dump.foreign) this.#foreign.set(row, id);
  }

  get count(): number {
    return this.#count;
  }

  get bytes(): number {
    return this.#whole ? this.#whole.bytes : this.#kinds.byteLength + this.#numbers.bytes;
  }

  *growing(capacity: number): Steps {
    if (this.#whole) return yield* this.#whole.growing(capacity);
    this.#kinds = resized(this.#kinds, capacity);
    this.#numbers.resize(capacity);
    yield;
  }

  /** Appends an id. That it is new must be known, or found out by `repeated`; −1 where it is seen at once that it is not. */
  append(id: Id, client: Id): number {
    if (this.#whole) {
      const row = this.#whole.add(id);
      if (row !== -1) this.#count++;
      return row;
    }
    const row = this.#count++;
    if (row >= this.#kinds.length) {
      const capacity = nextCapacity(row + 1, this.#kinds.length);
      this.#kinds = resized(this.#kinds, capacity);
      this.#numbers.resize(capacity);
    }
    const parts = partsOf(id, client);
    const kind = parts ? this.#kindOf(parts) : FOREIGN;
    this.#kinds[row] = kind;
    if (kind === FOREIGN) {
      this.#foreign.set(row, id);
      if (this.#foreign.size > MOST_FOREIGN && this.#foreign.size > row >> 3) this.#toWhole();
    } else this.#numbers.setNumber(row, parts!.number);
    return row;
  }

  /** Keeps an id as it is when its record goes to another client. */
  keep(row: number, id: Id): void {
    if (this.#whole || this.at(row) === id) return;
    this.#kinds[row] = FOREIGN;
    this.#foreign.set(row, id);
  }

  at(row: number): Id {
    if (this.#whole) return this.#whole.at(row);
    const kind = this.#kinds[row]!;
    if (kind === FOREIGN) return this.#foreign.get(row)!;
    const { prefix, infix } = this.#patterns[kind]!;
    const number = this.#numbers.get(row) as number;
    return infix === null ? `${prefix}${number}` : `${prefix}${this.#owners.idOf(row)}${infix}${number}`;
  }

  find(id: Id): number {
    if (this.#whole) return this.#whole.find(id);
    for (const [kind, { prefix, infix }] of this.#patterns.entries()) {
      if (!id.startsWith(prefix)) continue;
      const row =
        infix === null ? this.#findNumbered(id, prefix, kind) : this.#findOwned(id, prefix, infix, kind);
      if (row !== -1) return row;
    }
    for (const [row, foreign] of this.#foreign) if (foreign === id) return row;
    return -1;
  }

  compare(a: number, b: number): number {
    const left = this.at(a);
    const right = this.at(b);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  /** Rows of one client whose ids repeat those of earlier ones. */
  repeated(rows: Uint32Array): number[] {
    if (this.#whole || rows.length < 2) return [];
    const seen = new Set<number>();
    const found: number[] = [];
    for (const row of rows) {
      const kind = this.#kinds[row]!;
      if (kind === FOREIGN) continue;
      const name = kind * 1e10 + (this.#numbers.get(row) as number);
      if (seen.has(name)) found.push(row);
      seen.add(name);
    }
    return found;
  }

  *permuting(order: Uint32Array): Steps {
    if (this.#whole) return yield* this.#whole.permuting(order);
    this.#kinds = permuted(this.#kinds, order);
    this.#numbers.permute(order);
    permutedMap(this.#foreign, order);
    yield;
  }

  pack(): void {
    if (this.#whole) return this.#whole.pack();
    this.#kinds = resized(this.#kinds, this.#count);
    this.#numbers.resize(this.#count);
  }

  dump(): RecordIdsDump {
    return {
      whole: this.#whole?.dump() ?? null,
      patterns: this.#patterns,
      kinds: this.#kinds.slice(0, this.#count),
      numbers: this.#numbers.dump(this.#count),
      foreign: [...this.#foreign],
    };
  }

  #toWhole(): void {
    const whole = new Ids();
    // A repeated id must not shift the rows after it.
    for (let row = 0; row < this.#count; row++)
      if (whole.add(this.at(row)) === -1) whole.add(`repeated.${row}`);
    this.#whole = whole;
    this.#kinds = new Uint8Array(0);
    this.#numbers = new NumberStore(numberCodec, 0);
    this.#foreign.clear();
  }

  #kindOf({ prefix, infix }: Pattern): number {
    // Most ids are made as the one before.
    const last = this.#patterns[this.#last];
    if (last?.prefix === prefix && last.infix === infix) return this.#last;
    const name = JSON.stringify([prefix, infix]);
    let kind = this.#known.get(name);
    if (kind === undefined) {
      if (this.#patterns.length === MOST_PATTERNS) return FOREIGN;
      kind = this.#patterns.push({ prefix, infix }) - 1;
      this.#known.set(name, kind);
    }
    this.#last = kind;
    return kind;
  }

  #findNumbered(id: Id, prefix: string, kind: number): number {
    const number = numberIn(id.slice(prefix.length));
    if (number === null) return -1;
    const { values } = this.#numbers.face(this.#count);
    // One look along an array of numbers: an index would be larger than the ids.
    for (
      let row = values.indexOf(number);
      row !== -1 && row < this.#count;
      row = values.indexOf(number, row + 1)
    )
      if (this.#kinds[row] === kind) return row;
    return -1;
  }

  #findOwned(id: Id, prefix: string, infix: string, kind: number): number {
    const digits = /\d+$/.exec(id)?.[0] ?? '';
    // The infix may end with digits of its own, so each place where the number may begin is looked at.
    for (let length = 1; length <= digits.length; length++) {
      const number = numberIn(id.slice(-length));
      const head = id.slice(prefix.length, -length);
      if (number === null || !head.endsWith(infix)) continue;
      const client = head.slice(0, head.length - infix.length);
      for (const row of this.#owners.rowsOf(client))
        if (this.#kinds[row] === kind && this.#numbers.get(row) === number) return row;
    }
    return -1;
  }
}

function numberIn(text: string): number | null {
  return /^(0|[1-9]\d{0,8})$/.test(text) ? Number(text) : null;
}

function partsOf(id: Id, client: Id): (Pattern & { number: number }) | null {
  const at = id.indexOf(client);
  const tail = at === -1 ? id : id.slice(at + client.length);
  const match = NUMBERED.exec(tail);
  if (!match) return null;
  const number = Number(match[2]);
  return at === -1
    ? { prefix: match[1]!, infix: null, number }
    : { prefix: id.slice(0, at), infix: match[1]!, number };
}
