import { defineElement } from '../../parts/define.js';
import '../../parts/dialog.define.js';
import { SegmentsRemoveDialog } from './remove-dialog.js';

defineElement('clientele-segments-remove-0', SegmentsRemoveDialog);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-segments-remove-0': SegmentsRemoveDialog;
  }
}
