import { ClienteleCombobox } from './combobox.js';
import { defineElement } from './define.js';
import { TAGS } from './tags.js';

defineElement(TAGS.combobox, ClienteleCombobox);

declare global {
  interface HTMLElementTagNameMap {
    'clientele-combobox-0': ClienteleCombobox;
  }
}
