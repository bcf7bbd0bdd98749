import type { ClienteleList } from '../../src/elements/list/list.js';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits for something to be there. @throws after 10 s. */
export async function until<T>(find: () => T | null | undefined | false): Promise<T> {
  const end = performance.now() + 10_000;
  for (;;) {
    const found = find();
    if (found) return found;
    if (performance.now() > end) throw new Error(`nothing after 10 s: ${String(find)}`);
    await wait(20);
  }
}

const deep = (root: Element | null | undefined, selector: string) =>
  root?.shadowRoot?.querySelector(selector) ?? null;

/** The list of a story with its rows drawn. */
export async function listWithRows(room: HTMLElement): Promise<{ list: ClienteleList; grid: Element }> {
  const list = await until(() => room.querySelector('clientele-list'));
  const grid = await until(() => deep(list, 'clientele-list-grid-0'));
  await until(() => deep(grid, '[data-index] [data-tick]'));
  return { list, grid };
}

/** Ticks the first rows, as a click does. */
export async function tickRows(room: HTMLElement, count: number): Promise<void> {
  const { list, grid } = await listWithRows(room);
  for (let row = 0; row < count; row++) {
    const box = await until(() => deep(grid, `[data-index="${row}"] [data-tick]`));
    (box as HTMLElement).click();
    await list.updateComplete;
  }
  await until(() => deep(list, 'clientele-list-bar-0')?.shadowRoot?.querySelector('[role=toolbar]'));
  await wait(300);
}
