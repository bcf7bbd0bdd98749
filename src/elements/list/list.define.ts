import '../provider/provider.define.js';
import { defineElement } from '../parts/define.js';
import './grid/grid.define.js';
import './toolbar/toolbar.define.js';
import { ClienteleList } from './list.js';

defineElement('clientele-list', ClienteleList);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-list': ClienteleList;
  }
}
