import {
  asDefinitions,
  createCatalogue,
  DEFAULT_SETTINGS,
  type Client,
  type Context,
  type FieldId,
  type Id,
  type Lists,
  type SegmentDocument,
} from '../../contract/index.js';
import { allBits } from '../../segments/bits.js';
import type { Bits } from '../../segments/source.js';
import { todayIn } from '../../time/index.js';
import { resized } from './columns/capacity.js';
import type { MemoryOptions, Setup } from './options.js';
import { RecordTable, type RecordTableDump } from './records/table.js';
import { Ids, type IdsDump } from './ids.js';
import { Table, type TableDump } from './table.js';

export interface BaseDump {
  ids: IdsDump;
  clients: TableDump;
  versions: Uint32Array | null;
  removed: [row: number, at: number][];
  records: Record<string, RecordTableDump>;
}

/** What questions and writes need to know of the library. */
export interface Named {
  lists: Lists;
  segment(id: Id): SegmentDocument | null;
}

export function setupOf(options: MemoryOptions): Setup {
  const catalogue = createCatalogue({
    fields: [...(options.fields ?? [])],
    records: asDefinitions(options.recordKinds),
    actions: [...(options.actions ?? [])],
    tabs: [...(options.tabs ?? [])],
  });
  return {
    catalogue,
    lists: options.lists ?? {},
    segments: options.segments ?? [],
    rules: options.rules ?? [],
    settings: { ...DEFAULT_SETTINGS, ...options.settings },
    now: options.now ?? Date.now,
    behaviours: options.behaviours ?? {},
    words: options.words ?? {},
    beforeWrite: options.beforeWrite,
  };
}

/** All that the memory adapter holds of clients and their records. Nobody but the write path changes it. */
export class Base {
  readonly setup: Setup;
  readonly clients: Table;
  readonly records = new Map<string, RecordTable>();
  /** Grows with every change. */
  revision = 0;
  /** What is kept under names, as it stands now; without a library there are only the lists of the options. */
  named: (context: Pick<Context, 'tenant'>) => Named;
  /** Null while every client has version 1. */
  #versions: Uint32Array | null = null;
  /** When removed clients were removed, by row. */
  readonly #removed = new Map<number, number>();
  #live: Bits | null = null;
  #liveRows = -1;

  constructor(setup: Setup, dump?: BaseDump) {
    this.setup = setup;
    this.named = () => ({ lists: setup.lists, segment: () => null });
    const { catalogue, lists } = setup;
    const ids = dump ? Ids.restore(dump.ids, dump.clients.rows) : new Ids();
    this.clients = new Table(catalogue.fields, lists, ids, dump?.clients);
    if (!dump) return;
    this.#versions = dump.versions;
    for (const [row, at] of dump.removed) this.#removed.set(row, at);
    for (const [kind, table] of Object.entries(dump.records)) {
      const definition = catalogue.records.get(kind);
      if (definition) this.records.set(kind, new RecordTable(definition, this, table));
    }
  }

  get rows(): number {
    return this.clients.rows;
  }

  get today(): string {
    return todayIn(this.setup.settings.timeZone, this.setup.now());
  }

  /** Rows that are not removed; null when none is. */
  get live(): Bits | null {
    if (this.#removed.size === 0) return null;
    if (this.#liveRows !== this.rows) {
      this.#live = allBits(this.rows);
      for (const row of this.#removed.keys()) this.#live[row >> 5]! &= ~(1 << (row & 31));
      this.#liveRows = this.rows;
    }
    return this.#live;
  }

  get removedCount(): number {
    return this.#removed.size;
  }

  removedAt(row: number): number | undefined {
    return this.#removed.size === 0 ? undefined : this.#removed.get(row);
  }

  setRemoved(row: number, at: number | null): void {
    if (at === null) this.#removed.delete(row);
    else this.#removed.set(row, at);
    this.#liveRows = -1;
  }

  version(row: number): number {
    return (this.#versions !== null && row < this.#versions.length && this.#versions[row]) || 1;
  }

  setVersion(row: number, version: number): void {
    if (version === 1 && !this.#versions) return;
    if (!this.#versions || this.#versions.length <= row)
      this.#versions = resized(this.#versions ?? new Uint32Array(0), Math.max(this.rows, row + 1));
    this.#versions[row] = version;
  }

  /** The records of a kind, made when there are none; undefined for a kind that the catalogue does not know. */
  needRecords(kind: string): RecordTable | undefined {
    let table = this.records.get(kind);
    const definition = this.setup.catalogue.records.get(kind);
    if (!table && definition) this.records.set(kind, (table = new RecordTable(definition, this)));
    return table;
  }

  /** The new row of an id, −1 when it is there already. */
  add(id: Id): number {
    return this.clients.made(this.clients.ids.add(id));
  }

  rowOf(id: Id): number {
    return this.clients.ids.find(id);
  }

  /** Bytes in typed arrays, records apart. */
  get bytes(): number {
    return this.clients.bytes + (this.#versions?.byteLength ?? 0);
  }

  dump(): BaseDump {
    const records: Record<string, RecordTableDump> = {};
    for (const [kind, table] of this.records) records[kind] = table.dump();
    return {
      ids: this.clients.ids.dump(),
      clients: this.clients.dump(),
      versions: this.#versions,
      removed: [...this.#removed],
      records,
    };
  }
}

export type { Client, FieldId };
