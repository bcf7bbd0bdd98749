/** Lets the page (or the event loop) do what waits: frames, input. */
const breathe: () => Promise<void> = (() => {
  const { scheduler, setImmediate } = globalThis as {
    scheduler?: { yield?: () => Promise<void> };
    /** Node's: not in the types of a page. */
    setImmediate?: (done: () => void) => unknown;
  };
  if (scheduler?.yield) return () => scheduler.yield!();
  if (setImmediate) return () => new Promise<void>((done) => void setImmediate(done));
  return () => new Promise<void>((done) => setTimeout(done, 0));
})();

/** Waits until nothing else is to be done, or for a moment where nobody can tell. */
function whenIdle(): Promise<void> {
  const { requestIdleCallback } = globalThis as {
    requestIdleCallback?: (done: () => void, options: object) => void;
  };
  if (!requestIdleCallback) return breathe();
  return new Promise((done) => requestIdleCallback(() => done(), { timeout: 300 }));
}

/** How long a piece of work may hold the thread, in milliseconds. */
const SLICE = 12;

/** Says when a long piece of work should rest. */
export class Slice {
  /** Nobody waits: rests last until the page has nothing else to do. */
  isIdle: boolean;
  #until = performance.now() + SLICE;

  constructor(isIdle = false) {
    this.isIdle = isIdle;
  }

  get isOver(): boolean {
    return performance.now() > this.#until;
  }

  async rest(): Promise<void> {
    await (this.isIdle ? whenIdle() : breathe());
    this.#until = performance.now() + SLICE;
  }
}
