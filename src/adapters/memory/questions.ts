import {
  invalid,
  type Context,
  type FieldId,
  type Id,
  type Node,
  type Now,
  type SegmentDocument,
  type SortKey,
} from '../../contract/index.js';
import {
  checkSort,
  evaluate,
  readSegment,
  resolveSort,
  type Bits,
  type ColumnSource,
  type RelatedSource,
  type ResolvedSort,
} from '../../segments/index.js';
import { countBits, hasBit } from '../../segments/index.js';
import type { Base, Named } from './base.js';
import { Result } from './results.js';
import type { SearchIndex } from './search/index.js';
import type { Orders } from './sort/orders.js';

/** Who asks: whose library is meant, and which branches count. */
type Asker = Pick<Context, 'tenant' | 'branches'>;

/** Sets of so many questions are kept. */
const KEPT = 8;

interface Matched {
  /** Null: every row. */
  bits: Bits | null;
  count: number;
}

/** Answers what a question finds; the answers hold until something changes. */
export class Questions {
  readonly #base: Base;
  readonly #orders: Orders;
  readonly #search: SearchIndex;
  readonly #sets = new Map<string, Matched>();
  readonly #results = new Map<string, Result>();
  #revision = -1;

  constructor(base: Base, orders: Orders, search: SearchIndex) {
    this.#base = base;
    this.#orders = orders;
    this.#search = search;
  }

  /** The clients as a segment reads them. */
  readonly source: () => ColumnSource = () => {
    const base = this.#base;
    return {
      rows: base.rows,
      live: base.live,
      column: (field: FieldId) => base.clients.column(field),
      related: (kind: string): RelatedSource | null => base.records.get(kind)?.source() ?? null,
      search: (text: string) => this.#search.find(text),
    };
  };

  /** Resolves when `match` answers without keeping the page; nothing when it does already. */
  ready(where: SegmentDocument, context: Asker): Now<void> {
    return hasSearch(where.where, this.#base.named(context)) ? this.#search.ready() : undefined;
  }

  /** The set that a segment finds for a user. @throws ClienteleError `invalid` */
  match(where: SegmentDocument, today: string, context: Asker): Matched {
    const key = JSON.stringify([where, today, context.branches ?? null, context.tenant]);
    return this.#cached(this.#sets, key, () => this.#match(where, today, context));
  }

  /** A question's rows by position. */
  ask(where: SegmentDocument, sort: readonly SortKey[], today: string, context: Asker): Result {
    const key = JSON.stringify([where, sort, today, context.branches ?? null, context.tenant]);
    return this.#cached(this.#results, key, () => {
      const { bits, count } = this.match(where, today, context);
      return new Result(this.#base, this.#orders, bits, this.keys(sort, context), count);
    });
  }

  /** @throws ClienteleError `invalid` when a key cannot be sorted by */
  keys(sort: readonly SortKey[], context: Asker): ResolvedSort[] {
    const { catalogue, settings } = this.#base.setup;
    const { lists } = this.#base.named(context);
    const issues = checkSort(sort, catalogue);
    if (issues.length > 0) throw invalid(issues, 'find');
    return resolveSort(sort, { catalogue, settings, lists });
  }

  #match(where: SegmentDocument, today: string, context: Asker): Matched {
    const base = this.#base;
    const { catalogue, settings } = base.setup;
    const { segment } = base.named(context);
    const node = readSegment(where, { catalogue, settings, today, segments: segment });
    const { branches } = context;
    let found: Matched;
    if (node.kind === 'const' && node.value)
      found = { bits: base.live, count: base.rows - base.removedCount };
    else found = evaluate(node, this.source());
    return branches ? this.#within(found, branches) : found;
  }

  #within({ bits }: Matched, branches: readonly string[]): Matched {
    const { rows, clients } = this.#base;
    const own = new Uint32Array((rows + 31) >> 5);
    const column = clients.column('branch');
    if (column?.kind === 'code') {
      const { codes, dictionary } = column;
      const isOwn = Uint8Array.from(dictionary, (id, code) => Number(code !== 0 && branches.includes(id)));
      for (let row = 0; row < rows; row++) {
        if (isOwn[codes[row]!] === 1 && (!bits || hasBit(bits, row))) own[row >> 5]! |= 1 << (row & 31);
      }
    }
    return { bits: own, count: countBits(own) };
  }

  #cached<T>(map: Map<string, T>, key: string, make: () => T): T {
    if (this.#revision !== this.#base.revision) {
      this.#revision = this.#base.revision;
      this.#sets.clear();
      this.#results.clear();
    }
    const known = map.get(key);
    if (known !== undefined) {
      map.delete(key);
      map.set(key, known);
      return known;
    }
    const made = make();
    map.set(key, made);
    if (map.size > KEPT) map.delete(map.keys().next().value!);
    return made;
  }
}

/** Whether a quick search stands in a document, or in a segment that it points at. */
function hasSearch(node: Node, named: Named, seen: ReadonlySet<Id> = new Set()): boolean {
  if (node.kind === 'search') return true;
  if (node.kind === 'segment') {
    const document = seen.has(node.id) ? null : named.segment(node.id);
    return document !== null && hasSearch(document.where, named, new Set([...seen, node.id]));
  }
  return 'of' in node && Array.isArray(node.of) && node.of.some((child) => hasSearch(child, named, seen));
}
