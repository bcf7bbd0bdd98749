export { applyPalette, palette, paletteCss } from './palette.js';
export type { AccentScale, Palette } from './palette.js';
export { formatColor } from './color.js';
export { contrast, parseColor } from './convert.js';
export type { Oklch } from './color.js';
export { HUES } from './scheme.js';
export type { AccentName, Hue, Scheme } from './scheme.js';
export { ROW_HEIGHTS, themeCss, tokens, TOKENS } from './tokens.js';
export type { Density } from './tokens.js';
