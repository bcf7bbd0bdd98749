import { TABLES } from './tables.js';

export interface RowSecurityOptions {
  /** Schema that holds the tables. Default `clientele`. */
  schema?: string;
  /** The database's role under which the application connects: not the owner of the tables, who sees all. */
  role: string;
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/**
 * A script for the owner of the tables, to be run after `migrate()`: the application's role then sees and writes rows of one tenant alone,
 * the one that a transaction names. The adapter names it with `rowSecurity: true`. It stands on top of the tenant that every statement of
 * the adapter carries anyway.
 */
export function rowSecurityScript({ schema = 'clientele', role }: RowSecurityOptions): string {
  const of = quoted(schema);
  const to = quoted(role);
  const statements = [
    `grant usage on schema ${of} to ${to}`,
    `grant select on ${of}."migrations" to ${to}`,
    ...TABLES.flatMap((name) => {
      const table = `${of}.${quoted(name)}`;
      return [
        `grant select, insert, update, delete on ${table} to ${to}`,
        `alter table ${table} enable row level security`,
        `drop policy if exists clientele_tenant on ${table}`,
        `create policy clientele_tenant on ${table} to ${to} using (tenant = current_setting('clientele.tenant', true)) with check (tenant = current_setting('clientele.tenant', true))`,
      ];
    }),
  ];
  return `${statements.join(';\n')};\n`;
}
