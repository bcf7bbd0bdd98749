import { defineElement } from '../../parts/define.js';
import { ListGrid } from './grid.js';

defineElement('clientele-list-grid-0', ListGrid);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-list-grid-0': ListGrid;
  }
}
