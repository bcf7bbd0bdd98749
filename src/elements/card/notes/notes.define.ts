import { defineElement } from '../../parts/define.js';
import { CardNotes } from './notes.js';

defineElement('clientele-card-notes-0', CardNotes);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-card-notes-0': CardNotes;
  }
}
