import {
  createCatalogue,
  EVERYONE,
  type Adapter,
  type Capabilities,
  type Catalogue,
  type Client,
  type Context,
  type Id,
  type Node,
  type Now,
  type Page,
  type Query,
  type SegmentDocument,
  type SortKey,
  type WriteContext,
} from '../../contract/index.js';
import { withAccess } from '../../engine/access.js';
import { compareBy, evaluate, hasBit, readSegment, resolveSort, sourceOf } from '../../segments/index.js';
import { conformanceSeed, type Seed } from './seed.js';

/**
 * Makes an adapter over a base that holds just the seed, under the seed's clock, settings and rights. Called anew for each check; one adapter
 * is closed before the next is made.
 */
export type MakeAdapter = (seed: Seed) => Now<Adapter>;

/** One adapter on its seed, and what a check needs around it. The adapter stands behind `withAccess`, as in a session and a server. */
export class Subject {
  readonly catalogue: Catalogue;
  #keys = 0;

  private constructor(
    readonly seed: Seed,
    readonly adapter: Adapter,
    readonly capabilities: Capabilities,
  ) {
    this.catalogue = createCatalogue({ fields: seed.fields });
  }

  static async make(make: MakeAdapter, rights: Partial<Seed['rights']> = {}): Promise<Subject> {
    const seed = conformanceSeed(rights);
    const adapter = withAccess(await make(structuredClone(seed)));
    const { capabilities } = await adapter.describe(CONTEXT);
    return new Subject(seed, adapter, capabilities);
  }

  readonly context: Context = CONTEXT;

  /** A context for a write; with a key of its own unless one is given. */
  writer(key?: string): WriteContext {
    return { ...CONTEXT, key: key ?? `conformance-${Date.now()}-${++this.#keys}` };
  }

  query(more: Partial<Query> = {}): Query {
    return { where: EVERYONE, sort: [], window: { at: 0, size: 1000 }, ...more };
  }

  async find(where: Node, sort: SortKey[] = [], more: Partial<Query> = {}): Promise<Page<Client>> {
    return this.adapter.find(this.query({ where: { v: 1, where }, sort, ...more }), CONTEXT);
  }

  async ids(where: Node, sort: SortKey[] = [], more: Partial<Query> = {}): Promise<Id[]> {
    return (await this.find(where, sort, { fields: [], ...more })).items.map(({ id }) => id);
  }

  get(id: Id, fields?: string[]): Promise<Client> {
    return Promise.resolve(this.adapter.get(id, CONTEXT, fields));
  }

  /** Whom the contract says that a question finds, in its order. */
  expected(where: Node, sort: readonly SortKey[] = [], today = this.seed.today): Id[] {
    const { clients, records, settings, lists } = this.seed;
    const { catalogue } = this;
    const document: SegmentDocument = { v: 1, where };
    const source = sourceOf(clients, {
      catalogue,
      settings,
      records: (client, kind) =>
        records.filter((record) => record.record === kind && record.client === client.id),
    });
    const { bits } = evaluate(readSegment(document, { catalogue, settings, today }), source);
    return clients
      .filter((_, row) => hasBit(bits, row))
      .sort(compareBy(resolveSort(sort, { catalogue, settings, lists })))
      .map(({ id }) => id);
  }

  async close(): Promise<void> {
    await this.adapter.close?.();
  }
}

const CONTEXT: Context = { tenant: 'conformance', actor: 'tester', role: 'owner' };
