import { httpAdapter } from '../../../../src/adapters/http/index.js';
import { memoryAdapter } from '../../../../src/adapters/memory/index.js';
import { postgresAdapter, type PostgresOptions } from '../../../../src/adapters/postgres/index.js';
import {
  EVERYONE,
  type Adapter,
  type Client,
  type ClientRecord,
  type Context,
  type Id,
  type Node,
  type Page,
  type SortKey,
} from '../../../../src/contract/index.js';
import {
  compareBy,
  countBits,
  evaluate,
  explain,
  hasBit,
  negated,
  readSegment,
  resolveSort,
  sourceOf,
  unknownBits,
  type ColumnSource,
} from '../../../../src/segments/index.js';
import { createHandler } from '../../../../src/server/index.js';
import { catalogue, makeBase, settings, TODAY } from '../../../segments/base.js';
import { BASE } from '../../../server/requests.js';
import { emptied } from '../seeded.js';

const NOW = Date.parse(`${TODAY}T09:30:00Z`);
const fields = [...catalogue.fields.values()].filter(({ id }) => id.startsWith('custom.'));
const base = { fields, settings };

/** Two bases of the same hostile clients: one whose totals its bookings give, one with totals that no booking could. */
export const TENANTS = ['booked', 'bare'] as const;
export type Tenant = (typeof TENANTS)[number];

export const contextOf = (tenant: Tenant): Context => ({ tenant, actor: 'twin', role: 'owner' });

/** What an engine of the comparison must do. */
export type Engine = Pick<
  Adapter,
  'describe' | 'find' | 'count' | 'get' | 'records' | 'aggregate' | 'explain'
>;

/** Whom a question finds, by one plain reading of one client after another. */
export class Truth {
  readonly clients: readonly Client[];
  readonly #source: ColumnSource;
  readonly #bookings: ReadonlyMap<Id, readonly ClientRecord[]> | null;

  constructor(clients: readonly Client[], bookings: ReadonlyMap<Id, readonly ClientRecord[]> | null) {
    this.clients = clients;
    this.#bookings = bookings;
    this.#source = this.#sourceOf(clients);
  }

  #sourceOf(clients: readonly Client[]): ColumnSource {
    return sourceOf(clients, {
      catalogue,
      settings,
      records: (client, kind) => (kind === 'bookings' ? (this.#bookings?.get(client.id) ?? []) : null),
    });
  }

  /** Whether a client is in a segment, by what is told of why. */
  explains(where: Node, client: Client): boolean {
    const options = { catalogue, settings, today: TODAY };
    const { held, root } = explain({ v: 1, where }, this.#sourceOf([client]), options);
    return held && root.held === true;
  }

  /** The ids in order; how many do not match, and of how many it is not known. */
  ask(where: Node, sort: readonly SortKey[]): { ids: Id[]; failing: number; unknown: number } {
    const node = readSegment({ v: 1, where }, { catalogue, settings, today: TODAY });
    const { bits } = evaluate(node, this.#source);
    const compare = compareBy(resolveSort(sort, { catalogue, settings, lists: {} }));
    return {
      ids: this.clients
        .filter((_, row) => hasBit(bits, row))
        .sort(compare)
        .map(({ id }) => id),
      failing: evaluate(negated(node), this.#source).count,
      unknown: countBits(unknownBits(node, this.#source)),
    };
  }
}

/** The same clients and bookings, ready for every engine. */
export class Bases {
  readonly memory: Readonly<Record<Tenant, Adapter>>;
  readonly truth: Readonly<Record<Tenant, Truth>>;
  readonly given: readonly Client[];
  readonly #records: readonly ClientRecord[];

  private constructor(
    clients: readonly Client[],
    records: readonly ClientRecord[],
    memory: Record<Tenant, Adapter>,
    truth: Record<Tenant, Truth>,
  ) {
    this.given = clients;
    this.#records = records;
    this.memory = memory;
    this.truth = truth;
  }

  static async make(count: number): Promise<Bases> {
    const { clients, bookings } = makeBase(count, 23);
    const records = [...bookings.values()].flat();
    const own = { ...base, clients, now: () => NOW };
    const booked = memoryAdapter({ ...own, records: { bookings: records } });
    const bare = memoryAdapter(own);
    return new Bases(
      clients,
      records,
      { booked, bare },
      {
        booked: new Truth(await everyone(booked), bookings),
        bare: new Truth(await everyone(bare), null),
      },
    );
  }

  /** Memory, each tenant in a base of its own. */
  inMemory(): Engine {
    return byTenant((tenant) => this.memory[tenant]);
  }

  /** Both tenants in one database. */
  async inDatabase(options: PostgresOptions): Promise<Adapter> {
    await postgresAdapter({ ...options, keepOpen: true }).migrate();
    await emptied(options.dialect, options.schema);
    const sql = postgresAdapter({ ...options, keepOpen: true, base, now: () => NOW });
    for (const tenant of TENANTS) await sql.loadClients(this.given, { tenant });
    await sql.loadRecords({ bookings: this.#records }, { tenant: 'booked' });
    return sql;
  }
}

/** An engine as a page sees it: behind the handler, over HTTP. */
export function overHttp(engine: Engine): Engine {
  return byTenant((tenant) => {
    const handle = createHandler({ adapter: engine as Adapter, authenticate: () => contextOf(tenant) });
    return httpAdapter({ url: BASE, fetch: async (input, init) => handle(new Request(input, init)) });
  });
}

function byTenant(make: (tenant: Tenant) => Adapter): Engine {
  const made = Object.fromEntries(TENANTS.map((tenant) => [tenant, make(tenant)])) as Record<Tenant, Adapter>;
  const of = ({ tenant }: Context) => made[tenant as Tenant];
  const unwritten = async () => {
    throw new Error('nothing is written here');
  };
  return {
    describe: (context) => of(context).describe(context),
    find: (query, context) => of(context).find(query, context),
    count: (where, context, options) => of(context).count(where, context, options),
    get: (id, context, wanted) => of(context).get(id, context, wanted),
    aggregate: (input, context) => of(context).aggregate!(input, context),
    explain: (input, context) => of(context).explain!(input, context),
    records: {
      find: (query, context) => of(context).records!.find(query, context),
      save: unwritten,
      remove: unwritten,
    },
  };
}

/** All clients of a base as it answers them. */
async function everyone(adapter: Adapter): Promise<Client[]> {
  const found: Client[] = [];
  for (let after: string | null = null, more = true; more;) {
    const query = { where: EVERYONE, sort: [], window: { after, size: 1000 } };
    const page: Page<Client> = await adapter.find(query, contextOf('bare'));
    found.push(...page.items);
    after = page.next;
    more = after !== null;
  }
  return found;
}
