import { defineElement } from './define.js';
import { TAGS } from './tags.js';
import { ClienteleTooltip } from './tooltip.js';

defineElement(TAGS.tooltip, ClienteleTooltip);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-tooltip-0': ClienteleTooltip;
  }
}
