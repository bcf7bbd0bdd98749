import type { SegmentDocument } from '../../contract/index.js';
import type { Session } from '../../sdk/types.js';

/** As long as a typist pauses. An adapter in the page is asked with every key. */
const PAUSE_MS = 160;

/**
 * Counts what a condition being made would find. Only the newest question is answered: an answer that comes late is dropped, and its request
 * with it. Answers that are there at once are told at once.
 */
export class Counter {
  readonly #told: (count: number | null, error?: unknown) => void;
  #asked = 0;
  #abort: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The last answer was there at once. */
  #isInstant = true;

  /** @param told gets each answer; null, with the error, when it could not be counted. */
  constructor(told: (count: number | null, error?: unknown) => void) {
    this.#told = told;
  }

  ask(session: Session, where: SegmentDocument): void {
    this.stop();
    if (this.#isInstant) this.#count(session, where);
    else this.#timer = setTimeout(() => this.#count(session, where), PAUSE_MS);
  }

  /** Nothing that is still on its way is told. */
  stop(): void {
    this.#asked++;
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#abort = null;
  }

  #count(session: Session, where: SegmentDocument): void {
    const asked = this.#asked;
    const abort = new AbortController();
    this.#abort = abort;
    const tell = (count: number | null, error?: unknown): void => {
      if (asked === this.#asked) this.#told(count, error);
    };
    try {
      const found = session.count(where, { signal: abort.signal });
      this.#isInstant = !(found instanceof Promise);
      if (found instanceof Promise)
        found.then(
          ({ count }) => tell(count),
          (error: unknown) => tell(null, error),
        );
      else tell(found.count);
    } catch (error) {
      tell(null, error);
    }
  }
}
