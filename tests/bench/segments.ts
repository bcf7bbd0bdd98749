import { inFreshBrowser } from './browser.js';
import type { Typed } from './contestants/segments.js';
import type { Timed } from './page/compare.js';

export const SEGMENTS = ['fields', 'service', 'period', 'spent', 'dearest', 'gone'] as const;
export type SegmentQuestion = (typeof SEGMENTS)[number];
export type SegmentRun = Record<SegmentQuestion, Timed> & { typing: Typed };

/** Segments counted by the memory adapter in its worker, over five bookings for each client, beside a scan in the page. */
export function runSegments(folder: string, rows: number): Promise<SegmentRun> {
  return inFreshBrowser(folder, async ({ page }) => {
    await page.evaluate((count) => window.segments.load(count), rows);
    const run: Partial<SegmentRun> = {};
    for (const name of SEGMENTS)
      run[name] = await page.evaluate((question) => window.segments[question](), name);
    run.typing = await page.evaluate(() => window.segments.typing());
    return run as SegmentRun;
  });
}
