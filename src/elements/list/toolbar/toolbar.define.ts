import { defineElement } from '../../parts/define.js';
import { ListToolbar } from './toolbar.js';

defineElement('clientele-list-toolbar-0', ListToolbar);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-list-toolbar-0': ListToolbar;
  }
}
