import type { Statement } from '../../../src/adapters/postgres/index.js';

/** A table of ours, and the name that it goes by in the statement. */
const TABLE =
  /(from|join|update|into|::)\s*"\w+"\."(tenants|clients|records|documents|changes)"(?:\s+(?:as\s+)?(?!where|set|on|order|group|cross|limit|values|select|for\b)(\w+))?/g;

/**
 * What of a statement does not name the tenant: every table that is read or changed must be bound to the one given, by a parameter, so that
 * a distributed database sends it to one node, and no row of another tenant is ever touched.
 */
export function withoutTenant({ sql, parameters }: Statement, tenant: string): string[] {
  const text = sql.replace(/\s+/g, ' ');
  const isTenant = (parameter: string | undefined) => parameters[Number(parameter) - 1] === tenant;
  const faults: string[] = [];
  for (const [, verb, table, alias] of text.matchAll(TABLE)) {
    if (verb === '::') continue;
    if (verb === 'into') {
      const given = new RegExp(
        `into "\\w+"\\."${table}"(?: as \\w+)? \\((?:"?tenant"?), .*?\\) (?:values \\(|select )\\$(\\d+)`,
      ).exec(text);
      if (!isTenant(given?.[1])) faults.push(`insert into ${table}`);
      continue;
    }
    const names = [alias, table, ''].filter((name) => name !== undefined);
    const bound = names.some((name) => {
      const column = name === '' ? '(?<![.\\w"])"?tenant"?' : `"?${name}"?\\."?tenant"?`;
      return [...text.matchAll(new RegExp(`${column} = \\$(\\d+)`, 'g'))].some(([, parameter]) =>
        isTenant(parameter),
      );
    });
    if (!bound) faults.push(`${verb} ${table}`);
  }
  return faults;
}

/** What a distributed database would refuse of a statement that writes, or would not send to one node. */
export function unroutable(sql: string): string[] {
  const text = sql.replace(/\s+/g, ' ').toLowerCase();
  const writes = /\b(insert into|update|delete from) "/.test(text);
  const upsert = /on conflict .* do update set (.*)$/.exec(text)?.[1] ?? '';
  const faults: [string, boolean][] = [
    [
      'a function whose answer is another each time',
      /\b(clock_timestamp|random|gen_random_uuid|nextval|timeofday)\(/.test(text),
    ],
    ['a write within a write', /\bas \( ?(insert|update|delete) /.test(text)],
    ['a question where two rows meet', /\bselect\b/.test(upsert) || /\bnow\(/.test(upsert)],
  ];
  return writes ? faults.flatMap(([what, isThere]) => (isThere ? [what] : [])) : [];
}
