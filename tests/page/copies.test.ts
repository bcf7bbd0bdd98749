import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { buildSite, type Site } from './serve.js';
import { openTab, until, type Tab } from './tab.js';

describe('two copies of the library on one page', () => {
  let first: Site;
  let second: Site;
  let tab: Tab;

  before(async () => {
    [first, second] = [await buildSite('copies'), await buildSite('copies')];
    cpSync(second.folder, join(first.folder, 'second'), { recursive: true });
    tab = await openTab(first.folder);
  });

  after(async () => {
    await tab?.close();
    first?.remove();
    second?.remove();
  });

  const rows = (): Promise<string[]> => tab.page.evaluate(() => window.probe.rows());

  it('both show their lists, and the second tells the developer once, with both versions', async () => {
    const { page, address, problems } = tab;
    await page.goto(`${address}/`);
    await until(async () => (await rows()).length > 5, 'the first list');
    const alone = (await rows()).length;
    assert.deepEqual(problems, []);
    const [, entry = ''] =
      /src="\.\/(assets\/index-[^"]+\.js)"/.exec(readFileSync(join(second.folder, 'index.html'), 'utf8')) ??
      [];
    await page.addScriptTag({ type: 'module', url: `${address}/second/${entry}` });
    await until(async () => (await rows()).length >= 2 * alone, 'the second list');
    assert.equal(problems.length, 1, problems.join('\n'));
    assert.match(problems[0] ?? '', /already registered by Clientele [\d.]+; version [\d.]+/);
  });
});
