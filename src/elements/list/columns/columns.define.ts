import { defineElement } from '../../parts/define.js';
import { ListColumns } from './columns.js';

defineElement('clientele-list-columns-0', ListColumns);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-list-columns-0': ListColumns;
  }
}
