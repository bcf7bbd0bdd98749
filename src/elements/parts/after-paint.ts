/** Runs work that nothing on the screen waits for, once the browser has had time to paint. */
export function afterPaint(work: () => unknown): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(() => void work(), { timeout: 500 });
  else setTimeout(() => void work(), 50);
}
