import { sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import '../../../src/elements/parts/popover.define.js';
import type { ClientelePopover } from '../../../src/elements/parts/popover.js';
import '../../../src/elements/parts/tooltip.define.js';
import { tooltip } from '../../../src/elements/parts/tooltip.js';
import { expectAccessible } from '../../support/axe.js';
import { deepActiveElement, inside, nextFrame, until } from '../../support/browser.js';
import { click, hover, press, resetPointer } from '../../support/keys.js';
import { stage, type Stage } from './stage.js';

const content = html`<label class="choice"><input class="checkbox" type="checkbox" />Phone</label>`;

async function withPopover(
  body: TemplateResult = content,
  attributes: Record<string, string> = {},
): Promise<Stage & { popover: ClientelePopover; button: HTMLButtonElement }> {
  const on = await stage(
    html`<button
        class="button"
        aria-haspopup="dialog"
        aria-expanded="false"
        @click=${(event: Event) => popover.toggle(event.currentTarget as Element)}
      >
        Columns
      </button>
      <input id="other" class="input" aria-label="Other" />
      <clientele-popover-0 aria-label="Columns">${body}</clientele-popover-0>`,
    attributes,
  );
  const popover = on.find<ClientelePopover>('clientele-popover-0');
  return { ...on, popover, button: on.find<HTMLButtonElement>('button') };
}

describe('<clientele-popover-0>', () => {
  it('moves the focus in, and back to its button on Escape', async () => {
    const { popover, button, find } = await withPopover();
    button.focus();
    await press('Enter');
    await until(() => deepActiveElement() === find('.checkbox'), 'the focus on the first control');
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(popover.anchor).to.equal(button);
    await press('Escape');
    await until(() => !popover.open && deepActiveElement() === button, 'the focus on the button');
    expect(button.getAttribute('aria-expanded')).to.equal('false');
  });

  it('takes the focus itself when nothing in it can', async () => {
    const { popover, button } = await withPopover(html`<p>Four visits, 482 €</p>`);
    popover.show(button);
    await until(() => deepActiveElement() === popover, 'the focus on the panel');
  });

  it('gives the focus back when the press that dismissed it lands on nothing', async () => {
    const { popover, button } = await withPopover();
    button.focus();
    await press('Enter');
    await until(() => popover.matches(':focus-within'), 'the focus in the panel');
    await sendMouse({ type: 'click', position: [640, 560] });
    await until(() => !popover.open && deepActiveElement() === button, 'the focus on the button');
  });

  it('leaves the focus where the press that dismissed it put it', async () => {
    const { popover, button, find } = await withPopover();
    button.focus();
    await press('Enter');
    await until(() => popover.matches(':focus-within'), 'the focus in the panel');
    popover.style.setProperty('margin-top', '60px');
    await click(find('#other'));
    await until(() => !popover.open, 'a closed panel');
    await nextFrame();
    expect(deepActiveElement()).to.equal(find('#other'));
  });

  it('turns upwards where there is no room below', async () => {
    const { popover, button } = await withPopover(html`${Array.from({ length: 8 }, () => content)}`);
    button.style.setProperty('position', 'fixed');
    button.style.setProperty('bottom', '8px');
    popover.show(button);
    await nextFrame();
    expect(popover.getBoundingClientRect().bottom).to.be.at.most(button.getBoundingClientRect().top);
  });

  it('stands at its anchor also by the positioner of our own', async () => {
    const supports = CSS.supports;
    CSS.supports = ((...args: [string]) =>
      args[0] !== 'position-area' && supports.apply(CSS, args)) as typeof supports;
    try {
      const { popover, button } = await withPopover();
      button.style.setProperty('margin', '40px');
      popover.show(button);
      await until(() => getComputedStyle(inside(popover, '.panel')).opacity === '1', 'a panel at rest');
      const [own, anchor] = [popover.getBoundingClientRect(), button.getBoundingClientRect()];
      expect(Math.abs(own.left - anchor.left)).to.be.below(2);
      expect(own.top - anchor.bottom).to.be.within(2, 8);
    } finally {
      CSS.supports = supports;
    }
  });

  it('is closed after it was taken out while open, and opens again', async () => {
    const { popover, button, shadow } = await withPopover();
    popover.show(button);
    popover.remove();
    expect(popover.open).to.equal(false);
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    shadow.querySelector('.root')?.append(popover);
    popover.show(button);
    expect(popover.open).to.equal(true);
  });

  it('is accessible in light and dark', async () => {
    for (const theme of ['light', 'dark']) {
      const { popover, button, host } = await withPopover(content, { theme });
      popover.show(button);
      await until(() => getComputedStyle(inside(popover, '.panel')).opacity === '1', 'a panel at rest');
      await expectAccessible(host);
      popover.hide();
    }
  });
});

describe('tooltip', () => {
  const template = html`<button id="before" class="button">Before</button>
    <button id="columns" class="button icon-only" aria-label="Columns" ${tooltip('Columns')}>C</button>
    <button class="button icon-only" aria-label="More" ${tooltip('More')}>M</button>`;

  afterEach(async () => {
    await resetPointer();
  });

  it('comes to who stays on a button with the pointer, and goes with it', async () => {
    const { shadow, find } = await stage(template);
    await hover(find('#columns'));
    const shown = await until(() => shadow.querySelector('clientele-tooltip-0'), 'a tooltip');
    expect(shown.textContent).to.equal('Columns');
    expect(shown.matches(':popover-open')).to.equal(true);
    await resetPointer();
    await hover(document.documentElement);
    await until(() => !shadow.querySelector('clientele-tooltip-0'), 'no tooltip');
  });

  it('comes at once to the keyboard, moves on with it, and goes on Escape', async () => {
    const { shadow, find } = await stage(template);
    find('#before').focus();
    await press('Tab');
    await until(() => shadow.querySelector('clientele-tooltip-0')?.textContent === 'Columns', 'a tooltip');
    await press('Tab');
    await until(
      () => shadow.querySelector('clientele-tooltip-0')?.textContent === 'More',
      'the next tooltip',
    );
    expect(shadow.querySelectorAll('clientele-tooltip-0')).to.have.length(1);
    await press('Escape');
    await until(() => !shadow.querySelector('clientele-tooltip-0'), 'no tooltip');
  });

  it('goes when its button goes', async () => {
    const { shadow, find, update } = await stage(template);
    find('#before').focus();
    await press('Tab');
    await until(() => shadow.querySelector('clientele-tooltip-0'), 'a tooltip');
    await update(html`<p>Gone</p>`);
    expect(shadow.querySelector('clientele-tooltip-0')).to.equal(null);
  });
});
