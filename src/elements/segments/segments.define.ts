import '../provider/provider.define.js';
import '../parts/menu.define.js';
import { defineElement } from '../parts/define.js';
import { ClienteleSegments } from './segments.js';

defineElement('clientele-segments', ClienteleSegments);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-segments': ClienteleSegments;
  }
}
