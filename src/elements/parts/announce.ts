import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';

type Urgency = 'polite' | 'assertive';

/** Long enough for a screen reader to have noticed the region, and for a burst of messages to become the last one. */
const DELAY_MS = 60;
const CLEAR_MS = 4_000;

/** Speaks to screen readers through regions of the host's own shadow root: put `render()` into its template. */
export class AnnounceController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #timers: Partial<Record<Urgency, ReturnType<typeof setTimeout>>> = {};

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    for (const timer of Object.values(this.#timers)) clearTimeout(timer);
  }

  /** Says a text, also if it is the same as before; `assertive` interrupts. Of several at once, the last is said. */
  announce(text: string, urgency: Urgency = 'polite'): void {
    const write = (words: string): void => {
      const region = this.#host.shadowRoot?.querySelector(`[data-announce='${urgency}']`);
      if (region) region.textContent = words;
    };
    clearTimeout(this.#timers[urgency]);
    write('');
    this.#timers[urgency] = setTimeout(() => {
      write(text);
      this.#timers[urgency] = setTimeout(() => write(''), CLEAR_MS);
    }, DELAY_MS);
  }

  /** The two regions; they must be there before the first message. */
  render(): TemplateResult {
    return html`<div class="visually-hidden" role="status" aria-live="polite" data-announce="polite"></div>
      <div class="visually-hidden" role="alert" aria-live="assertive" data-announce="assertive"></div>`;
  }
}
