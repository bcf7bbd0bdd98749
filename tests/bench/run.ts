/** `npm run bench`: see README.md of this folder. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { buildPage, CACHE, entryOf, installPeers, isPeer, OURS, PEER_NAMES } from './builds.js';
import { PARTS } from './parts.js';
import { sizeReport, tableReport } from './report.js';
import { sizes, type Sizes } from './sizes.js';
import { runTable, type TableRun } from './tables.js';

const flags = new Map(
  process.argv.slice(2).map((arg): [string, string] => {
    const [name = '', value = ''] = arg.replace(/^--/, '').split('=');
    return [name, value];
  }),
);
const isQuick = flags.has('quick');
const hasPeers = !isQuick && !flags.has('without-peers');
const counts = (flags.get('rows') ?? (isQuick ? '100000' : '1000000')).split(',').map(Number);
const only = flags.get('only')?.split(',');
const isWanted = (name: string): boolean => only?.includes(name) ?? true;
const tables = [...OURS, ...(hasPeers || only ? PEER_NAMES : [])].filter(isWanted);
const parts = PARTS.filter(({ name, byNameAlone }) => (byNameAlone ? only?.includes(name) : isWanted(name)));

/** So many runs of the list and of the limit. */
const roundsOf = (rows: number): number =>
  Number(flags.get('rounds') ?? (isQuick ? 1 : rows > 500_000 ? 5 : 7));
/** Others are many times slower than the limit, and take minutes for what takes it seconds. */
const peerRoundsOf = (rows: number): number =>
  Math.min(roundsOf(rows), Number(flags.get('peer-rounds') ?? (rows > 500_000 ? 2 : 7)));

export interface Results {
  date: string;
  machine: string;
  rows: Record<string, { tables: Record<string, TableRun[]>; parts: Record<string, unknown[]> }>;
  sizes?: Sizes;
}

async function main(): Promise<void> {
  const begun = Date.now();
  if (tables.some(isPeer)) installPeers();
  const folders: Record<string, string> = {};
  for (const name of tables) folders[name] = await buildPage(name, entryOf(name));
  for (const { name, entry } of parts) folders[name] = entry ? await buildPage(name, entry) : '';
  const results: Results = {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    rows: {},
  };
  mkdirSync(CACHE, { recursive: true });
  const keep = (): void =>
    writeFileSync(join(CACHE, 'results.json'), `${JSON.stringify(results, null, 1)}\n`);
  const say = (text: string): void =>
    console.log(`${((Date.now() - begun) / 60_000).toFixed(1)} min  ${text}`);
  for (const count of counts) {
    const rounds = roundsOf(count);
    const found = (results.rows[count] = { tables: {}, parts: {} } as Results['rows'][string]);
    for (let round = 1; round <= rounds; round++) {
      for (const name of tables) {
        if (isPeer(name) && round > peerRoundsOf(count)) continue;
        say(`${count} rows, round ${round} of ${rounds}: ${name}`);
        const run = await runTable(folders[name] as string, count, name);
        (found.tables[name] ??= []).push(run);
        for (const [measure, text] of Object.entries(run.failures)) console.log(`  ${measure}: ${text}`);
        keep();
      }
      for (const { name, most, run } of parts) {
        if (round > most) continue;
        say(`${count} rows, round ${round} of ${rounds}: ${name}`);
        (found.parts[name] ??= []).push(await run(folders[name] as string, count));
        keep();
      }
    }
    console.log(`\n## ${count.toLocaleString('en')} clients\n`);
    if (tables.length > 0) console.log(tableReport(found.tables));
    for (const { name, report } of parts) console.log(report(found.parts[name] ?? []));
  }
  if (isWanted('sizes')) {
    results.sizes = await sizes(hasPeers ? PEER_NAMES : []);
    console.log(sizeReport(results.sizes));
    keep();
  }
}

await main();
