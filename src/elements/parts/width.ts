import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Knows how wide its host is, and in which of its steps that falls: `new WidthController(this, { narrow: 0, medium: 600, wide: 1000 })`
 * makes `step` one of these names. The host updates when the step changes, not with every pixel.
 */
export class WidthController<Step extends string> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #steps: readonly (readonly [name: Step, from: number])[];
  readonly #onChange: ((width: number) => void) | undefined;
  #observer: ResizeObserver | null = null;
  #step: Step | null = null;
  #width = 0;

  /** @param onChange is told every new width, in px, before paint; for what is drawn by hand. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    steps: Readonly<Record<Step, number>>,
    onChange?: (width: number) => void,
  ) {
    this.#host = host;
    this.#steps = (Object.entries(steps) as [Step, number][]).sort((one, other) => other[1] - one[1]);
    this.#onChange = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver(([entry]) => {
      if (entry) this.#measure(entry.contentRect.width);
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = null;
  }

  /** In px; 0 before the first measurement. */
  get width(): number {
    return this.#width;
  }

  /** Null before the first measurement. */
  get step(): Step | null {
    return this.#step;
  }

  #measure(width: number): void {
    if (width === this.#width || width === 0) return;
    this.#width = width;
    const step = this.#steps.find(([, from]) => width >= from)?.[0] ?? null;
    const hasChanged = step !== this.#step;
    this.#step = step;
    if (hasChanged) this.#host.requestUpdate();
    this.#onChange?.(width);
  }
}
