import { defineElement } from './define.js';
import { ClientelePopover } from './popover.js';
import { TAGS } from './tags.js';

defineElement(TAGS.popover, ClientelePopover);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-popover-0': ClientelePopover;
  }
}
