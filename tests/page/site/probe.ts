/** What a test asks the page for: where things are and what they say, through shadow roots. Loaded by the page itself. */

type Path = readonly string[];

declare global {
  interface Window {
    probe: typeof probe;
  }
}

/** Follows selectors from shadow root to shadow root; the last match of the last one. */
function find(path: Path): Element | null {
  let at: Element | null = null;
  for (const selector of path) {
    const root: ParentNode | null = at === null ? document : (at.shadowRoot ?? at);
    at = root?.querySelector(selector) ?? null;
    if (!at) return null;
  }
  return at;
}

/** Every element below a root that matches, through shadow roots. */
function* all(selector: string, root: ParentNode = document): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    if (element.matches(selector)) yield element;
    if (element.shadowRoot) yield* all(selector, element.shadowRoot);
  }
}

const textOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

const middleOf = (element: Element): [number, number] => {
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
};

const probe = {
  text: (path: Path): string | null => {
    const found = find(path);
    return found && textOf(found);
  },
  middle: (path: Path): [number, number] | null => {
    const found = find(path);
    return found && middleOf(found);
  },
  /** The middle of a visible button, link or menu item by its words or name. */
  button: (name: string): [number, number] | null => {
    for (const element of all('button, a[href], [role="menuitem"], [role="option"]')) {
      const isNamed = textOf(element) === name || element.getAttribute('aria-label') === name;
      if (isNamed && element.checkVisibility({ visibilityProperty: true })) return middleOf(element);
    }
    return null;
  },
  /** The element that has the focus, through shadow roots. */
  focused: (): Element | null => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active;
  },
  has: (selector: string): boolean => !all(selector).next().done,
  /** Texts of the rows, the header's first. */
  rows: (): string[] => [...all('[role="row"]')].map(textOf),
  looks,
};

/** Sizes and computed styles of everything that the list has drawn, for comparing two pages. */
function looks(properties: readonly string[]): string[] {
  const lines: string[] = [];
  const list = [...all('clientele-list')][0];
  const walk = (root: ParentNode, depth: number): void => {
    for (const element of root.querySelectorAll('*')) {
      const style = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      const values = properties.map((name) => style.getPropertyValue(name)).join(' ');
      lines.push(
        `${depth} ${element.localName}.${element.getAttribute('class') ?? ''} ${Math.round(width)}x${Math.round(height)} ${values}`,
      );
      if (element.shadowRoot) walk(element.shadowRoot, depth + 1);
    }
  };
  if (list?.shadowRoot) walk(list.shadowRoot, 0);
  return lines;
}

/** A call, as an import alone would be shaken off: the package says that its modules do nothing by themselves. */
export function installProbe(): void {
  window.probe = probe;
}
