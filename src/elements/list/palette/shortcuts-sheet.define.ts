import { defineElement } from '../../parts/define.js';
import '../../parts/dialog.define.js';
import { ListShortcuts } from './shortcuts-sheet.js';

defineElement('clientele-list-shortcuts-0', ListShortcuts);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-list-shortcuts-0': ListShortcuts;
  }
}
