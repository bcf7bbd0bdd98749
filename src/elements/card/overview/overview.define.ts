import { defineElement } from '../../parts/define.js';
import { CardOverview } from './overview.js';

defineElement('clientele-card-overview-0', CardOverview);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-card-overview-0': CardOverview;
  }
}
