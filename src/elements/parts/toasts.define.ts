import { defineElement } from './define.js';
import { TAGS } from './tags.js';
import { ClienteleToasts } from './toasts.js';

defineElement(TAGS.toasts, ClienteleToasts);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-toasts-0': ClienteleToasts;
  }
}
