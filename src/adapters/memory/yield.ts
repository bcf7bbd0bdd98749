/** Lets the page (or the event loop) do what waits: frames, input. */
export const breathe: () => Promise<void> = (() => {
  const scheduler = (globalThis as { scheduler?: { yield?: () => Promise<void> } }).scheduler;
  if (scheduler?.yield) return () => scheduler.yield!();
  if (typeof setImmediate === 'function') return () => new Promise<void>((done) => setImmediate(done));
  return () => new Promise<void>((done) => setTimeout(done, 0));
})();

/** How long a piece of work may hold the thread, in milliseconds. */
const SLICE = 12;

/** Says when a long piece of work should `breathe`. */
export class Slice {
  #until = performance.now() + SLICE;

  get isOver(): boolean {
    return performance.now() > this.#until;
  }

  async rest(): Promise<void> {
    await breathe();
    this.#until = performance.now() + SLICE;
  }
}
