import type { Adapter } from '../../contract/adapter.js';
import { createClientele } from '../../sdk/session.js';
import { toError } from '../../sdk/now.js';
import type { ClienteleError } from '../../contract/errors.js';
import type { Session, SessionOptions } from '../../sdk/types.js';
import { sourceLoader } from './source.js';

export interface OwnSessionHost {
  /** What the provider's attributes say. */
  options(): SessionOptions;
  changed(session: Session | null, error: ClienteleError | null): void;
  /** `src` was given, and nothing says what to do with it. */
  loaderMissing(): void;
}

/** The session that a provider makes of its `adapter` or `src`, and ends itself. */
export class OwnSession {
  readonly #host: OwnSessionHost;
  #session: Session | null = null;
  #start: AbortController | null = null;

  constructor(host: OwnSessionHost) {
    this.#host = host;
  }

  get isOn(): boolean {
    return this.#session !== null || this.#start !== null;
  }

  /** Ends what was before, and starts anew. An adapter of the host stays open: it is the host's to close. */
  start(from: { adapter: Adapter } | { src: string }): void {
    this.end();
    if ('adapter' in from) this.#enter(from.adapter, {}, false);
    else void this.#load(from.src);
  }

  end(): void {
    this.#start?.abort();
    this.#start = null;
    this.#session?.end();
    this.#session = null;
  }

  async #load(src: string): Promise<void> {
    const start = (this.#start = new AbortController());
    const { signal } = start;
    try {
      const load = await sourceLoader(() => !signal.aborted && this.#host.loaderMissing());
      if (signal.aborted) return;
      const { adapter, options = {} } = await load(src, signal);
      this.#start = signal.aborted ? this.#start : null;
      if (signal.aborted) return void adapter.close?.();
      this.#enter(adapter, options, true);
    } catch (cause) {
      if (signal.aborted) return;
      this.#start = null;
      this.#host.changed(null, toError(cause, 'describe'));
    }
  }

  #enter(adapter: Adapter, more: SessionOptions, closesAdapter: boolean): void {
    try {
      this.#session = createClientele({ ...more, ...this.#host.options(), adapter, closesAdapter });
      this.#host.changed(this.#session, null);
    } catch (cause) {
      this.#host.changed(null, toError(cause, 'describe'));
    }
  }
}
