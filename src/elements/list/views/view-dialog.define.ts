import { defineElement } from '../../parts/define.js';
import '../../parts/dialog.define.js';
import { ListViewDialog } from './view-dialog.js';

defineElement('clientele-list-view-dialog-0', ListViewDialog);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-list-view-dialog-0': ListViewDialog;
  }
}
