import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { deepActiveElement } from './overlays.js';

/**
 * Watches what the updates of its host do to the focus within: an element that an update removes or moves loses it to the page, and the
 * keyboard with it.
 */
export class FocusKeeper implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #regain: (before: HTMLElement) => boolean;
  #before: HTMLElement | null = null;
  /** What has the focus until something better is there; undefined: nothing is owed. */
  #makeshift: HTMLElement | null | undefined;

  /**
   * @param regain called when an update has taken the focus away from `before`: gives it to what stands there now. False: to a makeshift, or to
   *   nothing yet; asked again after the next update, unless something else has the focus by then.
   */
  constructor(host: ReactiveControllerHost & HTMLElement, regain: (before: HTMLElement) => boolean) {
    this.#host = host;
    this.#regain = regain;
    host.addController(this);
  }

  hostUpdate(): void {
    const active = this.#host.shadowRoot?.activeElement;
    if (active instanceof HTMLElement) this.#before = active;
    else if (this.#makeshift === undefined) this.#before = null;
  }

  hostUpdated(): void {
    const before = this.#before;
    if (!before) return;
    const now = deepActiveElement();
    const isLost = now === null || now === this.#makeshift;
    this.#makeshift = isLost && !this.#regain(before) ? deepActiveElement() : undefined;
  }

  hostDisconnected(): void {
    this.#before = null;
    this.#makeshift = undefined;
  }
}
