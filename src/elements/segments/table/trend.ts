import { html, svg, type TemplateResult } from 'lit';
import type { SegmentSize } from '../../../contract/index.js';
import type { Terms } from '../../../locales/terms.js';
import type { Formatter } from '../../../sdk/types.js';

const DAY_MS = 86_400_000;

interface TrendOptions {
  readonly terms: Pick<Terms, 'library'>;
  readonly format: Formatter;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Only the last so many days. Absent: all. */
  readonly days?: number;
}

/** How a size moved, as a line with its figures as its name; null where there are no two days. Needs `trendStyles`. */
export function trend(sizes: readonly SegmentSize[], options: TrendOptions): TemplateResult | null {
  const { width, height, terms, format } = options;
  const shown = options.days === undefined ? sizes : recent(sizes, options.days);
  const first = shown[0];
  const last = shown.at(-1);
  if (!first || !last || shown.length < 2) return null;
  const days = dayNumber(last.day) - dayNumber(first.day);
  const name = terms.library.trend(format.number(first.count), format.number(last.count), days);
  return html`<svg
    class="trend"
    viewBox="0 0 ${width} ${height}"
    width=${width}
    height=${height}
    role="img"
    aria-label=${name}
  >
    <title>${name}</title>
    ${svg`<polyline points=${points(shown, width, height)}></polyline>`}
  </svg>`;
}

function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

function recent(sizes: readonly SegmentSize[], days: number): readonly SegmentSize[] {
  const last = sizes.at(-1);
  if (!last) return sizes;
  const from = dayNumber(last.day) - days;
  return sizes.filter(({ day }) => dayNumber(day) >= from);
}

function points(sizes: readonly SegmentSize[], width: number, height: number): string {
  const counts = sizes.map(({ count }) => count);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const from = dayNumber(sizes[0]?.day ?? '');
  const span = Math.max(1, dayNumber(sizes.at(-1)?.day ?? '') - from);
  // A line of one height stands in the middle; room for its own width at the edges.
  const y = (count: number): number =>
    most === least ? height / 2 : 2 + (1 - (count - least) / (most - least)) * (height - 4);
  return sizes
    .map(({ day, count }) => {
      const x = 2 + ((dayNumber(day) - from) / span) * (width - 4);
      return `${x.toFixed(1)},${y(count).toFixed(1)}`;
    })
    .join(' ');
}
