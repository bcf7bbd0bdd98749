import '../provider/provider.define.js';
import '../parts/menu.define.js';
import '../parts/popover.define.js';
import { defineElement } from '../parts/define.js';
import { ClienteleCard } from './card.js';
import './head/head.define.js';

defineElement('clientele-card', ClienteleCard);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-card': ClienteleCard;
  }
}
