import { toGamut, type Oklch } from './color.js';
import { HUES, type Hue } from './hues.js';

/** The names of the accent scale, which `palette()` derives from one brand colour. */
export const ACCENT_NAMES = [
  'accent',
  'accent-hover',
  'accent-active',
  'on-accent',
  'accent-text',
  'accent-tint',
  'accent-tint-hover',
  'focus',
] as const;
export type AccentName = (typeof ACCENT_NAMES)[number];

export { HUES };
export type { Hue };

export type Scheme = 'light' | 'dark';

/** One colour token: its value on light and on dark. */
export interface SchemeColor {
  readonly light: Oklch;
  readonly dark: Oklch;
}

type Triple = readonly [l: number, c: number, h: number];

const color = ([l, c, h]: Triple): Oklch => toGamut({ l, c, h });
const pair = (light: Triple, dark: Triple): SchemeColor => ({ light: color(light), dark: color(dark) });

const NEUTRAL = 268;
const neutral = (light: number, lightChroma: number, dark: number, darkChroma: number): SchemeColor =>
  pair([light, lightChroma, NEUTRAL], [dark, darkChroma, NEUTRAL]);

/** The neutrals that carry the page. */
export const NEUTRALS = {
  canvas: neutral(0.982, 0.002, 0.165, 0.006),
  surface: neutral(1, 0, 0.195, 0.007),
  'surface-sunken': neutral(0.975, 0.003, 0.178, 0.007),
  'surface-raised': neutral(1, 0, 0.232, 0.009),
  'surface-hover': neutral(0.968, 0.004, 0.228, 0.009),
  'surface-active': neutral(0.945, 0.006, 0.27, 0.011),
  border: neutral(0.916, 0.006, 0.288, 0.011),
  'border-strong': neutral(0.86, 0.009, 0.36, 0.014),
  control: neutral(0.622, 0.018, 0.575, 0.02),
  text: neutral(0.235, 0.016, 0.955, 0.004),
  'text-secondary': neutral(0.425, 0.02, 0.79, 0.011),
  'text-muted': neutral(0.5, 0.02, 0.715, 0.014),
  icon: neutral(0.5, 0.02, 0.715, 0.014),
  skeleton: neutral(0.94, 0.005, 0.262, 0.01),
  tooltip: neutral(0.27, 0.016, 0.93, 0.005),
  'on-tooltip': neutral(0.985, 0.002, 0.22, 0.012),
} as const satisfies Record<string, SchemeColor>;

/** What `palette(DEFAULT_BRAND)` gives; written out so that no page computes it. */
export const DEFAULT_BRAND = '#5754d6';
export const ACCENT = {
  accent: pair([0.525, 0.1937, 278.4], [0.58, 0.1937, 278.4]),
  'accent-hover': pair([0.485, 0.1937, 278.4], [0.54, 0.1937, 278.4]),
  'accent-active': pair([0.45, 0.1937, 278.4], [0.505, 0.1937, 278.4]),
  'on-accent': pair([1, 0, 0], [1, 0, 0]),
  'accent-text': pair([0.52, 0.1937, 278.4], [0.74, 0.1366, 278.4]),
  'accent-tint': pair([0.962, 0.0188, 278.4], [0.262, 0.05, 278.4]),
  'accent-tint-hover': pair([0.943, 0.0281, 278.4], [0.296, 0.0581, 278.4]),
  focus: pair([0.525, 0.1937, 278.4], [0.58, 0.1937, 278.4]),
} as const satisfies Record<AccentName, SchemeColor>;

/** What the colours of loss, care and success mean is fixed; a brand does not change them. */
export const TONES = {
  danger: pair([0.545, 0.205, 26], [0.592, 0.205, 26]),
  'danger-hover': pair([0.49, 0.19, 26], [0.545, 0.2, 26]),
  'on-danger': pair([1, 0, 0], [1, 0, 0]),
  'danger-text': pair([0.5, 0.19, 26], [0.77, 0.13, 24]),
  'danger-tint': pair([0.962, 0.018, 20], [0.268, 0.055, 24]),
  warning: pair([0.62, 0.14, 62], [0.76, 0.145, 75]),
  'warning-text': pair([0.47, 0.105, 62], [0.83, 0.125, 80]),
  'warning-tint': pair([0.965, 0.036, 85], [0.275, 0.045, 75]),
  success: pair([0.56, 0.135, 152], [0.72, 0.15, 155]),
  'success-text': pair([0.44, 0.105, 152], [0.81, 0.13, 157]),
  'success-tint': pair([0.96, 0.032, 155], [0.262, 0.042, 160]),
} as const satisfies Record<string, SchemeColor>;

const category = (degrees: number, chroma = 1): Record<'tint' | 'ink' | 'solid', SchemeColor> => ({
  tint: pair([0.952, 0.034 * chroma, degrees], [0.292, 0.052 * chroma, degrees]),
  ink: pair([0.425, 0.115 * chroma, degrees], [0.865, 0.085 * chroma, degrees]),
  solid: pair([0.6, 0.155 * chroma, degrees], [0.7, 0.14 * chroma, degrees]),
});

/** Each hue: a tint to write on, an ink to write with, and a solid for dots and bars. */
export const CATEGORIES: Readonly<Record<Hue, Record<'tint' | 'ink' | 'solid', SchemeColor>>> = {
  red: category(22),
  orange: category(48),
  amber: category(80, 0.95),
  lime: category(122, 1),
  green: category(152),
  teal: category(182, 0.85),
  cyan: category(215, 0.85),
  blue: category(252),
  indigo: category(278),
  violet: category(304),
  pink: category(344),
  grey: category(258, 0.16),
};

/** Every colour token by the part of its name after `--clientele-color-`. */
export const COLORS: Readonly<Record<string, SchemeColor>> = {
  ...NEUTRALS,
  ...ACCENT,
  ...TONES,
  ...Object.fromEntries(
    HUES.flatMap((hue) =>
      (['tint', 'ink', 'solid'] as const).map((use) => [`${hue}-${use}`, CATEGORIES[hue][use]] as const),
    ),
  ),
};

/** The surfaces on which text and controls may stand. */
export const BACKGROUNDS = [
  'canvas',
  'surface',
  'surface-sunken',
  'surface-raised',
  'surface-hover',
  'surface-active',
] as const;
