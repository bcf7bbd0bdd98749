/** Milliseconds of one question, ours and by hand: medians of turns that were taken one after the other. */
export interface Pair {
  what: string;
  ours: number;
  hand: number;
  /** So many times as long as by hand ours may take; null: `most` milliseconds. */
  limit: number | null;
  most?: number;
}

export interface PostgresRun {
  version: string;
  /** Milliseconds. */
  load: { clients: number; bookings: number };
  pairs: Pair[];
}

const wantedOf = ({ limit, most }: Pair) => (most === undefined ? `≤ ${limit} ×` : `≤ ${most} ms`);

function isMet({ ours, hand, limit, most }: Pair): boolean {
  return most === undefined ? ours <= hand * (limit ?? Infinity) : ours <= most;
}

export function line(pair: Pair): string {
  const { what, ours, hand } = pair;
  const times = [`${ours.toFixed(2).padStart(9)} ms`, `by hand ${hand.toFixed(2).padStart(9)} ms`];
  const missed = isMet(pair) ? '' : '  MISSED';
  return `${what.padEnd(50)} ${times.join('  ')}  ${(ours / hand).toFixed(2)} ×  (${wantedOf(pair)})${missed}`;
}

export function postgresReport(runs: readonly PostgresRun[]): string {
  return runs
    .map(({ version, load, pairs }) => {
      const seconds = (ms: number) => `${(ms / 1000).toFixed(0)} s`;
      const rows = pairs.map((pair) => {
        const { what, ours, hand } = pair;
        const ratio = `${(ours / hand).toFixed(2)} ×`;
        return `| ${what} | ${ours.toFixed(2)} | ${hand.toFixed(2)} | ${ratio} | ${wantedOf(pair)}${isMet(pair) ? '' : ' **missed**'} |`;
      });
      return [
        `### ${version}`,
        '',
        `Loaded in ${seconds(load.clients)}, the bookings in ${seconds(load.bookings)}. Medians in milliseconds, each question in turns with plain SQL.`,
        '',
        '| | the adapter | by hand | | the bar |',
        '| --- | ---: | ---: | ---: | --- |',
        ...rows,
        '',
      ].join('\n');
    })
    .join('\n');
}
