import { AllCommunityModule, createGrid, ModuleRegistry, themeQuartz } from 'ag-grid-community';
import { cellText, COLUMNS } from '../data.js';
import { enter } from '../page/measure.js';

ModuleRegistry.registerModules([AllCommunityModule]);

const shell = () => document.querySelector('#room .grid');

enter({
  rowSelector: '.ag-row',
  rowHeight: 36,
  probeX: 440,
  show(room, rows) {
    const grid = document.createElement('div');
    grid.className = 'grid';
    room.append(grid);
    createGrid(grid, {
      theme: themeQuartz,
      rowHeight: 36,
      headerHeight: 36,
      rowData: rows,
      animateRows: false,
      columnDefs: COLUMNS.map(({ key, title, width }) => ({
        field: key,
        headerName: title,
        width,
        sortable: true,
        ...(key === 'name' ? { comparator: new Intl.Collator('lv').compare } : {}),
        valueFormatter: ({ data }) => cellText(data, key),
      })),
    });
  },
  sort(key) {
    shell().querySelector(`.ag-header-cell[col-id="${key}"] .ag-header-cell-label`).click();
  },
  scroller: () => shell()?.querySelector('.ag-body-viewport, .ag-grid-viewport') ?? null,
});
