import { defineElement } from './define.js';
import { ClienteleDialog } from './dialog.js';
import { TAGS } from './tags.js';

defineElement(TAGS.dialog, ClienteleDialog);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-dialog-0': ClienteleDialog;
  }
}
