import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { chromiumArgs, needBrowser } from '../tools/browsers.mjs';
import { serveFolder } from '../tools/static-server.mjs';

/** What makes a page cross-origin isolated, for timers of 5 µs. */
const HEADERS = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

export interface Opened {
  browser: Browser;
  page: Page;
  /** Bytes in use after a forced collection: objects and buffers, of the page and its workers. */
  heap(): Promise<number>;
}

/** Runs something in a page of its own browser, started afresh. */
export async function inFreshBrowser<T>(folder: string, run: (opened: Opened) => Promise<T>): Promise<T> {
  const server = await serveFolder(folder, HEADERS);
  const browser = await puppeteer.launch({
    executablePath: needBrowser('chromium'),
    args: [...chromiumArgs, '--hide-scrollbars', '--js-flags=--max-old-space-size=4096'],
    headless: true,
    defaultViewport: { width: 1280, height: 800 },
    protocolTimeout: 300_000,
  });
  try {
    const page = await browser.newPage();
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(String(error)));
    await page.goto(server.address, { waitUntil: 'load' });
    const session = await page.createCDPSession();
    const result = await run({ browser, page, heap: () => heapOf(page, session) });
    if (failures.length > 0) console.warn(`  ${failures[0]}`);
    return result;
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function heapOf(page: Page, session: CDPSession): Promise<number> {
  const sessions = [session, ...page.workers().map((worker) => worker.client)];
  let sum = 0;
  for (const each of sessions) {
    // Twice: what a finaliser lets go of is collected the second time.
    await each.send('HeapProfiler.collectGarbage');
    await each.send('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize = 0 } = (await each.send('Runtime.getHeapUsage')) as {
      usedSize: number;
      backingStorageSize?: number;
    };
    sum += usedSize + backingStorageSize;
  }
  return sum;
}
