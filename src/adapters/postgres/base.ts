import { sql } from 'kysely';
import {
  ClienteleError,
  type Aggregate,
  type Context,
  type FieldId,
  type Id,
  type LibraryKind,
  type SegmentDocument,
  type SortKey,
} from '../../contract/index.js';
import type { Library, LibraryState } from '../../engine/index.js';
import { nameParts, readSegment, type Resolved } from '../../segments/index.js';
import { todayIn } from '../../time/index.js';
import { Recent } from './cache.js';
import { KEPT, type Database, type Run } from './database.js';
import { Encoder } from './encoder.js';
import { isNoted, keysChanged, keysOf, type KeyNote } from './keyed.js';
import type { Setup } from './options.js';
import { clientPlaces, type Places, type Sql } from './places.js';
import { ClientReader, jsonOf } from './rows.js';
import { recordsCondition, type RecordsShape } from './segment-records.js';
import { condition } from './segment.js';

const LISTED: ReadonlySet<LibraryKind> = new Set<LibraryKind>(['categories', 'groups', 'tiers']);

/** What is known of a tenant's base as of a revision. */
export interface Head {
  /** Tells this life of the base from another. */
  epoch: string;
  /** Grows whenever positions may have moved. */
  revision: number;
  /** Number of the last change in the log. */
  seq: number;
  /** Clients that are not removed. */
  live: number;
  /** Fields of which some sort key was cut. */
  longs: ReadonlySet<FieldId>;
  /** Kinds of records that were loaded whole, and those that there ever was a record of. */
  whole: ReadonlySet<string>;
  present: ReadonlySet<string>;
}

/** Whether a document, checked or not, points at a kept segment. Quotes within its texts are escaped, so the mark is in none. */
export function mayRefer(where: SegmentDocument): boolean {
  return textOf(where).includes('"kind":"segment"');
}

/** A document as text, whatever it is; of one that is too deep to be written, none: that is told when it is checked. */
function textOf(where: SegmentDocument): string {
  try {
    return JSON.stringify(where) ?? '';
  } catch {
    return '';
  }
}

/** The base of one tenant under one setup: what all questions and writes about it share. */
export class Base {
  readonly places: Places;
  readonly encoder: Encoder;
  readonly #resolved = new Recent<Resolved>(100);
  readonly #readers = new Recent<ClientReader>(30);
  #keys: KeyNote | null = null;
  #head: Head | null = null;
  #ready: Promise<void> | null = null;
  /** What the keys in the tables were made by, as far as this process has told. */
  noted: KeyNote | null = null;
  /** What is kept under names, as far as it was looked at: see `know`. */
  named: Pick<LibraryState, 'rev' | 'lists' | 'segment'>;
  /** Set once, before anything is asked. */
  library!: Library;

  constructor(
    readonly database: Database,
    readonly setup: Setup,
    readonly tenant: Id,
  ) {
    const { fields } = setup.catalogue;
    this.named = { rev: null, lists: setup.lists, segment: () => null };
    this.places = clientPlaces(fields, nameParts(setup.settings));
    this.encoder = new Encoder(fields, setup.settings);
  }

  /** What the keys of this setup are made by. */
  get keys(): KeyNote {
    return (this.#keys ??= keysOf(this.setup));
  }

  /** What the keys in the tables were made by holds all of it. */
  get isNoted(): boolean {
    return this.noted === this.keys || isNoted(this.noted, this.keys);
  }

  /** Makes clients of rows with these fields; absent: all. */
  reader(today: string, fields?: readonly FieldId[]): ClientReader {
    const key = `${today} ${fields?.join() ?? '*'}`;
    return this.#readers.get(key) ?? this.#readers.set(key, new ClientReader(this.setup, today, fields));
  }

  get today(): string {
    return todayIn(this.setup.settings.timeZone, this.setup.now());
  }

  /** The last head that was read; it may have moved on. */
  get lastHead(): Head | null {
    return this.#head;
  }

  async head(run: Run): Promise<Head> {
    const { tenants } = this.database.tables;
    const [row] = await run(
      sql<
        Record<string, unknown>
      >`${KEPT}select epoch, revision::float8, seq::float8, live::float8, longs, whole, present from ${tenants} where tenant = ${this.tenant}`,
    );
    return this.remember(row ?? {});
  }

  remember(row: Record<string, unknown>): Head {
    const set = (column: string) => new Set(row[column] as string[] | undefined);
    this.#head = {
      epoch: (row['epoch'] as string | undefined) ?? 'new',
      revision: Number(row['revision'] ?? 0),
      seq: Number(row['seq'] ?? 0),
      live: Number(row['live'] ?? 0),
      longs: set('longs'),
      whole: set('whole'),
      present: set('present'),
    };
    return this.#head;
  }

  /** The revision beside the rows of a statement, from the same snapshot. */
  get revisionColumn(): Sql {
    const { tenants } = this.database.tables;
    return sql`(select t.revision::float8 from ${tenants} t where t.tenant = ${this.tenant}) as revision`;
  }

  /** Looks at the library where an answer hangs on it: a kept segment, the place of an option in its list, the options themselves. */
  async know(
    asked: { where?: SegmentDocument; sort?: readonly SortKey[]; fields?: Iterable<FieldId> },
    context: Context,
  ): Promise<void> {
    const { fields } = this.setup.catalogue;
    const isKept = (id: FieldId) => LISTED.has((fields.get(id)?.list ?? '') as LibraryKind);
    const hangs =
      (asked.where && mayRefer(asked.where)) ||
      asked.sort?.some(({ field }) => isKept(field)) ||
      [...(asked.fields ?? [])].some(isKept);
    if (hangs) this.named = await this.library.state(context);
  }

  /** Makes sure that the keys in the tables mean what this setup means by them. @throws ClienteleError `unavailable` */
  ready(context: Context): Promise<void> {
    this.#ready ??= this.database
      .read('describe', context, (run) => this.#check(run))
      .catch((error: unknown) => {
        this.#ready = null;
        throw error;
      });
    return this.#ready;
  }

  async #check(run: Run): Promise<void> {
    const { documents } = this.database.tables;
    const [row] = await run(
      sql<{
        value: string;
      }>`select value from ${documents} where tenant = ${this.tenant} and kind = 'keyed' and id = 'keys'`,
    );
    this.noted = row ? (jsonOf(row.value) as KeyNote) : null;
    const changed = keysChanged(this.noted, this.keys);
    if (changed.length > 0)
      throw new ClienteleError(
        'unavailable',
        `what clients are found and sorted by was stored under other settings (${changed.slice(0, 3).join(', ')}): call rekey()`,
        { operation: 'describe' },
      );
  }

  /** Until `rekeyed` all other processes that start, and this one if it is stopped, refuse to answer by keys of both kinds. */
  async rekeying(context: Context): Promise<void> {
    this.#ready = Promise.resolve();
    await this.#note({ '': 'being stored anew' }, context);
    this.noted = this.keys;
  }

  /** All keys are made by this setup. */
  async rekeyed(context: Context): Promise<void> {
    await this.#note(this.keys, context);
    this.#ready = null;
  }

  #note(note: KeyNote, context: Context): Promise<unknown> {
    const { documents } = this.database.tables;
    const text = JSON.stringify(note);
    return this.database.write('rekey', context, (run) =>
      run(
        sql`insert into ${documents} (tenant, kind, id, value) values (${this.tenant}, 'keyed', 'keys', ${text}) on conflict (tenant, kind, id) do update set value = excluded.value`,
      ),
    );
  }

  /** @throws ClienteleError `invalid` */
  resolve(where: SegmentDocument, today: string): Resolved {
    const { rev, segment } = this.named;
    const { catalogue, settings } = this.setup;
    const key = `${today} ${mayRefer(where) ? rev : ''} ${textOf(where)}`;
    return (
      this.#resolved.get(key) ??
      this.#resolved.set(key, readSegment(where, { catalogue, settings, today, segments: segment }))
    );
  }

  /** Clients of this tenant that are there for the user. */
  within({ branches }: Pick<Context, 'branches'>): Sql[] {
    return [
      sql`c.tenant = ${this.tenant}`,
      sql`c.removed_at is null`,
      ...(branches ? [sql`c.branch = any(${[...branches]}::text[])`] : []),
    ];
  }

  matching(node: Resolved, shape: RecordsShape): Sql[] {
    if (node.kind === 'const' && node.value) return [];
    const { tables } = this.database;
    const { catalogue } = this.setup;
    const records = recordsCondition({ records: tables.records, tenant: this.tenant, catalogue, shape });
    return [condition(node, this.places, records)];
  }

  /** Clients of a selection or a segment, for the user. @throws ClienteleError `invalid` */
  selected(over: Aggregate['over'], today: string, context: Context, shape: RecordsShape): Sql[] {
    const within = this.within(context);
    if ('ids' in over) return [...within, sql`c.id = any(${[...over.ids]}::text[])`];
    const where = 'where' in over ? over.where : over.found;
    const found = [...within, ...this.matching(this.resolve(where, today), shape)];
    if ('where' in over || over.except.length === 0) return found;
    return [...found, sql`not (c.id = any(${[...over.except]}::text[]))`];
  }
}
