import { expect } from 'chai';
import { html } from 'lit';
import '../../../src/elements/parts/menu.define.js';
import type { ClienteleMenu, ClienteleMenuSelectEvent, MenuItem } from '../../../src/elements/parts/menu.js';
import { expectAccessible } from '../../support/axe.js';
import { deepActiveElement, nextEvent, nextFrame, until } from '../../support/browser.js';
import { click, press, type } from '../../support/keys.js';
import { stage, within, type Stage } from './stage.js';

const ITEMS: MenuItem[] = [
  { id: 'open', label: 'Open card' },
  { id: 'edit', label: 'Edit' },
  { id: 'message', label: 'Message', disabled: true, description: 'No phone' },
  { id: 'line', kind: 'divider' },
  { id: 'delete', label: 'Delete client', tone: 'danger' },
];

const focusedText = (): string => deepActiveElement()?.querySelector('.text')?.textContent?.trim() ?? '';

async function openMenu(
  items: readonly MenuItem[] = ITEMS,
  attributes: Record<string, string> = {},
): Promise<Stage & { menu: ClienteleMenu; button: HTMLButtonElement; chosen: string[] }> {
  const chosen: string[] = [];
  const on = await stage(
    html`<button
        class="button"
        aria-haspopup="menu"
        aria-expanded="false"
        @click=${(event: Event) => menu.toggle(event.currentTarget as Element)}
        @keydown=${(event: KeyboardEvent) => menu.handleTriggerKey(event)}
      >
        More
      </button>
      <clientele-menu-0
        label="Anna Miller"
        .items=${items}
        @clientele-menu-select=${(event: ClienteleMenuSelectEvent) => chosen.push(event.item.id)}
      ></clientele-menu-0>`,
    attributes,
  );
  const menu = on.find<ClienteleMenu>('clientele-menu-0');
  return { ...on, menu, button: on.find<HTMLButtonElement>('button'), chosen };
}

describe('<clientele-menu-0>', () => {
  describe('keyboard', () => {
    it('opens at the first item by the down arrow and at the last by the up arrow', async () => {
      const { button, menu } = await openMenu();
      button.focus();
      await press('ArrowDown');
      await until(() => focusedText() === 'Open card', 'the first item');
      expect(button.getAttribute('aria-expanded')).to.equal('true');
      await press('Escape');
      await until(() => !menu.open, 'a closed menu');
      await until(() => deepActiveElement() === button, 'the focus on its button');
      expect(button.getAttribute('aria-expanded')).to.equal('false');
      await press('ArrowUp');
      await until(() => focusedText().startsWith('Delete'), 'the last item');
    });

    it('moves with arrows past the ends, Home and End, over a disabled item too', async () => {
      const { button } = await openMenu();
      button.focus();
      await press('Enter');
      await until(() => focusedText() === 'Open card', 'the first item');
      await press('ArrowDown', 'ArrowDown');
      expect(focusedText()).to.contain('Message');
      await press('End');
      expect(focusedText()).to.equal('Delete client');
      await press('ArrowDown');
      expect(focusedText()).to.equal('Open card');
      await press('ArrowUp', 'Home');
      expect(focusedText()).to.equal('Open card');
    });

    it('goes to an item by its first letters', async () => {
      const { button } = await openMenu();
      button.focus();
      await press('Enter');
      await until(() => focusedText() === 'Open card', 'the first item');
      await type('de');
      expect(focusedText()).to.equal('Delete client');
    });

    it('chooses by Enter and by Space, closes and gives the focus back', async () => {
      const { button, menu, chosen } = await openMenu();
      for (const key of ['Enter', ' ']) {
        button.focus();
        await press('Enter');
        await until(() => menu.open && focusedText() === 'Open card', 'the open menu');
        await press('ArrowDown', key);
        await until(() => !menu.open, 'a closed menu');
        await until(() => deepActiveElement() === button, 'the focus on its button');
      }
      expect(chosen).to.deep.equal(['edit', 'edit']);
    });

    it('does nothing for a disabled item', async () => {
      const { button, menu, chosen } = await openMenu();
      button.focus();
      await press('Enter');
      await until(() => focusedText() === 'Open card', 'the first item');
      await press('ArrowDown', 'ArrowDown', 'Enter');
      expect(menu.open).to.equal(true);
      expect(chosen).to.deep.equal([]);
    });

    it('closes on Tab', async () => {
      const { button, menu } = await openMenu();
      button.focus();
      await press('Enter');
      await until(() => focusedText() === 'Open card', 'the first item');
      await press('Tab');
      await until(() => !menu.open, 'a closed menu');
    });
  });

  describe('pointer', () => {
    it('opens and closes by clicks on its button, and does not open again by the click that dismissed it', async () => {
      const { button, menu } = await openMenu();
      await click(button);
      await until(() => menu.open, 'an open menu');
      await click(button);
      await nextFrame();
      expect(menu.open).to.equal(false);
      await click(button);
      await until(() => menu.open, 'an open menu again');
    });

    it('closes by a click elsewhere', async () => {
      const { button, menu } = await openMenu();
      await click(button);
      await until(() => menu.open, 'an open menu');
      await click(document.documentElement);
      await until(() => !menu.open, 'a closed menu');
    });

    it('opens at a point, inside the viewport', async () => {
      const { menu } = await openMenu();
      menu.show({ x: window.innerWidth - 5, y: window.innerHeight - 5 });
      await nextFrame();
      const box = menu.getBoundingClientRect();
      expect(box.right).to.be.at.most(window.innerWidth);
      expect(box.bottom).to.be.at.most(window.innerHeight);
    });

    it('stands at its button, on the start side, in both directions', async () => {
      for (const dir of ['ltr', 'rtl']) {
        const { button, menu } = await openMenu(ITEMS, { dir });
        await click(button);
        await until(() => menu.open, 'an open menu');
        await nextFrame();
        const [own, anchor] = [menu.getBoundingClientRect(), button.getBoundingClientRect()];
        const edge = dir === 'ltr' ? own.left - anchor.left : own.right - anchor.right;
        expect(Math.abs(edge), dir).to.be.below(2);
        expect(own.top - anchor.bottom, dir).to.be.within(0, 12);
        menu.hide();
      }
    });
  });

  it('keeps a check item open and says what is checked', async () => {
    const items: MenuItem[] = [
      { id: 'view', kind: 'heading', label: 'Density' },
      { id: 'regular', kind: 'radio', label: 'Regular', checked: true },
      { id: 'compact', kind: 'radio', label: 'Compact', checked: false },
      { id: 'line', kind: 'divider' },
      { id: 'grid', kind: 'check', label: 'Lines', checked: true },
    ];
    const { button, menu, chosen } = await openMenu(items);
    await click(button);
    await until(() => menu.open, 'an open menu');
    const group = within(menu, '[role=group]')[0];
    expect(group?.getAttribute('aria-label')).to.equal('Density');
    expect(within(menu, '[role=menuitemradio]').map((item) => item.ariaChecked)).to.deep.equal([
      'true',
      'false',
    ]);
    const check = within(menu, '[role=menuitemcheckbox]')[0];
    await until(
      () => menu.matches(':focus-within') && menu.getAnimations({ subtree: true }).length === 0,
      'rest',
    );
    const panel = within(menu, '.panel')[0] ?? menu;
    await until(() => getComputedStyle(panel).opacity === '1', 'a menu at rest');
    await click(check ?? menu);
    await until(() => chosen.length > 0, 'the choice');
    expect(chosen).to.deep.equal(['grid']);
    expect(menu.open).to.equal(true);
  });

  it('scrolls when it is longer than the page is high', async () => {
    const { menu, button } = await openMenu(
      Array.from({ length: 60 }, (_, at) => ({ id: `i${at}`, label: `Item ${at}` })),
    );
    menu.show(button, { focus: 'last' });
    await until(() => focusedText() === 'Item 59', 'the last item');
    const list = within(menu, '[role=menu]')[0];
    expect(list?.scrollTop).to.be.above(0);
    expect(menu.getBoundingClientRect().height).to.be.at.most(window.innerHeight);
  });

  it('tells when it opened and closed', async () => {
    const { menu, button } = await openMenu();
    const opened = nextEvent<ToggleEvent>(menu, 'toggle');
    menu.show(button);
    expect((await opened).newState).to.equal('open');
    const closed = nextEvent<ToggleEvent>(menu, 'toggle');
    menu.hide();
    expect((await closed).newState).to.equal('closed');
  });

  it('opens nothing when it has no items', async () => {
    const { menu, button } = await openMenu([]);
    menu.show(button);
    expect(menu.open).to.equal(false);
  });

  it('is accessible, open, in light and dark', async () => {
    for (const theme of ['light', 'dark']) {
      const { menu, button, host } = await openMenu(ITEMS, { theme });
      menu.show(button);
      await nextFrame();
      await expectAccessible(host);
      menu.hide();
    }
  });
});
