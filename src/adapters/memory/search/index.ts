import type { FieldId, Now } from '../../../contract/index.js';
import { matchesSearch, searchFields, type Bits, type SearchField } from '../../../segments/index.js';
import { fold, parseSearch, type SearchTerm } from '../../../text/index.js';
import type { Base } from '../base.js';
import { EmailStore, PhoneStore, TextStore, type FieldStore } from '../columns/index.js';
import type { Steps } from '../steps.js';
import { Slice } from '../yield.js';
import { EmailIndex } from './email-index.js';
import { PhoneIndex } from './phone-index.js';
import { scanCodes } from './scan.js';
import { BREAK, TextIndex } from './text-index.js';

/** Smaller bases are searched by reading every text. */
const WORTH = 20_000;
/** After so many changed rows the index is made again. */
const STALE = 2000;
const STEP = 2048;

/** What is known of one field. Dictionaries need nothing: their entries are few. */
interface Part {
  /** What it was made over: another one means that it must be made again. */
  over: object;
  store: FieldStore;
  digits: boolean;
  find(needle: string, into: Bits): void;
  bytes: number;
}
interface GrowingPart extends Part {
  add(row: number): void;
  /** Absent: it is ready with its last row. */
  closing?(rows: number): Steps;
}

/**
 * The quick search of a large base without reading its texts. It is made when it is first needed, in slices; rows that changed since are read
 * plainly. What it finds equals the plain search.
 */
export class SearchIndex {
  readonly #base: Base;
  readonly #fields: readonly SearchField[];
  #parts: Part[] | null = null;
  #making: Promise<void> | null = null;
  readonly #slice = new Slice();
  #isClosed = false;
  /** Rows that changed since the index was made, those after `#rows` apart. */
  readonly #stale = new Set<number>();
  #rows = 0;

  constructor(base: Base) {
    this.#base = base;
    this.#fields = searchFields(base.setup.catalogue);
  }

  get bytes(): number {
    return (this.#parts ?? []).reduce((sum, part) => sum + part.bytes, 0);
  }

  /** Resolves when `find` answers quickly; nothing when it does already. */
  ready(): Now<void> {
    if (this.#base.rows < WORTH) return undefined;
    const isThere = this.#parts !== null && !this.#isMoved();
    if (isThere && !this.#isOutdated()) return undefined;
    // Somebody waits for the first one; a newer one can take its time.
    this.#slice.isIdle = isThere;
    const making = this.#start();
    return isThere ? undefined : making;
  }

  /** Makes the index while nothing else is to be done. */
  warm(): void {
    if (this.#base.rows < WORTH || this.#parts) return;
    this.#slice.isIdle = true;
    void this.#start();
  }

  /** The rows that a search finds; null while there is no index, or the base is too small for one. */
  find(text: string): Bits | null {
    if (!this.#parts || this.#isMoved()) return null;
    const { rows } = this.#base;
    let found: Bits | null = null;
    for (const term of parseSearch(text)) {
      const bits = this.#term(term);
      if (!found) found = bits;
      else for (let w = 0; w < found.length; w++) found[w]! &= bits[w]!;
    }
    found ??= new Uint32Array((rows + 31) >> 5);
    for (const row of this.#stale) this.#judge(row, text, found);
    for (let row = this.#rows; row < rows; row++) this.#judge(row, text, found);
    return found;
  }

  /** Says which rows changed, and in which fields (null: any). */
  touch(rows: readonly number[], fields: ReadonlySet<FieldId> | null): void {
    if (fields && !this.#fields.some(({ field }) => fields.has(field))) return;
    for (const row of rows) this.#stale.add(row);
  }

  #isOutdated(): boolean {
    return this.#stale.size > STALE || this.#base.rows - this.#rows > STALE || this.#isMoved();
  }

  /** True when a field has other storage than the index was made over. */
  #isMoved(): boolean {
    const stores = this.#stores();
    return (
      stores.length !== this.#parts!.length ||
      stores.some(({ store }, i) => overOf(store) !== this.#parts![i]!.over)
    );
  }

  #stores(): { store: FieldStore; digits: boolean }[] {
    return this.#fields.flatMap(({ field, digits }) => {
      const store = this.#base.clients.store(field);
      return store ? [{ store, digits }] : [];
    });
  }

  #term({ text, phones }: SearchTerm): Bits {
    const bits = new Uint32Array((this.#base.rows + 31) >> 5);
    for (const part of this.#parts!) {
      if (part.digits) for (const phone of phones) part.find(phone, bits);
      else if (text !== '') part.find(text, bits);
    }
    return bits;
  }

  /** One row by the plain reading. */
  #judge(row: number, text: string, found: Bits): void {
    const texts: string[] = [];
    const phones: string[] = [];
    for (const { store, digits } of this.#parts!) {
      const column = store.face(this.#base.rows);
      const entries =
        column.kind === 'list' ? column.read(row) : [(store.get(row) as string | undefined) ?? ''];
      (digits ? phones : texts).push(...entries);
    }
    if (matchesSearch({ texts, phones }, text)) found[row >> 5]! |= 1 << (row & 31);
    else found[row >> 5]! &= ~(1 << (row & 31));
  }

  /** Stops making. */
  close(): void {
    this.#isClosed = true;
  }

  #start(): Promise<void> {
    return (this.#making ??= this.#make().finally(() => {
      this.#making = null;
    }));
  }

  async #make(): Promise<void> {
    const { rows } = this.#base;
    this.#stale.clear();
    const parts = this.#stores().map(({ store, digits }) => partOf(store, digits, rows));
    const slice = this.#slice;
    await slice.rest();
    for (const part of parts) {
      if (!('add' in part)) continue;
      const growing = part as GrowingPart;
      for (let row = 0; row < rows;) {
        for (const end = Math.min(rows, row + STEP); row < end; row++) growing.add(row);
        if (slice.isOver) await slice.rest();
        if (this.#isClosed) return;
      }
      const steps = growing.closing?.(rows);
      if (steps)
        for (let step = steps.next(); !step.done; step = steps.next()) if (slice.isOver) await slice.rest();
    }
    this.#parts = parts;
    this.#rows = rows;
  }
}

/** A text field that lost its dictionary is another thing than before. */
function overOf(store: FieldStore): object {
  return (store instanceof TextStore && store.codes) || store;
}

function partOf(store: FieldStore, digits: boolean, rows: number): Part | GrowingPart {
  if (store instanceof PhoneStore) {
    const index = new PhoneIndex(store, rows);
    return {
      over: store,
      store,
      digits,
      find: (needle, into) => index.find(needle, into),
      add: (row) => index.add(row),
      get bytes() {
        return index.bytes;
      },
    };
  }
  if (store instanceof EmailStore) {
    const index = new EmailIndex(store, rows);
    return {
      over: store,
      store,
      digits,
      find: (needle, into) => index.find(needle, into),
      add: (row) => index.add(row),
      closing: (end) => index.closing(end),
      get bytes() {
        return index.bytes;
      },
    };
  }
  if (store instanceof TextStore && store.codes) return dictionaryPart(store, digits);
  const index = new TextIndex(rows);
  return {
    over: store,
    store,
    digits,
    find: (needle, into) => index.find(needle, into),
    add: (row) => {
      const value = store.get(row);
      if (value !== undefined) index.add(row, textOf(value));
    },
    closing: (end) => index.closing(end),
    get bytes() {
      return index.bytes;
    },
  };
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.map((entry) => fold(String(entry))).join(BREAK) : fold(String(value));
}

/** Entries of a dictionary are folded once each; rows are told by their codes. */
function dictionaryPart(store: TextStore, digits: boolean): Part {
  const folded: string[] = [];
  return {
    over: overOf(store),
    store,
    digits,
    bytes: 0,
    find(needle, into) {
      const { codes, dictionary } = store.codes!.face();
      for (let code = folded.length; code < dictionary.length; code++) folded[code] = fold(dictionary[code]!);
      const table = Uint8Array.from(folded, (text, code) => Number(code !== 0 && text.includes(needle)));
      if (table.includes(1)) scanCodes(codes, table, into);
    },
  };
}
