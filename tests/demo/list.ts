import type { Page } from 'puppeteer-core';

/** What the rows of the list say that are there. */
export function rows(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const grid = document.querySelector('clientele-list')?.shadowRoot?.querySelector('clientele-list-grid-0');
    const found = grid?.shadowRoot?.querySelectorAll('[role=row][data-index]:not([aria-busy=true])') ?? [];
    return [...found].map((row) => row.textContent?.trim() ?? '').filter((text) => text !== '');
  });
}

/**
 * Does something with the page once its list is filled; again when the page was loaded anew meanwhile, as Vite does when it finds a package
 * that it has not prepared.
 */
export async function onceFilled<T>(page: Page, work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      await filled(page);
      return await work();
    } catch (error) {
      if (tried === 5 || !/context was destroyed|detached|navigation/i.test(String(error))) throw error;
    }
  }
}

/** Resolves when the list of the demo shows clients; rejects with what the demo says instead. */
export async function filled(page: Page, timeout = 60_000): Promise<void> {
  const until = Date.now() + timeout;
  for (;;) {
    if ((await rows(page)).length > 5) return;
    const failure = await page.evaluate(() => document.querySelector('[role=alert]')?.textContent ?? '');
    if (failure !== '') throw new Error(failure);
    if (Date.now() > until) {
      const shown = await page.evaluate(() => document.querySelector('main')?.textContent?.trim() ?? '');
      throw new Error(`The list shows no clients after ${timeout} ms, but: ${shown.slice(0, 200)}`);
    }
    await new Promise((done) => setTimeout(done, 100));
  }
}
