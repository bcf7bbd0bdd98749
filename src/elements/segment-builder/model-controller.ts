import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BuilderContext } from './context.js';
import type { BuilderModel } from './model/builder-model.js';

/** Draws its host again when the model of its context has changed. */
export class ModelController implements ReactiveController {
  #host: ReactiveControllerHost & { context: BuilderContext };
  #model: BuilderModel | null = null;
  #leave: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & { context: BuilderContext }) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const { model } = this.#host.context;
    if (model === this.#model) return;
    this.#leave?.();
    this.#model = model;
    this.#leave = model.subscribe(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#leave?.();
    this.#leave = undefined;
    this.#model = null;
  }
}
