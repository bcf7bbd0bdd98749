import { benchRows, type ColumnKey, type Row } from '../data.js';
import './contestant.js';

let rows: Row[] = [];

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
/** The task queued from a frame: when it runs, the frame has been painted. */
const painted = () =>
  frame().then(
    () =>
      new Promise<number>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(0);
      }),
  );

/** What a user sees at a point, through shadow roots. */
function elementAt(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  while (found?.shadowRoot) {
    const inner = found.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
}

function closest(element: Element | null, selector: string): Element | null {
  for (
    let at: Node | null = element;
    at;
    at = at instanceof ShadowRoot ? at.host : ((at as Element).assignedSlot ?? at.parentNode)
  ) {
    if (at instanceof Element && at.matches(selector)) return at;
  }
  return null;
}

/** Text of the cell at a point, or null where there is no row. */
function textAt(x: number, y: number): string | null {
  const element = elementAt(x, y);
  if (!closest(element, window.contestant.rowSelector)) return null;
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

const room = () => document.querySelector('#room') as HTMLElement;
const probeX = 260;
const firstRowY = () => {
  const box = window.contestant.scroller().getBoundingClientRect();
  for (let y = box.top; y < box.top + 120; y += 4)
    if (closest(elementAt(probeX, y), window.contestant.rowSelector))
      return y + window.contestant.rowHeight / 2;
  return box.top + 60;
};

/** Frames until the first row shows a text. @throws after 60 s. */
async function until(isThere: () => boolean): Promise<number> {
  const start = performance.now();
  for (;;) {
    const at = await painted();
    if (isThere()) return at;
    if (at - start > 60_000)
      throw new Error(`nothing after 60 s; at the probe: ${textAt(probeX, firstRowY())}`);
  }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

async function scrollBy(
  step: number,
  ms: number,
): Promise<{ p95: number; median: number; blank: number; stale: number; frames: number }> {
  const scroller = window.contestant.scroller();
  scroller.scrollTop = 0;
  await painted();
  const box = scroller.getBoundingClientRect();
  const top = firstRowY();
  const heights = [top + 60, box.top + box.height / 2, box.bottom - 60];
  const times: number[] = [];
  let blank = 0;
  let stale = 0;
  let before = textAt(probeX, top + 60);
  const end = performance.now() + ms;
  let last = await frame();
  let direction = 1;
  while (performance.now() < end) {
    // Between frames, so that the table sees its scroll event before the frame paints.
    await new Promise((resolve) => setTimeout(resolve));
    if (
      scroller.scrollTop + step * direction > scroller.scrollHeight - box.height ||
      scroller.scrollTop + step * direction < 0
    )
      direction = -direction;
    scroller.scrollTop += step * direction;
    await painted();
    const now = performance.now();
    times.push(now - last);
    last = now;
    if (heights.some((y) => textAt(probeX, y) === null)) blank++;
    const text = textAt(probeX, top + 60);
    if (text === before && step > window.contestant.rowHeight * 2) stale++;
    before = text;
  }
  return {
    p95: quantile(times, 0.95),
    median: quantile(times, 0.5),
    blank: blank / times.length,
    stale: stale / times.length,
    frames: times.length,
  };
}

export const bench = {
  /** Makes the rows; answers how many bytes the page holds with them, where the browser tells. */
  async make(count: number): Promise<void> {
    rows = benchRows(count);
    await window.contestant.prepare?.(rows);
    await painted();
  },
  async firstRows(expected?: string): Promise<{ ms: number; text: string }> {
    const start = performance.now();
    await window.contestant.show(room(), rows);
    const wanted = expected ?? rows[0]?.name ?? '';
    const at = await until(() => (textAt(probeX, firstRowY()) ?? '').includes(wanted));
    return { ms: at - start, text: textAt(probeX, firstRowY()) ?? '' };
  },
  async sort(key: ColumnKey, expected: readonly string[]): Promise<{ ms: number; text: string }> {
    const start = performance.now();
    window.contestant.sort(key);
    const at = await until(() => expected.some((text) => (textAt(probeX, firstRowY()) ?? '').includes(text)));
    return { ms: at - start, text: textAt(probeX, firstRowY()) ?? '' };
  },
  fling: () => scrollBy(20_000, 5000),
  smooth: () => scrollBy(160, 5000),
  async lastRow(): Promise<string> {
    const scroller = window.contestant.scroller();
    scroller.scrollTop = scroller.scrollHeight;
    await painted();
    await new Promise((resolve) => setTimeout(resolve, 400));
    await painted();
    const { bottom, height } = scroller.getBoundingClientRect();
    for (let y = bottom - 2; y > bottom - height; y -= 4) {
      const text = textAt(probeX, y);
      if (text) return text;
    }
    return '';
  },
  /** Names that a sort by each key may put on top (ties are free to differ), and the last row. */
  expected(key: ColumnKey): string[] {
    const numeric = key !== 'name';
    let best = Infinity;
    let top: Row[] = [];
    if (!numeric) return [];
    for (const row of rows) {
      const value = Number(row[key]);
      if (value < best) {
        best = value;
        top = [row];
      } else if (value === best && top.length < 200_000) top.push(row);
    }
    return [...new Set(top.map((row) => row.name))];
  },
  names(): string[] {
    const collator = new Intl.Collator('lv');
    let top: string[] = [];
    let bottom: string[] = [];
    for (const name of new Set(rows.map((row) => row.name))) {
      if (top.length === 0) {
        top = [name];
        bottom = [name];
        continue;
      }
      if (collator.compare(name, top[0] as string) < 0) top = [name];
      if (collator.compare(name, bottom[0] as string) > 0) bottom = [name];
    }
    return top;
  },
  first: () => rows[0]?.name ?? '',
  last: () => rows.at(-1)?.name ?? '',
};

window.bench = bench;
