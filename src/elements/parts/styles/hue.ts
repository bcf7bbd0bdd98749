import { unsafeCSS, type CSSResult } from 'lit';
import { HUES } from '../../../theme/hues.js';

/** `.hue-teal` and so on: the tint, the ink and the solid of a category hue for whatever stands within. */
export const hueStyles: CSSResult = unsafeCSS(
  HUES.map((hue) => {
    const color = `--_color-${hue}`;
    return `.hue-${hue} { --_hue-tint: var(${color}-tint); --_hue-ink: var(${color}-ink); --_hue-solid: var(${color}-solid) }`;
  }).join(''),
);
