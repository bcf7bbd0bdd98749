/** Lets the page, the worker or Node's loop do what waits: frames, input, questions. */
const breathe: () => Promise<void> = (() => {
  const { scheduler, setImmediate, document } = globalThis as {
    scheduler?: { yield?: () => Promise<void> };
    /** Node's: not in the types of a page. */
    setImmediate?: (done: () => void) => unknown;
    document?: unknown;
  };
  // In a worker, going on after `yield` comes before any message, and would let questions wait until all is done.
  if (scheduler?.yield && document) return () => scheduler.yield!();
  if (setImmediate) return () => new Promise<void>((done) => void setImmediate(done));
  return document === undefined && typeof MessageChannel === 'function' ? byMessage() : byTimer;
})();

function byTimer(): Promise<void> {
  return new Promise((done) => setTimeout(done, 0));
}

/** A message to itself stands in line behind those that came before; a timer would stand still for four milliseconds each time. */
function byMessage(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  let resting: (() => void)[] = [];
  port1.onmessage = () => {
    const woken = resting;
    resting = [];
    for (const done of woken) done();
  };
  return () =>
    new Promise((done) => {
      resting.push(done);
      port2.postMessage(null);
    });
}

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
