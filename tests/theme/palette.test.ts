import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatColor, isInGamut, type Oklch } from '../../src/theme/color.js';
import { contrast, fromRgb, parseColor, toRgb, type Rgb } from '../../src/theme/convert.js';
import { applyPalette, palette, paletteCss, type Palette } from '../../src/theme/palette.js';
import { ACCENT, ACCENT_NAMES, BACKGROUNDS, DEFAULT_BRAND, NEUTRALS } from '../../src/theme/scheme.js';

const SCHEMES = ['light', 'dark'] as const;

const read = (css: string): Oklch => {
  const color = parseColor(css);
  assert.ok(color, `unreadable: ${css}`);
  return color;
};

const hex = (rgb: Rgb): string =>
  `#${rgb
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

const channel = fc.integer({ min: 0, max: 255 }).map((value) => value / 255);
const anyRgb: fc.Arbitrary<Rgb> = fc.tuple(channel, channel, channel);

function assertReadable(made: Palette): void {
  for (const scheme of SCHEMES) {
    const scale = made[scheme];
    const surfaces = [
      ...BACKGROUNDS.map((name) => [name, NEUTRALS[name][scheme]] as const),
      ...(['accent-tint', 'accent-tint-hover'] as const).map((name) => [name, read(scale[name])] as const),
    ];
    const atLeast = (ratio: number, front: string, back: Oklch, what: string): void => {
      const measured = contrast(read(front), back);
      assert.ok(
        measured >= ratio,
        `${made.brand}, ${scheme}: ${what} is ${measured.toFixed(2)}, not ${ratio}`,
      );
    };
    for (const [name, surface] of surfaces) {
      atLeast(4.5, scale['accent-text'], surface, `accent-text on ${name}`);
      atLeast(3, scale.accent, surface, `accent on ${name}`);
      atLeast(3, scale.focus, surface, `focus on ${name}`);
    }
    for (const fill of ['accent', 'accent-hover', 'accent-active'] as const) {
      atLeast(4.5, scale['on-accent'], read(scale[fill]), `on-accent on ${fill}`);
    }
    for (const tint of ['accent-tint', 'accent-tint-hover'] as const) {
      const ink = formatColor(NEUTRALS['text-muted'][scheme]);
      atLeast(4.5, ink, read(scale[tint]), `muted text on ${tint}`);
    }
    for (const name of ACCENT_NAMES)
      assert.ok(isInGamut(read(scale[name])), `${made.brand}: ${name} out of gamut`);
  }
}

describe('colours', () => {
  it('come back from OKLCH as the same 8-bit colour', () => {
    fc.assert(
      fc.property(anyRgb, (rgb) => assert.equal(hex(toRgb(fromRgb(rgb))), hex(rgb))),
      { numRuns: 1000 },
    );
  });

  it('agree with published OKLCH and WCAG values', () => {
    const red = read('#ff0000');
    assert.ok(Math.abs(red.l - 0.62796) < 1e-4);
    assert.ok(Math.abs(red.c - 0.25768) < 1e-4);
    assert.ok(Math.abs(red.h - 29.234) < 0.01);
    assert.equal(contrast(read('#fff'), read('#000')).toFixed(2), '21.00');
    assert.equal(contrast(read('#767676'), read('#ffffff')).toFixed(2), '4.54');
  });

  it('are read from every form a brand may be given in', () => {
    const same = [
      '#3366cc',
      '#36c',
      '#36CF',
      '#3366ccff',
      'rgb(51 102 204)',
      'rgba(51, 102, 204, 0.5)',
      'rgb(20% 40% 80% / 1)',
    ];
    for (const text of same) assert.equal(hex(toRgb(read(text))), '#3366cc', text);
    assert.deepEqual(parseColor('oklch(52% 0.19 275deg)'), { l: 0.52, c: 0.19, h: 275 });
    assert.deepEqual(parseColor('oklch(0.52 50% 0.5turn / 80%)'), { l: 0.52, c: 0.2, h: 180 });
    assert.deepEqual(parseColor('oklch(0.5 none -90)'), { l: 0.5, c: 0, h: 270 });
  });

  it('answer null for what is no colour', () => {
    for (const text of [
      '',
      '#12',
      '#12345',
      'red',
      'rgb(1 2)',
      'rgb(a b c)',
      'oklch(1 2)',
      'var(--x)',
      'url(x)',
    ]) {
      assert.equal(parseColor(text), null, text);
    }
  });
});

describe('palette', () => {
  it('is readable for every brand colour in both schemes', () => {
    fc.assert(
      fc.property(anyRgb, (rgb) => assertReadable(palette(hex(rgb)))),
      { numRuns: 150 },
    );
  });

  it('is readable for white, black, neon yellow and other hard brands', () => {
    for (const brand of [
      '#ffffff',
      '#000000',
      '#ffff00',
      '#00ff00',
      '#ff00ff',
      '#0000ff',
      '#808080',
      'oklch(0.7 0.4 150)',
    ]) {
      assertReadable(palette(brand));
    }
  });

  it('keeps a brand that is already readable', () => {
    const brand = read('#4f46e5');
    const kept = read(palette('#4f46e5').light.accent);
    assert.ok(Math.abs(kept.l - brand.l) < 0.01);
    assert.ok(Math.abs(kept.h - brand.h) < 1);
  });

  it('is what the default accent tokens are written from', () => {
    const made = palette(DEFAULT_BRAND);
    for (const scheme of SCHEMES) {
      for (const name of ACCENT_NAMES)
        assert.equal(formatColor(ACCENT[name][scheme]), made[scheme][name], name);
    }
  });

  it('refuses what is no colour, naming it', () => {
    assert.throws(() => palette('lilac-ish'), /TypeError: .*lilac-ish/);
  });

  it('is set on an element through properties alone, and taken off again', () => {
    const set = new Map<string, string>();
    const style = {
      setProperty: (name: string, value: string) => void set.set(name, value),
      removeProperty: (name: string) => void set.delete(name),
    };
    const element = { style } as unknown as HTMLElement;
    const made = palette('#0f766e');
    applyPalette(element, made);
    assert.equal(set.size, ACCENT_NAMES.length);
    assert.equal(
      set.get('--clientele-color-accent'),
      `light-dark(${made.light.accent}, ${made.dark.accent})`,
    );
    applyPalette(element, null);
    assert.equal(set.size, 0);
  });

  it('is written as one rule for a stylesheet', () => {
    const css = paletteCss(palette('#0f766e'), '.salon');
    assert.match(css, /^\.salon \{\n {2}--clientele-color-accent: light-dark\(oklch/);
    assert.equal(css.match(/--clientele-color-/g)?.length, ACCENT_NAMES.length);
  });
});
