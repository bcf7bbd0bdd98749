import { setTimeout as delay } from 'node:timers/promises';
import puppeteer, { type Page } from 'puppeteer-core';
import { chromiumArgs, needBrowser } from '../tools/browsers.mjs';
import { serveFolder } from '../tools/static-server.mjs';

export interface Tab {
  readonly page: Page;
  readonly address: string;
  /** Warnings and errors of the console, and what was thrown and not caught. */
  readonly problems: string[];
  close(): Promise<void>;
}

/** Serves a folder and opens a page of Chromium for it. `flags`: further arguments of the browser. */
export async function openTab(folder: string, flags: readonly string[] = []): Promise<Tab> {
  const served = await serveFolder(folder);
  const browser = await puppeteer.launch({
    executablePath: needBrowser('chromium'),
    headless: true,
    args: [...chromiumArgs, ...flags],
  });
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.setViewport({ width: 1280, height: 800 });
  return {
    page,
    address: served.address,
    problems,
    async close() {
      await browser.close();
      await served.stop();
    },
  };
}

/** Asks until the answer is truthy, for ten seconds. */
export async function until<T>(ask: () => Promise<T>, what: string): Promise<NonNullable<T>> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const answer = await ask();
    if (answer) return answer;
    await delay(50);
  }
  throw new Error(`Waited in vain for ${what}.`);
}
