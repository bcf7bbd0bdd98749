import { defineElement } from '../../parts/define.js';
import '../../parts/dialog.define.js';
import { ActionDialog } from './action-dialog.js';

defineElement('clientele-action-dialog-0', ActionDialog);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-action-dialog-0': ActionDialog;
  }
}
