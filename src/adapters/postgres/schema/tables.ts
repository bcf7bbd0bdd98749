import { sql, type RawBuilder } from 'kysely';
import { CLIENT_COLUMNS } from './columns.js';

export type Query = RawBuilder<unknown>;

/** The names of our tables within their schema. */
export const TABLES = ['tenants', 'clients', 'records', 'documents', 'changes'] as const;
export type TableName = (typeof TABLES)[number];

export interface MigrationContext {
  schema: string;
  /** Clients and records are parted by tenant. */
  partitioned: boolean;
}

/** A step of the schema: its statements, in order. Steps are only ever added. */
export interface Migration {
  id: number;
  name: string;
  up(context: MigrationContext): Query[];
}

const NOT_NULL: Readonly<Record<string, string>> = {
  version: 'not null',
  hash: 'not null',
  search: "not null default ''",
  digits: "not null default ''",
  sets: "not null default '{}'",
  matches: "not null default '{}'",
  doc: "not null default '{}'",
};

/** Text compares by code unit everywhere: what order means is said by our own keys. */
const typed = (type: string) => (type.startsWith('text') ? `${type} collate "C"` : type);

const clientColumns = () =>
  Object.entries(CLIENT_COLUMNS)
    .filter(([name]) => name !== 'tenant' && name !== 'id')
    .map(([name, type]) => `${name} ${typed(type)} ${NOT_NULL[name] ?? ''}`.trim())
    .join(',\n  ');

/** Room on each page, so that an edit of what no index holds stays on its page and touches no index. */
export const ROOM = sql` with (fillfactor = 90)`;

const first: Migration = {
  id: 1,
  name: 'clients, records, documents, changes',
  up({ schema, partitioned }) {
    const table = (name: string) => sql.id(schema, name);
    const parted = partitioned ? sql` partition by list (tenant)` : sql``;
    return [
      sql`create table ${table('tenants')} (
  tenant text collate "C" primary key,
  epoch text not null default gen_random_uuid()::text,
  seq int8 not null default 0,
  revision int8 not null default 0,
  live int8 not null default 0,
  whole text[] not null default '{}',
  present text[] not null default '{}',
  longs text[] not null default '{}',
  keyed jsonb not null default '{}'
) with (fillfactor = 50)`,
      sql`create table ${table('clients')} (
  tenant text collate "C" not null,
  id text collate "C" not null,
  ${sql.raw(clientColumns())},
  primary key (tenant, id)
)${parted}${partitioned ? sql`` : ROOM}`,
      sql`create table ${table('records')} (
  tenant text collate "C" not null,
  kind text collate "C" not null,
  id text collate "C" not null,
  client text collate "C" not null,
  version int4 not null,
  at float8,
  doc jsonb not null default '{}',
  paid jsonb,
  keys jsonb,
  primary key (tenant, kind, id)
)${parted}`,
      ...(partitioned
        ? [
            sql`create table ${table('clients_rest')} partition of ${table('clients')} default${ROOM}`,
            sql`create table ${table('records_rest')} partition of ${table('records')} default`,
          ]
        : []),
      sql`create table ${table('documents')} (
  tenant text collate "C" not null,
  kind text collate "C" not null,
  id text collate "C" not null,
  rev int4,
  value text not null,
  at timestamptz not null default now(),
  primary key (tenant, kind, id)
)`,
      sql`create table ${table('changes')} (
  tenant text collate "C" not null,
  seq int8 not null,
  change jsonb not null,
  versions jsonb,
  primary key (tenant, seq)
)`,
      sql`create index clients_live on ${table('clients')} (tenant, id) include (version, hash) where removed_at is null`,
      sql`create index clients_sets on ${table('clients')} using gin (sets) where removed_at is null`,
      sql`create index clients_matches on ${table('clients')} using gin (matches) where removed_at is null`,
      sql`create index records_of_client on ${table('records')} (tenant, client, kind, at, id)`,
      sql`create index records_in_time on ${table('records')} (tenant, kind, at, id)`,
      sql`create index documents_newest on ${table('documents')} (tenant, kind, at desc, id)`,
    ];
  },
};

export const MIGRATIONS: readonly Migration[] = [first];
