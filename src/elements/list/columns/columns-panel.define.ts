import { defineElement } from '../../parts/define.js';
import '../../parts/popover.define.js';
import '../../parts/segmented.define.js';
import { ListColumnsPanel } from './columns-panel.js';

defineElement('clientele-list-columns-panel-0', ListColumnsPanel);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-list-columns-panel-0': ListColumnsPanel;
  }
}
