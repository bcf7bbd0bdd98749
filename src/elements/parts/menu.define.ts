import { defineElement } from './define.js';
import { ClienteleMenu } from './menu.js';
import { TAGS } from './tags.js';

defineElement(TAGS.menu, ClienteleMenu);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-menu-0': ClienteleMenu;
  }
}
