import { defineElement } from '../../parts/define.js';
import '../../parts/menu.define.js';
import { ListBar } from './bar.js';

defineElement('clientele-list-bar-0', ListBar);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-list-bar-0': ListBar;
  }
}
