import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from './packed.js';
import { openStrictPage, type StrictPage } from './strict-page.js';

const html = `<!doctype html>
<html lang="en">
  <title>A page without a build</title>
  <script src="/watch.js"></script>
  <script type="module" src="/cdn/clientele.js"></script>
  <clientele-provider src="sample:500" lang="ru"><clientele-list></clientele-list></clientele-provider>
</html>`;

describe('the file for pages without a build, under a strict policy', () => {
  let folder: string;
  let page: StrictPage;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clientele-cdn-'));
    cpSync(join(root, 'dist/cdn'), join(folder, 'cdn'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), html);
    page = await openStrictPage(folder);
  });

  after(async () => {
    await page.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows the list of a sample base, in the language asked for, from two lines of markup', async () => {
    const rows = await page.rows();
    assert.ok(rows.length > 10, `${rows.length} rows`);
    assert.match(rows[0] ?? '', /\p{Script=Cyrillic}/u);
  });

  for (const [tag, part] of [
    ['clientele-segments', '[data-item]'],
    ['clientele-segment-builder', 'clientele-builder-tree-0'],
    ['clientele-card', 'clientele-card-head-0, .empty-state'],
  ] as const) {
    it(`loads <${tag}> when one stands in the page`, async () => {
      await page.tab.evaluate((name) => {
        const widget = document.createElement(name);
        if (name === 'clientele-card') widget.setAttribute('client', 'nobody');
        document.querySelector('clientele-provider')?.append(widget);
      }, tag);
      let isThere = false;
      for (let attempt = 0; attempt < 200 && !isThere; attempt++) {
        await delay(100);
        isThere = await page.tab.evaluate(
          (name, selector) => Boolean(document.querySelector(name)?.shadowRoot?.querySelector(selector)),
          tag,
          part,
        );
      }
      assert.ok(isThere, `${tag} shows ${part}`);
    });
  }

  it('breaks no rule of the policy, and says nothing in the console', async () => {
    assert.deepEqual(await page.violations(), []);
    assert.deepEqual(page.problems, []);
  });
});
