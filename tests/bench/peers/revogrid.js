import { defineCustomElements } from '@revolist/revogrid/loader';
import { cellText, COLUMNS } from '../data.js';
import { enter } from '../page/measure.js';

let grid;

enter({
  rowSelector: 'revogr-data .rgRow',
  rowHeight: 36,
  probeX: 440,
  async prepare() {
    defineCustomElements(window);
    await customElements.whenDefined('revo-grid');
  },
  show(room, rows) {
    const collator = new Intl.Collator('lv');
    grid = document.createElement('revo-grid');
    grid.rowSize = 36;
    grid.readonly = true;
    grid.columns = COLUMNS.map(({ key, title, width }) => ({
      prop: key,
      name: title,
      size: width,
      sortable: true,
      ...(key === 'name'
        ? { cellCompare: (prop, one, other) => collator.compare(one[prop], other[prop]) }
        : {}),
      cellTemplate: (h, { model }) => cellText(model, key),
    }));
    grid.source = rows;
    room.append(grid);
  },
  sort(key) {
    const at = COLUMNS.findIndex((column) => column.key === key);
    grid.querySelector(`.rgHeaderCell[data-rgCol="${at}"]`).click();
  },
  scroller: () => grid.querySelector('revogr-viewport-scroll.rgCol .vertical-inner'),
});
