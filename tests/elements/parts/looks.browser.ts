import { expect } from 'chai';
import { html, render } from 'lit';
import { Search, Star } from 'lucide';
import { avatar } from '../../../src/elements/parts/avatar.js';
import { tag } from '../../../src/elements/parts/badge.js';
import { chip } from '../../../src/elements/parts/chip.js';
import { emptyState } from '../../../src/elements/parts/empty-state.js';
import { icon } from '../../../src/elements/parts/icon.js';
import { progressBar } from '../../../src/elements/parts/progress.js';
import { setStyle } from '../../../src/elements/parts/set-style.js';
import { HUES } from '../../../src/theme/scheme.js';
import { applyPalette, palette } from '../../../src/theme/palette.js';
import '../../../stories/parts/gallery-element.js';
import { expectAccessible } from '../../support/axe.js';
import { mount, nextFrame, until } from '../../support/browser.js';
import { engine, media } from '../../support/keys.js';
import { settled, stage } from './stage.js';

describe('setStyle', () => {
  it('sets, changes and takes off properties without a style attribute in the template', async () => {
    const box = mount(document.createElement('div'));
    const show = (values: Record<string, string | number | null>): unknown =>
      render(html`<p ${setStyle(values)}></p>`, box);
    show({ 'inline-size': '40px', '--_share': 0.5 });
    const { style } = box.querySelector('p') as HTMLElement;
    expect(style.inlineSize).to.equal('40px');
    expect(style.getPropertyValue('--_share')).to.equal('0.5');
    show({ 'inline-size': null });
    expect(style.inlineSize).to.equal('');
    expect(style.getPropertyValue('--_share')).to.equal('');
  });
});

describe('icon', () => {
  it('draws every shape as SVG, hidden from screen readers', async () => {
    const { find } = await stage(html`${icon(Search)}`);
    const drawn = find<SVGElement>('svg');
    expect(drawn.getAttribute('aria-hidden')).to.equal('true');
    expect([...drawn.children].map((shape) => shape.localName)).to.deep.equal(['path', 'circle']);
    expect(drawn.children[1]?.namespaceURI).to.equal('http://www.w3.org/2000/svg');
    expect(drawn.getBoundingClientRect().width).to.equal(16);
    expect(getComputedStyle(drawn).fill).to.equal('none');
  });

  it('can be filled', async () => {
    const { find } = await stage(html`${icon(Star, { filled: true })}`);
    expect(getComputedStyle(find<SVGElement>('svg')).fill).not.to.equal('none');
  });
});

describe('avatar', () => {
  it('shows initials, and keeps them when the photo does not load', async () => {
    const { find } = await stage(
      html`${avatar({ id: 'c1', name: 'Žaneta Ķirsone', photo: '/no-such-photo.jpg' })}`,
    );
    expect(find('.initials').textContent).to.equal('ŽĶ');
    expect(find('img').getAttribute('referrerpolicy')).to.equal('no-referrer');
    await until(() => find<HTMLImageElement>('img').hidden, 'the hidden photo');
  });

  it('shows a photo again after a broken one', async () => {
    const pixel = new Blob([
      Uint8Array.from(atob('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw=='), (c) => c.charCodeAt(0)),
    ]);
    const url = URL.createObjectURL(pixel);
    const { find, update } = await stage(html`${avatar({ id: 'c1', name: 'Anna', photo: '/no.jpg' })}`);
    await until(() => find<HTMLImageElement>('img').hidden, 'the hidden photo');
    await update(html`${avatar({ id: 'c1', name: 'Anna', photo: url })}`);
    await until(() => !find<HTMLImageElement>('img').hidden, 'the photo');
    URL.revokeObjectURL(url);
  });
});

describe('chips, tags, empty states and progress', () => {
  it('are accessible with every hue, in light and dark', async () => {
    for (const theme of ['light', 'dark']) {
      const { host } = await stage(
        html`${HUES.map((hue) => tag(hue, hue))}
        ${HUES.map((hue) => chip(hue, { hue, onRemove: () => undefined, removeLabel: `Remove ${hue}` }))}
        ${emptyState({ sign: 'error', text: 'Failed', hint: 'Nothing is lost.', details: { summary: 'Details', text: '503' } })}
        ${progressBar({ label: 'Awarding', value: 0.3 })}${progressBar({ label: 'Counting' })}`,
        { theme },
      );
      host.style.setProperty('display', 'block');
      await expectAccessible(host);
      host.remove();
    }
  });

  it('tell how far a job is', async () => {
    const { find } = await stage(
      html`${progressBar({ label: 'Awarding', value: 0.426, valueText: '173 of 412' })}`,
    );
    expect(find('[role=progressbar]').getAttribute('aria-valuenow')).to.equal('43');
    expect(find('[role=progressbar]').getAttribute('aria-valuetext')).to.equal('173 of 412');
  });
});

describe('the gallery of parts', () => {
  const gallery = async (attributes: Record<string, string>): Promise<HTMLElement> => {
    const element = document.createElement('parts-gallery');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    mount(element);
    await nextFrame();
    await settled(element.shadowRoot as ShadowRoot);
    return element;
  };

  for (const attributes of [{ theme: 'light' }, { theme: 'dark' }, { theme: 'light', dir: 'rtl' }]) {
    it(`is accessible with ${JSON.stringify(attributes)}`, async () => {
      await expectAccessible(await gallery(attributes));
    });
  }

  it('is accessible in forced colours', async function () {
    if (engine !== 'chromium') this.skip();
    await media({ forcedColors: 'active' });
    try {
      await expectAccessible(await gallery({}));
    } finally {
      await media({ forcedColors: 'none' });
    }
  });

  it('takes the colours of one brand colour', async () => {
    const element = await gallery({ theme: 'light' });
    const button = element.shadowRoot?.querySelector('.button.primary') as HTMLElement;
    const before = getComputedStyle(button).backgroundColor;
    applyPalette(element, palette('#0f766e'));
    await until(() => getComputedStyle(button).backgroundColor !== before, 'another colour');
    await expectAccessible(element);
  });

  it('looks the same on a page that resets everything and has a tiny root font', async () => {
    const measure = (element: HTMLElement): string[] =>
      ['.button', '.input', '.checkbox', '.tag', 'table', 'h3'].map((selector) => {
        const found = element.shadowRoot?.querySelector(selector) as HTMLElement;
        const style = getComputedStyle(found);
        return [
          found.offsetHeight,
          style.fontSize,
          style.color,
          style.textTransform,
          style.letterSpacing,
          style.textAlign,
        ].join();
      });
    const calm = measure(await gallery({ theme: 'light' }));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { all: unset; } html { font-size: 10px; }
      body { text-transform: uppercase; letter-spacing: 3px; line-height: 3; color: rgb(255 0 0); text-align: center; white-space: nowrap; }
      div, span, button, input, table { border: 9px solid; box-sizing: content-box; font-size: 30px; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    try {
      expect(measure(await gallery({ theme: 'light' }))).to.deep.equal(calm);
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    }
  });
});
