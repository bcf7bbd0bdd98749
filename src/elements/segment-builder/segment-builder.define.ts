import '../provider/provider.define.js';
import { defineElement } from '../parts/define.js';
import './bar/bar.define.js';
import './found/found.define.js';
import './tree/tree.define.js';
import { ClienteleSegmentBuilder } from './segment-builder.js';

defineElement('clientele-segment-builder', ClienteleSegmentBuilder);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-segment-builder': ClienteleSegmentBuilder;
  }
}
