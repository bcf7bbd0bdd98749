import type { FieldDefinition, Lists } from '../../../contract/index.js';
import type { Core } from '../core.js';
import type { Journal, Op } from '../ops.js';
import { Database, type Entry, type Snapshot } from './database.js';
import { Tabs } from './tabs.js';

/** After so many entries of the log all of it is taken into a new snapshot. */
const LOG = 1000;

/** What a file brought along when the base was made of one. */
export interface Described {
  fields: FieldDefinition[];
  lists: Lists;
}

/**
 * Keeps a base in IndexedDB. A write is in the log, on the disk, before it is done; the snapshot is made anew now and then. Of several tabs one
 * writes.
 */
export class Persistence implements Journal {
  readonly #database: Database;
  #tabs!: Tabs;
  #core: Core | null = null;
  #described: Described = { fields: [], lists: {} };
  /** Number of the last entry that the base here holds. */
  #last = 0;
  #sinceSnapshot = 0;
  #isReading = true;
  /** Entries that were heard of before the base here was read. */
  readonly #heard: { number: number; entry: Entry }[] = [];
  #wake: (() => void) | null = null;
  #call: (member: string, args: unknown[]) => Promise<unknown> = () =>
    Promise.reject(new Error('not open yet'));

  private constructor(database: Database) {
    this.#database = database;
  }

  /** @throws ClienteleError `storage` */
  static async open(name: string): Promise<Persistence> {
    const persistence = new Persistence(await Database.open(name));
    persistence.#tabs = await Tabs.join(name, {
      onWritten: (number, entry) => persistence.#follow(number, entry),
      onSnapshot: () => persistence.#wake?.(),
      onPromoted: () => persistence.#catchUp(),
      call: (member, args) => persistence.#call(member, args),
    });
    return persistence;
  }

  /** True when writes must be asked of another tab. */
  get isFollower(): boolean {
    return !this.#tabs.isWriter;
  }

  /** What is kept; null: nothing, and this tab is to fill the base. A follower waits until the writer has filled it. */
  async read(): Promise<Snapshot | null> {
    for (;;) {
      const kept = await this.#database.snapshot();
      if (kept) {
        this.#last = kept.after;
        this.#described = { fields: kept.snapshot.fields, lists: kept.snapshot.lists };
        return kept.snapshot;
      }
      if (this.#tabs.isWriter) return null;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        // The writer may have gone before it had filled the base.
        setTimeout(resolve, 1000);
      });
    }
  }

  /** Goes on with a base: takes the log in, and keeps what is written from now on. `call` does what other tabs ask. */
  async attach(core: Core, call: (member: string, args: unknown[]) => Promise<unknown>): Promise<void> {
    this.#core = core;
    this.#call = call;
    await this.#catchUp();
    this.#isReading = false;
    for (const { number, entry } of this.#heard.splice(0)) this.#follow(number, entry);
  }

  /** Writes all of the base down for the first time; writes wait for it. */
  keep(described: Described): Promise<void> {
    this.#described = described;
    return this.#core!.store.alone(() => this.#snapshot());
  }

  async append(ops: readonly Op[], key?: string): Promise<void> {
    const entry: Entry = { ops, key };
    this.#last = await this.#database.append(entry);
    this.#tabs.written(this.#last, entry);
    if (++this.#sinceSnapshot === LOG) {
      // Behind the write that waits for this; a failure is tried again later, the log still holds everything.
      void this.#core!.store.alone(() => this.#snapshot()).catch(() => (this.#sinceSnapshot = 0));
    }
  }

  ask(member: string, args: unknown[]): Promise<unknown> {
    return this.#tabs.ask(member, args);
  }

  close(): void {
    this.#tabs.close();
    this.#database.close();
  }

  async #snapshot(): Promise<void> {
    const core = this.#core!;
    const snapshot: Snapshot = {
      filled: core.dump(),
      documents: core.store.allDocuments(),
      ...this.#described,
    };
    await this.#database.replace(snapshot, this.#last);
    this.#sinceSnapshot = 0;
    this.#tabs.snapshotMade();
  }

  /** Takes in what the log holds and the base here does not. */
  async #catchUp(): Promise<void> {
    if (!this.#core) return;
    for (const { number, entry } of await this.#database.entries(this.#last)) this.#take(number, entry);
  }

  #follow(number: number, entry: Entry): void {
    if (this.#isReading || !this.#core) this.#heard.push({ number, entry });
    else this.#take(number, entry);
  }

  #take(number: number, { ops, key }: Entry): void {
    if (number <= this.#last) return;
    this.#last = number;
    this.#core!.store.apply(ops, key);
  }
}
