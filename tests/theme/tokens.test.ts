import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { HUES as CONTRACT_HUES } from '../../src/contract/fields.js';
import { formatColor, isInGamut } from '../../src/theme/color.js';
import { contrast } from '../../src/theme/convert.js';
import { BACKGROUNDS, COLORS, HUES, type Scheme } from '../../src/theme/scheme.js';
import { themeCss, tokens, TOKENS } from '../../src/theme/tokens.js';

const SCHEMES: readonly Scheme[] = ['light', 'dark'];
const SURFACES = [...BACKGROUNDS, 'accent-tint', 'accent-tint-hover'];
const TONES = ['danger', 'warning', 'success'];

function assertContrast(front: string, back: string, ratio: number): void {
  for (const scheme of SCHEMES) {
    const [one, other] = [COLORS[front], COLORS[back]];
    assert.ok(one && other, `no such token: ${front} or ${back}`);
    const measured = contrast(one[scheme], other[scheme]);
    assert.ok(measured >= ratio, `${scheme}: ${front} on ${back} is ${measured.toFixed(2)}, not ${ratio}`);
  }
}

describe('tokens', () => {
  it('keep every text readable on every surface', () => {
    const texts = [
      'text',
      'text-secondary',
      'text-muted',
      'accent-text',
      ...TONES.map((tone) => `${tone}-text`),
    ];
    for (const text of texts) for (const surface of SURFACES) assertContrast(text, surface, 4.5);
  });

  it('keep controls, icons and the focus ring visible on every surface', () => {
    for (const mark of ['control', 'icon', 'accent', 'focus', ...TONES]) {
      for (const surface of SURFACES) assertContrast(mark, surface, 3);
    }
  });

  it('keep the text of alerts readable on their tints', () => {
    for (const tone of TONES) {
      for (const text of [`${tone}-text`, 'text', 'text-secondary'])
        assertContrast(text, `${tone}-tint`, 4.5);
      assertContrast(tone, `${tone}-tint`, 3);
    }
  });

  it('keep the ink on filled controls readable, at rest, hovered and pressed', () => {
    for (const fill of ['accent', 'accent-hover', 'accent-active']) assertContrast('on-accent', fill, 4.5);
    for (const fill of ['danger', 'danger-hover']) assertContrast('on-danger', fill, 4.5);
    assertContrast('on-tooltip', 'tooltip', 4.5);
  });

  it('give all twelve category hues a readable ink and a visible solid', () => {
    assert.equal(HUES.length, 12);
    for (const hue of HUES) {
      assertContrast(`${hue}-ink`, `${hue}-tint`, 4.5);
      for (const surface of SURFACES) {
        assertContrast(`${hue}-ink`, surface, 4.5);
        assertContrast(`${hue}-solid`, surface, 3);
      }
    }
  });

  it('name the hues as the contract does', () => {
    assert.deepEqual([...HUES], [...CONTRACT_HUES]);
  });

  it('are colours that sRGB can show, so that what is measured is what is seen', () => {
    for (const [name, color] of Object.entries(COLORS)) {
      for (const scheme of SCHEMES) assert.ok(isInGamut(color[scheme]), `${name}, ${scheme}`);
    }
  });

  it('are each resolved once for a shadow root, from the public name to the private one', () => {
    for (const [name, value] of TOKENS) {
      assert.ok(tokens.cssText.includes(`--_${name}: var(--clientele-${name}, ${value});`), name);
    }
  });

  it('have the colours that the scheme works out, so that no page has to', () => {
    for (const [name, { light, dark }] of Object.entries(COLORS)) {
      const worked = `light-dark(${formatColor(light)}, ${formatColor(dark)})`;
      assert.equal(TOKENS.get(`color-${name}`), worked, name);
    }
    const written = [...TOKENS.keys()].filter((name) => name.startsWith('color-'));
    assert.deepEqual(written, [...Object.keys(COLORS).map((name) => `color-${name}`), 'color-backdrop']);
  });

  it('measure in px alone', () => {
    assert.doesNotMatch(tokens.cssText, /\d(r?em)\b/);
  });

  it('are written out in theme.css', () => {
    const file = readFileSync(new URL('../../src/theme/theme.css', import.meta.url), 'utf8');
    const bare = (css: string): string => css.replace(/\s+/g, '');
    assert.equal(bare(file), bare(themeCss()));
  });
});
