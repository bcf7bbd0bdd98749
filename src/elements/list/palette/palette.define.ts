import { defineElement } from '../../parts/define.js';
import '../../parts/dialog.define.js';
import '../../parts/finder.define.js';
import { ListPalette } from './palette.js';

defineElement('clientele-list-palette-0', ListPalette);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-list-palette-0': ListPalette;
  }
}
