import { inFreshBrowser } from './browser.js';
import type { Timed } from './page/compare.js';

export const QUESTIONS = ['count', 'search', 'searchCount', 'top', 'birthdays', 'rfm'] as const;
export type Question = (typeof QUESTIONS)[number];
export type QueryRun = Record<Question, Timed>;

/** Questions to the memory adapter in a page, each beside a scan in the same run. */
export function runQueries(folder: string, rows: number): Promise<QueryRun> {
  return inFreshBrowser(folder, async ({ page }) => {
    await page.evaluate((count) => window.queries.load(count), rows);
    const run: Partial<QueryRun> = {};
    for (const name of QUESTIONS)
      run[name] = await page.evaluate((question) => window.queries[question](), name);
    return run as QueryRun;
  });
}
