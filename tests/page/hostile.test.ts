import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { buildSite, type Site } from './serve.js';
import { openTab, until, type Tab } from './tab.js';

/** What a style sheet of the page must not reach. The font's family alone is the page's. */
const PROPERTIES = [
  'display',
  'position',
  'color',
  'background-color',
  'border-top-width',
  'border-inline-end-width',
  'padding-inline-start',
  'margin-block-start',
  'font-size',
  'font-weight',
  'font-style',
  'line-height',
  'letter-spacing',
  'word-spacing',
  'text-transform',
  'text-indent',
  'text-align',
  'white-space',
  'cursor',
  'opacity',
];

describe('a page that means no good', () => {
  let site: Site;
  let tab: Tab;

  before(async () => {
    site = await buildSite('hostile');
    tab = await openTab(site.folder);
  });

  after(async () => {
    await tab?.close();
    site?.remove();
  });

  /** Everything that the list has drawn there, with its size and style. */
  async function looks(query: string): Promise<string[]> {
    const { page, address } = tab;
    await page.goto(`${address}/?${query}`);
    await until(async () => (await page.evaluate(() => window.probe.rows())).length > 10, 'rows');
    const toolbar = ['clientele-list', 'clientele-list-toolbar-0', '.title'];
    await page.evaluate((path) => window.probe.text(path), toolbar);
    await page.mouse.move(0, 0);
    let before: string[] = [];
    // Lazy parts come after the first rows; the page is looked at once it changes no more.
    return until(async () => {
      const now = await page.evaluate((names) => window.probe.looks(names), PROPERTIES);
      const isSame = now.length > 100 && now.join('\n') === before.join('\n');
      before = now;
      return isSame ? now : null;
    }, 'a page at rest');
  }

  function same(one: readonly string[], other: readonly string[]): void {
    const differing = one.flatMap((line, at) => (line === other[at] ? [] : [`${line}\n    ${other[at]}`]));
    assert.deepEqual(differing.slice(0, 12), [], `${differing.length} of ${one.length} elements differ`);
    assert.equal(one.length, other.length);
  }

  it('changes nothing inside by unsetting, repainting and hiding everything', async () => {
    same(await looks('look=hostile'), await looks('look=plain'));
  });

  it('changes nothing from right to left either', async () => {
    same(await looks('look=hostile&dir=rtl'), await looks('look=plain&dir=rtl'));
  });

  it('changes nothing three shadow roots deep, each with its own style sheet', async () => {
    same(await looks('look=hostile&nested'), await looks('look=plain'));
  });

  it('hears no complaint in the console', () => {
    assert.deepEqual(tab.problems, []);
  });
});
