import { ClienteleError } from '../../../contract/index.js';
import { packError, unpackError } from '../wire.js';
import type { ErrorBody } from '../../../contract/index.js';
import type { Entry } from './database.js';

/** What tabs of one base say to each other. */
type Message =
  | { kind: 'written'; number: number; entry: Entry }
  | { kind: 'snapshot' }
  | { kind: 'call'; call: string; member: string; args: unknown[] }
  | { kind: 'ok'; call: string; value: unknown }
  | { kind: 'failed'; call: string; error: ErrorBody | string };

interface Pending {
  member: string;
  args: unknown[];
  resolve(value: never): void;
  reject(error: unknown): void;
  timer: ReturnType<typeof setTimeout>;
}

/** A writer that does not answer for so long, in milliseconds, is taken for gone. */
const PATIENCE = 30_000;

export interface TabsOptions {
  /** Somebody else wrote. */
  onWritten(number: number, entry: Entry): void;
  /** There is a first snapshot, or a new one. */
  onSnapshot(): void;
  /** This tab is the writer from now on: takes in what it has not heard of, before anything is written. */
  onPromoted(): Promise<void>;
  /** Does what a tab asks of the writer. */
  call(member: string, args: unknown[]): Promise<unknown>;
}

/**
 * The tabs that share one base. One of them writes, as long as it lives (a Web Lock says which); the others ask it to, and follow what it
 * says. When it goes, the next one takes over, and what was asked of the old one is done by the new one: its keys make that safe.
 */
export class Tabs {
  readonly #options: TabsOptions;
  readonly #channel: BroadcastChannel | null;
  readonly #pending = new Map<string, Pending>();
  readonly #stop = new AbortController();
  #isWriter: boolean;
  #release: () => void = () => undefined;
  #next = 1;
  readonly #own = Math.random().toString(36).slice(2);

  private constructor(channel: BroadcastChannel | null, isWriter: boolean, options: TabsOptions) {
    this.#channel = channel;
    this.#isWriter = isWriter;
    this.#options = options;
    channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => this.#hear(data));
  }

  /** Joins the tabs of a base; the first one is its writer. */
  static async join(name: string, options: TabsOptions): Promise<Tabs> {
    const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(`clientele:${name}`) : null;
    const locks = (globalThis.navigator as Navigator | undefined)?.locks;
    if (!channel || !locks) return new Tabs(channel, true, options);
    const tabs = new Tabs(channel, false, options);
    const lock = `clientele:${name}`;
    await new Promise<void>((decided) => {
      const granted = (held: Lock | null): Promise<void> | undefined => {
        if (!held) {
          void locks
            .request(lock, { signal: tabs.#stop.signal }, () => tabs.#promote())
            .catch(() => undefined);
          decided();
          return undefined;
        }
        tabs.#isWriter = true;
        decided();
        return tabs.#hold();
      };
      void locks.request(lock, { ifAvailable: true }, granted);
    });
    return tabs;
  }

  get isWriter(): boolean {
    return this.#isWriter;
  }

  /** Tells the others what was written. */
  written(number: number, entry: Entry): void {
    this.#channel?.postMessage({ kind: 'written', number, entry } satisfies Message);
  }

  snapshotMade(): void {
    this.#channel?.postMessage({ kind: 'snapshot' } satisfies Message);
  }

  /** Asks the writer. */
  ask(member: string, args: unknown[]): Promise<unknown> {
    const call = `${this.#own}.${this.#next++}`;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#pending.delete(call);
        reject(
          new ClienteleError('unavailable', 'the tab that writes does not answer', { operation: member }),
        );
      }, PATIENCE);
      this.#pending.set(call, { member, args, resolve, reject, timer });
      this.#channel?.postMessage({ kind: 'call', call, member, args } satisfies Message);
    });
  }

  close(): void {
    this.#stop.abort();
    this.#release();
    this.#channel?.close();
    for (const [call, { reject }] of this.#pending) {
      this.#end(call);
      reject(new ClienteleError('unavailable', 'the adapter was closed'));
    }
  }

  #hold(): Promise<void> {
    return new Promise((release) => {
      this.#release = release;
      if (this.#stop.signal.aborted) release();
    });
  }

  async #promote(): Promise<void> {
    await this.#options.onPromoted();
    this.#isWriter = true;
    for (const [call, { member, args, resolve, reject }] of this.#pending) {
      this.#end(call);
      this.#options.call(member, args).then((value) => resolve(value as never), reject);
    }
    return this.#hold();
  }

  #end(call: string): Pending | undefined {
    const pending = this.#pending.get(call);
    if (pending) clearTimeout(pending.timer);
    this.#pending.delete(call);
    return pending;
  }

  #hear(message: Message): void {
    switch (message.kind) {
      case 'written':
        return this.#options.onWritten(message.number, message.entry);
      case 'snapshot':
        return this.#options.onSnapshot();
      case 'ok':
        return this.#end(message.call)?.resolve(message.value as never);
      case 'failed':
        return this.#end(message.call)?.reject(unpackError(message.error));
      case 'call':
        if (this.#isWriter) void this.#answer(message);
    }
  }

  async #answer({ call, member, args }: Extract<Message, { kind: 'call' }>): Promise<void> {
    let answer: Message;
    try {
      answer = { kind: 'ok', call, value: await this.#options.call(member, args) };
    } catch (error) {
      answer = { kind: 'failed', call, error: packError(error) };
    }
    this.#channel?.postMessage(answer);
  }
}
