import { constructTable, createSortedRowModel, rowSortingFeature, tableFeatures } from '@tanstack/table-core';
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings';
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import { cellText, COLUMNS } from '../data.js';
import { enter } from '../page/measure.js';

const collator = new Intl.Collator('lv');
let table;
let virtualizer;
let scroller;
let canvas;
const lines = new Map();

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
    rows[index].getAllCells().forEach((cell, at) => {
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
    table = constructTable({
      features: tableFeatures({
        coreReactivityFeature: storeReactivityBindings(),
        rowSortingFeature,
        sortedRowModel: createSortedRowModel(),
      }),
      data: rows,
      columns: COLUMNS.map(({ key, title }) => ({
        id: key,
        accessorKey: key,
        header: title,
        sortFn:
          key === 'name'
            ? (one, other) => collator.compare(one.original.name, other.original.name)
            : (one, other) => one.original[key] - other.original[key],
        sortDescFirst: false,
      })),
    });
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
