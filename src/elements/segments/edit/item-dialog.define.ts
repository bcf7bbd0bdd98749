import { defineElement } from '../../parts/define.js';
import '../../parts/dialog.define.js';
import { SegmentsItemDialog } from './item-dialog.js';

defineElement('clientele-segments-item-0', SegmentsItemDialog);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-segments-item-0': SegmentsItemDialog;
  }
}
