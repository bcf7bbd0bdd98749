import type { Adapter, Context, Now, WriteContext } from '../contract/adapter.js';
import { ClienteleError } from '../contract/plain/errors.js';
import { settle, toError } from './now.js';

const OWN_KEYS = 1000;

export interface GateHooks {
  /** Who asks. */
  who(): Omit<Context, 'signal'>;
  online(online: boolean): void;
  /** It answers again after it did not. */
  recovered(): void;
  failed(error: ClienteleError): void;
}

/**
 * The one way from the session to its adapter: says who asks, turns every failure into an error of the closed union, knows whether
 * the adapter answers, and remembers the keys of its own writes.
 */
export class Gate {
  online = true;
  #isTroubled = false;
  readonly #end = new AbortController();
  readonly #own = new Set<string>();
  readonly #applied = new Set<string>();
  readonly #adapter: Adapter;
  readonly #hooks: GateHooks;

  constructor(adapter: Adapter, hooks: GateHooks) {
    this.#adapter = adapter;
    this.#hooks = hooks;
  }

  get signal(): AbortSignal {
    return this.#end.signal;
  }

  /** The caller's own signal, else the session's. (Both at once need no joining: at the end the adapter is closed.) */
  context(signal = this.signal): Context {
    return { ...this.#hooks.who(), signal };
  }

  read<T>(
    operation: string,
    ask: (adapter: Adapter, context: Context) => Now<T>,
    signal?: AbortSignal,
  ): Now<T> {
    return settle(
      () => {
        this.#check(operation, signal);
        return ask(this.#adapter, this.context(signal));
      },
      (answer) => {
        this.#check(operation, signal);
        this.reached();
        return answer;
      },
      (error) => {
        throw this.fail(error, operation);
      },
    );
  }

  /** @param key The idempotency key, made known by `own`. */
  async write<T>(
    operation: string,
    key: string,
    ask: (adapter: Adapter, context: WriteContext) => Now<T>,
  ): Promise<T> {
    return this.read(operation, (adapter, context) => ask(adapter, { ...context, key }));
  }

  /** Remembers a key as ours. `isApplied`: the answer to the write says all that it changes. */
  own(key: string, isApplied = false): string {
    remember(this.#own, key);
    if (isApplied) remember(this.#applied, key);
    return key;
  }

  /** True for the key of a write of this session. */
  isOwn(key: string | undefined): boolean {
    return key !== undefined && this.#own.has(key);
  }

  /** True where the cache has from the answer what a change with this key would tell. */
  isApplied(key: string | undefined): boolean {
    return key !== undefined && this.#applied.has(key);
  }

  /** Makes an error of the closed union of a failure, and tells those who watch. */
  fail(cause: unknown, operation: string): ClienteleError {
    const error = toError(cause, operation);
    if (error.code === 'aborted') return error;
    // The stream waits longer with each failure: that others are answered must not hurry it time and again.
    const isStream = operation === 'watch' && error.code !== 'offline';
    if (!isStream && (error.code === 'offline' || error.code === 'unavailable')) this.#isTroubled = true;
    this.#turn(error.code !== 'offline');
    this.#hooks.failed(error);
    return error;
  }

  /** The adapter answered. */
  reached(): void {
    this.#turn(true);
    if (!this.#isTroubled || this.signal.aborted) return;
    this.#isTroubled = false;
    this.#hooks.recovered();
  }

  #turn(online: boolean): void {
    if (online === this.online || this.signal.aborted) return;
    this.online = online;
    this.#hooks.online(online);
  }

  end(): void {
    this.#end.abort();
  }

  #check(operation: string, signal: AbortSignal | undefined): void {
    if (this.signal.aborted) throw new ClienteleError('aborted', 'the session has ended', { operation });
    if (signal?.aborted) throw new ClienteleError('aborted', 'the request was dropped', { operation });
  }
}

function remember(keys: Set<string>, key: string): void {
  keys.add(key);
  if (keys.size > OWN_KEYS) keys.delete(keys.values().next().value ?? key);
}

/** The optional member of an adapter, or the error that says it lacks it. */
export function need<T>(member: T | undefined, operation: string): T {
  if (member === undefined) {
    throw new ClienteleError('unsupported', `the adapter has no ${operation}`, { operation });
  }
  return member;
}
