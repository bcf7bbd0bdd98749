import { defineElement } from '../../parts/define.js';
import { ListFinder } from './finder.js';

defineElement('clientele-list-finder-0', ListFinder);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-list-finder-0': ListFinder;
  }
}
