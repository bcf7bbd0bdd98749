import { inFreshBrowser } from './browser.js';
import { DENSITIES } from './page/contestant.js';
import type { Scrolled } from './page/measure.js';

/** One run of one table, in a fresh browser. Times in ms, sizes in bytes. */
export interface TableRun {
  firstRows?: number;
  sortedText?: number;
  sortedNumber?: number;
  fling?: Scrolled;
  smooth?: Scrolled;
  heap?: number;
  /** Whether the last row can be reached, by density. */
  lastRow?: Record<string, boolean>;
  /** What went wrong, by measure. */
  failures: Record<string, string>;
}

/** Runs a table through all measures. A measure that fails leaves the others. */
export function runTable(folder: string, rows: number, name: string): Promise<TableRun> {
  return inFreshBrowser(folder, async ({ page, heap }) => {
    const run: TableRun = { failures: {} };
    const measure = async <K extends keyof TableRun>(
      key: K,
      ask: () => Promise<TableRun[K]>,
    ): Promise<void> => {
      try {
        run[key] = await ask();
      } catch (error) {
        run.failures[key] = String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
      }
    };
    await page.evaluate((count) => window.bench.make(count), rows);
    await page.evaluate(() => window.bench.prepare());
    const before = await heap();
    await measure('firstRows', () => page.evaluate(() => window.bench.firstRows()));
    await measure('fling', () => page.evaluate(() => window.bench.fling()));
    await measure('smooth', () => page.evaluate(() => window.bench.smooth()));
    await measure('lastRow', async () => {
      const reached: Record<string, boolean> = {};
      const densities = name === 'clientele' ? DENSITIES : [undefined];
      for (const density of densities)
        reached[density ?? 'only'] = await page.evaluate(
          (value) => window.bench.isLastReachable(value),
          density,
        );
      if (name === 'clientele') await page.evaluate(() => window.contestant.setDensity?.('regular'));
      return reached;
    });
    await page.evaluate(() => window.bench.toTop());
    await measure('heap', async () => (await heap()) - before);
    await measure('sortedText', () => page.evaluate(() => window.bench.sort('name')));
    await measure('sortedNumber', () => page.evaluate(() => window.bench.sort('spent')));
    return run;
  });
}
