import { defineElement } from '../../parts/define.js';
import { ListChips } from './chips.js';

defineElement('clientele-list-chips-0', ListChips);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-list-chips-0': ListChips;
  }
}
