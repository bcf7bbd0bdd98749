/** Helpers of the element tests that no single widget owns. */

/**
 * Call inside `describe`. Chromium reports a ResizeObserver whose callback resizes again as an error of the page; the
 * browser merely delivers it a frame later, so it must fail no test.
 */
export function ignoreResizeObserverLoop(): void {
  let original: OnErrorEventHandler;
  before(() => {
    original = window.onerror;
    window.onerror = (message, ...rest) =>
      typeof message === 'string' && /ResizeObserver loop/.test(message)
        ? true
        : original?.call(window, message, ...rest);
  });
  after(() => {
    window.onerror = original;
  });
}

/** Puts an element into the page, and takes it out after the test. */
export function mount<T extends Element>(element: T): T {
  document.body.append(element);
  mounted.push(element);
  return element;
}

const mounted: Element[] = [];
afterEach(() => {
  for (const element of mounted.splice(0)) element.remove();
});

/** Waits until `check` answers truthily, looking once a frame, and answers that. Fails after `timeoutMs`. */
export async function until<T>(
  check: () => T,
  what = 'condition',
  timeoutMs = 5000,
): Promise<NonNullable<T>> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const value = check();
    if (value) return value;
    if (performance.now() > end) throw new Error(`Waited ${timeoutMs} ms in vain for ${what}.`);
    await nextFrame();
  }
}

/** After the next frame has been painted. */
export async function nextFrame(): Promise<void> {
  await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** The next event of that type on the target; fails after `timeoutMs`. */
export async function nextEvent<E extends Event>(
  target: EventTarget,
  type: string,
  timeoutMs = 5000,
): Promise<E> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No ${type} within ${timeoutMs} ms.`)), timeoutMs);
    target.addEventListener(
      type,
      (event) => {
        clearTimeout(timer);
        resolve(event as E);
      },
      { once: true },
    );
  });
}

/** The first match inside the element's shadow root, or an error that names the selector. */
export function inside<T extends Element = HTMLElement>(host: Element, selector: string): T {
  const found = host.shadowRoot?.querySelector<T>(selector);
  if (!found) throw new Error(`<${host.localName}> has no ${selector} inside.`);
  return found;
}

/** The element that has the focus, through shadow roots. */
export function deepActiveElement(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
