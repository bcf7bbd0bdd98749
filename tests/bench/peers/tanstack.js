import { createTable, getCoreRowModel, getSortedRowModel } from '@tanstack/table-core';
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import { cellText, COLUMNS } from '../data.js';
import { enter } from '../page/measure.js';

const collator = new Intl.Collator('lv');
let table;
let virtualizer;
let scroller;
let canvas;
let state;
const lines = new Map();

/** The options that the table had, with what has changed. */
function setState(changed) {
  state = { ...state, ...(typeof changed === 'function' ? changed(state) : changed) };
  table.setOptions((options) => ({ ...options, state }));
}

function options() {
  return {
    count: table.getRowModel().rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => 36,
    overscan: 4,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: paint,
  };
}

function lineFor(slot) {
  const line = document.createElement('div');
  line.className = 'line';
  for (const { width } of COLUMNS) {
    const cell = document.createElement('span');
    cell.style.width = `${width}px`;
    cell.append(document.createTextNode(''));
    line.append(cell);
  }
  canvas.append(line);
  lines.set(slot, line);
  return line;
}

function paint() {
  const { rows } = table.getRowModel();
  canvas.style.height = `${virtualizer.getTotalSize()}px`;
  const items = virtualizer.getVirtualItems();
  items.forEach(({ index, start }, slot) => {
    const line = lines.get(slot) ?? lineFor(slot);
    line.hidden = false;
    line.style.transform = `translateY(${start}px)`;
    rows[index].getVisibleCells().forEach((cell, at) => {
      line.children[at].firstChild.data = cellText(cell.row.original, cell.column.id);
    });
  });
  for (const [slot, line] of lines) if (slot >= items.length) line.hidden = true;
}

enter({
  rowSelector: '.line',
  rowHeight: 36,
  probeX: 440,
  show(room, rows) {
    table = createTable({
      data: rows,
      columns: COLUMNS.map(({ key, title }) => ({
        id: key,
        accessorKey: key,
        header: title,
        ...(key === 'name'
          ? { sortingFn: (one, other) => collator.compare(one.original.name, other.original.name) }
          : { sortDescFirst: false }),
      })),
      state: {},
      onStateChange: setState,
      renderFallbackValue: '',
      getCoreRowModel: getCoreRowModel(),
      getSortedRowModel: getSortedRowModel(),
    });
    state = table.initialState;
    setState({});
    scroller = document.createElement('div');
    scroller.className = 'plain';
    canvas = document.createElement('div');
    canvas.style.position = 'relative';
    scroller.append(canvas);
    room.append(scroller);
    virtualizer = new Virtualizer(options());
    virtualizer._didMount();
    virtualizer._willUpdate();
    paint();
  },
  sort(key) {
    table.getColumn(key).toggleSorting(false);
    virtualizer.setOptions(options());
    virtualizer.measure();
    paint();
  },
  scroller: () => scroller,
});
