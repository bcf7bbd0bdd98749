import { defineElement } from '../../parts/define.js';
import { CardRecords } from './record-tab.js';

defineElement('clientele-card-records-0', CardRecords);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-card-records-0': CardRecords;
  }
}
