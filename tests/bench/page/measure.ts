import { benchRows, type ColumnKey, type Row } from '../data.js';
import type { Contestant, Density } from './contestant.js';
import { betweenFrames, painted, quantile } from './frames.js';
import { emailAt, firstRowY } from './probe.js';

const STEP = { fling: 20_000, smooth: 160 };
const SCROLL_MS = { fling: 5000, smooth: 2000 };
const PATIENCE_MS = 60_000;
const LAST_ROW_MS = 3000;

let rows: Row[] = [];

export interface Scrolled {
  p95: number;
  median: number;
  /** Share of the frames in which one of three heights showed no row, or a row without its values. */
  blank: number;
  /** Share of the frames in which the top row had to change and did not. */
  stale: number;
  frames: number;
}

/** Waits until the first row shows one of these e-mails; answers the time of that frame. */
async function until(isRight: (email: string) => boolean): Promise<number> {
  const start = performance.now();
  for (;;) {
    const at = await painted();
    const email = emailAt(firstRowY());
    if (email && isRight(email)) return at;
    if (at - start > PATIENCE_MS) throw new Error(`not after a minute; the first row shows "${email}"`);
  }
}

function scrollerOf(): HTMLElement {
  const scroller = window.contestant.scroller();
  if (!scroller) throw new Error('there is nothing to scroll');
  return scroller;
}

async function scroll(kind: keyof typeof STEP): Promise<Scrolled> {
  const step = STEP[kind];
  const scroller = scrollerOf();
  scroller.scrollTop = 0;
  await betweenFrames(300);
  await painted();
  const box = scroller.getBoundingClientRect();
  const top = firstRowY() + 60;
  const heights = [top, box.top + box.height / 2, box.bottom - 60];
  const end = performance.now() + SCROLL_MS[kind];
  const times: number[] = [];
  let [blank, stale, direction] = [0, 0, 1];
  let before = emailAt(top);
  let last = await painted();
  while (last < end) {
    // Between frames, so that the table sees its scroll event before the frame paints.
    await betweenFrames();
    const next = scroller.scrollTop + step * direction;
    if (next > scroller.scrollHeight - box.height || next < 0) direction = -direction;
    scroller.scrollTop += step * direction;
    const now = await painted();
    times.push(now - last);
    last = now;
    const seen = heights.map(emailAt);
    if (seen.some((email) => !email)) blank++;
    if (seen[0] === before && step > window.contestant.rowHeight) stale++;
    before = seen[0] ?? null;
  }
  const { length } = times;
  return {
    p95: quantile(times, 0.95),
    median: quantile(times, 0.5),
    blank: blank / length,
    stale: stale / length,
    frames: length,
  };
}

/** E-mails of the rows that a sort by a column may put on top: ties are free. */
function firstOf(key: ColumnKey): Set<string> {
  const collator = new Intl.Collator('lv');
  const compare = (one: Row, other: Row): number =>
    key === 'name' ? collator.compare(one.name, other.name) : Number(one[key]) - Number(other[key]);
  let top: Row[] = [];
  for (const row of rows) {
    const order = top[0] ? compare(row, top[0]) : -1;
    if (order < 0) top = [row];
    else if (order === 0) top.push(row);
  }
  return new Set(top.map((row) => row.email));
}

/** The rows at either end while nothing is sorted. */
function ends(): { first: Row | undefined; last: Row | undefined } {
  const { unsorted } = window.contestant;
  let [first, last] = [rows[0], rows.at(-1)];
  if (!unsorted || !first || !last) return { first, last };
  for (const row of rows) {
    if (unsorted(row, first) < 0) first = row;
    if (unsorted(row, last) > 0) last = row;
  }
  return { first, last };
}

export const bench = {
  async make(count: number): Promise<void> {
    rows = benchRows(count);
    await painted();
  },
  async prepare(): Promise<void> {
    await window.contestant.prepare?.(rows);
    await painted();
  },
  async firstRows(): Promise<number> {
    const room = document.querySelector('#room') as HTMLElement;
    const wanted = ends().first?.email;
    await painted();
    const start = performance.now();
    window.contestant.show(room, rows);
    return (await until((email) => email === wanted)) - start;
  },
  async sort(key: ColumnKey): Promise<number> {
    const expected = firstOf(key);
    await painted();
    await betweenFrames(200);
    const start = performance.now();
    window.contestant.sort(key);
    return (await until((email) => expected.has(email))) - start;
  },
  fling: () => scroll('fling'),
  smooth: () => scroll('smooth'),
  toTop(): void {
    scrollerOf().scrollTop = 0;
  },
  /** Whether the end of the scroll shows the last row as the lowest; a table that is sorted shows another. */
  async isLastReachable(density?: Density): Promise<boolean> {
    if (density) window.contestant.setDensity?.(density);
    await betweenFrames(300);
    const scroller = scrollerOf();
    const wanted = ends().last?.email;
    const end = performance.now() + LAST_ROW_MS;
    do {
      // More than once: a table may learn its height by getting there.
      scroller.scrollTop = scroller.scrollHeight;
      await betweenFrames(200);
      await painted();
      if (lowestEmail(scroller) === wanted) return true;
    } while (performance.now() < end);
    return false;
  },
};

/** Of the lowest row that is seen. */
function lowestEmail(scroller: HTMLElement): string | null {
  const { bottom, height } = scroller.getBoundingClientRect();
  for (let y = bottom - 2; y > bottom - height; y -= 4) {
    const email = emailAt(y);
    if (email) return email;
  }
  return null;
}

/** Gives a table to the harness. */
export function enter(contestant: Contestant): void {
  window.contestant = contestant;
  window.bench = bench;
}
