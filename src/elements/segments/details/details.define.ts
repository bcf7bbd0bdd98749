import { defineElement } from '../../parts/define.js';
import { SegmentsDetails } from './details.js';

defineElement('clientele-segments-details-0', SegmentsDetails);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-segments-details-0': SegmentsDetails;
  }
}
