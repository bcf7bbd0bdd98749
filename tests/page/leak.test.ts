import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { CDPSession } from 'puppeteer-core';
import { runs } from '../support/runs.js';
import { buildSite, type Site } from './serve.js';
import { openTab, until, type Tab } from './tab.js';

/** Enough for every lazy part, cache and optimisation to have settled. */
const WARM_UP = runs(10, 30);
const CYCLES = runs(20, 200);
const MOST_BYTES = 1024;

const GRID = ['clientele-list', 'clientele-list-grid-0'];

interface Counts {
  nodes: number;
  listeners: number;
  bytes: number;
}

describe(`a list made and removed ${CYCLES} times, after ${WARM_UP}`, () => {
  let site: Site;
  let tab: Tab;
  let devtools: CDPSession;

  before(async () => {
    site = await buildSite('leak');
    // What the engine's compilers keep for themselves would be counted otherwise.
    tab = await openTab(site.folder, [
      '--js-flags=--no-opt --no-maglev --no-sparkplug --no-lazy-feedback-allocation',
    ]);
    devtools = await tab.page.createCDPSession();
  });

  after(async () => {
    await tab?.close();
    site?.remove();
  });

  async function counts(): Promise<Counts> {
    // The browser itself remembers what was pressed last, until something else is.
    await tab.page.mouse.click(3, 3);
    await tab.page.mouse.move(1, 1);
    // What a frame, a timer or a moment of leisure still holds is let go first.
    await tab.page.evaluate(
      () => new Promise<unknown>((resolve) => setTimeout(() => requestIdleCallback(resolve), 300)),
    );
    // What JavaScript and the document hold of each other takes more than one round to find.
    const least: Counts = { nodes: Infinity, listeners: Infinity, bytes: Infinity };
    for (let round = 0; round < 8; round++) {
      await devtools.send('HeapProfiler.collectGarbage');
      await tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 30)));
      const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
      const { usedSize } = await devtools.send('Runtime.getHeapUsage');
      least.nodes = Math.min(least.nodes, nodes);
      least.listeners = Math.min(least.listeners, jsEventListeners);
      least.bytes = Math.min(least.bytes, usedSize);
    }
    return least;
  }

  const add = (base: 'shared' | 'slow' | 'own'): Promise<void> =>
    tab.page.evaluate((name) => window.lists.add(name), base);
  const remove = (): Promise<void> => tab.page.evaluate(() => window.lists.remove());
  const middle = (path: readonly string[]): Promise<[number, number]> =>
    until(() => tab.page.evaluate((at) => window.probe.middle(at), path), path.join(' » '));
  const seen = (selector: string): Promise<unknown> =>
    until(() => tab.page.evaluate((at) => window.probe.has(at), selector), selector);
  const rows = (): Promise<unknown> => seen('[data-index="3"] .name');

  async function click(path: readonly string[]): Promise<void> {
    await tab.page.mouse.click(...(await middle(path)));
  }

  /** One list that stays until all has loaded that a list loads at leisure: later it would be counted. */
  async function loadAll(): Promise<void> {
    await add('own');
    await rows();
    await delay(1500);
    await remove();
  }

  const ways: Record<string, () => Promise<void>> = {
    'once it shows its rows': async () => {
      await add('shared');
      await rows();
      await remove();
    },
    'with a base of its own': async () => {
      await add('own');
      await rows();
      await remove();
    },
    'in the middle of a request': async () => {
      await add('slow');
      await seen('clientele-list-grid-0');
      await remove();
    },
    'with an open menu, a toast and the panel': async () => {
      await add('own');
      await rows();
      await click([...GRID, '[data-index="1"] [data-tick]']);
      await seen('.figure');
      await click([...GRID, '[data-index="2"] [data-star]']);
      await seen('.toast');
      await click([...GRID, '[data-index="3"] [data-row-menu]']);
      await seen('[role="menuitem"]');
      await remove();
    },
    'in the middle of a dialog': async () => {
      await add('shared');
      await rows();
      await click([...GRID, '[data-index="1"] [data-row-menu]']);
      const block = await until(() => tab.page.evaluate(() => window.probe.button('Block')), 'Block');
      await tab.page.mouse.click(...block);
      await seen('clientele-action-dialog-0');
      await remove();
    },
    'in the middle of a drag': async () => {
      await add('shared');
      await rows();
      const [x, y] = await middle([...GRID, '[data-field="phones"]']);
      await tab.page.mouse.move(x, y);
      await tab.page.mouse.down();
      await tab.page.mouse.move(x + 60, y, { steps: 3 });
      await tab.page.mouse.move(x + 120, y, { steps: 3 });
      await remove();
      await tab.page.mouse.up();
    },
  };

  for (const [when, cycle] of Object.entries(ways)) {
    it(`leaves nothing behind when it is removed ${when}`, async () => {
      await tab.page.goto(`${tab.address}/`);
      await loadAll();
      for (let round = 0; round < WARM_UP; round++) await cycle();
      const before = await counts();
      for (let round = 0; round < CYCLES; round++) await cycle();
      const after = await counts();
      const left = {
        nodes: after.nodes - before.nodes,
        listeners: after.listeners - before.listeners,
        bytesEach: Math.round((after.bytes - before.bytes) / CYCLES),
      };
      if (process.env['VERBOSE']) console.log(`${when}: ${JSON.stringify(left)}`);
      assert.ok(left.nodes <= 0 && left.listeners <= 0, JSON.stringify(left));
      assert.ok(left.bytesEach <= MOST_BYTES, JSON.stringify(left));
      assert.deepEqual(tab.problems, []);
    });
  }
});
