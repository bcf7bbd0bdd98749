/** When nothing else is to be done; in Node and in Safari, as soon as others had their turn. */
export function idle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 100 });
  else setTimeout(work);
}
