import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromiumArgs, needBrowser } from '../tools/browsers.mjs';
import { serveFolder, type Served } from '../tools/static-server.mjs';
import { root } from './packed.js';

/** The policy that the library promises to live with. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html clientele',
].join('; ');

const page = `<!doctype html>
<html lang="en">
  <title>A page without a build</title>
  <script src="/watch.js"></script>
  <script type="module" src="/cdn/clientele.js"></script>
  <clientele-provider src="sample:500" lang="ru"><clientele-list></clientele-list></clientele-provider>
</html>`;

/** What the page itself keeps for the test: violations of the policy, and the text of the list's rows, through shadow roots. */
const watch = `
  window.violations = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    window.violations.push([event.effectiveDirective, event.blockedURI, event.sourceFile, event.sample].join(' '));
  });
  window.rowTexts = (node = document) =>
    [...node.querySelectorAll('*')].flatMap((element) => [
      ...(element.getAttribute('role') === 'row' ? [element.textContent.replace(/\\s+/g, ' ').trim()] : []),
      ...(element.shadowRoot ? window.rowTexts(element.shadowRoot) : []),
    ]);`;

declare global {
  interface Window {
    violations: string[];
    rowTexts(): string[];
  }
}

describe('the file for pages without a build, under a strict policy', () => {
  let folder: string;
  let served: Served;
  let browser: Browser;
  let tab: Page;
  const problems: string[] = [];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clientele-cdn-'));
    cpSync(join(root, 'dist/cdn'), join(folder, 'cdn'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), page);
    writeFileSync(join(folder, 'watch.js'), watch);
    served = await serveFolder(folder, { 'content-security-policy': policy });
    browser = await puppeteer.launch({
      executablePath: needBrowser('chromium'),
      headless: true,
      args: chromiumArgs,
    });
    tab = await browser.newPage();
    tab.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) problems.push(message.text());
    });
    tab.on('pageerror', (error) => problems.push(String(error)));
    await tab.setViewport({ width: 1280, height: 800 });
    await tab.goto(`${served.address}/`);
  });

  after(async () => {
    await browser.close();
    await served.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows the list of a sample base from two lines of markup', async () => {
    // Puppeteer's own waiting evaluates text, which the policy forbids.
    let rows: string[] = [];
    for (let attempt = 0; attempt < 200 && rows.length <= 10; attempt++) {
      await delay(100);
      rows = await tab.evaluate(() => window.rowTexts());
    }
    assert.ok(rows.length > 10, `${rows.length} rows`);
  });

  it('speaks the language that the page asks for', async () => {
    const [header = ''] = await tab.evaluate(() => window.rowTexts());
    assert.match(header, /\p{Script=Cyrillic}/u);
  });

  it('breaks no rule of the policy, and says nothing in the console', async () => {
    assert.deepEqual(await tab.evaluate(() => window.violations), []);
    assert.deepEqual(problems, []);
  });
});
