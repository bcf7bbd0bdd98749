import { defineElement } from './define.js';
import { ClienteleSegmented } from './segmented.js';
import { TAGS } from './tags.js';

defineElement(TAGS.segmented, ClienteleSegmented);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-segmented-0': ClienteleSegmented;
  }
}
