import { defineElement } from '../../parts/define.js';
import '../../parts/finder.define.js';
import '../../parts/popover.define.js';
import { BuilderAdd } from './add.js';

defineElement('clientele-builder-add-0', BuilderAdd);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-builder-add-0': BuilderAdd;
  }
}
