import { noChange } from 'lit';
import { Directive, directive, type DirectiveResult } from 'lit/directive.js';
import type { IconNode } from 'lucide';

export type { IconNode };

const SVG = 'http://www.w3.org/2000/svg';
const drawn = new Map<string, WeakMap<IconNode, SVGElement>>();

/** What an icon is copied from: a list shows hundreds. */
function drawnAs(node: IconNode, classes: string): SVGElement {
  let icons = drawn.get(classes);
  if (!icons) drawn.set(classes, (icons = new WeakMap()));
  let made = icons.get(node);
  if (!made) icons.set(node, (made = draw(node, classes)));
  return made;
}

function draw(node: IconNode, classes: string): SVGElement {
  const drawing = element('svg', {
    class: classes,
    viewBox: '0 0 24 24',
    width: 16,
    height: 16,
    'aria-hidden': 'true',
    focusable: 'false',
  });
  drawing.append(...node.map(([tag, attributes]) => element(tag, attributes)));
  return drawing;
}

function element(tag: string, attributes: Readonly<Record<string, string | number | undefined>>): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(name, String(value));
  return made;
}

class IconDirective extends Directive {
  #node: IconNode | null = null;
  #classes = '';

  render(node: IconNode, classes: string): unknown {
    if (node === this.#node && classes === this.#classes) return noChange;
    this.#node = node;
    this.#classes = classes;
    return drawnAs(node, classes).cloneNode(true);
  }
}

const drawing = directive(IconDirective);

/**
 * A lucide icon in the colour of the text around it, 16 px with a 1.5 px stroke. Decorative: the button or the text beside it
 * carries the name. Needs `iconStyles`.
 *
 *     import { Search } from 'lucide';
 *     html`<button class="button icon-only" aria-label=${label}>${icon(Search)}</button>`
 *
 * @param options.filled fills the closed shapes (a favourite's star).
 * @param options.flips mirrors the icon where text runs from right to left (arrows, chevrons).
 */
export function icon(node: IconNode, options: { filled?: boolean; flips?: boolean } = {}): DirectiveResult {
  return drawing(node, `icon${options.filled ? ' filled' : ''}${options.flips ? ' flips' : ''}`);
}
