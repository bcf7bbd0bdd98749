import { defineElement } from '../../parts/define.js';
import { CardTimeline } from './timeline.js';

defineElement('clientele-card-timeline-0', CardTimeline);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-card-timeline-0': CardTimeline;
  }
}
