import { ContextEvent, type Context } from '@lit/context';
import { PROVIDER_TAG } from './contexts.js';

/**
 * Keeps an element in touch with the nearest provider of a context, between `connect` and `disconnect`; also with a provider that is
 * upgraded after the element. `changed` gets null when there is none.
 */
export class Follower<T> {
  readonly #host: HTMLElement;
  readonly #context: Context<unknown, T>;
  readonly #changed: (value: T | null) => void;
  #stop: (() => void) | undefined;
  #isConnected = false;
  value: T | null = null;

  constructor(host: HTMLElement, context: Context<unknown, T>, changed: (value: T | null) => void) {
    this.#host = host;
    this.#context = context;
    this.#changed = changed;
  }

  /** True when a provider stands above that does not answer yet, for its tag is not defined. */
  get isWaiting(): boolean {
    return this.#isConnected && this.value === null && hasUndefinedProvider(this.#host);
  }

  connect(): void {
    this.#isConnected = true;
    this.#ask();
    if (this.#stop || !hasUndefinedProvider(this.#host)) return;
    void customElements.whenDefined(PROVIDER_TAG).then(() => {
      if (!this.#isConnected || this.#stop) return;
      this.#ask();
      if (!this.#stop) this.#changed(null);
    });
  }

  disconnect(): void {
    this.#isConnected = false;
    this.#stop?.();
    this.#stop = undefined;
    this.value = null;
  }

  #ask(): void {
    const receive = (value: T, stop?: () => void): void => {
      if (stop !== this.#stop) this.#stop?.();
      // A provider above one that came later must not be heard any more.
      if (!this.#isConnected) return stop?.();
      this.#stop = stop;
      this.value = value;
      this.#changed(value);
    };
    this.#host.dispatchEvent(new ContextEvent(this.#context, this.#host, receive, true));
  }
}

/** An element's parents in the flat tree's sense: through slots' owners and shadow roots' hosts. */
export function* ancestors(of: Element): Generator<Element> {
  let node: Node | null = of;
  while ((node = node instanceof ShadowRoot ? node.host : node.parentNode))
    if (node instanceof Element) yield node;
}

function hasUndefinedProvider(host: Element): boolean {
  if (customElements.get(PROVIDER_TAG)) return false;
  for (const element of ancestors(host)) if (element.localName === PROVIDER_TAG) return true;
  return false;
}
