import '@vaadin/grid/vaadin-grid.js';
import '@vaadin/grid/vaadin-grid-sort-column.js';
import { cellText, COLUMNS } from '../data.js';
import { enter } from '../page/measure.js';

let grid;

enter({
  rowSelector: '#items > tr',
  rowHeight: 36,
  probeX: 440,
  show(room, rows) {
    grid = document.createElement('vaadin-grid');
    for (const { key, title, width } of COLUMNS) {
      const column = document.createElement('vaadin-grid-sort-column');
      column.path = key;
      column.header = title;
      column.width = `${width}px`;
      column.flexGrow = 0;
      column.renderer = (cell, _column, { item }) => {
        cell.textContent = cellText(item, key);
      };
      grid.append(column);
    }
    grid.items = rows;
    room.append(grid);
  },
  sort(key) {
    [...grid.querySelectorAll('vaadin-grid-sorter')].find((sorter) => sorter.path === key).click();
  },
  scroller: () => grid.shadowRoot?.querySelector('#table') ?? null,
});
