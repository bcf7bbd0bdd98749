import type { ReactiveControllerHost } from 'lit';

/** A part of an element that loads after its first paint, or when it is first wanted. Its host draws again once it is there. */
export class Late<T> {
  /** Null: not there yet. */
  value: T | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<T>;
  #coming: Promise<T> | null = null;

  constructor(host: ReactiveControllerHost, load: () => Promise<T>) {
    this.#host = host;
    this.#load = load;
  }

  /** The part if it is there; else asks for it, and answers null. */
  get wanted(): T | null {
    if (!this.value) this.with(() => undefined);
    return this.value;
  }

  /** What could not be loaded is tried again at the next call. */
  async ready(): Promise<T> {
    this.#coming ??= this.#load().then(
      (value) => {
        this.value = value;
        this.#host.requestUpdate();
        return value;
      },
      (error: unknown) => {
        this.#coming = null;
        throw error;
      },
    );
    return this.#coming;
  }

  /** Does something with it: at once where it is there, else when it has come. */
  with(work: (part: T) => unknown): void {
    if (this.value) work(this.value);
    else void this.ready().then(work);
  }
}
