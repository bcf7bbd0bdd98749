import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { IconNode } from 'lucide';

export type { IconNode };

type Shape = (attributes: Record<string, string | number | undefined>) => SVGTemplateResult;

const fill = (value: string | number | undefined): unknown => value ?? nothing;

/** Lucide draws with these shapes alone. */
const SHAPES: Readonly<Record<string, Shape>> = {
  path: (a) => svg`<path d=${a['d']} fill=${fill(a['fill'])}></path>`,
  circle: (a) => svg`<circle cx=${a['cx']} cy=${a['cy']} r=${a['r']} fill=${fill(a['fill'])}></circle>`,
  ellipse: (a) => svg`<ellipse cx=${a['cx']} cy=${a['cy']} rx=${a['rx']} ry=${a['ry']}></ellipse>`,
  line: (a) => svg`<line x1=${a['x1']} y1=${a['y1']} x2=${a['x2']} y2=${a['y2']}></line>`,
  rect: (a) =>
    svg`<rect x=${a['x'] ?? 0} y=${a['y'] ?? 0} width=${a['width']} height=${a['height']} rx=${a['rx'] ?? 0}></rect>`,
  polyline: (a) => svg`<polyline points=${a['points']}></polyline>`,
  polygon: (a) => svg`<polygon points=${a['points']}></polygon>`,
};

const drawn = new WeakMap<IconNode, readonly SVGTemplateResult[]>();

function shapesOf(node: IconNode): readonly SVGTemplateResult[] {
  let shapes = drawn.get(node);
  if (!shapes) {
    shapes = node.flatMap(([tag, attributes]) => SHAPES[tag]?.(attributes) ?? []);
    drawn.set(node, shapes);
  }
  return shapes;
}

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
export function icon(node: IconNode, options: { filled?: boolean; flips?: boolean } = {}): TemplateResult {
  const classes = `icon${options.filled ? ' filled' : ''}${options.flips ? ' flips' : ''}`;
  return html`<svg
    class=${classes}
    viewBox="0 0 24 24"
    width="16"
    height="16"
    aria-hidden="true"
    focusable="false"
  >
    ${shapesOf(node)}
  </svg>`;
}
