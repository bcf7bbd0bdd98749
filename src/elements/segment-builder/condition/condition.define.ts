import { defineElement } from '../../parts/define.js';
import '../../parts/combobox.define.js';
import { BuilderCondition } from './condition.js';

defineElement('clientele-builder-condition-0', BuilderCondition);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-builder-condition-0': BuilderCondition;
  }
}
