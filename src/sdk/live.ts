import type { Change } from '../contract/changes.js';
import { need, type Gate } from './gate.js';
import { toError } from './now.js';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** Changes that come within so many milliseconds are taken in together. */
const BATCH_MS = 16;

export interface LiveHost {
  readonly gate: Gate;
  /** In the order in which they came. */
  changed(changes: readonly Change[]): void;
}

/** The live stream: goes on after its last cursor when the connection broke; where it cannot, says `lost`. */
export class Live {
  readonly #host: LiveHost;
  #batch: Change[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wake: (() => void) | null = null;
  /** True while the stream is up: what the cache holds is then current. */
  isUp = false;

  constructor(host: LiveHost) {
    this.#host = host;
    host.gate.signal.addEventListener('abort', () => this.#stop(), { once: true });
  }

  /** Tries at once, where it waits to try again. */
  hurry(): void {
    this.#wake?.();
  }

  /** Runs until the session ends, or the adapter says that it will never work. */
  async run(): Promise<void> {
    const { gate } = this.#host;
    let since: string | null = null;
    let failures = 0;
    while (!gate.signal.aborted) {
      try {
        const stream: AsyncIterable<Change> = await gate.read('watch', (adapter, context) =>
          need(adapter.watch?.bind(adapter), 'watch')(since, context),
        );
        if (gate.signal.aborted) return;
        this.isUp = true;
        for await (const change of stream) {
          if (gate.signal.aborted) return;
          gate.reached();
          failures = 0;
          since = change.at;
          this.#take(change);
        }
      } catch (cause) {
        const error = toError(cause, 'watch');
        if (gate.signal.aborted) return;
        if (error.code === 'unsupported' || error.code === 'forbidden') return;
        gate.fail(error, 'watch');
      } finally {
        this.isUp = false;
      }
      if (gate.signal.aborted) return;
      await this.#wait(failures++);
      // Nothing to go on from: what happened meanwhile is not known.
      if (since === null) this.#take({ kind: 'lost', at: '' });
    }
  }

  async #wait(failures: number): Promise<void> {
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 10));
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, longest / 2 + (Math.random() * longest) / 2);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = null;
  }

  #take(change: Change): void {
    this.#batch.push(change);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const changes = this.#batch;
      this.#batch = [];
      this.#host.changed(changes);
    }, BATCH_MS);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#batch = [];
    this.#wake?.();
  }
}
