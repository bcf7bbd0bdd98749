/** Lets the page (or the event loop) do what waits: frames, input. */
export const breathe: () => Promise<void> = (() => {
  const { scheduler, setImmediate } = globalThis as {
    scheduler?: { yield?: () => Promise<void> };
    /** Node's: not in the types of a page. */
    setImmediate?: (done: () => void) => unknown;
  };
  if (scheduler?.yield) return () => scheduler.yield!();
  if (setImmediate) return () => new Promise<void>((done) => void setImmediate(done));
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
