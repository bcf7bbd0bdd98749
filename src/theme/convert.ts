import { toGamma, toGamut, toLinearRgb, type Oklch } from './color.js';

/** Gamma-encoded sRGB, each channel 0–1. */
export type Rgb = readonly [number, number, number];

const toLinear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** sRGB → OKLCH. Greys get hue 0. */
export function fromRgb(rgb: Rgb): Oklch {
  const [r, g, b] = [toLinear(rgb[0]), toLinear(rgb[1]), toLinear(rgb[2])];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const chroma = Math.hypot(a, bb);
  if (chroma < 1e-4) return { l: clamp(lightness, 0, 1), c: 0, h: 0 };
  return { l: clamp(lightness, 0, 1), c: chroma, h: ((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360 };
}

/** OKLCH → the sRGB colour that an 8-bit screen shows, mapped into the gamut first. */
export function toRgb(color: Oklch): Rgb {
  const [r, g, b] = toLinearRgb(toGamut(color)).map(
    (channel) => Math.round(clamp(toGamma(Math.max(0, channel)), 0, 1) * 255) / 255,
  );
  return [r ?? 0, g ?? 0, b ?? 0];
}

/** WCAG relative luminance, 0–1. */
export function luminance([r, g, b]: Rgb): number {
  return 0.2126 * toLinear(r) + 0.7152 * toLinear(g) + 0.0722 * toLinear(b);
}

/** WCAG contrast ratio of two colours as shown, 1–21. */
export function contrast(one: Oklch, other: Oklch): number {
  const a = luminance(toRgb(one));
  const b = luminance(toRgb(other));
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const HEX = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i;
const FUNCTION = /^(rgba?|oklch)\(\s*([^)]+?)\s*\)$/i;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** A CSS number or percentage; a percentage is taken of `whole`. `none` is 0; null if it is neither. */
function component(text: string | undefined, whole: number): number | null {
  if (text === undefined) return null;
  if (text === 'none') return 0;
  const percent = text.endsWith('%');
  const digits = percent ? text.slice(0, -1) : text;
  if (!NUMBER.test(digits)) return null;
  return percent ? (Number(digits) / 100) * whole : Number(digits);
}

const DEGREES: Readonly<Record<string, number>> = { deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 };

function hue(text: string | undefined): number | null {
  const unit = text?.match(/(deg|grad|rad|turn)$/)?.[1] ?? 'deg';
  const value = component(text?.replace(/(deg|grad|rad|turn)$/, ''), 360);
  return value === null ? null : (((value * (DEGREES[unit] ?? 1)) % 360) + 360) % 360;
}

/**
 * Reads a CSS colour: hex (3, 4, 6 or 8 digits), `rgb()`/`rgba()` or `oklch()`, with commas or spaces.
 * Opacity is dropped. Null if the text is none of these.
 */
export function parseColor(text: string): Oklch | null {
  const source = text.trim().toLowerCase();
  const hex = HEX.exec(source)?.[1];
  if (hex !== undefined) {
    const wide = hex.length <= 4 ? [...hex].map((digit) => digit + digit).join('') : hex;
    const channel = (at: number): number => Number.parseInt(wide.slice(at, at + 2), 16) / 255;
    return fromRgb([channel(0), channel(2), channel(4)]);
  }
  const call = FUNCTION.exec(source);
  if (!call) return null;
  const [first, second, third] = (call[2] ?? '').split(/\s*[,/]\s*|\s+/);
  if (call[1] === 'oklch') {
    const [l, c, h] = [component(first, 1), component(second, 0.4), hue(third)];
    if (l === null || c === null || h === null) return null;
    return { l: clamp(l, 0, 1), c: Math.max(0, c), h };
  }
  const [r, g, b] = [component(first, 255), component(second, 255), component(third, 255)];
  if (r === null || g === null || b === null) return null;
  return fromRgb([clamp(r / 255, 0, 1), clamp(g / 255, 0, 1), clamp(b / 255, 0, 1)]);
}
