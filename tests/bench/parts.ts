import { runLoading } from './loading.js';
import { postgresReport } from './postgres/report.js';
import { runPostgres } from './postgres/run.js';
import { runQueries } from './queries.js';
import { loadingReport, queryReport } from './report.js';
import { runSegments } from './segments.js';
import { segmentReport } from './report-segments.js';

/** What is measured beside the tables. */
export interface Part<T> {
  /** For `--only`. */
  name: string;
  /** What its page runs, built afresh for it; absent: it needs no page. */
  entry?: string;
  /** Not part of a run of everything: only where `--only` names it. */
  byNameAlone?: true;
  /** So many runs are enough, however many rounds are asked for. */
  most: number;
  /** One run over so many clients; `folder` is where its page was built, '' without one. */
  run(folder: string, rows: number): Promise<T>;
  /** Markdown of all runs. */
  report(runs: readonly T[]): string;
}

/** Runs go into the report of their own part alone. */
const part = <T>(given: Part<T>): Part<unknown> => given as unknown as Part<unknown>;

export const PARTS: readonly Part<unknown>[] = [
  part({ name: 'queries', entry: 'contestants/queries.ts', most: 3, run: runQueries, report: queryReport }),
  part({
    name: 'segments',
    entry: 'contestants/segments.ts',
    most: 2,
    run: runSegments,
    report: segmentReport,
  }),
  part({ name: 'loading', entry: 'contestants/loading.ts', most: 2, run: runLoading, report: loadingReport }),
  part({
    name: 'postgres',
    byNameAlone: true,
    most: 1,
    run: (_, rows) => runPostgres(rows),
    report: postgresReport,
  }),
];
