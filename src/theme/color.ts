/** A colour in OKLCH: `l` lightness 0–1, `c` chroma ≥ 0, `h` hue in degrees. */
export interface Oklch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

/** Linear light → sRGB's encoding of it. */
export const toGamma = (channel: number): number =>
  channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055;

/** OKLCH → linear sRGB, which may lie outside 0–1. */
export function toLinearRgb({ l, c, h }: Oklch): [number, number, number] {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

/** True if sRGB can show the colour (within half of an 8-bit step). */
export function isInGamut(color: Oklch): boolean {
  return toLinearRgb(color).every((channel) => {
    const encoded = toGamma(Math.max(0, channel));
    return channel > -0.0005 && encoded < 1.002;
  });
}

/** The same lightness and hue with the most chroma that sRGB can show, at most the colour's own. */
export function toGamut(color: Oklch): Oklch {
  if (isInGamut(color)) return color;
  let low = 0;
  let high = color.c;
  for (let step = 0; step < 16; step += 1) {
    const middle = (low + high) / 2;
    if (isInGamut({ ...color, c: middle })) low = middle;
    else high = middle;
  }
  return { ...color, c: low };
}

/** The colour as CSS text, `oklch(0.52 0.19 275)`. */
export function formatColor({ l, c, h }: Oklch): string {
  const number = (value: number, digits: number): string => String(Number(value.toFixed(digits)));
  return `oklch(${number(l, 4)} ${number(c, 4)} ${number(h, 2)})`;
}
