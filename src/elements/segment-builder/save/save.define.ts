import { defineElement } from '../../parts/define.js';
import '../../parts/dialog.define.js';
import { BuilderConflict } from './conflict-dialog.js';
import { BuilderSave } from './save-dialog.js';

defineElement('clientele-builder-save-0', BuilderSave);
defineElement('clientele-builder-conflict-0', BuilderConflict);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-builder-save-0': BuilderSave;
    'clientele-builder-conflict-0': BuilderConflict;
  }
}
