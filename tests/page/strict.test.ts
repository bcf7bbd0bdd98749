import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { openStrictPage, type StrictPage } from '../packaging/strict-page.js';
import { buildSite, type Site } from './serve.js';

const GRID = ['clientele-list', 'clientele-list-grid-0'];

describe('a list in use under a strict policy with trusted types', () => {
  let site: Site;
  let page: StrictPage;
  let tab: Page;

  before(async () => {
    site = await buildSite('strict');
    page = await openStrictPage(site.folder);
    ({ tab } = page);
    await page.rows();
  });

  after(async () => {
    await page?.close();
    site?.remove();
  });

  /** Waits for an answer of the page; puppeteer's own waiting evaluates text, which the policy forbids. */
  async function until<T>(ask: () => Promise<T>, what: string): Promise<NonNullable<T>> {
    for (let attempt = 0; attempt < 200; attempt++) {
      const answer = await ask();
      if (answer) return answer;
      await delay(50);
    }
    return assert.fail(`waited in vain for ${what}`);
  }

  async function click(path: readonly string[], button: 'left' | 'right' = 'left'): Promise<void> {
    const [x, y] = await until(() => tab.evaluate((at) => window.probe.middle(at), path), path.join(' » '));
    await tab.mouse.click(x, y, { button });
  }

  async function clickNamed(name: string): Promise<void> {
    const [x, y] = await until(() => tab.evaluate((text) => window.probe.button(text), name), name);
    await tab.mouse.click(x, y);
  }

  const seen = (selector: string): Promise<unknown> =>
    until(() => tab.evaluate((at) => window.probe.has(at), selector), selector);
  const gone = (selector: string): Promise<unknown> =>
    until(async () => !(await tab.evaluate((at) => window.probe.has(at), selector)), `no ${selector}`);
  const rowTexts = (): Promise<string[]> => tab.evaluate(() => window.probe.rows());

  /** Jumps to either end of the rows with the keyboard. */
  const jump = async (key: 'Home' | 'End'): Promise<void> => {
    await tab.keyboard.down('Control');
    await tab.keyboard.press(key);
    await tab.keyboard.up('Control');
  };

  const clean = async (): Promise<void> => {
    assert.deepEqual(await page.violations(), []);
    assert.deepEqual(page.problems, []);
  };

  it('takes its base from the worker', async () => {
    assert.ok((await rowTexts()).length > 10);
    assert.equal(tab.workers().length, 1);
    await clean();
  });

  it('searches', async () => {
    const [, before = ''] = await rowTexts();
    await click(['clientele-list', 'clientele-list-toolbar-0', 'input[type="search"]']);
    await tab.keyboard.type('irina', { delay: 20 });
    await until(async () => {
      const rows = await rowTexts();
      return (
        rows.length > 1 && rows.slice(1).some((text) => /irina|Ирина/i.test(text)) && !rows.includes(before)
      );
    }, 'rows that fit');
    await tab.keyboard.press('Escape');
    await until(async () => (await rowTexts()).length > 15, 'all rows');
    await clean();
  });

  it('sorts, and scrolls far', async () => {
    await click([...GRID, '[data-field="name"]']);
    await seen('[aria-sort="ascending"]');
    await click([...GRID, '[data-index="2"] [data-column="4"]'], 'right');
    await seen('[role="menu"] [role="menuitem"]');
    await tab.keyboard.press('Escape');
    await jump('End');
    await seen('[data-index="1999"]');
    await jump('Home');
    await seen('[data-index="0"]');
    await clean();
  });

  it('loses no key on a slow machine, though no row is there yet', async () => {
    const devtools = await tab.createCDPSession();
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    await click([...GRID, '[data-field="name"]']);
    await click([...GRID, '[data-index="2"] [data-column="4"]'], 'right');
    await tab.keyboard.press('Escape');
    await jump('End');
    await seen('[data-index="1999"]');
    await jump('Home');
    await jump('End');
    await jump('Home');
    await seen('[data-index="0"]');
    await tab.keyboard.press('ArrowDown');
    await until(
      () =>
        tab.evaluate(
          () => window.probe.focused()?.closest('[data-index]')?.getAttribute('data-index') === '1',
        ),
      'the second row to have the focus',
    );
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await devtools.detach();
    await clean();
  });

  it('opens every menu, popover and dialog that it has', async () => {
    await click([...GRID, '[data-index="0"] [data-row-menu]']);
    await seen('[role="menu"] [role="menuitem"]');
    await tab.keyboard.press('Escape');
    await click([...GRID, '[data-field="phones"] [data-column-menu]']);
    await delay(300);
    await tab.keyboard.press('Escape');
    for (const name of ['More actions', 'Columns', 'Filter', 'All clients']) {
      const at = await tab.evaluate((text) => window.probe.button(text), name);
      if (!at) continue;
      await tab.mouse.click(...at);
      await delay(400);
      await tab.keyboard.press('Escape');
      await delay(100);
    }
    await tab.keyboard.down('Control');
    await tab.keyboard.press('k');
    await tab.keyboard.up('Control');
    await delay(500);
    await tab.keyboard.press('Escape');
    await delay(200);
    await clean();
  });

  it('marks a favourite, and takes it back from the toast', async () => {
    await click([...GRID, '[data-index="1"] [data-star]']);
    await seen('.toast');
    await clickNamed('Undo');
    await until(
      () =>
        tab.evaluate(
          (at) => (window.probe.text(at) ?? '').includes('Undone'),
          ['clientele-list', 'clientele-toasts-0', '.toast'],
        ),
      'the undo',
    );
    await clean();
  });

  it('ticks, adds up in the panel, and blocks with a reason', async () => {
    await click([...GRID, '[data-index="0"] [data-tick]']);
    await click([...GRID, '[data-index="1"] [data-tick]']);
    await seen('clientele-list-panel-0');
    await seen('.figure');
    await clickNamed('Block');
    await seen('clientele-action-dialog-0');
    await delay(300);
    await tab.keyboard.type('Tests everything');
    await clickNamed('Block 2 clients');
    await gone('clientele-action-dialog-0');
    await clean();
  });

  it('turns to cards and sheets in a narrow window', async () => {
    await tab.setViewport({ width: 400, height: 800 });
    await gone('[role="columnheader"]');
    await seen('.card');
    await clickNamed('2 selected');
    await seen('clientele-list-panel-0');
    await tab.keyboard.press('Escape');
    await tab.setViewport({ width: 1280, height: 800 });
    await seen('[role="columnheader"]');
    await clean();
  });

  it('speaks another language, turns dark and takes a brand, all while it stands', async () => {
    await tab.evaluate(() => {
      const provider = document.querySelector('clientele-provider');
      if (!provider) return;
      provider.lang = 'ru';
      provider.theme = 'dark';
      provider.brand = '#0f766e';
      provider.density = 'compact';
    });
    await until(async () => /Имя/.test((await rowTexts())[0] ?? ''), 'Russian words');
    await clean();
  });
});
