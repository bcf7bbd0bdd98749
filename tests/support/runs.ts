/** Whether this is `npm run test:long`. */
export const isLongRun = process.env['CLIENTELE_LONG'] === '1';

/** How often a random test repeats: `usual` times, or `long` times in `npm run test:long`. */
export function runs(usual: number, long: number): number {
  return isLongRun ? long : usual;
}
