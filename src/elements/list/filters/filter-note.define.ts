import { defineElement } from '../../parts/define.js';
import '../../parts/popover.define.js';
import { ListFilterNote } from './filter-note.js';

defineElement('clientele-list-filter-note-0', ListFilterNote);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-list-filter-note-0': ListFilterNote;
  }
}
