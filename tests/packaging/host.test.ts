import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'vite';
import { packed, type Packed } from './packed.js';
import { openStrictPage, type StrictPage } from './strict-page.js';

const main = `
  import 'clientele/elements/list/define';
  import { memoryWorker } from 'clientele/adapters/memory';
  import { sampleBase } from 'clientele/sample';

  document.querySelector('clientele-provider').adapter = memoryWorker(sampleBase({ clients: 300 }));`;

const html = `<!doctype html>
<html lang="en">
  <title>A host with a bundler</title>
  <script src="/watch.js"></script>
  <script type="module" src="/main.js"></script>
  <clientele-provider><clientele-list></clientele-list></clientele-provider>
</html>`;

describe('a host that bundles the packed package, under a strict policy', () => {
  let result: Packed;
  let page: StrictPage;

  before(async () => {
    result = packed();
    const { consumer } = result;
    writeFileSync(join(consumer, 'main.js'), main);
    writeFileSync(join(consumer, 'index.html'), html);
    await build({
      configFile: false,
      root: consumer,
      logLevel: 'error',
      build: {
        outDir: 'site',
        modulePreload: { polyfill: false },
        rolldownOptions: { external: ['/watch.js'] },
      },
    });
    page = await openStrictPage(join(consumer, 'site'));
  });

  after(async () => {
    await page.close();
    result.remove();
  });

  it('shows a base that lives in the worker', async () => {
    const rows = await page.rows();
    assert.ok(rows.length > 10, `${rows.length} rows`);
    assert.equal(page.tab.workers().length, 1);
  });

  it('breaks no rule of the policy, and says nothing in the console', async () => {
    assert.deepEqual(await page.violations(), []);
    assert.deepEqual(page.problems, []);
  });
});
