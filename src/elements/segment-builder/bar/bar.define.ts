import { defineElement } from '../../parts/define.js';
import '../../parts/menu.define.js';
import { BuilderBar } from './bar.js';

defineElement('clientele-builder-bar-0', BuilderBar);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-builder-bar-0': BuilderBar;
  }
}
