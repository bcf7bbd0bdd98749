import { defineElement } from '../../parts/define.js';
import { CardHead } from './head.js';

defineElement('clientele-card-head-0', CardHead);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-card-head-0': CardHead;
  }
}
