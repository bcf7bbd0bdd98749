import { defineElement } from '../../parts/define.js';
import '../../parts/popover.define.js';
import '../../parts/finder.define.js';
import { ListFilterEditor } from './filter-editor.js';

defineElement('clientele-list-filter-editor-0', ListFilterEditor);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-list-filter-editor-0': ListFilterEditor;
  }
}
