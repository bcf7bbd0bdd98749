import type { Adapter } from '../../contract/adapter.js';
import type { ClienteleError } from '../../contract/errors.js';
import { toError } from '../../sdk/now.js';
import { startClientele } from '../../sdk/start.js';
import type { Session, SessionOptions } from '../../sdk/types.js';
import { sourceLoader, type Source } from './source.js';

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
    const start = (this.#start = new AbortController());
    void this.#run(from, start.signal);
  }

  end(): void {
    this.#start?.abort();
    this.#start = null;
    this.#session?.end();
    this.#session = null;
  }

  async #run(from: { adapter: Adapter } | { src: string }, signal: AbortSignal): Promise<void> {
    try {
      const source: Source = 'adapter' in from ? from : await this.#load(from.src, signal);
      const { adapter, options = {} } = source;
      const closesAdapter = !('adapter' in from);
      if (signal.aborted) return void (closesAdapter && adapter.close?.());
      const session = await startClientele({ ...options, ...this.#host.options(), adapter, closesAdapter });
      if (signal.aborted) return session.end();
      this.#start = null;
      this.#session = session;
      this.#host.changed(session, null);
    } catch (cause) {
      if (signal.aborted) return;
      this.#start = null;
      this.#host.changed(null, toError(cause, 'describe'));
    }
  }

  async #load(src: string, signal: AbortSignal): Promise<Source> {
    const load = await sourceLoader(() => !signal.aborted && this.#host.loaderMissing());
    signal.throwIfAborted();
    return load(src, signal);
  }
}
