import { unsafeCSS, type CSSResult } from 'lit';
import { colorTexts } from './colors.js';

const PREFIX = '--clientele-';

const shade = (light: number, dark: number): string =>
  `light-dark(oklch(0.2 0.02 268 / ${light}), oklch(0 0 0 / ${dark}))`;

/** The hairline around what floats: a shadow on light, a light edge on dark. */
const RING = 'light-dark(oklch(0.2 0.02 268 / 0.08), oklch(1 0 0 / 0.1))';

/** Everything that is not a plain colour. Sizes are in px, so that a host's `html { font-size: 10px }` changes none. */
const otherTokens: readonly (readonly [name: string, value: string])[] = [
  ['color-backdrop', shade(0.32, 0.56)],
  ['space-half', '2px'],
  ['space-1', '4px'],
  ['space-2', '8px'],
  ['space-3', '12px'],
  ['space-4', '16px'],
  ['space-5', '20px'],
  ['space-6', '24px'],
  ['space-8', '32px'],
  ['space-10', '40px'],
  ['space-12', '48px'],
  ['font-family', 'inherit'],
  ['font-size-caption', '12px'],
  ['font-size-secondary', '13px'],
  ['font-size-body', '14px'],
  ['font-size-head', '16px'],
  ['font-size-name', '20px'],
  ['font-weight-regular', '400'],
  ['font-weight-medium', '500'],
  ['font-weight-strong', '600'],
  ['line-height', '1.45'],
  ['radius', '6px'],
  ['border-width', '1px'],
  ['shadow-popover', `0 0 0 1px ${RING}, 0 4px 12px ${shade(0.08, 0.36)}, 0 12px 32px ${shade(0.08, 0.32)}`],
  ['shadow-dialog', `0 0 0 1px ${RING}, 0 8px 24px ${shade(0.12, 0.4)}, 0 24px 72px ${shade(0.16, 0.44)}`],
  ['row-height', '36px'],
  ['control-height', '32px'],
  ['control-height-small', '28px'],
  ['target', '24px'],
  ['focus-width', '2px'],
  ['focus-offset', '2px'],
  ['duration', '150ms'],
  ['easing', 'cubic-bezier(0.2, 0, 0, 1)'],
];

/** Row heights by density; `regular` is the default of `row-height`. */
export const ROW_HEIGHTS = { comfortable: 44, regular: 36, compact: 28 } as const;
export type Density = keyof typeof ROW_HEIGHTS;

/** Every public token and its default value, without the prefix `--clientele-`. */
export const TOKENS: ReadonlyMap<string, string> = new Map([
  ...colorTexts().map(([name, value]): [string, string] => [`color-${name}`, value]),
  ...otherTokens,
]);

/** On fingers, controls grow; a token set by the host still wins. */
const COARSE: readonly (readonly [name: string, value: string])[] = [
  ['control-height', '44px'],
  ['control-height-small', '40px'],
  ['target', '40px'],
];

const resolve = (entries: Iterable<readonly [string, string]>): string =>
  [...entries].map(([name, value]) => `--_${name}: var(${PREFIX}${name}, ${value});`).join('\n    ');

const densities = Object.entries(ROW_HEIGHTS)
  .map(([name, height]) => `:host([density='${name}']) { ${PREFIX}row-height: ${height}px; }`)
  .join('\n  ');

/**
 * Resolves every token for the shadow root that takes it, and for all parts within. A style then says
 * `var(--_color-text)`; a host overrides `--clientele-color-text`, on `:root`, on the provider or on one widget.
 * Also answers the attributes `theme` (`light`, `dark`; `auto` and none follow the page's `color-scheme`) and
 * `density` (`comfortable`, `regular`, `compact`) of the element itself.
 */
export const tokens: CSSResult = unsafeCSS(`
  :host {
    ${resolve(TOKENS)}
  }
  @media (pointer: coarse) {
    :host {
      ${resolve(COARSE)}
    }
  }
  ${densities}
  :host([theme='light']) { color-scheme: light; }
  :host([theme='dark']) { color-scheme: dark; }
  :host([theme='auto']) { color-scheme: inherit; }
`);

/** All tokens with their defaults as a stylesheet: what a host copies to override. */
export function themeCss(selector = ':root'): string {
  return `${selector} {\n${[...TOKENS].map(([name, value]) => `  ${PREFIX}${name}: ${value};`).join('\n')}\n}\n`;
}
