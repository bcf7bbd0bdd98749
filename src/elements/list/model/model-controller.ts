import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ListModel } from './list-model.js';

/** Re-renders its host when the model that the host shows has changed; follows the host's `model` property. */
export class ModelController implements ReactiveController {
  #host: ReactiveControllerHost & { model: ListModel | null };
  #model: ListModel | null = null;
  #leave: (() => void) | null = null;

  constructor(host: ReactiveControllerHost & { model: ListModel | null }) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#follow();
  }

  hostUpdate(): void {
    if (this.#host.model !== this.#model) this.#follow();
  }

  hostDisconnected(): void {
    this.#leave?.();
    this.#leave = null;
    this.#model = null;
  }

  #follow(): void {
    this.#leave?.();
    this.#model = this.#host.model;
    this.#leave = this.#model?.subscribe(() => this.#host.requestUpdate()) ?? null;
  }
}
