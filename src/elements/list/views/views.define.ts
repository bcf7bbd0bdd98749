import { defineElement } from '../../parts/define.js';
import '../../parts/menu.define.js';
import { ListViews } from './views.js';

defineElement('clientele-list-views-0', ListViews);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-list-views-0': ListViews;
  }
}
