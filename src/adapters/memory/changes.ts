import type { Change } from '../../contract/index.js';

/** So many changes are kept for those who come back. */
const KEPT = 2000;

/** Distributes over the union, so that each kind of change can be given without its cursor. */
export type NewChange = Change extends infer One ? (One extends Change ? Omit<One, 'at'> : never) : never;

/** The live stream: what happened, in order, for as long as it is remembered. */
export class ChangeLog {
  /** Tells cursors of this life of the base from those of another. */
  readonly #epoch: string;
  readonly #changes: Change[] = [];
  #next = 1;
  readonly #listeners = new Set<() => void>();
  #isClosed = false;

  constructor(epoch: string) {
    this.#epoch = epoch;
  }

  add(change: NewChange): void {
    this.#changes.push({ ...change, at: this.#cursor(this.#next++) } as Change);
    if (this.#changes.length > KEPT) this.#changes.splice(0, KEPT >> 2);
    for (const listener of [...this.#listeners]) listener();
  }

  close(): void {
    this.#isClosed = true;
    for (const listener of [...this.#listeners]) listener();
  }

  /** Changes after a cursor until the signal aborts. A cursor that is too old, or of another life, answers `lost` first. */
  async *watch(since: string | null, signal?: AbortSignal): AsyncGenerator<Change> {
    let next = this.#next;
    if (since !== null) {
      const [epoch, number] = since.split('.');
      const wanted = Number(number) + 1;
      const oldest = this.#next - this.#changes.length;
      if (epoch !== this.#epoch || !Number.isInteger(wanted) || wanted < oldest || wanted > this.#next)
        yield { kind: 'lost', at: this.#cursor(this.#next - 1) };
      else next = wanted;
    }
    while (!this.#isClosed && !signal?.aborted) {
      const oldest = this.#next - this.#changes.length;
      if (next < oldest) {
        next = this.#next;
        yield { kind: 'lost', at: this.#cursor(next - 1) };
      } else if (next < this.#next) yield this.#changes[next++ - oldest]!;
      else await this.#more(signal);
    }
  }

  #cursor(number: number): string {
    return `${this.#epoch}.${number}`;
  }

  #more(signal?: AbortSignal): Promise<void> {
    return new Promise((done) => {
      const wake = () => {
        this.#listeners.delete(wake);
        signal?.removeEventListener('abort', wake);
        done();
      };
      this.#listeners.add(wake);
      signal?.addEventListener('abort', wake, { once: true });
    });
  }
}
