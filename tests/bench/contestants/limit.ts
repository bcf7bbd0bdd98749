import { cellText, COLUMNS, type Row } from '../data.js';
import { enter } from '../page/measure.js';

/*
 * The least code that shows the same rows: a plain DOM list that rewrites the visible ones, and an order that is an array of numbers.
 * It is no product; it says what the machine can do.
 */
const HEIGHT = 36;
let rows: readonly Row[] = [];
let order = new Uint32Array();
let scroller: HTMLElement;
let lines: HTMLElement[] = [];
let canvas: HTMLElement;
const CAP = 15_000_000;

function paint(): void {
  const total = rows.length * HEIGHT;
  const height = Math.min(CAP, total);
  const viewport = scroller.clientHeight;
  const virtual =
    total > CAP ? (scroller.scrollTop / (height - viewport)) * (total - viewport) : scroller.scrollTop;
  const first = Math.min(Math.max(0, rows.length - lines.length), Math.floor(virtual / HEIGHT));
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as HTMLElement;
    const row = rows[order[first + at] ?? -1];
    line.style.transform = `translateY(${scroller.scrollTop + (first + at) * HEIGHT - virtual}px)`;
    if (!row) continue;
    COLUMNS.forEach(({ key }, column) => {
      ((line.children[column] as HTMLElement).firstChild as Text).data = cellText(row, key);
    });
  }
}

enter({
  rowSelector: '.line',
  rowHeight: HEIGHT,
  probeX: 440,
  show(room, all) {
    rows = all;
    order = new Uint32Array(all.length);
    for (let at = 0; at < order.length; at++) order[at] = at;
    scroller = document.createElement('div');
    scroller.className = 'plain';
    canvas = document.createElement('div');
    canvas.style.height = `${Math.min(CAP, all.length * HEIGHT)}px`;
    canvas.style.position = 'relative';
    scroller.append(canvas);
    room.append(scroller);
    const count = Math.ceil(scroller.clientHeight / HEIGHT) + 1;
    lines = Array.from({ length: Math.min(count, all.length) }, () => {
      const line = document.createElement('div');
      line.className = 'line';
      for (const { width } of COLUMNS) {
        const cell = document.createElement('span');
        cell.style.width = `${width}px`;
        cell.append(document.createTextNode(''));
        line.append(cell);
      }
      return line;
    });
    canvas.append(...lines);
    scroller.addEventListener('scroll', paint, { passive: true });
    paint();
  },
  sort(key) {
    const count = rows.length;
    if (key === 'name') {
      const collator = new Intl.Collator('lv');
      const unique = [...new Set(rows.map((row) => row.name))].sort((one, other) =>
        collator.compare(one, other),
      );
      const rank = new Map(unique.map((name, at) => [name, at]));
      const ranks = new Uint32Array(count);
      for (let at = 0; at < count; at++) ranks[at] = rank.get((rows[at] as Row).name) as number;
      countingSort(ranks, unique.length);
    } else {
      const values = new Float64Array(count);
      for (let at = 0; at < count; at++) values[at] = Number((rows[at] as Row)[key]);
      order = order
        .map((_, at) => at)
        .sort((one, other) => (values[one] as number) - (values[other] as number) || one - other);
    }
    paint();
  },
  scroller: () => scroller,
});

function countingSort(ranks: Uint32Array, size: number): void {
  const starts = new Uint32Array(size + 1);
  for (const rank of ranks) starts[rank + 1] = (starts[rank + 1] as number) + 1;
  for (let at = 1; at <= size; at++) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  for (let at = 0; at < ranks.length; at++) {
    const rank = ranks[at] as number;
    order[starts[rank] as number] = at;
    starts[rank] = (starts[rank] as number) + 1;
  }
}
