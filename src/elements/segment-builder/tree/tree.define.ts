import { defineElement } from '../../parts/define.js';
import '../../parts/menu.define.js';
import '../add/add.define.js';
import '../condition/condition.define.js';
import { BuilderTree } from './tree.js';

defineElement('clientele-builder-tree-0', BuilderTree);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-builder-tree-0': BuilderTree;
  }
}
