/**
 * `npm run bench`: Clientele's list and memory adapter against the least code that gives the same answers, and against others' tables.
 *
 *   --rows=100000,1000000   how many clients; 1,000,000 unless told
 *   --rounds=7              runs of each, in fresh browsers, taking turns
 *   --only=clientele,limit  tables by name; also `queries`, `loading`, `sizes`
 *   --quick                 100,000 clients, one round, no peers
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { buildPage, CACHE, entryOf, installPeers, OURS, PEER_NAMES } from './builds.js';
import { runLoading, type LoadingRun } from './loading.js';
import { runQueries, type QueryRun } from './queries.js';
import { loadingReport, queryReport, sizeReport, tableReport } from './report.js';
import { sizes, type Sizes } from './sizes.js';
import { runTable, type TableRun } from './tables.js';

const flags = new Map(
  process.argv.slice(2).map((arg): [string, string] => {
    const [name = '', value = ''] = arg.replace(/^--/, '').split('=');
    return [name, value];
  }),
);
const isQuick = flags.has('quick');
const counts = (flags.get('rows') ?? (isQuick ? '100000' : '1000000')).split(',').map(Number);
const only = flags.get('only')?.split(',');
const isWanted = (name: string): boolean => only?.includes(name) ?? true;
const tables = [...OURS, ...(isQuick && !only ? [] : PEER_NAMES)].filter(isWanted);

export interface Results {
  date: string;
  machine: string;
  rows: Record<string, { tables: Record<string, TableRun[]>; queries: QueryRun[]; loading: LoadingRun[] }>;
  sizes?: Sizes;
}

async function main(): Promise<void> {
  if (tables.some((name) => (PEER_NAMES as readonly string[]).includes(name))) installPeers();
  const folders: Record<string, string> = {};
  for (const name of tables) folders[name] = await buildPage(name, entryOf(name));
  for (const name of ['queries', 'loading'])
    if (isWanted(name)) folders[name] = await buildPage(name, `contestants/${name}.ts`);
  const results: Results = {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    rows: {},
  };
  mkdirSync(CACHE, { recursive: true });
  const keep = (): void =>
    writeFileSync(join(CACHE, 'results.json'), `${JSON.stringify(results, null, 1)}\n`);
  for (const count of counts) {
    const rounds = Number(flags.get('rounds') ?? (isQuick ? 1 : count > 500_000 ? 5 : 7));
    const part = (results.rows[count] = { tables: {}, queries: [], loading: [] } as Results['rows'][string]);
    for (let round = 1; round <= rounds; round++) {
      for (const name of tables) {
        console.log(`${count} rows, round ${round} of ${rounds}: ${name}`);
        const run = await runTable(folders[name] as string, count, name);
        (part.tables[name] ??= []).push(run);
        for (const [measure, text] of Object.entries(run.failures)) console.log(`  ${measure}: ${text}`);
        keep();
      }
      if (isWanted('queries')) part.queries.push(await runQueries(folders['queries'] as string, count));
      if (isWanted('loading')) part.loading.push(await runLoading(folders['loading'] as string, count));
      keep();
    }
    console.log(`\n## ${count.toLocaleString('en')} clients\n`);
    if (tables.length > 0) console.log(tableReport(part.tables));
    if (part.queries.length > 0) console.log(queryReport(part.queries));
    if (part.loading.length > 0) console.log(loadingReport(part.loading));
  }
  if (isWanted('sizes')) {
    results.sizes = await sizes(isQuick ? [] : PEER_NAMES);
    console.log(sizeReport(results.sizes));
    keep();
  }
}

await main();
