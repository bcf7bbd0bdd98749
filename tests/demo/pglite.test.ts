import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'vite';
import { openTab, type Tab } from '../page/tab.js';
import { filled, rows } from './list.js';

const root = join(import.meta.dirname, '../..');
/** PostgreSQL in a browser takes its time to start, most of all where many tests run. */
const PATIENCE = { timeout: 300_000 };

/** In the page, from its beginning: notes all that is said while it is waited for. A text, since functions come here as tsx made them. */
const LISTENER = `{
  const told = (globalThis.told = []);
  const look = () => {
    const text = document.querySelector('.waiting label')?.textContent.trim();
    if (text && told.at(-1) !== text) told.push(text);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}`;

describe('the demo on PostgreSQL in the page', () => {
  let folder: string;
  let tab: Tab;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clientele-demo-'));
    await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'error', build: { outDir: folder } });
    tab = await openTab(folder);
  }, PATIENCE);
  after(async () => {
    await tab?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('loads nothing of it unless it is chosen', PATIENCE, async () => {
    const asked: string[] = [];
    const note = (request: { url(): string }) => asked.push(request.url());
    tab.page.on('request', note);
    await tab.page.goto(`${tab.address}/?size=1000`);
    await filled(tab.page);
    tab.page.off('request', note);
    assert.ok(asked.some((url) => url.endsWith('.js')));
    assert.deepEqual(
      asked.filter((url) => /pglite|kysely|postgres|\.wasm|\.data/.test(url)),
      [],
    );
  });

  it(
    'fills a base once, telling how far it is, and keeps it and an edit over a reload',
    PATIENCE,
    async () => {
      const { page } = tab;
      await page.evaluateOnNewDocument(LISTENER);
      const told = () => page.evaluate(() => (globalThis as unknown as { told: string[] }).told);
      await page.goto(`${tab.address}/?adapter=pglite&size=1000`);
      await filled(page, 240_000);
      const first = await told();
      for (const stage of ['Starting the database', 'Loading clients', 'Loading bookings and sales'])
        assert.ok(first.includes(stage), `${stage} in ${first.join(', ')}`);
      await page.evaluate(async () => {
        const { session } = document.querySelector('clientele-provider')!;
        const { items } = await session!.records({ record: 'bookings', window: { at: 0, size: 1 } });
        const client = await session!.get(items[0]!.client);
        if (!client.visits && !client.noShows && !client.cancellations && !client.nextVisit)
          throw new Error('totals of the bookings are missing');
        await session!.save(client.id, client.version, { firstName: 'Aaaron', lastName: 'Aaaberg' });
      });
      await page.reload();
      await filled(page, 120_000);
      assert.ok(!(await told()).includes('Loading clients'), 'nothing is loaded again');
      const found = await page.evaluate(async () => {
        const { session } = document.querySelector('clientele-provider')!;
        const where = { v: 1 as const, where: { kind: 'search' as const, text: 'aaaberg' } };
        const everyone = { v: 1 as const, where: { kind: 'everyone' as const } };
        return [(await session!.count(where)).count, (await session!.count(everyone)).count];
      });
      assert.deepEqual(found, [1, 1000]);
      assert.ok((await rows(page)).length > 5);
      assert.deepEqual(
        tab.problems.filter((problem) => !/favicon/.test(problem)),
        [],
      );
    },
  );
});
