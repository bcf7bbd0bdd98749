import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import puppeteer, { type Page } from 'puppeteer-core';
import { chromiumArgs, needBrowser } from '../tools/browsers.mjs';
import { serveFolder } from '../tools/static-server.mjs';

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

/** What the page itself keeps for the test: violations of the policy, and the text of rows, through shadow roots. */
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

export interface StrictPage {
  tab: Page;
  /** Warnings and errors of the console, and what was thrown and not caught. */
  problems: string[];
  violations(): Promise<string[]>;
  /** Text of the rows once there are more than ten, the header's first; what there is after 20 s. */
  rows(): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens the index.html of a folder in Chromium under the strict policy. The page must load `/watch.js` first. */
export async function openStrictPage(folder: string): Promise<StrictPage> {
  writeFileSync(join(folder, 'watch.js'), watch);
  const served = await serveFolder(folder, { 'content-security-policy': policy });
  const browser = await puppeteer.launch({
    executablePath: needBrowser('chromium'),
    headless: true,
    args: chromiumArgs,
  });
  const tab = await browser.newPage();
  const problems: string[] = [];
  tab.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) problems.push(message.text());
  });
  tab.on('pageerror', (error) => problems.push(String(error)));
  await tab.setViewport({ width: 1280, height: 800 });
  await tab.goto(`${served.address}/`);
  return {
    tab,
    problems,
    violations: async () => tab.evaluate(() => window.violations),
    async rows() {
      // Puppeteer's own waiting evaluates text, which the policy forbids.
      let rows: string[] = [];
      for (let attempt = 0; attempt < 200 && rows.length <= 10; attempt++) {
        await delay(100);
        rows = await tab.evaluate(() => window.rowTexts());
      }
      return rows;
    },
    async close() {
      await browser.close();
      await served.stop();
    },
  };
}
