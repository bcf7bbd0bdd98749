import { sql } from 'kysely';
import {
  invalid,
  type Client,
  type Context,
  type FieldId,
  type Found,
  type Page,
  type Query,
  type SegmentDocument,
  type SortKey,
} from '../../contract/index.js';
import { checkSort, resolveSort, type Resolved, type ResolvedSort } from '../../segments/index.js';
import { mayRefer, type Base, type Head } from './base.js';
import { Recent } from './cache.js';
import type { Run } from './database.js';
import type { Row } from './encoder.js';
import type { Sql } from './places.js';
import { fetchBlock, type Asked, type Block } from './positions.js';
import type { ClientReader } from './rows.js';
import type { RecordsShape } from './segment-records.js';
import { every, hasRecords, hasSearch } from './segment.js';
import { decodePlace, encodePlace, placeOf, termsOf, type Order } from './sort.js';
import { walk, widened, type Walked } from './walk.js';

const TRIES = 3;
/** A set of less than one in so many is found first, and looked at after. */
const FEW = 50;

interface Question {
  key: string;
  node: Resolved;
  keys: readonly ResolvedSort[];
  /** Nobody is left out. */
  isEveryone: boolean;
  hasRecords: boolean;
  /** Whoever is found is found by an index of texts. */
  hasSearch: boolean;
  context: Context;
}

/** Windows and counts of clients. */
export class Finder {
  readonly #base: Base;
  readonly #counts = new Recent<{ revision: number; count: number }>(200);
  readonly #blocks = new Recent<Block>(50);

  constructor(base: Base) {
    this.#base = base;
  }

  async find(query: Query, context: Context): Promise<Page<Client>> {
    const { where, sort, window, fields } = query;
    const today = query.today ?? this.#base.today;
    await this.#base.know({ where, sort }, context);
    const question = this.#question(where, sort, today, context);
    const reader = this.#base.reader(today, fields);
    const answer = async (run: Run): Promise<Page<Client> | null> => {
      const head = this.#base.lastHead ?? (await this.#base.head(run));
      return 'after' in window
        ? this.#walk(run, head, question, window, reader, today)
        : this.#window(run, head, question, window, reader, today);
    };
    const { database } = this.#base;
    for (let tried = 0; tried < TRIES; tried++) {
      const page = await database.read('find', context, answer);
      if (page) return page;
    }
    // Somebody writes all the time: then all of it is read as of one moment.
    const page = await database.snapshot('find', context, async (run) => {
      await this.#base.head(run);
      return answer(run);
    });
    if (!page) throw new TypeError('a snapshot moved');
    return page;
  }

  async count(
    where: SegmentDocument,
    context: Context,
    { today = this.#base.today, token }: { today?: string; token?: true } = {},
  ): Promise<Found> {
    await this.#base.know({ where }, context);
    const question = this.#question(where, [], today, context);
    return this.#base.database.read('count', context, async (run) => {
      if (!token) {
        const count = question.isEveryone
          ? (await this.#base.head(run)).live
          : (await this.#count(run, question)).count;
        return { count, today };
      }
      const [row] = await run(
        sql<{
          count: number;
          hash: string;
        }>`select count(*)::int4 as count, coalesce(bit_xor(c.hash), 0)::text as hash from ${this.#clients} where ${every(this.#conditions(question, 'all'))}`,
      );
      const hash = BigInt.asUintN(64, BigInt(row!.hash)).toString(16).padStart(16, '0');
      return { count: row!.count, today, token: `${row!.count}-${hash}` };
    });
  }

  get #clients(): Sql {
    return sql`${this.#base.database.tables.clients} c`;
  }

  /** @throws ClienteleError `invalid` when it cannot be understood */
  #question(where: SegmentDocument, sort: readonly SortKey[], today: string, context: Context): Question {
    const { catalogue, settings } = this.#base.setup;
    const { lists, rev } = this.#base.named;
    const issues = checkSort(sort, catalogue);
    if (issues.length > 0) throw invalid(issues, 'find');
    const node = this.#base.resolve(where, today);
    return {
      key: JSON.stringify([where, today, context.branches ?? null, mayRefer(where) ? rev : null]),
      node,
      keys: resolveSort(sort, { catalogue, settings, lists }),
      isEveryone: node.kind === 'const' && node.value && !context.branches,
      hasRecords: hasRecords(node),
      hasSearch: hasSearch(node),
      context,
    };
  }

  #conditions({ node, context }: Question, shape: RecordsShape): Sql[] {
    return [...this.#base.within(context), ...this.#base.matching(node, shape)];
  }

  #order({ keys }: Question, longs: ReadonlySet<FieldId>): Order {
    return { terms: termsOf(keys, this.#base.places, longs), id: this.#base.places.id };
  }

  async #walk(
    run: Run,
    head: Head,
    question: Question,
    { after, size }: { after: string | null; size: number },
    reader: ClientReader,
    today: string,
  ): Promise<Page<Client> | null> {
    const order = this.#orderOf(question, head, after);
    const place = after === null ? null : decodePlace(after, order, 'find');
    const shape = this.#shape(question, head);
    const walked = await walk(run, this.#asked(question, order, shape, reader.columns), place, size);
    const now = await this.#settle(run, head, walked);
    if (now.longs.size !== head.longs.size) return null;
    return {
      items: walked.rows.map((row) => reader.read(row)),
      at: null,
      next: walked.more ? encodePlace(placeOf(order, walked.rows.at(-1)!), order) : null,
      total: null,
      today,
      revision: revisionOf(now),
    };
  }

  /** A walk keeps the order that it began with, even when the first key that is cut comes in between. */
  #orderOf(question: Question, { longs }: Head, after: string | null): Order {
    const order = this.#order(question, longs);
    if (after === null || longs.size === 0) return order;
    try {
      decodePlace(after, order, 'find');
      return order;
    } catch {
      return this.#order(question, new Set());
    }
  }

  async #window(
    run: Run,
    head: Head,
    question: Question,
    { at, size }: { at: number; size: number },
    reader: ClientReader,
    today: string,
  ): Promise<Page<Client> | null> {
    const order = this.#order(question, head.longs);
    if (question.hasRecords && !this.#counts.get(question.key)) await this.#count(run, question);
    const shape = this.#shape(question, head);
    const asked = this.#asked(question, order, shape, reader.columns);
    // Whom a search finds is counted first: how many there are says how to read them.
    const found = at === 0 && question.hasSearch ? await this.#total(run, head, question) : undefined;
    if (found === null) return null;
    const read =
      at === 0
        ? await walk(run, { ...asked, ...reading(found, head, size) }, null, size)
        : await this.#deep(run, head, question, asked, { at, size });
    if (!read) {
      await this.#base.head(run);
      return null;
    }
    const now = await this.#settle(run, head, read);
    const isOf = read.revision === null || read.revision === now.revision;
    const hasMoved = found !== undefined && now.revision !== head.revision;
    if (!isOf || hasMoved || now.longs.size !== head.longs.size) return null;
    const total = await this.#total(run, now, question);
    // Nothing was read, yet there is something: it came in between.
    if (total === null || (read.rows.length === 0 && total > at)) return null;
    return {
      items: read.rows.map((row) => reader.read(row)),
      at,
      next: null,
      total,
      today,
      revision: revisionOf(now),
    };
  }

  /** Far from the beginning ids are found first, with those around them: whoever scrolls there will go on. */
  async #deep(
    run: Run,
    head: Head,
    question: Question,
    asked: Asked,
    window: { at: number; size: number },
  ): Promise<Walked | null> {
    const key = JSON.stringify([
      question.key,
      question.keys.map(({ field, descending }) => [field, descending]),
    ]);
    const known = this.#blocks.get(key);
    const total = await this.#total(run, head, question);
    if (total === null) return null;
    if (window.at >= total) return { rows: [], more: false, revision: head.revision };
    const count = async (more: readonly Sql[]) =>
      (await this.#count(run, question, more, `${key} present`)).count;
    const standing = known?.revision === head.revision ? known : null;
    const block = await fetchBlock(run, asked, standing, window, total, count);
    if (!block) return null;
    this.#blocks.set(key, block);
    if (block.revision !== head.revision) return null;
    const ids = block.slice(window);
    if (ids.length === 0) return { rows: [], more: false, revision: head.revision };
    const narrow = ids.map((id): Row => ({ id, revision: block.revision }));
    const rows = await widened(run, asked, narrow);
    const isWhole = rows.length === ids.length && rows.every((row) => row['revision'] === block.revision);
    return { rows, more: false, revision: isWhole ? block.revision : -1 };
  }

  #asked(question: Question, order: Order, shape: RecordsShape, columns: Sql): Asked {
    return {
      from: this.#clients,
      scope: [sql`c.tenant = ${this.#base.tenant}`],
      conditions: this.#conditions(question, shape),
      order,
      columns,
      revision: this.#base.revisionColumn,
      isFixed: question.isEveryone,
    };
  }

  /** How records are best looked at: for a set that few are in, all at once. */
  #shape({ key, hasRecords: asks }: Question, { live }: Head): RecordsShape {
    if (!asks) return 'each';
    const known = this.#counts.get(key);
    return known !== undefined && known.count * FEW < live ? 'all' : 'each';
  }

  /** The head that the rows were read under: the one that is known, or the one that stands now. */
  async #settle(run: Run, head: Head, { revision }: Walked): Promise<Head> {
    return revision === head.revision ? head : this.#base.head(run);
  }

  /** How many there are as of a head; null when the base has moved on since. */
  async #total(run: Run, head: Head, question: Question): Promise<number | null> {
    if (question.isEveryone) return head.live;
    const known = this.#counts.get(question.key);
    if (known?.revision === head.revision) return known.count;
    const counted = await this.#count(run, question);
    if (counted.revision === head.revision) return counted.count;
    await this.#base.head(run);
    return null;
  }

  async #count(
    run: Run,
    question: Question,
    more: readonly Sql[] = [],
    key = question.key,
  ): Promise<{ count: number; revision: number }> {
    const known = this.#counts.get(key);
    const head = this.#base.lastHead;
    if (more.length > 0 && known && known.revision === head?.revision) return known;
    const conditions = [...this.#conditions(question, 'all'), ...more];
    const [row] = await run(
      sql<{
        count: number;
        revision: number | null;
      }>`select count(*)::int4 as count, ${this.#base.revisionColumn} from ${this.#clients} where ${every(conditions)}`,
    );
    return this.#counts.set(key, { count: row!.count, revision: Number(row!.revision ?? 0) });
  }
}

/** Few that an index finds are found and then sorted: that takes less than going along the order until a window is full. */
function reading(found: number | undefined, { live }: Head, size: number): Pick<Asked, 'areFew' | 'most'> {
  return found === undefined ? {} : { areFew: found * found < size * live, most: found };
}

function revisionOf({ epoch, revision }: Head): string {
  return `${epoch}.${revision}`;
}
