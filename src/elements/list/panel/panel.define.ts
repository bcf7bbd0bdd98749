import { defineElement } from '../../parts/define.js';
import '../../parts/dialog.define.js';
import { ListPanel } from './panel.js';

defineElement('clientele-list-panel-0', ListPanel);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-list-panel-0': ListPanel;
  }
}
