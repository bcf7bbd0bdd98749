import { formatColor, toGamut, type Oklch } from './color.js';
import { contrast, parseColor } from './convert.js';
import { ACCENT_NAMES, BACKGROUNDS, NEUTRALS, type AccentName, type Scheme } from './scheme.js';

/** The accent scale of one scheme: a CSS `oklch()` colour per name. */
export type AccentScale = Readonly<Record<AccentName, string>>;

/** What one brand colour becomes; see {@link palette}. */
export interface Palette {
  /** The colour as it was given. */
  readonly brand: string;
  readonly light: AccentScale;
  readonly dark: AccentScale;
}

/** Above the WCAG thresholds by a hair, so that no rounding on a screen falls below them. */
const TEXT = 4.55;
const CONTROL = 3.05;
const WHITE: Oklch = { l: 1, c: 0, h: 0 };
const STEP = 0.005;

/** The lightness nearest to the wanted one at which the colour passes, or null. */
function nearest(wanted: Oklch, passes: (candidate: Oklch) => boolean): Oklch | null {
  for (let distance = 0; distance <= 1; distance += STEP) {
    for (const l of [wanted.l - distance, wanted.l + distance]) {
      if (l < 0 || l > 1) continue;
      const candidate = settle({ ...wanted, l });
      if (passes(candidate)) return candidate;
    }
  }
  return null;
}

/** In the gamut and rounded as it will be written, so that what is checked is what is shown. */
function settle({ l, c, h }: Oklch): Oklch {
  const color = toGamut({ l: Number(l.toFixed(3)), c, h: Number(h.toFixed(1)) });
  return { ...color, c: Math.floor(color.c * 1e4) / 1e4 };
}

const reaches = (ratio: number, others: readonly Oklch[]) => (candidate: Oklch) =>
  others.every((other) => contrast(candidate, other) >= ratio);

function scale(brand: Oklch, scheme: Scheme): Record<AccentName, Oklch> {
  const backgrounds = BACKGROUNDS.map((name) => NEUTRALS[name][scheme]);
  const isLight = scheme === 'light';
  const tintAt = (l: number, share: number, most: number): Oklch =>
    settle({ l, c: Math.min(brand.c * share, most), h: brand.h });
  const tint = isLight ? tintAt(0.962, 0.12, 0.022) : tintAt(0.262, 0.26, 0.05);
  const tintHover = isLight ? tintAt(0.943, 0.17, 0.032) : tintAt(0.296, 0.3, 0.06);
  const all = [...backgrounds, tint, tintHover];

  const dark: Oklch = settle({ l: 0.17, c: Math.min(brand.c, 0.02), h: brand.h });
  const fillFor = (ink: Oklch, wanted: Oklch): Oklch | null =>
    nearest(wanted, (candidate) => reaches(CONTROL, all)(candidate) && contrast(candidate, ink) >= TEXT);
  const onWhite = fillFor(WHITE, brand);
  const onDark = fillFor(dark, brand);
  const away = (fill: Oklch | null): number => (fill ? Math.abs(fill.l - brand.l) : Infinity);
  // White ink looks cleaner on a button, so the brand may move a little to keep it.
  const usesWhite = away(onWhite) <= away(onDark) + 0.1;
  const ink = usesWhite ? WHITE : dark;
  const accent = (usesWhite ? onWhite : onDark) ?? onDark ?? brand;
  // Only the ink binds a pressed or hovered fill: by then its label or tick says what it is.
  const shifted = (by: number): Oklch =>
    nearest({ ...brand, l: accent.l + by * (usesWhite ? -1 : 1) }, reaches(TEXT, [ink])) ?? accent;
  const textStart = { ...brand, l: isLight ? Math.min(brand.l, 0.52) : Math.max(brand.l, 0.74) };
  return {
    accent,
    'accent-hover': shifted(0.04),
    'accent-active': shifted(0.075),
    'on-accent': ink,
    'accent-text': nearest(textStart, reaches(TEXT, all)) ?? NEUTRALS.text[scheme],
    'accent-tint': tint,
    'accent-tint-hover': tintHover,
    focus: nearest(brand, reaches(CONTROL, all)) ?? NEUTRALS.text[scheme],
  };
}

const format = (colors: Record<AccentName, Oklch>): AccentScale =>
  Object.fromEntries(ACCENT_NAMES.map((name) => [name, formatColor(colors[name])])) as Record<
    AccentName,
    string
  >;

/**
 * One brand colour → the accent scale of both schemes. The brand's hue is kept, its lightness moves only as far as
 * needed: text on every surface ≥ 4.5:1, fills, controls and the focus ring ≥ 3:1, ink on the fill ≥ 4.5:1.
 *
 * @param brand hex, `rgb()` or `oklch()`; opacity is ignored.
 * @throws TypeError if the text is no such colour.
 */
export function palette(brand: string): Palette {
  const color = parseColor(brand);
  if (!color) throw new TypeError(`Not a colour that can be read (hex, rgb() or oklch()): ${brand}`);
  return { brand, light: format(scale(color, 'light')), dark: format(scale(color, 'dark')) };
}

const declarations = (colors: Palette): [property: string, value: string][] =>
  ACCENT_NAMES.map((name) => [
    `--clientele-color-${name}`,
    `light-dark(${colors.light[name]}, ${colors.dark[name]})`,
  ]);

/** Sets the palette on an element, for it and everything within; null takes it off again. Safe under a strict CSP. */
export function applyPalette(element: HTMLElement, colors: Palette | null): void {
  if (!colors) {
    for (const name of ACCENT_NAMES) element.style.removeProperty(`--clientele-color-${name}`);
    return;
  }
  for (const [property, value] of declarations(colors)) element.style.setProperty(property, value);
}

/** The palette as a CSS rule, for a stylesheet of the host's own. */
export function paletteCss(colors: Palette, selector = ':root'): string {
  const lines = declarations(colors).map(([property, value]) => `  ${property}: ${value};`);
  return `${selector} {\n${lines.join('\n')}\n}\n`;
}
