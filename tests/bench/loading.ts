import { inFreshBrowser } from './browser.js';
import type { Loaded } from './contestants/loading.js';

export const ROADS = ['bare', 'page', 'worker', 'objects'] as const;
export type LoadingRun = Record<(typeof ROADS)[number], Loaded> & {
  /** Bytes that a base in use takes, page and worker together, above an empty page. */
  heap: number;
};

/** Each road in a browser of its own; the heap in another. */
export async function runLoading(folder: string, rows: number): Promise<LoadingRun> {
  const run: Partial<LoadingRun> = {};
  for (const road of ROADS)
    run[road] = await inFreshBrowser(folder, async ({ page }) => {
      await page.evaluate((count) => window.loading.make(count), rows);
      return page.evaluate((name) => window.loading[name](), road);
    });
  run.heap = await inFreshBrowser(folder, async ({ page, heap }) => {
    const before = await heap();
    await page.evaluate((count) => window.loading.use(count), rows);
    return (await heap()) - before;
  });
  return run as LoadingRun;
}
